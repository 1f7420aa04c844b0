// The activations, networks and data of chapter 4, and its training runs.
#include "experiments.hpp"

#include "common/math/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

namespace vanishing_gradient {
namespace {

Numbers each_of(const std::vector<Spread>& all, double Spread::* member)
{
    std::vector<double> values;
    for (const Spread& s : all)
        values.push_back(s.*member);
    return values;
}

} // namespace

Matrix sigma(const Matrix& Z)
{
    return each(Z, [](double z) { return 1.0 / (1.0 + std::exp(-z)); });
}

Matrix sigma_slope(const Matrix& Z)
{
    return each(Z, [](double z) {
        const double e = std::exp(-std::abs(z));
        return e / ((1.0 + e) * (1.0 + e));
    });
}

Matrix hyperbolic(const Matrix& Z)
{
    return xt::tanh(Z);
}

Matrix hyperbolic_slope(const Matrix& Z)
{
    return 1.0 - xt::square(xt::tanh(Z));
}

Matrix relu(const Matrix& Z)
{
    return each(Z, [](double z) { return std::max(z, 0.0); });
}

Matrix relu_slope(const Matrix& Z)
{
    return each(Z, [](double z) { return z > 0.0 ? 1.0 : 0.0; });
}

std::vector<Layer> he_start(std::uint64_t seed, std::size_t depth, std::size_t units)
{
    Random random{seed};
    std::vector<Layer> layers;
    for (std::size_t l = 0; l <= depth; ++l) {
        const std::size_t inputs = l == 0 ? 2 : units;
        const std::size_t outputs = l == depth ? 1 : units;
        const double spread = std::sqrt(2.0 / static_cast<double>(inputs));
        layers.push_back(
            {random.normal_matrix(inputs, outputs, 0.0, spread), xt::zeros<double>({outputs})});
    }
    return layers;
}

std::vector<Layer> fitted_to_sigma(std::vector<Layer> layers)
{
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Vector columns = xt::sum(layers[l].W, {0});
        const bool first = l == 0;
        const double out = l + 1 < layers.size() ? 2.0 : 1.0;
        layers[l].b = out * (layers[l].b - (first ? 0.0 : 1.0) * columns);
        layers[l].W *= out * (first ? 1.0 : 2.0);
    }
    return layers;
}

std::vector<Layer> start_of(const Kind& kind, std::uint64_t seed, std::size_t depth)
{
    const std::vector<Layer> layers = he_start(seed, depth);
    return kind.matched ? fitted_to_sigma(layers) : layers;
}

Matrix rings()
{
    Random random{3};
    Matrix X = xt::zeros<double>({points, std::size_t{2}});
    for (std::size_t n = 0; n < points; ++n) {
        const double angle =
            2.0 * std::numbers::pi * static_cast<double>(n) / static_cast<double>(points);
        const double radius = (n % 2 == 0 ? 0.7 : 1.6) + random.normal(0.0, 0.12);
        X(n, 0) = radius * std::cos(angle);
        X(n, 1) = radius * std::sin(angle);
    }
    return X;
}

Matrix ring_targets()
{
    Matrix T = xt::ones<double>({points, std::size_t{1}});
    for (std::size_t n = 0; n < points; n += 2)
        T(n, 0) = -1.0;
    return T;
}

Spread spread(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return {values.front(), values[values.size() / 2], values.back()};
}

Run run_of(const Kind& kind, std::size_t depth, std::uint64_t seed, double eta, std::size_t updates)
{
    Run run{start_of(kind, seed, depth), {}, 0.0};
    run.training = train(run.start, X, T, kind.f, kind.f_slope, eta, updates);
    run.reached = accuracy(forward(run.training.layers, X, kind.f).H.back(), T);
    return run;
}

const std::vector<Run>& runs(const Kind& kind, std::size_t depth)
{
    static std::map<std::pair<std::string, std::size_t>, std::vector<Run>> kept;
    std::vector<Run>& all = kept[{kind.name, depth}];
    for (std::uint64_t seed = all.size() + 1; seed <= seeds; ++seed)
        all.push_back(run_of(kind, depth, seed, kind.eta, epochs));
    return all;
}

Spread reached(const Kind& kind, std::size_t depth)
{
    std::vector<double> values;
    for (const Run& run : runs(kind, depth))
        values.push_back(run.reached);
    return spread(values);
}

Vector norms_of(const Kind& kind, const std::vector<Layer>& layers)
{
    return gradient_norms(gradients(layers, X, T, kind.f, kind.f_slope));
}

Vector delta_norms(const Kind& kind, const std::vector<Layer>& layers)
{
    const Pass pass = forward(layers, X, kind.f);
    const Matrix output_delta = (pass.H.back() - T) / static_cast<double>(points);
    const std::vector<Matrix> delta = deltas(layers, pass, output_delta, kind.f_slope);
    Vector norms = xt::zeros<double>({delta.size()});
    for (std::size_t l = 0; l < delta.size(); ++l)
        norms(l) = std::sqrt(xt::sum(xt::square(delta[l]))());
    return norms;
}

double middle_factor(const std::vector<Vector>& samples)
{
    std::vector<double> factors;
    for (const Vector& norms : samples)
        if (xt::amin(norms)() > 0.0)
            factors.push_back(factor_per_layer(norms));
    return factors.empty() ? std::numeric_limits<double>::quiet_NaN() : spread(factors).middle;
}

std::vector<Spread> spreads(const std::vector<Vector>& samples)
{
    std::vector<Spread> result;
    for (std::size_t l = 0; l < samples.front().size(); ++l) {
        std::vector<double> values;
        for (const Vector& sample : samples)
            values.push_back(sample(l));
        result.push_back(spread(values));
    }
    return result;
}

std::vector<Vector> norm_samples(const Kind& kind, double factor, std::size_t starts)
{
    std::vector<Vector> samples;
    for (std::uint64_t seed = 1; seed <= starts; ++seed)
        samples.push_back(norms_of(kind, scaled(start_of(kind, seed, norm_depth), factor)));
    return samples;
}

std::vector<Vector> saturated_fractions(double factor)
{
    std::vector<Vector> fractions;
    for (std::uint64_t seed = 1; seed <= norm_starts; ++seed) {
        Pass pass = forward(scaled(he_start(seed, norm_depth), factor), X, sigma);
        pass.Z.pop_back();
        fractions.push_back(saturated_fraction(pass.Z, sigma_slope, 0.01));
    }
    return fractions;
}

std::vector<Spread> weight_changes(const Kind& kind)
{
    std::vector<Vector> samples;
    for (const Run& run : runs(kind, 8))
        samples.push_back(weight_change(run.start, run.training.layers));
    return spreads(samples);
}

Numbers lows(const std::vector<Spread>& all)
{
    return each_of(all, &Spread::low);
}

Numbers middles(const std::vector<Spread>& all)
{
    return each_of(all, &Spread::middle);
}

Numbers highs(const std::vector<Spread>& all)
{
    return each_of(all, &Spread::high);
}

Numbers counted_from_1(std::size_t n)
{
    return linspace(1.0, static_cast<double>(n), n);
}

} // namespace vanishing_gradient
