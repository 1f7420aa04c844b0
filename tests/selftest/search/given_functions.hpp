/// @file
/// Functions that stand among the arguments: activations, their slopes, costs.
#pragma once

#include "judging/search/builtins.hpp"

#include <cmath>
#include <vector>

namespace judging::search {

inline Value tanh_of(std::vector<Value>& x)
{
    return apply([](double z) { return std::tanh(z); }, x.at(0));
}

inline Value tanh_slope_of(std::vector<Value>& x)
{
    return apply([](double z) { return 1.0 - std::tanh(z) * std::tanh(z); }, x.at(0));
}

/// Neither even nor odd, and steeper on the right.
inline Value bent(std::vector<Value>& x)
{
    return apply([](double z) { return z > 0.0 ? z : 0.3 * std::expm1(z); }, x.at(0));
}

inline Value bent_slope(std::vector<Value>& x)
{
    return apply([](double z) { return z > 0.0 ? 1.0 : 0.3 * std::exp(z); }, x.at(0));
}

inline Value cost(std::vector<Value>& x)
{
    double sum = 0.0;
    double weight = 1.0;
    for (const double p : x.at(0).tensor().data) {
        sum += weight * p * p * p + p * p + weight;
        weight += 0.7;
    }
    return Value::number(sum);
}

inline Value slope_of_cost(std::vector<Value>& x)
{
    return apply([](double p) { return 0.3 * p * p * p + p - 0.2; }, x.at(0));
}

} // namespace judging::search
