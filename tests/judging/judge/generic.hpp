/// @file
/// Random inputs that tell mistakes apart: neither close to 0 nor large, and of either sign.
#pragma once

#include "judging/judge/step.hpp"

namespace judging {

/// A number of [low, high).
inline double between(double low, double high)
{
    return judging::random().uniform(low, high);
}

/// A count of [low, high]: of units, examples or inputs.
inline std::size_t random_size(std::size_t low, std::size_t high)
{
    return low + judging::random().index(high - low + 1);
}

/// A number of ±[low, high).
inline double generic(double low = 0.3, double high = 1.4)
{
    const double sign = judging::random().index(2) == 0 ? -1.0 : 1.0;
    return sign * between(low, high);
}

inline workbook::Vector generic_vector(std::size_t n, double low = 0.3, double high = 1.4)
{
    workbook::Vector v = xt::zeros<double>({n});
    for (double& entry : v) {
        entry = generic(low, high);
    }
    return v;
}

inline workbook::Matrix generic_matrix(std::size_t rows, std::size_t columns, double low = 0.3,
                                       double high = 1.4)
{
    workbook::Matrix m = xt::zeros<double>({rows, columns});
    for (double& entry : m) {
        entry = generic(low, high);
    }
    return m;
}

} // namespace judging
