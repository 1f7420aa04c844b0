/// @file
/// What the tables and the figures of chapter 4 compute with: activations, networks and data, and
/// the training runs.
#pragma once

#include "common/plot/meaning.hpp"
#include "common/report/lab.hpp"
#include "vanishing_gradient.hpp"

#include "common/math/random.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace vanishing_gradient {

/// The chain of three units that the text follows: its weighted sums and weights.
inline const Vector chain_z{0.2, -1.35, 0.5};
inline const Vector chain_w{0.8, -1.5, 1.1};

/// The network and the two rows of the worked example.
inline const std::vector<Layer> example{{{{0.8, -0.5}, {0.3, 0.9}}, {0.1, -0.2}},
                                        {{{0.9, -0.5}, {-0.4, 0.6}}, {-0.3, 0.2}},
                                        {{{0.7}, {-1.1}}, {0.25}}};
inline const Matrix example_X{{0.5, -1.0}, {0.8, 0.4}};
inline const Matrix example_T{{1.0}, {0.4}};

using MatrixFunction = std::function<Matrix(const Matrix&)>;

/// One function at every entry.
template <class F>
Matrix each(Matrix Z, const F& f)
{
    for (double& z : Z)
        z = f(z);
    return Z;
}

Matrix sigma(const Matrix& Z);

Matrix sigma_slope(const Matrix& Z);

Matrix hyperbolic(const Matrix& Z);

Matrix hyperbolic_slope(const Matrix& Z);

Matrix relu(const Matrix& Z);

Matrix relu_slope(const Matrix& Z);

/// An activation with its start and a learning rate that suits it (table learning_rates).
struct Kind {
    std::string name;
    MatrixFunction f;
    MatrixFunction f_slope;
    double eta;
    Color color;
    bool matched = false; ///< whether the weights are fitted to σ
};

inline const Kind with_sigmoid{"sigmoid", sigma, sigma_slope, 0.6, workbook::meaning::sigmoid};
inline const Kind with_tanh{"tanh", hyperbolic, hyperbolic_slope, 0.1, workbook::meaning::tanh};
inline const Kind with_relu{"ReLU", relu, relu_slope, 0.1, workbook::meaning::relu};
inline const Kind with_matched{"sigmoid, fitted start", sigma, sigma_slope, 0.3,
                               Color::orange,           true};

constexpr std::size_t width = 8;
constexpr std::size_t seeds = 7;
constexpr std::size_t epochs = 300;

/// `depth` hidden layers of `units` units between 2 inputs and 1 output. He's start: the weights of
/// a unit with n inputs have the spread √(2/n), the biases are 0.
std::vector<Layer> he_start(std::uint64_t seed, std::size_t depth, std::size_t units = width);

/// The weights with which a sigmoid net computes what a tanh net with these layers does:
/// σ(2z) = ½ + ½ tanh(z).
std::vector<Layer> fitted_to_sigma(std::vector<Layer> layers);

std::vector<Layer> start_of(const Kind& kind, std::uint64_t seed, std::size_t depth);

constexpr std::size_t points = 40;

/// Points scattered about two rings: every other one about the inner ring (target −1), the others
/// about the outer ring (target 1).
Matrix rings();

Matrix ring_targets();

inline const Matrix X = rings();
inline const Matrix T = ring_targets();

/// The smallest, the middle and the largest of some numbers.
struct Spread {
    double low;
    double middle;
    double high;
};

Spread spread(std::vector<double> values);

/// One network before and after its training.
struct Run {
    std::vector<Layer> start;
    Training training;
    double reached; ///< accuracy at the end
};

Run run_of(const Kind& kind, std::size_t depth, std::uint64_t seed, double eta,
           std::size_t updates);

/// The runs of all seeds with one budget. They are trained once, because tables and figures ask for
/// the same ones.
const std::vector<Run>& runs(const Kind& kind, std::size_t depth);

Spread reached(const Kind& kind, std::size_t depth);

inline const std::vector<std::size_t> depths{1, 2, 3, 5, 8};

Vector norms_of(const Kind& kind, const std::vector<Layer>& layers);

/// The norm of Δ in every layer.
Vector delta_norms(const Kind& kind, const std::vector<Layer>& layers);

/// The middle of the factors per layer, one factor for each start. A start with a gradient of 0 has
/// none; NaN if no start has one.
double middle_factor(const std::vector<Vector>& samples);

/// Spreads over several starts, one for each layer.
std::vector<Spread> spreads(const std::vector<Vector>& samples);

constexpr std::size_t norm_starts = 21;
constexpr std::size_t norm_depth = 10;

std::vector<Vector> norm_samples(const Kind& kind, double factor, std::size_t starts);

/// The fraction of saturated units in every hidden layer of a sigmoid net whose starting weights
/// are multiplied by `factor`, for each of several starts.
std::vector<Vector> saturated_fractions(double factor);

/// How far the weights of every layer have moved in the runs with 8 hidden layers.
std::vector<Spread> weight_changes(const Kind& kind);

Numbers lows(const std::vector<Spread>& all);

Numbers middles(const std::vector<Spread>& all);

Numbers highs(const std::vector<Spread>& all);

Numbers counted_from_1(std::size_t n);

/// How exactly e^x is computed.
enum class Exponential { as_it_is, one_ulp_off, cut_to_float };

/// σ with a spoiled exponential. When e^x is one ulp off, `random` says for every single one
/// whether it is too large or too small.
MatrixFunction spoiled_sigma(Exponential how, const std::shared_ptr<Random>& random);

/// The sigmoid and its slope, both from a spoiled exponential.
Kind spoiled(Exponential how);

/// What rounding and what depth do to the first layer's gradient.
struct Effects {
    double norm;         ///< of the first layer's gradient
    double fraction;     ///< of the last layer's
    double in_double;    ///< relative error of `norm` against 50 digits
    double one_ulp;      ///< relative change when every e^x is one ulp off
    double cut_to_float; ///< relative change when every e^x has 24 bits only
};

Effects effects(std::size_t depth);

} // namespace vanishing_gradient
