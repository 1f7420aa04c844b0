/// @file
/// Chapter 6, initialization: the interface. One function per step part; a lab or the solution
/// implements it. Symbols are those of the notation page: a layer has `fan_in` inputs and
/// `fan_out` units, its weights W the shape (fan_in, fan_out), a column for every unit. A
/// *deviation* is a standard deviation (표준편차), the root of a variance (분산).
///
/// Counts are `int`, so that 0 and negative ones can be refused. A function that refuses its input
/// throws std::invalid_argument; the skeleton already has the lines that do so.
#pragma once

#include "common/math/layer.hpp"
#include "common/math/linalg.hpp"
#include "common/math/random.hpp"
#include "common/math/require.hpp"
#include "common/math/tensor.hpp"
#include "common/math/todo.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace initialization {

using namespace workbook;

/// Step 6.1: the layers of a network in which every weight is the same number and every bias 0.
///
/// @param units  units of each layer, the inputs first: {2, 3, 1} gives W of (2, 3) and (3, 1)
/// @param value  the number in every weight
/// @return one layer fewer than there are numbers in `units`
/// @throws std::invalid_argument for fewer than two numbers of units, one below 1, or a value
///         that is not finite
/// @see deck E, initialization of the weights
std::vector<Layer> equal_layers(const std::vector<int>& units, double value);

/// Step 6.1: how far the units of a layer are from being all the same: the largest difference
/// between two weights of one row, that is of two units for the same input.
///
/// @param W  weights, shape (inputs, units)
/// @return \f$ \max_i (\max_j W_{ij} - \min_j W_{ij}) \f$; 0 for units that are all alike
/// @throws std::invalid_argument if W has no entry, or one that is not finite
/// @see deck E, initialization of the weights
double unit_spread(const Matrix& W);

/// Step 6.1: one step of full-batch descent with σ in every layer, and
/// \f$ E = \frac{1}{N}\sum_n \frac12 \sum_k (T_{nk} - Y_{nk})^2 \f$ (the rule of step 3.10).
/// Forward \f$ H_l = \sigma(H_{l-1} W_l + b_l),\; H_0 = X,\; Y = H_L \f$; back
/// \f$ \Delta_L = \frac1N (Y - T) \circ Y \circ (1 - Y) \f$,
/// \f$ \Delta_l = (\Delta_{l+1} W_{l+1}^T) \circ H_l \circ (1 - H_l) \f$; then every layer moves
/// by \f$ -\eta\, H_{l-1}^T \Delta_l \f$ and \f$ -\eta \f$ times the sum of the rows of
/// \f$ \Delta_l \f$.
///
/// @param layers  the layers before the step
/// @param X       the batch, shape (N, inputs)
/// @param T       its targets, shape (N, units of the last layer)
/// @param eta     learning rate
/// @return the layers after the step, all moved by gradients of the same, old point
/// @throws std::invalid_argument without layers or rows, if a layer does not fit what comes into
///         it, if the shape of T is not that of the outputs, or if η is not above 0
/// @see deck E, gradient descent from random weights
std::vector<Layer> descend(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                           double eta);

/// Step 6.2: the deviation of the weighted sum \f$ z = w \cdot x + b \f$ for random weights
/// and bias of mean 0: \f$ \sigma_z = \sqrt{n\,\sigma_w^2\,\mathrm E[x^2] + \sigma_b^2} \f$.
///
/// @param fan_in             n, the number of inputs, at least 1
/// @param weight_deviation   σ_w, 0 or more
/// @param input_square_mean  E[x²], the mean of the squared inputs, 0 or more
/// @param bias_deviation     σ_b, 0 or more
/// @throws std::invalid_argument for a count below 1, a number below 0, or one that is not finite
/// @see deck E, problems of the normal initialization
double preactivation_deviation(int fan_in, double weight_deviation, double input_square_mean,
                               double bias_deviation);

/// Step 6.2: the deviation of a number that is uniform between −limit and limit:
/// \f$ \mathrm{limit}/\sqrt3 \f$.
///
/// @param limit  0 or more
/// @throws std::invalid_argument for a limit below 0 or not finite
/// @see deck E, initialization with −4 … 4
double uniform_deviation(double limit);

/// Step 6.2: the number of inputs for which nearly all weighted sums (three deviations, 99.7
/// percent) lie between −half_width and half_width, without bias:
/// \f$ n = \frac{(\mathrm{half\_width}/3)^2}{\sigma_w^2\,\mathrm E[x^2]} \f$.
///
/// @param half_width         half of the range, above 0
/// @param weight_deviation   σ_w, above 0
/// @param input_square_mean  E[x²], above 0
/// @return n, not rounded
/// @throws std::invalid_argument for a number that is not above 0, or not finite
/// @see deck E: wx + b between −40 and 40, and between −5 and 5
double range_fan_in(double half_width, double weight_deviation, double input_square_mean);

