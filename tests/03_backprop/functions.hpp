/// @file
/// The functions of chapter 3 and the structs that cross the pipe.
#pragma once

#include "backprop.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#define CHAPTER backprop
#define CHAPTER_FUNCTIONS(FUNCTION)                                                                \
    FUNCTION(descend, w, slope, eta)                                                               \
    FUNCTION(parabola_slope, w, w_best)                                                            \
    FUNCTION(descend_linear, unit, X, targets, eta)                                                \
    FUNCTION(error, y_o, y_t)                                                                      \
    FUNCTION(sigmoid, z)                                                                           \
    FUNCTION(sigmoid_slope, z)                                                                     \
    FUNCTION(sigmoid_slope_from_output, y)                                                         \
    FUNCTION(forward, net, x)                                                                      \
    FUNCTION(output_delta, a, y_t)                                                                 \
    FUNCTION(output_gradients, delta_o, y_h)                                                       \
    FUNCTION(hidden_delta, net, a, delta_o)                                                        \
    FUNCTION(hidden_gradients, delta_h, x)                                                         \
    FUNCTION(update, net, x, y_t, eta)                                                             \
    FUNCTION(gradients, layers, X, T, f, f_slope)                                                  \
    FUNCTION(numerical_gradient, E, parameters)                                                    \
    FUNCTION(train, start, X, T, eta, epochs)

/// What comes later and may be used all the same.
#define CHAPTER_BUILDS_ON(BUILDS_ON)                                                               \
    BUILDS_ON(descend_linear, gradients)                                                           \
    BUILDS_ON(update, gradients)

BOOST_FUSION_ADAPT_STRUCT(workbook::Layer, W, b)
BOOST_FUSION_ADAPT_STRUCT(backprop::Network, hidden, output)
BOOST_FUSION_ADAPT_STRUCT(backprop::Activations, y_h, y_o)
BOOST_FUSION_ADAPT_STRUCT(backprop::LinearUnit, w, b)
BOOST_FUSION_ADAPT_STRUCT(backprop::Training, layers, error_per_epoch)
