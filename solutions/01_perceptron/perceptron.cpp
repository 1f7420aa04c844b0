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
    //! [1.1 weighted sum]
    return dot(w, x) + b;
    //! [1.1 weighted sum]
}

// 1 above 0; 0 at exactly 0 and below.
double step_activation(double z)
{
    //! [1.2 step activation]
    return z > 0.0 ? 1.0 : 0.0;
    //! [1.2 step activation]
}

// y = f(w·x + b): 1.1 and 1.2 together.
double classify(const Vector& x, const Unit& unit)
{
    //! [1.3 the perceptron]
    return step_activation(weighted_sum(x, unit.w, unit.b));
    //! [1.3 the perceptron]
}

// 1 only when both inputs are 1. A unit is written {{w1, w2}, b}.
Unit and_gate()
{
    //! [1.4 gates: AND]
    return {{1.0, 1.0}, -1.5};
    //! [1.4 gates: AND]
}

// 0 only when both inputs are 0.
Unit or_gate()
{
    //! [1.4 gates: OR]
    return {{1.0, 1.0}, -0.5};
    //! [1.4 gates: OR]
}

// 0 only when both inputs are 1.
Unit nand_gate()
{
    //! [1.4 gates: NAND]
    return {{-1.0, -1.0}, 1.5};
    //! [1.4 gates: NAND]
}

// z = X w + b, a sum per row.
Vector weighted_sums(const Matrix& X, const Unit& unit)
{
    //! [1.5 batch]
    return matvec(X, unit.w) + unit.b;
    //! [1.5 batch]
}

// w + η (t − y) x and b + η (t − y), where y is the unit's own answer.
Unit rosenblatt_update(const Unit& unit, const Vector& x, double target, double eta)
{
    //! [1.6 learning rule: one update]
    const double error = target - classify(x, unit);
    return {unit.w + eta * error * x, unit.b + eta * error};
    //! [1.6 learning rule: one update]
}

// Epoch after epoch through all rows, until an epoch has no mistake or max_epochs are done.
// Every epoch's number of mistakes is kept, the last one's 0 too.
Training train(const Matrix& X, const Vector& targets, const Unit& start, double eta,
               std::size_t max_epochs)
{
    //! [1.6 learning rule: training]
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, training.unit) != targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    return training;
    //! [1.6 learning rule: training]
}

// (R/γ)² with the bias as the weight of an input 1; throws std::invalid_argument if a
// margin s (w·x + b), s = 2t − 1, is not above 0.
double mistake_bound(const Matrix& X, const Vector& targets, const Unit& separator)
{
    //! [1.7 convergence]
    const Vector s = 2.0 * targets - 1.0;
    const Vector margins = s * weighted_sums(X, separator);
    if (xt::amin(margins)() <= 0.0)
        throw std::invalid_argument("a row is not on its side of the separator");

    // ‖(x, 1)‖² = ‖x‖² + 1, and ‖(w, b)‖² likewise
    const double R_squared = xt::amax(xt::sum(X * X, {1}))() + 1.0;
    const double size_squared = dot(separator.w, separator.w) + separator.b * separator.b;
    const double gamma = xt::amin(margins)() / std::sqrt(size_squared);
    return R_squared / (gamma * gamma);
    //! [1.7 convergence]
}

// Multipliers of −b ≥ 0, w2 + b > 0, w1 + b > 0 and −(w1 + w2 + b) ≥ 0, in this order.
Vector xor_contradiction()
{
    //! [1.8 XOR is impossible]
    return {1.0, 1.0, 1.0, 1.0};
    //! [1.8 XOR is impossible]
}

} // namespace perceptron
