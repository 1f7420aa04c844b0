/// @file
/// Running the programs that draw.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// Runs `name arguments…` in `folder` and waits. Throws UserError if the program is not
/// installed (naming the Debian package that brings it) or if it fails (quoting what it said).
void run_program(const std::string& name, const std::string& package,
                 const std::vector<std::string>& arguments, const std::filesystem::path& folder);

} // namespace workbook