/// Step 6.3: the fraction of σ's outputs that are stuck: nearer than `margin` to 0 or to 1.
///
/// @param outputs  outputs of sigmoid units, in [0, 1]
/// @param margin   above 0, at most ½; exactly `margin` away is not stuck
/// @return a number of [0, 1]
/// @throws std::invalid_argument without outputs, for one outside of [0, 1] or NaN, or another
///         margin
/// @see deck E, problems of the normal initialization
double saturated_fraction(const Matrix& outputs, double margin);

/// Step 6.3: the fraction to expect when the weighted sum is normal with mean 0:
/// \f$ P(|z| > z_m) = \mathrm{erfc}\frac{z_m}{\sigma_z \sqrt2} \f$ with
/// \f$ z_m = \ln\frac{1 - m}{m} \f$, the point where σ is m away from 1.
///
/// @param deviation  σ_z, above 0
/// @param margin     m, above 0, below ½
/// @return a number of [0, 1]
/// @throws std::invalid_argument for another deviation or margin
/// @see deck E, problems of the normal initialization
double expected_saturated_fraction(double deviation, double margin);

/// Step 6.4: the deviation of Xavier's normal weights,
/// \f$ \sigma_w = \sqrt{\frac{2}{\mathrm{fan\_in} + \mathrm{fan\_out}}} \f$.
///
/// @throws std::invalid_argument for a count below 1
/// @see deck E, Xavier initialization (there √(3/(in + out)), erratum 5)
double xavier_normal_deviation(int fan_in, int fan_out);

/// Step 6.4: weights from a normal distribution with mean 0 and Xavier's deviation, all entries
/// independent. Draw them with a workbook::Random of this seed, or in your own way.
///
/// @return shape (fan_in, fan_out); the same seed gives the same numbers, another seed others
/// @throws std::invalid_argument for a count below 1
/// @see deck E, Xavier initialization
Matrix xavier_normal(int fan_in, int fan_out, std::size_t seed);

/// Step 6.5: the limit of Xavier's uniform weights,
/// \f$ r = \sqrt{\frac{6}{\mathrm{fan\_in} + \mathrm{fan\_out}}} \f$.
///
/// @throws std::invalid_argument for a count below 1
/// @see deck E, Xavier initialization
double xavier_uniform_limit(int fan_in, int fan_out);

/// Step 6.5: weights uniform between −r and r, r Xavier's limit, all entries independent.
///
/// @return shape (fan_in, fan_out); the same seed gives the same numbers, another seed others
/// @throws std::invalid_argument for a count below 1
/// @see deck E, Xavier initialization
Matrix xavier_uniform(int fan_in, int fan_out, std::size_t seed);

/// Step 6.6: the deviation of He's normal weights, \f$ \sigma_w = \sqrt{2/\mathrm{fan\_in}} \f$.
///
/// @throws std::invalid_argument for a count below 1
/// @see deck E, initialization for ReLU
double he_deviation(int fan_in);

/// Step 6.6: weights from a normal distribution with mean 0 and He's deviation, all entries
/// independent.
///
/// @return shape (fan_in, fan_out); the same seed gives the same numbers, another seed others
/// @throws std::invalid_argument for a count below 1
/// @see deck E, initialization for ReLU
Matrix he_normal(int fan_in, int fan_out, std::size_t seed);

/// Step 6.7: the factor by which a layer multiplies the variance of the weighted sums on the way
/// forward:
/// \f$ \frac{\mathrm{Var}\,z_{l+1}}{\mathrm{Var}\,z_l} =
///     \mathrm{fan\_in} \cdot \mathrm{Var}\,w \cdot
///     \frac{\mathrm E[f(z_l)^2]}{\mathrm{Var}\,z_l} \f$.
///
/// @param fan_in           inputs of the layer, at least 1
/// @param weight_variance  Var w, 0 or more
/// @param value_gain       E[f(z)²]/Var z: 1 for a linear unit (and nearly for tanh close to 0),
///                         ½ for ReLU; 0 or more
/// @throws std::invalid_argument for a count below 1, a number below 0 or not finite
/// @see deck E, Xavier and He initialization
double forward_factor(int fan_in, double weight_variance, double value_gain);

