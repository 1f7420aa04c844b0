// The tables and values of chapter 4.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace vanishing_gradient {
namespace {

double final_error(const Kind& kind, const std::vector<Layer>& layers)
{
    return 0.5 * xt::mean(xt::square(forward(layers, X, kind.f).H.back() - T))();
}

/// A fraction in percent.
std::string percent(double fraction)
{
    return fmt::format("{:.0f} %", 100.0 * fraction);
}

std::string percents(const Spread& s)
{
    return fmt::format("{:.0f} – {:.0f} – {:.0f} %", 100.0 * s.low, 100.0 * s.middle,
                       100.0 * s.high);
}

double frobenius(const Matrix& M)
{
    return std::sqrt(xt::sum(xt::square(M))());
}

} // namespace

void slopes(Lab& lab)
{
    auto table = lab.table(
        "slopes",
        {"z", {"σ(z)", "%.12f"}, {"σ(z) (1 − σ(z)), rounded", "%.12g"}, {"σ(z) σ(−z)", "%.12g"}});
    for (double z : {-2.0, 0.0, 0.5, 1.0986122886681098, 2.0, 5.0, 10.0, 30.0, 36.0, 40.0}) {
        const double y = 1.0 / (1.0 + std::exp(-z));
        table.row(z, y, y * (1.0 - y), sigmoid_slope(z));
    }
}

void erratum_4(Lab& lab)
{
    auto table = lab.table(
        "erratum_4", {"depth L", {"¼ᴸ", "%.4g"}, {"0.3ᴸ", "%.4g"}, {"times too large", "%.4g"}});
    for (int depth : {1, 2, 5, 10, 20, 50}) {
        const double right = slope_bound(depth, 1.0);
        table.row(depth, right, std::pow(0.3, depth), std::pow(0.3, depth) / right);
    }
}

void chain(Lab& lab)
{
    const Vector& z = chain_z;
    const Vector& w = chain_w;
    auto table = lab.table("chain", {"unit",
                                     "w",
                                     "z",
                                     {"σ′(z)", "%.12f"},
                                     {"factor w σ′(z)", "%.12f"},
                                     {"product so far", "%.12f"}});
    for (std::size_t l = 0; l < 3; ++l) {
        const Vector so_far_z = xt::view(z, xt::range(std::size_t{0}, l + 1));
        const Vector so_far_w = xt::view(w, xt::range(std::size_t{0}, l + 1));
        table.row(l + 1, w(l), z(l), sigmoid_slope(z(l)), w(l) * sigmoid_slope(z(l)),
                  chain_slope(so_far_z, so_far_w));
    }
    lab.value("chain_product", chain_slope(z, w), "%.12f");
    lab.value("chain_bound", slope_bound(3, 1.5), "%.12f");
}

void example_layers(Lab& lab)
{
    const Pass pass = forward(example, example_X, sigma);
    const Matrix output_delta = (pass.H.back() - example_T) / 2.0;
    const std::vector<Matrix> delta = deltas(example, pass, output_delta, sigma_slope);
    const std::vector<Layer> gradient =
        gradients(example, example_X, example_T, sigma, sigma_slope);
    const Vector norms = gradient_norms(gradient);
    const Training training = train(example, example_X, example_T, sigma, sigma_slope, 0.5, 1);
    const Vector change = weight_change(example, training.layers);
    auto table = lab.table("example_layers", {"layer",
                                              {"norm of Δ", "%.9f"},
                                              {"norm of ∂E/∂W", "%.9f"},
                                              {"change of W in one epoch, η = 0.5", "%.9f"}});
    for (std::size_t l = 0; l < 3; ++l)
        table.row(l + 1, frobenius(delta[l]), norms(l), change(l));
    lab.value("example_error", training.error_per_epoch.front(), "%.12f");
    lab.value("example_factor", factor_per_layer(norms), "%.12f");
}

