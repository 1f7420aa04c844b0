// Single numbers and small tables of the answers to chapter 7's exercises.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace optimizers {
namespace {

/// The largest size of coordinate 1 on a path.
double farthest_y(const Path& path)
{
    double farthest = 0.0;
    for (const Vector& w : path)
        farthest = std::max(farthest, std::abs(w(1)));
    return farthest;
}

/// The first point of a path with |y| > 1.
std::size_t steps_to_leave(const Path& path)
{
    const auto left = std::find_if(path.begin(), path.end(),
                                   [](const Vector& w) { return std::abs(w(1)) > 1.0; });
    return static_cast<std::size_t>(left - path.begin());
}

/// The path of a step that is repeated.
template <class State>
Path repeated(State state, const std::function<State(const State&, int t)>& step, int steps)
{
    Path path{state.w};
    for (int t = 1; t <= steps; ++t) {
        state = step(state, t);
        path.push_back(state.w);
    }
    return path;
}

Path adagrad_on_saddle(double y, Epsilon position)
{
    return repeated<Adaptive>(
        {{1.0, y}, {0.0, 0.0}},
        [position](const Adaptive& state, int) {
            return adagrad_step(state, saddle_gradient(state.w), 0.1, epsilon, position);
        },
        60);
}

Path rmsprop_on_beale(double eta, double decay)
{
    return repeated<Adaptive>(
        {{1.0, 1.5}, {0.0, 0.0}},
        [=](const Adaptive& state, int t) {
            return rmsprop_step(state, beale_gradient(state.w), decayed(eta, decay, t - 1),
                                gamma_rmsprop, epsilon, Epsilon::outside);
        },
        240);
}

/// The mean of E − lowest E over the last 500 of 3000 updates on ten rows, drawn with repeats.
double floor_with_repeats(const Data& data, double lowest)
{
    Random random{5};
    Vector w{-1.0, 4.0};
    double sum = 0.0;
    for (int update = 1; update <= 3000; ++update) {
        std::vector<std::size_t> rows;
        for (int i = 0; i < 10; ++i)
            rows.push_back(random.index(data_rows));
        w = descend(w, batch_gradient(w, data.X, data.targets, rows), 0.2);
        if (update > 2500)
            sum += (regression_error(data, w) - lowest) / 500.0;
    }
    return sum;
}

double floor_of_epochs(const Data& data, double lowest)
{
    const Path path = regression_path(data, 10, 0.2, 0.0, 3000);
    double sum = 0.0;
    for (std::size_t k = path.size() - 500; k < path.size(); ++k)
        sum += (regression_error(data, path[k]) - lowest) / 500.0;
    return sum;
}

} // namespace

void answers_of_batches(Lab& lab)
{
    lab.value("beale_flat", beale({0.0, 1.0}), "%.2f");
    lab.value("beale_flat_slope", xt::amax(xt::abs(beale_gradient({0.0, 1.0})))(), "%g");
    lab.value("beale_flat_up", beale({0.1, 1.1}), "%.2f");
    lab.value("beale_flat_down", beale({0.1, 0.9}), "%.2f");

    const Batches parts = batches(all_rows(1000), 64);
    lab.value("updates_of_epoch", parts.size());
    lab.value("rows_of_last_batch", parts.back().size());
    lab.value("last_batch_counts", 64.0 / static_cast<double>(parts.back().size()), "%.1f");

    lab.value("rate_after_100", decayed(1.0, 0.9, 100), "%.3f");
    double sum = 0.0, squares = 0.0;
    for (int t = 0; t < 1000000; ++t) {
        const double rate = decayed(1.0, 0.05, t);
        sum += rate;
        squares += rate * rate;
        if (t + 1 == 1000)
            lab.value("rates_of_1000", sum, "%.0f");
        if (t + 1 == 1000000) {
            lab.value("rates_of_million", sum, "%.0f");
            lab.value("squares_of_million", squares, "%.2f");
        }
    }
}

