/// @file
/// Chapter 2, XOR and the multilayer perceptron. Every function is one step of the chapter;
/// its formula, shapes and source stand in xor_mlp.hpp. A matrix entry by entry: `A + b`,
/// `xt::exp(A)`, `xt::where(A > 0.0, 1.0, 0.0)`; products: `dot`, `matmul`, `matvec`,
/// `transpose` of common/math/linalg.hpp.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "xor_mlp.hpp"

#include <cmath>

namespace xor_mlp {

// 1 if w·x + b > 0, else 0.
double mlp(const Vector& x, const Vector& w, double b)
{
    //! [2.1 one unit: MLP]
    return dot(w, x) + b > 0.0 ? 1.0 : 0.0;
    //! [2.1 one unit: MLP]
}

// 0 only when both inputs are 1. Weights {…, …} and bias are those of the text.
Unit nand_unit()
{
    //! [2.1 one unit: NAND]
    return {{-2.0, -2.0}, 3.0};
    //! [2.1 one unit: NAND]
}

// 0 only when both inputs are 0.
Unit or_unit()
{
    //! [2.1 one unit: OR]
    return {{2.0, 2.0}, -1.0};
    //! [2.1 one unit: OR]
}

// 1 only when both inputs are 1.
Unit and_unit()
{
    //! [2.1 one unit: AND]
    return {{1.0, 1.0}, -1.0};
    //! [2.1 one unit: AND]
}

// AND(NAND(x1, x2), OR(x1, x2)), each gate an mlp() with its unit.
double xor_gate(double x1, double x2)
{
    //! [2.2 XOR by composition]
    const Unit nand = nand_unit();
    const Unit either = or_unit();
    const Unit both = and_unit();
    const Vector x{x1, x2};
    const Vector h{mlp(x, nand.w, nand.b), mlp(x, either.w, either.b)};
    return mlp(h, both.w, both.b);
    //! [2.2 XOR by composition]
}

// H = f(X W1 + b1), Y = f(H W2 + b2), f the step, all rows at once.
Matrix forward(const Matrix& X, const Network& net)
{
    //! [2.3 matrix form]
    const Matrix Z1 = matmul(X, net.hidden.W) + net.hidden.b;
    const Matrix H = xt::where(Z1 > 0.0, 1.0, 0.0);
    const Matrix Z2 = matmul(H, net.output.W) + net.output.b;
    return xt::where(Z2 > 0.0, 1.0, 0.0);
    //! [2.3 matrix form]
}

// 1 / (1 + e^−z) with z = w·x + b, and no NaN when z is ±1000.
double sigmoid_unit(const Vector& x, const Vector& w, double b)
{
    //! [2.4 sigmoid unit]
    const double z = dot(w, x) + b;
    if (z >= 0.0)
        return 1.0 / (1.0 + std::exp(-z));
    const double e = std::exp(z); // below 1, so nothing overflows
    return e / (1.0 + e);
    //! [2.4 sigmoid unit]
}

// H = f(X W + b), f the step: a row of 0s and 1s for each row of X.
Matrix hidden_space(const Matrix& X, const Layer& hidden)
{
    //! [2.5 hidden space]
    const Matrix Z = matmul(X, hidden.W) + hidden.b;
    return xt::where(Z > 0.0, 1.0, 0.0);
    //! [2.5 hidden space]
}

// One count per layer, weights and biases; a layer's inputs are the units of the one before.
std::vector<std::size_t> parameter_counts(std::size_t inputs, const std::vector<std::size_t>& units)
{
    //! [2.6 stacks of dense layers: parameters]
    std::vector<std::size_t> counts;
    for (const std::size_t outputs : units) {
        counts.push_back(inputs * outputs + outputs);
        inputs = outputs;
    }
    return counts;
    //! [2.6 stacks of dense layers: parameters]
}

// {rows, columns} of the answer to a batch.
std::vector<std::size_t> output_shape(std::size_t rows, [[maybe_unused]] std::size_t inputs,
                                      const std::vector<std::size_t>& units)
{
    //! [2.6 stacks of dense layers: output shape]
    return {rows, units.back()};
    //! [2.6 stacks of dense layers: output shape]
}

// H ← σ(H W + b), layer after layer, starting from H = X.
Matrix forward_stack(const Matrix& X, const std::vector<Layer>& layers)
{
    //! [2.6 stacks of dense layers: forward]
    Matrix H = X;
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H, layer.W) + layer.b;
        H = 1.0 / (1.0 + xt::exp(-Z));
    }
    return H;
    //! [2.6 stacks of dense layers: forward]
}

// Multiply out (X W1 + b1) W2 + b2 and read off W′ and b′.
Layer collapse(const Layer& first, const Layer& second)
{
    //! [2.7 linear layers collapse]
    return {matmul(first.W, second.W), matvec(transpose(second.W), first.b) + second.b};
    //! [2.7 linear layers collapse]
}

} // namespace xor_mlp
