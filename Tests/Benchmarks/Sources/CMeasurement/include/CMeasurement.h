#pragma once
#include <stdint.h>

/// The number of heap blocks that this process has asked for since it started; -1 where they cannot be counted.
///
/// On Linux with glibc the allocation functions of this target take the place of the C library's, count and pass on.
/// Threads count together, so measure with one thread at work.
int64_t allocation_count(void);

/// The time that this process has spent on processors, in nanoseconds. What else the machine does is not in it.
int64_t processor_nanoseconds(void);
