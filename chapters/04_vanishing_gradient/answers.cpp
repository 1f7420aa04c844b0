// The numbers in the answers to chapter 4's exercises.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace vanishing_gradient {
namespace {

/// The border between a z with a slope and one where nothing is left of it, found by halving.
double where_it_becomes_0(double with_slope, double without,
                          const std::function<double(double)>& slope)
{
    for (int halving = 0; halving < 100; ++halving) {
        const double between = 0.5 * (with_slope + without);
        (slope(between) > 0.0 ? with_slope : without) = between;
    }
    return without;
}

/// From which |z| on σ′ is below s: e^z + e^−z = 1/s − 2.
double sigmoid_slope_below(double s)
{
    return std::acosh(0.5 / s - 1.0);
}

Matrix line(const Matrix& Z)
{
    return Z;
}

Matrix slope_of_line(const Matrix& Z)
{
    return xt::ones_like(Z);
}

const Kind without_activation{"none", line, slope_of_line, 0.1, Color::black};

/// The factor per layer of the deltas of the hidden layers, the middle of several starts.
double hidden_delta_factor(const Kind& kind, std::size_t units, double factor)
{
    std::vector<Vector> samples;
    for (std::uint64_t seed = 1; seed <= norm_starts; ++seed) {
        const Vector norms = delta_norms(kind, scaled(he_start(seed, norm_depth, units), factor));
        samples.push_back(xt::view(norms, xt::range(std::size_t{0}, norm_depth)));
    }
    return middle_factor(samples);
}

/// The learning rate of layer l, given the norms of all gradients.
using Rate = std::function<double(std::size_t l, const Vector& norms)>;

/// Descent with a learning rate of its own for every layer.
std::vector<Layer> descend(std::vector<Layer> layers, const Kind& kind, const Rate& rate)
{
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        const std::vector<Layer> gradient = gradients(layers, X, T, kind.f, kind.f_slope);
        const Vector norms = gradient_norms(gradient);
        for (std::size_t l = 0; l < layers.size(); ++l) {
            layers[l].W -= rate(l, norms) * gradient[l].W;
            layers[l].b -= rate(l, norms) * gradient[l].b;
        }
    }
    return layers;
}

/// The accuracy of each of several starts with 8 hidden layers.
Spread accuracies(const Kind& kind, const Rate& rate)
{
    std::vector<double> values;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed)
        values.push_back(
            accuracy(forward(descend(start_of(kind, seed, 8), kind, rate), X, kind.f).H.back(), T));
    return spread(values);
}

void spread_values(Lab& lab, const std::string& name, const Spread& fractions)
{
    lab.value(name + "_worst", 100.0 * fractions.low, "%.0f");
    lab.value(name + "_middle", 100.0 * fractions.middle, "%.0f");
    lab.value(name + "_best", 100.0 * fractions.high, "%.0f");
}

/// How much the outputs of the last hidden layer differ from example to example: the standard
/// deviation of a unit's output, averaged over units.
double spread_of_outputs(const Kind& kind, std::uint64_t seed)
{
    const Pass pass = forward(he_start(seed, 8), X, kind.f);
    const Matrix& H = pass.H[8];
    return xt::mean(xt::stddev(H, {0}))();
}

/// The norms of ∂E/∂H of the hidden layers, if those from the second on add to what comes in,
/// H_l = H_(l−1) + f(Z_l), and if they do not.
Vector norms_of_outputs(const std::vector<Layer>& layers, const Kind& kind, bool skips)
{
    const std::size_t last = layers.size() - 1;
    std::vector<Matrix> Z;
    std::vector<Matrix> H{X};
    for (std::size_t l = 0; l < last; ++l) {
        Z.push_back(matmul(H[l], layers[l].W) + layers[l].b);
        const Matrix added = kind.f(Z[l]);
        H.push_back(skips && l > 0 ? H[l] + added : added);
    }
    const Matrix Y = matmul(H[last], layers[last].W) + layers[last].b;
    Matrix back = matmul((Y - T) / static_cast<double>(points), transpose(layers[last].W));
    Vector norms = xt::zeros<double>({last});
    for (std::size_t l = last; l-- > 0;) {
        norms(l) = std::sqrt(xt::sum(xt::square(back))());
        if (l > 0) {
            const Matrix delta = back * kind.f_slope(Z[l]);
            const Matrix along_weights = matmul(delta, transpose(layers[l].W));
            back = skips ? back + along_weights : along_weights;
        }
    }
    return norms;
}

} // namespace

