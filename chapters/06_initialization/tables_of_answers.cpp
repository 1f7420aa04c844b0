// Single numbers and small tables of the answers to chapter 6's exercises.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace initialization {
namespace {

/// The measured deviation of 20000 sums of 100 weights from N(0, 1) and inputs from U(low, 1).
double measured_deviation(double low)
{
    Random random{66};
    double squares = 0.0;
    for (int unit = 0; unit < 20000; ++unit) {
        double z = 0.0;
        for (int i = 0; i < 100; ++i)
            z += random.normal(0.0, 1.0) * random.uniform(low, 1.0);
        squares += z * z / 20000.0;
    }
    return std::sqrt(squares);
}

/// The deviation of weights for which this fraction of σ's outputs is stuck, by halving.
double deviation_for(double fraction, int inputs, double square_mean)
{
    double low = 1e-6, high = 10.0;
    for (int halving = 0; halving < 60; ++halving) {
        const double middle = 0.5 * (low + high);
        const double stuck = expected_saturated_fraction(
            preactivation_deviation(inputs, middle, square_mean, 0.0), 0.01);
        (stuck < fraction ? low : high) = middle;
    }
    return low;
}

/// The root of the mean square of a layer's outputs, in a network of equal layers.
double output_size(const Draw& draw, Activation f, std::size_t layer)
{
    const std::vector<int> units(layer + 1, deep_width);
    return std::sqrt(mean_square(forward(drawn_layers(draw, units, 3), deep_inputs(), f).H.back()));
}

/// Epochs until XOR's error is below 0.01, at most `most`.
std::size_t epochs_to_learn(std::vector<Layer> layers, std::size_t most)
{
    std::size_t epoch = 0;
    for (; epoch < most && xor_error(layers) >= 0.01; ++epoch)
        layers = descend(layers, xor_X, xor_T, xor_eta);
    return epoch;
}

} // namespace

void answers_of_weights(Lab& lab)
{
    lab.value("sums_of_u01", measured_deviation(0.0), "%.3f");
    lab.value("sums_of_u11", measured_deviation(-1.0), "%.3f");

    const double deviation = deviation_for(0.05, 784, 1.0 / 3.0);
    lab.value("deviation_for_5_percent", deviation, "%.4f");
    lab.value("sums_for_5_percent", preactivation_deviation(784, deviation, 1.0 / 3.0, 0.0),
              "%.3f");

    lab.value("keeps_sums", std::sqrt(1.0 / 100.0), "%.4f");
    lab.value("keeps_deltas", std::sqrt(1.0 / 300.0), "%.4f");
    const double xavier = xavier_normal_deviation(100, 300);
    lab.value("xavier_100_300", xavier, "%.4f");
    lab.value("xavier_forward", forward_factor(100, xavier * xavier, 1.0), "%.2f");
    lab.value("xavier_backward", backward_factor(300, xavier * xavier, 1.0), "%.2f");

    const Matrix W = xavier_uniform(300, 300, 5);
    const double size = xavier_normal_deviation(300, 300);
    lab.value("uniform_beyond", 100.0 * (1.0 - 1.0 / std::sqrt(3.0)), "%.1f");
    lab.value("uniform_beyond_measured", 100.0 * xt::mean(xt::where(xt::abs(W) > size, 1.0, 0.0))(),
              "%.1f");
}

void activation_outputs(Lab& lab)
{
    auto table = lab.table("activation_outputs",
                           {"weighted sum", "step", {"σ", "%.3f"}, {"tanh", "%.3f"}, "ReLU"});
    for (const double z : {-2.0, -0.5, 0.5, 2.0}) {
        const Matrix Z{{z}};
        table.row(z, z > 0.0 ? 1 : 0, sigma(Z)(0, 0), value_of(Activation::tanh, Z)(0, 0),
                  value_of(Activation::relu, Z)(0, 0));
    }
    lab.value("he_784", he_deviation(784), "%.4f");
    lab.value("half_root_784", std::sqrt(784.0 / 2.0), "%.1f");
}

