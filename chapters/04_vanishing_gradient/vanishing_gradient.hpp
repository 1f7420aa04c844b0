/// @file
/// Chapter 4, the vanishing gradient: the interface. One function per part of a step; a lab or
/// the solution implements it. Symbols are those of the notation page: a unit's delta δ is ∂E/∂z,
/// a layer's weights have the shape (inputs, units), a batch has a row per example.
///
/// A network is a list of layers. Every layer but the last has the activation f; the last one is
/// linear, so that nothing but the hidden layers can make a gradient vanish. Its depth is the
/// number of hidden layers. The error of a batch of N rows is
/// \f$ E = \frac1N \sum_n \frac12 \sum_k (Y_{nk} - T_{nk})^2 \f$.
///
/// A function that refuses its input throws std::invalid_argument; the skeleton already has the
/// lines that do so. NaN and infinity are refused where a function says so; elsewhere they are not
/// treated specially.
#pragma once

#include "common/math/layer.hpp"
#include "common/math/linalg.hpp"
#include "common/math/require.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace vanishing_gradient {

using namespace workbook;

/// Where a function is largest, and how large it is there.
struct Peak {
    double z;     ///< the place
    double slope; ///< the value there
};

/// What a forward pass keeps for the way back.
struct Pass {
    std::vector<Matrix> Z; ///< weighted sums; Z[l] belongs to layers[l], shape (N, its units)
    std::vector<Matrix> H; ///< H[0] = X; H[l + 1] is the output of layers[l], the input of the next
};

/// What a training run gives.
struct Training {
    std::vector<Layer> layers;           ///< the layers after the last update
    std::vector<double> error_per_epoch; ///< entry k is the error before update k
};

/// Step 4.1: the slope of the sigmoid, \f$ \sigma'(z) = \sigma(z)\,\sigma(-z) \f$, accurate also
/// where it is small: with a relative error of 1e-10 at most for every z from −300 to 300.
///
/// @param z  a weighted sum; ±1000 and ±∞ give 0, NaN gives NaN
/// @return σ′(z), in [0, ¼]
/// @see decks A and B, derivative of the sigmoid; deck E, page 2
double sigmoid_slope(double z);

/// Step 4.1: where σ′ is largest, and how large it is there.
///
/// @return the place z and the slope σ′(z), both exact
/// @see decks A and B, table of sigmoid and tanh; deck C, vanishing gradient
Peak sigmoid_slope_peak();

/// Step 4.2: the most that a chain of `depth` sigmoid units can let through, when no weight is
/// larger than `weight`: \f$ \left(\tfrac14 |w|\right)^L \f$.
///
/// @param depth   number L of units in the chain; 0 gives 1, below 0 is refused
/// @param weight  the size of the weights, of either sign; NaN and infinity are refused
/// @return the bound, at least 0
/// @see decks A and B, the slope of the sigmoid multiplied again and again
double slope_bound(int depth, double weight);

/// Step 4.2: what one chain lets through. Unit l has the weighted sum
/// \f$ z_l = w_l h_{l-1} + b_l \f$ and the output \f$ h_l = \sigma(z_l) \f$; then
/// \f$ \frac{\partial h_L}{\partial h_0} = \prod_l w_l\,\sigma'(z_l) \f$.
///
/// @param z  weighted sums of the units, shape (L)
/// @param w  weights, one into each unit, same shape; any other shape is refused
/// @return the slope of the last output with respect to the chain's input; 1 for L = 0
/// @see decks A and B, the slope of the sigmoid multiplied again and again; deck C, chain rule
double chain_slope(const Vector& z, const Vector& w);

/// Step 4.3: forward through all layers, keeping all that the way back needs:
/// \f$ Z_l = H_{l-1} W_l + b_l \f$, \f$ H_l = f(Z_l) \f$ in the hidden layers, \f$ H_L = Z_L \f$
/// in the last.
///
/// @param layers  at least one layer, the units of each the inputs of the next, one bias per unit;
///                anything else is refused
/// @param X       the batch, shape (N, inputs), N at least 1, else refused
/// @param f       activation of the hidden layers, entry by entry, shape kept
/// @return Z with an entry per layer, H with one more, which is X
/// @see article D, deep networks; deck C, a = σ(z), z = W x + b
Pass forward(const std::vector<Layer>& layers, const Matrix& X,
             const std::function<Matrix(const Matrix&)>& f);

/// Step 4.4: the deltas of all layers, from the last to the first:
/// \f$ \Delta_L \f$ is given, \f$ \Delta_l = (\Delta_{l+1} W_{l+1}^T) \circ f'(Z_l) \f$.
///
/// @param layers        the layers of the forward pass
/// @param pass          what it kept; refused if its shapes are not those of the layers
/// @param output_delta  \f$ \partial E/\partial Z_L \f$, shape (N, outputs), else refused
/// @param f_slope       derivative of the activation as a function of z
/// @return one matrix per layer, in the order of the layers, shape (N, its units); the last is
///         `output_delta`
/// @see deck B, delta rule; decks A, B and E, vanishing gradient
std::vector<Matrix> deltas(const std::vector<Layer>& layers, const Pass& pass,
                           const Matrix& output_delta,
                           const std::function<Matrix(const Matrix&)>& f_slope);