void answers_about_slopes(Lab& lab)
{
    const auto rounded = [](double z) {
        const double y = 1.0 / (1.0 + std::exp(-z));
        return y * (1.0 - y);
    };
    lab.value("slope_lost_right", where_it_becomes_0(30.0, 50.0, rounded), "%.3f");
    lab.value("slope_lost_left", where_it_becomes_0(-700.0, -800.0, rounded), "%.2f");

    const Vector fours = 4.0 * xt::ones<double>({std::size_t{5}});
    Vector z = xt::zeros<double>({std::size_t{5}});
    lab.value("chain_at_peak", chain_slope(z, fours), "%.6g");
    double h = 0.0;
    for (std::size_t l = 0; l < 5; ++l) {
        z(l) = fours(l) * h;
        h = 1.0 / (1.0 + std::exp(-z(l)));
    }
    lab.value("chain_without_biases", chain_slope(z, fours), "%.1e");

    const Pass pass = forward(example, example_X, sigma);
    const Matrix output_delta = (pass.H.back() - example_T) / 2.0;
    const Matrix first = deltas(example, pass, output_delta, slope_of_line).front();
    lab.value("linear_delta_11", first(0, 0), "%.4f");
    lab.value("linear_delta_12", first(0, 1), "%.4f");
    lab.value("linear_delta_21", first(1, 0), "%.4f");
    lab.value("linear_delta_22", first(1, 1), "%.4f");
    lab.value("linear_factor_half", hidden_delta_factor(without_activation, width, 0.5), "%.2f");
    lab.value("linear_factor", hidden_delta_factor(without_activation, width, 1.0), "%.2f");

    lab.value("tanh_saturated_beyond", 0.5 * sigmoid_slope_below(0.0025), "%.2f");
    lab.value("half_of_saturated_beyond", 0.5 * sigmoid_slope_below(0.01), "%.2f");
    lab.value("sigmoid_beyond_a_quarter", sigmoid_slope_below(0.0025), "%.2f");
}

void answers_about_sizes(Lab& lab)
{
    lab.value("relu_deltas_8", hidden_delta_factor(with_relu, 8, 1.0), "%.2f");
    lab.value("relu_deltas_64", hidden_delta_factor(with_relu, 64, 1.0), "%.2f");
    lab.value("relu_deltas_larger", hidden_delta_factor(with_relu, 8, 1.1), "%.2f");
    lab.value("relu_deltas_smaller", hidden_delta_factor(with_relu, 8, std::sqrt(0.5)), "%.2f");
}

void doubled_sigmoid(Lab& lab)
{
    const Kind doubled{"2σ", [](const Matrix& Z) -> Matrix { return 2.0 * sigma(Z); },
                       [](const Matrix& Z) -> Matrix { return 2.0 * sigma_slope(Z); }, 0.1,
                       Color::vermilion};
    lab.value("factor_doubled", middle_factor(norm_samples(doubled, 1.0, norm_starts)), "%.3f");
    for (const std::size_t depth : {2, 3, 5}) {
        std::vector<double> values;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed)
            values.push_back(run_of(doubled, depth, seed, doubled.eta, epochs).reached);
        lab.value("doubled_" + std::to_string(depth), 100.0 * spread(values).middle, "%.0f");
    }
}

void frozen_layers(Lab& lab)
{
    for (const auto& [name, kind] :
         {std::pair{std::string("relu"), with_relu}, {std::string("sigmoid"), with_sigmoid}}) {
        const double eta = kind.eta;
        const Rate frozen = [eta](std::size_t l, const Vector&) { return l < 6 ? 0.0 : eta; };
        spread_values(lab, "frozen_" + name, accuracies(kind, frozen));
        std::vector<double> differences;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed)
            differences.push_back(spread_of_outputs(kind, seed));
        lab.value("outputs_differ_" + name, spread(differences).middle, "%.2g");
    }
}

void skipped_layers(Lab& lab)
{
    for (const bool skips : {false, true}) {
        std::vector<Vector> samples;
        for (std::uint64_t seed = 1; seed <= norm_starts; ++seed)
            samples.push_back(norms_of_outputs(he_start(seed, norm_depth), with_sigmoid, skips));
        lab.value(skips ? "factor_with_skips" : "factor_without_skips", middle_factor(samples),
                  "%.2f");
    }
}

void raised_rates(Lab& lab)
{
    for (const auto& [name, eta] :
         {std::pair{std::string("low"), 0.03}, {std::string("mid"), 0.1}}) {
        const double base = eta;
        const Rate raised = [base](std::size_t l, const Vector& norms) {
            return base * norms(norms.size() - 1) / norms(l);
        };
        spread_values(lab, "raised_" + name, accuracies(with_sigmoid, raised));
    }
}

} // namespace vanishing_gradient
