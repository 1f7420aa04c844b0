// The functions of chapter 2 and the structs that cross the pipe between judge and host.
#pragma once

#include "xor_mlp.hpp"

#include <boost/fusion/include/adapt_struct.hpp>

#define CHAPTER xor_mlp
#define CHAPTER_FUNCTIONS(FUNCTION)                                                                \
    FUNCTION(mlp, x, w, b)                                                                         \
    FUNCTION(nand_unit)                                                                            \
    FUNCTION(or_unit)                                                                              \
    FUNCTION(and_unit)                                                                             \
    FUNCTION(xor_gate, x1, x2)                                                                     \
    FUNCTION(forward, X, net)                                                                      \
    FUNCTION(sigmoid_unit, x, w, b)                                                                \
    FUNCTION(hidden_space, X, hidden)                                                              \
    FUNCTION(parameter_counts, inputs, units)                                                      \
    FUNCTION(output_shape, rows, inputs, units)                                                    \
    FUNCTION(forward_stack, X, layers)                                                             \
    FUNCTION(collapse, first, second)

/// What comes later and may be used all the same.
#define CHAPTER_BUILDS_ON(BUILDS_ON)                                                               \
    BUILDS_ON(forward, hidden_space)                                                               \
    BUILDS_ON(output_shape, forward_stack)

BOOST_FUSION_ADAPT_STRUCT(xor_mlp::Unit, w, b)
BOOST_FUSION_ADAPT_STRUCT(workbook::Layer, W, b)
BOOST_FUSION_ADAPT_STRUCT(xor_mlp::Network, hidden, output)