void layer_norms(Lab& lab)
{
    const auto sigmoid_norms = norm_samples(with_sigmoid, 1.0, norm_starts);
    const auto tanh_norms = norm_samples(with_tanh, 1.0, norm_starts);
    const auto relu_norms = norm_samples(with_relu, 1.0, norm_starts);
    const auto s = spreads(sigmoid_norms);
    const auto t = spreads(tanh_norms);
    const auto r = spreads(relu_norms);
    auto table = lab.table("layer_norms",
                           {"layer", {"sigmoid", "%.2e"}, {"tanh", "%.2e"}, {"ReLU", "%.2e"}});
    for (std::size_t l = 0; l <= norm_depth; ++l)
        table.row(l + 1, s[l].middle, t[l].middle, r[l].middle);
    lab.value("factor_sigmoid", middle_factor(sigmoid_norms), "%.3f");
    lab.value("factor_tanh", middle_factor(tanh_norms), "%.3f");
    lab.value("factor_relu", middle_factor(relu_norms), "%.3f");
    lab.value("norm_ratio_sigmoid", s[norm_depth].middle / s[0].middle, "%.1e");
    lab.value("norm_starts", norm_starts);
}

void factor_matched(Lab& lab)
{
    std::vector<double> in_matched;
    for (const Vector& norms : norm_samples(with_matched, 1.0, norm_starts))
        in_matched.push_back(factor_per_layer(norms));
    lab.value("factor_matched", spread(in_matched).middle, "%.3f");
}

void rounding(Lab& lab)
{
    auto table = lab.table("rounding", {"hidden layers",
                                        {"first layer's norm", "%.1e"},
                                        {"first / last layer", "%.1e"},
                                        {"double against 50 digits", "%.0e"},
                                        {"every eˣ one ulp off", "%.0e"},
                                        {"every eˣ cut to float", "%.0e"}});
    for (std::size_t depth : {1, 2, 5, 10, 20, 50}) {
        const Effects e = effects(depth);
        table.row(depth, e.norm, e.fraction, e.in_double, e.one_ulp, e.cut_to_float);
    }
}

void rounding_training(Lab& lab)
{
    auto table = lab.table("rounding_training", {"network",
                                                 {"error, eˣ as it is", "%.6f"},
                                                 {"every eˣ one ulp off", "%.6f"},
                                                 {"every eˣ cut to float", "%.6f"}});
    const auto row = [&](const std::string& words, const Kind& base, std::size_t depth) {
        std::vector<Cell> cells{words};
        for (const Exponential how :
             {Exponential::as_it_is, Exponential::one_ulp_off, Exponential::cut_to_float}) {
            const Kind kind = spoiled(how);
            cells.emplace_back(final_error(
                base, train(start_of(base, 1, depth), X, T, kind.f, kind.f_slope, base.eta, epochs)
                          .layers));
        }
        table.add(cells);
    };
    row("1 hidden layer", with_sigmoid, 1);
    row("5 hidden layers", with_sigmoid, 5);
    row("5 hidden layers, fitted start", with_matched, 5);
}

void saturated(Lab& lab)
{
    auto table = lab.table("saturated", {"weights times",
                                         "first layer",
                                         "second layer",
                                         "last hidden layer",
                                         {"factor per layer", "%.3f"}});
    for (double factor : {1.0, 4.0, 16.0, 64.0}) {
        const auto s = spreads(saturated_fractions(factor));
        table.row(factor, percent(s[0].middle), percent(s[1].middle),
                  percent(s[norm_depth - 1].middle),
                  middle_factor(norm_samples(with_sigmoid, factor, norm_starts)));
    }
    lab.value("saturated_beyond", std::log(0.5 * (98.0 + std::sqrt(98.0 * 98.0 - 4.0))), "%.2f");
}

void relu_slopes_zero(Lab& lab)
{
    Pass pass = forward(he_start(1, norm_depth), X, relu);
    pass.Z.pop_back();
    lab.value("relu_slopes_zero", 100.0 * xt::mean(saturated_fraction(pass.Z, relu_slope, 0.5))(),
              "%.0f");
}

