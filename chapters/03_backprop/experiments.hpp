/// @file
/// What the tables and the figures of chapter 3 compute with: the worked example of the text, the
/// linear unit and its data, and the training of XOR.
#pragma once

#include "backprop.hpp"
#include "common/report/lab.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <vector>

namespace backprop {

/// The worked example: a 2-2-2 network, one row of inputs and its targets.
inline const backprop::Network example{{{{0.7, -0.8}, {-0.3, 0.5}}, {0.2, -0.1}},
                                       {{{-0.9, 0.6}, {0.4, -0.5}}, {0.3, -0.2}}};
inline const Vector example_x{0.6, -0.4};
inline const Vector example_t{0.9, 0.2};
constexpr double example_eta = 0.5;

/// All parameters in one vector, layer by layer, W row by row before b; `shaped` is the way back.
Vector flat(const std::vector<Layer>& layers);

/// Layers of the shapes of `like` with these parameters.
std::vector<Layer> shaped(const Vector& parameters, std::vector<Layer> like);

Vector flat(const backprop::Network& net);

/// The error of the worked example as a function of its 12 parameters.
double example_error(const Vector& parameters);

/// Its error when only the weights w31 and w41 are other ones: a surface over the plane.
double error_over_two(const Vector& w);

/// Thirty steps of descent with η = 4 on these two weights, from a start.
std::vector<Vector> path_over_two(const Vector& start);
inline const Vector start_on_slope{-3.0, 5.0};
inline const Vector start_on_plateau{-7.0, 7.0};

/// Both deltas and both gradients of the worked example.
struct Backward {
    Activations a;
    Vector delta_o;
    Vector delta_h;
    Layer output;
    Layer hidden;
};

Backward backward();

/// The gradient of all 12 parameters.
Vector flat(const Backward& back);

/// The slopes of E at p by central differences with a step of h, or by one-sided ones.
inline Vector differences(const std::function<double(const Vector&)>& E, const Vector& p, double h,
                          bool both_sides = true)
{
    Vector slopes = p;
    for (std::size_t i = 0; i < p.size(); ++i) {
        Vector above = p;
        Vector below = p;
        above(i) += h;
        if (both_sides)
            below(i) -= h;
        slopes(i) = (E(above) - E(below)) / (both_sides ? 2.0 * h : h);
    }
    return slopes;
}

/// The largest entry, by size.
double largest(const Vector& v);

/// Three rows for the linear unit, and where its descent starts.
inline const Matrix line_X{{1.0, 2.0}, {3.0, -1.0}, {-2.0, 0.5}};
inline const Vector line_targets{1.0, 2.0, -1.5};
inline const LinearUnit line_start{{0.5, -0.25}, 0.1};

double line_error(const LinearUnit& unit);

/// The errors before each of `steps` steps, and after the last one.
std::vector<double> line_errors(double eta, std::size_t steps);

/// The curvatures of the linear unit's error in three directions at right angles, the smallest
/// first: the eigenvalues of (1/N) Σ (x, 1)(x, 1)ᵀ.
Vector line_curvatures();

/// XOR, and a network and a learning rate that learn it.
inline const Matrix xor_X{{0.0, 0.0}, {0.0, 1.0}, {1.0, 0.0}, {1.0, 1.0}};
inline const Matrix xor_T{{0.0}, {1.0}, {1.0}, {0.0}};
constexpr double xor_learning_rate = 8.0;
constexpr std::size_t xor_epochs = 1000;
constexpr std::size_t xor_hidden = 6;

std::vector<Layer> random_layers(std::uint64_t seed, std::size_t hidden);

Matrix sigma(const Matrix& Z);

Matrix sigma_slope(const Matrix& Z);

Matrix outputs(const std::vector<Layer>& layers, const Matrix& X);

/// A number in a drawing, with a real minus sign.
inline std::string drawn(double value, const char* format = "{:.4f}")
{
    std::string text = fmt::format(fmt::runtime(format), value);
    if (text.front() == '-')
        text.replace(0, 1, "−");
    return text;
}

double parabola(double w);

/// The weights that descent on (w − 2)² goes through.
inline std::vector<double> parabola_path(double eta, std::size_t steps, double start = 5.0)
{
    std::vector<double> path{start};
    for (std::size_t step = 0; step < steps; ++step)
        path.push_back(descend(path.back(), parabola_slope(path.back(), 2.0), eta));
    return path;
}

/// A unit of a network that is drawn as a figure. Its circle is a line and not a marker, because a
/// marker's size differs between the kinds of files.
void circle(Figure& figure, double x, double y, const std::string& label, Color color);

} // namespace backprop
