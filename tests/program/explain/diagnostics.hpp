/// @file
/// Compiler and linker errors made readable: the student's own line, the first real message, and a
/// hint if the cause is a common slip.
#pragma once

#include "explain/warnings.hpp"

#include <string>
#include <vector>

namespace workbook {

/// At most ten lines about the first error. `err` is what the compiler wrote, `file` the name of
/// the student's file there, and `text` what is in it.
std::string explain_compile_error(const std::string& err, const std::string& file,
                                  const std::string& text);

/// The errors about the student's own lines, each in the compiler's words, or in ours if the line
/// has a character that C++ does not have. An error in a header that one of the lines asks for is
/// that line's. Line 0: it is about no line of the file. `text` is the student's file.
std::vector<ErrorInLine> errors_in_lines(const std::string& err, const std::string& file,
                                         const std::string& text);

/// Whether this is what a linker wrote: the compiler was content.
bool is_said_by_linker(const std::string& err);

/// Explains a linker error: a function is missing, defined twice, or differs from the interface in
/// its parameters.
std::string explain_link_error(const std::string& err, const std::string& file,
                               const std::string& text, const std::string& chapter_namespace);

/// The compiler's warnings about the student's own lines, in its words.
std::vector<Warning> compiler_warnings(const std::string& err, const std::string& file);

} // namespace workbook
