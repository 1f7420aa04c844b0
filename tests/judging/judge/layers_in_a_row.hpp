/// @file
/// A network's parameters as one vector, as a gradient takes them.
#pragma once

#include "common/math/layer.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace judging {

/// All weights and biases in one row: of each layer W row by row, then b.
inline workbook::Vector flat(const std::vector<workbook::Layer>& layers)
{
    std::vector<double> all;
    for (const workbook::Layer& layer : layers) {
        all.insert(all.end(), layer.W.begin(), layer.W.end());
        all.insert(all.end(), layer.b.begin(), layer.b.end());
    }
    workbook::Vector row = xt::zeros<double>({all.size()});
    std::copy(all.begin(), all.end(), row.begin());
    return row;
}

/// The same numbers in the shapes of `like`.
inline std::vector<workbook::Layer> layers_of(const workbook::Vector& parameters,
                                              std::vector<workbook::Layer> like)
{
    std::size_t at = 0;
    for (workbook::Layer& layer : like) {
        for (double& w : layer.W) {
            w = parameters(at++);
        }
        for (double& b : layer.b) {
            b = parameters(at++);
        }
    }
    return like;
}

} // namespace judging
