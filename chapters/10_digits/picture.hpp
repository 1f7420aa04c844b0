/// @file
/// A picture of a digit, made into what the network has learned to read: 8 × 8 shades, ink on
/// paper.
#pragma once

#include "common/math/tensor.hpp"

#include <filesystem>

namespace digits {

using workbook::Matrix;

/// A PNG, or a PGM (P2 or P5), as shades from 0, black, to 1, white; a transparent PNG lies on
/// white, a coloured one becomes grey. Throws UserError for any other file, one that is damaged,
/// and one with more than 4096 pixels a side.
Matrix read_picture(const std::filesystem::path& file);

/// The digit of a picture as the data have theirs: dark or light on its background, cut out, as
/// high as the image, in its middle; every pixel is the share of its area that is ink. One row,
/// shape (1, 64). Throws UserError if the picture is all of one shade.
Matrix digit_in(const Matrix& picture);

} // namespace digits
