/// @file
/// The images of handwritten digits, and how they are divided.
#pragma once

#include "digits.hpp"

#include <cstddef>
#include <vector>

namespace digits {

constexpr std::size_t side = 8; ///< an image has side × side pixels
constexpr std::size_t pixels = side * side;
constexpr std::size_t classes = 10;

/// Images and what they show.
struct Data {
    Matrix X;                        ///< shape (N, pixels), 0 is paper and 1 is ink
    std::vector<std::size_t> labels; ///< the digit of every row
};

/// All 1797 images of digits.csv; read once.
const Data& all_digits();

/// The images with these numbers.
Data part_of(const Data& data, const std::vector<std::size_t>& rows);

/// Training, validation and test images, none of them in two parts.
struct Parts {
    Data train;
    Data validation;
    Data test;
};

constexpr double validation_fraction = 0.1;
constexpr double test_fraction = 0.2;

/// The split that belongs to a seed: 1258 rows to train on, 180 for validation, 359 for the test.
Split split_of(std::size_t seed);
Parts parts_of(std::size_t seed);

/// One image as a matrix, shape (side, side).
Matrix image_of(const Matrix& X, std::size_t n);

} // namespace digits
