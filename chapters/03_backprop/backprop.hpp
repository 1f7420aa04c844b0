/// @file
/// Chapter 3, backpropagation: the interface. One function per step; a lab or the solution
/// implements it. Symbols are those of the notation page: a unit's error δ is ∂E/∂z,
/// η (`eta`) is the learning rate, a layer's weights have the shape (inputs, units).
///
/// A function is only called with arguments whose shapes fit together as it states. A product of
/// shapes that do not fit throws ShapeError.
#pragma once

#include "common/math/layer.hpp"
#include "common/math/linalg.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace backprop {

using namespace workbook;

/// A network with one hidden layer, sigmoid in both layers.
struct Network {
    Layer hidden; ///< W of shape (inputs, hidden units)
    Layer output; ///< W of shape (hidden units, outputs)
};

/// What one forward pass leaves behind for the way back.
struct Activations {
    Vector y_h; ///< outputs of the hidden units
    Vector y_o; ///< outputs of the network
};

/// A single unit without activation function: y = w·x + b.
struct LinearUnit {
    Vector w; ///< a weight per input
    double b; ///< bias
};

/// What a training run gives.
struct Training {
    std::vector<Layer> layers;           ///< the layers after the last update
    std::vector<double> error_per_epoch; ///< entry k is the error before update k
};

/// Step 3.1: one step of descent on one weight, \f$ w - \eta\,\frac{dE}{dw} \f$.
///
/// @param w      the weight
/// @param slope  dE/dw at this weight
/// @param eta    learning rate, above 0
/// @return the weight after the step; infinities and NaN are not treated specially
/// @see decks A and B, "how the error is propagated back"; article D, gradient descent
double descend(double w, double slope, double eta);

/// Step 3.1: the slope of the parabola \f$ E(w) = (w - w_{best})^2 \f$ at `w`.
///
/// @param w       where the slope is taken
/// @param w_best  where the parabola has its lowest point
/// @return dE/dw
/// @see decks A and B: the weight at which the slope of the error is 0
double parabola_slope(double w, double w_best);

/// Step 3.1: one step of descent for a linear unit on a whole batch, with
/// \f$ E = \frac{1}{N}\sum_n \frac12 (y_n - t_n)^2 \f$ and \f$ y_n = w \cdot x_n + b \f$.
/// Weights and bias both move by the gradient at the old place.
///
/// @param unit     the unit before the step, w of shape (inputs)
/// @param X        the batch, shape (N, inputs), N at least 1
/// @param targets  what the unit should answer, shape (N)
/// @param eta      learning rate, above 0
/// @return the unit after the step, same shape
/// @see decks A and B, exercise `Dense(1, input_dim=2, activation='linear')`
LinearUnit descend_linear(const LinearUnit& unit, const Matrix& X, const Vector& targets,
                          double eta);

/// Step 3.2: the error of one example, \f$ E = \frac12 \sum_k (y_{t,k} - y_{o,k})^2 \f$.
///
/// @param y_o  outputs of the network, shape (outputs)
/// @param y_t  targets, same shape
/// @return the error, 0 only when every output meets its target
/// @see decks A and B, error formula
double error(const Vector& y_o, const Vector& y_t);

/// Step 3.3: the sigmoid of every entry, \f$ \sigma(z) = \frac{1}{1 + e^{-z}} \f$.
///
/// @param z  weighted sums, any finite numbers; ±1000 gives 1 and 0, never NaN
/// @return σ(z), same shape, in [0, 1]
/// @see decks A and B, sigmoid function
Vector sigmoid(const Vector& z);

/// Step 3.3: the slope of the sigmoid at every entry, from the weighted sum:
/// \f$ \sigma'(z) = \sigma(z)\,(1 - \sigma(z)) \f$.
///
/// @param z  weighted sums
/// @return σ′(z), same shape, in [0, ¼]
/// @see decks A and B, derivative of the sigmoid
Vector sigmoid_slope(const Vector& z);

/// Step 3.3: the same slope from the output y = σ(z), when z is no longer at hand:
/// \f$ \sigma'(z) = y\,(1 - y) \f$.
///
/// @param y  outputs of sigmoid units, in [0, 1]
/// @return σ′ at the z that gave y, same shape
/// @see deck B, delta rule: the factor y(1 − y)
Vector sigmoid_slope_from_output(const Vector& y);

/// Step 3.4: the forward pass of one example through both layers:
/// \f$ y_h = \sigma(x W_1 + b_1) \f$, \f$ y_o = \sigma(y_h W_2 + b_2) \f$.
///
/// @param net  the network
/// @param x    one example, shape (inputs)
/// @return y_h of shape (hidden units), y_o of shape (outputs)
/// @see decks A and B, forward pass
Activations forward(const Network& net, const Vector& x);

/// Step 3.5: the delta of every output unit,
/// \f$ \delta_{o,k} = \frac{\partial E}{\partial z_{o,k}}
///     = (y_{o,k} - y_{t,k})\,y_{o,k}\,(1 - y_{o,k}) \f$.
///
/// @param a    what the forward pass left behind
/// @param y_t  targets, shape (outputs)
/// @return δo, shape (outputs)
/// @see decks A and B, update of the output layer
Vector output_delta(const Activations& a, const Vector& y_t);

