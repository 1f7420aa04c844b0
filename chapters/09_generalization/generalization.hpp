/// @file
/// Chapter 9, generalization: the interface. One function or more for each step; a lab or the
/// solution implements it. A design matrix X has a row for every example and a column for every
/// weight; its column 0 is the constant, so the entry 0 of w is the bias of the unit.
///
/// Shapes that do not fit, counts below what a formula needs and a λ below 0 are refused with
/// std::invalid_argument. NaN and infinity are not treated specially.
#pragma once

#include "common/math/linalg.hpp"
#include "common/math/require.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace generalization {

using namespace workbook;

/// Which rows are trained on, which decide between models, and which are kept for the last word.
struct Split {
    std::vector<std::size_t> training;
    std::vector<std::size_t> validation;
    std::vector<std::size_t> test;
};

/// Mean squared errors of polynomials; entry d is that of degree d.
struct Curves {
    std::vector<double> training;
    std::vector<double> validation;
};

/// What the two errors of one model say about it.
struct Diagnosis {
    bool high_bias;     ///< it does not even fit the training rows
    bool high_variance; ///< it fits the training rows much better than others
};

/// Two of the three parts of the expected error.
struct Parts {
    double bias_squared;
    double variance;
};

/// State of Adam, as in step 7.9.
struct Adam {
    Vector w; ///< parameters, w(0) the bias
    Vector m; ///< average of the gradients, not corrected
    Vector g; ///< average of the squared gradients, not corrected
    int t;    ///< how many steps have been made; 0 at the start
};

/// What early stopping gives.
struct Stopped {
    Vector w;     ///< the weights with the lowest validation error
    int epoch;    ///< after how many epochs that was; 0: the start
    double error; ///< that validation error
    int epochs;   ///< how many epochs were run
};

/// Mean and deviation of every column of a matrix.
struct Scale {
    Vector mean;
    Vector deviation; ///< 1 where the column is constant
};

/// @name Bad input, refused: these throw std::invalid_argument
///@{

/// A degree: 0 or more.
inline void check_degree(int degree)
{
    require(degree >= 0, "a degree must be 0 or more");
}
/// Data: rows and columns, and a target for every row.
inline void check_data(const Matrix& X, const Vector& t)
{
    require(X.shape(0) >= 1 && X.shape(1) >= 1, "X must have a row and a column or more");
    require(X.shape(0) == t.size(), "every row of X needs one target");
}
/// Weights: one for every column.
inline void check_weights(const Matrix& X, const Vector& w)
{
    require(X.shape(1) == w.size(), "X must have a column for every weight");
}
/// λ: a finite number, 0 or more.
inline void check_lambda(double lambda)
{
    require(std::isfinite(lambda) && lambda >= 0.0, "λ must be a finite number, 0 or more");
}
/// A learning rate: a finite number above 0.
inline void check_rate(double eta)
{
    require(std::isfinite(eta) && eta > 0.0, "a learning rate must be a finite number above 0");
}
/// State and gradient of Adam: all of one size, with a bias.
inline void check_state(const Adam& state, const Vector& gradient)
{
    require(state.w.size() >= 1, "there must be a bias");
    require(state.m.size() == state.w.size() && state.g.size() == state.w.size() &&
                gradient.size() == state.w.size(),
            "parameters, averages and gradient must have the same size");
    require(state.t >= 0, "there cannot have been fewer than 0 steps");
}
///@}

/// Step 9.1: the powers of x as columns, \f$ X_{nk} = x_n^k \f$ for \f$ k = 0, \dots, d \f$.
///
/// @param x       inputs, shape (N)
/// @param degree  d, 0 or more; below 0 throws std::invalid_argument
/// @return X, shape (N, d + 1), column 0 all ones
/// @see article D, fits of degree 1, 2 and more
Matrix monomials(const Vector& x, int degree);

/// Step 9.1: Legendre's polynomials as columns: \f$ P_0 = 1 \f$, \f$ P_1 = x \f$ and
/// \f$ P_{k+1} = \frac{(2k + 1)\,x\,P_k - k\,P_{k-1}}{k + 1} \f$.
///
/// @param x       inputs, shape (N)
/// @param degree  d, 0 or more; below 0 throws std::invalid_argument
/// @return X, shape (N, d + 1), column k is P_k
/// @see article D, fits of degree 1, 2 and more
Matrix legendre(const Vector& x, int degree);

