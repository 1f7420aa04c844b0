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
    throw todo("2.1");
}

// 0 only when both inputs are 1. Weights {…, …} and bias are those of the text.
Unit nand_unit()
{
    throw todo("2.1");
}

// 0 only when both inputs are 0.
Unit or_unit()
{
    throw todo("2.1");
}

// 1 only when both inputs are 1.
Unit and_unit()
{
    throw todo("2.1");
}

// AND(NAND(x1, x2), OR(x1, x2)), each gate an mlp() with its unit.
double xor_gate(double x1, double x2)
{
    throw todo("2.2");
}

// H = f(X W1 + b1), Y = f(H W2 + b2), f the step, all rows at once.
Matrix forward(const Matrix& X, const Network& net)
{
    throw todo("2.3");
}

// 1 / (1 + e^−z) with z = w·x + b, and no NaN when z is ±1000.
double sigmoid_unit(const Vector& x, const Vector& w, double b)
{
    throw todo("2.4");
}

// H = f(X W + b), f the step: a row of 0s and 1s for each row of X.
Matrix hidden_space(const Matrix& X, const Layer& hidden)
{
    throw todo("2.5");
}

// One count per layer, weights and biases; a layer's inputs are the units of the one before.
std::vector<std::size_t> parameter_counts(std::size_t inputs, const std::vector<std::size_t>& units)
{
    throw todo("2.6");
}

// {rows, columns} of the answer to a batch.
std::vector<std::size_t> output_shape(std::size_t rows, [[maybe_unused]] std::size_t inputs,
                                      const std::vector<std::size_t>& units)
{
    throw todo("2.6");
}

// H ← σ(H W + b), layer after layer, starting from H = X.
Matrix forward_stack(const Matrix& X, const std::vector<Layer>& layers)
{
    throw todo("2.6");
}

// Multiply out (X W1 + b1) W2 + b2 and read off W′ and b′.
Layer collapse(const Layer& first, const Layer& second)
{
    throw todo("2.7");
}

} // namespace xor_mlp