/// Step 4.5: the gradient of every layer on a batch:
/// \f$ \Delta_L = \frac1N (Y - T) \f$, \f$ \frac{\partial E}{\partial W_l} = H_{l-1}^T \Delta_l
/// \f$, and \f$ \frac{\partial E}{\partial b_l} \f$ is the sum of the rows of \f$ \Delta_l \f$.
///
/// @param layers   as in step 4.3
/// @param X        the batch, as in step 4.3
/// @param T        its targets, shape (N, outputs), else refused
/// @param f        activation of the hidden layers
/// @param f_slope  its derivative as a function of z
/// @return one gradient per layer, in the layer's own shape
/// @see article D, deep networks; deck B, delta rule
std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::function<Matrix(const Matrix&)>& f,
                             const std::function<Matrix(const Matrix&)>& f_slope);

/// Step 4.5: how large the gradient of each layer's weights is,
/// \f$ \left\lVert \frac{\partial E}{\partial W_l} \right\rVert
///     = \sqrt{\sum_{ij} \left(\frac{\partial E}{\partial W_{l,ij}}\right)^2} \f$.
///
/// @param gradients  one per layer; an empty list is refused
/// @return one norm per layer, in their order; the biases do not count
/// @see decks A, B and E, vanishing gradient
Vector gradient_norms(const std::vector<Layer>& gradients);

/// Step 4.6: for each layer, the fraction of its units, over all rows, that are saturated: whose
/// slope f′(z) is below a threshold.
///
/// @param Z          weighted sums, one matrix per layer; an empty matrix is refused
/// @param f_slope    derivative of the activation as a function of z
/// @param threshold  above 0, else refused; a slope equal to it, or NaN, is not below it
/// @return one fraction per layer, in [0, 1]
/// @see deck E, vanishing gradient
Vector saturated_fraction(const std::vector<Matrix>& Z,
                          const std::function<Matrix(const Matrix&)>& f_slope, double threshold);

/// Step 4.7: the same layers with all weights larger or smaller; the biases stay.
///
/// @param layers  any number of layers
/// @param factor  what every weight is multiplied by; NaN and infinity are refused
/// @return the layers, same shapes
/// @see deck E, initial weights drawn too wide
std::vector<Layer> scaled(const std::vector<Layer>& layers, double factor);

/// Step 4.7: by what factor the norm changes per layer on the way back from the last layer to the
/// first, as a geometric mean: \f$ \left(\frac{n_1}{n_L}\right)^{1/(L-1)} \f$. Below 1 the gradient
/// vanishes, above 1 it explodes.
///
/// @param norms  one per layer, the first layer first; fewer than two are refused, and so is one
///               that is not above 0 or not finite
/// @return the factor, above 0
/// @see decks A and B, vanishing gradient
double factor_per_layer(const Vector& norms);

/// Step 4.8: the fraction of outputs that are on the right side: those with the sign of their
/// target. An output of 0, or NaN, is on neither side and counts as wrong.
///
/// @param outputs  shape (N, outputs)
/// @param targets  −1 or 1, same shape; any other shape is refused, and so are empty matrices
/// @return the fraction, in [0, 1]
/// @see deck E, vanishing gradient
double accuracy(const Matrix& outputs, const Matrix& targets);

/// Step 4.8: full-batch descent: `epochs` times
/// \f$ W_l \leftarrow W_l - \eta\,\frac{\partial E}{\partial W_l} \f$ and the same for the biases,
/// all layers from the same forward pass.
///
/// @param start    the layers to begin with, as in step 4.3
/// @param X        the batch, as in step 4.3
/// @param T        its targets, shape (N, outputs), else refused
/// @param f        activation of the hidden layers
/// @param f_slope  its derivative as a function of z
/// @param eta      learning rate; refused unless above 0 and finite
/// @param epochs   number of updates; 0 leaves `start` as it is
/// @return the trained layers, and `epochs` errors, each measured before its update
/// @see decks A and B, vanishing gradient; deck C, ReLU
Training train(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
               const std::function<Matrix(const Matrix&)>& f,
               const std::function<Matrix(const Matrix&)>& f_slope, double eta, std::size_t epochs);

/// Step 4.9: how far the weights of each layer have moved, as a fraction of their size at the
/// start:
/// \f$ \frac{\lVert W_{after} - W_{before} \rVert}{\lVert W_{before} \rVert} \f$, the norm as in
/// step 4.5.
///
/// @param before  the layers at the start; refused if the weights of one are all 0
/// @param after   the same layers later, same shapes, else refused
/// @return one fraction per layer, at least 0; the biases do not count
/// @see deck E, vanishing gradient
Vector weight_change(const std::vector<Layer>& before, const std::vector<Layer>& after);

} // namespace vanishing_gradient
