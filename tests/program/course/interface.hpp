/// @file
/// What a chapter's header says of its functions.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace workbook {

/// The step that each function belongs to, from the "/// Step 1.1: …" above it.
std::map<std::string, std::string> steps_in_interface(const std::filesystem::path& header);

} // namespace workbook
