/// @file
/// Chapter 8, losses: the interface. One function or more per step; a lab or the solution
/// implements it. A batch has a row per example and a column per output: `Z` holds the weighted
/// sums of the output layer, called logits here, `Y` or `P` its outputs, `T` the targets. An error
/// is summed over the columns and averaged over the rows, so every gradient carries a factor 1/N.
///
/// Two matrices of one call have the same shape, with at least one row and one column; others are
/// refused with std::invalid_argument. Numbers are finite unless a function says otherwise.
#pragma once

#include "common/math/linalg.hpp"
#include "common/math/require.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace losses {

using namespace workbook;

/// What a network is asked for. It decides the output function and the loss.
enum class Task {
    regression,  ///< numbers, whatever their size
    binary,      ///< one of two classes: a single column, target 0 or 1
    multi_class, ///< exactly one of several classes: a column per class, targets one-hot
    multi_label  ///< any number of labels at once: a column per label, each target 0 or 1
};

/// @name What the steps refuse, given with the skeleton
///@{

/// A batch: a row and a column or more.
inline void check_batch(const Matrix& Z)
{
    require(Z.shape(0) > 0 && Z.shape(1) > 0, "a batch must have a row and a column or more");
}
/// Outputs and targets, or logits and targets: of one shape.
inline void check_pair(const Matrix& A, const Matrix& T)
{
    check_batch(A);
    require(A.shape() == T.shape(), "outputs and targets must have the same shape");
}
/// Probabilities and what happened: as many of each, at least one.
inline void check_trials(const Vector& p, const Vector& t)
{
    require(p.size() > 0 && p.size() == t.size(), "every probability needs one outcome");
}
/// Labels: each below the number of classes.
inline void check_labels(const std::vector<std::size_t>& labels, std::size_t classes)
{
    for (const std::size_t label : labels)
        require(label < classes, "labels are 0, 1 … up to the number of classes less one");
}
///@}

/// Step 8.1: the squared error, \f$ E = \frac{1}{N} \sum_n \frac12 \sum_k (Y_{nk} - T_{nk})^2 \f$.
///
/// @param Y  outputs, shape (N, outputs)
/// @param T  targets, same shape
/// @return E, 0 only when every output meets its target
/// @see article D, regression: E(w) of several outputs
double squared_error(const Matrix& Y, const Matrix& T);

/// Step 8.1: its slope in every output,
/// \f$ \frac{\partial E}{\partial Y} = \frac{1}{N} (Y - T) \f$.
///
/// @param Y  outputs, shape (N, outputs)
/// @param T  targets, same shape
/// @return ∂E/∂Y, same shape
/// @see article D, regression: derivatives of E
Matrix squared_error_gradient(const Matrix& Y, const Matrix& T);

/// Step 8.2: the sigmoid of every entry, \f$ \sigma(z) = \frac{1}{1 + e^{-z}} \f$.
///
/// @param Z  logits; ±1000 gives 1 and 0, never NaN
/// @return σ(Z), same shape, in [0, 1]
/// @see article D, binary-class classification
Matrix sigmoid(const Matrix& Z);

/// Step 8.2: the gradient of the squared error of \f$ Y = \sigma(Z) \f$, taken in the logits:
/// \f$ \frac{\partial E}{\partial Z} = \frac{1}{N} (Y - T) \circ Y \circ (1 - Y) \f$.
///
/// @param Z  logits, shape (N, outputs)
/// @param T  targets, same shape
/// @return ∂E/∂Z, same shape
/// @see article D, binary-class classification: all gradients 0 where h is near 0 or 1
Matrix sigmoid_squared_error_gradient(const Matrix& Z, const Matrix& T);

/// Step 8.3: the probability of what happened, \f$ L = \prod_n p_n^{t_n} (1 - p_n)^{1 - t_n} \f$:
/// a factor \f$ p_n \f$ where \f$ t_n = 1 \f$, and \f$ 1 - p_n \f$ where \f$ t_n = 0 \f$.
///
/// @param p  probabilities of a 1, shape (N), in [0, 1]
/// @param t  outcomes, shape (N), each 0 or 1
/// @return L, in [0, 1]
/// @see article D, the formula that maximizes the probability
double likelihood(const Vector& p, const Vector& t);

/// Step 8.3: minus the logarithm of the likelihood per outcome,
/// \f$ E = -\frac{1}{N} \sum_n \big( t_n \ln p_n + (1 - t_n) \ln(1 - p_n) \big) \f$,
/// added up from logarithms: the product of many probabilities is too small for a double.
///
/// @param p  probabilities of a 1, shape (N), in [0, 1]
/// @param t  outcomes, shape (N), each 0 or 1
/// @return E; what was certain and has happened adds 0, what was impossible and has happened
///         makes it ∞. Never NaN
/// @see article D, cross entropy
double negative_log_likelihood(const Vector& p, const Vector& t);

/// Step 8.4: softplus of every entry, \f$ \zeta(z) = \ln(1 + e^z) \f$, which is minus the
/// logarithm of \f$ 1 - \sigma(z) \f$.
///
/// @param Z  logits; 1000 gives 1000, −1000 gives 0. Far below 0, where ζ(z) is nearly e^z, it is
///           right to a relative 1e-10 too
/// @return ζ(Z), same shape
/// @see article D, cross entropy, here from logits
Matrix softplus(const Matrix& Z);

