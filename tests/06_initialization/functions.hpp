/// @file
/// The functions of chapter 6 and the structs that cross the pipe.
#pragma once

#include "initialization.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#define CHAPTER initialization
#define CHAPTER_FUNCTIONS(FUNCTION)                                                                \
    FUNCTION(equal_layers, units, value)                                                           \
    FUNCTION(unit_spread, W)                                                                       \
    FUNCTION(descend, layers, X, T, eta)                                                           \
    FUNCTION(preactivation_deviation, fan_in, weight_deviation, input_square_mean, bias_deviation) \
    FUNCTION(uniform_deviation, limit)                                                             \
    FUNCTION(range_fan_in, half_width, weight_deviation, input_square_mean)                        \
    FUNCTION(saturated_fraction, outputs, margin)                                                  \
    FUNCTION(expected_saturated_fraction, deviation, margin)                                       \
    FUNCTION(xavier_normal_deviation, fan_in, fan_out)                                             \
    FUNCTION(xavier_normal, fan_in, fan_out, seed)                                                 \
    FUNCTION(xavier_uniform_limit, fan_in, fan_out)                                                \
    FUNCTION(xavier_uniform, fan_in, fan_out, seed)                                                \
    FUNCTION(he_deviation, fan_in)                                                                 \
    FUNCTION(he_normal, fan_in, fan_out, seed)                                                     \
    FUNCTION(forward_factor, fan_in, weight_variance, value_gain)                                  \
    FUNCTION(backward_factor, fan_out, weight_variance, slope_gain)                                \
    FUNCTION(forward_variances, input_square_mean, units, weight_variances, value_gain)            \
    FUNCTION(backward_squares, last_square_mean, units, weight_variances, slope_gain)              \
    FUNCTION(bowl_slope, P)                                                                        \
    FUNCTION(hilly_slope, P)                                                                       \
    FUNCTION(descend_from, slope, starts, eta, steps)                                              \
    FUNCTION(distinct_points, ends, tolerance)

BOOST_FUSION_ADAPT_STRUCT(workbook::Layer, W, b)
