/// @file
/// A student's file as text.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// Reads a source file and refuses what is none: missing, a folder or a device, unreadable,
/// empty, larger than 1 MB, with a NUL byte or with bytes that are not UTF-8.
/// Throws UserError that names file, line and column.
std::string read_source(const std::filesystem::path& path, const std::string& advice);

/// Whether a text is UTF-8 throughout.
bool is_utf8(const std::string& text);

/// The line (from 1) at which the file defines this function; 0 when it does not.
std::size_t line_of(const std::filesystem::path& source, const std::string& function);

} // namespace workbook
