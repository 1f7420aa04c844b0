// The tables and values of chapter 2.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

namespace xor_mlp {
namespace {

/// What two layers without activation make of X.
Matrix linear_stack(const Matrix& X, const Layer& first, const Layer& second)
{
    const Matrix H = matmul(X, first.W) + first.b;
    return matmul(H, second.W) + second.b;
}

/// The factors of the row form with an input that is a column: W1 W2 x + b1ᵀ W2 + b2.
Vector mixed_orders(const Layer& first, const Layer& second, const Vector& x)
{
    const Matrix W1 = transpose(first.W);
    const Matrix W2 = transpose(second.W);
    return matvec(matmul(W1, W2), x) + matvec(transpose(W2), first.b) + second.b;
}

/// The two layers that section 2.7 works out by hand.
const Layer first_layer{{{1, 2}, {3, -2}}, {1, 3}};
const Layer second_layer{{{2, -1}, {1, 3}}, {-3, 1}};

} // namespace

void units(Lab& lab)
{
    auto table = lab.table("units", {"unit", "w1", "w2", "b"});
    table.row("NAND", nand_unit().w(0), nand_unit().w(1), nand_unit().b);
    table.row("OR", or_unit().w(0), or_unit().w(1), or_unit().b);
    table.row("AND", and_unit().w(0), and_unit().w(1), and_unit().b);
}

void gates_of_units(Lab& lab)
{
    auto table = lab.table("gates_of_units", {"x1", "x2", "NAND", "OR", "AND"});
    for (std::size_t i = 0; i < 4; ++i) {
        const Vector x = xt::row(corners, i);
        table.row(x(0), x(1), mlp(x, nand_unit().w, nand_unit().b),
                  mlp(x, or_unit().w, or_unit().b), mlp(x, and_unit().w, and_unit().b));
    }
}

void xor_table(Lab& lab)
{
    auto table = lab.table("xor_table", {"x1", "x2", "h1 = NAND", "h2 = OR", "XOR = AND(h1, h2)"});
    for (std::size_t i = 0; i < 4; ++i) {
        const Vector x = xt::row(corners, i);
        table.row(x(0), x(1), mlp(x, nand_unit().w, nand_unit().b),
                  mlp(x, or_unit().w, or_unit().b), xor_gate(x(0), x(1)));
    }
}

void matrix_form(Lab& lab)
{
    const xor_mlp::Network net = xor_network();
    const Matrix Y = forward(corners, net);
    const Matrix Z1 = matmul(corners, net.hidden.W) + net.hidden.b;
    const Matrix H = xt::where(Z1 > 0.0, 1.0, 0.0);
    const Matrix Z2 = matmul(H, net.output.W) + net.output.b;
    auto table = lab.table("matrix_form", {"x1", "x2", "z1", "z2", "h1", "h2", "output sum", "y"});
    for (std::size_t i = 0; i < 4; ++i) {
        table.row(corners(i, 0), corners(i, 1), Z1(i, 0), Z1(i, 1), H(i, 0), H(i, 1), Z2(i, 0),
                  Y(i, 0));
    }
}

void row_read_as_column(Lab& lab)
{
    const xor_mlp::Network net = xor_network();
    const Matrix Y = forward(corners, net);
    const Matrix misread = forward(corners, {{transpose(net.hidden.W), net.hidden.b}, net.output});
    auto table = lab.table("row_read_as_column", {"x1", "x2", "y from X W + b", "y from X Wᵀ + b"});
    for (std::size_t i = 0; i < 4; ++i)
        table.row(corners(i, 0), corners(i, 1), Y(i, 0), misread(i, 0));
}

void sigmoid_forms(Lab& lab)
{
    auto table = lab.table("sigmoid_forms", {"z",
                                             {"1/(1 + exp(−z))", "%.12g"},
                                             {"exp(z)/(1 + exp(z))", "%.12g"},
                                             {"sigmoid_unit", "%.12g"}});
    for (const double z : {-1000.0, -740.0, -1.0, 0.0, 1.0, 700.0, 710.0, 1000.0}) {
        table.row(z, 1.0 / (1.0 + std::exp(-z)), std::exp(z) / (1.0 + std::exp(z)),
                  sigmoid_unit({1.0}, {z}, 0.0));
    }
    lab.value("exp_limit", std::log(std::numeric_limits<double>::max()), "%.4f");
}

void soft_xor(Lab& lab)
{
    auto table = lab.table("soft_xor", {"x1",
                                        "x2",
                                        "step",
                                        {"σ", "%.4f"},
                                        {"σ, times 10", "%.4f"},
                                        {"σ, b2 = −1.5, times 10", "%.4f"}});
    for (std::size_t i = 0; i < 4; ++i) {
        const double x1 = corners(i, 0);
        const double x2 = corners(i, 1);
        table.row(x1, x2, xor_gate(x1, x2), soft_xor(x1, x2, 1, and_unit().b),
                  soft_xor(x1, x2, 10, and_unit().b), soft_xor(x1, x2, 10, -1.5));
    }
}

void hidden_points(Lab& lab)
{
    const Matrix H = hidden_space(corners, xor_network().hidden);
    auto table = lab.table("hidden_points", {"(x1, x2)", "(h1, h2)", "XOR"});
    for (std::size_t i = 0; i < 4; ++i) {
        const Vector x = xt::row(corners, i);
        const Vector h = xt::row(H, i);
        table.row(x, h, x(0) != x(1) ? 1 : 0);
    }
}

void dense_parameters(Lab& lab)
{
    const std::vector<std::size_t> counts = parameter_counts(1, stack_units);
    auto table =
        lab.table("dense_parameters", {"layer", "in", "out", "weights", "biases", "parameters"});
    std::size_t inputs = 1;
    std::size_t total = 0;
    for (std::size_t l = 0; l < stack_units.size(); ++l) {
        const std::size_t units = stack_units[l];
        table.row("Dense(" + std::to_string(units) + ")", inputs, units, inputs * units, units,
                  counts.at(l));
        total += counts.at(l);
        inputs = units;
    }
    lab.value("dense_total", total);

    const std::vector<std::size_t> deep = parameter_counts(deep_inputs, deep_units);
    lab.value("deep_network_parameters", std::accumulate(deep.begin(), deep.end(), std::size_t{0}));
}

void stack_shape(Lab& lab)
{
    const std::vector<std::size_t> shape = output_shape(100, 1, stack_units);
    lab.value("stack_rows", shape.at(0));
    lab.value("stack_columns", shape.at(1));
}

void stack_by_hand(Lab& lab)
{
    const Matrix X{{1}, {-0.5}};
    const Layer first{{{1, -2}}, {0, 1}};
    const Layer second{{{2}, {-1}}, {-1}};
    const Matrix H = forward_stack(X, {first});
    const Matrix Z1 = matmul(X, first.W) + first.b;
    const Matrix Z2 = matmul(H, second.W) + second.b;
    const Matrix Y = forward_stack(X, {first, second});
    auto table = lab.table("stack_by_hand", {"x",
                                             "sums of layer 1",
                                             {"h1", "%.6f"},
                                             {"h2", "%.6f"},
                                             {"sum of layer 2", "%.6f"},
                                             {"y", "%.6f"}});
    for (std::size_t i = 0; i < 2; ++i)
        table.row(X(i, 0), Vector(xt::row(Z1, i)), H(i, 0), H(i, 1), Z2(i, 0), Y(i, 0));
}

void stack_answers(Lab& lab)
{
    const Matrix X{{-1}, {0}, {1}};
    const Matrix Y = forward_stack(X, drawn_stack());
    auto table = lab.table("stack_answers", {"x", {"y", "%.6f"}});
    for (std::size_t i = 0; i < 3; ++i)
        table.row(X(i, 0), Y(i, 0));
}

void collapse_orders(Lab& lab)
{
    const Layer one = collapse(first_layer, second_layer);
    const Matrix X{{1, 1}, {2, -1}, {0, 0}};
    const Matrix both = linear_stack(X, first_layer, second_layer);
    const Matrix single = matmul(X, one.W) + one.b;
    auto table = lab.table("collapse_orders",
                           {"x", "two layers", "x W′ + b′", "W1 W2 x + b1ᵀ W2 + b2", "difference"});
    double mixed_error = 0;
    for (std::size_t i = 0; i < X.shape(0); ++i) {
        const Vector truth = xt::row(both, i);
        const Vector mixed = mixed_orders(first_layer, second_layer, xt::row(X, i));
        const Vector difference = mixed - truth;
        mixed_error = std::max(mixed_error, xt::amax(xt::abs(difference))());
        table.row(Vector(xt::row(X, i)), truth, Vector(xt::row(single, i)), mixed, difference);
    }
    lab.value("slide_error", mixed_error);
}

void collapse_rounding(Lab& lab)
{
    // Random layers of many sizes: two layers and the one they collapse to differ by rounding only.
    Random random{11};
    double rounding = 0;
    for (std::size_t n = 1; n <= 20; ++n) {
        const Layer first{random.normal_matrix(n, n + 3, 0, 1), random.normal_vector(n + 3, 0, 1)};
        const Layer second{random.normal_matrix(n + 3, 2, 0, 1), random.normal_vector(2, 0, 1)};
        const Matrix rows = random.normal_matrix(10, n, 0, 1);
        const Layer one = collapse(first, second);
        const Matrix single = matmul(rows, one.W) + one.b;
        rounding =
            std::max(rounding, xt::amax(xt::abs(single - linear_stack(rows, first, second)))());
    }
    lab.value("collapse_rounding", rounding, "%.1e");
}

void xor_collapsed(Lab& lab)
{
    const Layer flat = collapse(xor_network().hidden, xor_network().output);
    lab.value("xor_collapsed_w1", flat.W(0, 0));
    lab.value("xor_collapsed_w2", flat.W(1, 0));
    lab.value("xor_collapsed_b", flat.b(0));
}

} // namespace xor_mlp
