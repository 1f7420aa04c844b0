/// @file
/// When two numbers count as the same.
#pragma once

#include <algorithm>
#include <cmath>

namespace judging {

/// Whether a and b differ by no more than tolerance · max(floor, |a|, |b|). NaN agrees only with
/// NaN, an infinity only with itself.
inline bool agree(double a, double b, double tolerance, double floor)
{
    if (std::isnan(a) || std::isnan(b)) {
        return std::isnan(a) && std::isnan(b);
    }
    if (std::isinf(a) || std::isinf(b)) {
        return a == b;
    }
    return std::abs(a - b) <= tolerance * std::max({floor, std::abs(a), std::abs(b)});
}

} // namespace judging
