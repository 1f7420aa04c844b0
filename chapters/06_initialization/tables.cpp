// The tables and numbers of chapter 6.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace initialization {
namespace {

/// The standard error of the mean of values.
double standard_error(const std::vector<double>& values)
{
    const double n = static_cast<double>(values.size());
    const double m = mean(values);
    double sum = 0.0;
    for (double value : values)
        sum += (value - m) * (value - m);
    return std::sqrt(sum / (n - 1.0) / n);
}

Matrix as_row(const std::vector<double>& values)
{
    Matrix m = xt::zeros<double>({std::size_t{1}, values.size()});
    std::copy(values.begin(), values.end(), m.begin());
    return m;
}

double share_where(const std::vector<double>& values, const std::function<bool(double)>& holds)
{
    return static_cast<double>(std::count_if(values.begin(), values.end(), holds)) /
           static_cast<double>(values.size());
}

/// The outputs of one unit with fixed weights from N(0, 1), for many inputs from U(0, 1).
std::vector<double> outputs_of_unit(std::uint64_t seed, std::size_t count)
{
    Random random{seed};
    const Vector w = random.normal_vector(slide_fan_in, 0.0, 1.0);
    std::vector<double> sums(count);
    for (double& z : sums)
        z = dot(w, random.uniform_vector(slide_fan_in, 0.0, 1.0));
    return sigma_of(sums);
}

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

const std::vector<int> small_units{30, 40, 20, 25};

/// Mean squares of sums and deltas per layer, a number for every network.
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

std::vector<double> variances_of(const std::function<double(int, int)>& variance)
{
    std::vector<double> result;
    for (std::size_t l = 1; l < small_units.size(); ++l)
        result.push_back(variance(small_units[l - 1], small_units[l]));
    return result;
}

} // namespace

void one_update_of_equal_units(Lab& lab)
{
    const std::vector<Layer> before = equal_layers({2, 2, 1}, 0.5);
    const std::vector<Layer> after = descend(before, Matrix{{0.6, -0.4}}, Matrix{{0.9}}, 0.5);
    auto table = lab.table("equal_update", {"hidden unit",
                                            {"weight from x1", "%.12f"},
                                            {"from x2", "%.12f"},
                                            {"bias", "%.12f"},
                                            {"weight into the output", "%.12f"}});
    for (std::size_t j = 0; j < 2; ++j)
        table.row(j + 1, after[0].W(0, j), after[0].W(1, j), after[0].b(j), after[1].W(j, 0));
    lab.value("equal_update_spread", unit_spread(after[0].W));
}

void training_of_equal_units(Lab& lab)
{
    const Run equal = xor_run(nearly_equal(0.0), 4000);
    const Run moved = xor_run(nearly_equal(0.01), 4000);
    auto table = lab.table("equal_training",
                           {"epoch", "equal: spread, in", "equal: spread, out", "equal: error",
                            "nearly equal: spread, in", "nearly equal: error"});
    for (std::size_t epoch : {0, 1, 100, 500, 1000, 2000, 4000})
        table.row(epoch, equal.spread[epoch], equal.outgoing[epoch], equal.error[epoch],
                  moved.spread[epoch], moved.error[epoch]);
}

void spread_of_sums(Lab& lab)
{
    auto table = lab.table("spread_of_sums", {"weights",
                                              {"σ_w", "%.4f"},
                                              {"σ_z by the formula", "%.3f"},
                                              {"σ_z of 20000 units", "%.3f"},
                                              {"range 3 σ_z", "%.2f"}});
    for (const Weights& weights : slide_weights()) {
        const double deviation =
            preactivation_deviation(slide_fan_in, weights.deviation, slide_square_mean, 0.0);
        table.row(weights.name, weights.deviation, deviation,
                  std::sqrt(mean_square(as_row(weighted_sums(weights)))),
                  fmt::format("−{0:.2f} … {0:.2f}", 3.0 * deviation));
    }
    const double deviation = preactivation_deviation(slide_fan_in, 1.0, slide_square_mean, 0.0);
    lab.value("beyond_one", 100.0 * std::erfc(1.0 / (deviation * std::sqrt(2.0))), "%.1f");
    lab.value("beyond_one_of_three",
              100.0 * std::erfc(1.0 / (preactivation_deviation(3, 1.0, slide_square_mean, 0.0) *
                                       std::sqrt(2.0))),
              "%.1f");
}