void answers_of_layers(Lab& lab)
{
    // Leaky ReLU's mean square of normal sums, with the slope 0.2 below 0.
    const Matrix Z = Random{67}.normal_matrix(300, 300, 0.0, 1.0);
    lab.value("leaky_gain", mean_square(xt::where(Z > 0.0, Z, 0.2 * Z)), "%.3f");
    lab.value("leaky_formula", 0.5 * (1.0 + 0.2 * 0.2), "%.3f");
    lab.value("leaky_two", 2.0 / (1.0 + 0.2 * 0.2), "%.3f");

    const std::vector<int> units{512, 512, 256, 128, 64, 32, 16};
    std::vector<double> variances;
    for (std::size_t l = 0; l + 1 < units.size(); ++l)
        variances.push_back(std::pow(he_deviation(units[l]), 2));
    const std::vector<double> sums = forward_variances(1.0, units, variances, 0.5);
    const std::vector<double> back = backward_squares(1.0, units, variances, 0.5);
    lab.value("he_sums", sums.back() / sums.front(), "%.3g");
    lab.value("he_deltas", back.back() / back.front(), "%.3g");
}

void answers_of_training(Lab& lab)
{
    std::vector<Layer> layers = equal_layers(xor_units, 0.5);
    layers[0].b = Vector{-0.3, -0.1, 0.1, 0.3};
    lab.value("biases_spread_1", unit_spread(descend(layers, xor_X, xor_T, xor_eta)[0].W), "%.4f");
    lab.value("biases_epochs", epochs_to_learn(layers, 20000));

    const Matrix shifted = plane_starts() + 0.4;
    int found = 0;
    for (const Point& point : points(descend_from(hilly_slope, shifted, plane_eta, plane_steps)))
        found += hills(point.u, point.v) < -2.6 ? point.count : 0;
    lab.value("shifted_best", found);

    lab.value("relu_he_10", output_size(he_normal, Activation::relu, 10), "%.3f");
    lab.value("relu_root_1_10", output_size(normal_weights(0.1), Activation::relu, 10), "%.4f");
}

void try_sqrt_3(Lab& lab)
{
    auto table = lab.table(
        "try_sqrt_3",
        {"layer", {"√2: rms of the outputs", "%.3f"}, {"√3: rms of the outputs", "%.3f"}});
    for (const std::size_t layer : {1, 2, 5, 10, 30})
        table.row(layer, output_size(xavier_normal, Activation::tanh, layer),
                  output_size(root_of(3.0), Activation::tanh, layer));
}

void try_input_scales(Lab& lab)
{
    auto table = lab.table("try_input_scales", {"inputs from",
                                                "units",
                                                {"error at the start", "%.3g"},
                                                {"error after 300 epochs", "%.3g"},
                                                {"right among new points", "%.3f"}});
    for (const double scale : {0.1, 1.0, 10.0})
        for (const Activation f : {Activation::tanh, Activation::relu}) {
            const Lesson lesson = learn(he_normal, f, scale);
            table.row(fmt::format("U(−{0:g}, {0:g})", scale),
                      f == Activation::tanh ? "tanh" : "ReLU", lesson.errors.front(),
                      lesson.errors.back(), lesson.right_elsewhere);
        }
}

void try_smaller_noise(Lab& lab)
{
    auto table = lab.table("try_smaller_noise", {{"weights moved by at most", "%.0e"},
                                                 {"spread at first", "%.1e"},
                                                 {"after 100 epochs", "%.1e"},
                                                 {"after 500", "%.1e"},
                                                 {"after 1000", "%.1e"},
                                                 {"after 4000", "%.1e"},
                                                 {"error then", "%.4f"}});
    for (const double noise : {1e-2, 1e-3, 1e-4, 1e-6}) {
        const Run run = xor_run(nearly_equal(noise), 4000);
        table.row(noise, run.spread[0], run.spread[100], run.spread[500], run.spread[1000],
                  run.spread[4000], run.error[4000]);
    }
}

void try_no_tilt(Lab& lab)
{
    auto table = lab.table("try_no_tilt", {"starts", {"u", "%.4f"}, {"v", "%.4f"}, {"E", "%.5f"}});
    const auto slope = [](const Matrix& P) {
        const Matrix tilt{{0.3, 0.2}};
        return Matrix(hilly_slope(P) - tilt);
    };
    for (const Point& point : points(descend_from(slope, plane_starts(), plane_eta, plane_steps)))
        table.row(point.count, point.u, point.v,
                  hills(point.u, point.v) - 0.3 * point.u - 0.2 * point.v);
}

} // namespace initialization
