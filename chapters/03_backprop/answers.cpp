// The numbers in the answers to chapter 3's exercises.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace backprop {
namespace {

double sum_of_squares(const Vector& v)
{
    return dot(v, v);
}

Matrix hyperbolic(const Matrix& Z)
{
    return xt::tanh(Z);
}

Matrix hyperbolic_slope(const Matrix& Z)
{
    return 1.0 - xt::square(xt::tanh(Z));
}

/// What a slip makes of the hidden delta: outputs stand in the place of the weights.
Vector slipped_delta(const backprop::Network&, const Activations& a, const Vector& delta_o)
{
    return dot(delta_o, a.y_o) * sigmoid_slope_from_output(a.y_h);
}

/// One update of all weights, as `update`, with a hidden delta of one's own.
template <class HiddenDelta>
backprop::Network updated(const backprop::Network& net, const Vector& x, const Vector& t,
                          double eta, const HiddenDelta& hidden_delta_of)
{
    const Activations a = forward(net, x);
    const Vector delta_o = output_delta(a, t);
    const Layer output = output_gradients(delta_o, a.y_h);
    const Layer hidden = hidden_gradients(hidden_delta_of(net, a, delta_o), x);
    return {{net.hidden.W - eta * hidden.W, net.hidden.b - eta * hidden.b},
            {net.output.W - eta * output.W, net.output.b - eta * output.b}};
}

/// Whether a network learns XOR row by row.
template <class HiddenDelta>
bool learns(backprop::Network net, const HiddenDelta& hidden_delta_of)
{
    for (int epoch = 0; epoch < 1000; ++epoch) {
        for (std::size_t n = 0; n < 4; ++n)
            net = updated(net, xt::row(xor_X, n), xt::row(xor_T, n), 2.0, hidden_delta_of);
    }
    return 0.5 * xt::mean(xt::square(outputs({net.hidden, net.output}, xor_X) - xor_T))() < 0.01;
}

/// Whether a checker sees the slip on the row (0, 1): a slope that is off by more than a percent of
/// the largest.
bool checker_sees_the_slip(const backprop::Network& net)
{
    const Vector x{0, 1};
    const Vector t{1};
    const std::vector<Layer> layers{net.hidden, net.output};
    const Vector judged = numerical_gradient(
        [&](const Vector& p) {
            const std::vector<Layer> at = shaped(p, layers);
            return error(forward({at[0], at[1]}, x).y_o, t);
        },
        flat(layers));
    const backprop::Network moved = updated(net, x, t, 1.0, slipped_delta);
    return largest(flat(net) - flat(moved) - judged) > 0.01 * largest(judged);
}

} // namespace

void line_answers(Lab& lab)
{
    for (std::size_t i = 0; i < 3; ++i)
        lab.value(fmt::format("line_curvature_{}", i + 1), line_curvatures()(i), "%.3f");
}

void sigmoid_answers(Lab& lab)
{
    const double z = std::log(3.0 + 2.0 * std::sqrt(2.0));
    lab.value("half_slope_z", z, "%.4f");
    lab.value("half_slope", sigmoid_slope({z})(0), "%.4f");

    const Activations at_zero = forward(example, {0.0, 0.0});
    for (std::size_t i = 0; i < 2; ++i) {
        lab.value(fmt::format("zero_input_yh{}", i + 1), at_zero.y_h(i), "%.6f");
        lab.value(fmt::format("zero_input_yo{}", i + 1), at_zero.y_o(i), "%.6f");
    }

    lab.value("delta_at_05", output_delta({{}, {0.5}}, {1.0})(0), "%.3f");
    lab.value("delta_at_001", output_delta({{}, {0.01}}, {1.0})(0), "%.4f");
}

void moved_weights(Lab& lab)
{
    const Backward back = backward();
    lab.value("right_delta", back.delta_h(0), "%.6f");
    for (const auto& [name, eta] :
         {std::pair{"moved_delta_05", 0.5}, {"moved_delta_0005", 0.005}}) {
        backprop::Network moved = example;
        moved.output.W -= eta * back.output.W;
        lab.value(name, hidden_delta(moved, back.a, back.delta_o)(0), "%.6f");
    }
}

