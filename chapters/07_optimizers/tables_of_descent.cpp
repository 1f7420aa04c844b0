// The tables of chapter 7 about gradients of batches, noise, and momentum.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace optimizers {
namespace {

/// The five rows that the text divides into batches, the weights at which it asks for gradients,
/// and the order in which it reads the rows.
const Matrix text_X{{1.0, 0.5}, {1.0, -1.0}, {1.0, 2.0}, {1.0, 1.5}, {1.0, -0.5}};
const Vector text_targets{1.2, -0.4, 2.9, 2.1, 0.4};
const Vector text_line{0.3, 0.5};
const std::vector<std::size_t> text_order{3, 0, 4, 2, 1};

/// The slopes of f at w by central differences: without any formula for them.
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

/// "3, 0, 4"
std::string named(const std::vector<std::size_t>& rows)
{
    std::string text;
    for (std::size_t n : rows)
        text += (text.empty() ? "" : ", ") + std::to_string(n);
    return text;
}

} // namespace

void test_functions_table(Lab& lab)
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
}

void text_epochs(Lab& lab)
{
    auto table = lab.table("text_epochs", {"method",
                                           "batch size",
                                           "updates",
                                           {"w1 after one epoch", "%.12f"},
                                           {"w2 after one epoch", "%.12f"}});
    for (const auto& [name, size] : {std::pair{"batch", 5}, {"mini-batch", 2}, {"stochastic", 1}}) {
        const Vector w = epoch(text_line, text_X, text_targets, text_order, size, 0.1);
        table.row(name, size, batches(text_order, size).size(), w(0), w(1));
    }
}

void unbiased(Lab& lab)
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
            // Drawn with replacement: only then the spread falls exactly like 1/√|B|.
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

void sgd_decay(Lab& lab)
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

void momentum_sum(Lab& lab)
{
    auto table = lab.table("momentum_sum", {"α", "1/(1 − α)", "weight at age 1", "at age 10",
                                            "at age 50", "steps until below 0.05"});
    for (double a : {0.5, 0.9, 0.99})
        table.row(a, 1.0 / (1.0 - a), a, std::pow(a, 10.0), std::pow(a, 50.0),
                  static_cast<int>(std::ceil(std::log(0.05) / std::log(a))));
}

void momentum_bowl(Lab& lab)
{
    auto table = lab.table("momentum_bowl",
                           {"step", "x, descent", "y, descent", "x, momentum", "y, momentum"});
    const Gradient slopes = bowl_slopes(25.0);
    Vector w{-4.0, 1.0};
    Momentum state{w, {0.0, 0.0}};
    for (int step = 0; step <= 30; ++step) {
        if (step % 10 == 0 || step == 5)
            table.row(step, w(0), w(1), state.w(0), state.w(1));
        w = descend(w, slopes(w), 0.07);
        state = momentum_step(state, slopes(state.w), 0.07, 0.5);
    }
}

void erratum_8(Lab& lab)
{
    auto table = lab.table("erratum_8", {"step",
                                         {"velocity", "%.4f"},
                                         {"right: w − v", "%.4f"},
                                         {"twice: w − (v + η∇)", "%.4f"},
                                         "ratio of the steps"});
    // The slope is 1 in every step. What deck E calls α, r and v are our η, α and −v.
    double right = 0.0, twice = 0.0;
    Matrix gradients = xt::zeros<double>({std::size_t{60}, std::size_t{1}});
    gradients += 1.0;
    for (std::size_t t = 1; t <= 60; ++t) {
        const Matrix past = xt::view(gradients, xt::range(std::size_t{0}, t), xt::all());
        const double v = -velocity_of_past(past, 0.1, 0.9)(0);
        right -= v;
        twice -= v + 0.1;
        if (t <= 3 || t == 10 || t == 60)
            table.row(t, v, right, twice, (v + 0.1) / v);
    }
}

void erratum_8_bowl(Lab& lab)
{
    const Gradient slopes = bowl_slopes(25.0);
    auto table =
        lab.table("erratum_8_bowl", {"step", {"f, right", "%.3e"}, {"f, counted twice", "%.3e"}});
    Momentum state{{-4.0, 1.0}, {0.0, 0.0}};
    Momentum twice = state;
    for (int step = 0; step <= 40; ++step) {
        if (step % 10 == 0)
            table.row(step, bowl(state.w, 25.0), bowl(twice.w, 25.0));
        state = momentum_step(state, slopes(state.w), 0.11, 0.5);
        const Vector gradient = slopes(twice.w);
        twice = momentum_step(twice, gradient, 0.11, 0.5);
        twice.w = twice.w - 0.11 * gradient;
    }
}

void nesterov_forms(Lab& lab)
{
    // The parameters of Keras' form are the points ahead of the paper's form.
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

} // namespace optimizers
