// The tables and values of chapter 8.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace losses {
namespace {

/// A layer of σ units that fits the line as well as it can.
Layer sigmoid_on_line()
{
    return fitted(zero_layer(1, 1), line_data(), sigmoid_squared_error_gradient, 1.0, 20000);
}

Layer linear_on_line()
{
    return fitted(zero_layer(1, 1), line_data(), gradient_of(Task::regression), 0.2, 2000);
}

/// `heads` outcomes that are 1 among `tosses`, and the same probability p for all.
struct Tosses {
    Vector p;
    Vector t;
};

Tosses tosses(std::size_t number, std::size_t heads, double p)
{
    Tosses all{p * xt::ones<double>({number}), xt::zeros<double>({number})};
    for (std::size_t n = 0; n < heads; ++n)
        all.t(n) = 1.0;
    return all;
}

double largest(const Matrix& m)
{
    return xt::amax(xt::abs(m))();
}

/// The deltas of a loss by central differences.
Matrix differences(Task task, const Matrix& Z, const Matrix& T)
{
    const double h = 1e-5;
    Matrix slopes = xt::zeros_like(Z);
    for (std::size_t i = 0; i < Z.size(); ++i) {
        Matrix above = Z;
        Matrix below = Z;
        above.flat(i) += h;
        below.flat(i) -= h;
        slopes.flat(i) = (loss(task, above, T) - loss(task, below, T)) / (2.0 * h);
    }
    return slopes;
}

Vector row(const Matrix& m, std::size_t n)
{
    return xt::view(m, n, xt::all());
}

/// A row in brackets, for a table.
std::string bracketed(const Vector& v, const char* format)
{
    std::string text;
    for (const double each : v)
        text += (text.empty() ? "" : ", ") + drawn(each, format);
    return "(" + text + ")";
}

} // namespace

void sigmoid_regression_table(Lab& lab)
{
    const Data data = line_data();
    const Layer linear = linear_on_line();
    const Layer bent = sigmoid_on_line();
    const Matrix straight = logits_of(linear, data.X);
    const Matrix squeezed = sigmoid(logits_of(bent, data.X));
    auto table = lab.table(
        "sigmoid_regression",
        {{"x", "%.1f"}, {"target t", "%.2f"}, {"linear output", "%.2f"}, {"output of σ", "%.2f"}});
    double floor = 0.0;
    for (std::size_t n = 0; n < data.X.shape(0); ++n) {
        const double t = data.T(n, 0);
        table.row(data.X(n, 0), t, straight(n, 0), squeezed(n, 0));
        const double outside = t - std::clamp(t, 0.0, 1.0);
        floor += 0.5 * outside * outside / 9.0;
    }
    lab.value("line_error_linear", squared_error(straight, data.T), "%.4f");
    lab.value("line_error_sigmoid", squared_error(squeezed, data.T), "%.3f");
    lab.value("line_error_floor", floor, "%.3f");
}

void losses_by_logit(Lab& lab)
{
    auto table = lab.table("losses_by_logit", {{"z", "%.0f"},
                                               {"σ(z)", "%.5f"},
                                               {"squared error", "%.4f"},
                                               {"its slope", "%.5f"},
                                               {"cross entropy", "%.4f"},
                                               {"its slope", "%.5f"}});
    for (const double z : {-10.0, -5.0, -2.0, 0.0, 2.0, 5.0})
        table.row(z, sigma(z), error_at(squared_error_of_sigmoid, z, 1.0),
                  slope_at(sigmoid_squared_error_gradient, z, 1.0),
                  error_at(binary_cross_entropy, z, 1.0),
                  slope_at(binary_cross_entropy_gradient, z, 1.0));
    const double bottom = std::log(0.5);
    lab.value("steepest_slope", slope_at(sigmoid_squared_error_gradient, bottom, 1.0), "%.4f");
}

void erratum_25(Lab& lab)
{
    const double z = -5.0;
    auto table =
        lab.table("erratum_25", {"loss", {"E at z = −5, t = 1", "%.3f"}, {"∂E/∂z there", "%.4f"}});
    const double squared = error_at(squared_error_of_sigmoid, z, 1.0);
    const double squared_slope = slope_at(sigmoid_squared_error_gradient, z, 1.0);
    const double entropy = error_at(binary_cross_entropy, z, 1.0);
    const double entropy_slope = slope_at(binary_cross_entropy_gradient, z, 1.0);
    table.row("½ (σ(z) − t)²", squared, squared_slope);
    table.row("cross entropy", entropy, entropy_slope);
    lab.value("squared_error_at_minus_5", squared, "%.3f");
    lab.value("squared_slope_at_minus_5", squared_slope, "%.4f");
    lab.value("entropy_slope_at_minus_5", entropy_slope, "%.3f");
    lab.value("slope_ratio_at_minus_5", entropy_slope / squared_slope, "%.0f");
}

