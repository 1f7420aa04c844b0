// Chapter 6 under the reader's hand: ten layers, and what the spread of their weights makes of the
// sums and of the outputs.
#include "experiments.hpp"
#include "explorables/exchange.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace {

using namespace initialization;

constexpr std::size_t layers = 10;
constexpr std::size_t rows = 30;
constexpr std::size_t bins = 41;

/// A sigmoid, or what Activation lists.
Matrix outputs(std::size_t f, const Matrix& Z)
{
    return f == 0 ? sigma(Z) : value_of(f == 1 ? Activation::tanh : Activation::relu, Z);
}

/// The weights of every layer with the deviation 1, and behind them the inputs, which are normal.
/// They are drawn once; other deviations are multiples.
const std::vector<Matrix>& drawn_matrices(std::size_t units, bool uniform)
{
    static std::vector<Matrix> drawn;
    static std::pair<std::size_t, bool> drawn_for{0, false};
    if (drawn_for != std::pair{units, uniform}) {
        workbook::Random random{60};
        drawn.clear();
        const double limit = std::sqrt(3.0);
        for (std::size_t l = 0; l < layers; ++l) {
            drawn.push_back(uniform ? random.uniform_matrix(units, units, -limit, limit)
                                    : random.normal_matrix(units, units, 0.0, 1.0));
        }
        drawn.push_back(random.normal_matrix(rows, units, 0.0, 1.0));
        drawn_for = {units, uniform};
    }
    return drawn;
}

/// The fraction of the entries in each of the bins between two ends; those outside are in none.
Vector histogram(const Matrix& m, double low, double high)
{
    Vector fractions = xt::zeros<double>({bins});
    for (const double value : m) {
        const double at = (value - low) / (high - low) * static_cast<double>(bins);
        if (at >= 0.0 && at <= static_cast<double>(bins)) {
            const auto bin = std::min(static_cast<std::size_t>(at), bins - 1);
            fractions(bin) += 1.0 / static_cast<double>(m.size());
        }
    }
    return fractions;
}

} // namespace

/// The deviations of Xavier's and of He's weights for as many inputs as units.
EXPLORE(initialization_rules)
{
    const int units = static_cast<int>(in.count());
    out.add(xavier_normal_deviation(units, units));
    out.add(he_deviation(units));
    out.add(preactivation_deviation(units, in.number(), 1.0, 0.0));
}

/// Layer by layer: the root of the mean square of the sums, that of the outputs, and both
/// histograms: of the sums between ±`reach`, of the outputs from `low` to `high`.
EXPLORE(initialization_layers)
{
    const std::size_t units = in.count();
    const double deviation = in.number();
    const bool uniform = in.number() != 0.0;
    const std::size_t f = in.count();
    const double reach = in.number();
    const double low = in.number();
    const double high = in.number();
    const std::vector<Matrix>& drawn = drawn_matrices(units, uniform);
    Matrix H = drawn.back();
    for (std::size_t l = 0; l < layers; ++l) {
        const Matrix Z = deviation * matmul(H, drawn[l]);
        H = outputs(f, Z);
        out.add(std::sqrt(mean_square(Z)));
        out.add(std::sqrt(mean_square(H)));
        out.add(histogram(Z, -reach, reach));
        out.add(histogram(H, low, high));
    }
}