void weight_scales(Lab& lab)
{
    auto table = lab.table("weight_scales", {"weights times",
                                             {"sigmoid: Δ per layer", "%.3f"},
                                             {"tanh: Δ per layer", "%.3f"},
                                             {"ReLU: Δ per layer", "%.3f"},
                                             {"ReLU: ∂E/∂W of layer 1", "%.1e"},
                                             {"ReLU: E after 1 update", "%.1e"}});
    for (double factor : {0.25, 0.5, 1.0, 2.0, 4.0, 16.0}) {
        std::vector<double> first;
        std::vector<double> after;
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            const std::vector<Layer> layers = scaled(he_start(seed, norm_depth), factor);
            first.push_back(norms_of(with_relu, layers)(0));
            after.push_back(
                final_error(with_relu, train(layers, X, T, relu, relu_slope, 0.1, 1).layers));
        }
        const auto per_layer = [&](const Kind& kind) {
            std::vector<Vector> samples;
            for (std::uint64_t seed = 1; seed <= seeds; ++seed)
                samples.push_back(delta_norms(kind, scaled(he_start(seed, norm_depth), factor)));
            return middle_factor(samples);
        };
        table.row(factor, per_layer(with_sigmoid), per_layer(with_tanh), per_layer(with_relu),
                  spread(first).middle, spread(after).middle);
    }
}

void relu_balance(Lab& lab)
{
    auto table = lab.table("relu_balance", {"layer",
                                            {"norm of what comes in, H", "%.2e"},
                                            {"norm of what comes back, Δ", "%.2e"},
                                            {"norm of ∂E/∂W", "%.2e"}});
    const std::vector<Layer> layers = scaled(he_start(1, norm_depth), 2.0);
    const Pass pass = forward(layers, X, relu);
    const Vector back = delta_norms(with_relu, layers);
    const Vector norms = norms_of(with_relu, layers);
    for (std::size_t l : {0, 2, 4, 6, 8, 10})
        table.row(l + 1, frobenius(pass.H[l]), back(l), norms(l));
}

void learning_rates(Lab& lab)
{
    auto table = lab.table("learning_rates", {"η", "sigmoid, 2 hidden layers", "sigmoid, 8",
                                              "ReLU, 8", "sigmoid, fitted start, 8"});
    for (double eta : {0.1, 0.3, 0.6, 1.0}) {
        const auto middle = [&](const Kind& kind, std::size_t depth) {
            std::vector<double> values;
            for (std::uint64_t seed = 1; seed <= 3; ++seed)
                values.push_back(eta == kind.eta ? runs(kind, depth)[seed - 1].reached
                                                 : run_of(kind, depth, seed, eta, epochs).reached);
            return percents(spread(values));
        };
        table.row(eta, middle(with_sigmoid, 2), middle(with_sigmoid, 8), middle(with_relu, 8),
                  middle(with_matched, 8));
    }
}

void depth_and_accuracy(Lab& lab)
{
    auto table = lab.table("depth_and_accuracy",
                           {"hidden layers", "sigmoid", "ReLU", "sigmoid, fitted start"});
    for (std::size_t depth : depths)
        table.row(depth, percents(reached(with_sigmoid, depth)),
                  percents(reached(with_relu, depth)), percents(reached(with_matched, depth)));
}

void longer_training(Lab& lab)
{
    const Run longer = run_of(with_sigmoid, 8, 1, with_sigmoid.eta, 3 * epochs);
    lab.value("longer_epochs", 3 * epochs);
    lab.value("longer_error", longer.training.error_per_epoch.back(), "%.4f");
    lab.value("longer_accuracy", 100.0 * longer.reached, "%.0f");
}

void budget(Lab& lab)
{
    lab.value("epochs", epochs);
    lab.value("seeds", seeds);
}

void learned(Lab& lab)
{
    auto table = lab.table(
        "learned",
        {"layer", {"sigmoid", "%.1e"}, {"ReLU", "%.1e"}, {"sigmoid, fitted start", "%.1e"}});
    const auto s = weight_changes(with_sigmoid);
    const auto r = weight_changes(with_relu);
    const auto m = weight_changes(with_matched);
    for (std::size_t l = 0; l < s.size(); ++l)
        table.row(l + 1, s[l].middle, r[l].middle, m[l].middle);
}

} // namespace vanishing_gradient
