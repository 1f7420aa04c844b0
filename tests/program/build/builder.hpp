/// @file
/// Turns a student's file into what can be judged or run, or says why that failed.
#pragma once

#include "build/toolchain.hpp"
#include "explain/warnings.hpp"

#include <optional>

namespace workbook {

class Sandbox;

/// Why a file was not built, for people.
struct BuildFailure {
    std::string message;             ///< at most ten lines
    std::filesystem::path full_text; ///< the file with the compiler's full output, or empty
};

/// The result of building one file.
struct Built {
    std::filesystem::path file; ///< a library or a program; empty if building failed
    std::optional<BuildFailure> failure;
    std::vector<ErrorInLine> errors; ///< of the compiler, if that is why
    std::string digest;              ///< of the student's file
    std::vector<Warning> warnings;   ///< about the student's lines
    double seconds = 0;              ///< that it took; 0: it had been built before
    bool disk_is_full = false;       ///< says the compiler or linker, or a student's #error
    bool was_killed = false; ///< the system, short of memory perhaps, ended compiler or linker
};

/// Builds `source` as this chapter's implementation. Results are cached by content: the same file
/// is compiled only once.
/// @param sandbox where an untrusted file is compiled; nullptr: without one
Built build_submission(const Workspace& workspace, const Toolchain& toolchain,
                       const Chapter& chapter, const std::filesystem::path& source, Product product,
                       const Sandbox* sandbox = nullptr);

/// Builds a library, or one with line numbers, from an untrusted file inside the sandbox (nullptr:
/// without one). The folder of `source` must contain only what was handed in, and is written to;
/// the result goes into the folder `programs`, named by its content.
Built build_stranger(const Toolchain& toolchain, const Chapter& chapter,
                     const std::filesystem::path& source, const std::filesystem::path& programs,
                     Product product, const Sandbox* sandbox);

/// The headers in the folder of a student's file.
std::vector<std::filesystem::path> headers_beside(const std::filesystem::path& source);

/// A digest of everything the result is built from: the file, the headers beside it, and what is
/// linked.
std::string content_key(const Toolchain& toolchain, const Chapter& chapter,
                        const std::filesystem::path& source, Product product);

} // namespace workbook