void answers_of_steps(Lab& lab)
{
    const auto weight_at = [](std::size_t age) {
        Matrix past = xt::zeros<double>({age + 1, std::size_t{1}});
        past(0, 0) = -1.0;
        return velocity_of_past(past, 1.0, alpha)(0);
    };
    lab.value("weight_at_43", weight_at(43), "%.4f");
    lab.value("weight_at_44", weight_at(44), "%.4f");

    lab.value("nesterov_alpha_along", alpha * (1.0 - 0.02 * 1.0), "%.3f");
    lab.value("nesterov_alpha_across", alpha * (1.0 - 0.02 * 25.0), "%.3f");

    lab.value("adagrad_first_of_0_4", first_adagrad_step(0.4, 1e-300, Epsilon::outside), "%g");
    lab.value("adagrad_first_of_400", first_adagrad_step(400.0, 1e-300, Epsilon::outside), "%g");

    lab.value("visits_until_noise", std::ceil(std::log(0.123) / std::log(0.97)), "%.0f");
    lab.value("left_after_31", std::pow(0.97, 31), "%.2f");

    // What a squared gradient still counts in g after five more steps.
    const auto counted = [](double gamma) {
        Adaptive state{Vector{0.0}, Vector{0.0}};
        for (int step = 0; step < 6; ++step)
            state = rmsprop_step(state, Vector{step == 0 ? 1.0 : 0.0}, 1.0, gamma, epsilon,
                                 Epsilon::outside);
        return state.g(0);
    };
    lab.value("counted_kept", counted(0.9), "%.3f");
    lab.value("counted_swapped", counted(0.1), "%.6f");

    const auto first_of_adadelta = [](double eps) {
        const Vector zero{0.0};
        return -adadelta_step({zero, zero, zero}, Vector{1.0}, 1.0, gamma_adadelta, eps).w(0);
    };
    lab.value("adadelta_first", first_of_adadelta(1e-6), "%.5f");
    lab.value("adadelta_first_races", first_of_adadelta(epsilon_of_adadelta), "%.4f");

    lab.value("adam_first_small", first_adam_step(1e-4, epsilon_of_adam, Epsilon::outside), "%.4f");
    lab.value("adam_first_large", first_adam_step(1e4, epsilon_of_adam, Epsilon::outside), "%.4f");
    lab.value("adam_first_plain", (1.0 - beta_1) / std::sqrt(1.0 - beta_2), "%.2f");
}

void answers_of_races(Lab& lab)
{
    double farthest = 0.0;
    const Race race = saddle_race();
    for (std::size_t i = 0; i < all_kinds.size(); ++i)
        farthest = std::max(farthest, farthest_y(run(all_kinds[i], race.gradient, {1.0, 0.0},
                                                     race.etas[i], race.steps)));
    lab.value("saddle_from_zero", farthest, "%g");

    for (const auto& [name, y] : {std::pair{"6", 1e-6}, {"12", 1e-12}}) {
        const Path inside = adagrad_on_saddle(y, Epsilon::inside);
        const Path outside = adagrad_on_saddle(y, Epsilon::outside);
        lab.value(fmt::format("leaves_inside_{}", name), steps_to_leave(inside));
        lab.value(fmt::format("leaves_outside_{}", name), steps_to_leave(outside));
    }
    lab.value("grown_inside", adagrad_on_saddle(1e-6, Epsilon::inside)[1](1) / 1e-6, "%.0f");

    const Data data = regression_data();
    const double lowest = regression_error(data, regression_best(data));
    lab.value("floor_of_epochs", floor_of_epochs(data, lowest), "%.1e");
    lab.value("floor_with_repeats", floor_with_repeats(data, lowest), "%.1e");
    lab.value("spread_without_repeats", std::sqrt((60.0 - 6.0) / (60.0 - 1.0)), "%.3f");
}

