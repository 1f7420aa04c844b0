/// @file
/// A student's file before a compiler sees it.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// Reads a source file and refuses what is none: missing, a folder or a device, unreadable,
/// empty, larger than 1 MB, with a NUL byte or with bytes that are not UTF-8.
/// Throws UserError that names file, line and column.
std::string read_source(const std::filesystem::path& path, const std::string& advice);

} // namespace workbook
