/// @file
/// Chapter 10, digits: the interface. One function or more per step; a lab or the solution
/// implements it. A network is a list of layers; a batch is a matrix with a row per example.
///
/// Activations, losses and optimizers come from the chapters before. They are arguments here, so a
/// step needs only what it is given. A function that refuses its input throws
/// std::invalid_argument; the skeleton already has the lines that do so. A product of shapes that
/// do not fit throws ShapeError.
#pragma once

#include "common/math/layer.hpp"
#include "common/math/linalg.hpp"
#include "common/math/random.hpp"
#include "common/math/require.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <vector>

namespace digits {

using namespace workbook;

/// Which rows of the data are for what. No row is in two of them.
struct Split {
    std::vector<std::size_t> train;
    std::vector<std::size_t> validation;
    std::vector<std::size_t> test;
};

/// What a pass forward leaves behind for the way back.
struct Pass {
    std::vector<Matrix> Z; ///< Z[l]: weighted sums of layers[l]
    std::vector<Matrix> H; ///< H[l]: what goes into layers[l]; the last one is the network's output
};

/// What a loss compares.
struct Answers {
    Matrix Y; ///< outputs of the network
    Matrix T; ///< targets, same shape
};

/// What an optimizer makes a step of.
struct Update {
    std::vector<Layer> layers;   ///< the network before the step
    std::vector<Layer> gradient; ///< its gradient, in the same shapes
};

/// What a step of training reads.
struct Batch {
    std::vector<Layer> layers; ///< the network before the step
    Matrix X;                  ///< inputs of the batch
    Matrix T;                  ///< their targets
};

/// How good a network is after an epoch; the names are those of Keras' `History`.
struct Scores {
    double loss;         ///< on the rows that are trained on
    double accuracy;     ///< likewise
    double val_loss;     ///< on the validation rows
    double val_accuracy; ///< likewise
};

/// What a training run gives.
struct Training {
    std::vector<Layer> layers;   ///< the network after the last step
    std::vector<Scores> history; ///< one entry per epoch
};

/// An activation or its slope, entry by entry.
using Elementwise = std::function<Matrix(const Matrix&)>;
/// The gradient of the loss by the outputs, ∂E/∂Y.
using LossGradient = std::function<Matrix(const Answers&)>;
/// An optimizer: network and gradient → the network after the step. It is given the update to keep,
/// and may step in its memory.
using Optimizer = std::function<std::vector<Layer>(Update)>;
/// A step on one batch: network and rows → the network after the step.
using BatchStep = std::function<std::vector<Layer>(const Batch&)>;
/// Judges a network.
using Evaluation = std::function<Scores(const std::vector<Layer>&)>;

/// @name What the steps refuse, given with the skeleton
///@{

/// Fractions of the data: 0 or more, and together below 1.
inline void check_fractions(double validation, double test)
{
    require(validation >= 0.0 && test >= 0.0 && validation + test < 1.0,
            "the fractions must be 0 or more, and together below 1");
}
/// Rows: every one of them is in X.
inline void check_rows(const std::vector<std::size_t>& rows, const Matrix& X)
{
    for (const std::size_t n : rows)
        require(n < X.shape(0), "a row is named that the data do not have");
}
/// Data: one row of targets for every row of inputs.
inline void check_data(const Matrix& X, const Matrix& T)
{
    require(X.shape(0) == T.shape(0), "every row of X needs one of T");
    require(X.shape(0) > 0, "there must be a row or more");
}
/// A batch size: a row or more.
inline void check_batch_size(int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
}
/// A network and its activations: one for each layer.
inline void check_network(const std::vector<Layer>& layers, const std::vector<Elementwise>& f)
{
    require(!layers.empty(), "a network has a layer or more");
    require(layers.size() == f.size(), "every layer needs one activation");
}
/// Predictions and labels: one each for every example.
inline void check_labels(const std::vector<std::size_t>& predicted,
                         const std::vector<std::size_t>& labels)
{
    require(predicted.size() == labels.size(), "every prediction needs one label");
    require(!labels.empty(), "there must be a prediction or more");
}
///@}

/// Step 10.1: cuts the shuffled rows into three parts. The last round(test · N) rows are for
/// testing, the round(validation · N) rows before them for validation, all others for training.
///
/// @param order       the numbers of all N rows, shuffled
/// @param validation  fraction of the rows for validation, 0 or more
/// @param test        fraction of the rows for testing, 0 or more; together below 1
/// @return the three parts, each in the order given
/// @see Keras: `validation_split` takes the last rows too
Split split(const std::vector<std::size_t>& order, double validation, double test);

/// Step 10.1: the named rows of X, in the order in which they are named.
///
/// @param X     data, shape (N, columns)
/// @param rows  numbers of rows, each below N; a row may come twice, and none gives (0, columns)
/// @return shape (number of rows, columns)
/// @see article D, mini-batch gradient descent
Matrix rows_of(const Matrix& X, const std::vector<std::size_t>& rows);

/// Step 10.2: what a layer does with a batch, \f$ Z = X W + b \f$.
///
/// @param layer  W of shape (inputs, units), b of shape (units)
/// @param X      shape (N, inputs)
/// @return the weighted sums, shape (N, units)
/// @see decks A and B, exercise `Dense(units, input_dim, activation)`
Matrix dense_forward(const Layer& layer, const Matrix& X);

/// Step 10.3: a layer's own gradient. With \f$ \Delta = \partial E/\partial Z \f$:
/// \f$ \frac{\partial E}{\partial W} = X^T \Delta \f$,
/// \f$ \frac{\partial E}{\partial b} = \sum_n \Delta_n \f$.
///
/// @param X      what came into the layer, shape (N, inputs)
/// @param delta  Δ, shape (N, units)
/// @return ∂E/∂W of shape (inputs, units), ∂E/∂b of shape (units). There is no factor 1/N: it is in
///         Δ already
/// @see deck B, delta rule; article D, deep networks
Layer weight_gradient(const Matrix& X, const Matrix& delta);

/// Step 10.3: what a layer hands down to the one below,
/// \f$ \frac{\partial E}{\partial X} = \Delta W^T \f$.
///
/// @param layer  W of shape (inputs, units), b of shape (units)
/// @param delta  Δ = ∂E/∂Z, shape (N, units)
/// @return ∂E/∂X, shape (N, inputs), without a factor 1/N
/// @see deck B, delta rule; article D, deep networks
Matrix input_gradient(const Layer& layer, const Matrix& delta);

/// Step 10.4: a batch through the whole network, everything kept: \f$ H_0 = X \f$,
/// \f$ Z_l = H_l W_l + b_l \f$, \f$ H_{l+1} = f_l(Z_l) \f$.
///
/// @param layers  a layer or more, the units of each the inputs of the next
/// @param X       shape (N, inputs)
/// @param f       an activation for every layer, as many as there are layers
/// @return Z with one entry per layer, H with one more: `H.back()` is the output
/// @see article D, deep networks; decks A and B, `Sequential`
Pass forward(const std::vector<Layer>& layers, const Matrix& X, const std::vector<Elementwise>& f);

/// Step 10.5: back through the whole network. From the last layer to the first:
/// \f$ \Delta_l = \frac{\partial E}{\partial H_{l+1}} \circ f_l'(Z_l) \f$, from which step 10.3
/// makes the layer's own gradient and, above the first layer, \f$ \partial E/\partial H_l \f$.
///
/// @param layers   the network of the pass forward
/// @param pass     what that pass left behind
/// @param dE_dY    ∂E/∂Y, the gradient of the loss by the outputs, shape (N, outputs)
/// @param f_slope  the slope of every layer's activation, as a function of Z
/// @return one gradient per layer, in the layer's own shape
/// @see article D, deep networks; deck B, delta rule
std::vector<Layer> backward(const std::vector<Layer>& layers, const Pass& pass, const Matrix& dE_dY,
                            const std::vector<Elementwise>& f_slope);

/// Step 10.6: the length of a gradient, all layers' weights and biases in one vector:
/// \f$ \lVert g \rVert = \sqrt{\sum_l \big(\sum W_l^2 + \sum b_l^2\big)} \f$.
///
/// @param gradient  one entry per layer; none has the norm 0
/// @return the norm, 0 or above
/// @see chapter 4, exploding gradients
double global_norm(const std::vector<Layer>& gradient);

/// Step 10.6: the gradient, made shorter if it is longer than `limit`:
/// \f$ g \cdot \min\big(1, \frac{c}{\lVert g \rVert}\big) \f$. Its direction stays.
///
/// @param gradient  one entry per layer
/// @param limit     c, above 0; infinity leaves every gradient as it is
/// @return the gradient, of length c at most
/// @see Keras: `global_clipnorm`; Pascanu, Mikolov and Bengio 2013
std::vector<Layer> clipped(const std::vector<Layer>& gradient, double limit);

/// Step 10.7: one step of training on one batch: forward, gradient of the loss, backward, clipping,
/// then the optimizer's step.
///
/// @param batch      the network before the step, inputs and targets
/// @param f          an activation for every layer
/// @param f_slope    its slope
/// @param loss       ∂E/∂Y for outputs and targets
/// @param limit      the longest gradient that passes unclipped, above 0; infinity for no clipping
/// @param optimizer  makes the step
/// @return the network after the step
/// @see Keras: `train_on_batch`; article D, mini-batch gradient descent
std::vector<Layer> train_on_batch(const Batch& batch, const std::vector<Elementwise>& f,
                                  const std::vector<Elementwise>& f_slope, const LossGradient& loss,
                                  double limit, const Optimizer& optimizer);

/// Step 10.8: one epoch: the rows in the given order, `batch_size` at a time, a step on each batch.
/// The last batch holds what is left, so that every row is seen once. Each step starts where the
/// last one ended.
///
/// @param layers      the network before the epoch
/// @param X           shape (N, inputs)
/// @param T           shape (N, outputs)
/// @param order       the order of the rows; none leaves the network as it is
/// @param batch_size  rows per batch, 1 or more
/// @param step        makes a step on one batch
/// @return the network after the epoch
/// @see article D and deck C, mini-batch gradient descent
std::vector<Layer> run_epoch(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::vector<std::size_t>& order, int batch_size,
                             const BatchStep& step);

/// Step 10.9: the training loop. Every epoch takes the rows in a new random order, the next
/// `permutation(N)` of one workbook::Random with this seed, and is judged when it is over.
///
/// @param start       the network to begin with
/// @param X           training rows, shape (N, inputs)
/// @param T           their targets, shape (N, outputs)
/// @param batch_size  rows per batch, 1 or more
/// @param epochs      how often all rows are seen; 0 leaves the network as it is
/// @param seed        of the orders
/// @param step        makes a step on one batch
/// @param evaluate    judges the network after every epoch
/// @return the trained network, and an entry of history per epoch
/// @see Keras: `fit`; deck C, batch size and number of epochs
Training fit(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, int batch_size,
             int epochs, std::size_t seed, const BatchStep& step, const Evaluation& evaluate);

/// Step 10.10: the class of every row: where its output is largest; the first of several equals.
///
/// @param Y  outputs, scores or probabilities, shape (N, classes), a class or more
/// @return N numbers of classes, counted from 0
/// @see decks A and B, softmax: the largest is the answer
std::vector<std::size_t> predicted_classes(const Matrix& Y);

/// Step 10.10: the fraction of the examples that are answered right.
///
/// @param predicted  classes, one or more
/// @param labels     the true ones, as many
/// @return a number of [0, 1]
/// @see Keras: `metrics=['accuracy']`
double accuracy(const std::vector<std::size_t>& predicted, const std::vector<std::size_t>& labels);

/// Step 10.10: how often class i was taken for class j.
///
/// @param predicted  classes, one or more
/// @param labels     the true ones, as many
/// @param classes    how many classes there are; a larger number in the lists throws
/// @return shape (classes, classes): row = true class, column = predicted class
/// @see scikit-learn: `confusion_matrix`
Matrix confusion_matrix(const std::vector<std::size_t>& predicted,
                        const std::vector<std::size_t>& labels, std::size_t classes);

/// Step 10.11: the units of a ReLU layer that are dead on these rows: their weighted sum is above 0
/// for none of them, so no gradient reaches their weights.
///
/// @param Z  weighted sums of the layer, shape (N, units), a row or more
/// @return the numbers of the dead units, rising
/// @see decks C and E, ReLU: below 0 the slope is 0 and nothing is learned
std::vector<std::size_t> dead_units(const Matrix& Z);

/// Step 10.12: the learning rates of a range test: `steps` numbers from `first` to `last`, each the
/// same factor above the one before: \f$ \eta_k = \eta_0 (\eta_1/\eta_0)^{k/(n - 1)} \f$.
///
/// @param first  η of the first step, above 0
/// @param last   η of the last step, above 0
/// @param steps  n, 2 or more
/// @return shape (steps)
/// @see Smith 2017
Vector range_rates(double first, double last, int steps);

/// Step 10.12: a noisy curve made smooth by the exponential average that Adam uses, corrected for
/// its beginning at 0: \f$ a_k = \beta a_{k-1} + (1 - \beta) x_k \f$,
/// \f$ s_k = \frac{a_k}{1 - \beta^{k+1}} \f$, k = 0, 1, …
///
/// @param values  the curve
/// @param beta    the fraction of the average that is kept, in [0, 1)
/// @return the smooth curve, same size
/// @see chapter 7, step 7.9
Vector smoothed(const Vector& values, double beta);

/// Step 10.12: the learning rate at which the loss falls most steeply over the logarithm of the
/// rate: of all neighbours k, k + 1 those with the smallest
/// \f$ \frac{E_{k+1} - E_k}{\ln \eta_{k+1} - \ln \eta_k} \f$, and of these two the geometric mean
/// \f$ \sqrt{\eta_k\, \eta_{k+1}} \f$.
///
/// @param rates   η, rising, above 0, shape (n) with n at least 2
/// @param losses  smoothed losses, same size
/// @return a learning rate between two of the given ones
/// @see Smith 2017
double steepest_rate(const Vector& rates, const Vector& losses);

} // namespace digits
