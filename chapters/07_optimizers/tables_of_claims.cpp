// The tables of chapter 7 that decide what is often said of the optimizers: which data batch
// descent is for, what Adagrad adapts to, what Adam's correction does, what a scale changes.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace optimizers {
namespace {

/// The rows read until the error is less than 0.05 above the lowest one, the mean of 20 runs.
double rows_read(const Data& data, int batch_size, double lowest)
{
    double sum = 0.0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Path path = regression_path(data, batch_size, 0.2, 0.0, 80, seed);
        const auto arrived = std::find_if(path.begin(), path.end(), [&](const Vector& w) {
            return regression_error(data, w) < lowest + 0.05;
        });
        sum += static_cast<double>((arrived - path.begin()) * batch_size) / 20.0;
    }
    return sum;
}

/// The steps until f is below 1e-6, from (−4, 1) in the bowl with κ = 25, and f after 1000.
struct Arrival {
    std::size_t steps;
    double f_at_end;
};

Arrival arrival(Kind kind, double eta)
{
    const Path path = run(kind, bowl_slopes(25.0), {-4.0, 1.0}, eta, 1000);
    const auto arrived = std::find_if(path.begin(), path.end(),
                                      [](const Vector& w) { return bowl(w, 25.0) < 1e-6; });
    return {static_cast<std::size_t>(arrived - path.begin()), bowl(path.back(), 25.0)};
}

/// f at the end of a race with another learning rate; infinite if it has diverged.
double end_of_race(const Race& race, Kind kind, double eta)
{
    const double f = race.f(run(kind, race.gradient, race.start, eta, race.steps).back());
    return std::isfinite(f) ? f : INFINITY;
}

/// "0.1 … 3.2 (7)": the learning rates, four per power of ten, that end a race below 0.1.
std::string good_rates(const Race& race, Kind kind)
{
    std::vector<double> good;
    for (int k = -20; k <= 4; ++k)
        if (const double eta = std::pow(10.0, k / 4.0); end_of_race(race, kind, eta) < 0.1)
            good.push_back(eta);
    return good.empty()
               ? "none"
               : fmt::format("{:.2g} … {:.2g} ({})", good.front(), good.back(), good.size());
}

} // namespace

void batch_or_stochastic(Lab& lab)
{
    auto table = lab.table("batch_or_stochastic", {"rows of data",
                                                   {"rows read by batch descent", "%.0f"},
                                                   {"by mini-batches of 10", "%.0f"},
                                                   {"by SGD", "%.0f"}});
    for (const std::size_t rows : {60, 600, 6000}) {
        const Data data = regression_data(rows);
        const double lowest = regression_error(data, regression_best(data));
        table.row(rows, rows_read(data, static_cast<int>(rows), lowest),
                  rows_read(data, 10, lowest), rows_read(data, 1, lowest));
    }
}

void speed_not_accuracy(Lab& lab)
{
    auto table = lab.table("speed_not_accuracy",
                           {"optimizer", "steps until f < 10⁻⁶", {"f after 1000 steps", "%.0e"}});
    for (const Kind kind : {Kind::descent, Kind::momentum, Kind::nesterov}) {
        const Arrival found = arrival(kind, 0.02);
        table.row(look(kind).name, found.steps, found.f_at_end);
    }
}

void adagrad_counts(Lab& lab)
{
    auto table = lab.table("adagrad_counts", {"updates",
                                              {"size of each gradient", "%g"},
                                              {"g", "%g"},
                                              {"factor η/√g, in units of η", "%.3g"}});
    for (const auto& [updates, size] :
         {std::pair{1, 1.0}, {100, 0.1}, {100, 1.0}, {100, 10.0}, {10000, 0.1}}) {
        Adaptive state{Vector{0.0}, Vector{0.0}};
        for (int k = 0; k < updates; ++k)
            state = adagrad_step(state, Vector{size}, 1.0, epsilon, Epsilon::outside);
        table.row(updates, size, state.g(0), 1.0 / root(state.g, epsilon, Epsilon::outside)(0));
    }
}

void adagrad_eta(Lab& lab)
{
    auto table = lab.table(
        "adagrad_eta", {"η", {"valley, f at the end", "%.3g"}, {"Beale, f at the end", "%.3g"}});
    for (const double eta : {0.01, 0.1, 1.0, 10.0})
        table.row(eta, end_of_race(valley_race(), Kind::adagrad, eta),
                  end_of_race(beale_race(), Kind::adagrad, eta));
}

