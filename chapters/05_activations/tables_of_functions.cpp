// The tables of chapter 5 about the functions one by one: values, slopes, and what a computer makes
// of the formulas.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <utility>

namespace activations {
namespace {

/// Central difference with a step of 1e-5.
double difference(const std::function<double(double)>& f, double x)
{
    const double h = 1e-5;
    return (f(x + h) - f(x - h)) / (2.0 * h);
}

/// A table of the functions, or of their slopes, at five points: a row for each.
void at_five_places(Lab& lab, const char* name, const char* heading, Activation Pair::* column)
{
    const Matrix X{{-1.5, -0.25, 0.0, 0.5, 3.0}};
    // Twelve decimals at most: what rounding errors leave of 0 and −0.375 is not shown.
    const auto rounded = [](double y) { return std::round(1e12 * y) / 1e12; };
    auto table = lab.table(name, {heading,
                                  {"x = −1.5", "%.13g"},
                                  {"−0.25", "%.13g"},
                                  {"0", "%.13g"},
                                  {"0.5", "%.13g"},
                                  {"3", "%.13g"}});
    for (const Pair& pair : pairs()) {
        const Matrix Y = (pair.*column)(X);
        table.row(pair.name.substr(0, pair.name.find(',')), rounded(Y(0, 0)), rounded(Y(0, 1)),
                  rounded(Y(0, 2)), rounded(Y(0, 3)), rounded(Y(0, 4)));
    }
}

} // namespace

void five_values(Lab& lab)
{
    at_five_places(lab, "five_values", "f(x)", &Pair::f);
}

void five_slopes(Lab& lab)
{
    at_five_places(lab, "five_slopes", "f′(x)", &Pair::slope);
}

void at_zero(Lab& lab)
{
    const double left = (at(relu, 0.0) - at(relu, -0.5)) / 0.5;
    const double right = (at(relu, 0.5) - at(relu, 0.0)) / 0.5;
    auto table = lab.table("at_zero", {"where", "step at\u00a00", "slope of ReLU at\u00a00",
                                       "slope of leaky ReLU at\u00a00"});
    table.row("0 belongs to the lower branch, x\u00a0≤\u00a00", 0, 0, 0.01);
    table.row("0 belongs to the upper branch, x\u00a0≥\u00a00", 1, 1, 1);
    table.row("quotient of differences from the left", "—", left,
              (at(leaky_relu, 0.0) - at(leaky_relu, -0.5)) / 0.5);
    table.row("quotient of differences from the right", "—", right,
              (at(leaky_relu, 0.5) - at(leaky_relu, 0.0)) / 0.5);
    table.row("this book, your functions", at(binary_step, 0.0), at(relu_slope, 0.0),
              at(leaky_relu_slope, 0.0));
}

void bias_slope_at_zero(Lab& lab)
{
    // y = v f(wx + b) at x = 0, b = 0, with target 1: ∂E/∂b = (y − t) v f′(0).
    const double v = 0.8;
    const double miss = v * at(relu, 0.0) - 1.0;
    lab.value("bias_slope_left", miss * v * at(relu_slope, 0.0));
    lab.value("bias_slope_right", miss * v * 1.0);
}

void nan_in_relu(Lab& lab)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const Matrix X{{nan, -2.0, 3.0}};
    auto table = lab.table("nan_in_relu", {"formula", "f(NaN)", "f(−2)", "f(3)"});
    const Matrix swallowed = xt::where(X > 0.0, X, 0.0);
    const Matrix kept = relu(X);
    table.row("`xt::where(X > 0.0, X, 0.0)`", swallowed(0, 0), swallowed(0, 1), swallowed(0, 2));
    table.row("`xt::maximum(X, 0.0)`", kept(0, 0), kept(0, 1), kept(0, 2));
}

void logistic_overflow(Lab& lab)
{
    auto table = lab.table("logistic_overflow", {"x", "eˣ / (1 + eˣ)", "1 / (1 + e⁻ˣ)"});
    for (double x : {-1000.0, -1.0, 1.0, 700.0, 710.0, 1000.0}) {
        const double e = std::exp(x);
        table.row(x, e / (1.0 + e), at(logistic, x));
    }
}

void logistic_tail(Lab& lab)
{
    auto table = lab.table(
        "logistic_tail", {"x", "σ (1 − σ)", "σ(x) σ(−x)", {"relative error of the first", "%.1e"}});
    for (double x : {5.0, 10.0, 20.0, 30.0, 36.0, 40.0}) {
        const double y = at(logistic, x);
        const double right = at(logistic, x) * at(logistic, -x);
        table.row(x, y * (1.0 - y), right, relative_error(y * (1.0 - y), right));
    }
}

void tanh_and_sigma(Lab& lab)
{
    const Matrix points = table_points();
    const Range sigma = range_of(logistic, points);
    const Range tanh = range_of(hyperbolic_tangent, points);
    auto table = lab.table("tanh_and_sigma", {"", "σ", "tanh"});
    table.row("range", range_text(sigma, logistic), range_text(tanh, hyperbolic_tangent));
    table.row("centre, f(0)", at(logistic, 0.0), at(hyperbolic_tangent, 0.0));
    table.row("largest slope", range_of(logistic_slope, points).supremum,
              range_of(hyperbolic_tangent_slope, points).supremum);
}

void tanh_identity(Lab& lab)
{
    const Matrix points = table_points();
    const Matrix apart = hyperbolic_tangent(points) - (2.0 * logistic(2.0 * points) - 1.0);
    lab.value("tanh_identity", xt::amax(xt::abs(apart))(), "%.1e");
}