void escapes(Lab& lab)
{
    auto table = lab.table("escapes", {{"start z", "%.0f"},
                                       "updates with the squared error",
                                       {"e⁻ᶻ", "%.0f"},
                                       "updates with cross entropy"});
    for (const double z : {-2.0, -5.0, -8.0, -10.0})
        table.row(z, updates_to_half(sigmoid_squared_error_gradient, z, 1.0), std::exp(-z),
                  updates_to_half(binary_cross_entropy_gradient, z, 1.0));
    lab.value("escape_entropy", updates_to_half(binary_cross_entropy_gradient, -5.0, 1.0));
    lab.value("escape_squared", updates_to_half(sigmoid_squared_error_gradient, -5.0, 1.0));
}

void stalled_unit_table(Lab& lab)
{
    const Data data = two_classes();
    auto table = lab.table("stalled_unit", {"updates",
                                            {"right, squared error", "%.0f%%"},
                                            {"right, cross entropy", "%.0f%%"},
                                            {"squared error E", "%.4f"},
                                            {"cross entropy E", "%.4f"}});
    Layer squared = wrong_unit;
    Layer entropy = wrong_unit;
    std::size_t done = 0;
    for (const std::size_t updates : {0, 10, 30, 100, 300, 1000, 3000}) {
        squared = fitted(squared, data, sigmoid_squared_error_gradient, 0.3, updates - done);
        entropy = fitted(entropy, data, gradient_of(Task::binary), 0.3, updates - done);
        done = updates;
        const Matrix Z_squared = logits_of(squared, data.X);
        const Matrix Z_entropy = logits_of(entropy, data.X);
        table.row(updates, 100.0 * share_right(decide(Task::binary, Z_squared), data.T),
                  100.0 * share_right(decide(Task::binary, Z_entropy), data.T),
                  squared_error_of_sigmoid(Z_squared, data.T),
                  binary_cross_entropy(Z_entropy, data.T));
    }
}

void coin_table(Lab& lab)
{
    auto table =
        lab.table("coin", {{"p", "%.1f"}, {"likelihood L", "%.6f"}, {"−(1/N) ln L", "%.4f"}});
    for (const double p : {0.3, 0.5, 0.6, 0.7, 0.8, 0.9}) {
        const Tosses ten = tosses(10, 7, p);
        table.row(p, likelihood(ten.p, ten.t), negative_log_likelihood(ten.p, ten.t));
    }
    const Tosses best = tosses(10, 7, 0.7);
    lab.value("coin_best", negative_log_likelihood(best.p, best.t), "%.4f");
}

void products_and_sums(Lab& lab)
{
    auto table = lab.table(
        "products_and_sums",
        {"tosses N", {"likelihood L", "%.3g"}, {"−ln L / N", "%.6f"}, {"−(1/N) Σ ln", "%.6f"}});
    for (const std::size_t N : {10, 100, 1000, 2000}) {
        const Tosses all = tosses(N, 7 * N / 10, 0.7);
        const double L = likelihood(all.p, all.t);
        table.row(N, L, -std::log(L) / static_cast<double>(N),
                  negative_log_likelihood(all.p, all.t));
    }
}

void safe_losses(Lab& lab)
{
    auto table = lab.table("safe_losses", {{"z", "%.0f"},
                                           {"−ln(1 − σ(z))", "%.10g"},
                                           {"cut off at 10⁻⁷", "%.10g"},
                                           {"ln(1 + eᶻ)", "%.10g"},
                                           {"ζ(z)", "%.10g"}});
    for (const double z : {5.0, 15.0, 30.0, 37.0, 700.0, 1000.0}) {
        const double rest = 1.0 - sigma(z);
        table.row(z, -std::log(rest), -std::log(std::max(rest, 1e-7)), std::log(1.0 + std::exp(z)),
                  softplus(Matrix{{z}})(0, 0));
    }
}

void label_order_table(Lab& lab)
{
    const Data data = three_classes();
    auto table = lab.table("label_order", {"targets", {"right", "%.0f%%"}});
    for (const Numbering& numbering : numberings()) {
        const Matrix Y = logits_of(fit_of_numbers(numbering), data.X);
        const Matrix decided = one_hot(nearest_number(Y, numbering.numbers), 3);
        table.row(numbering.name, 100.0 * share_right(decided, data.T));
    }
    const Matrix Z = logits_of(fit_of_one_hot(), data.X);
    table.row("one-hot, in any order", 100.0 * share_right(decide(Task::multi_class, Z), data.T));
}

