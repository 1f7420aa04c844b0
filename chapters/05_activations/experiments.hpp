/// @file
/// What the tables and the figures of chapter 5 compute with: the functions with their slopes, and
/// their properties, decided by computation.
#pragma once

#include "activations.hpp"
#include "common/report/lab.hpp"

#include "common/math/random.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace activations {

constexpr double prelu_example = 0.25; ///< α of PReLU in the text
constexpr double elu_example = 0.5;    ///< α of ELU in the text

Activation prelu_with(double alpha);

Activation prelu_slope_with(double alpha);

Activation elu_with(double alpha);

Activation elu_slope_with(double alpha);

/// A function with its slope, and the part of the y axis that its drawing shows.
struct Pair {
    std::string name;
    Activation f;
    Activation slope;
    double low = -1.5; ///< y axis from
    double high = 1.5; ///< to
};

/// Eight functions in the order of the usual table of them, then PReLU, ELU and SELU.
std::vector<Pair> pairs();

/// f(x) of one number.
double at(const Activation& f, double x);

double relative_error(double value, double right);

/// The points at which the table of properties is decided: −10, −9.99, …, 10.
Matrix table_points();

/// A number as people write it: ∞, π/2, a real minus.
std::string number_text(double x);

/// A range as people write it; a function with two values has a set of two.
std::string range_text(const Range& range, const Activation& f);

inline const Matrix temperature_scores{{2.0, 1.0, 0.5, -1.0}};

/// Of a random number.
struct Moments {
    double mean;
    double variance;
};

constexpr std::size_t deep = 32;

/// Mean and variance of all outputs of every layer of a deep random network, weights N(0, 1/n),
/// no biases; entry 0 is the input, with mean ½ and deviation 2.
std::vector<Moments> through_layers(const Activation& f);

/// The functions that the deep network is tried with.
const std::vector<std::pair<std::string, Activation>>& deep_functions();

} // namespace activations
