/// @file
/// What a compiler or linker says, for people: the student's own line, the first real
/// message, a hint where the cause is a common slip.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// At most ten lines about the first error. `err` is what the compiler wrote, `text` the
/// student's file.
std::string explain_compile_error(const std::string& err, const std::filesystem::path& source,
                                  const std::string& text);

/// A function that is missing, defined twice, or has other parameters than the interface.
std::string explain_link_error(const std::string& err, const std::filesystem::path& source,
                               const std::string& chapter_namespace);

/// Up to three warnings about the student's own lines, a line each; "" when there are none.
std::string first_warnings(const std::string& err, const std::filesystem::path& source);

} // namespace workbook
