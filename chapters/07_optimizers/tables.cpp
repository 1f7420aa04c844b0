// The tables and numbers of chapter 7.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace optimizers {
namespace {

const Vector text_w{0.5, -0.3};
const Vector text_gradient{0.4, -0.2};
const Matrix text_X{{1.0, 0.5}, {1.0, -1.0}, {1.0, 2.0}, {1.0, 1.5}, {1.0, -0.5}};
const Vector text_targets{1.2, -0.4, 2.9, 2.1, 0.4};
const Vector text_line{0.3, 0.5};
const std::vector<std::size_t> text_order{3, 0, 4, 2, 1};

/// Slopes from differences, which know no formula.
Vector differences(const std::function<double(const Vector&)>& f, const Vector& w)
{
    Vector slopes = w;
    for (std::size_t i = 0; i < w.size(); ++i) {
        Vector above = w, below = w;
        above(i) += 1e-5;
        below(i) -= 1e-5;
        slopes(i) = (f(above) - f(below)) / 2e-5;
    }
    return slopes;
}

std::string named(const std::vector<std::size_t>& rows)
{
    std::string text;
    for (std::size_t n : rows)
        text += (text.empty() ? "" : ", ") + std::to_string(n);
    return text;
}

double first_adam_step(double slope, double eps, Epsilon place)
{
    const Vector zero{0.0};
    return -adam_step({zero, zero, zero, zero, 0}, Vector{slope}, 1.0, beta_1, beta_2, eps, place)
                .w(0);
}

double first_keras_adam_step(double slope, double eps)
{
    const Vector zero{0.0};
    return -keras_adam_step({zero, zero, zero, zero, 0}, Vector{slope}, 1.0, beta_1, beta_2, eps,
                            0.0, false)
                .w(0);
}

} // namespace

void test_function_slopes(Lab& lab)
{
    auto table = lab.table("test_functions", {"function",
                                              "(x, y)",
                                              {"f", "%.6f"},
                                              {"∂f/∂x", "%.6f"},
                                              {"∂f/∂y", "%.6f"},
                                              {"by differences, off", "%.0e"}});
    const auto row = [&](const char* name, const Vector& w, const Vector& slopes,
                         const std::function<double(const Vector&)>& f) {
        table.row(name, w, f(w), slopes(0), slopes(1),
                  xt::amax(xt::abs(slopes - differences(f, w)))());
    };
    row("long valley", {-0.5, 0.8}, valley_gradient({-0.5, 0.8}), valley);
    row("bowl, κ = 25", {0.5, -0.3}, bowl_gradient({0.5, -0.3}, 25.0),
        [](const Vector& w) { return bowl(w, 25.0); });
    row("Beale", {2.0, 0.5}, beale_gradient({2.0, 0.5}), beale);
    row("saddle", {0.5, -0.3}, saddle_gradient({0.5, -0.3}), saddle);
}

void text_batches(Lab& lab)
{
    auto table = lab.table(
        "text_batches", {"batch", "rows", {"∂E/∂w1", "%.6f"}, {"∂E/∂w2", "%.6f"}, "weight |B|/N"});
    const Batches parts = batches(text_order, 2);
    Vector plain{0.0, 0.0};
    for (std::size_t k = 0; k < parts.size(); ++k) {
        const Vector slopes = batch_gradient(text_line, text_X, text_targets, parts[k]);
        plain = plain + slopes / static_cast<double>(parts.size());
        table.row(fmt::format("{}", k + 1), named(parts[k]), slopes(0), slopes(1),
                  static_cast<double>(parts[k].size()) / 5.0);
    }
    const Vector mean = mean_gradient(text_line, text_X, text_targets, parts);
    const Vector full = batch_gradient(text_line, text_X, text_targets, all_rows(5));
    table.row("weighted mean", "", mean(0), mean(1), "");
    table.row("all rows at once", named(all_rows(5)), full(0), full(1), "");
    table.row("mean without weights", "", plain(0), plain(1), "");

    auto epochs = lab.table("text_epochs", {"method",
                                            "batch size",
                                            "updates",
                                            {"w1 after one epoch", "%.12f"},
                                            {"w2 after one epoch", "%.12f"}});
    for (const auto& [name, size] : {std::pair{"batch", 5}, {"mini-batch", 2}, {"stochastic", 1}}) {
        const Vector w = epoch(text_line, text_X, text_targets, text_order, size, 0.1);
        epochs.row(name, size, batches(text_order, size).size(), w(0), w(1));
    }
}