void adam_and_momentum(Lab& lab)
{
    // The gradient is 1 throughout; the velocity is shown without its −η.
    auto table = lab.table("adam_and_momentum", {"t",
                                                 {"momentum: −v/η", "%.4f"},
                                                 {"Adam: m", "%.4f"},
                                                 {"m̂", "%.4f"},
                                                 {"m of gradients 0", "%g"},
                                                 {"m̂ of gradients 0", "%g"}});
    Momentum fast{Vector{0.0}, Vector{0.0}};
    Adam state{Vector{0.0}, Vector{0.0}, Vector{0.0}, Vector{0.0}, 0};
    Adam still = state;
    for (int t = 1; t <= 50; ++t) {
        fast = momentum_step(fast, Vector{1.0}, 1.0, alpha);
        state =
            adam_step(state, Vector{1.0}, 1.0, beta_1, beta_2, epsilon_of_adam, Epsilon::outside);
        still =
            adam_step(still, Vector{0.0}, 1.0, beta_1, beta_2, epsilon_of_adam, Epsilon::outside);
        if (t <= 3 || t == 10 || t == 50)
            table.row(t, -fast.v(0), state.m(0), corrected(state.m, beta_1, t)(0), still.m(0),
                      corrected(still.m, beta_1, t)(0));
    }
}

void steps_by_scale(Lab& lab)
{
    auto table = lab.table("steps_by_scale", {{"gradient", "%g"},
                                              {"descent", "%g"},
                                              {"momentum", "%g"},
                                              {"Adagrad", "%.6f"},
                                              {"RMSProp", "%.6f"},
                                              {"Adam", "%.6f"}});
    for (const double slope : {0.001, 1.0, 1000.0}) {
        const Gradient gradient = [slope](const Vector&) { return Vector{slope}; };
        const auto first = [&](Kind kind) {
            return -run(kind, gradient, Vector{0.0}, 1.0, 1).back()(0);
        };
        table.row(slope, first(Kind::descent), first(Kind::momentum), first(Kind::adagrad),
                  first(Kind::rmsprop), first(Kind::adam));
    }
}

void amsgrad_factor(Lab& lab)
{
    // A gradient of 10, then 0.1 in every step, with the usual β₂.
    auto table = lab.table("amsgrad_factor", {"t",
                                              {"g", "%.4f"},
                                              {"g_max", "%.4f"},
                                              {"correction √(1 − β₂ᵗ)/(1 − β₁ᵗ)", "%.3f"},
                                              {"factor of Adam / η", "%.3f"},
                                              {"factor of AMSGrad / η", "%.3f"}});
    Adam state{Vector{0.0}, Vector{0.0}, Vector{0.0}, Vector{0.0}, 0};
    for (int t = 1; t <= 3000; ++t) {
        state = keras_adam_step(state, Vector{t == 1 ? 10.0 : 0.1}, 0.01, beta_1, beta_2, 1e-7, 0.0,
                                true);
        const double correction =
            std::sqrt(1.0 - std::pow(beta_2, t)) / (1.0 - std::pow(beta_1, t));
        if (t == 1 || t == 2 || t == 12 || t == 100 || t == 1000 || t == 3000)
            table.row(t, state.g(0), state.g_max(0), correction, correction / std::sqrt(state.g(0)),
                      correction / std::sqrt(state.g_max(0)));
    }
}

void eta_cut(Lab& lab)
{
    // The slope is 1 and the speed has settled at ten times η; then η falls from 0.1 to 0.01.
    auto table = lab.table(
        "eta_cut",
        {"steps after the cut", {"η inside v: step", "%.4f"}, {"η outside v: step", "%.4f"}});
    Momentum inside{Vector{0.0}, Vector{-0.1 / (1.0 - alpha)}};
    double outside = 1.0 / (1.0 - alpha);
    for (int step = 0; step <= 40; ++step) {
        if (step == 0 || step == 1 || step == 2 || step == 10 || step == 40)
            table.row(step, -inside.v(0), (step == 0 ? 0.1 : 0.01) * outside);
        inside = momentum_step(inside, Vector{1.0}, 0.01, alpha);
        outside = alpha * outside + 1.0;
    }
}

void good_rates_table(Lab& lab)
{
    auto table = lab.table("good_rates", {"optimizer", "long valley", "Beale's function"});
    for (const Kind kind : all_kinds)
        table.row(look(kind).name, good_rates(valley_race(), kind), good_rates(beale_race(), kind));
}

} // namespace optimizers
