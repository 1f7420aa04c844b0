/// @file
/// The functions of chapter 5 and the structs that cross the pipe.
#pragma once

#include "activations.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#define CHAPTER activations
#define CHAPTER_FUNCTIONS(FUNCTION)                                                                \
    FUNCTION(identity, X)                                                                          \
    FUNCTION(identity_slope, X)                                                                    \
    FUNCTION(binary_step, X)                                                                       \
    FUNCTION(binary_step_slope, X)                                                                 \
    FUNCTION(logistic, X)                                                                          \
    FUNCTION(logistic_slope, X)                                                                    \
    FUNCTION(hyperbolic_tangent, X)                                                                \
    FUNCTION(hyperbolic_tangent_slope, X)                                                          \
    FUNCTION(arctan, X)                                                                            \
    FUNCTION(arctan_slope, X)                                                                      \
    FUNCTION(softsign, X)                                                                          \
    FUNCTION(softsign_slope, X)                                                                    \
    FUNCTION(relu, X)                                                                              \
    FUNCTION(relu_slope, X)                                                                        \
    FUNCTION(leaky_relu, X)                                                                        \
    FUNCTION(leaky_relu_slope, X)                                                                  \
    FUNCTION(prelu, X, alpha)                                                                      \
    FUNCTION(prelu_slope, X, alpha)                                                                \
    FUNCTION(prelu_alpha_slope, X, alpha)                                                          \
    FUNCTION(elu, X, alpha)                                                                        \
    FUNCTION(elu_slope, X, alpha)                                                                  \
    FUNCTION(elu_alpha_slope, X, alpha)                                                            \
    FUNCTION(selu, X)                                                                              \
    FUNCTION(selu_slope, X)                                                                        \
    FUNCTION(softmax, Z)                                                                           \
    FUNCTION(softmax_jacobian, p)                                                                  \
    FUNCTION(softmax_jacobian_product, P, V)                                                       \
    FUNCTION(range_of, f, points)                                                                  \
    FUNCTION(is_monotonic, f, points)                                                              \
    FUNCTION(derivative_jump, f, at, k, h)                                                         \
    FUNCTION(order_of_continuity, f, at, highest)                                                  \
    FUNCTION(properties, f, f_slope, points)

/// What comes later and may be used all the same.
#define CHAPTER_BUILDS_ON(BUILDS_ON)                                                               \
    BUILDS_ON(identity, prelu)                                                                     \
    BUILDS_ON(identity_slope, prelu_slope)                                                         \
    BUILDS_ON(binary_step, prelu_slope)                                                            \
    BUILDS_ON(relu, prelu)                                                                         \
    BUILDS_ON(relu_slope, prelu_slope)                                                             \
    BUILDS_ON(leaky_relu, prelu)                                                                   \
    BUILDS_ON(leaky_relu_slope, prelu_slope)                                                       \
    BUILDS_ON(elu, elu_alpha_slope)

BOOST_FUSION_ADAPT_STRUCT(activations::Range, infimum, supremum, infimum_reached, supremum_reached)
BOOST_FUSION_ADAPT_STRUCT(activations::Properties, range, order, monotonic, slope_monotonic)
