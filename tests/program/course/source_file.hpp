/// @file
/// A student's file as text.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// Reads a source file. Throws UserError, naming file, line and column, if it is missing, a folder
/// or a device, unreadable, empty, larger than 1 MB, or has a NUL byte or bytes that are not UTF-8.
std::string read_source(const std::filesystem::path& path, const std::string& advice);

/// Whether all of a text is valid UTF-8.
bool is_utf8(const std::string& text);

/// The line (from 1) at which the file defines this function; 0 if it does not.
std::size_t line_of(const std::filesystem::path& source, const std::string& function);

} // namespace workbook