/// Step 9.2: the weights of least squares, the solution of \f$ X^T X\,w = X^T t \f$.
///
/// @param X  design matrix, shape (N, weights), N at least 1
/// @param t  targets, shape (N)
/// @return w, shape (weights); if XᵀX is singular, std::invalid_argument
/// @see article D, the polynomials drawn through the points
Vector fit(const Matrix& X, const Vector& t);

/// Step 9.2: the mean squared error \f$ \frac1N \sum_n (x_n \cdot w - t_n)^2 \f$, without a ½.
///
/// @param X  design matrix, shape (N, weights), N at least 1
/// @param w  shape (weights)
/// @param t  targets, shape (N)
/// @return the mean squared error, 0 or above
/// @see article D, the error of a fit
double mean_squared_error(const Matrix& X, const Vector& w, const Vector& t);

/// Step 9.3: cuts the rows, in the given order, into three parts: first those for training, then
/// `validation` rows, then `test` rows. Every row is in exactly one part.
///
/// @param order       the numbers of the rows, shuffled
/// @param validation  how many rows are for validation, 0 or more
/// @param test        how many rows are for the test, 0 or more; if none is left for training,
///                    std::invalid_argument
/// @return the three parts, each in the given order
/// @see article D, new data
Split split(const std::vector<std::size_t>& order, int validation, int test);

/// Step 9.4: the errors of polynomials of degree 0, 1, …, `highest`, each fitted to the training
/// rows in Legendre's basis.
///
/// @param x             training inputs, shape (N)
/// @param t             training targets, shape (N)
/// @param x_validation  validation inputs, shape (M), M at least 1
/// @param t_validation  validation targets, shape (M)
/// @param highest       the highest degree, 0 or more
/// @return both mean squared errors of every degree
/// @see article D, underfit, good and overfit
Curves error_curves(const Vector& x, const Vector& t, const Vector& x_validation,
                    const Vector& t_validation, int highest);

/// Step 9.4: the degree with the lowest validation error, of several the lowest degree.
///
/// @param validation  entry d is the validation error of degree d; at least one
/// @return the degree
/// @see article D, the best model is the middle one
int best_degree(const std::vector<double>& validation);

/// Step 9.5: reads the two errors. The bias is high if the training error is above the `goal`, the
/// variance if the validation error is above the training error by more than `gap`.
///
/// @param training    training error
/// @param validation  validation error
/// @param goal        the error that would do
/// @param gap         the difference that would do, 0 or more
/// @return which of the two is high; both can be
/// @see article D, high bias and large variance
Diagnosis diagnose(double training, double validation, double goal, double gap);

/// Step 9.6: squared bias and variance of a model that was fitted to many draws of the data,
/// both as means over the points: with the mean prediction \f$ \bar y_i = \frac1D \sum_d y_{di} \f$
/// they are \f$ \frac1M \sum_i (\bar y_i - f_i)^2 \f$ and
/// \f$ \frac1M \sum_i \frac1D \sum_d (y_{di} - \bar y_i)^2 \f$.
///
/// @param predictions  y, shape (D, M): row d is what the fit to draw d predicts at the M points
/// @param truth        f, shape (M): what is true there, without noise
/// @return both parts, each 0 or above
/// @see article D, bias and variance
Parts bias_and_variance(const Matrix& predictions, const Vector& truth);

/// Step 9.6: the expected squared error of a new target, bias² + variance + σ².
///
/// @param parts  bias² and variance
/// @param sigma  the standard deviation of the noise, 0 or more
/// @return their sum
/// @see article D, bias and variance
double expected_error(const Parts& parts, double sigma);

/// Step 9.7: the weights that a penalty sees: w with 0 in place of the bias w(0).
///
/// @param w  weights, at least one
/// @return the same, entry 0 replaced by 0
/// @see article D, overfitting
Vector penalized(const Vector& w);

/// Step 9.7: the error with an L2 penalty,
/// \f$ E = \frac{1}{2N} \sum_n (x_n \cdot w - t_n)^2 + \frac\lambda2 \sum_{j \ge 1} w_j^2 \f$.
///
/// @param X       design matrix, shape (N, weights)
/// @param w       shape (weights)
/// @param t       targets, shape (N)
/// @param lambda  λ, 0 or more
/// @return E, 0 or above
/// @see article D, overfitting
double regularized_error(const Matrix& X, const Vector& w, const Vector& t, double lambda);

