/// @file
/// Where in the student's file an exception or a crash came from.
#pragma once

#include "build/toolchain.hpp"

#include <cstdint>

namespace workbook {

class Sandbox;

/// The line of `source` that the innermost call of a trace stands in; 0 if it cannot be told. The
/// trace comes from the student's process, so it may be any numbers. The file is compiled once
/// more, with line numbers: most files throw nothing, and should not be compiled more slowly for
/// it.
std::size_t line_of_origin(const Workspace& workspace, const Toolchain& toolchain,
                           const Chapter& chapter, const std::filesystem::path& source,
                           const std::vector<std::uint64_t>& trace,
                           const Sandbox* sandbox = nullptr);

} // namespace workbook