void fan_in_of_the_slides(Lab& lab)
{
    auto table = lab.table("range_fan_ins", {"range of wx + b",
                                             "weights",
                                             {"n for x from U(0, 1)", "%.1f"},
                                             {"n for x from N(0, 1)", "%.1f"}});
    const auto row = [&](double half, const char* name, double deviation) {
        table.row(fmt::format("−{0} … {0}", half), name,
                  range_fan_in(half, deviation, slide_square_mean),
                  range_fan_in(half, deviation, 1.0));
    };
    row(40.0, "U(−4, 4)", uniform_deviation(4.0));
    row(5.0, "N(0, 0.1), 0.1 the variance", root_of_a_tenth);
    row(5.0, "N(0, 0.1), 0.1 the deviation", 0.1);
    lab.value("ratio_if_variance", uniform_deviation(4.0) / root_of_a_tenth, "%.2f");
    lab.value("ratio_if_deviation", uniform_deviation(4.0) / 0.1, "%.1f");
}

void saturation(Lab& lab)
{
    auto table = lab.table("saturation", {"weights",
                                          {"σ_z", "%.3f"},
                                          {"stuck, expected", "%.4f"},
                                          {"stuck, of 20000", "%.4f"},
                                          {"outputs from 0.25 to 0.75", "%.3f"},
                                          {"mean slope σ′", "%.4f"}});
    for (const Weights& weights : slide_weights()) {
        const double deviation =
            preactivation_deviation(slide_fan_in, weights.deviation, slide_square_mean, 0.0);
        const std::vector<double> y = sigma_of(weighted_sums(weights));
        std::vector<double> slopes = y;
        for (double& s : slopes)
            s *= 1.0 - s;
        table.row(weights.name, deviation, expected_saturated_share(deviation, 0.01),
                  saturated_share(as_row(y), 0.01),
                  share_where(y, [](double v) { return v > 0.25 && v < 0.75; }), mean(slopes));
    }
    lab.value("slope_at_5", std::exp(-5.0) / std::pow(1.0 + std::exp(-5.0), 2), "%.4f");
}

void near_1_or_near_0(Lab& lab)
{
    auto table = lab.table("single_units", {"unit",
                                            {"share of outputs above 0.9", "%.3f"},
                                            {"below 0.1", "%.3f"},
                                            {"between", "%.3f"}});
    std::size_t high = 0, low = 0;
    for (std::uint64_t unit = 1; unit <= 1000; ++unit) {
        const std::vector<double> y = outputs_of_unit(unit, 100);
        const double above = share_where(y, [](double v) { return v > 0.9; });
        const double below = share_where(y, [](double v) { return v < 0.1; });
        high += above > 0.9;
        low += below > 0.9;
        if (unit <= 6)
            table.row(unit, above, below, 1.0 - above - below);
    }
    lab.value("units_stuck_high", high);
    lab.value("units_stuck_low", low);
}

void erratum_5_in_numbers(Lab& lab)
{
    auto table = lab.table("erratum_5", {"weights",
                                         {"variance · (in + out)", "%.4f"},
                                         {"the same, of 300 × 300 weights", "%.4f"},
                                         {"factor per layer, in = out", "%.4f"},
                                         {"after 10 linear layers", "%.3f"}});
    const auto row = [&](const char* name, double variance, const Draw& draw) {
        const double factor = forward_factor(100, variance / 200.0, 1.0);
        table.row(name, variance, 600.0 * mean_square(draw(300, 300, 5)), factor,
                  std::pow(factor, 10));
    };
    row("√(2/(in + out)), Glorot and Bengio", 2.0, xavier_normal);
    row("√(3/(in + out)), deck E", 3.0, root_of(3.0));
    row("√(3/(in + out)), cut off at 2 deviations", 3.0 * cut_share(), cut_off(3.0));
    row("√(2/(in + out)), cut off at 2 deviations", 2.0 * cut_share(), cut_off(2.0));
    lab.value("cut_share", cut_share(), "%.6f");
    lab.value("cut_root_3_variance", 3.0 * cut_share(), "%.6f");
    lab.value("cut_root_3_excess", 100.0 * (1.5 * cut_share() - 1.0), "%.1f");
    lab.value("cut_root_3_deviation", 100.0 * (std::sqrt(1.5 * cut_share()) - 1.0), "%.1f");
}

