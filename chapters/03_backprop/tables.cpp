// The tables and values of chapter 3.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace backprop {
namespace {

/// The parameters of the 2-2-2 network by their names, in the order of `flat`.
const std::vector<std::string> parameter_names{"w11", "w21", "w12", "w22", "bh1", "bh2",
                                               "w31", "w41", "w32", "w42", "bo1", "bo2"};

double xor_error(const std::vector<Layer>& layers)
{
    return 0.5 * xt::sum(xt::square(xor_T - outputs(layers, xor_X)))() / 4.0;
}

/// The first epoch with an error below 0.01; the number of epochs if there is none.
std::size_t epochs_needed(const std::vector<double>& errors)
{
    return static_cast<std::size_t>(
        std::find_if(errors.begin(), errors.end(), [](double e) { return e < 0.01; }) -
        errors.begin());
}

/// The network that the tables of one training of XOR start from.
const std::vector<Layer> xor_start = random_layers(1, xor_hidden);

} // namespace

void parabola_steps(Lab& lab)
{
    auto table = lab.table("parabola_steps", {"step", "w", "slope 2 (w − 2)", "E = (w − 2)²"});
    const std::vector<double> path = parabola_path(0.1, 5);
    for (std::size_t k = 0; k < path.size(); ++k)
        table.row(k, path[k], parabola_slope(path[k], 2.0), parabola(path[k]));
}

void parabola_eta_table(Lab& lab)
{
    auto table = lab.table("parabola_eta", {"η", "factor 1 − 2η", "w after 1 step", "after 2",
                                            "after 20", "E after 20"});
    for (double eta : {0.1, 0.5, 0.9, 1.0, 1.05}) {
        const std::vector<double> w = parabola_path(eta, 20);
        table.row(eta, 1.0 - 2.0 * eta, w[1], w[2], w[20], parabola(w[20]));
    }
}

void linear_fit(Lab& lab)
{
    auto table = lab.table("linear_fit", {"steps", "w1", "w2", "b", "E"});
    LinearUnit unit = line_start;
    std::size_t done = 0;
    for (std::size_t steps : {0, 1, 10, 100, 1000}) {
        for (; done < steps; ++done)
            unit = descend_linear(unit, line_X, line_targets, 0.3);
        table.row(steps, unit.w(0), unit.w(1), unit.b, line_error(unit));
    }
}

void linear_eta(Lab& lab)
{
    const double curvature = line_curvatures()(2);
    const double bound = 2.0 / curvature;
    lab.value("line_curvature", curvature);
    lab.value("line_eta_bound", bound);
    auto table = lab.table(
        "linear_eta", {"η", "η / bound", "E at the start", "E after 10 steps", "E after 50 steps"});
    for (double eta : {0.5 * bound, 0.95 * bound, 1.05 * bound, 1.0}) {
        const std::vector<double> errors = line_errors(eta, 50);
        table.row(eta, eta / bound, errors[0], errors[10], errors[50]);
    }
    lab.value("line_error_start", line_error(line_start));
    lab.value("line_error_eta_1", line_errors(1.0, 10).back());
}

void forward_pass_table(Lab& lab)
{
    const Activations a = forward(example, example_x);
    auto table = lab.table(
        "forward_pass",
        {"unit", {"weighted sum", "%.12f"}, {"output", "%.12f"}, {"slope of σ", "%.12f"}});
    const auto sum_of = [](double y) { return std::log(y / (1.0 - y)); };
    const Vector slope_h = sigmoid_slope_from_output(a.y_h);
    const Vector slope_o = sigmoid_slope_from_output(a.y_o);
    for (std::size_t j = 0; j < 2; ++j)
        table.row(fmt::format("yh{}", j + 1), sum_of(a.y_h(j)), a.y_h(j), slope_h(j));
    for (std::size_t k = 0; k < 2; ++k)
        table.row(fmt::format("yo{}", k + 1), sum_of(a.y_o(k)), a.y_o(k), slope_o(k));
    lab.value("example_error", error(a.y_o, example_t), "%.12f");
    lab.value("example_error_short", error(a.y_o, example_t), "%.3f");
    const Backward back = backward(); // the cover shows them on the network
    for (std::size_t i = 0; i < 2; ++i) {
        lab.value(fmt::format("example_h{}", i + 1), a.y_h(i), "%.3f");
        lab.value(fmt::format("example_o{}", i + 1), a.y_o(i), "%.3f");
        lab.value(fmt::format("example_delta_h{}", i + 1), back.delta_h(i), "%.3f");
        lab.value(fmt::format("example_delta_o{}", i + 1), back.delta_o(i), "%.3f");
    }
}

