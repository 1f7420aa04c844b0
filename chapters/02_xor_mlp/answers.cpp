// The numbers in the answers to chapter 2's exercises.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace xor_mlp {
namespace {

/// A network that reads digits: 784 pixels, 128 hidden units, 10 outputs.
constexpr std::size_t pixels = 784;
const std::vector<std::size_t> reader_units{128, 10};

std::size_t total(const std::vector<std::size_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

/// What the two hidden units give together where x1 + x2 is s.
double soft_sum(double s)
{
    return sigmoid_unit({s, 0}, nand_unit().w, nand_unit().b) +
           sigmoid_unit({s, 0}, or_unit().w, or_unit().b);
}

/// Points of the unit square, a grid of 21 by 21.
Matrix square_grid()
{
    Matrix X = Matrix::from_shape({21 * 21, 2});
    for (std::size_t i = 0; i < 21; ++i) {
        for (std::size_t j = 0; j < 21; ++j) {
            X(21 * i + j, 0) = static_cast<double>(i) / 20;
            X(21 * i + j, 1) = static_cast<double>(j) / 20;
        }
    }
    return X;
}

/// How far the best linear output unit on this hidden layer of sigmoids is from x1 x2, at most.
double distance_from_product(const Matrix& X, const Layer& hidden)
{
    const Vector product = xt::col(X, 0) * xt::col(X, 1);
    Matrix H = xt::ones<double>({X.shape(0), hidden.b.size() + 1});
    xt::view(H, xt::all(), xt::range(std::size_t{0}, hidden.b.size())) = forward_stack(X, {hidden});
    const Vector w = solve(matmul(transpose(H), H), matvec(transpose(H), product));
    return xt::amax(xt::abs(matvec(H, w) - product))();
}

} // namespace

void two_outputs(Lab& lab)
{
    xor_mlp::Network net = xor_network();
    net.output = {{{1, -2}, {1, -2}}, {-1, 3}};
    const Matrix Y = forward(corners, net);
    auto table = lab.table("two_outputs", {"x1", "x2", "XOR", "XNOR"});
    for (std::size_t i = 0; i < 4; ++i)
        table.row(corners(i, 0), corners(i, 1), Y(i, 0), Y(i, 1));
}

void softly_rounded(Lab& lab)
{
    for (int s = 0; s <= 2; ++s)
        lab.value("soft_sum_" + std::to_string(s), soft_sum(s), "%.4f");
    const double bias = -(soft_sum(0) + soft_sum(1)) / 2;
    lab.value("soft_bias", bias, "%.4f");
    lab.value("soft_low", soft_xor(0, 0, 1, bias), "%.3f");
    lab.value("soft_high", soft_xor(0, 1, 1, bias), "%.3f");
    lab.value("soft_low_20", sigmoid_unit({soft_sum(0)}, {20}, 20 * bias), "%.3f");
    lab.value("soft_high_20", sigmoid_unit({soft_sum(1)}, {20}, 20 * bias), "%.3f");
}

void digit_reader(Lab& lab)
{
    const std::size_t parameters = total(parameter_counts(pixels, reader_units));
    lab.value("reader_parameters", parameters);
    lab.value("reader_bias_percent",
              100.0 * static_cast<double>(total(reader_units)) / static_cast<double>(parameters),
              "%.2f");
    lab.value("collapsed_parameters", total(parameter_counts(pixels, {10})));
}

void parity(Lab& lab)
{
    Matrix X = Matrix::from_shape({8, 3});
    for (std::size_t n = 0; n < 8; ++n)
        for (std::size_t i = 0; i < 3; ++i)
            X(n, i) = static_cast<double>(n >> i & 1);
    const xor_mlp::Network net{{{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}, {-0.5, -1.5, -2.5}},
                               {{{1}, {-1}, {1}}, {-0.5}}};
    const Matrix Y = forward(X, net);
    std::size_t right = 0;
    for (std::size_t n = 0; n < 8; ++n)
        right += (X(n, 0) != X(n, 1)) != (X(n, 2) == 1) ? Y(n, 0) == 1 : Y(n, 0) == 0;
    lab.value("parity_right", right);
}

void product_by_sigmoids(Lab& lab)
{
    const Matrix X = square_grid();
    Random random{21};
    auto table =
        lab.table("product_by_sigmoids", {"hidden units", {"largest distance from x1 x2", "%.4f"}});
    for (const std::size_t units : {2, 4, 8}) {
        double best = 1;
        for (int draw = 0; draw < 300; ++draw) {
            const Matrix W = random.uniform_matrix(2, units, -4, 4);
            best =
                std::min(best, distance_from_product(X, {W, random.uniform_vector(units, -4, 4)}));
        }
        table.row(units, best);
    }
}

void sharpened(Lab& lab)
{
    auto table = lab.table("sharpened", {"factor",
                                         {"output at (0, 0) and (1, 1)", "%.6f"},
                                         {"output at (0, 1) and (1, 0)", "%.6f"}});
    for (const double factor : {1.0, 2.0, 5.0, 10.0, 100.0})
        table.row(factor, soft_xor(0, 0, factor, -1.5), soft_xor(0, 1, factor, -1.5));
}

} // namespace xor_mlp