void unbiased_gradient(Lab& lab)
{
    const Data data = regression_data();
    const Vector w{0.0, 1.0};
    const Vector full = batch_gradient(w, data.X, data.targets, all_rows(data_rows));
    lab.value("full_gradient_1", full(0), "%.4f");
    lab.value("full_gradient_2", full(1), "%.4f");
    auto table = lab.table("unbiased", {"batch size",
                                        "batches drawn",
                                        {"mean ∂E/∂w1", "%.4f"},
                                        {"mean ∂E/∂w2", "%.4f"},
                                        {"spread of ∂E/∂w1", "%.4f"},
                                        {"spread · √|B|", "%.4f"}});
    Random random{3};
    for (std::size_t size : {1, 2, 5, 10, 20}) {
        constexpr std::size_t drawn = 6000;
        Vector sum{0.0, 0.0};
        double squares = 0.0;
        for (std::size_t k = 0; k < drawn; ++k) {
            // Drawn with repeats, so that the spread is exactly that of |B| single rows.
            std::vector<std::size_t> rows;
            for (std::size_t i = 0; i < size; ++i)
                rows.push_back(random.index(data_rows));
            const Vector slopes = batch_gradient(w, data.X, data.targets, rows);
            sum = sum + slopes;
            squares += slopes(0) * slopes(0);
        }
        const Vector mean = sum / static_cast<double>(drawn);
        const double spread = std::sqrt(squares / static_cast<double>(drawn) - mean(0) * mean(0));
        table.row(size, drawn, mean(0), mean(1), spread,
                  spread * std::sqrt(static_cast<double>(size)));
    }
}

void noise_and_decay(Lab& lab)
{
    const Data data = regression_data();
    const double lowest = regression_error(data, regression_best(data));
    lab.value("regression_lowest", lowest, "%.6f");
    auto table = lab.table(
        "sgd_decay", {"method", "η", "decay", {"E − lowest E, mean of the last 500", "%.2e"}});
    const auto row = [&](const char* name, int size, double decay) {
        const Path path = regression_path(data, size, 0.2, decay, 3000);
        double sum = 0.0;
        for (std::size_t k = path.size() - 500; k < path.size(); ++k)
            sum += regression_error(data, path[k]) - lowest;
        table.row(name, 0.2, decay, std::max(sum / 500.0, 0.0) < 1e-12 ? 0.0 : sum / 500.0);
    };
    row("batch", static_cast<int>(data_rows), 0.0);
    row("mini-batch of 10", 10, 0.0);
    row("stochastic", 1, 0.0);
    row("stochastic", 1, 0.01);
    row("stochastic", 1, 0.1);
}

void momentum_in_numbers(Lab& lab)
{
    auto table = lab.table("momentum_sum", {"α", "1/(1 − α)", "weight at age 1", "at age 10",
                                            "at age 50", "steps until below 0.05"});
    for (double a : {0.5, 0.9, 0.99})
        table.row(a, 1.0 / (1.0 - a), a, std::pow(a, 10.0), std::pow(a, 50.0),
                  static_cast<int>(std::ceil(std::log(0.05) / std::log(a))));

    auto bowls = lab.table("momentum_bowl",
                           {"step", "x, descent", "y, descent", "x, momentum", "y, momentum"});
    const Gradient slopes = bowl_slopes(25.0);
    Vector w{-4.0, 1.0};
    Momentum state{w, {0.0, 0.0}};
    for (int step = 0; step <= 30; ++step) {
        if (step % 10 == 0 || step == 5)
            bowls.row(step, w(0), w(1), state.w(0), state.w(1));
        w = descend(w, slopes(w), 0.07);
        state = momentum_step(state, slopes(state.w), 0.07, 0.5);
    }
}

