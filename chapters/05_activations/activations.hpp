/// @file
/// Chapter 5, activation functions: the interface. One group of functions per step; a lab or
/// the solution implements it.
///
/// Steps 5.1 to 5.10 work entry by entry: the result has the shape of `X`, and a batch without
/// rows gives one without rows. Three rules hold for all of them, for slopes too:
///
/// - **At 0** the lower branch counts, that of x ≤ 0. So the step is 0 at 0, as in chapter 1,
///   and a slope at 0 is the slope of the left side.
/// - **NaN** stays NaN. A ReLU that makes 0 of it hides that training has diverged.
/// - **±∞** gives the limit: logistic 1 and 0, tanh and softsign 1 and −1, every slope its
///   limit. The one exception is α x with α = 0 at −∞: 0 · ∞ has no value, it is NaN.
///
/// A parameter `alpha` is any finite number. Negative ones are allowed, because PReLU learns its
/// α and may get there; NaN and infinities throw std::invalid_argument.
#pragma once

#include "common/math/linalg.hpp"
#include "common/math/require.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

#include <cmath>
#include <functional>
#include <limits>

namespace activations {

using namespace workbook;

/// A function that is applied to every entry, such as those of steps 5.1 to 5.10 once their
/// parameters are fixed.
using Activation = std::function<Matrix(const Matrix&)>;

/// α of SELU, from its fixed point.
inline constexpr double selu_alpha = 1.6732632423543772;

/// λ of SELU, from its fixed point.
inline constexpr double selu_lambda = 1.0507009873554805;

/// The values between which a function stays.
struct Range {
    double infimum;        ///< its lower end, −∞ if there is none
    double supremum;       ///< its upper end, ∞ if there is none
    bool infimum_reached;  ///< whether a finite point has this value: [a instead of (a
    bool supremum_reached; ///< the same for the upper end: b] instead of b)
};

/// One row of a table of properties.
struct Properties {
    Range range;          ///< the values between which f stays
    int order;            ///< of continuity at 0: −1, 0, 1, 2, or 3 for at least 3
    bool monotonic;       ///< f never falls or never rises
    bool slope_monotonic; ///< the same of f′
};

/// Step 5.1: the identity, \f$ f(x) = x \f$.
///
/// @param X  weighted sums, any shape
/// @return X
/// @see decks A and B, table of activation functions
Matrix identity(const Matrix& X);

/// Step 5.1: its slope, \f$ f'(x) = 1 \f$.
///
/// @param X  weighted sums
/// @return 1 at every point, also at ±∞; NaN at NaN
/// @see decks A and B, table of activation functions
Matrix identity_slope(const Matrix& X);

/// Step 5.1: the binary step, \f$ f(x) = 1 \f$ if \f$ x > 0 \f$, else 0.
///
/// @param X  weighted sums
/// @return 0 up to and at 0, 1 above; NaN at NaN
/// @see decks A and B, table of activation functions; erratum 11
Matrix binary_step(const Matrix& X);

/// Step 5.1: its slope, \f$ f'(x) = 0 \f$; at the jump too, by the rule of the left side.
///
/// @param X  weighted sums
/// @return 0 at every point; NaN at NaN
/// @see decks A and B, table of activation functions
Matrix binary_step_slope(const Matrix& X);

/// Step 5.2: the logistic function, \f$ \sigma(x) = \frac{1}{1 + e^{-x}} \f$.
///
/// @param X  weighted sums; ±1000 gives 1 and 0, never NaN
/// @return σ(x), in [0, 1]; 0 at −∞, 1 at ∞
/// @see decks A and B, sigmoid function and table; deck E
Matrix logistic(const Matrix& X);

/// Step 5.2: its slope, \f$ \sigma'(x) = \sigma(x)\,(1 - \sigma(x)) = \sigma(x)\,\sigma(-x) \f$.
///
/// @param X  weighted sums (not outputs)
/// @return σ′(x), in [0, ¼]; 0 at ±∞
/// @see decks A, B and C, the slope of the sigmoid; erratum 4
Matrix logistic_slope(const Matrix& X);

/// Step 5.3: the hyperbolic tangent,
/// \f$ \tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}} = \frac{2}{1 + e^{-2x}} - 1 \f$.
///
/// @param X  weighted sums; ±1000 gives ±1, never NaN
/// @return tanh x, in [−1, 1]; ±1 at ±∞
/// @see decks A and B, tanh and table
Matrix hyperbolic_tangent(const Matrix& X);

/// Step 5.3: its slope, \f$ 1 - \tanh^2 x \f$.
///
/// @param X  weighted sums (not outputs)
/// @return the slope, in [0, 1]; 0 at ±∞
/// @see decks A and B, tanh
Matrix hyperbolic_tangent_slope(const Matrix& X);

/// Step 5.4: the arcus tangent, \f$ f(x) = \tan^{-1} x \f$, in radians.
///
/// @param X  weighted sums
/// @return arctan x, in [−π/2, π/2]; ±π/2 at ±∞
/// @see decks A and B, table of activation functions
Matrix arctan(const Matrix& X);

/// Step 5.4: its slope, \f$ \frac{1}{1 + x^2} \f$.
///
/// @param X  weighted sums
/// @return the slope, in [0, 1]; 0 at ±∞
/// @see decks A and B, table of activation functions
Matrix arctan_slope(const Matrix& X);

/// Step 5.5: softsign, \f$ f(x) = \frac{x}{1 + |x|} \f$.
///
/// @param X  weighted sums
/// @return softsign x, in [−1, 1]; ±1 at ±∞, where ∞/∞ would be NaN
/// @see decks A and B, table of activation functions
Matrix softsign(const Matrix& X);

/// Step 5.5: its slope, \f$ \frac{1}{(1 + |x|)^2} \f$.
///
/// @param X  weighted sums
/// @return the slope, in [0, 1]; 0 at ±∞
/// @see decks A and B, table of activation functions; erratum 16
Matrix softsign_slope(const Matrix& X);

/// Step 5.6: the rectified linear unit, \f$ f(x) = \max(0, x) \f$.
///
/// @param X  weighted sums
/// @return 0 for x ≤ 0, x above; ∞ at ∞; NaN at NaN
/// @see decks A and B, ReLU and table; decks C and E
Matrix relu(const Matrix& X);

/// Step 5.6: its slope, 0 for \f$ x \le 0 \f$, 1 for \f$ x > 0 \f$.
///
/// @param X  weighted sums
/// @return 0 up to and at 0, 1 above; NaN at NaN
/// @see decks B, C and E, ReLU; erratum 11
Matrix relu_slope(const Matrix& X);

/// Step 5.7: leaky ReLU, \f$ 0.01\,x \f$ for \f$ x \le 0 \f$, \f$ x \f$ for \f$ x > 0 \f$.
///
/// @param X  weighted sums
/// @return the value; ±∞ at ±∞
/// @see decks A and B, table of activation functions; deck E, leaky ReLU
Matrix leaky_relu(const Matrix& X);

/// Step 5.7: its slope, 0.01 for \f$ x \le 0 \f$, 1 for \f$ x > 0 \f$.
///
/// @param X  weighted sums
/// @return 0.01 up to and at 0, 1 above; NaN at NaN
/// @see decks A and B, table of activation functions; erratum 11
Matrix leaky_relu_slope(const Matrix& X);

/// Step 5.8: parametric ReLU, \f$ \alpha x \f$ for \f$ x \le 0 \f$, \f$ x \f$ for \f$ x > 0 \f$.
///
/// @param X      weighted sums
/// @param alpha  slope of the lower branch, learned with the weights; finite, else it throws
/// @return the value; at −∞ it is −∞, ∞ or NaN for α above, below or equal to 0
/// @see decks A and B, list after ReLU: parametric ReLU
Matrix prelu(const Matrix& X, double alpha);

/// Step 5.8: its slope with respect to x: α for \f$ x \le 0 \f$, 1 for \f$ x > 0 \f$.
///
/// @param X      weighted sums
/// @param alpha  slope of the lower branch; finite, else it throws
/// @return ∂f/∂x; NaN at NaN
/// @see decks A and B, list after ReLU: parametric ReLU
Matrix prelu_slope(const Matrix& X, double alpha);

/// Step 5.8: its slope with respect to α: \f$ x \f$ for \f$ x \le 0 \f$, 0 for \f$ x > 0 \f$.
///
/// @param X      weighted sums
/// @param alpha  where the slope is taken; finite, else it throws
/// @return ∂f/∂α, entry by entry; −∞ at −∞, 0 at ∞
/// @see decks A and B, list after ReLU: parametric ReLU
Matrix prelu_alpha_slope(const Matrix& X, double alpha);

/// Step 5.9: the exponential linear unit, \f$ \alpha\,(e^x - 1) \f$ for \f$ x \le 0 \f$,
/// \f$ x \f$ for \f$ x > 0 \f$.
///
/// @param X      weighted sums; 1000 gives 1000, never NaN
/// @param alpha  how far below 0 the function can go; finite, else it throws
/// @return the value; −α at −∞, ∞ at ∞
/// @see decks A and B, list after ReLU: ELU
Matrix elu(const Matrix& X, double alpha);

/// Step 5.9: its slope with respect to x: \f$ \alpha e^x \f$ for \f$ x \le 0 \f$, 1 above.
///
/// @param X      weighted sums
/// @param alpha  as in elu()
/// @return ∂f/∂x; α at 0, 0 at −∞, 1 at ∞
/// @see decks A and B, list after ReLU: ELU
Matrix elu_slope(const Matrix& X, double alpha);

/// Step 5.9: its slope with respect to α: \f$ e^x - 1 \f$ for \f$ x \le 0 \f$, 0 above.
///
/// @param X      weighted sums
/// @param alpha  where the slope is taken; finite, else it throws
/// @return ∂f/∂α, entry by entry; −1 at −∞, 0 at ∞
/// @see decks A and B, list after ReLU: ELU
Matrix elu_alpha_slope(const Matrix& X, double alpha);

/// Step 5.10: the scaled ELU, \f$ \lambda \f$ times ELU with α = selu_alpha and
/// λ = selu_lambda.
///
/// @param X  weighted sums
/// @return the value; −λα at −∞, ∞ at ∞
/// @see decks A and B, list after ReLU: SELU
Matrix selu(const Matrix& X);

/// Step 5.10: its slope, \f$ \lambda \alpha e^x \f$ for \f$ x \le 0 \f$, \f$ \lambda \f$ above.
///
/// @param X  weighted sums
/// @return the slope; λα at 0, 0 at −∞, λ at ∞
/// @see decks A and B, list after ReLU: SELU
Matrix selu_slope(const Matrix& X);

/// Step 5.11: softmax of every row, \f$ p_{ni} = \frac{e^{z_{ni}}}{\sum_j e^{z_{nj}}} \f$.
///
/// @param Z  a row of scores per example, shape (N, classes); at least one class, else it
///           throws; no rows are allowed. ±1000 and more are safe
/// @return shape (N, classes), every row adds up to 1. A score of −∞ gets 0 (so a class can be
///         masked); a row with ∞ or NaN in it, or with nothing but −∞, becomes NaN throughout;
///         other rows are not affected
/// @see decks A and B, softmax
Matrix softmax(const Matrix& Z);

/// Step 5.12: the Jacobian of softmax for one row,
/// \f$ J_{ij} = \frac{\partial p_i}{\partial z_j} \f$, that is
/// \f$ J = \mathrm{diag}(p) - p\,p^T \f$.
///
/// @param p  the output of softmax for one row, shape (classes); at least one, else it throws
/// @return shape (classes, classes), symmetric
/// @see decks A and B, softmax
Matrix softmax_jacobian(const Vector& p);

/// Step 5.12: the product of every row's Jacobian with a vector, without the Jacobian:
/// \f$ J v = p \circ (v - p \cdot v) \f$.
///
/// @param P  outputs of softmax, a row per example, shape (N, classes)
/// @param V  a vector per example, same shape, else it throws
/// @return J v of every row, same shape
/// @see decks A and B, softmax
Matrix softmax_jacobian_product(const Matrix& P, const Matrix& V);

/// Step 5.13: the range of f, judged by its values at the points and at ±∞.
///
/// @param f       a function; it is evaluated at the points and at ±∞
/// @param points  one row of finite points in rising order, shape (1, n), n at least 2; any other
///                shape throws
/// @return infimum and supremum of all these values. An end counts as reached if f has exactly
///         this value at one of the points, which ±∞ are not. If one of the values is NaN, both
///         ends are NaN and neither is reached
/// @see decks A and B, table of activation functions: range
Range range_of(const Activation& f, const Matrix& points);

/// Step 5.13: whether f never falls, or never rises, from one point to the next.
///
/// @param f       a function; it is evaluated at these points
/// @param points  as in range_of()
/// @return true also for a constant; false if one of the values is NaN
/// @see decks A and B, table of activation functions: monotonic
bool is_monotonic(const Activation& f, const Matrix& points);

/// Step 5.14: how much the k-th derivative of f jumps at a point, estimated from k + 1 values on
/// each side, the point itself left out. For one side with the step s the values
/// \f$ v_i = f(a + (i + 1)\,s) \f$, i = 0 … k, are replaced k times by
/// \f$ (v_{i+1} - v_i)/s \f$; what is left is one number. The jump is that number for s = h
/// minus that for s = −h.
///
/// @param f   a function; it is evaluated near the point
/// @param at  the point a, finite
/// @param k   which derivative, 0 for f itself; below 0 throws
/// @param h   distance of the values, above 0 and finite, else it throws
/// @return the jump, upwards above 0
/// @see decks A and B, table of activation functions: order of continuity
double derivative_jump(const Activation& f, double at, int k, double h);

/// Step 5.14: the order of continuity of f at a point: the largest k for which f and its
/// derivatives up to the k-th do not jump there; −1 if f itself jumps. How to recognize a jump is
/// up to you; derivative_jump() with two distances h is enough.
///
/// @param f        a function whose derivatives up to the 4th stay below 20 beside the point, and
///                 whose jumps are 0.3 or more if there are any
/// @param at       the point, finite
/// @param highest  the largest order to look for, 0 to 3, else it throws: beyond that,
///                 rounding swamps the differences
/// @return −1, 0, …, highest; highest stands for "at least this"
/// @see decks A and B, table of activation functions: order of continuity
int order_of_continuity(const Activation& f, double at, int highest);

/// Step 5.15: a row of the table of properties, by computation: range and monotonicity at the
/// points, order of continuity at 0 up to 3 (there the branches of our functions meet).
///
/// @param f        a function; it is evaluated at the points, near 0 and at ±∞
/// @param f_slope  its derivative, evaluated at the points
/// @param points   as in range_of()
/// @return the row
/// @see decks A and B, table of activation functions
Properties properties(const Activation& f, const Activation& f_slope, const Matrix& points);

} // namespace activations
