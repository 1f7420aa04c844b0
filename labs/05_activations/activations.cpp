/// @file
/// Chapter 5, activation functions. Every group of functions is one step of the chapter; formula,
/// shapes and source stand in activations.hpp. A matrix entry by entry: `A * B`, `1.0 - A`,
/// `xt::exp(A)`, `xt::abs(A)`, `xt::where(A > 0.0, B, C)`. At 0 the lower branch counts, NaN
/// stays NaN (a comparison with it is false), ±∞ gives the limit.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "activations.hpp"

namespace activations {

// f(x) = x.
Matrix identity(const Matrix& X)
{
    throw todo("5.1");
}

// f′(x) = 1; NaN stays.
Matrix identity_slope(const Matrix& X)
{
    throw todo("5.1");
}

// 0 up to and at 0, 1 above; NaN stays.
Matrix binary_step(const Matrix& X)
{
    throw todo("5.1");
}

// 0 on either side; NaN stays.
Matrix binary_step_slope(const Matrix& X)
{
    throw todo("5.1");
}

// σ(x) = 1 / (1 + e^−x).
Matrix logistic(const Matrix& X)
{
    throw todo("5.2");
}

// σ′(x) = σ(x) (1 − σ(x)), and 1 − σ(x) is σ(−x).
Matrix logistic_slope(const Matrix& X)
{
    throw todo("5.2");
}

// tanh x = 2 / (1 + e^−2x) − 1.
Matrix hyperbolic_tangent(const Matrix& X)
{
    throw todo("5.3");
}

// 1 − tanh² x.
Matrix hyperbolic_tangent_slope(const Matrix& X)
{
    throw todo("5.3");
}

// The angle whose tangent is x.
Matrix arctan(const Matrix& X)
{
    throw todo("5.4");
}

// 1 / (1 + x²).
Matrix arctan_slope(const Matrix& X)
{
    throw todo("5.4");
}

// x / (1 + |x|), divided through by |x| so that ±∞ gives ±1.
Matrix softsign(const Matrix& X)
{
    throw todo("5.5");
}

// 1 / (1 + |x|)².
Matrix softsign_slope(const Matrix& X)
{
    throw todo("5.5");
}

// max(0, x); xt::maximum keeps NaN.
Matrix relu(const Matrix& X)
{
    throw todo("5.6");
}

// 0 up to and at 0, 1 above; NaN stays.
Matrix relu_slope(const Matrix& X)
{
    throw todo("5.6");
}

// 0.01 x up to 0, x above.
Matrix leaky_relu(const Matrix& X)
{
    throw todo("5.7");
}

// 0.01 up to and at 0, 1 above; NaN stays.
Matrix leaky_relu_slope(const Matrix& X)
{
    throw todo("5.7");
}

// α x up to 0, x above.
Matrix prelu(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    throw todo("5.8");
}

// ∂f/∂x: α up to and at 0, 1 above; NaN stays.
Matrix prelu_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    throw todo("5.8");
}

// ∂f/∂α: α x has the slope x, and above 0 there is no α.
Matrix prelu_alpha_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    throw todo("5.8");
}

// α (e^x − 1) up to 0, x above; xt::expm1 is e^x − 1 without loss of digits near 0.
Matrix elu(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    throw todo("5.9");
}

// ∂f/∂x: α e^x up to and at 0, 1 above.
Matrix elu_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    throw todo("5.9");
}

// ∂f/∂α: e^x − 1 up to 0, nothing above.
Matrix elu_alpha_slope(const Matrix& X, double alpha)
{
    require(std::isfinite(alpha), "alpha must be a finite number");
    throw todo("5.9");
}

// λ times ELU.
Matrix selu(const Matrix& X)
{
    throw todo("5.10");
}

// λ times the slope of ELU.
Matrix selu_slope(const Matrix& X)
{
    throw todo("5.10");
}

// e^z over the sum of its row, the largest score of the row taken off first.
Matrix softmax(const Matrix& Z)
{
    require(Z.shape(1) > 0, "softmax needs at least one class");
    throw todo("5.11");
}

// diag(p) − p pᵀ.
Matrix softmax_jacobian(const Vector& p)
{
    require(p.size() > 0, "softmax needs at least one class");
    throw todo("5.12");
}

// p ∘ (v − p·v) in every row.
Matrix softmax_jacobian_product(const Matrix& P, const Matrix& V)
{
    require(P.shape() == V.shape(), "P and V must have the same shape");
    throw todo("5.12");
}

// The least and the largest of all values; only the finite points count for "reached".
Range range_of(const Activation& f, const Matrix& points)
{
    require(points.shape(0) == 1 && points.shape(1) >= 2, "points must be a row of two or more");
    throw todo("5.13");
}

// No step to the next point goes down, or none goes up.
bool is_monotonic(const Activation& f, const Matrix& points)
{
    require(points.shape(0) == 1 && points.shape(1) >= 2, "points must be a row of two or more");
    throw todo("5.13");
}

// k-th difference quotient of the values at a + s, a + 2s, …; right side minus left side.
double derivative_jump(const Activation& f, double at, int k, double h)
{
    require(k >= 0, "the order of a derivative is 0 or more");
    require(h > 0.0 && std::isfinite(h), "the distance h must be above 0");
    throw todo("5.14");
}

// With h a jump stays, and everything else shrinks: an eighth of h, an eighth of the difference.
int order_of_continuity(const Activation& f, double at, int highest)
{
    require(0 <= highest && highest <= 3, "orders from 0 to 3 can be told");
    throw todo("5.14");
}

// The entries of one row, each by its own function.
Properties properties(const Activation& f, const Activation& f_slope, const Matrix& points)
{
    throw todo("5.15");
}

} // namespace activations
