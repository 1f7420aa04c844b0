/// @file
/// The functions of chapter 9 and the structs that cross the pipe.
#pragma once

#include "generalization.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#define CHAPTER generalization
#define CHAPTER_FUNCTIONS(FUNCTION)                                                                \
    FUNCTION(monomials, x, degree)                                                                 \
    FUNCTION(legendre, x, degree)                                                                  \
    FUNCTION(fit, X, t)                                                                            \
    FUNCTION(mean_squared_error, X, w, t)                                                          \
    FUNCTION(split, order, validation, test)                                                       \
    FUNCTION(error_curves, x, t, x_validation, t_validation, highest)                              \
    FUNCTION(best_degree, validation)                                                              \
    FUNCTION(diagnose, training, validation, goal, gap)                                            \
    FUNCTION(bias_and_variance, predictions, truth)                                                \
    FUNCTION(expected_error, parts, sigma)                                                         \
    FUNCTION(penalized, w)                                                                         \
    FUNCTION(regularized_error, X, w, t, lambda)                                                   \
    FUNCTION(regularized_gradient, X, w, t, lambda)                                                \
    FUNCTION(ridge, X, t, lambda)                                                                  \
    FUNCTION(adam_l2_step, state, gradient, eta, lambda)                                           \
    FUNCTION(adamw_step, state, gradient, eta, lambda)                                             \
    FUNCTION(early_stopping, start, one_epoch, validation, patience, epochs)                       \
    FUNCTION(scale_of, X)                                                                          \
    FUNCTION(standardize, X, scale)                                                                \
    FUNCTION(curvature, X)                                                                         \
    FUNCTION(largest_rate, X)                                                                      \
    FUNCTION(condition_number, X)

/// What comes later and may be used all the same.
#define CHAPTER_BUILDS_ON(BUILDS_ON)                                                               \
    BUILDS_ON(fit, ridge)                                                                          \
    BUILDS_ON(fit, curvature)                                                                      \
    BUILDS_ON(error_curves, ridge)                                                                 \
    BUILDS_ON(regularized_gradient, curvature)                                                     \
    BUILDS_ON(ridge, curvature)                                                                    \
    BUILDS_ON(adam_l2_step, adamw_step)

BOOST_FUSION_ADAPT_STRUCT(generalization::Split, training, validation, test)
BOOST_FUSION_ADAPT_STRUCT(generalization::Curves, training, validation)
BOOST_FUSION_ADAPT_STRUCT(generalization::Diagnosis, high_bias, high_variance)
BOOST_FUSION_ADAPT_STRUCT(generalization::Parts, bias_squared, variance)
BOOST_FUSION_ADAPT_STRUCT(generalization::Adam, w, m, g, t)
BOOST_FUSION_ADAPT_STRUCT(generalization::Stopped, w, epoch, error, epochs)
BOOST_FUSION_ADAPT_STRUCT(generalization::Scale, mean, deviation)
