// The functions of chapter 1 and the structs that cross the pipe between judge and host.
#pragma once

#include "perceptron.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#define CHAPTER perceptron
#define CHAPTER_FUNCTIONS(FUNCTION)                                                                \
    FUNCTION(weighted_sum, x, w, b)                                                                \
    FUNCTION(step_activation, z)                                                                   \
    FUNCTION(classify, x, unit)                                                                    \
    FUNCTION(and_gate)                                                                             \
    FUNCTION(or_gate)                                                                              \
    FUNCTION(nand_gate)                                                                            \
    FUNCTION(weighted_sums, X, unit)                                                               \
    FUNCTION(rosenblatt_update, unit, x, target, eta)                                              \
    FUNCTION(train, X, targets, start, eta, max_epochs)                                            \
    FUNCTION(mistake_bound, X, targets, separator)                                                 \
    FUNCTION(xor_contradiction)

/// What comes later and may be used all the same.
#define CHAPTER_BUILDS_ON(BUILDS_ON)                                                               \
    BUILDS_ON(classify, weighted_sums)                                                             \
    BUILDS_ON(and_gate, nand_gate)

BOOST_FUSION_ADAPT_STRUCT(perceptron::Unit, w, b)
BOOST_FUSION_ADAPT_STRUCT(perceptron::Training, unit, mistakes_per_epoch)