void try_momentum_099(Lab& lab)
{
    auto table = lab.table("try_momentum_099", {"α",
                                                {"η", "%g"},
                                                {"lowest y", "%.2f"},
                                                {"highest y", "%.2f"},
                                                {"f after 240 steps", "%.1e"},
                                                {"f after 2000", "%.1e"}});
    for (const auto& [fraction, eta] :
         {std::pair{0.9, 1e-3}, {0.99, 1e-3}, {0.99, 1e-4}, {0.99, 1e-5}}) {
        const Path path = repeated<Momentum>(
            {{-0.6, 1.4}, {0.0, 0.0}},
            [fraction = fraction, eta = eta](const Momentum& state, int) {
                return momentum_step(state, valley_gradient(state.w), eta, fraction);
            },
            2000);
        const Numbers y = column(path, 1, 241);
        const auto [low, high] = std::minmax_element(y.begin(), y.end());
        table.row(fraction, eta, *low, *high, valley(path[240]), valley(path[2000]));
    }
}

void try_decay_on_beale(Lab& lab)
{
    auto table = lab.table("try_decay_on_beale", {{"η", "%g"},
                                                  {"decay", "%g"},
                                                  {"f after 120 steps", "%.1e"},
                                                  {"f after 240", "%.1e"},
                                                  {"largest f of the last 100", "%.1e"}});
    for (const auto& [eta, decay] :
         {std::pair{0.05, 0.0}, {0.05, 0.02}, {0.2, 0.02}, {0.2, 0.05}}) {
        const Path path = rmsprop_on_beale(eta, decay);
        double largest = 0.0;
        for (std::size_t step = 141; step <= 240; ++step)
            largest = std::max(largest, beale(path[step]));
        table.row(eta, decay, beale(path[120]), beale(path[240]), largest);
    }
}

void try_uncorrected_adam(Lab& lab)
{
    auto table = lab.table("try_uncorrected_adam", {"t",
                                                    {"corrected, η = 0.01", "%.5f"},
                                                    {"not corrected, η = 0.01/6", "%.5f"},
                                                    {"share of the way", "%.2f"}});
    Adam state{Vector{0.0}, Vector{0.0}, Vector{0.0}, Vector{0.0}, 0};
    double way = 0.0;
    for (int t = 1; t <= 5000; ++t) {
        const double before = state.w(0);
        state =
            adam_step(state, Vector{1.0}, 0.01, beta_1, beta_2, epsilon_of_adam, Epsilon::outside);
        const double plain = 0.01 / 6.0 * state.m(0) / (std::sqrt(state.g(0)) + epsilon_of_adam);
        way += plain;
        if (t == 1 || t == 12 || t == 100 || t == 1000 || t == 5000)
            table.row(t, before - state.w(0), plain, -way / state.w(0));
    }
}

void try_millimetres(Lab& lab)
{
    auto table = lab.table("try_millimetres", {"optimizer",
                                               {"η", "%g"},
                                               {"x after 100 steps, metres", "%.4f"},
                                               {"the same from millimetres", "%.4f"},
                                               {"y, metres", "%.1e"},
                                               {"y, the same", "%.1e"}});
    const std::vector<double> etas{0.02, 0.02, 0.02, 0.3, 0.05, 1.0, 0.1};
    // f is the same function of the place; its slope by a coordinate in millimetres is smaller.
    const Gradient scaled = [](const Vector& w) {
        const Vector slope = bowl_gradient({w(0) / 1000.0, w(1)}, 25.0);
        return Vector{slope(0) / 1000.0, slope(1)};
    };
    for (std::size_t i = 0; i < all_kinds.size(); ++i) {
        const Vector metres =
            run(all_kinds[i], bowl_slopes(25.0), {-4.0, 1.0}, etas[i], 100).back();
        const Vector other = run(all_kinds[i], scaled, {-4000.0, 1.0}, etas[i], 100).back();
        table.row(look(all_kinds[i]).name, etas[i], metres(0), other(0) / 1000.0, metres(1),
                  other(1));
    }
}

} // namespace optimizers