/// Step 8.4: the cross entropy of \f$ \sigma(Z) \f$, from the logits:
/// \f$ E = \frac{1}{N} \sum_n \sum_k \big( \zeta(Z_{nk}) - T_{nk} Z_{nk} \big) \f$.
///
/// @param Z  logits, shape (N, outputs); ±1000 and more are safe
/// @param T  targets, same shape, in [0, 1]
/// @return E: summed over the outputs, mean over the rows
/// @see article D, cross entropy
double binary_cross_entropy(const Matrix& Z, const Matrix& T);

/// Step 8.5: its gradient, \f$ \frac{\partial E}{\partial Z} = \frac{1}{N} (\sigma(Z) - T) \f$.
///
/// @param Z  logits, shape (N, outputs)
/// @param T  targets, same shape, in [0, 1]
/// @return ∂E/∂Z, same shape
/// @see article D, cross entropy
Matrix binary_cross_entropy_gradient(const Matrix& Z, const Matrix& T);

/// Step 8.6: labels as rows with a single 1, \f$ T_{nk} = 1 \f$ if k is the label of row n, else
/// 0.
///
/// @param labels   a label per row, from 0; a label that is no class throws
/// @param classes  number of classes, the columns of the result
/// @return T, shape (labels, classes)
/// @see article D, multi-class classification: several output nodes
Matrix one_hot(const std::vector<std::size_t>& labels, std::size_t classes);

/// Step 8.6: the way back, the place of the largest entry of every row.
///
/// @param P  a row per example, a column per class: one-hot, probabilities or logits
/// @return a label per row, from 0; of several largest entries the first
/// @see article D, multi-class classification
std::vector<std::size_t> labels_of(const Matrix& P);

/// Step 8.7: the logarithm of the sum of exponentials of every row,
/// \f$ \mathrm{lse}(z) = \ln \sum_k e^{z_k} \f$.
///
/// @param Z  logits, shape (N, classes); ±1000 and more are safe
/// @return a column, shape (N, 1), so that `Z - log_sum_exp(Z)` is \f$ \ln p \f$ of every entry
/// @see article D, softmax function
Matrix log_sum_exp(const Matrix& Z);

/// Step 8.7: softmax of every row, \f$ p_k = \frac{e^{z_k}}{\sum_j e^{z_j}} \f$.
///
/// @param Z  logits, shape (N, classes); ±1000 and more are safe
/// @return shape (N, classes), every row adds up to 1
/// @see article D, softmax function
Matrix softmax(const Matrix& Z);

/// Step 8.8: the cross entropy of softmax, from the logits:
/// \f$ E = -\frac{1}{N} \sum_n \sum_k T_{nk} \big( Z_{nk} - \mathrm{lse}(Z_n) \big) \f$.
///
/// @param Z  logits, shape (N, classes); ±1000 and more are safe
/// @param T  targets, same shape: every row one-hot, or any probabilities that add up to 1
/// @return E, mean over the rows
/// @see article D, multi-class classification: E(w)
double cross_entropy(const Matrix& Z, const Matrix& T);

/// Step 8.9: the slope of the cross entropy in the probabilities,
/// \f$ \frac{\partial E}{\partial P_{nk}} = -\frac{1}{N} \frac{T_{nk}}{P_{nk}} \f$.
///
/// @param P  outputs of softmax, shape (N, classes), above 0
/// @param T  targets, same shape, every row adds up to 1
/// @return ∂E/∂P, same shape
/// @see article D, multi-class classification: derivatives of E
Matrix probability_gradient(const Matrix& P, const Matrix& T);

/// Step 8.9: the slope in the logits,
/// \f$ \frac{\partial E}{\partial Z} = \frac{1}{N} (\mathrm{softmax}(Z) - T) \f$.
///
/// @param Z  logits, shape (N, classes)
/// @param T  targets, same shape, every row adds up to 1
/// @return ∂E/∂Z, same shape
/// @see article D, multi-class classification: derivatives of E
Matrix cross_entropy_gradient(const Matrix& Z, const Matrix& T);

/// Step 8.10: the output that belongs to a task: \f$ Z \f$ itself for regression, softmax of every
/// row for several classes, σ of every entry for two classes and for labels.
///
/// @param task  what the network is asked for
/// @param Z     logits, shape (N, outputs)
/// @return the outputs, same shape
/// @see article D, summary of regression, classification and multi-label
Matrix output(Task task, const Matrix& Z);

/// Step 8.10: the loss that belongs to a task: the squared error, the cross entropy of softmax, or
/// the cross entropies of all σ added.
///
/// @param task  what the network is asked for
/// @param Z     logits, shape (N, outputs); for regression they are the outputs
/// @param T     targets, same shape
/// @return E
/// @see article D, summary of regression, classification and multi-label
double loss(Task task, const Matrix& Z, const Matrix& T);

/// Step 8.10: the deltas of the output layer, \f$ \frac{\partial E}{\partial Z} \f$ of loss().
///
/// @param task  what the network is asked for
/// @param Z     logits, shape (N, outputs)
/// @param T     targets, same shape
/// @return ∂E/∂Z, same shape
/// @see article D, summary of regression, classification and multi-label
Matrix output_delta(Task task, const Matrix& Z, const Matrix& T);

/// Step 8.11: what the network decides, in the form of the targets: the number itself for
/// regression; 1 for the class with the largest logit and 0 for the others; for two classes and
/// for labels 1 where \f$ \sigma(z) > \frac12 \f$, else 0.
///
/// @param task  what the network is asked for
/// @param Z     logits, shape (N, outputs)
/// @return decisions, same shape; of several largest logits the first wins
/// @see article D, summary of regression, classification and multi-label
Matrix decide(Task task, const Matrix& Z);

} // namespace losses
