// The numbers in the answers to chapter 5's exercises.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/layer.hpp"
#include "common/math/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace activations {
namespace {

/// One hidden layer with an activation of its own; the output is σ.
struct Net {
    workbook::Layer hidden;
    workbook::Layer output;
};

/// How training on XOR ended.
struct Outcome {
    std::size_t epochs;  ///< until the error was below 0.01; `most` if it never was
    bool with_dead_unit; ///< whether a hidden unit has a sum of 0 or below in all four rows
};

/// Full-batch descent on XOR until the error is below 0.01, for `most` epochs.
Outcome train_on_xor(Net net, const Activation& f, const Activation& f_slope, double eta,
                     std::size_t most)
{
    const Matrix X{{0.0, 0.0}, {0.0, 1.0}, {1.0, 0.0}, {1.0, 1.0}};
    const Matrix T{{0.0}, {1.0}, {1.0}, {0.0}};
    for (std::size_t epoch = 0;; ++epoch) {
        const Matrix Z = matmul(X, net.hidden.W) + net.hidden.b;
        const Matrix H = f(Z);
        const Matrix Y = logistic(matmul(H, net.output.W) + net.output.b);
        if (epoch == most || 0.5 * xt::mean(xt::square(Y - T))() < 0.01)
            return {epoch, xt::amin(xt::amax(Z, {0}))() <= 0.0};
        const Matrix output_delta = 0.25 * (Y - T) * Y * (1.0 - Y);
        const Matrix hidden_delta = matmul(output_delta, transpose(net.output.W)) * f_slope(Z);
        net.output.W -= eta * matmul(transpose(H), output_delta);
        net.output.b -= eta * xt::sum(output_delta, {0});
        net.hidden.W -= eta * matmul(transpose(X), hidden_delta);
        net.hidden.b -= eta * xt::sum(hidden_delta, {0});
    }
}

/// Weights and biases from −1 to 1.
Net random_net(std::uint64_t seed, std::size_t units)
{
    Random random{seed};
    return {{random.uniform_matrix(2, units, -1.0, 1.0), random.uniform_vector(units, -1.0, 1.0)},
            {random.uniform_matrix(units, 1, -1.0, 1.0), random.uniform_vector(1, -1.0, 1.0)}};
}

/// x σ(x), and its slope. Far out, where a product would be ∞ · 0, they are the limits.
Matrix swish(const Matrix& X)
{
    return xt::where(X < -700.0, 0.0, X * logistic(X));
}

Matrix swish_slope(const Matrix& X)
{
    const Matrix near = logistic(X) + X * logistic_slope(X);
    return xt::where(xt::abs(X) < 700.0, near, logistic(X));
}

/// A row of `points` numbers at equal distances from −`end` to `end`.
Matrix equally_spaced(std::size_t points, double end)
{
    Matrix row = xt::zeros<double>({std::size_t{1}, points});
    for (std::size_t i = 0; i < points; ++i)
        row(0, i) = end * (2.0 * static_cast<double>(i) / static_cast<double>(points - 1) - 1.0);
    return row;
}

/// How many entries of the eleven rows are not those of the fine points when the row is judged at
/// these.
int entries_that_change(const Matrix& points)
{
    int changed = 0;
    for (const Pair& pair : pairs()) {
        const Properties fine = properties(pair.f, pair.slope, table_points());
        const Properties coarse = properties(pair.f, pair.slope, points);
        changed += range_text(fine.range, pair.f) != range_text(coarse.range, pair.f);
        changed += fine.monotonic != coarse.monotonic;
        changed += fine.slope_monotonic != coarse.slope_monotonic;
    }
    return changed;
}

} // namespace

