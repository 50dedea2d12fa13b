#define _GNU_SOURCE
#include "CThreadStack.h"
#include <pthread.h>

_Thread_local struct thread_release thread_release_storage;

#if defined(__APPLE__)

uintptr_t thread_stack_end(void) {
    uintptr_t top = (uintptr_t)pthread_get_stackaddr_np(pthread_self());
    return top - pthread_get_stacksize_np(pthread_self());
}

#else

uintptr_t thread_stack_end(void) {
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
    void *address = 0;
    size_t size = 0;
    int failed = pthread_attr_getstack(&attributes, &address, &size);
    pthread_attr_destroy(&attributes);
    return failed ? 0 : (uintptr_t)address;
}

#endif