void predicted_fall(Lab& lab)
{
    const double predicted = example_eta * sum_of_squares(flat(backward()));
    const double real = example_error(flat(example)) -
                        example_error(flat(update(example, example_x, example_t, example_eta)));
    lab.value("predicted_fall", predicted, "%.6f");
    lab.value("real_fall", real, "%.6f");
    lab.value("fall_percent", 100.0 * real / predicted, "%.1f");
}

void single_unit(Lab& lab)
{
    Random random{1};
    const Layer unit{random.uniform_matrix(2, 1, -1.0, 1.0), random.uniform_vector(1, -1.0, 1.0)};
    const Training run = train({unit}, xor_X, xor_T, 1.0, 5000);
    lab.value("single_error", run.error_per_epoch.back(), "%.4f");
    const Matrix answers = outputs(run.layers, xor_X);
    for (std::size_t n = 0; n < 4; ++n)
        lab.value(fmt::format("single_answer_{}", n + 1), answers(n, 0), "%.3f");
}

void slip_in_training(Lab& lab)
{
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t seen = 0;
    for (std::size_t seed = 0; seed < 20; ++seed) {
        const std::vector<Layer> start = random_layers(100 + seed, xor_hidden);
        const backprop::Network net{start[0], start[1]};
        right += learns(net, hidden_delta);
        wrong += learns(net, slipped_delta);
        seen += checker_sees_the_slip(net);
    }
    lab.value("slip_right", right);
    lab.value("slip_wrong", wrong);
    lab.value("slip_found", seen);
}

void equal_units(Lab& lab)
{
    std::vector<Layer> layers = random_layers(1, xor_hidden);
    for (Layer& layer : layers) {
        layer.W.fill(0.5);
        layer.b.fill(0.5);
    }
    const Training run = train(layers, xor_X, xor_T, xor_learning_rate, xor_epochs);
    const Matrix& W = run.layers.front().W;
    double difference = 0;
    for (std::size_t j = 1; j < W.shape(1); ++j)
        difference = std::max(difference, largest(xt::col(W, j) - xt::col(W, 0)));
    lab.value("equal_difference", difference, "%.1g");
    lab.value("equal_error", run.error_per_epoch.back(), "%.4f");
}

void tanh_units(Lab& lab)
{
    std::vector<Layer> layers = random_layers(1, xor_hidden);
    const Matrix T = 2.0 * xor_T - 1.0;
    std::size_t epoch = 0;
    for (; epoch < xor_epochs; ++epoch) {
        Matrix Y = xor_X;
        for (const Layer& layer : layers)
            Y = hyperbolic(matmul(Y, layer.W) + layer.b);
        if (0.5 * xt::mean(xt::square(Y - T))() < 0.04)
            break;
        const auto slopes = gradients(layers, xor_X, T, hyperbolic, hyperbolic_slope);
        for (std::size_t l = 0; l < layers.size(); ++l) {
            layers[l].W -= 0.5 * slopes[l].W;
            layers[l].b -= 0.5 * slopes[l].b;
        }
    }
    lab.value("tanh_needed", epoch);
}

void deep_gradients(Lab& lab)
{
    Random random{1};
    std::vector<Layer> layers;
    std::size_t inputs = 2;
    for (const std::size_t units : {6, 6, 6, 6, 1}) {
        const Matrix W = random.uniform_matrix(inputs, units, -1.0, 1.0);
        layers.push_back({W, random.uniform_vector(units, -1.0, 1.0)});
        inputs = units;
    }
    const std::vector<Layer> slopes = gradients(layers, xor_X, xor_T, sigma, sigma_slope);
    auto table = lab.table("deep_gradients", {"layer", "weights", {"norm of ∂E/∂W", "%.2e"}});
    for (std::size_t l = 0; l < slopes.size(); ++l)
        table.row(l + 1, slopes[l].W.size(), std::sqrt(xt::sum(xt::square(slopes[l].W))()));
}

void cost_of_gradients(Lab& lab)
{
    auto table = lab.table("cost_of_gradients", {"h", "parameters", "evaluations of E",
                                                 "multiplications by deltas", "by the checker"});
    for (const std::size_t hidden : {1, 10, 100, 1000}) {
        const std::size_t parameters = 4 * hidden + 1;
        std::size_t evaluations = 0;
        const Vector somewhere = xt::ones<double>({parameters});
        numerical_gradient([&](const Vector&) { return static_cast<double>(++evaluations); },
                           somewhere);
        table.row(hidden, parameters, evaluations, 7 * hidden, evaluations * 3 * hidden);
    }
}

} // namespace backprop
