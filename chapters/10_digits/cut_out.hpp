/// @file
/// A picture of a digit, made into what the network has learned to read: 8 × 8 shades, ink on
/// paper.
#pragma once

#include "common/math/tensor.hpp"

namespace digits {

using workbook::Matrix;

/// The digit of a picture as the data have theirs: dark or light on its background, cut out, as
/// high as the image, in its middle; every pixel is the share of its area that is ink. One row,
/// shape (1, 64). Throws UserError if the picture is all of one shade.
Matrix digit_in(const Matrix& picture);

} // namespace digits