void gradient_counted_twice(Lab& lab)
{
    auto table = lab.table("erratum_8", {"step",
                                         {"velocity", "%.4f"},
                                         {"right: w − v", "%.4f"},
                                         {"deck E: w − (v + α ∂C/∂w)", "%.4f"},
                                         "ratio of the steps"});
    // The slope is 1 throughout; deck E's α is our η, its r our α, its v our −v.
    double right = 0.0, deck = 0.0;
    Matrix gradients = xt::zeros<double>({std::size_t{60}, std::size_t{1}});
    gradients += 1.0;
    for (std::size_t t = 1; t <= 60; ++t) {
        const Matrix past = xt::view(gradients, xt::range(std::size_t{0}, t), xt::all());
        const double v = -velocity_of_past(past, 0.1, 0.9)(0);
        right -= v;
        deck -= v + 0.1;
        if (t <= 3 || t == 10 || t == 60)
            table.row(t, v, right, deck, (v + 0.1) / v);
    }

    const Gradient slopes = bowl_slopes(25.0);
    auto bowls = lab.table("erratum_8_bowl", {"step", {"f, right", "%.3e"}, {"f, deck E", "%.3e"}});
    Momentum state{{-4.0, 1.0}, {0.0, 0.0}};
    Momentum twice = state;
    for (int step = 0; step <= 40; ++step) {
        if (step % 10 == 0)
            bowls.row(step, bowl(state.w, 25.0), bowl(twice.w, 25.0));
        state = momentum_step(state, slopes(state.w), 0.11, 0.5);
        const Vector gradient = slopes(twice.w);
        twice = momentum_step(twice, gradient, 0.11, 0.5);
        twice.w = twice.w - 0.11 * gradient;
    }
}

void nesterov_in_numbers(Lab& lab)
{
    // Both forms side by side: Keras' parameters are the places ahead.
    const Gradient slopes = bowl_slopes(25.0);
    Momentum paper{{-4.0, 1.0}, {0.0, 0.0}};
    Momentum keras = paper;
    double largest = 0.0;
    for (int step = 0; step < 50; ++step) {
        paper = nesterov_step(paper, slopes, 0.02, 0.9);
        keras = keras_nesterov_step(keras, slopes(keras.w), 0.02, 0.9);
        largest = std::max(largest, xt::amax(xt::abs(look_ahead(paper, 0.9) - keras.w))());
    }
    lab.value("nesterov_forms", largest, "%.1e");
}

void one_step_of_each(Lab& lab)
{
    auto table = lab.table("text_steps", {"step", {"w1", "%.12f"}, {"w2", "%.12f"}});
    const auto row = [&](const char* name, const Vector& w) { table.row(name, w(0), w(1)); };
    const Momentum momentum{text_w, {0.1, -0.05}};
    const Adaptive adaptive{text_w, {0.09, 0.01}};
    const Adam adam{text_w, {0.07, -0.03}, {0.0003, 0.0001}, {0.0005, 0.0001}, 2};
    row("descent", descend(text_w, text_gradient, 0.1));
    row("momentum", momentum_step(momentum, text_gradient, 0.1, 0.9).w);
    row("Nesterov, on the bowl, η = 0.02", nesterov_step(momentum, bowl_slopes(25.0), 0.02, 0.9).w);
    row("Nesterov, in Keras", keras_nesterov_step(momentum, text_gradient, 0.1, 0.9).w);
    row("Adagrad, ε inside", adagrad_step(adaptive, text_gradient, 0.1, 1e-6, Epsilon::inside).w);
    row("Adagrad, ε outside", adagrad_step(adaptive, text_gradient, 0.1, 1e-6, Epsilon::outside).w);
    row("RMSProp, ε inside",
        rmsprop_step(adaptive, text_gradient, 0.1, 0.9, 1e-6, Epsilon::inside).w);
    row("RMSProp, ε outside",
        rmsprop_step(adaptive, text_gradient, 0.1, 0.9, 1e-6, Epsilon::outside).w);
    const Adadelta adadelta{text_w, {0.09, 0.01}, {0.0004, 0.0009}};
    row("Adadelta, η = 1", adadelta_step(adadelta, text_gradient, 1.0, 0.95, 1e-6).w);
    row("Adam, ε inside", adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-8, Epsilon::inside).w);
    row("Adam, ε outside",
        adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-8, Epsilon::outside).w);
    row("Adam in Keras, decay 0.05",
        keras_adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-7, 0.05, false).w);
    row("the same with AMSGrad",
        keras_adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-7, 0.05, true).w);
}

