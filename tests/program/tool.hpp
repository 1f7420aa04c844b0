/// @file
/// The frame of the small programs that the build calls.
#pragma once

#include "common/system/user_error.hpp"

#include <fmt/format.h>

namespace workbook {

/// main() of a program with these words: `work()` with so many of them, or else how it is used.
template <class Work>
int run_tool(int argc, int words, const char* usage, const Work& work)
{
    if (argc != words + 1) {
        fmt::print(stderr, "usage: {}\n", usage);
        return 2;
    }
    try {
        work();
    } catch (const UserError& error) {
        fmt::print(stderr, "{}\n", error.what());
        if (!error.advice.empty()) {
            fmt::print(stderr, "  {}\n", error.advice);
        }
        return error.status;
    }
    return 0;
}

} // namespace workbook
