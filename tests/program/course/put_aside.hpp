/// @file
/// Keeping a user's file under another name before something else takes its place.
#pragma once

#include <filesystem>

namespace workbook {

/// Renames to "perceptron.cpp.2026-03-01T10-20-30.bak", with a counter when that is taken, and
/// returns the new name. Throws UserError; then nothing was changed.
std::filesystem::path put_aside(const std::filesystem::path& file);

} // namespace workbook