void where_epsilon_stands(Lab& lab)
{
    auto table = lab.table("erratum_7", {{"|∇|", "%.0e"},
                                         {"formula: |∇|/√(∇² + ε)", "%.6f"},
                                         {"code: |∇|/(√∇² + ε)", "%.6f"},
                                         {"code / formula", "%.4g"}});
    for (double slope : {1.0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7}) {
        const double inside = first_adagrad_step(slope, 1e-6, Epsilon::inside);
        const double outside = first_adagrad_step(slope, 1e-6, Epsilon::outside);
        table.row(slope, inside, outside, outside / inside);
    }

    auto bowls = lab.table("erratum_7_run",
                           {"steps", {"w, ε inside the root", "%.3e"}, {"w, ε outside", "%.3e"}});
    // f = ½ c w² with a small curvature: gradients of 1e-4 and less.
    const double curvature = 1e-4;
    Adaptive inside{Vector{1.0}, Vector{0.0}};
    Adaptive outside = inside;
    for (int step = 0; step <= 1000; ++step) {
        if (step == 0 || step == 10 || step == 100 || step == 1000)
            bowls.row(step, inside.w(0), outside.w(0));
        inside = adagrad_step(inside, curvature * inside.w, 0.1, 1e-6, Epsilon::inside);
        outside = adagrad_step(outside, curvature * outside.w, 0.1, 1e-6, Epsilon::outside);
    }

    auto adams = lab.table("epsilon_adam", {{"|∇|", "%.0e"},
                                            {"slides: √(ĝ + ε)", "%.6f"},
                                            {"paper, PyTorch: √ĝ + ε", "%.6f"},
                                            {"Keras, TensorFlow: √g + ε", "%.6f"}});
    for (double slope : {1.0, 1e-2, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9})
        adams.row(slope, first_adam_step(slope, 1e-8, Epsilon::inside),
                  first_adam_step(slope, 1e-8, Epsilon::outside),
                  first_keras_adam_step(slope, 1e-8));
}

void sum_and_average(Lab& lab)
{
    auto table =
        lab.table("shrinking",
                  {"step", {"Adagrad: η / (√g + ε)", "%.5f"}, {"RMSProp: η / (√g + ε)", "%.5f"}});
    Adaptive sum{Vector{0.0}, Vector{0.0}};
    Adaptive average = sum;
    for (int step = 1; step <= 10000; ++step) {
        sum = adagrad_step(sum, Vector{1.0}, 0.1, epsilon, Epsilon::outside);
        average = rmsprop_step(average, Vector{1.0}, 0.1, 0.9, epsilon, Epsilon::outside);
        if (step == 1 || step == 10 || step == 100 || step == 1000 || step == 10000)
            table.row(step, 0.1 / root(sum.g, epsilon, Epsilon::outside)(0),
                      0.1 / root(average.g, epsilon, Epsilon::outside)(0));
    }
}

void correction_of_adam(Lab& lab)
{
    auto table = lab.table("adam_first_steps", {"t",
                                                {"m", "%.6f"},
                                                {"m̂", "%.6f"},
                                                {"g", "%.6f"},
                                                {"ĝ", "%.6f"},
                                                {"step / η", "%.4f"},
                                                {"step / η without correction", "%.4f"}});
    Adam state{Vector{0.0}, Vector{0.0}, Vector{0.0}, Vector{0.0}, 0};
    for (int t = 1; t <= 1000; ++t) {
        const double before = state.w(0);
        state = adam_step(state, Vector{1.0}, 0.01, beta_1, beta_2, epsilon_adam, Epsilon::outside);
        if (t <= 3 || t == 10 || t == 100 || t == 1000)
            table.row(t, state.m(0), corrected(state.m, beta_1, t)(0), state.g(0),
                      corrected(state.g, beta_2, t)(0), (before - state.w(0)) / 0.01,
                      state.m(0) / (std::sqrt(state.g(0)) + epsilon_adam));
    }
}