void how_a_sampler_is_judged(Lab& lab)
{
    const int in = 120, out = 171;
    const double n = in * out;
    const double variance = std::pow(xavier_normal_deviation(in, out), 2);
    const double error = variance * std::sqrt(2.0 / n);
    const double slip = 1.5 * variance;
    lab.value("judged_weights", in * out);
    lab.value("judged_variance", variance, "%.6f");
    lab.value("judged_error", error, "%.6f");
    lab.value("judged_error_percent", 100.0 * error / variance, "%.2f");
    lab.value("judged_low", variance - 6.0 * error, "%.6f");
    lab.value("judged_high", variance + 6.0 * error, "%.6f");
    lab.value("judged_measured", mean_square(xavier_normal(in, out, 1)), "%.6f");
    lab.value("judged_slip", slip, "%.6f");
    lab.value("judged_slip_errors", (slip - variance - 6.0 * error) / (slip * std::sqrt(2.0 / n)),
              "%.0f");
    lab.value("judged_once_in", std::erfc(6.0 / std::sqrt(2.0)), "%.1e");
    lab.value("judged_all", 60.0 * std::erfc(6.0 / std::sqrt(2.0)), "%.1e");
}

void weights_of_some_layers(Lab& lab)
{
    auto table = lab.table("rules", {"layer",
                                     {"Xavier normal σ_w", "%.4f"},
                                     {"Xavier uniform r", "%.4f"},
                                     {"r/√3", "%.4f"},
                                     {"He σ_w", "%.4f"}});
    for (const auto& [in, out] : {std::pair{3, 5}, {100, 100}, {784, 256}, {256, 10}, {50, 1}})
        table.row(fmt::format("{} → {}", in, out), xavier_normal_deviation(in, out),
                  xavier_uniform_limit(in, out), uniform_deviation(xavier_uniform_limit(in, out)),
                  he_deviation(in));
}

void which_1_over_n(Lab& lab)
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
    row("3/(in + out), erratum 5", 3.0 / (in + out));
}

void formula_and_simulation(Lab& lab)
{
    struct Case {
        const char* units;
        const char* weights;
        Draw draw;
        Activation f;
        double input_deviation, gain;
        std::function<double(int, int)> variance;
    };
    const auto xavier = [](int in, int out) { return 2.0 / (in + out); };
    const auto he = [](int in, int) { return 2.0 / in; };
    const std::vector<Case> cases{
        {"linear", "Xavier", xavier_normal, Activation::linear, 1.0, 1.0, xavier},
        {"ReLU", "Xavier", xavier_normal, Activation::relu, 1.0, 0.5, xavier},
        {"ReLU", "He", he_normal, Activation::relu, 1.0, 0.5, he},
        {"tanh, small x", "Xavier", xavier_normal, Activation::tanh, 0.05, 1.0, xavier},
        {"tanh, N(0, 1)", "Xavier", xavier_normal, Activation::tanh, 1.0, 1.0, xavier}};
    std::vector<Simulation> runs;
    for (const Case& c : cases)
        runs.push_back(simulate(c.draw, c.f, c.input_deviation, 1 + 2000 * runs.size()));

    auto forth = lab.table("forward_check", {"units",
                                             "weights",
                                             "layer",
                                             {"Var z, formula", "%.4g"},
                                             {"measured", "%.4g"},
                                             {"standard error", "%.2g"},
                                             {"off by … errors", "%.1f"}});
    for (std::size_t k = 0; k < cases.size(); ++k) {
        const auto formula = forward_variances(runs[k].input_square_mean, small_units,
                                               variances_of(cases[k].variance), cases[k].gain);
        for (std::size_t l = 0; l < 3; ++l) {
            const double error = standard_error(runs[k].sums[l]);
            forth.row(cases[k].units, cases[k].weights, l + 1, formula[l], mean(runs[k].sums[l]),
                      error, (mean(runs[k].sums[l]) - formula[l]) / error);
        }
    }
    auto back = lab.table("backward_check", {"units",
                                             "weights",
                                             "layer",
                                             {"E[δ²], formula", "%.4g"},
                                             {"measured", "%.4g"},
                                             {"standard error", "%.2g"},
                                             {"off by … errors", "%.1f"}});
    for (std::size_t k = 0; k < cases.size(); ++k) {
        const auto formula = backward_squares(runs[k].last_square_mean, small_units,
                                              variances_of(cases[k].variance), cases[k].gain);
        for (std::size_t l = 0; l < 2; ++l) {
            const double error = standard_error(runs[k].deltas[l]);
            back.row(cases[k].units, cases[k].weights, l + 1, formula[l], mean(runs[k].deltas[l]),
                     error, (mean(runs[k].deltas[l]) - formula[l]) / error);
        }
    }
}

