/// @file
/// The functions of chapter 8 that the judge may call.
#pragma once

#include "losses.hpp"

#define CHAPTER losses
#define CHAPTER_FUNCTIONS(FUNCTION)                                                                \
    FUNCTION(squared_error, Y, T)                                                                  \
    FUNCTION(squared_error_gradient, Y, T)                                                         \
    FUNCTION(sigmoid, Z)                                                                           \
    FUNCTION(sigmoid_squared_error_gradient, Z, T)                                                 \
    FUNCTION(likelihood, p, t)                                                                     \
    FUNCTION(negative_log_likelihood, p, t)                                                        \
    FUNCTION(softplus, Z)                                                                          \
    FUNCTION(binary_cross_entropy, Z, T)                                                           \
    FUNCTION(binary_cross_entropy_gradient, Z, T)                                                  \
    FUNCTION(one_hot, labels, classes)                                                             \
    FUNCTION(labels_of, P)                                                                         \
    FUNCTION(log_sum_exp, Z)                                                                       \
    FUNCTION(softmax, Z)                                                                           \
    FUNCTION(cross_entropy, Z, T)                                                                  \
    FUNCTION(probability_gradient, P, T)                                                           \
    FUNCTION(cross_entropy_gradient, Z, T)                                                         \
    FUNCTION(output, task, Z)                                                                      \
    FUNCTION(loss, task, Z, T)                                                                     \
    FUNCTION(output_delta, task, Z, T)                                                             \
    FUNCTION(decide, task, Z)

/// What comes later and may be used all the same.
#define CHAPTER_BUILDS_ON(BUILDS_ON)                                                               \
    BUILDS_ON(softplus, log_sum_exp)                                                               \
    BUILDS_ON(log_sum_exp, softmax)
