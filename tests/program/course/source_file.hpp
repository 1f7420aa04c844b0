/// @file
/// A student's file as text.
#pragma once

#include <filesystem>
#include <string>

namespace workbook {

/// Reads a source file. Throws UserError, naming file, line and column, if it is missing, a folder
/// or a device, unreadable, empty, larger than 1 MB, or saved in a way that no compiler reads as an
/// editor shows it (see how_it_is_saved.hpp).
std::string read_source(const std::filesystem::path& path, const std::string& advice);

} // namespace workbook