/// Step 9.7: its gradient, \f$ \frac1N X^T (X w - t) + \lambda\,(0, w_1, w_2, \dots) \f$.
///
/// @param X       design matrix, shape (N, weights)
/// @param w       shape (weights)
/// @param t       targets, shape (N)
/// @param lambda  λ, 0 or more
/// @return ∂E/∂w, shape (weights)
/// @see article D, overfitting
Vector regularized_gradient(const Matrix& X, const Vector& w, const Vector& t, double lambda);

/// Step 9.8: the weights with the lowest regularized error, the solution of
/// \f$ (\frac1N X^T X + \lambda D)\,w = \frac1N X^T t \f$, where D is the unit matrix with 0 in
/// place of the first 1.
///
/// @param X       design matrix, shape (N, weights)
/// @param t       targets, shape (N)
/// @param lambda  λ, 0 or more
/// @return w, shape (weights); if the matrix is singular, std::invalid_argument
/// @see article D, overfitting
Vector ridge(const Matrix& X, const Vector& t, double lambda);

/// Step 9.9: one step of Adam with the L2 penalty in the error: its slope λw, without the bias, is
/// a part of the gradient.
///
/// @param state     parameters, averages and number of steps
/// @param gradient  the gradient of the error without penalty, at state.w
/// @param eta       learning rate
/// @param lambda    λ, 0 or more
/// @return the state after the step
/// @see decks A and B, Adam
Adam adam_l2_step(const Adam& state, const Vector& gradient, double eta, double lambda);

/// Step 9.9: one step of AdamW, with decoupled decay: Adam's step on the gradient without penalty,
/// and beside it \f$ -\eta\lambda w \f$ with the old w, without the bias.
///
/// @param state     parameters, averages and number of steps
/// @param gradient  the gradient of the error without penalty, at state.w
/// @param eta       learning rate
/// @param lambda    λ, 0 or more
/// @return the state after the step
/// @see decks A and B, Adam
Adam adamw_step(const Adam& state, const Vector& gradient, double eta, double lambda);

/// Step 9.10: trains epoch by epoch and keeps the weights with the lowest validation error. It ends
/// after `epochs` epochs, or when the last `patience` of them have not gone below the lowest error
/// so far; an equal error is no improvement. A patience of 0 does not train at all.
///
/// @param start       weights before the first epoch; their error counts too
/// @param one_epoch   the weights after an epoch that begins with these
/// @param validation  the validation error of these weights
/// @param patience    0 or more
/// @param epochs      how many epochs there may be, 0 or more
/// @return the best weights, their epoch and error, and how many epochs were run
/// @see article D, generalization
Stopped early_stopping(const Vector& start, const std::function<Vector(const Vector&)>& one_epoch,
                       const std::function<double(const Vector&)>& validation, int patience,
                       int epochs);

/// Step 9.11: mean \f$ \mu_j = \frac1N \sum_n X_{nj} \f$ and standard deviation
/// \f$ \sigma_j = \sqrt{\frac1N \sum_n (X_{nj} - \mu_j)^2} \f$ of every column. A column whose
/// entries are all equal has no scale; its deviation is given as 1.
///
/// @param X  shape (N, inputs), N at least 1: the training rows
/// @return μ and σ, both of shape (inputs)
/// @see deck E, the distribution of the data
Scale scale_of(const Matrix& X);

/// Step 9.11: \f$ (X_{nj} - \mu_j)/\sigma_j \f$.
///
/// @param X      shape (rows, inputs): any rows, not only those that the scale was taken from
/// @param scale  mean and deviation of the training rows
/// @return the standardized inputs, shape (rows, inputs)
/// @see deck E, the distribution of the data
Matrix standardize(const Matrix& X, const Scale& scale);

/// Step 9.12: the curvature of half the mean squared error, \f$ H = \frac1N X^T X \f$.
///
/// @param X  design matrix, shape (N, weights), N at least 1
/// @return H, shape (weights, weights)
/// @see article D, descent and its learning rate
Matrix curvature(const Matrix& X);

/// Step 9.12: the learning rate below which descent converges, \f$ 2/\lambda_{max} \f$ of H.
///
/// @param X  design matrix, shape (N, weights), N at least 1, not all 0
/// @return that rate
/// @see article D, descent and its learning rate
double largest_rate(const Matrix& X);

/// Step 9.12: the condition number \f$ \lambda_{max}/\lambda_{min} \f$ of H.
///
/// @param X  design matrix, shape (N, weights), its columns independent
/// @return the condition number, 1 or above
/// @see article D, descent and its learning rate
double condition_number(const Matrix& X);

} // namespace generalization
