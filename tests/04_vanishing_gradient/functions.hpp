/// @file
/// The functions of chapter 4 and the structs that cross the pipe.
#pragma once

#include "vanishing_gradient.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#define CHAPTER vanishing_gradient
#define CHAPTER_FUNCTIONS(FUNCTION)                                                                \
    FUNCTION(sigmoid_slope, z)                                                                     \
    FUNCTION(sigmoid_slope_peak)                                                                   \
    FUNCTION(slope_bound, depth, weight)                                                           \
    FUNCTION(chain_slope, z, w)                                                                    \
    FUNCTION(forward, layers, X, f)                                                                \
    FUNCTION(deltas, layers, pass, output_delta, f_slope)                                          \
    FUNCTION(gradients, layers, X, T, f, f_slope)                                                  \
    FUNCTION(gradient_norms, gradients)                                                            \
    FUNCTION(saturated_fraction, Z, f_slope, threshold)                                            \
    FUNCTION(scaled, layers, factor)                                                               \
    FUNCTION(factor_per_layer, norms)                                                              \
    FUNCTION(accuracy, outputs, targets)                                                           \
    FUNCTION(train, start, X, T, f, f_slope, eta, epochs)                                          \
    FUNCTION(weight_change, before, after)

BOOST_FUSION_ADAPT_STRUCT(workbook::Layer, W, b)
BOOST_FUSION_ADAPT_STRUCT(vanishing_gradient::Peak, z, slope)
BOOST_FUSION_ADAPT_STRUCT(vanishing_gradient::Pass, Z, H)
BOOST_FUSION_ADAPT_STRUCT(vanishing_gradient::Training, layers, error_per_epoch)
