/// @file
/// Chapter 1, the perceptron. Every function is one step of the chapter; its formula, shapes
/// and source stand in perceptron.hpp. Vectors: `Vector v{1.0, 2.0}`, `v(0)`, `v + u`, `2.0 * v`;
/// products: `dot`, `matvec` of common/math/linalg.hpp; a row of a matrix: `xt::row(X, n)`;
/// `xt::sum`, `xt::amin`, `xt::amax` give a number with `()` behind: `xt::sum(v)()`.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "perceptron.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace perceptron {

// z = w·x + b
double weighted_sum(const Vector& x, const Vector& w, double b)
{
    throw todo("1.1");
}

// 1 above 0; 0 at exactly 0 and below.
double step_activation(double z)
{
    throw todo("1.2");
}

// y = f(w·x + b): 1.1 and 1.2 together.
double classify(const Vector& x, const Unit& unit)
{
    throw todo("1.3");
}

// 1 only when both inputs are 1. A unit is written {{w1, w2}, b}.
Unit and_gate()
{
    throw todo("1.4");
}

// 0 only when both inputs are 0.
Unit or_gate()
{
    throw todo("1.4");
}

// 0 only when both inputs are 1.
Unit nand_gate()
{
    throw todo("1.4");
}

// z = X w + b, a sum per row.
Vector weighted_sums(const Matrix& X, const Unit& unit)
{
    throw todo("1.5");
}

// w + η (t − y) x and b + η (t − y), where y is the unit's own answer.
Unit rosenblatt_update(const Unit& unit, const Vector& x, double target, double eta)
{
    throw todo("1.6");
}

// Epoch after epoch through all rows, until an epoch has no mistake or max_epochs are done.
// Every epoch's number of mistakes is kept, the last one's 0 too.
Training train(const Matrix& X, const Vector& targets, const Unit& start, double eta,
               std::size_t max_epochs)
{
    throw todo("1.6");
}

// (R/γ)² with the bias as the weight of an input 1; throws std::invalid_argument if a
// margin s (w·x + b), s = 2t − 1, is not above 0.
double mistake_bound(const Matrix& X, const Vector& targets, const Unit& separator)
{
    throw todo("1.7");
}

// Multipliers of −b ≥ 0, w2 + b > 0, w1 + b > 0 and −(w1 + w2 + b) ≥ 0, in this order.
Vector xor_contradiction()
{
    throw todo("1.8");
}

} // namespace perceptron
