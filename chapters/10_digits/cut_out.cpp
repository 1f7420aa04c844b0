// Finds the digit in a picture.
#include "cut_out.hpp"

#include "data.hpp"

#include "common/system/user_error.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace digits {

using workbook::UserError;

namespace {

/// The number in the middle of all.
double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The shade of the background: that of most of the picture's edge.
double background_of(const Matrix& picture)
{
    std::vector<double> edge;
    const std::size_t rows = picture.shape(0);
    const std::size_t columns = picture.shape(1);
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < columns; ++j)
            if (i == 0 || j == 0 || i + 1 == rows || j + 1 == columns)
                edge.push_back(picture(i, j));
    return median(edge);
}

} // namespace

Matrix digit_in(const Matrix& picture)
{
    // Ink is what differs most from the background, whether it is darker or lighter.
    const Matrix contrast = xt::abs(picture - background_of(picture));
    const double most = xt::amax(contrast)();
    if (most < 0.1)
        throw UserError("the picture is empty: all of it has nearly the same shade",
                        "write a digit, dark on light or light on dark, with room around it");
    // Faint shades are paper and strong ones ink; between them is the edge of a stroke.
    const Matrix ink = xt::minimum(xt::maximum(contrast / most / 0.8 - 0.125, 0.0), 1.0);
    double top = 1e9, left = 1e9, bottom = -1.0, right = -1.0;
    for (std::size_t i = 0; i < picture.shape(0); ++i)
        for (std::size_t j = 0; j < picture.shape(1); ++j)
            if (ink(i, j) > 0.25) {
                top = std::min(top, static_cast<double>(i));
                bottom = std::max(bottom, i + 1.0);
                left = std::min(left, static_cast<double>(j));
                right = std::max(right, j + 1.0);
            }
    // The digit's box fills the image from top to bottom, or from side to side if it is wider.
    const double size = std::max(bottom - top, right - left);
    const double y_from = (top + bottom - size) / 2.0;
    const double x_from = (left + right - size) / 2.0;
    constexpr std::size_t fine = 16; // samples per pixel and side
    const double distance = size / static_cast<double>(fine * side);
    Matrix digit = xt::zeros<double>({std::size_t{1}, pixels});
    for (std::size_t i = 0; i < fine * side; ++i)
        for (std::size_t j = 0; j < fine * side; ++j) {
            const double y = std::floor(y_from + (static_cast<double>(i) + 0.5) * distance);
            const double x = std::floor(x_from + (static_cast<double>(j) + 0.5) * distance);
            if (y >= 0.0 && x >= 0.0 && y < static_cast<double>(picture.shape(0)) &&
                x < static_cast<double>(picture.shape(1)))
                digit(0, i / fine * side + j / fine) +=
                    ink(static_cast<std::size_t>(y), static_cast<std::size_t>(x)) / (fine * fine);
        }
    return digit;
}

} // namespace digits
