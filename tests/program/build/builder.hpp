/// @file
/// From a student's file to a program that can be judged or run, or to the reason why not.
#pragma once

#include "build/toolchain.hpp"

#include <optional>

namespace workbook {

class Sandbox;

/// Why a file was not built, for people.
struct BuildFailure {
    std::string message;             ///< at most ten lines
    std::filesystem::path full_text; ///< file with all that the compiler said; or empty
};

/// What came of building one file.
struct Built {
    std::filesystem::path program; ///< empty when it failed
    std::optional<BuildFailure> failure;
    std::string digest;         ///< of the student's file
    std::string warnings;       ///< the compiler's warnings about the student's lines
    double compile_seconds = 0; ///< 0: the program was there already
    double link_seconds = 0;
    bool disk_is_full = false; ///< the compiler or the linker says so; so may the student's #error
};

/// Builds `source` as this chapter's implementation. The result is kept by content: the
/// same file is compiled once.
Built build_submission(const Workspace& workspace, const Toolchain& toolchain,
                       const Chapter& chapter, const std::filesystem::path& source,
                       Product product);

/// The same for the host of a stranger's file, inside the sandbox (nullptr: without one). The
/// folder of `source` must hold nothing but what was handed in, and may be written to; the
/// program is put into the folder `programs`, named by content.
Built build_stranger(const Toolchain& toolchain, const Chapter& chapter,
                     const std::filesystem::path& source, const std::filesystem::path& programs,
                     const Sandbox* sandbox);

/// Names the content of what is built: the file, the headers beside it, and all that is linked.
std::string content_key(const Toolchain& toolchain, const Chapter& chapter,
                        const std::filesystem::path& source, Product product);

/// Brings CMake's targets up to date, with a progress line on a terminal.
/// Throws UserError when that fails.
void build_targets(const Workspace& workspace, const Toolchain& toolchain,
                   const std::vector<std::string>& targets);

} // namespace workbook
