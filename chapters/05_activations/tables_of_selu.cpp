// The tables of chapter 5 about SELU: where its constants come from, and what it does to the mean
// and the variance of its inputs.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace activations {
namespace {

/// ∫ g(mean + deviation · z) φ(z) dz by Simpson's rule, in two parts: g may have a corner or a jump
/// where its argument is 0.
double expectation(const std::function<double(double)>& g, double mean, double deviation)
{
    const double corner = std::clamp(-mean / deviation, -9.0, 9.0);
    const auto integrand = [&](double z) {
        return g(mean + deviation * z) * std::exp(-0.5 * z * z) / std::sqrt(2.0 * std::acos(-1.0));
    };
    double sum = 0.0;
    for (const auto& [from, to] : {std::pair{-10.0, corner}, {corner, 10.0}}) {
        constexpr int pieces = 400;
        const double h = (to - from) / (2 * pieces);
        for (int i = 0; i < pieces; ++i) {
            const double x = from + 2 * i * h;
            // Just inside the part, so that a jump at its end is taken from the correct side.
            const double first = i == 0 ? x + 1e-12 : x;
            const double last = i == pieces - 1 ? x + 2 * h - 1e-12 : x + 2 * h;
            sum += h / 3.0 * (integrand(first) + 4.0 * integrand(x + h) + integrand(last));
        }
    }
    return sum;
}

/// Mean and variance of f(x) for a normal x with these.
Moments moments_after(const Activation& f, const Moments& before)
{
    const double deviation = std::sqrt(before.variance);
    const double mean = expectation([&](double x) { return at(f, x); }, before.mean, deviation);
    const double square =
        expectation([&](double x) { return at(f, x) * at(f, x); }, before.mean, deviation);
    return {mean, square - mean * mean};
}

/// The area under the bell curve to the left of x.
double normal_cdf(double x)
{
    return 0.5 * std::erfc(-x / std::sqrt(2.0));
}

/// Rounded to the digits that the integration gets right.
double rounded(double moment)
{
    return std::round(1e8 * moment) / 1e8;
}

} // namespace

void selu_constants(Lab& lab)
{
    const double pi = std::acos(-1.0);
    const double root_e = std::exp(0.5);
    const double alpha = 1.0 / std::sqrt(2.0 * pi) / (0.5 - root_e * normal_cdf(-1.0));
    const double below =
        alpha * alpha * (std::exp(2.0) * normal_cdf(-2.0) - 2.0 * root_e * normal_cdf(-1.0) + 0.5);
    const double lambda = 1.0 / std::sqrt(0.5 + below);
    lab.value("selu_alpha", alpha, "%.15f");
    lab.value("selu_lambda", lambda, "%.15f");
    lab.value("selu_alpha_error", std::abs(alpha - selu_alpha), "%.1g");
    lab.value("selu_lambda_error", std::abs(lambda - selu_lambda), "%.1g");
}

void moments_once(Lab& lab)
{
    auto table = lab.table("moments_once",
                           {"function", {"mean of f(x)", "%.8f"}, {"variance of f(x)", "%.8f"}});
    for (const auto& [name, f] : deep_functions()) {
        const Moments after = moments_after(f, {0.0, 1.0});
        table.row(name, rounded(after.mean), rounded(after.variance));
    }
}

void selu_orbit(Lab& lab)
{
    auto table = lab.table("selu_orbit", {"layer", "from ¼: mean", "variance", "from 1: mean",
                                          "variance", "from 2¼: mean", "variance"});
    std::vector<Moments> runs{{0.0, 0.25}, {0.0, 1.0}, {0.0, 2.25}};
    for (int layer = 0; layer <= 64; ++layer) {
        if (layer == 0 || layer == 1 || layer == 2 || layer == 4 || layer == 16 || layer == 64)
            table.row(layer, rounded(runs[0].mean), rounded(runs[0].variance),
                      rounded(runs[1].mean), rounded(runs[1].variance), rounded(runs[2].mean),
                      rounded(runs[2].variance));
        // Weights whose sum is 0 and whose squares add up to 1 give weighted sums of mean 0 and of
        // the same variance.
        for (Moments& run : runs)
            run = moments_after(selu, {0.0, run.variance});
    }
}

void other_constants(Lab& lab)
{
    // SELU with rounded constants, weights as in selu_orbit().
    const Activation f = [](const Matrix& X) -> Matrix { return 1.1 * elu(X, 1.6); };
    Moments run{0.0, 1.0};
    for (int layer = 1; layer <= 64; ++layer) {
        run = moments_after(f, {0.0, run.variance});
        if (layer == 1 || layer == 4 || layer == 16 || layer == 64)
            lab.value("other_variance_" + std::to_string(layer), run.variance, "%.3f");
    }
    lab.value("other_mean_64", run.mean, "%.3f");
}

void selu_layers(Lab& lab)
{
    auto table = lab.table("selu_layers", {"layer", "SELU mean", "variance", "ReLU mean",
                                           "variance", "tanh mean", "variance"});
    const auto s = through_layers(selu);
    const auto r = through_layers(relu);
    const auto t = through_layers(hyperbolic_tangent);
    for (std::size_t layer : {0, 1, 2, 4, 8, 16, 32})
        table.row(layer, s[layer].mean, s[layer].variance, r[layer].mean, r[layer].variance,
                  t[layer].mean, t[layer].variance);
}

} // namespace activations