/// Step 3.6: the gradient of the output layer,
/// \f$ \frac{\partial E}{\partial W_{2,jk}} = y_{h,j}\,\delta_{o,k} \f$ and
/// \f$ \frac{\partial E}{\partial b_{2,k}} = \delta_{o,k} \f$.
///
/// @param delta_o  deltas of the output units, shape (outputs)
/// @param y_h      inputs of the output layer, shape (hidden units)
/// @return the gradient in the layer's own shape: W (hidden units, outputs), b (outputs)
/// @see decks A and B, update of w31
Layer output_gradients(const Vector& delta_o, const Vector& y_h);

/// Step 3.7: the delta of every hidden unit, from the outputs' deltas sent back along the weights:
/// \f$ \delta_{h,j} = \left(\sum_k \delta_{o,k} W_{2,jk}\right) y_{h,j}\,(1 - y_{h,j}) \f$;
/// for the first unit \f$ (\delta_{o1} w_{31} + \delta_{o2} w_{41})\,y_{h1}(1 - y_{h1}) \f$.
///
/// @param net      the network of the forward pass
/// @param a        what that pass left behind
/// @param delta_o  deltas of the output units, shape (outputs)
/// @return δh, shape (hidden units)
/// @see deck B, update of the hidden layer
Vector hidden_delta(const Network& net, const Activations& a, const Vector& delta_o);

/// Step 3.8: the gradient of the hidden layer,
/// \f$ \frac{\partial E}{\partial W_{1,ij}} = x_i\,\delta_{h,j} \f$ and
/// \f$ \frac{\partial E}{\partial b_{1,j}} = \delta_{h,j} \f$.
///
/// @param delta_h  deltas of the hidden units, shape (hidden units)
/// @param x        the example, shape (inputs)
/// @return the gradient in the layer's own shape: W (inputs, hidden units), b (hidden units)
/// @see deck B, update of w11
Layer hidden_gradients(const Vector& delta_h, const Vector& x);

/// Step 3.9: one update of every weight and bias on one example,
/// \f$ w \leftarrow w - \eta\,\frac{\partial E}{\partial w} \f$,
/// with all gradients from the same forward pass through the old network.
///
/// @param net  the network before the update
/// @param x    the example, shape (inputs)
/// @param y_t  its targets, shape (outputs)
/// @param eta  learning rate, above 0
/// @return the network after the update
/// @see decks A and B, w(t+1) = w(t) − ∂E/∂w (there without η)
Network update(const Network& net, const Vector& x, const Vector& y_t, double eta);

/// Step 3.10: the gradient of every layer of a network of any depth on a batch of rows, with
/// \f$ E = \frac{1}{N}\sum_n \frac12 \sum_k (T_{nk} - Y_{nk})^2 \f$.
/// Forward \f$ Z_l = H_{l-1} W_l + b_l,\; H_l = f(Z_l),\; H_0 = X,\; Y = H_L \f$; back
/// \f$ \Delta_L = \frac{1}{N}(Y - T) \circ f'(Z_L) \f$,
/// \f$ \Delta_l = (\Delta_{l+1} W_{l+1}^T) \circ f'(Z_l) \f$; then
/// \f$ \frac{\partial E}{\partial W_l} = H_{l-1}^T \Delta_l \f$ and
/// \f$ \frac{\partial E}{\partial b_l} \f$ is the sum of the rows of \f$ \Delta_l \f$.
///
/// @param layers   at least one layer, the units of each the inputs of the next
/// @param X        the batch, shape (N, inputs), N at least 1
/// @param T        its targets, shape (N, units of the last layer)
/// @param f        activation of every layer, entry by entry, shape kept
/// @param f_slope  its derivative as a function of z (not of the output)
/// @return one gradient per layer, in the layer's own shape
/// @see article D, deep networks; deck B, delta rule
std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::function<Matrix(const Matrix&)>& f,
                             const std::function<Matrix(const Matrix&)>& f_slope);

/// Step 3.11: the gradient of any function, from its values alone, by central differences
/// \f$ \frac{\partial E}{\partial p_i} \approx \frac{E(p + h e_i) - E(p - h e_i)}{2h} \f$.
/// The size of h is up to you: small, but not so small that rounding swamps the difference.
///
/// @param E           the function; it may be evaluated at any point near `parameters`
/// @param parameters  where the gradient is taken, entries of the size of 1
/// @return ∂E/∂p, same shape, with a relative error of 1e-6 at most
/// @see article D: the derivatives of E that descent needs
Vector numerical_gradient(const std::function<double(const Vector&)>& E, const Vector& parameters);

/// Step 3.12: full-batch descent with the sigmoid in every layer: `epochs` times
/// \f$ W_l \leftarrow W_l - \eta\,\frac{\partial E}{\partial W_l} \f$ and the same for the
/// biases, all layers from the same forward pass.
///
/// @param start   the layers to begin with
/// @param X       the batch, shape (N, inputs)
/// @param T       its targets, shape (N, outputs)
/// @param eta     learning rate, above 0
/// @param epochs  number of updates, 0 leaves `start` as it is
/// @return the trained layers, and `epochs` errors, each measured before its update
/// @see decks A and B, XOR; article D, training
Training train(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, double eta,
               std::size_t epochs);

} // namespace backprop
