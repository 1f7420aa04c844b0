/// @file
/// A picture of a digit, as a file.
#pragma once

#include "common/math/tensor.hpp"

#include <filesystem>

namespace digits {

using workbook::Matrix;

/// A PNG, or a PGM (P2 or P5), as shades from 0, black, to 1, white; a transparent PNG lies on
/// white, a coloured one becomes grey. Throws UserError for any other file, one that is damaged,
/// and one with more than 4096 pixels a side.
Matrix read_picture(const std::filesystem::path& file);

} // namespace digits
