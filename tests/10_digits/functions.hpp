/// @file
/// The functions of chapter 10 and the structs that cross the pipe.
#pragma once

#include "digits.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#define CHAPTER digits
#define CHAPTER_FUNCTIONS(FUNCTION)                                                                \
    FUNCTION(split, order, validation, test)                                                       \
    FUNCTION(rows_of, X, rows)                                                                     \
    FUNCTION(dense_forward, layer, X)                                                              \
    FUNCTION(weight_gradient, X, delta)                                                            \
    FUNCTION(input_gradient, layer, delta)                                                         \
    FUNCTION(forward, layers, X, f)                                                                \
    FUNCTION(backward, layers, pass, dE_dY, f_slope)                                               \
    FUNCTION(global_norm, gradient)                                                                \
    FUNCTION(clipped, gradient, limit)                                                             \
    FUNCTION(train_on_batch, batch, f, f_slope, loss, limit, optimizer)                            \
    FUNCTION(run_epoch, layers, X, T, order, batch_size, step)                                     \
    FUNCTION(fit, start, X, T, batch_size, epochs, seed, step, evaluate)                           \
    FUNCTION(predicted_classes, Y)                                                                 \
    FUNCTION(accuracy, predicted, labels)                                                          \
    FUNCTION(confusion_matrix, predicted, labels, classes)                                         \
    FUNCTION(dead_units, Z)                                                                        \
    FUNCTION(range_rates, first, last, steps)                                                      \
    FUNCTION(smoothed, values, beta)                                                               \
    FUNCTION(steepest_rate, rates, losses)

BOOST_FUSION_ADAPT_STRUCT(workbook::Layer, W, b)
BOOST_FUSION_ADAPT_STRUCT(digits::Split, train, validation, test)
BOOST_FUSION_ADAPT_STRUCT(digits::Pass, Z, H)
BOOST_FUSION_ADAPT_STRUCT(digits::Answers, Y, T)
BOOST_FUSION_ADAPT_STRUCT(digits::Update, layers, gradient)
BOOST_FUSION_ADAPT_STRUCT(digits::Batch, layers, X, T)
BOOST_FUSION_ADAPT_STRUCT(digits::Scores, loss, accuracy, val_loss, val_accuracy)
BOOST_FUSION_ADAPT_STRUCT(digits::Training, layers, history)
