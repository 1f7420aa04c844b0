/// @file
/// Random numbers at which mistakes can be told apart: neither 0 nor large, of either sign.
#pragma once

#include "judging/judge/step.hpp"

namespace judging {

/// A number of ±[0.3, 1.4).
inline double generic()
{
    workbook::Random& source = judging::random();
    return (source.uniform(0.0, 1.0) < 0.5 ? -1.0 : 1.0) * source.uniform(0.3, 1.4);
}

inline workbook::Vector generic_vector(std::size_t n)
{
    workbook::Vector v = xt::zeros<double>({n});
    for (double& entry : v) {
        entry = generic();
    }
    return v;
}

inline workbook::Matrix generic_matrix(std::size_t rows, std::size_t columns)
{
    workbook::Matrix m = xt::zeros<double>({rows, columns});
    for (double& entry : m) {
        entry = generic();
    }
    return m;
}

} // namespace judging
