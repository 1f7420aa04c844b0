/// @file
/// The functions of chapter 7 and the structs that cross the pipe.
#pragma once

#include "optimizers.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#define CHAPTER optimizers
#define CHAPTER_FUNCTIONS(FUNCTION)                                                                \
    FUNCTION(valley, w)                                                                            \
    FUNCTION(valley_gradient, w)                                                                   \
    FUNCTION(bowl, w, kappa)                                                                       \
    FUNCTION(bowl_gradient, w, kappa)                                                              \
    FUNCTION(beale, w)                                                                             \
    FUNCTION(beale_gradient, w)                                                                    \
    FUNCTION(saddle, w)                                                                            \
    FUNCTION(saddle_gradient, w)                                                                   \
    FUNCTION(batches, order, batch_size)                                                           \
    FUNCTION(batch_gradient, w, X, targets, rows)                                                  \
    FUNCTION(mean_gradient, w, X, targets, parts)                                                  \
    FUNCTION(epoch, w, X, targets, order, batch_size, eta)                                         \
    FUNCTION(descend, w, gradient, eta)                                                            \
    FUNCTION(decayed, eta, decay, t)                                                               \
    FUNCTION(momentum_step, state, gradient, eta, alpha)                                           \
    FUNCTION(velocity_of_past, gradients, eta, alpha)                                              \
    FUNCTION(look_ahead, state, alpha)                                                             \
    FUNCTION(nesterov_step, state, gradient, eta, alpha)                                           \
    FUNCTION(keras_nesterov_step, state, gradient, eta, alpha)                                     \
    FUNCTION(root, g, epsilon, position)                                                           \
    FUNCTION(adagrad_step, state, gradient, eta, epsilon, position)                                \
    FUNCTION(rmsprop_step, state, gradient, eta, gamma, epsilon, position)                         \
    FUNCTION(adadelta_step, state, gradient, eta, gamma, epsilon)                                  \
    FUNCTION(corrected, average, beta, t)                                                          \
    FUNCTION(adam_step, state, gradient, eta, beta_1, beta_2, epsilon, position)                   \
    FUNCTION(keras_adam_step, state, gradient, lr, beta_1, beta_2, epsilon, decay, amsgrad)

/// What comes later and may be used all the same.
#define CHAPTER_BUILDS_ON(BUILDS_ON)                                                               \
    BUILDS_ON(valley, saddle)                                                                      \
    BUILDS_ON(bowl, bowl_gradient)                                                                 \
    BUILDS_ON(epoch, descend)                                                                      \
    BUILDS_ON(descend, momentum_step)                                                              \
    BUILDS_ON(momentum_step, velocity_of_past)

BOOST_FUSION_ADAPT_STRUCT(optimizers::Momentum, w, v)
BOOST_FUSION_ADAPT_STRUCT(optimizers::Adaptive, w, g)
BOOST_FUSION_ADAPT_STRUCT(optimizers::Adadelta, w, g, s)
BOOST_FUSION_ADAPT_STRUCT(optimizers::Adam, w, m, g, g_max, t)
