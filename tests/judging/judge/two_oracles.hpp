/// @file
/// Slopes that both oracles give.
#pragma once

#include "judging/judge/autodiff.hpp"
#include "judging/judge/central_difference.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace judging {

/// All partial derivatives of f at x, from two oracles that must agree: automatic differentiation
/// gives the number, central differences confirm it to 1e-6 of its scale. `f` as for gradient().
template <class F>
workbook::Vector slopes(const F& f, const workbook::Vector& x)
{
    const workbook::Vector exact = gradient(f, x);
    const workbook::Vector differences = central_difference(
        [&](const workbook::Vector& at) { return f(std::vector<double>(at.begin(), at.end())); },
        x);
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!(std::abs(exact(i) - differences(i)) <= 1e-6 * std::max(1.0, std::abs(exact(i))))) {
            throw std::logic_error("the two oracles of the gradient disagree");
        }
    }
    return exact;
}

} // namespace judging