void gains_of_an_activation(Lab& lab)
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

void back_through_saturated_sigmoids(Lab& lab)
{
    auto table = lab.table(
        "saturated_backward",
        {"weights", {"σ_z", "%.3f"}, {"E[σ′²]", "%.5f"}, {"backward factor, 100 units", "%.3f"}});
    for (const Weights& weights : slide_weights()) {
        const double deviation =
            preactivation_deviation(slide_fan_in, weights.deviation, slide_square_mean, 0.0);
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

void gradients_of_ten_layers(Lab& lab)
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

void learning_from_each_start(Lab& lab)
{
    auto table = lab.table("learning", {"weights",
                                        "units",
                                        {"error at the start", "%.4g"},
                                        {"error after 300 epochs", "%.4g"},
                                        {"right among new points", "%.3f"}});
    for (Activation f : {Activation::tanh, Activation::relu})
        for (const Start& start : starts()) {
            const Lesson lesson = learn(start.draw, f);
            table.row(start.name, f == Activation::tanh ? "tanh" : "ReLU", lesson.errors.front(),
                      lesson.errors.back(), lesson.right_elsewhere);
        }
}

void descent_from_many_starts(Lab& lab)
{
    auto table = lab.table("ends_of_descent",
                           {"cost", "starts", {"u", "%.4f"}, {"v", "%.4f"}, {"E", "%.4f"}});
    const Matrix bowl_ends = descend_from(bowl_slope, plane_starts(), plane_eta, plane_steps);
    const Matrix hilly_ends = descend_from(hilly_slope, plane_starts(), plane_eta, plane_steps);
    for (const Place& place : places(bowl_ends))
        table.row("convex", place.count, place.u, place.v, bowl(place.u, place.v));
    int best = 0;
    double lowest = 1e9;
    for (const Place& place : places(hilly_ends)) {
        table.row("four valleys", place.count, place.u, place.v, hills(place.u, place.v));
        if (hills(place.u, place.v) < lowest) {
            lowest = hills(place.u, place.v);
            best = place.count;
        }
    }
    lab.value("bowl_places", distinct_places(bowl_ends, 1e-3));
    lab.value("hilly_places", distinct_places(hilly_ends, 1e-3));
    lab.value("hilly_best", best);
    lab.value("hilly_missed", 36 - best);
}

void eta_too_large(Lab& lab)
{
    auto table = lab.table("bowl_eta", {"η", "starts that arrive", "starts that do not"});
    for (double eta : {0.05, 0.12, 0.2, 0.4, 0.6}) {
        const Matrix ends = descend_from(bowl_slope, plane_starts(), eta, plane_steps);
        int arrived = 0;
        for (std::size_t n = 0; n < 36; ++n)
            arrived +=
                std::hypot(ends(n, 0) - 0.682327803828, ends(n, 1) - 0.682327803828) < 1e-3 ? 1 : 0;
        table.row(eta, arrived, 36 - arrived);
    }
}

} // namespace initialization
