/// @file
/// Chapter 1, the perceptron: the interface. One function per step; a lab or the solution
/// implements it. Symbols are those of the notation page: a batch is rows, `X` is (N, in),
/// a unit's weights `w` are (in), its bias `b` is one number, η (`eta`) is the learning rate.
/// Outputs and targets are 0 or 1.
///
/// A function is only called with arguments whose shapes fit together as it states. A product of
/// shapes that do not fit throws ShapeError.
#pragma once

#include "common/math/linalg.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

#include <cstddef>
#include <vector>

namespace perceptron {

using namespace workbook;

/// One perceptron: a weight per input, and a bias.
struct Unit {
    Vector w; ///< a weight per input, shape (in)
    double b; ///< bias
};

/// What a training run gives.
struct Training {
    Unit unit;                                   ///< the unit after the last update
    std::vector<std::size_t> mistakes_per_epoch; ///< entry k: wrong answers in epoch k
};

/// Step 1.1: the weighted sum of the inputs, \f$ z = w \cdot x + b \f$.
///
/// @param x  inputs, shape (in), at least one
/// @param w  a weight per input, shape (in)
/// @param b  bias, added once
/// @return z, any real number
/// @see decks A and B, "weights, weighted sum, bias, activation function"
double weighted_sum(const Vector& x, const Vector& w, double b);

/// Step 1.2: the step activation, \f$ f(z) = 1 \f$ if \f$ z > 0 \f$, else \f$ 0 \f$.
///
/// @param z  weighted sum, any real number
/// @return 1 when z is above 0, however little; 0 when it is below 0 or exactly 0
/// @see decks A and B, "weights, weighted sum, bias, activation function"
double step_activation(double z);

/// Step 1.3: the perceptron, \f$ y = f(w \cdot x + b) \f$ with the step f of 1.2.
///
/// @param x     inputs, shape (in)
/// @param unit  w of shape (in), and b
/// @return 1 or 0
/// @see decks A and B, perceptron
double classify(const Vector& x, const Unit& unit);

/// Step 1.4: a perceptron that is AND: 1 for (1, 1); 0 for (0, 0), (0, 1) and (1, 0).
///
/// @return w of shape (2), and b; any numbers that give the table are right
/// @see decks A and B, limits of the perceptron
Unit and_gate();

/// Step 1.4: a perceptron that is OR: 0 for (0, 0); 1 for (0, 1), (1, 0) and (1, 1).
///
/// @return w of shape (2), and b; any numbers that give the table are right
/// @see decks A and B, limits of the perceptron
Unit or_gate();

/// Step 1.4: a perceptron that is NAND: 0 for (1, 1); 1 for (0, 0), (0, 1) and (1, 0).
///
/// @return w of shape (2), and b; any numbers that give the table are right
/// @see decks A and B, limits of the perceptron; XOR solved in code
Unit nand_gate();

/// Step 1.5: the weighted sums of a batch, \f$ z = X w + b \f$, row by row
/// \f$ z_n = \sum_i X_{ni} w_i + b \f$.
///
/// @param X     a row per example, shape (N, in), N at least 1
/// @param unit  w of shape (in), and b
/// @return the sums, shape (N); no activation
/// @see decks A and B, "weights, weighted sum, bias, activation function", for N rows
Vector weighted_sums(const Matrix& X, const Unit& unit);

/// Step 1.6: Rosenblatt's rule for one example, with y the unit's own answer:
/// \f$ w \leftarrow w + \eta\,(t - y)\,x \f$ and \f$ b \leftarrow b + \eta\,(t - y) \f$.
///
/// @param unit    w of shape (in), and b, before the update
/// @param x       inputs, shape (in)
/// @param target  t, the right answer: 0 or 1
/// @param eta     learning rate, above 0
/// @return the unit after the update; the same unit when its answer was right
/// @see Rosenblatt 1958; decks A and B, "similar to gradient descent"
Unit rosenblatt_update(const Unit& unit, const Vector& x, double target, double eta);

/// Step 1.6: training. An epoch goes through the rows in their order. The unit, as it is by then,
/// answers the row; a wrong answer is counted; then the unit is updated.
/// Training ends after the first epoch without a mistake, whose 0 is recorded too, or after
/// `max_epochs`.
///
/// @param X           a row per example, shape (N, in), N at least 1
/// @param targets     the right answers, each 0 or 1, shape (N)
/// @param start       the unit to begin with, w of shape (in)
/// @param eta         learning rate, above 0
/// @param max_epochs  at least 1
/// @return the trained unit, and the number of mistakes in each epoch
/// @see Rosenblatt 1958
Training train(const Matrix& X, const Vector& targets, const Unit& start, double eta,
               std::size_t max_epochs);

/// Step 1.7: how many mistakes training from zero weights can make at most, in all epochs
/// together: \f$ (R/\gamma)^2 \f$. The bias counts as the weight of one more input that is
/// always 1, so with \f$ s_n = 2 t_n - 1 = \pm 1 \f$
/// \f[ R = \max_n \lVert (x_n, 1) \rVert, \qquad
///     \gamma = \min_n \frac{s_n\,(w \cdot x_n + b)}{\lVert (w, b) \rVert}. \f]
///
/// @param X          a row per example, shape (N, in), N at least 1
/// @param targets    the right answers, each 0 or 1, shape (N)
/// @param separator  a unit that answers every row right; not all of w and b are 0
/// @return the bound, at least 1
/// @throws std::invalid_argument if the separator does not separate: a margin
///         \f$ s_n (w \cdot x_n + b) \f$ that is negative or exactly 0
/// @see Novikoff 1962
double mistake_bound(const Matrix& X, const Vector& targets, const Unit& separator);

/// Step 1.8: XOR is impossible for one perceptron. Its four rows demand
/// \f[ -b \ge 0, \qquad w_2 + b > 0, \qquad w_1 + b > 0, \qquad -(w_1 + w_2 + b) \ge 0, \f]
/// for (0, 0), (0, 1), (1, 0) and (1, 1). Multiplied by the four numbers and added up, they
/// say \f$ 0 > 0 \f$.
///
/// @return four multipliers with this property, in this order: none negative (a negative one turns
///         its inequality round), not all 0
/// @see decks A and B, limits of the perceptron
Vector xor_contradiction();

} // namespace perceptron
