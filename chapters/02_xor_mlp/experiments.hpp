/// @file
/// What the tables and the figures of chapter 2 compute with: the networks of the text.
#pragma once

#include "common/report/lab.hpp"
#include "xor_mlp.hpp"

#include <vector>

namespace xor_mlp {

inline const Matrix corners{{0, 0}, {0, 1}, {1, 0}, {1, 1}};

/// The three units as the network that they are: a column of W for each unit.
xor_mlp::Network xor_network();

/// The same network with sigmoids: all weights and biases times `scale`, the output unit with
/// the bias `output_bias` before that.
double soft_xor(double x1, double x2, double scale, double output_bias);

/// Layers inputs → 5 → 3 → 1 with weights drawn once and for all.
std::vector<Layer> drawn_stack();

} // namespace xor_mlp
