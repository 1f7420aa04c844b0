/// @file
/// Where in the student's file an exception or a crash came from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace workbook {

/// Makes a command one that runs inside a sandbox.
using InsideOf = std::function<std::vector<std::string>(const std::vector<std::string>& command)>;

/// The line of `source` that the innermost call of a trace stands in; 0 if it cannot be told. The
/// trace comes from the student's process, so it may be any numbers. `program`, or library, was
/// built from `source` with line numbers; what the student's file has made of these is read inside
/// the sandbox.
std::size_t line_of_origin(const std::filesystem::path& program,
                           const std::filesystem::path& source,
                           const std::vector<std::uint64_t>& trace, const InsideOf& inside);

} // namespace workbook