void sums_of_sigmoids(Lab& lab)
{
    const Layer separate =
        fitted(zero_layer(2, 3), three_classes(), gradient_of(Task::multi_label), 0.5, 2000);
    const Layer together = fit_of_one_hot();
    auto table =
        lab.table("sums_of_sigmoids",
                  {"point", "three σ", {"their sum", "%.2f"}, "softmax", {"its sum", "%.2f"}});
    for (const Matrix& x :
         {Matrix{{-2.0, -0.3}}, Matrix{{-1.0, 0.05}}, Matrix{{0.0, -1.5}}, Matrix{{0.0, 0.4}}}) {
        const Matrix Y = output(Task::multi_label, logits_of(separate, x));
        const Matrix P = output(Task::multi_class, logits_of(together, x));
        table.row(bracketed(row(x, 0), "{:g}"), bracketed(row(Y, 0), "{:.2f}"), xt::sum(Y)(),
                  bracketed(row(P, 0), "{:.2f}"), xt::sum(P)());
    }
}

void through_the_jacobian(Lab& lab)
{
    const Matrix Z{{0.0, std::log(2.0), std::log(5.0)}};
    const Matrix T{{0.0, 1.0, 0.0}};
    const Matrix P = softmax(Z);
    const Vector p = row(P, 0);
    const Vector v = row(probability_gradient(P, T), 0);
    const Matrix D = xt::diag(p);
    const Matrix J = D - outer(p, p);
    const Vector chain = matvec(J, v);
    const Vector direct = row(cross_entropy_gradient(Z, T), 0);
    auto table = lab.table("through_the_jacobian",
                           {"class", "p", "t", "∂E/∂p", "row of J", "J ∂E/∂p", "p − t"});
    for (std::size_t k = 0; k < 3; ++k)
        table.row(k, p(k), static_cast<int>(T(0, k)), v(k), bracketed(row(J, k), "{:.6g}"),
                  chain(k), direct(k));

    Random random{8};
    double off = 0.0;
    for (int draw = 0; draw < 100; ++draw) {
        const Matrix scores = random.normal_matrix(1, 5, 0.0, 2.0);
        const Matrix shares = softmax(random.normal_matrix(1, 5, 0.0, 1.0));
        const Matrix Q = softmax(scores);
        const Vector q = row(Q, 0);
        const Matrix diagonal = xt::diag(q);
        const Vector through =
            matvec(diagonal - outer(q, q), row(probability_gradient(Q, shares), 0));
        off = std::max(
            off, xt::amax(xt::abs(through - row(cross_entropy_gradient(scores, shares), 0)))());
    }
    lab.value("jacobian_difference", off, "%.0e");
}

void multi_label_table(Lab& lab)
{
    const Data data = two_labels();
    const Matrix by_sigmoid =
        decide(Task::multi_label, logits_of(fit_of_labels(Task::multi_label), data.X));
    const Matrix by_softmax = softmax_labels(fit_of_labels(Task::multi_class), data.X);
    auto table = lab.table("multi_label", {"the point has",
                                           "points",
                                           {"right, a σ per label", "%.0f%%"},
                                           {"right, softmax over both", "%.0f%%"}});
    const std::vector<std::string> names{"neither label", "the first only", "the second only",
                                         "both labels"};
    for (std::size_t which = 0; which < 4; ++which) {
        const double first = which % 2 == 1 ? 1.0 : 0.0;
        const double second = which / 2 == 1 ? 1.0 : 0.0;
        double count = 0.0, sigmoid_right = 0.0, softmax_right = 0.0;
        for (std::size_t n = 0; n < data.T.shape(0); ++n) {
            if (data.T(n, 0) != first || data.T(n, 1) != second)
                continue;
            const auto right = [&](const Matrix& decided) {
                return decided(n, 0) == first && decided(n, 1) == second ? 1.0 : 0.0;
            };
            count += 1.0;
            sigmoid_right += right(by_sigmoid);
            softmax_right += right(by_softmax);
        }
        table.row(names[which], static_cast<int>(count), 100.0 * sigmoid_right / count,
                  100.0 * softmax_right / count);
    }
}

void summary_table(Lab& lab)
{
    auto table = lab.table(
        "summary", {"task", "output y", "loss", "its slope in z", {"off by at most", "%.0e"}});
    Random random{4};
    for (const Example& example : summary_examples()) {
        const std::size_t outputs = example.Z.shape(1);
        const Matrix Z = random.normal_matrix(6, outputs, 0.0, 1.5);
        const Matrix T = output(example.task, random.normal_matrix(6, outputs, 0.0, 1.0));
        const Matrix delta = (output(example.task, Z) - T) / 6.0;
        table.row(example.name, example.output, example.loss, "(y − t)/N",
                  largest(differences(example.task, Z, T) - delta));
    }
}

void decisions(Lab& lab)
{
    auto table = lab.table("decisions", {"task", "logits", "output", "decision"});
    for (const Example& example : summary_examples())
        table.row(example.name, bracketed(row(example.Z, 0), "{:.1f}"),
                  bracketed(row(output(example.task, example.Z), 0), "{:.2f}"),
                  bracketed(row(decide(example.task, example.Z), 0), "{:g}"));
}

} // namespace losses