void answers(Lab& lab)
{
    const double half = 2.0 * std::log(1.0 + std::sqrt(2.0));
    lab.value("half_slope_at", half, "%.4f");
    lab.value("half_slope", at(logistic_slope, half), "%.6g");

    // The same network with σ and with tanh in its hidden layer.
    const Net net = random_net(4, 5);
    Random random{5};
    const Matrix X = random.normal_matrix(20, 2, 0.0, 2.0);
    const Matrix with_sigma =
        matmul(logistic(matmul(X, net.hidden.W) + net.hidden.b), net.output.W) + net.output.b;
    const Vector columns = xt::sum(net.output.W, {0});
    const Matrix with_tanh =
        matmul(hyperbolic_tangent(0.5 * (matmul(X, net.hidden.W) + net.hidden.b)),
               0.5 * net.output.W) +
        net.output.b + 0.5 * columns;
    lab.value("tanh_network_difference", xt::amax(xt::abs(with_sigma - with_tanh))(), "%.0e");

    const double temperature = 1.0 / std::log(9.0);
    const Matrix nine_to_one = softmax(Matrix{{1.0, 0.0}} / temperature);
    lab.value("temperature_nine_to_one", temperature, "%.4f");
    lab.value("temperature_p1", nine_to_one(0, 0), "%.4f");

    // The third derivative on the right side alone: of a function that is 0 on the left.
    const Activation right = [](const Matrix& P) -> Matrix {
        return xt::where(P > 0.0, hyperbolic_tangent(P), 0.0);
    };
    lab.value("third_derivative_256", derivative_jump(right, 0.0, 3, 1.0 / 256.0), "%.3f");
    lab.value("third_derivative_2048", derivative_jump(right, 0.0, 3, 1.0 / 2048.0), "%.3f");
}

void xor_by_activation(Lab& lab)
{
    constexpr std::size_t starts = 30, most = 2000;
    constexpr double eta = 8.0;
    auto table = lab.table("xor_by_activation", {"hidden units", "activation", "starts that fail",
                                                 "epochs, middle of the others"});
    std::size_t dead = 0;
    for (const std::size_t units : {2, 6})
        for (const std::string name : {"logistic", "tanh", "ReLU", "leaky ReLU"}) {
            const std::vector<Pair> all = pairs();
            const auto pair = std::find_if(all.begin(), all.end(),
                                           [&](const Pair& one) { return one.name == name; });
            std::vector<std::size_t> needed;
            for (std::uint64_t seed = 1; seed <= starts; ++seed) {
                const Outcome outcome =
                    train_on_xor(random_net(seed, units), pair->f, pair->slope, eta, most);
                if (outcome.epochs < most)
                    needed.push_back(outcome.epochs);
                else if (units == 2 && name == "ReLU" && outcome.with_dead_unit)
                    ++dead;
            }
            std::sort(needed.begin(), needed.end());
            table.row(units, name, starts - needed.size(), needed[needed.size() / 2]);
        }
    lab.value("xor_dead_units", dead);
    lab.value("xor_starts_tried", starts);
    lab.value("xor_most_epochs", most);
}

void other_functions(Lab& lab)
{
    const Properties row = properties(swish, swish_slope, table_points());
    lab.value("swish_lowest", row.range.infimum, "%.4f");
    lab.value("swish_order", row.order);
    lab.value("swish_slope_highest", range_of(swish_slope, table_points()).supremum, "%.4f");
    double left = -2.0, right = -1.0;
    for (int halving = 0; halving < 60; ++halving) {
        const double middle = 0.5 * (left + right);
        (at(swish_slope, middle) < 0.0 ? left : right) = middle;
    }
    lab.value("swish_lowest_at", left, "%.4f");
}

void coarse_points(Lab& lab)
{
    lab.value("changed_by_5_points", entries_that_change(equally_spaced(5, 10.0)));
    lab.value("changed_by_3_points", entries_that_change(equally_spaced(3, 10.0)));
    lab.value("changed_by_2_points", entries_that_change(equally_spaced(2, 10.0)));
    lab.value("changed_by_4_points", entries_that_change(equally_spaced(4, 10.0)));
}

} // namespace activations
