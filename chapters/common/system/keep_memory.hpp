/// @file
/// Memory that a program asks for again and again.
#pragma once

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace workbook {

/// Keeps freed memory instead of giving it back. Every step of training frees as many large tensors
/// as the next one asks for; as glibc has it, the system clears their pages each time.
inline void keep_freed_memory()
{
#ifdef __GLIBC__
    constexpr int gigabyte = 1 << 30;
    mallopt(M_MMAP_THRESHOLD, gigabyte);
    mallopt(M_TRIM_THRESHOLD, gigabyte);
#endif
}

} // namespace workbook
