// Right answers by one who thinks in columns, h = Wᵀ x + b, and turns the result.
#include "xor_mlp.hpp"

#include <cmath>
#include <numeric>

namespace xor_mlp {
namespace {

/// Z, one column per example.
Matrix sums(const Matrix& columns, const Layer& layer)
{
    const Matrix b = xt::view(layer.b, xt::all(), xt::newaxis());
    return matmul(transpose(layer.W), columns) + b;
}

} // namespace

double mlp(const Vector& x, const Vector& w, double b)
{
    return -b < std::inner_product(x.begin(), x.end(), w.begin(), 0.0);
}

Unit nand_unit()
{
    const Matrix W{{-2, 2}, {-2, 2}};
    return {xt::col(W, 0), 3};
}

Unit or_unit()
{
    const Matrix W{{-2, 2}, {-2, 2}};
    return {xt::col(W, 1), -1};
}

Unit and_unit()
{
    return {xt::ones<double>({2}), -1};
}

double xor_gate(double x1, double x2)
{
    // Without a step at the end: h1 + h2 − 1 is 0 or 1 by itself.
    const Unit a = nand_unit();
    const Unit b = or_unit();
    return mlp({x1, x2}, a.w, a.b) + mlp({x1, x2}, b.w, b.b) - 1;
}

Matrix forward(const Matrix& X, const Network& net)
{
    const Matrix H = xt::cast<double>(sums(transpose(X), net.hidden) > 0.0);
    const Matrix Y = xt::cast<double>(sums(H, net.output) > 0.0);
    return transpose(Y);
}

double sigmoid_unit(const Vector& x, const Vector& w, double b)
{
    return 0.5 + 0.5 * std::tanh(0.5 * (dot(x, w) + b));
}

Matrix hidden_space(const Matrix& X, const Layer& hidden)
{
    const Matrix H = xt::cast<double>(sums(transpose(X), hidden) > 0.0);
    return transpose(H);
}

std::vector<std::size_t> parameter_counts(std::size_t inputs, const std::vector<std::size_t>& units)
{
    std::vector<std::size_t> before{inputs};
    before.insert(before.end(), units.begin(), units.end());
    std::vector<std::size_t> counts;
    for (std::size_t l = 0; l + 1 < before.size(); ++l)
        counts.push_back(before[l + 1] * (before[l] + 1));
    return counts;
}

std::vector<std::size_t> output_shape(std::size_t rows, [[maybe_unused]] std::size_t inputs,
                                      const std::vector<std::size_t>& units)
{
    return {rows, *units.rbegin()};
}

Matrix forward_stack(const Matrix& X, const std::vector<Layer>& layers)
{
    Matrix H = transpose(X);
    for (const Layer& layer : layers) {
        Matrix Z = sums(H, layer);
        H = 0.5 + 0.5 * xt::tanh(0.5 * Z);
    }
    return transpose(H);
}

Layer collapse(const Layer& first, const Layer& second)
{
    // In columns: W2ᵀ W1ᵀ and W2ᵀ b1 + b2.
    const Matrix product = matmul(transpose(second.W), transpose(first.W));
    const Vector b = second.b + matvec(transpose(second.W), first.b);
    return {transpose(product), b};
}

} // namespace xor_mlp
