/// @file
/// What must hold where students' files are compiled and run without the sandbox.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// Without a sandbox, root compiles and runs students' files as "nobody", who must be able to reach
/// them. Throws UserError.
void must_be_open_to_all(const std::filesystem::path& place, const std::string& advice);

/// Without a sandbox, "nobody" must not be able to read the answers: an #include would be enough.
/// Throws UserError.
void must_be_closed(const std::vector<std::filesystem::path>& places);

} // namespace workbook