void amsgrad_in_numbers(Lab& lab)
{
    // One large gradient among small ones: the average forgets it, the maximum does not.
    auto table = lab.table("amsgrad", {"step",
                                       "∇",
                                       {"g", "%.5f"},
                                       {"g_max", "%.5f"},
                                       {"step of Adam / η", "%.4f"},
                                       {"step of AMSGrad / η", "%.4f"}});
    Adam plain{Vector{0.0}, Vector{0.0}, Vector{0.0}, Vector{0.0}, 0};
    Adam largest = plain;
    for (int t = 1; t <= 60; ++t) {
        const Vector slope{t == 5 ? 10.0 : 0.1};
        const Adam before = plain, before_largest = largest;
        plain = keras_adam_step(plain, slope, 0.01, 0.9, 0.9, 1e-7, 0.0, false);
        largest = keras_adam_step(largest, slope, 0.01, 0.9, 0.9, 1e-7, 0.0, true);
        if (t == 4 || t == 5 || t == 10 || t == 30 || t == 60)
            table.row(t, slope(0), plain.g(0), largest.g_max(0), (before.w(0) - plain.w(0)) / 0.01,
                      (before_largest.w(0) - largest.w(0)) / 0.01);
    }
}

void races(Lab& lab)
{
    auto rates = lab.table("race_rates", {"", "long valley", "Beale's function", "saddle"});
    const Race races[] = {valley_race(), beale_race(), saddle_race()};
    rates.row("start (x, y)", races[0].start, races[1].start, races[2].start);
    rates.row("steps", races[0].steps, races[1].steps, races[2].steps);
    for (std::size_t i = 0; i < all_kinds.size(); ++i)
        rates.row(fmt::format("η of {}", look(all_kinds[i]).name), races[0].etas[i],
                  races[1].etas[i], races[2].etas[i]);
    auto ends = lab.table("race_results", {"optimizer",
                                           {"valley, f at the end", "%.2e"},
                                           {"Beale, f at the end", "%.2e"},
                                           {"saddle, first step with |y| > 1", "%.0f"}});
    std::vector<std::vector<Path>> paths;
    for (const Race& race : races)
        paths.push_back(runs_of(race));
    for (std::size_t i = 0; i < all_kinds.size(); ++i) {
        const Path& on_saddle = paths[2][i];
        const auto left = std::find_if(on_saddle.begin(), on_saddle.end(),
                                       [](const Vector& w) { return std::abs(w(1)) > 1.0; });
        const auto step = left - on_saddle.begin();
        ends.row(look(all_kinds[i]).name, valley(paths[0][i].back()), beale(paths[1][i].back()),
                 left == on_saddle.end() ? std::string("not in 60") : std::to_string(step));
    }
    const auto farthest = [](const Path& path, std::size_t i, bool largest) {
        double value = path.front()(i);
        for (const Vector& w : path)
            value = largest ? std::max(value, w(i)) : std::min(value, w(i));
        return value;
    };
    lab.value("valley_momentum_low", farthest(paths[0][1], 1, false), "%.2f");
    lab.value("beale_momentum_low", farthest(paths[1][1], 1, false), "%.2f");
    lab.value("beale_momentum_right", farthest(paths[1][1], 0, true), "%.2f");
    lab.value("beale_nesterov_low", farthest(paths[1][2], 1, false), "%.2f");
    lab.value("saddle_momentum_left", farthest(paths[2][1], 0, false), "%.2f");
    lab.value("saddle_descent_y", paths[2][0].back()(1), "%.4f");
}

} // namespace optimizers
