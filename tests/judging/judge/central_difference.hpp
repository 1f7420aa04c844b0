/// @file
/// The second oracle: slopes from differences, which need no formula at all.
#pragma once

#include "common/math/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace judging {

/// ∂f/∂xᵢ ≈ (f(x + h eᵢ) − f(x − h eᵢ)) / 2h for every i, with h = ε^⅓·max(1, |xᵢ|): then the
/// truncation error (∝ h²) and the rounding error (∝ ε/h) are equally small, about 1e-10 relative
/// to the scale of f.
inline workbook::Vector central_difference(const std::function<double(const workbook::Vector&)>& f,
                                           const workbook::Vector& x)
{
    const double cube_root_of_epsilon = 6.055454452393343e-06;
    workbook::Vector slopes = xt::zeros<double>({x.size()});
    workbook::Vector moved = x;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double h = cube_root_of_epsilon * std::max(1.0, std::abs(x(i)));
        moved(i) = x(i) + h;
        const double above = f(moved);
        moved(i) = x(i) - h;
        const double below = f(moved);
        moved(i) = x(i);
        slopes(i) = (above - below) / (2.0 * h);
    }
    return slopes;
}

} // namespace judging
