#ifndef C_THREAD_STACK_H
#define C_THREAD_STACK_H

#include <stdint.h>

/// The lowest address of the calling thread's stack, or 0 when the system does not say.
///
/// In C, because glibc declares the function for it only to those who define _GNU_SOURCE.
uintptr_t thread_stack_end(void);

#endif
