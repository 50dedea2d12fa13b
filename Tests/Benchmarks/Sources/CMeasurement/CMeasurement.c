#include "CMeasurement.h"

// Any header of the C library defines __GLIBC__ where that is the library.
#include <stdlib.h>
#include <time.h>

int64_t processor_nanoseconds(void) {
    struct timespec spent;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return (int64_t)spent.tv_sec * 1000000000 + spent.tv_nsec;
}

#ifdef __GLIBC__
#include <errno.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static int64_t counted;

static void count_one(void) { __atomic_fetch_add(&counted, 1, __ATOMIC_RELAXED); }

int64_t allocation_count(void) { return __atomic_load_n(&counted, __ATOMIC_RELAXED); }

void *malloc(size_t size) {
    count_one();
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    count_one();
    return __libc_calloc(count, size);
}

void *realloc(void *block, size_t size) {
    count_one();
    return __libc_realloc(block, size);
}

void *memalign(size_t alignment, size_t size) {
    count_one();
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    count_one();
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **block, size_t alignment, size_t size) {
    count_one();
    void *allocated = __libc_memalign(alignment, size);
    if (!allocated) return ENOMEM;
    *block = allocated;
    return 0;
}
#else
int64_t allocation_count(void) { return -1; }
#endif
