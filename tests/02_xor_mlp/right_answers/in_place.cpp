// Right answers that change one copy in place, and that take the recursive way.
#include "xor_mlp.hpp"

#include <cmath>

using namespace xor_mlp;

double xor_mlp::mlp(const Vector& x, const Vector& w, double b)
{
    Vector terms = x;
    terms *= w;
    for (const double term : terms)
        b += term;
    return b > 0.0;
}

Unit xor_mlp::nand_unit()
{
    return {-2.0 * xt::ones<double>({2}), 3.0};
}

Unit xor_mlp::or_unit()
{
    Unit unit = nand_unit();
    unit.w *= -1.0;
    unit.b = -1.0;
    return unit;
}

Unit xor_mlp::and_unit()
{
    Unit unit = or_unit();
    unit.w /= 2.0;
    return unit;
}

double xor_mlp::xor_gate(double x1, double x2)
{
    const Network net{{{{-2, 2}, {-2, 2}}, {3, -1}}, {{{1}, {1}}, {-1}}};
    return forward({{x1, x2}}, net)(0, 0);
}

Matrix xor_mlp::forward(const Matrix& X, const Network& net)
{
    Matrix A = X;
    for (const Layer* layer : {&net.hidden, &net.output}) {
        A = matmul(A, layer->W);
        A += layer->b;
        for (double& z : A)
            z = z > 0.0;
    }
    return A;
}

double xor_mlp::sigmoid_unit(const Vector& x, const Vector& w, double b)
{
    double z = b;
    z += dot(x, w);
    return z < 0.0 ? 1.0 - 1.0 / (1.0 + std::exp(z)) : 1.0 / (1.0 + std::exp(-z));
}

Matrix xor_mlp::hidden_space(const Matrix& X, const Layer& hidden)
{
    Matrix H = matmul(X, hidden.W);
    H += hidden.b;
    H = xt::maximum(xt::sign(H), 0.0);
    return H;
}

std::vector<std::size_t> xor_mlp::parameter_counts(std::size_t inputs,
                                                   const std::vector<std::size_t>& units)
{
    std::vector<std::size_t> counts = units;
    for (std::size_t& count : counts) {
        const std::size_t outputs = count;
        count += inputs * outputs;
        inputs = outputs;
    }
    return counts;
}

std::vector<std::size_t> xor_mlp::output_shape(std::size_t rows, std::size_t inputs,
                                               const std::vector<std::size_t>& units)
{
    for (const std::size_t each : units)
        inputs = each;
    return {rows, inputs};
}

Matrix xor_mlp::forward_stack(const Matrix& X, const std::vector<Layer>& layers)
{
    if (layers.empty())
        return X;
    Matrix Z = matmul(X, layers.front().W);
    Z += layers.front().b;
    for (double& z : Z)
        z = z > 0.0 ? 1.0 / (1.0 + std::exp(-z)) : std::exp(z) / (1.0 + std::exp(z));
    return forward_stack(Z, {layers.begin() + 1, layers.end()});
}

Layer xor_mlp::collapse(const Layer& first, const Layer& second)
{
    // The bias is what the two layers answer to a row of zeros.
    Layer one = first;
    one.W = matmul(first.W, second.W);
    const Matrix b1 = xt::view(first.b, xt::newaxis(), xt::all());
    const Matrix at_zero = matmul(b1, second.W);
    one.b = xt::row(at_zero, 0);
    one.b += second.b;
    return one;
}
