/// @file
/// What the tables and the figures of chapter 2 compute with: the networks of the text.
#pragma once

#include "common/report/lab.hpp"
#include "xor_mlp.hpp"

#include <vector>

namespace xor_mlp {

/// The four inputs of XOR.
inline const Matrix corners{{0, 0}, {0, 1}, {1, 0}, {1, 1}};

/// NAND, OR and AND as one network: a column of W for each unit.
xor_mlp::Network xor_network();

/// XOR by the same network with sigmoids. The output unit gets the bias `output_bias`; then all
/// weights and biases are multiplied by `scale`, which leaves the lines where they are and makes
/// the sigmoids steeper.
double soft_xor(double x1, double x2, double scale, double output_bias);

/// The units of Dense(5), Dense(3), Dense(1), the stack of section 2.6.
inline const std::vector<std::size_t> stack_units{5, 3, 1};

/// That stack on one input, with random weights that are the same at every call.
std::vector<Layer> drawn_stack();

/// The deep network of that section: its inputs, the units of its hidden layers and of its output.
constexpr std::size_t deep_inputs = 5;
inline const std::vector<std::size_t> deep_units{8, 8, 8, 8, 3};

} // namespace xor_mlp