void example_update(Lab& lab)
{
    const Backward back = backward();
    const Vector slopes = flat(back);
    const Vector judged = differences(example_error, flat(example), 1e-5);
    const backprop::Network updated = update(example, example_x, example_t, example_eta);
    auto table = lab.table("example_update", {"parameter",
                                              {"before", "%.12g"},
                                              {"∂E/∂w, by the deltas", "%.12f"},
                                              {"by differences", "%.12f"},
                                              {"after, η = 0.5", "%.12f"}});
    for (std::size_t i = 0; i < slopes.size(); ++i)
        table.row(parameter_names[i], flat(example)(i), slopes(i), judged(i), flat(updated)(i));
    lab.value("example_gradient_difference", largest(slopes - judged), "%.1e");
    lab.value("example_error_after", example_error(flat(updated)), "%.12f");
    lab.value("example_error_after_short", example_error(flat(updated)), "%.3f");
    lab.value("surface_slope_start", error_over_two(start_on_slope), "%.3f");
    lab.value("surface_slope_end", error_over_two(path_over_two(start_on_slope).back()), "%.3f");
    lab.value("surface_plateau_start", error_over_two(start_on_plateau), "%.3f");
    lab.value("surface_plateau_end", error_over_two(path_over_two(start_on_plateau).back()),
              "%.3f");
}

void erratum_1(Lab& lab)
{
    const Backward back = backward();
    const Vector judged = differences(example_error, flat(example), 1e-5);
    const double wrong_sum = dot(back.delta_o, back.a.y_o);
    const Vector wrong_delta = wrong_sum * sigmoid_slope_from_output(back.a.y_h);
    const Layer wrong = hidden_gradients(wrong_delta, example_x);

    auto table = lab.table("erratum_1", {"weight",
                                         {"outputs: (δo1·yo1 + δo2·yo2)", "%.9f"},
                                         {"chain rule: (δo1·w31 + δo2·w41)", "%.9f"},
                                         {"central difference", "%.9f"}});
    for (std::size_t i = 0; i < 4; ++i)
        table.row(parameter_names[i], wrong.W.flat(i), back.hidden.W.flat(i), judged(i));

    const auto error_after = [&](const Layer& hidden) {
        backprop::Network moved = example;
        moved.hidden.W -= example_eta * hidden.W;
        moved.hidden.b -= example_eta * hidden.b;
        return example_error(flat(moved));
    };
    lab.value("erratum_1_before", example_error(flat(example)), "%.9f");
    lab.value("erratum_1_deck_after", error_after(wrong), "%.9f");
    lab.value("erratum_1_right_after", error_after(back.hidden), "%.9f");
}

void erratum_2(Lab& lab)
{
    const Backward back = backward();
    const Vector judged = differences(example_error, flat(example), 1e-5);
    const Vector wrong_delta = (back.a.y_o - example_t) * back.a.y_h * (1.0 - back.a.y_h);
    const Layer wrong = output_gradients(wrong_delta, back.a.y_h);
    auto table = lab.table("erratum_2", {"weight",
                                         {"slope yh (1 − yh)", "%.9f"},
                                         {"slope yo (1 − yo)", "%.9f"},
                                         {"central difference", "%.9f"}});
    for (std::size_t i = 0; i < 4; ++i)
        table.row(parameter_names[6 + i], wrong.W.flat(i), back.output.W.flat(i), judged(6 + i));
    lab.value("erratum_2_share", 100.0 * (1.0 - wrong_delta(0) / back.delta_o(0)), "%.1f");
}

void erratum_9(Lab& lab)
{
    const Backward back = backward();
    const double slope = largest(flat(back));
    auto table = lab.table("erratum_9", {"η", "largest |∂E/∂w| at the start", "E after 1 update",
                                         "E after 10", "E after 100"});
    for (double eta : {0.05, 0.5, 1.0, 5.0, 25.0, 125.0}) {
        backprop::Network net = example;
        std::vector<double> errors;
        for (int step = 0; step < 100; ++step) {
            net = update(net, example_x, example_t, eta);
            errors.push_back(example_error(flat(net)));
        }
        table.row(eta, slope, errors[0], errors[9], errors[99]);
    }
}

void general_rule(Lab& lab)
{
    const Matrix x = xt::view(example_x, xt::newaxis(), xt::all());
    const Matrix t = xt::view(example_t, xt::newaxis(), xt::all());
    const std::vector<Layer> general =
        gradients({example.hidden, example.output}, x, t, sigma, sigma_slope);
    const Backward back = backward();
    lab.value("general_against_special", largest(flat(general) - flat(back)), "%.1e");

    const std::vector<Layer> layers = random_layers(3, xor_hidden);
    const Vector by_deltas = flat(gradients(layers, xor_X, xor_T, sigma, sigma_slope));
    const Vector judged = differences([&](const Vector& p) { return xor_error(shaped(p, layers)); },
                                      flat(layers), 1e-5);
    lab.value("general_parameters", by_deltas.size());
    lab.value("general_against_differences", largest(by_deltas - judged), "%.1e");
}

