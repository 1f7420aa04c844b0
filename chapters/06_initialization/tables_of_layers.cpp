// The tables of chapter 6 about what goes through many layers: variances forward, deltas and
// gradients back, by formula and by simulation.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace initialization {
namespace {

/// E[g(z)] for a normal z of this deviation, by the trapezoid rule over ±10 deviations.
double expectation(const std::function<double(double)>& g, double deviation)
{
    double sum = 0.0;
    double weights = 0.0;
    for (int i = -4000; i <= 4000; ++i) {
        const double u = i / 400.0;
        const double weight = std::exp(-0.5 * u * u);
        sum += weight * g(deviation * u);
        weights += weight;
    }
    return sum / weights;
}

/// The layers of the networks that are simulated.
const std::vector<int> small_units{30, 40, 20, 25};

/// Networks that a formula is checked with.
struct Case {
    const char* units;
    const char* weights;
    Draw draw;
    Activation f;
    double input_deviation;
    double gain;
    std::function<double(int, int)> variance;
};

double xavier_variance(int in, int out)
{
    return 2.0 / (in + out);
}

double he_variance(int in, int)
{
    return 2.0 / in;
}

const std::vector<Case> cases{
    {"linear", "Xavier", xavier_normal, Activation::linear, 1.0, 1.0, xavier_variance},
    {"ReLU", "Xavier", xavier_normal, Activation::relu, 1.0, 0.5, xavier_variance},
    {"ReLU", "He", he_normal, Activation::relu, 1.0, 0.5, he_variance},
    {"tanh, small x", "Xavier", xavier_normal, Activation::tanh, 0.05, 1.0, xavier_variance},
    {"tanh, N(0, 1)", "Xavier", xavier_normal, Activation::tanh, 1.0, 1.0, xavier_variance}};

/// For each layer the mean squares of its sums and of its deltas, one number for every network.
struct Simulation {
    std::vector<std::vector<double>> sums{3};
    std::vector<std::vector<double>> deltas{3};
    double input_square_mean = 0.0;
    double last_square_mean = 0.0;
};

Simulation simulate(const Draw& draw, Activation f, double input_deviation, std::size_t seed)
{
    Random random{64};
    const Matrix x = random.normal_matrix(1, 30, 0.0, input_deviation);
    const Matrix last = random.normal_matrix(1, 25, 0.0, 0.2);
    Simulation result;
    result.input_square_mean = mean_square(x);
    result.last_square_mean = mean_square(last);
    for (std::size_t network = 0; network < 2000; ++network) {
        const std::vector<Layer> layers = drawn_layers(draw, small_units, seed + network);
        const Pass pass = forward(layers, x, f);
        const std::vector<Matrix> delta = deltas(layers, pass, last, f);
        for (std::size_t l = 0; l < 3; ++l) {
            result.sums[l].push_back(mean_square(pass.Z[l]));
            result.deltas[l].push_back(mean_square(delta[l]));
        }
    }
    return result;
}

/// The simulations of all cases, done once for the tables of both directions.
const std::vector<Simulation>& simulations()
{
    static const std::vector<Simulation> all = [] {
        std::vector<Simulation> runs;
        for (const Case& c : cases)
            runs.push_back(simulate(c.draw, c.f, c.input_deviation, 1 + 2000 * runs.size()));
        return runs;
    }();
    return all;
}

/// The variance of the weights in each layer.
std::vector<double> variances_of(const std::function<double(int, int)>& variance)
{
    std::vector<double> result;
    for (std::size_t l = 1; l < small_units.size(); ++l)
        result.push_back(variance(small_units[l - 1], small_units[l]));
    return result;
}

/// The standard error of the mean of these values.
double standard_error(const std::vector<double>& values)
{
    const double n = static_cast<double>(values.size());
    const double m = mean(values);
    double sum = 0.0;
    for (double value : values)
        sum += (value - m) * (value - m);
    return std::sqrt(sum / (n - 1.0) / n);
}

std::vector<Column> check_columns(const char* formula)
{
    return {"units",
            "weights",
            "layer",
            {formula, "%.4g"},
            {"measured", "%.4g"},
            {"standard error", "%.2g"},
            {"off by … errors", "%.1f"}};
}

/// A row for each of the first `layers` layers: the formula against the mean of what was measured.
void add_check(Table& table, const Case& c, const std::vector<double>& formula,
               const std::vector<std::vector<double>>& measured, std::size_t layers)
{
    for (std::size_t l = 0; l < layers; ++l) {
        const double error = standard_error(measured[l]);
        table.row(c.units, c.weights, l + 1, formula[l], mean(measured[l]), error,
                  (mean(measured[l]) - formula[l]) / error);
    }
}

} // namespace