void tanh_small(Lab& lab)
{
    auto table = lab.table("tanh_small", {{"x", "%.0e"},
                                          {"2 / (1 + e⁻²ˣ) − 1", "%.12e"},
                                          {"tanh", "%.12e"},
                                          {"relative error", "%.1e"}});
    for (double x : {1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12}) {
        const double typed = 2.0 / (1.0 + std::exp(-2.0 * x)) - 1.0;
        table.row(x, typed, std::tanh(x), relative_error(typed, std::tanh(x)));
    }
}

void distance_to_the_end_table(Lab& lab)
{
    const double half_pi = std::acos(0.0);
    auto table = lab.table("distance_to_the_end", {"x",
                                                   {"tanh: 1 − f", "%.2e"},
                                                   {"arctan: 1 − f/(π/2)", "%.2e"},
                                                   {"softsign: 1 − f", "%.2e"},
                                                   {"slope of tanh", "%.2e"},
                                                   {"of arctan", "%.2e"},
                                                   {"of softsign", "%.2e"}});
    for (double x : {1.0, 3.0, 10.0, 100.0})
        table.row(x, 2.0 / (1.0 + std::exp(2.0 * x)), 1.0 - at(arctan, x) / half_pi,
                  1.0 - at(softsign, x), 1.0 / std::pow(std::cosh(x), 2.0), at(arctan_slope, x),
                  at(softsign_slope, x));
}

void bars_lost(Lab& lab)
{
    const auto barless = [](double x) { return x / (1.0 + x); };
    auto table = lab.table("bars_lost", {"x", "x / (1 + x)", "softsign", "1 / (1 + x)²",
                                         "slope of softsign", "central difference of softsign"});
    for (double x : {-3.0, -1.0, -0.5, 0.5, 3.0})
        table.row(x, number_text(barless(x)), at(softsign, x),
                  number_text(1.0 / ((1.0 + x) * (1.0 + x))), at(softsign_slope, x),
                  difference([](double t) { return at(softsign, t); }, x));
}

void softsign_at_infinity(Lab& lab)
{
    const double infinity = std::numeric_limits<double>::infinity();
    auto table = lab.table("softsign_at_infinity", {"x", "x / (1 + |x|)", "sign(x) / (1 + 1/|x|)"});
    for (const auto& [words, x] : {std::pair{"−∞", -infinity},
                                   {"−10³⁰⁰", -1e300},
                                   {"0", 0.0},
                                   {"10³⁰⁰", 1e300},
                                   {"∞", infinity}})
        table.row(words, x / (1.0 + std::abs(x)), at(softsign, x));
}

void slopes_below(Lab& lab)
{
    auto table = lab.table("slopes_below", {"function",
                                            {"slope at −0.5", "%.4g"},
                                            {"at −2", "%.4g"},
                                            {"at −5", "%.4g"},
                                            {"at −20", "%.4g"},
                                            {"value at −20", "%.4g"}});
    for (const Pair& pair : pairs())
        if (pair.high > 4.1 && pair.name != "identity")
            table.row(pair.name, at(pair.slope, -0.5), at(pair.slope, -2.0), at(pair.slope, -5.0),
                      at(pair.slope, -20.0), at(pair.f, -20.0));
}

void alpha_slopes(Lab& lab)
{
    const Matrix X{{-1.5, -0.25, 0.0, 0.5, 3.0}};
    auto table = lab.table("alpha_slopes", {"∂f/∂α",
                                            {"x = −1.5", "%.9f"},
                                            {"−0.25", "%.9f"},
                                            {"0", "%.9f"},
                                            {"0.5", "%.9f"},
                                            {"3", "%.9f"}});
    const auto rows = [&](const char* name, const Matrix& slope,
                          const std::function<Matrix(double)>& f, double alpha) {
        const double h = 1e-5;
        const Matrix judged = (f(alpha + h) - f(alpha - h)) / (2.0 * h);
        table.row(name, slope(0, 0), slope(0, 1), slope(0, 2), slope(0, 3), slope(0, 4));
        table.row("by differences", judged(0, 0), judged(0, 1), judged(0, 2), judged(0, 3),
                  judged(0, 4));
    };
    rows(
        "PReLU", prelu_alpha_slope(X, prelu_example), [&](double alpha) { return prelu(X, alpha); },
        prelu_example);
    rows(
        "ELU", elu_alpha_slope(X, elu_example), [&](double alpha) { return elu(X, alpha); },
        elu_example);
}

void alpha_learned(Lab& lab)
{
    // The targets are those of a PReLU with another α; α alone is learned.
    const Matrix inputs{{-3.0, -2.0, -1.0, 1.0, 2.0}};
    const Matrix targets = prelu(inputs, 0.6);
    auto table = lab.table("alpha_learned", {"step", "α", "error"});
    double alpha = prelu_example;
    for (int step = 0; step <= 20; ++step) {
        const Matrix miss = prelu(inputs, alpha) - targets;
        if (step % 5 == 0)
            table.row(step, alpha, 0.5 * xt::mean(xt::square(miss))());
        alpha -= 0.1 * xt::mean(miss * prelu_alpha_slope(inputs, alpha))();
    }
}

void elu_small(Lab& lab)
{
    auto table = lab.table(
        "elu_small",
        {{"x", "%.0e"}, {"eˣ − 1", "%.15e"}, {"expm1(x)", "%.15e"}, {"relative error", "%.1e"}});
    for (double x : {-1e-1, -1e-4, -1e-8, -1e-12, -1e-15, -1e-17}) {
        const double right = std::expm1(x);
        table.row(x, std::exp(x) - 1.0, right, relative_error(std::exp(x) - 1.0, right));
    }
}

} // namespace activations