/// Step 6.7: the factor by which the mean square of the deltas is multiplied on the way back
/// through a layer:
/// \f$ \frac{\mathrm E[\delta_l^2]}{\mathrm E[\delta_{l+1}^2]} =
///     \mathrm{fan\_out} \cdot \mathrm{Var}\,w \cdot \mathrm E[f'(z_l)^2] \f$.
///
/// @param fan_out          units of layer l + 1, which every unit of layer l feeds; at least 1
/// @param weight_variance  Var w of layer l + 1, 0 or more
/// @param slope_gain       E[f′(z)²]: 1 for a linear unit, ½ for ReLU; 0 or more
/// @throws std::invalid_argument for a count below 1, a number below 0 or not finite
/// @see deck E, Xavier and He initialization
double backward_factor(int fan_out, double weight_variance, double slope_gain);

/// Step 6.7: the variance of the weighted sums of every layer,
/// \f$ \mathrm{Var}\,z_1 = n_0 \,\mathrm{Var}\,w_1\, \mathrm E[x^2] \f$, and from there on by the
/// forward factor of each layer.
///
/// @param input_square_mean  E[x²] of the inputs, 0 or more
/// @param units              n_0 … n_L, the inputs first
/// @param weight_variances   Var w_1 … Var w_L
/// @param value_gain         as in forward_factor, the same for all layers; the inputs have
///                           gone through no activation
/// @return Var z_1 … Var z_L
/// @throws std::invalid_argument unless there is at least one layer and one more number of units
///         than there are variances; and for what forward_factor refuses
/// @see deck E, Xavier and He initialization
std::vector<double> forward_variances(double input_square_mean, const std::vector<int>& units,
                                      const std::vector<double>& weight_variances,
                                      double value_gain);

/// Step 6.7: the mean square of the deltas of every layer, from the last to the first by the
/// backward factor of the layer between them.
///
/// @param last_square_mean  E[δ_L²] of the last layer, 0 or more
/// @param units             n_0 … n_L, the inputs first
/// @param weight_variances  Var w_1 … Var w_L
/// @param slope_gain        as in backward_factor, the same for all layers but the last, whose
///                          deltas are given
/// @return E[δ_1²] … E[δ_L²], in the order of the layers
/// @throws std::invalid_argument as forward_variances
/// @see deck E, Xavier and He initialization
std::vector<double> backward_squares(double last_square_mean, const std::vector<int>& units,
                                     const std::vector<double>& weight_variances,
                                     double slope_gain);

/// Step 6.8: the gradient of the convex cost
/// \f$ E(u, v) = \frac14 u^4 + \frac12 (u - 1)^2 + \frac12 (v - u)^2 \f$ at every row of P.
///
/// @param P  points (u, v), shape (N, 2)
/// @return \f$ (\partial E/\partial u,\ \partial E/\partial v) \f$, same shape
/// @throws std::invalid_argument unless P has two columns
/// @see deck E, global optimum
Matrix bowl_slope(const Matrix& P);

/// Step 6.8: the gradient of the cost with four valleys
/// \f$ E(u, v) = \frac14 u^4 - u^2 + \frac3{10} u + \frac14 v^4 - v^2 + \frac15 v
///     + \frac14 u v \f$ at every row of P.
///
/// @param P  points (u, v), shape (N, 2)
/// @return \f$ (\partial E/\partial u,\ \partial E/\partial v) \f$, same shape
/// @throws std::invalid_argument unless P has two columns
/// @see deck E, local optimum
Matrix hilly_slope(const Matrix& P);

/// Step 6.8: descent from many starts at once, `steps` times
/// \f$ P \leftarrow P - \eta\,\nabla E \f$.
///
/// @param slope   the gradient at every row of a matrix, shape kept
/// @param starts  a start in every row, shape (N, parameters)
/// @param eta     learning rate
/// @param steps   how many; 0 returns the starts
/// @return where the descent from each start ends, same shape
/// @throws std::invalid_argument for fewer than 0 steps, or η not above 0
/// @see deck E, global and local optimum
Matrix descend_from(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts,
                    double eta, int steps);

/// Step 6.8: how many different points there are among the rows of `ends`. In the order of the
/// rows, a row is a new point if its distance to every point found before is above `tolerance`.
///
/// @param ends       shape (N, parameters); no rows give 0
/// @param tolerance  0 or more
/// @throws std::invalid_argument for an end that is not finite (descent has diverged), or a
///         tolerance below 0 or NaN
/// @see deck E, global and local optimum
int distinct_points(const Matrix& ends, double tolerance);

} // namespace initialization
