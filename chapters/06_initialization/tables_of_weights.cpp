// The tables of chapter 6 about the weights of one layer: the spread of its sums, saturation, and
// the distributions that the weights are drawn from.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace initialization {
namespace {

Matrix as_row(const std::vector<double>& values)
{
    Matrix m = xt::zeros<double>({std::size_t{1}, values.size()});
    std::copy(values.begin(), values.end(), m.begin());
    return m;
}

double fraction_where(const std::vector<double>& values, const std::function<bool(double)>& holds)
{
    return static_cast<double>(std::count_if(values.begin(), values.end(), holds)) /
           static_cast<double>(values.size());
}

/// The outputs of one unit with fixed weights from N(0, 1), for many inputs from U(0, 1).
std::vector<double> outputs_of_unit(std::uint64_t seed, std::size_t count)
{
    Random random{seed};
    const Vector w = random.normal_vector(compared_fan_in, 0.0, 1.0);
    std::vector<double> sums(count);
    for (double& z : sums)
        z = dot(w, random.uniform_vector(compared_fan_in, 0.0, 1.0));
    return sigma_of(sums);
}

/// The fraction of a normal distribution that lies more than this many deviations from its mean.
double share_beyond(double deviations)
{
    return std::erfc(deviations / std::sqrt(2.0));
}

/// The fraction of outputs between ¼ and ¾.
double middle_fraction(const std::vector<double>& y)
{
    return fraction_where(y, [](double v) { return v > 0.25 && v < 0.75; });
}

/// The mean of σ′ at these outputs of σ.
double mean_slope(std::vector<double> y)
{
    for (double& v : y)
        v *= 1.0 - v;
    return mean(y);
}

/// "−37.1 … 40.2"
std::string range_of(const std::vector<double>& values)
{
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return fmt::format("−{:.1f} … {:.1f}", -*low, *high);
}

} // namespace

void spread_of_sums(Lab& lab)
{
    auto table = lab.table("spread_of_sums", {"weights",
                                              {"σ_w", "%.4f"},
                                              {"σ_z by the formula", "%.3f"},
                                              {"σ_z of 20000 units", "%.3f"},
                                              "their lowest and highest sum"});
    for (const Weights& weights : compared_weights()) {
        const std::vector<double> sums = weighted_sums(weights);
        table.row(weights.name, weights.deviation, deviation_of_sums(weights),
                  std::sqrt(mean_square(as_row(sums))), range_of(sums));
    }
}

void sums_beyond_one(Lab& lab)
{
    const auto percent = [](int inputs) {
        return 100.0 *
               share_beyond(1.0 / preactivation_deviation(inputs, 1.0, input_square_mean, 0.0));
    };
    lab.value("beyond_one", percent(compared_fan_in), "%.1f");
    lab.value("beyond_one_of_three", percent(3), "%.1f");
}

void range_fan_ins(Lab& lab)
{
    auto table = lab.table("range_fan_ins", {"range of wx + b",
                                             "weights",
                                             {"n for x from U(0, 1)", "%.1f"},
                                             {"n for x from N(0, 1)", "%.1f"}});
    const auto row = [&](double half, const char* name, double deviation) {
        table.row(fmt::format("−{0} … {0}", half), name, range_fan_in(half, deviation, 1.0 / 3.0),
                  range_fan_in(half, deviation, 1.0));
    };
    row(40.0, "U(−4, 4)", uniform_deviation(4.0));
    row(40.0, "N(0, 1)", 1.0);
    row(5.0, "N(0, 0.1), 0.1 the variance", root_of_a_tenth);
    row(5.0, "N(0, 0.1), 0.1 the deviation", 0.1);
}

void which_tenth(Lab& lab)
{
    auto table = lab.table("which_tenth", {"weights",
                                           "10000 weights span",
                                           "10000 sums span",
                                           {"outputs from 0.25 to 0.75", "%.3f"},
                                           {"outputs stuck", "%.4f"},
                                           {"mean slope σ′", "%.3f"}});
    for (const Weights& weights : compared_weights()) {
        if (weights.is_uniform)
            continue;
        Random random{65};
        std::vector<double> drawn(10000);
        for (double& w : drawn)
            w = weights.draw(random);
        const std::vector<double> sums = weighted_sums(weights, 10000);
        const std::vector<double> y = sigma_of(sums);
        table.row(weights.name, range_of(drawn), range_of(sums), middle_fraction(y),
                  saturated_fraction(as_row(y), 0.01), mean_slope(y));
    }
}

void saturation(Lab& lab)
{
    auto table = lab.table("saturation", {"weights",
                                          {"σ_z", "%.3f"},
                                          {"stuck, expected", "%.4f"},
                                          {"stuck, of 20000", "%.4f"},
                                          {"outputs from 0.25 to 0.75", "%.3f"},
                                          {"mean slope σ′", "%.4f"}});
    for (const Weights& weights : compared_weights()) {
        const double deviation = deviation_of_sums(weights);
        const std::vector<double> y = sigma_of(weighted_sums(weights));
        table.row(weights.name, deviation, expected_saturated_fraction(deviation, 0.01),
                  saturated_fraction(as_row(y), 0.01), middle_fraction(y), mean_slope(y));
    }
}

void single_units(Lab& lab)
{
    auto table = lab.table("single_units", {"unit",
                                            {"fraction of outputs above 0.9", "%.3f"},
                                            {"below 0.1", "%.3f"},
                                            {"between", "%.3f"}});
    std::size_t high = 0, low = 0;
    for (std::uint64_t unit = 1; unit <= 1000; ++unit) {
        const std::vector<double> y = outputs_of_unit(unit, 100);
        const double above = fraction_where(y, [](double v) { return v > 0.9; });
        const double below = fraction_where(y, [](double v) { return v < 0.1; });
        high += above > 0.9;
        low += below > 0.9;
        if (unit <= 6)
            table.row(unit, above, below, 1.0 - above - below);
    }
    lab.value("units_stuck_high", high);
    lab.value("units_stuck_low", low);
}

void erratum_5(Lab& lab)
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
    row("√(3/(in + out))", 3.0, root_of(3.0));
    row("√(3/(in + out)), cut off at 2 deviations", 3.0 * cut_fraction(), cut_off(3.0));
    row("√(2/(in + out)), cut off at 2 deviations", 2.0 * cut_fraction(), cut_off(2.0));
}

void cut_at_two_deviations(Lab& lab)
{
    lab.value("cut_fraction", cut_fraction(), "%.6f");
    lab.value("cut_root_3_variance", 3.0 * cut_fraction(), "%.6f");
    lab.value("cut_root_3_excess", 100.0 * (1.5 * cut_fraction() - 1.0), "%.1f");
    lab.value("cut_root_3_deviation", 100.0 * (std::sqrt(1.5 * cut_fraction()) - 1.0), "%.1f");
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
    lab.value("judged_once_in", share_beyond(6.0), "%.1e");
    lab.value("judged_all", 60.0 * share_beyond(6.0), "%.1e");
}

void rules(Lab& lab)
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

} // namespace initialization