void compromise(Lab& lab)
{
    auto table =
        lab.table("compromise", {"Var w", {"forward factor", "%.4f"}, {"backward factor", "%.4f"}});
    const int in = 784, out = 256;
    const auto row = [&](const char* name, double v) {
        table.row(name, forward_factor(in, v, 1.0), backward_factor(out, v, 1.0));
    };
    row("1/in", 1.0 / in);
    row("1/out", 1.0 / out);
    row("2/(in + out)", std::pow(xavier_normal_deviation(in, out), 2));
    row("3/(in + out)", 3.0 / (in + out));
}

void forward_check(Lab& lab)
{
    const std::vector<Simulation>& runs = simulations();
    auto table = lab.table("forward_check", check_columns("Var z, formula"));
    for (std::size_t k = 0; k < cases.size(); ++k)
        add_check(table, cases[k],
                  forward_variances(runs[k].input_square_mean, small_units,
                                    variances_of(cases[k].variance), cases[k].gain),
                  runs[k].sums, 3);
}

void backward_check(Lab& lab)
{
    const std::vector<Simulation>& runs = simulations();
    auto table = lab.table("backward_check", check_columns("E[δ²], formula"));
    for (std::size_t k = 0; k < cases.size(); ++k)
        add_check(table, cases[k],
                  backward_squares(runs[k].last_square_mean, small_units,
                                   variances_of(cases[k].variance), cases[k].gain),
                  runs[k].deltas, 2);
}

void gains(Lab& lab)
{
    auto table = lab.table("gains", {"σ_z",
                                     {"tanh: E[f²]/Var z", "%.4f"},
                                     {"tanh: E[f′²]", "%.4f"},
                                     {"ReLU: E[f²]/Var z", "%.4f"},
                                     {"ReLU: E[f′²]", "%.4f"}});
    for (double s : {0.01, 0.1, 0.3, 1.0, 3.0, 10.0}) {
        const auto square = [](double x) { return x * x; };
        table.row(s, expectation([&](double z) { return square(std::tanh(z)); }, s) / (s * s),
                  expectation([&](double z) { return square(1.0 - square(std::tanh(z))); }, s),
                  expectation([&](double z) { return square(std::max(z, 0.0)); }, s) / (s * s),
                  expectation([](double z) { return z > 0.0   ? 1.0
                                                    : z < 0.0 ? 0.0
                                                              : 0.5; }, s));
    }
}

void saturated_backward(Lab& lab)
{
    auto table = lab.table(
        "saturated_backward",
        {"weights", {"σ_z", "%.3f"}, {"E[σ′²]", "%.5f"}, {"backward factor, 100 units", "%.3f"}});
    for (const Weights& weights : compared_weights()) {
        const double deviation = deviation_of_sums(weights);
        const double gain = expectation(
            [](double z) {
                const double y = 1.0 / (1.0 + std::exp(-z));
                return std::pow(y * (1.0 - y), 2);
            },
            deviation);
        table.row(weights.name, deviation, gain,
                  backward_factor(100, weights.deviation * weights.deviation, gain));
    }
}

void gradient_norms(Lab& lab)
{
    auto table = lab.table("gradient_norms", {"weights",
                                              {"tanh: layer 1", "%.2e"},
                                              {"tanh: layer 10", "%.2e"},
                                              {"ReLU: layer 1", "%.2e"},
                                              {"ReLU: layer 10", "%.2e"}});
    for (const Start& start : starts()) {
        const std::vector<double> tanh = backward(start.draw, Activation::tanh).norms;
        const std::vector<double> relu = backward(start.draw, Activation::relu).norms;
        table.row(start.name, tanh.front(), tanh.back(), relu.front(), relu.back());
    }
}

} // namespace initialization
