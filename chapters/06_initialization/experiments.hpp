/// @file
/// What the tables and the figures of chapter 6 compute with: spreads of samples, networks and
/// their starts, and the costs of descent.
#pragma once

#include "common/report/lab.hpp"
#include "initialization.hpp"

#include "common/math/random.hpp"

#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace initialization {

double mean(const std::vector<double>& values);

double mean_square(const Matrix& m);

Matrix sigma(const Matrix& Z);

inline const Matrix xor_X{{0.0, 0.0}, {0.0, 1.0}, {1.0, 0.0}, {1.0, 1.0}};
inline const Matrix xor_T{{0.0}, {1.0}, {1.0}, {0.0}};
inline const std::vector<int> xor_units{2, 4, 1};
constexpr double xor_eta = 6.0;

/// XOR's network with all weights ½, and each moved by up to `noise`.
std::vector<Layer> nearly_equal(double noise);

double xor_error(const std::vector<Layer>& layers);

/// How a training of XOR went, epoch by epoch.
struct Run {
    std::vector<double> error;
    std::vector<double> spread;   ///< of the hidden units' incoming weights
    std::vector<double> outgoing; ///< of their outgoing weights
};

Run xor_run(std::vector<Layer> layers, std::size_t epochs);

/// A way to draw the weights of a unit.
struct Weights {
    std::string name;
    double deviation;
    bool is_uniform = false;

    double draw(Random& random) const
    {
        const double r = deviation * std::sqrt(3.0);
        return is_uniform ? random.uniform(-r, r) : random.normal(0.0, deviation);
    }
};

/// The unit whose weights are drawn in several ways: 100 inputs from N(0, 1), no bias.
constexpr int compared_fan_in = 100;
constexpr double input_square_mean = 1.0; ///< E[x²] of N(0, 1)
inline const double root_of_a_tenth = std::sqrt(0.1);

std::vector<Weights> compared_weights();

/// The weighted sums of `count` units, each with weights and inputs of its own.
inline std::vector<double> weighted_sums(const Weights& weights, std::size_t count = 20000)
{
    Random random{60};
    std::vector<double> sums(count);
    for (double& z : sums) {
        z = 0.0;
        for (int i = 0; i < compared_fan_in; ++i)
            z += weights.draw(random) * random.normal(0.0, 1.0);
    }
    return sums;
}

/// The deviation of their weighted sums, by the formula of the text.
double deviation_of_sums(const Weights& weights);

/// σ of each.
std::vector<double> sigma_of(std::vector<double> sums);

enum class Activation { linear, tanh, relu };

Matrix value_of(Activation f, const Matrix& Z);

Matrix slope_of(Activation f, const Matrix& Z);

using Draw = std::function<Matrix(int fan_in, int fan_out, std::size_t seed)>;

/// An initialization with its name, and its colour in all figures.
struct Start {
    std::string name;
    Draw draw;
    Color color;
};

Draw normal_weights(double deviation);

std::vector<Start> starts();

std::vector<Layer> drawn_layers(const Draw& draw, const std::vector<int>& units, std::size_t seed);

/// Weighted sums and outputs of every layer. The last layer has no activation if `linear_end`.
struct Pass {
    std::vector<Matrix> Z;
    std::vector<Matrix> H; ///< the inputs first
};

inline Pass forward(const std::vector<Layer>& layers, const Matrix& X, Activation f,
                    bool linear_end = false)
{
    Pass pass{{}, {X}};
    for (const Layer& layer : layers) {
        pass.Z.push_back(matmul(pass.H.back(), layer.W) + layer.b);
        const bool last = pass.Z.size() == layers.size();
        pass.H.push_back(value_of(linear_end && last ? Activation::linear : f, pass.Z.back()));
    }
    return pass;
}

/// The deltas of every layer from those of the last.
std::vector<Matrix> deltas(const std::vector<Layer>& layers, const Pass& pass, Matrix last,
                           Activation f);

constexpr int deep_width = 100;
constexpr std::size_t deep_layers = 10;

std::vector<int> deep_units();

Matrix deep_inputs();

/// What comes back through a deep network with random targets. Its last layer has no activation; E
/// is the mean over the rows of half the squared distance to the targets.
struct Backward {
    std::vector<double> norms;  ///< of ∂E/∂W, layer by layer
    std::vector<double> deltas; ///< roots of their mean squares
};

Backward backward(const Draw& draw, Activation f);

/// How a deep network learned which quadrants belong together: the sign of x1 x2.
struct Lesson {
    std::vector<double> errors;   ///< on the 80 points that it learns from, epoch by epoch
    double right_elsewhere = 0.0; ///< fraction of new points that it gets right in the end
};

constexpr std::size_t lesson_epochs = 300;

Matrix quadrants(const Matrix& X);

/// The inputs are from U(−scale, scale).
Lesson learn(const Draw& draw, Activation f, double scale = 1.0);

/// Normal weights of the variance `over_sum`/(in + out). Those beyond two deviations are drawn
/// again, which leaves a smaller variance.
Draw cut_off(double over_sum);

/// Normal weights of the variance `over_sum`/(in + out).
Draw root_of(double over_sum);

/// The fraction of the variance that is left after a cut at two deviations: 1 − 4 φ(2)/P(|x| < 2).
double cut_fraction();

/// The convex cost.
double bowl(double u, double v);

/// The cost with four valleys.
double hills(double u, double v);

constexpr double plane_eta = 0.05;
constexpr int plane_steps = 600;

constexpr int plane_count = 36;

/// Starts on a grid of 6 × 6 points from −2 to 2.
Matrix plane_starts();

/// A point where descents end, and how many of them end there.
struct Point {
    double u, v;
    int count;
};

/// The points where descents end, in the order of the starts that first lead there.
std::vector<Point> points(const Matrix& ends);

} // namespace initialization
