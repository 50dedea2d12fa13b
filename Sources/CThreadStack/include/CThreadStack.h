#ifndef C_THREAD_STACK_H
#define C_THREAD_STACK_H

#include <stdint.h>

/// The lowest address of the calling thread's stack, or 0 when the system does not say.
///
/// In C, because glibc declares the function for it only to those who define _GNU_SOURCE.
uintptr_t thread_stack_end(void);

/// What the calling thread is releasing: how many releases within each other, and what waits for the outermost to end.
struct thread_release {
    int32_t depth;
    void *_Nullable waiting;
};

extern _Thread_local struct thread_release thread_release_storage;

static inline struct thread_release *_Nonnull thread_release_state(void) { return &thread_release_storage; }

#endif