void batch_of_two(Lab& lab)
{
    const Matrix X{{0.6, -0.4}, {-0.5, 0.8}};
    const Matrix T{{0.9, 0.2}, {0.1, 0.7}};
    auto deltas = lab.table("batch_deltas", {"row",
                                             {"yh1", "%.6f"},
                                             {"yh2", "%.6f"},
                                             {"yo1", "%.6f"},
                                             {"yo2", "%.6f"},
                                             {"δh1", "%.6f"},
                                             {"δh2", "%.6f"},
                                             {"δo1", "%.6f"},
                                             {"δo2", "%.6f"}});
    std::vector<Vector> parts;
    for (std::size_t n = 0; n < 2; ++n) {
        const Vector x = xt::row(X, n);
        const Activations a = forward(example, x);
        const Vector delta_o = output_delta(a, xt::row(T, n)) / 2.0;
        const Vector delta_h = hidden_delta(example, a, delta_o);
        deltas.row(n + 1, a.y_h(0), a.y_h(1), a.y_o(0), a.y_o(1), delta_h(0), delta_h(1),
                   delta_o(0), delta_o(1));
        parts.push_back(flat(
            std::vector<Layer>{hidden_gradients(delta_h, x), output_gradients(delta_o, a.y_h)}));
    }
    const Vector all = flat(gradients({example.hidden, example.output}, X, T, sigma, sigma_slope));
    auto table = lab.table("batch_gradients", {"parameter",
                                               {"from row 1", "%.6f"},
                                               {"from row 2", "%.6f"},
                                               {"∂E/∂w, by the general rule", "%.6f"}});
    for (std::size_t i = 0; i < all.size(); ++i)
        table.row(parameter_names[i], parts[0](i), parts[1](i), all(i));
}

void checker(Lab& lab)
{
    const Backward back = backward();
    const Vector exact = flat(back);
    auto table = lab.table("checker", {{"h", "%.0e"}, {"one-sided", "%.1e"}, {"central", "%.1e"}});
    for (double h : {1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-10, 1e-12, 1e-14})
        table.row(h, largest(differences(example_error, flat(example), h, false) - exact),
                  largest(differences(example_error, flat(example), h) - exact));
    lab.value("checker_error", largest(numerical_gradient(example_error, flat(example)) - exact),
              "%.1e");
}

void xor_training(Lab& lab)
{
    const Training run = train(xor_start, xor_X, xor_T, xor_learning_rate, xor_epochs);
    auto table = lab.table("xor_training", {"epoch", "error"});
    for (std::size_t epoch : {0, 50, 100, 150, 200, 300, 500, 999})
        table.row(epoch, run.error_per_epoch[epoch]);
    lab.value("xor_needed", epochs_needed(run.error_per_epoch));
}

void xor_answers(Lab& lab)
{
    auto table = lab.table("xor_answers", {"x1", "x2", "target", "before", "after"});
    const Training run = train(xor_start, xor_X, xor_T, xor_learning_rate, xor_epochs);
    const Matrix before = outputs(xor_start, xor_X);
    const Matrix after = outputs(run.layers, xor_X);
    for (std::size_t n = 0; n < 4; ++n)
        table.row(static_cast<int>(xor_X(n, 0)), static_cast<int>(xor_X(n, 1)),
                  static_cast<int>(xor_T(n, 0)), before(n, 0), after(n, 0));
}

void xor_starts(Lab& lab)
{
    auto table = lab.table("xor_starts", {"hidden units", "parameters", "starts",
                                          "below 0.01 after 1000 epochs", "median epochs"});
    constexpr std::size_t starts = 200;
    for (std::size_t hidden : {2, 3, 4, 6}) {
        std::vector<std::size_t> needed;
        for (std::size_t seed = 0; seed < starts; ++seed)
            needed.push_back(epochs_needed(train(random_layers(100 + seed, hidden), xor_X, xor_T,
                                                 xor_learning_rate, xor_epochs)
                                               .error_per_epoch));
        const auto learned = std::count_if(needed.begin(), needed.end(),
                                           [](std::size_t n) { return n < xor_epochs; });
        std::sort(needed.begin(), needed.end());
        table.row(hidden, 4 * hidden + 1, starts, learned, needed[starts / 2]);
    }
}

void xor_eta_table(Lab& lab)
{
    auto table = lab.table("xor_eta", {"η", "error at epoch 0", "at epoch 10", "at epoch 100",
                                       "at epoch 999", "largest after epoch 100"});
    for (double eta : {0.5, 2.0, 8.0, 32.0, 128.0, 512.0}) {
        const std::vector<double> e =
            train(xor_start, xor_X, xor_T, eta, xor_epochs).error_per_epoch;
        table.row(eta, e[0], e[10], e[100], e[999], *std::max_element(e.begin() + 100, e.end()));
    }
}

} // namespace backprop
