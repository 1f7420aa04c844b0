/// @file
/// Wrong answers to the steps of chapter 6, each with what it is and what would be right. Random
/// weights are recognised by their moments (steps.cpp); the bodies here draw such weights.
#include "judging/judge/mistakes.hpp"

#include "initialization.hpp"

#include <algorithm>
#include <cmath>

namespace initialization::mistakes {

// --- 6.1 all weights equal -------------------------------------------------------------------

MISTAKE(equal_layers, transposed,
        "the shape is turned round: W has a row for every input and a column for every unit, "
        "(units[l − 1], units[l])")
(const std::vector<int>& units, double value)
{
    std::vector<Layer> layers;
    for (std::size_t l = 1; l < units.size(); ++l) {
        const auto in = static_cast<std::size_t>(units[l - 1]);
        const auto out = static_cast<std::size_t>(units[l]);
        layers.push_back({value * xt::ones<double>({out, in}), xt::zeros<double>({out})});
    }
    return layers;
}

MISTAKE(equal_layers, bias_equal, "the biases hold the value too; they start at 0")
(const std::vector<int>& units, double value)
{
    std::vector<Layer> layers;
    for (std::size_t l = 1; l < units.size(); ++l) {
        const auto in = static_cast<std::size_t>(units[l - 1]);
        const auto out = static_cast<std::size_t>(units[l]);
        layers.push_back({value * xt::ones<double>({in, out}), value * xt::ones<double>({out})});
    }
    return layers;
}

MISTAKE(equal_layers, bias_per_input,
        "there is a bias for every input; there must be one for every unit")
(const std::vector<int>& units, double value)
{
    std::vector<Layer> layers;
    for (std::size_t l = 1; l < units.size(); ++l) {
        const auto in = static_cast<std::size_t>(units[l - 1]);
        const auto out = static_cast<std::size_t>(units[l]);
        layers.push_back({value * xt::ones<double>({in, out}), xt::zeros<double>({in})});
    }
    return layers;
}

MISTAKE(equal_layers, ones, "every weight is 1; it must be the given value")
(const std::vector<int>& units, double value)
{
    static_cast<void>(value);
    std::vector<Layer> layers;
    for (std::size_t l = 1; l < units.size(); ++l) {
        const auto in = static_cast<std::size_t>(units[l - 1]);
        const auto out = static_cast<std::size_t>(units[l]);
        layers.push_back({1.0 * xt::ones<double>({in, out}), xt::zeros<double>({out})});
    }
    return layers;
}

MISTAKE(equal_layers, shared_out,
        "each weight is the value divided by the number of inputs; the value itself is asked "
        "for")
(const std::vector<int>& units, double value)
{
    std::vector<Layer> layers;
    for (std::size_t l = 1; l < units.size(); ++l) {
        const auto in = static_cast<std::size_t>(units[l - 1]);
        const auto out = static_cast<std::size_t>(units[l]);
        layers.push_back(
            {value / units[l - 1] * xt::ones<double>({in, out}), xt::zeros<double>({out})});
    }
    return layers;
}

MISTAKE(equal_layers, square,
        "every layer is square, units[l] by units[l]; its inputs are the units of the layer "
        "before, units[l − 1]")
(const std::vector<int>& units, double value)
{
    std::vector<Layer> layers;
    for (std::size_t l = 1; l < units.size(); ++l) {
        const auto out = static_cast<std::size_t>(units[l]);
        layers.push_back({value * xt::ones<double>({out, out}), xt::zeros<double>({out})});
    }
    return layers;
}

MISTAKE(equal_layers, last_layer_lost,
        "the last layer is missing: n numbers of units make n − 1 layers")
(const std::vector<int>& units, double value)
{
    std::vector<Layer> layers;
    for (std::size_t l = 1; l + 1 < units.size(); ++l) {
        const auto in = static_cast<std::size_t>(units[l - 1]);
        const auto out = static_cast<std::size_t>(units[l]);
        layers.push_back({value * xt::ones<double>({in, out}), xt::zeros<double>({out})});
    }
    return layers;
}

MISTAKE(equal_layers, random,
        "the weights are drawn at random, the very thing that equal weights are compared with; "
        "every one must be the given value")
(const std::vector<int>& units, double value)
{
    Random random{1};
    std::vector<Layer> layers;
    for (std::size_t l = 1; l < units.size(); ++l) {
        const auto in = static_cast<std::size_t>(units[l - 1]);
        const auto out = static_cast<std::size_t>(units[l]);
        layers.push_back(
            {random.normal_matrix(in, out, 0.0, std::abs(value)), xt::zeros<double>({out})});
    }
    return layers;
}

MISTAKE(unit_spread, rows_compared,
        "the rows are compared; a row of W belongs to an input, a column to a unit: the "
        "difference is taken within each row")
(const Matrix& W)
{
    return xt::amax(xt::amax(W, {0}) - xt::amin(W, {0}))();
}

MISTAKE(unit_spread, whole_matrix,
        "the largest and the smallest weight of the whole matrix are compared; units are "
        "compared input by input, within each row")
(const Matrix& W)
{
    return xt::amax(W)() - xt::amin(W)();
}

MISTAKE(unit_spread, first_row,
        "only the first input is looked at; the largest of all rows is asked for")
(const Matrix& W)
{
    const Vector row = xt::view(W, 0, xt::all());
    return xt::amax(row)() - xt::amin(row)();
}

MISTAKE(unit_spread, first_two_units,
        "only the first two units are compared; any two of them may differ most")
(const Matrix& W)
{
    double spread = 0.0;
    for (std::size_t i = 0; i < W.shape(0); ++i)
        if (W.shape(1) > 1)
            spread = std::max(spread, std::abs(W(i, 0) - W(i, 1)));
    return spread;
}

MISTAKE(unit_spread, against_the_first,
        "every unit is compared with the first alone; two others may be farther from each other")
(const Matrix& W)
{
    double spread = 0.0;
    for (std::size_t i = 0; i < W.shape(0); ++i)
        for (std::size_t j = 0; j < W.shape(1); ++j)
            spread = std::max(spread, std::abs(W(i, j) - W(i, 0)));
    return spread;
}

MISTAKE(unit_spread, smallest,
        "this is the smallest spread of a row; the largest is asked for, units are alike only "
        "if they are so for every input")
(const Matrix& W)
{
    return xt::amin(xt::amax(W, {1}) - xt::amin(W, {1}))();
}

MISTAKE(unit_spread, mean, "this is the mean of the rows' spreads; the largest is asked for")
(const Matrix& W)
{
    return xt::mean(xt::amax(W, {1}) - xt::amin(W, {1}))();
}

MISTAKE(unit_spread, largest_weight,
        "this is the largest absolute weight; asked is the largest difference between two units")
(const Matrix& W)
{
    return xt::amax(xt::abs(W))();
}

MISTAKE(unit_spread, sign, "smallest minus largest: the sign is turned, a spread is never below 0")
(const Matrix& W)
{
    return -xt::amax(xt::amax(W, {1}) - xt::amin(W, {1}))();
}

MISTAKE(descend, ascent,
        "the step goes with the gradient and the error rises; descent subtracts η times the "
        "gradient")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T, double eta)
{
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H.back(), layer.W) + layer.b;
        H.push_back(1.0 / (1.0 + xt::exp(-Z)));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> moved = layers;
    Matrix back = (H.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix delta = back * H[l + 1] * (1.0 - H[l + 1]);
        moved[l].W += eta * matmul(transpose(H[l]), delta);
        moved[l].b += eta * xt::sum(delta, {0});
        back = matmul(delta, transpose(layers[l].W));
    }
    return moved;
}

MISTAKE(descend, eta_lost, "the learning rate is missing: this is the step for η = 1 (erratum 3)")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T, double eta)
{
    static_cast<void>(eta);
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H.back(), layer.W) + layer.b;
        H.push_back(1.0 / (1.0 + xt::exp(-Z)));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> moved = layers;
    Matrix back = (H.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix delta = back * H[l + 1] * (1.0 - H[l + 1]);
        moved[l].W -= matmul(transpose(H[l]), delta);
        moved[l].b -= xt::sum(delta, {0});
        back = matmul(delta, transpose(layers[l].W));
    }
    return moved;
}

MISTAKE(descend, not_averaged,
        "1/N is missing: the error is the mean over the rows, and so is its gradient")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T, double eta)
{
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H.back(), layer.W) + layer.b;
        H.push_back(1.0 / (1.0 + xt::exp(-Z)));
    }
    std::vector<Layer> moved = layers;
    Matrix back = (H.back() - T);
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix delta = back * H[l + 1] * (1.0 - H[l + 1]);
        moved[l].W -= eta * matmul(transpose(H[l]), delta);
        moved[l].b -= eta * xt::sum(delta, {0});
        back = matmul(delta, transpose(layers[l].W));
    }
    return moved;
}

MISTAKE(descend, factor_2,
        "the gradient is twice too large: the ½ of the error cancels the 2 of the power rule")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T, double eta)
{
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H.back(), layer.W) + layer.b;
        H.push_back(1.0 / (1.0 + xt::exp(-Z)));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> moved = layers;
    Matrix back = 2.0 * (H.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix delta = back * H[l + 1] * (1.0 - H[l + 1]);
        moved[l].W -= eta * matmul(transpose(H[l]), delta);
        moved[l].b -= eta * xt::sum(delta, {0});
        back = matmul(delta, transpose(layers[l].W));
    }
    return moved;
}

MISTAKE(descend, biases_kept,
        "the biases stay as they were; their gradient is the sum of the rows of Δ")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T, double eta)
{
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H.back(), layer.W) + layer.b;
        H.push_back(1.0 / (1.0 + xt::exp(-Z)));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> moved = layers;
    Matrix back = (H.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix delta = back * H[l + 1] * (1.0 - H[l + 1]);
        moved[l].W -= eta * matmul(transpose(H[l]), delta);
        back = matmul(delta, transpose(layers[l].W));
    }
    return moved;
}

MISTAKE(descend, output_slope_lost,
        "the last layer's slope Y ∘ (1 − Y) is missing; its δ is the miss times the slope of "
        "its σ")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T, double eta)
{
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H.back(), layer.W) + layer.b;
        H.push_back(1.0 / (1.0 + xt::exp(-Z)));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> moved = layers;
    Matrix back = (H.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix delta = back * (l + 1 == layers.size() ? Matrix(xt::ones_like(H[l + 1]))
                                                            : Matrix(H[l + 1] * (1.0 - H[l + 1])));
        moved[l].W -= eta * matmul(transpose(H[l]), delta);
        moved[l].b -= eta * xt::sum(delta, {0});
        back = matmul(delta, transpose(layers[l].W));
    }
    return moved;
}

MISTAKE(descend, hidden_slope_lost,
        "the slope H ∘ (1 − H) of the hidden layers is missing; every δ has passed the slope of "
        "its own σ")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T, double eta)
{
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H.back(), layer.W) + layer.b;
        H.push_back(1.0 / (1.0 + xt::exp(-Z)));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> moved = layers;
    Matrix back = (H.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix delta = back * (l + 1 < layers.size() ? Matrix(xt::ones_like(H[l + 1]))
                                                           : Matrix(H[l + 1] * (1.0 - H[l + 1])));
        moved[l].W -= eta * matmul(transpose(H[l]), delta);
        moved[l].b -= eta * xt::sum(delta, {0});
        back = matmul(delta, transpose(layers[l].W));
    }
    return moved;
}

MISTAKE(descend, updated_weights_back,
        "the deltas come back along weights that have just been changed; all gradients belong "
        "to the same, old place")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T, double eta)
{
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H.back(), layer.W) + layer.b;
        H.push_back(1.0 / (1.0 + xt::exp(-Z)));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> moved = layers;
    Matrix back = (H.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix delta = back * H[l + 1] * (1.0 - H[l + 1]);
        moved[l].W -= eta * matmul(transpose(H[l]), delta);
        moved[l].b -= eta * xt::sum(delta, {0});
        back = matmul(delta, transpose(moved[l].W));
    }
    return moved;
}

MISTAKE(descend, last_layer_only,
        "only the last layer is moved; the hidden layers have gradients too")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T, double eta)
{
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H.back(), layer.W) + layer.b;
        H.push_back(1.0 / (1.0 + xt::exp(-Z)));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> moved = layers;
    Matrix back = (H.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > layers.size() - 1;) {
        const Matrix delta = back * H[l + 1] * (1.0 - H[l + 1]);
        moved[l].W -= eta * matmul(transpose(H[l]), delta);
        moved[l].b -= eta * xt::sum(delta, {0});
        back = matmul(delta, transpose(layers[l].W));
    }
    return moved;
}

MISTAKE(descend, hidden_layers_only, "the last layer stays as it was; it has a gradient too")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T, double eta)
{
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H.back(), layer.W) + layer.b;
        H.push_back(1.0 / (1.0 + xt::exp(-Z)));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> moved = layers;
    Matrix back = (H.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix delta = back * H[l + 1] * (1.0 - H[l + 1]);
        if (l + 1 < layers.size())
            moved[l].W -= eta * matmul(transpose(H[l]), delta);
        if (l + 1 < layers.size())
            moved[l].b -= eta * xt::sum(delta, {0});
        back = matmul(delta, transpose(layers[l].W));
    }
    return moved;
}

MISTAKE(descend, tanh_slope, "1 − H² is the slope of tanh; that of σ is H (1 − H)")
(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T, double eta)
{
    std::vector<Matrix> H{X};
    for (const Layer& layer : layers) {
        const Matrix Z = matmul(H.back(), layer.W) + layer.b;
        H.push_back(1.0 / (1.0 + xt::exp(-Z)));
    }
    const double N = static_cast<double>(X.shape(0));
    std::vector<Layer> moved = layers;
    Matrix back = (H.back() - T) / N;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix delta = back * (1.0 - H[l + 1] * H[l + 1]);
        moved[l].W -= eta * matmul(transpose(H[l]), delta);
        moved[l].b -= eta * xt::sum(delta, {0});
        back = matmul(delta, transpose(layers[l].W));
    }
    return moved;
}

// --- 6.2 spread of the weighted sum ----------------------------------------------------------

MISTAKE(preactivation_deviation, variance_for_deviation,
        "this is the variance n σ_w² E[x²] + σ_b²; the deviation is its root")
(int fan_in, double weight_deviation, double input_square_mean, double bias_deviation)
{
    return fan_in * weight_deviation * weight_deviation * input_square_mean +
           bias_deviation * bias_deviation;
}

MISTAKE(preactivation_deviation, root_n_lost,
        "the number of inputs is missing: n products add up, and so do their variances, so σ_z "
        "grows like √n")
(int fan_in, double weight_deviation, double input_square_mean, double bias_deviation)
{
    static_cast<void>(fan_in);
    return std::sqrt(weight_deviation * weight_deviation * input_square_mean +
                     bias_deviation * bias_deviation);
}

MISTAKE(preactivation_deviation, n_outside_the_root,
        "n stands outside of the root: variances add, not deviations, so σ_z grows like √n, not "
        "like n")
(int fan_in, double weight_deviation, double input_square_mean, double bias_deviation)
{
    return std::hypot(fan_in * weight_deviation * std::sqrt(input_square_mean), bias_deviation);
}

MISTAKE(preactivation_deviation, input_forgotten,
        "the inputs are missing: the variance of w x is σ_w² E[x²]")
(int fan_in, double weight_deviation, double input_square_mean, double bias_deviation)
{
    static_cast<void>(input_square_mean);
    return std::sqrt(fan_in * weight_deviation * weight_deviation +
                     bias_deviation * bias_deviation);
}

MISTAKE(preactivation_deviation, input_squared_again,
        "E[x²] is squared once more; it is a mean of squares already")
(int fan_in, double weight_deviation, double input_square_mean, double bias_deviation)
{
    return std::sqrt(fan_in * weight_deviation * weight_deviation * input_square_mean *
                         input_square_mean +
                     bias_deviation * bias_deviation);
}

MISTAKE(preactivation_deviation, weight_not_squared,
        "σ_w is a deviation; the variance of w x is σ_w² E[x²]")
(int fan_in, double weight_deviation, double input_square_mean, double bias_deviation)
{
    return std::sqrt(fan_in * weight_deviation * input_square_mean +
                     bias_deviation * bias_deviation);
}

MISTAKE(preactivation_deviation, bias_forgotten,
        "the bias is missing: its variance σ_b² adds to that of w · x")
(int fan_in, double weight_deviation, double input_square_mean, double bias_deviation)
{
    static_cast<void>(bias_deviation);
    return std::sqrt(fan_in * weight_deviation * weight_deviation * input_square_mean);
}

MISTAKE(preactivation_deviation, bias_per_input,
        "the variance of the bias is counted for every input; there is one bias")
(int fan_in, double weight_deviation, double input_square_mean, double bias_deviation)
{
    return std::sqrt(fan_in * (weight_deviation * weight_deviation * input_square_mean +
                               bias_deviation * bias_deviation));
}

MISTAKE(preactivation_deviation, deviations_added,
        "the deviations of w · x and of b are added; of independent terms the variances add")
(int fan_in, double weight_deviation, double input_square_mean, double bias_deviation)
{
    return std::sqrt(fan_in * input_square_mean) * weight_deviation + bias_deviation;
}

MISTAKE(preactivation_deviation, bias_not_squared,
        "σ_b is a deviation; under the root stands the variance σ_b²")
(int fan_in, double weight_deviation, double input_square_mean, double bias_deviation)
{
    return std::sqrt(fan_in * weight_deviation * weight_deviation * input_square_mean +
                     bias_deviation);
}

MISTAKE(preactivation_deviation, three_deviations,
        "this is half the width of the range (three deviations); one deviation is asked for")
(int fan_in, double weight_deviation, double input_square_mean, double bias_deviation)
{
    return 3.0 * std::sqrt(fan_in * weight_deviation * weight_deviation * input_square_mean +
                           bias_deviation * bias_deviation);
}

MISTAKE(uniform_deviation, variance,
        "r²/3 is the variance of U(−r, r); the deviation is its root r/√3")
(double limit)
{
    return limit * limit / 3.0;
}

MISTAKE(uniform_deviation, limit_itself,
        "the limit is not the deviation: most numbers are nearer to 0 than the limit, r/√3 on "
        "average of squares")
(double limit)
{
    return limit;
}

MISTAKE(uniform_deviation, root_12,
        "r/√12 is the deviation of an interval of the width r; from −r to r it is 2r wide: "
        "2r/√12 = r/√3")
(double limit)
{
    return limit / std::sqrt(12.0);
}

MISTAKE(uniform_deviation, third, "r/3 lost the root: the variance is r²/3, the deviation r/√3")
(double limit)
{
    return limit / 3.0;
}

MISTAKE(uniform_deviation, mean_distance,
        "r/2 is the mean distance from 0; the deviation is the root of the mean square, r/√3")
(double limit)
{
    return limit / 2.0;
}

MISTAKE(uniform_deviation, root_2,
        "r/√2 belongs to a sine wave; the mean square of U(−r, r) is r²/3")
(double limit)
{
    return limit / std::sqrt(2.0);
}

MISTAKE(uniform_deviation, times_root_3,
        "√3 multiplies where it divides: the deviation is smaller than the limit")
(double limit)
{
    return limit * std::sqrt(3.0);
}

MISTAKE(range_fan_in, one_deviation,
        "the range is taken as one deviation to either side; it is three")
(double half_width, double weight_deviation, double input_square_mean)
{
    return half_width * half_width / (weight_deviation * weight_deviation * input_square_mean);
}

MISTAKE(range_fan_in, six_deviations, "half of the range is three deviations, not six")
(double half_width, double weight_deviation, double input_square_mean)
{
    const double deviation = half_width / 6.0;
    return deviation * deviation / (weight_deviation * weight_deviation * input_square_mean);
}

MISTAKE(range_fan_in, two_deviations,
        "two deviations hold 95 percent; the range of nearly all is three")
(double half_width, double weight_deviation, double input_square_mean)
{
    const double deviation = half_width / 2.0;
    return deviation * deviation / (weight_deviation * weight_deviation * input_square_mean);
}

MISTAKE(range_fan_in, root,
        "this is √n: the equation 3 √(n σ_w² E[x²]) = half_width is squared to get n")
(double half_width, double weight_deviation, double input_square_mean)
{
    return half_width / 3.0 / (weight_deviation * std::sqrt(input_square_mean));
}

MISTAKE(range_fan_in, weight_not_squared, "σ_w is a deviation; its square stands in the variance")
(double half_width, double weight_deviation, double input_square_mean)
{
    const double deviation = half_width / 3.0;
    return deviation * deviation / (weight_deviation * input_square_mean);
}

MISTAKE(range_fan_in, input_forgotten,
        "the inputs are missing: one term has the variance σ_w² E[x²]")
(double half_width, double weight_deviation, double input_square_mean)
{
    static_cast<void>(input_square_mean);
    const double deviation = half_width / 3.0;
    return deviation * deviation / (weight_deviation * weight_deviation);
}

MISTAKE(range_fan_in, range_not_squared,
        "the deviation of the range is not squared; a variance is divided by a variance")
(double half_width, double weight_deviation, double input_square_mean)
{
    return half_width / 3.0 / (weight_deviation * weight_deviation * input_square_mean);
}

MISTAKE(range_fan_in, input_squared_again,
        "E[x²] is squared once more; it is a mean of squares already")
(double half_width, double weight_deviation, double input_square_mean)
{
    const double deviation = half_width / 3.0;
    return deviation * deviation /
           (weight_deviation * weight_deviation * input_square_mean * input_square_mean);
}

// --- 6.3 saturation --------------------------------------------------------------------------

MISTAKE(saturated_share, near_one_only,
        "only outputs near 1 are counted; those near 0 are stuck as well")
(const Matrix& outputs, double margin)
{
    double stuck = 0.0;
    for (double y : outputs)
        stuck += 1.0 - y < margin ? 1.0 : 0.0;
    return stuck / static_cast<double>(outputs.size());
}

MISTAKE(saturated_share, near_zero_only,
        "only outputs near 0 are counted; those near 1 are stuck as well")
(const Matrix& outputs, double margin)
{
    double stuck = 0.0;
    for (double y : outputs)
        stuck += y < margin ? 1.0 : 0.0;
    return stuck / static_cast<double>(outputs.size());
}

MISTAKE(saturated_share, count,
        "this is how many are stuck; the share is that number divided by the number of outputs")
(const Matrix& outputs, double margin)
{
    double stuck = 0.0;
    for (double y : outputs)
        stuck += std::min(y, 1.0 - y) < margin ? 1.0 : 0.0;
    return stuck / 1.0;
}

MISTAKE(saturated_share, the_others, "this is the share of outputs that are not stuck")
(const Matrix& outputs, double margin)
{
    double stuck = 0.0;
    for (double y : outputs)
        stuck += std::min(y, 1.0 - y) >= margin ? 1.0 : 0.0;
    return stuck / static_cast<double>(outputs.size());
}

MISTAKE(saturated_share, per_row, "divided by the number of rows alone; every entry is an output")
(const Matrix& outputs, double margin)
{
    double stuck = 0.0;
    for (double y : outputs)
        stuck += std::min(y, 1.0 - y) < margin ? 1.0 : 0.0;
    return stuck / static_cast<double>(outputs.shape(0));
}

MISTAKE(saturated_share, at_the_margin,
        "an output exactly at the margin is counted; nearer than the margin is asked for")
(const Matrix& outputs, double margin)
{
    double stuck = 0.0;
    for (double y : outputs)
        stuck += y <= margin || 1.0 - y <= margin ? 1.0 : 0.0;
    return stuck / static_cast<double>(outputs.size());
}

MISTAKE(saturated_share, slope,
        "the slope y (1 − y) is compared with the margin; asked is the distance of y to 0 or 1")
(const Matrix& outputs, double margin)
{
    double stuck = 0.0;
    for (double y : outputs)
        stuck += y * (1.0 - y) < margin ? 1.0 : 0.0;
    return stuck / static_cast<double>(outputs.size());
}

MISTAKE(saturated_share, percent, "this is in percent; a share lies between 0 and 1")
(const Matrix& outputs, double margin)
{
    double stuck = 0.0;
    for (double y : outputs)
        stuck += std::min(y, 1.0 - y) < margin ? 1.0 : 0.0;
    return stuck / (0.01 * static_cast<double>(outputs.size()));
}

MISTAKE(saturated_share, half_the_margin,
        "the margin is shared between both ends; each end has the whole margin")
(const Matrix& outputs, double margin)
{
    double stuck = 0.0;
    for (double y : outputs)
        stuck += std::min(y, 1.0 - y) < 0.5 * margin ? 1.0 : 0.0;
    return stuck / static_cast<double>(outputs.size());
}

MISTAKE(saturated_share, above_the_margin,
        "y > margin on the upper side in place of y > 1 − margin")
(const Matrix& outputs, double margin)
{
    double stuck = 0.0;
    for (double y : outputs)
        stuck += y < margin || y > margin ? 1.0 : 0.0;
    return stuck / static_cast<double>(outputs.size());
}

MISTAKE(expected_saturated_share, one_end,
        "only one end is counted; z may be too large or too small: twice as much")
(double deviation, double margin)
{
    const double z_m = std::log((1.0 - margin) / margin);
    return 0.5 * std::erfc(z_m / (deviation * std::sqrt(2.0)));
}

MISTAKE(expected_saturated_share, root_2_lost,
        "√2 is missing: P(|z| > z_m) of a normal z is erfc(z_m/(s √2))")
(double deviation, double margin)
{
    const double z_m = std::log((1.0 - margin) / margin);
    return std::erfc(z_m / deviation);
}

MISTAKE(expected_saturated_share, erf_for_erfc,
        "erf is the share inside, that which is not stuck; erfc = 1 − erf is outside")
(double deviation, double margin)
{
    const double z_m = std::log((1.0 - margin) / margin);
    return std::erf(z_m / (deviation * std::sqrt(2.0)));
}

MISTAKE(expected_saturated_share, sigma_for_logit,
        "σ(m) is taken where its inverse is needed: σ(z) = 1 − m at z = ln((1 − m)/m)")
(double deviation, double margin)
{
    const double z_m = 1.0 / (1.0 + std::exp(-margin));
    return std::erfc(z_m / (deviation * std::sqrt(2.0)));
}

MISTAKE(expected_saturated_share, margin_as_place,
        "the margin is about y, not about z: it must be carried back through σ, z_m = ln((1 − "
        "m)/m)")
(double deviation, double margin)
{
    return std::erfc(margin / (deviation * std::sqrt(2.0)));
}

MISTAKE(expected_saturated_share, log_of_the_margin,
        "ln(1/m) leaves out 1 − m: σ(z) = 1 − m at z = ln((1 − m)/m)")
(double deviation, double margin)
{
    return std::erfc(std::log(1.0 / margin) / (deviation * std::sqrt(2.0)));
}

MISTAKE(expected_saturated_share, variance_for_deviation,
        "z_m is divided by the variance; the normal distribution is measured in deviations")
(double deviation, double margin)
{
    const double z_m = std::log((1.0 - margin) / margin);
    return std::erfc(z_m / (deviation * deviation * std::sqrt(2.0)));
}

MISTAKE(expected_saturated_share, sign,
        "ln(m/(1 − m)) is the place on the other side, below 0: erfc of it is more than 1")
(double deviation, double margin)
{
    const double z_m = std::log((1.0 - margin) / margin);
    return std::erfc(-z_m / (deviation * std::sqrt(2.0)));
}

MISTAKE(expected_saturated_share, deviation_multiplied,
        "the deviation multiplies z_m; z_m is counted in deviations, so it divides")
(double deviation, double margin)
{
    const double z_m = std::log((1.0 - margin) / margin);
    return std::erfc(z_m * deviation / std::sqrt(2.0));
}

// --- 6.4 Xavier normal -----------------------------------------------------------------------

MISTAKE(xavier_normal_deviation, erratum_5,
        "√(3/(in + out)) is deck E's slip (erratum 5): the variance is 2/(in + out), one over "
        "the mean of in and out")
(int fan_in, int fan_out)
{
    return std::sqrt(3.0 / (fan_in + fan_out));
}

MISTAKE(xavier_normal_deviation, variance_for_deviation,
        "2/(in + out) is the variance; the deviation is its root")
(int fan_in, int fan_out)
{
    return 2.0 / (fan_in + fan_out);
}

MISTAKE(xavier_normal_deviation, product,
        "in × out stands under the root where the sum in + out belongs")
(int fan_in, int fan_out)
{
    return std::sqrt(2.0 / (1.0 * fan_in * fan_out));
}

MISTAKE(xavier_normal_deviation, one_over_sum,
        "the 2 is missing: the mean of in and out is (in + out)/2, so the variance is 2/(in + "
        "out)")
(int fan_in, int fan_out)
{
    return std::sqrt(1.0 / (fan_in + fan_out));
}

MISTAKE(xavier_normal_deviation, fan_in_only,
        "√(1/in) keeps the forward pass alone at its size (LeCun); Xavier takes the mean of in "
        "and out")
(int fan_in, int fan_out)
{
    static_cast<void>(fan_out);
    return std::sqrt(1.0 / fan_in);
}

MISTAKE(xavier_normal_deviation, fan_out_only,
        "√(1/out) keeps the way back alone at its size; Xavier takes the mean of in and out")
(int fan_in, int fan_out)
{
    static_cast<void>(fan_in);
    return std::sqrt(1.0 / fan_out);
}

MISTAKE(xavier_normal_deviation, he,
        "√(2/in) is He's deviation, for ReLU; Xavier's is √(2/(in + out))")
(int fan_in, int fan_out)
{
    static_cast<void>(fan_out);
    return std::sqrt(2.0 / fan_in);
}

MISTAKE(xavier_normal_deviation, uniform_limit,
        "√(6/(in + out)) is the limit of the uniform weights; the deviation is smaller by √3")
(int fan_in, int fan_out)
{
    return std::sqrt(6.0 / (fan_in + fan_out));
}

MISTAKE(xavier_normal_deviation, inverse,
        "the fraction is upside down: more inputs ask for smaller weights")
(int fan_in, int fan_out)
{
    return std::sqrt((fan_in + fan_out) / 2.0);
}

MISTAKE(xavier_normal_deviation, root_of_2_only,
        "only the 2 is under the root; it is √(2/(in + out))")
(int fan_in, int fan_out)
{
    return std::sqrt(2.0) / (fan_in + fan_out);
}

MISTAKE(xavier_normal_deviation, whole_numbers,
        "2 / (in + out) is taken in whole numbers, which is 0: write 2.0")
(int fan_in, int fan_out)
{
    return std::sqrt(2 / (fan_in + fan_out));
}

MISTAKE(xavier_normal, erratum_5,
        "the deviation is √(3/(in + out)), deck E's slip (erratum 5); it is √(2/(in + out))")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(3.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_normal, one_over_sum, "the deviation is √(1/(in + out)); the 2 is missing")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(1.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_normal, one_over_fan_in,
        "the deviation is √(1/in); Xavier takes the mean of in and out, √(2/(in + out))")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(1.0 / fan_in));
}

MISTAKE(xavier_normal, he, "these are He's weights, √(2/in); Xavier's deviation is √(2/(in + out))")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / fan_in));
}

MISTAKE(xavier_normal, fan_out_only, "the deviation is √(2/out); Xavier's is √(2/(in + out))")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / fan_out));
}

MISTAKE(xavier_normal, product, "the deviation has in × out where the sum in + out belongs")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0,
                                      std::sqrt(2.0 / (1.0 * fan_in * fan_out)));
}

MISTAKE(xavier_normal, variance_as_deviation,
        "the variance 2/(in + out) is given as deviation; normal_matrix wants its root")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, 2.0 / (fan_in + fan_out));
}

MISTAKE(xavier_normal, uniform_limit_as_deviation,
        "the deviation is √(6/(in + out)), the limit of the uniform weights")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(6.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_normal, uniform,
        "the spread is right, but the weights are uniform; a normal distribution is asked for")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.uniform_matrix(fan_in, fan_out, -std::sqrt(6.0 / (fan_in + fan_out)),
                                       std::sqrt(6.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_normal, deviation_as_limit,
        "the weights are uniform, with the deviation as their limit; random.normal_matrix draws "
        "normal ones")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.uniform_matrix(fan_in, fan_out, -std::sqrt(2.0 / (fan_in + fan_out)),
                                       std::sqrt(2.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_normal, cut_off,
        "the normal distribution is cut off at two deviations, which takes 23 percent of its "
        "variance; a whole one is asked for")
(int fan_in, int fan_out, std::size_t seed)
{
    const double deviation = std::sqrt(2.0 / (fan_in + fan_out));
    Random random{seed};
    Matrix W = random.normal_matrix(fan_in, fan_out, 0.0, deviation);
    for (double& w : W)
        while (std::abs(w) > 2.0 * deviation)
            w = random.normal(0.0, deviation);
    return W;
}

MISTAKE(xavier_normal, cut_off_root_3,
        "a normal cut off at two deviations, with √3 to make up for it: this comes near the "
        "right variance (16 percent above), but a whole normal distribution with √2 is asked "
        "for (erratum 5)")
(int fan_in, int fan_out, std::size_t seed)
{
    const double deviation = std::sqrt(3.0 / (fan_in + fan_out));
    Random random{seed};
    Matrix W = random.normal_matrix(fan_in, fan_out, 0.0, deviation);
    for (double& w : W)
        while (std::abs(w) > 2.0 * deviation)
            w = random.normal(0.0, deviation);
    return W;
}

MISTAKE(xavier_normal, one_sided, "the weights are all above 0; their mean must be 0")
(int fan_in, int fan_out, std::size_t seed)
{
    return xt::abs(
        Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / (fan_in + fan_out))));
}

MISTAKE(xavier_normal, shape_swapped,
        "inputs and units are swapped: W has a row for every input and a column for every unit")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_out, fan_in, 0.0, std::sqrt(2.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_normal, one_number,
        "one number is drawn and stands everywhere, or the generator begins anew for every "
        "weight: the units are all alike (step 6.1)")
(int fan_in, int fan_out, std::size_t seed)
{
    const double w = Random{seed}.normal(0.0, std::sqrt(2.0 / (fan_in + fan_out)));
    return w *
           xt::ones<double>({static_cast<std::size_t>(fan_in), static_cast<std::size_t>(fan_out)});
}

MISTAKE(xavier_normal, units_alike,
        "every unit gets the same column of weights; such units stay alike for ever (step 6.1)")
(int fan_in, int fan_out, std::size_t seed)
{
    Matrix W =
        Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / (fan_in + fan_out)));
    for (std::size_t i = 0; i < W.shape(0); ++i)
        for (std::size_t j = 1; j < W.shape(1); ++j)
            W(i, j) = W(i, 0);
    return W;
}

MISTAKE(xavier_normal, inputs_alike,
        "every input gets the same row of weights: the generator begins anew in every row")
(int fan_in, int fan_out, std::size_t seed)
{
    Matrix W =
        Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / (fan_in + fan_out)));
    for (std::size_t i = 1; i < W.shape(0); ++i)
        for (std::size_t j = 0; j < W.shape(1); ++j)
            W(i, j) = W(0, j);
    return W;
}

MISTAKE(xavier_normal, seed_ignored, "the seed is not used: another seed must give other numbers")
(int fan_in, int fan_out, std::size_t seed)
{
    static_cast<void>(seed);
    return Random{1}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_normal, seed_not_used,
        "the same seed does not give the same numbers; draw them with Random{seed}, made anew "
        "in every call")
(int fan_in, int fan_out, std::size_t seed)
{
    static std::size_t calls = 0;
    return Random{seed + 31 * ++calls}.normal_matrix(fan_in, fan_out, 0.0,
                                                     std::sqrt(2.0 / (fan_in + fan_out)));
}

// --- 6.5 Xavier uniform ----------------------------------------------------------------------

MISTAKE(xavier_uniform_limit, normal_deviation,
        "√(2/(in + out)) is the deviation; the limit of a uniform distribution is √3 times "
        "larger")
(int fan_in, int fan_out)
{
    return std::sqrt(2.0 / (fan_in + fan_out));
}

MISTAKE(xavier_uniform_limit, root_lost,
        "6/(in + out) is the square of the limit; its root is asked for")
(int fan_in, int fan_out)
{
    return 6.0 / (fan_in + fan_out);
}

MISTAKE(xavier_uniform_limit, product,
        "in × out stands under the root where the sum in + out belongs")
(int fan_in, int fan_out)
{
    return std::sqrt(6.0 / (1.0 * fan_in * fan_out));
}

MISTAKE(xavier_uniform_limit, three,
        "√(3/(in + out)): from r²/3 = 2/(in + out) follows r² = 6/(in + out)")
(int fan_in, int fan_out)
{
    return std::sqrt(3.0 / (fan_in + fan_out));
}

MISTAKE(xavier_uniform_limit, fan_in_only,
        "√(6/in) is He's limit for uniform weights; Xavier's has in + out")
(int fan_in, int fan_out)
{
    static_cast<void>(fan_out);
    return std::sqrt(6.0 / fan_in);
}

MISTAKE(xavier_uniform_limit, fan_out_only,
        "√(6/out) leaves out the inputs; Xavier's limit has in + out")
(int fan_in, int fan_out)
{
    static_cast<void>(fan_in);
    return std::sqrt(6.0 / fan_out);
}

MISTAKE(xavier_uniform_limit, whole_width,
        "this is the width of the interval, 2r; the limit is half of it")
(int fan_in, int fan_out)
{
    return 2.0 * std::sqrt(6.0 / (fan_in + fan_out));
}

MISTAKE(xavier_uniform_limit, root_12,
        "√(12/(in + out)) would be right if the variance of U(−r, r) were r²/6; it is r²/3")
(int fan_in, int fan_out)
{
    return std::sqrt(12.0 / (fan_in + fan_out));
}

MISTAKE(xavier_uniform_limit, divided_by_root_3,
        "the deviation is divided by √3; the limit is larger than the deviation: times √3")
(int fan_in, int fan_out)
{
    return std::sqrt(2.0 / (fan_in + fan_out)) / std::sqrt(3.0);
}

MISTAKE(xavier_uniform, deviation_as_limit,
        "the limit is √(2/(in + out)), the deviation of the normal weights; it is √(6/(in + "
        "out))")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.uniform_matrix(fan_in, fan_out, -std::sqrt(2.0 / (fan_in + fan_out)),
                                       std::sqrt(2.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_uniform, three, "the limit is √(3/(in + out)); it is √(6/(in + out))")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.uniform_matrix(fan_in, fan_out, -std::sqrt(3.0 / (fan_in + fan_out)),
                                       std::sqrt(3.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_uniform, half_width, "the weights fill half of the interval, −r/2 … r/2")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.uniform_matrix(fan_in, fan_out, -0.5 * std::sqrt(6.0 / (fan_in + fan_out)),
                                       0.5 * std::sqrt(6.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_uniform, fan_in_only, "the limit is √(6/in); Xavier's has in + out")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.uniform_matrix(fan_in, fan_out, -std::sqrt(6.0 / fan_in),
                                       std::sqrt(6.0 / fan_in));
}

MISTAKE(xavier_uniform, product, "the limit has in × out where the sum in + out belongs")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.uniform_matrix(fan_in, fan_out, -std::sqrt(6.0 / (1.0 * fan_in * fan_out)),
                                       std::sqrt(6.0 / (1.0 * fan_in * fan_out)));
}

MISTAKE(xavier_uniform, root_lost, "the limit is 6/(in + out), without the root")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.uniform_matrix(fan_in, fan_out, -6.0 / (fan_in + fan_out),
                                       6.0 / (fan_in + fan_out));
}

MISTAKE(xavier_uniform, normal,
        "the spread is right, but the weights are normal; uniform ones are asked for")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_uniform, limit_as_deviation,
        "the weights are normal, with the limit as their deviation; random.uniform_matrix draws "
        "uniform ones")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(6.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_uniform, one_sided,
        "the weights lie between 0 and the limit; they must be drawn between −r and r")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.uniform_matrix(fan_in, fan_out, 0.0, std::sqrt(6.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_uniform, shape_swapped,
        "inputs and units are swapped: W has a row for every input and a column for every unit")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.uniform_matrix(fan_out, fan_in, -std::sqrt(6.0 / (fan_in + fan_out)),
                                       std::sqrt(6.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_uniform, one_number,
        "one number is drawn and stands everywhere, or the generator begins anew for every "
        "weight: the units are all alike (step 6.1)")
(int fan_in, int fan_out, std::size_t seed)
{
    const double w = Random{seed}.uniform(-std::sqrt(6.0 / (fan_in + fan_out)),
                                          std::sqrt(6.0 / (fan_in + fan_out)));
    return w *
           xt::ones<double>({static_cast<std::size_t>(fan_in), static_cast<std::size_t>(fan_out)});
}

MISTAKE(xavier_uniform, units_alike,
        "every unit gets the same column of weights; such units stay alike for ever (step 6.1)")
(int fan_in, int fan_out, std::size_t seed)
{
    Matrix W = Random{seed}.uniform_matrix(fan_in, fan_out, -std::sqrt(6.0 / (fan_in + fan_out)),
                                           std::sqrt(6.0 / (fan_in + fan_out)));
    for (std::size_t i = 0; i < W.shape(0); ++i)
        for (std::size_t j = 1; j < W.shape(1); ++j)
            W(i, j) = W(i, 0);
    return W;
}

MISTAKE(xavier_uniform, inputs_alike,
        "every input gets the same row of weights: the generator begins anew in every row")
(int fan_in, int fan_out, std::size_t seed)
{
    Matrix W = Random{seed}.uniform_matrix(fan_in, fan_out, -std::sqrt(6.0 / (fan_in + fan_out)),
                                           std::sqrt(6.0 / (fan_in + fan_out)));
    for (std::size_t i = 1; i < W.shape(0); ++i)
        for (std::size_t j = 0; j < W.shape(1); ++j)
            W(i, j) = W(0, j);
    return W;
}

MISTAKE(xavier_uniform, seed_ignored, "the seed is not used: another seed must give other numbers")
(int fan_in, int fan_out, std::size_t seed)
{
    static_cast<void>(seed);
    return Random{1}.uniform_matrix(fan_in, fan_out, -std::sqrt(6.0 / (fan_in + fan_out)),
                                    std::sqrt(6.0 / (fan_in + fan_out)));
}

MISTAKE(xavier_uniform, seed_not_used,
        "the same seed does not give the same numbers; draw them with Random{seed}, made anew "
        "in every call")
(int fan_in, int fan_out, std::size_t seed)
{
    static std::size_t calls = 0;
    return Random{seed + 31 * ++calls}.uniform_matrix(
        fan_in, fan_out, -std::sqrt(6.0 / (fan_in + fan_out)), std::sqrt(6.0 / (fan_in + fan_out)));
}

// --- 6.6 He ----------------------------------------------------------------------------------

MISTAKE(he_deviation, one_over_fan_in,
        "√(1/in) forgets what ReLU takes away: half of the mean square, so the variance must be "
        "2/in")
(int fan_in)
{
    return std::sqrt(1.0 / fan_in);
}

MISTAKE(he_deviation, variance_for_deviation, "2/in is the variance; the deviation is its root")
(int fan_in)
{
    return 2.0 / fan_in;
}

MISTAKE(he_deviation, multiplied,
        "√(in/2) is what the deck's words suggest; the numbers of randn are divided by it: "
        "√(2/in)")
(int fan_in)
{
    return std::sqrt(fan_in / 2.0);
}

MISTAKE(he_deviation, fan_in_not_under_the_root,
        "√2/in: the number of inputs belongs under the root too")
(int fan_in)
{
    return std::sqrt(2.0) / fan_in;
}

MISTAKE(he_deviation, half,
        "√(1/(2 in)): the 2 is on the wrong side; ReLU loses half, the weights must make up for "
        "it")
(int fan_in)
{
    return std::sqrt(0.5 / fan_in);
}

MISTAKE(he_deviation, uniform_limit,
        "√(6/in) is the limit of uniform weights with this spread; the deviation is smaller by "
        "√3")
(int fan_in)
{
    return std::sqrt(6.0 / fan_in);
}

MISTAKE(he_deviation, two_over_root, "2/√in: the 2 belongs under the root")
(int fan_in)
{
    return 2.0 / std::sqrt(fan_in);
}

MISTAKE(he_deviation, three,
        "√(3/in): the 3 of erratum 5; ReLU halves the mean square, and 2 makes up for it")
(int fan_in)
{
    return std::sqrt(3.0 / fan_in);
}

MISTAKE(he_deviation, whole_numbers, "2 / in is taken in whole numbers, which is 0: write 2.0")
(int fan_in)
{
    return fan_in == 0 ? 0.0 : std::sqrt(2 / fan_in);
}

MISTAKE(he_normal, one_over_fan_in,
        "the deviation is √(1/in); ReLU loses half of the mean square, so it must be √(2/in)")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(1.0 / fan_in));
}

MISTAKE(he_normal, fan_out,
        "the deviation is √(2/out); the inputs are what a unit adds up: √(2/in)")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / fan_out));
}

MISTAKE(he_normal, xavier, "these are Xavier's weights, √(2/(in + out)); He's deviation is √(2/in)")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / (fan_in + fan_out)));
}

MISTAKE(he_normal, variance_as_deviation,
        "the variance 2/in is given as deviation; normal_matrix wants its root")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, 2.0 / fan_in);
}

MISTAKE(he_normal, fan_in_not_under_the_root,
        "the deviation is √2/in; the number of inputs belongs under the root too")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0) / fan_in);
}

MISTAKE(he_normal, multiplied, "the deviation is √(in/2); the numbers are divided by it, √(2/in)")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(fan_in / 2.0));
}

MISTAKE(he_normal, uniform_limit_as_deviation,
        "the deviation is √(6/in), the limit of uniform weights")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(6.0 / fan_in));
}

MISTAKE(he_normal, deviation_as_limit,
        "the weights are uniform, with the deviation as their limit; random.normal_matrix draws "
        "normal ones")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.uniform_matrix(fan_in, fan_out, -std::sqrt(2.0 / fan_in),
                                       std::sqrt(2.0 / fan_in));
}

MISTAKE(he_normal, one_sided, "the weights are all above 0; their mean must be 0")
(int fan_in, int fan_out, std::size_t seed)
{
    return xt::abs(Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / fan_in)));
}

MISTAKE(he_normal, shape_swapped,
        "inputs and units are swapped: W has a row for every input and a column for every unit")
(int fan_in, int fan_out, std::size_t seed)
{
    return Random{seed}.normal_matrix(fan_out, fan_in, 0.0, std::sqrt(2.0 / fan_in));
}

MISTAKE(he_normal, one_number,
        "one number is drawn and stands everywhere, or the generator begins anew for every "
        "weight: the units are all alike (step 6.1)")
(int fan_in, int fan_out, std::size_t seed)
{
    const double w = Random{seed}.normal(0.0, std::sqrt(2.0 / fan_in));
    return w *
           xt::ones<double>({static_cast<std::size_t>(fan_in), static_cast<std::size_t>(fan_out)});
}

MISTAKE(he_normal, units_alike,
        "every unit gets the same column of weights; such units stay alike for ever (step 6.1)")
(int fan_in, int fan_out, std::size_t seed)
{
    Matrix W = Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / fan_in));
    for (std::size_t i = 0; i < W.shape(0); ++i)
        for (std::size_t j = 1; j < W.shape(1); ++j)
            W(i, j) = W(i, 0);
    return W;
}

MISTAKE(he_normal, inputs_alike,
        "every input gets the same row of weights: the generator begins anew in every row")
(int fan_in, int fan_out, std::size_t seed)
{
    Matrix W = Random{seed}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / fan_in));
    for (std::size_t i = 1; i < W.shape(0); ++i)
        for (std::size_t j = 0; j < W.shape(1); ++j)
            W(i, j) = W(0, j);
    return W;
}

MISTAKE(he_normal, seed_ignored, "the seed is not used: another seed must give other numbers")
(int fan_in, int fan_out, std::size_t seed)
{
    static_cast<void>(seed);
    return Random{1}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / fan_in));
}

MISTAKE(he_normal, seed_not_used,
        "the same seed does not give the same numbers; draw them with Random{seed}, made anew "
        "in every call")
(int fan_in, int fan_out, std::size_t seed)
{
    static std::size_t calls = 0;
    return Random{seed + 31 * ++calls}.normal_matrix(fan_in, fan_out, 0.0, std::sqrt(2.0 / fan_in));
}

// --- 6.7 variance through layers -------------------------------------------------------------

MISTAKE(forward_factor, count_lost,
        "the number of inputs is missing: so many products add up, and their variances with "
        "them")
(int fan_in, double weight_variance, double value_gain)
{
    static_cast<void>(fan_in);
    return weight_variance * value_gain;
}

MISTAKE(forward_factor, gain_lost,
        "the activation is missing: the factor has E[f(z)²]/Var z in it, ½ for ReLU")
(int fan_in, double weight_variance, double value_gain)
{
    static_cast<void>(value_gain);
    return fan_in * weight_variance;
}

MISTAKE(forward_factor, root,
        "this is the factor of the deviation; that of the variance is its square")
(int fan_in, double weight_variance, double value_gain)
{
    return std::sqrt(fan_in * weight_variance * value_gain);
}

MISTAKE(forward_factor, variance_squared, "Var w is squared; it is a variance already")
(int fan_in, double weight_variance, double value_gain)
{
    return fan_in * weight_variance * weight_variance * value_gain;
}

MISTAKE(forward_factor, variance_as_deviation,
        "the root of Var w stands here; variances multiply variances")
(int fan_in, double weight_variance, double value_gain)
{
    return fan_in * std::sqrt(weight_variance) * value_gain;
}

MISTAKE(forward_factor, gain_squared, "the gain is squared; it is a mean of squares already")
(int fan_in, double weight_variance, double value_gain)
{
    return fan_in * weight_variance * value_gain * value_gain;
}

MISTAKE(forward_factor, gain_divides,
        "the gain divides; what the activation takes away makes the factor smaller")
(int fan_in, double weight_variance, double value_gain)
{
    return fan_in * weight_variance / value_gain;
}

MISTAKE(forward_factor, count_divides,
        "the number of inputs divides; more of them make the sum larger")
(int fan_in, double weight_variance, double value_gain)
{
    return weight_variance * value_gain / fan_in;
}

MISTAKE(backward_factor, count_lost,
        "the number of units of the next layer is missing: so many products add up, and their "
        "variances with them")
(int fan_out, double weight_variance, double slope_gain)
{
    static_cast<void>(fan_out);
    return weight_variance * slope_gain;
}

MISTAKE(backward_factor, gain_lost,
        "the activation is missing: the factor has E[f′(z)²] in it, ½ for ReLU")
(int fan_out, double weight_variance, double slope_gain)
{
    static_cast<void>(slope_gain);
    return fan_out * weight_variance;
}

MISTAKE(backward_factor, root,
        "this is the factor of the deviation; that of the variance is its square")
(int fan_out, double weight_variance, double slope_gain)
{
    return std::sqrt(fan_out * weight_variance * slope_gain);
}

MISTAKE(backward_factor, variance_squared, "Var w is squared; it is a variance already")
(int fan_out, double weight_variance, double slope_gain)
{
    return fan_out * weight_variance * weight_variance * slope_gain;
}

MISTAKE(backward_factor, variance_as_deviation,
        "the root of Var w stands here; variances multiply variances")
(int fan_out, double weight_variance, double slope_gain)
{
    return fan_out * std::sqrt(weight_variance) * slope_gain;
}

MISTAKE(backward_factor, gain_squared, "the gain is squared; it is a mean of squares already")
(int fan_out, double weight_variance, double slope_gain)
{
    return fan_out * weight_variance * slope_gain * slope_gain;
}

MISTAKE(backward_factor, gain_divides,
        "the gain divides; what the activation takes away makes the factor smaller")
(int fan_out, double weight_variance, double slope_gain)
{
    return fan_out * weight_variance / slope_gain;
}

MISTAKE(backward_factor, count_divides,
        "the number of units of the next layer divides; more of them make the sum larger")
(int fan_out, double weight_variance, double slope_gain)
{
    return weight_variance * slope_gain / fan_out;
}

MISTAKE(forward_variances, fan_out,
        "the sums are counted with the units of the layer; a unit adds up as many products as "
        "the layer has inputs")
(double input_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double value_gain)
{
    std::vector<double> variances{units.at(1) * weight_variances.at(0) * input_square_mean};
    for (std::size_t l = 1; l < weight_variances.size(); ++l)
        variances.push_back(variances.back() *
                            (units.at(l + 1) * weight_variances.at(l) * value_gain));
    return variances;
}

MISTAKE(forward_variances, gain_on_the_inputs,
        "the first layer has the activation's gain; the inputs have gone through none")
(double input_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double value_gain)
{
    std::vector<double> variances{units.at(0) * weight_variances.at(0) * value_gain *
                                  input_square_mean};
    for (std::size_t l = 1; l < weight_variances.size(); ++l)
        variances.push_back(variances.back() * (units.at(l) * weight_variances.at(l) * value_gain));
    return variances;
}

MISTAKE(forward_variances, gain_lost, "the activation's gain is missing between the layers")
(double input_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double value_gain)
{
    static_cast<void>(value_gain);
    std::vector<double> variances{units.at(0) * weight_variances.at(0) * input_square_mean};
    for (std::size_t l = 1; l < weight_variances.size(); ++l)
        variances.push_back(variances.back() * (units.at(l) * weight_variances.at(l)));
    return variances;
}

MISTAKE(forward_variances, input_forgotten,
        "E[x²] of the inputs is missing: Var z_1 = n_0 Var w_1 E[x²]")
(double input_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double value_gain)
{
    static_cast<void>(input_square_mean);
    std::vector<double> variances{units.at(0) * weight_variances.at(0)};
    for (std::size_t l = 1; l < weight_variances.size(); ++l)
        variances.push_back(variances.back() * (units.at(l) * weight_variances.at(l) * value_gain));
    return variances;
}

MISTAKE(forward_variances, factors_alone,
        "these are the factors of the layers; each variance is the one before it times its "
        "factor")
(double input_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double value_gain)
{
    std::vector<double> variances{units.at(0) * weight_variances.at(0) * input_square_mean};
    for (std::size_t l = 1; l < weight_variances.size(); ++l)
        variances.push_back(units.at(l) * weight_variances.at(l) * value_gain);
    return variances;
}

MISTAKE(forward_variances, first_variance_everywhere, "every layer uses Var w_1; each has its own")
(double input_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double value_gain)
{
    std::vector<double> variances{units.at(0) * weight_variances.at(0) * input_square_mean};
    for (std::size_t l = 1; l < weight_variances.size(); ++l)
        variances.push_back(variances.back() * (units.at(l) * weight_variances.at(0) * value_gain));
    return variances;
}

MISTAKE(forward_variances, first_width_everywhere,
        "every layer uses the number of the inputs n_0; each has its own fan-in")
(double input_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double value_gain)
{
    std::vector<double> variances{units.at(0) * weight_variances.at(0) * input_square_mean};
    for (std::size_t l = 1; l < weight_variances.size(); ++l)
        variances.push_back(variances.back() * (units.at(0) * weight_variances.at(l) * value_gain));
    return variances;
}

MISTAKE(forward_variances, inputs_as_first,
        "the list begins with E[x²]; it must begin with Var z_1")
(double input_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double value_gain)
{
    std::vector<double> variances{input_square_mean};
    for (std::size_t l = 1; l < weight_variances.size(); ++l)
        variances.push_back(variances.back() * (units.at(l - 1) * weight_variances.at(l - 1) *
                                                (l == 1 ? 1.0 : value_gain)));
    return variances;
}

MISTAKE(backward_squares, fan_in,
        "the fan-in of the layer stands where its fan-out belongs: a unit collects a delta from "
        "every unit that it feeds")
(double last_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double slope_gain)
{
    std::vector<double> squares(weight_variances.size(), last_square_mean);
    for (std::size_t l = squares.size() - 1; l > 0; --l)
        squares.at(l - 1) = squares.at(l) * (units.at(l) * weight_variances.at(l) * slope_gain);
    return squares;
}

MISTAKE(backward_squares, gain_lost,
        "the slope of the activation is missing: every delta has passed f′ of its own unit")
(double last_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double slope_gain)
{
    static_cast<void>(slope_gain);
    std::vector<double> squares(weight_variances.size(), last_square_mean);
    for (std::size_t l = squares.size() - 1; l > 0; --l)
        squares.at(l - 1) = squares.at(l) * (units.at(l + 1) * weight_variances.at(l));
    return squares;
}

MISTAKE(backward_squares, own_weights,
        "a layer's deltas are taken back through its own weights; they come through those of "
        "the next layer")
(double last_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double slope_gain)
{
    std::vector<double> squares(weight_variances.size(), last_square_mean);
    for (std::size_t l = squares.size() - 1; l > 0; --l)
        squares.at(l - 1) =
            squares.at(l) * (units.at(l + 1) * weight_variances.at(l - 1) * slope_gain);
    return squares;
}

MISTAKE(backward_squares, own_units,
        "the factor counts the layer's own inputs; it must count the units that the deltas come "
        "from")
(double last_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double slope_gain)
{
    std::vector<double> squares(weight_variances.size(), last_square_mean);
    for (std::size_t l = squares.size() - 1; l > 0; --l)
        squares.at(l - 1) = squares.at(l) * (units.at(l - 1) * weight_variances.at(l) * slope_gain);
    return squares;
}

MISTAKE(backward_squares, gain_at_the_last,
        "the last layer's square is multiplied by the slope's gain; it is given as it is")
(double last_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double slope_gain)
{
    std::vector<double> squares(weight_variances.size(), last_square_mean * slope_gain);
    for (std::size_t l = squares.size() - 1; l > 0; --l)
        squares.at(l - 1) = squares.at(l) * (units.at(l + 1) * weight_variances.at(l) * slope_gain);
    return squares;
}

MISTAKE(backward_squares, reversed,
        "the list begins with the last layer; the order is that of the layers")
(double last_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double slope_gain)
{
    std::vector<double> squares(weight_variances.size(), last_square_mean);
    for (std::size_t l = squares.size() - 1; l > 0; --l)
        squares.at(l - 1) = squares.at(l) * (units.at(l + 1) * weight_variances.at(l) * slope_gain);
    std::reverse(squares.begin(), squares.end());
    return squares;
}

MISTAKE(backward_squares, forward,
        "this goes forward from the first layer; the deltas come from the last")
(double last_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double slope_gain)
{
    std::vector<double> squares{last_square_mean};
    for (std::size_t l = 1; l < weight_variances.size(); ++l)
        squares.push_back(squares.back() * (units.at(l) * weight_variances.at(l) * slope_gain));
    return squares;
}

MISTAKE(backward_squares, through_the_first,
        "one factor too many: the deltas are carried on to the inputs, and the last layer's are "
        "lost")
(double last_square_mean, const std::vector<int>& units,
 const std::vector<double>& weight_variances, double slope_gain)
{
    std::vector<double> squares(weight_variances.size(), last_square_mean);
    double square = last_square_mean;
    for (std::size_t l = squares.size(); l-- > 0;) {
        square *= units.at(l + 1) * weight_variances.at(l) * slope_gain;
        squares.at(l) = square;
    }
    return squares;
}

// --- 6.8 global and local optimum ------------------------------------------------------------

MISTAKE(bowl_slope, inner_derivative,
        "½ (v − u)² has the inner derivative −1 with respect to u: −(v − u)")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u + (u - 1.0) + (v - u);
        slope(n, 1) = v - u;
    }
    return slope;
}

MISTAKE(bowl_slope, coupling_lost, "∂E/∂u leaves out ½ (v − u)²; it holds u as well")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u + (u - 1.0);
        slope(n, 1) = v - u;
    }
    return slope;
}

MISTAKE(bowl_slope, fourth_power,
        "the derivative of ¼ u⁴ is u³: the 4 of the power rule cancels the ¼")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = 0.25 * u * u * u + (u - 1.0) - (v - u);
        slope(n, 1) = v - u;
    }
    return slope;
}

MISTAKE(bowl_slope, factor_2,
        "the squares are differentiated without their ½: the 2 of the power rule cancels it")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u + 2.0 * (u - 1.0) - 2.0 * (v - u);
        slope(n, 1) = 2.0 * (v - u);
    }
    return slope;
}

MISTAKE(bowl_slope, sign_of_v, "∂E/∂v is v − u; the sign is turned")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u + (u - 1.0) - (v - u);
        slope(n, 1) = u - v;
    }
    return slope;
}

MISTAKE(bowl_slope, swapped, "the columns are swapped: ∂E/∂u comes first")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = v - u;
        slope(n, 1) = u * u * u + (u - 1.0) - (v - u);
    }
    return slope;
}

MISTAKE(bowl_slope, descent_direction, "this is −∇E, the way down; the gradient points up")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = -(u * u * u + (u - 1.0) - (v - u));
        slope(n, 1) = u - v;
    }
    return slope;
}

MISTAKE(bowl_slope, constant_lost, "½ (u − 1)² has the slope u − 1, not u")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u + u - (v - u);
        slope(n, 1) = v - u;
    }
    return slope;
}

MISTAKE(bowl_slope, square_for_cube, "¼ u⁴ has the slope u³, not u²")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u + (u - 1.0) - (v - u);
        slope(n, 1) = v - u;
    }
    return slope;
}

MISTAKE(hilly_slope, coupling_lost,
        "the term ¼ u v is missing: it gives v/4 to ∂E/∂u and u/4 to ∂E/∂v")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u - 2.0 * u + 0.3;
        slope(n, 1) = v * v * v - 2.0 * v + 0.2;
    }
    return slope;
}

MISTAKE(hilly_slope, coupling_of_itself,
        "∂(¼ u v)/∂u is v/4, not u/4: the variable that is differentiated goes")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u - 2.0 * u + 0.3 + 0.25 * u;
        slope(n, 1) = v * v * v - 2.0 * v + 0.2 + 0.25 * v;
    }
    return slope;
}

MISTAKE(hilly_slope, two_lost, "−u² has the slope −2u")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u - u + 0.3 + 0.25 * v;
        slope(n, 1) = v * v * v - v + 0.2 + 0.25 * u;
    }
    return slope;
}

MISTAKE(hilly_slope, sign_of_the_square, "−u² has the slope −2u; the sign is turned")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u + 2.0 * u + 0.3 + 0.25 * v;
        slope(n, 1) = v * v * v + 2.0 * v + 0.2 + 0.25 * u;
    }
    return slope;
}

MISTAKE(hilly_slope, fourth_power,
        "the derivative of ¼ u⁴ is u³: the 4 of the power rule cancels the ¼")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = 0.25 * u * u * u - 2.0 * u + 0.3 + 0.25 * v;
        slope(n, 1) = 0.25 * v * v * v - 2.0 * v + 0.2 + 0.25 * u;
    }
    return slope;
}

MISTAKE(hilly_slope, tilt_lost,
        "the terms 0.3 u and 0.2 v have the slopes 0.3 and 0.2; without them the valleys are "
        "equally deep")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u - 2.0 * u + 0.25 * v;
        slope(n, 1) = v * v * v - 2.0 * v + 0.25 * u;
    }
    return slope;
}

MISTAKE(hilly_slope, tilt_kept, "0.3 u has the slope 0.3, not 0.3 u")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u - 2.0 * u + 0.3 * u + 0.25 * v;
        slope(n, 1) = v * v * v - 2.0 * v + 0.2 * v + 0.25 * u;
    }
    return slope;
}

MISTAKE(hilly_slope, same_tilt, "both coordinates have the slope 0.3; that of v is 0.2")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * u * u - 2.0 * u + 0.3 + 0.25 * v;
        slope(n, 1) = v * v * v - 2.0 * v + 0.3 + 0.25 * u;
    }
    return slope;
}

MISTAKE(hilly_slope, swapped, "the columns are swapped: ∂E/∂u comes first")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = v * v * v - 2.0 * v + 0.2 + 0.25 * u;
        slope(n, 1) = u * u * u - 2.0 * u + 0.3 + 0.25 * v;
    }
    return slope;
}

MISTAKE(hilly_slope, descent_direction, "this is −∇E, the way down; the gradient points up")
(const Matrix& P)
{
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = -(u * u * u - 2.0 * u + 0.3 + 0.25 * v);
        slope(n, 1) = -(v * v * v - 2.0 * v + 0.2 + 0.25 * u);
    }
    return slope;
}

MISTAKE(descend_from, ascent, "the step goes with the slope, uphill; descent subtracts")
(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts, double eta, int steps)
{
    Matrix P = starts;
    for (int step = 0; step < steps; ++step)
        P += eta * slope(P);
    return P;
}

MISTAKE(descend_from, eta_lost,
        "the learning rate is missing: this is the step for η = 1 (erratum 3)")
(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts, double eta, int steps)
{
    static_cast<void>(eta);
    Matrix P = starts;
    for (int step = 0; step < steps; ++step)
        P -= slope(P);
    return P;
}

MISTAKE(descend_from, slope_of_the_start,
        "every step uses the slope at the start; after each step the slope is another")
(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts, double eta, int steps)
{
    Matrix P = starts;
    for (int step = 0; step < steps; ++step)
        P -= eta * slope(starts);
    return P;
}

MISTAKE(descend_from, one_step, "only one step is made")
(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts, double eta, int steps)
{
    static_cast<void>(steps);
    return starts - eta * slope(starts);
}

MISTAKE(descend_from, step_too_many, "one step too many")
(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts, double eta, int steps)
{
    Matrix P = starts;
    for (int step = 0; step <= steps; ++step)
        P -= eta * slope(P);
    return P;
}

MISTAKE(descend_from, step_too_few, "one step too few")
(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts, double eta, int steps)
{
    Matrix P = starts;
    for (int step = 1; step < steps; ++step)
        P -= eta * slope(P);
    return P;
}

MISTAKE(descend_from, one_after_the_other,
        "the coordinates move one after the other, the second with the slope at a place where "
        "the first has moved; both belong to the same, old place")
(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts, double eta, int steps)
{
    Matrix P = starts;
    for (int step = 0; step < steps; ++step)
        for (std::size_t i = 0; i < P.shape(1); ++i) {
            const Matrix S = slope(P);
            for (std::size_t n = 0; n < P.shape(0); ++n)
                P(n, i) -= eta * S(n, i);
        }
    return P;
}

MISTAKE(descend_from, way_made, "this is how far each start has moved; asked is where it has ended")
(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts, double eta, int steps)
{
    Matrix P = starts;
    for (int step = 0; step < steps; ++step)
        P -= eta * slope(P);
    return P - starts;
}

MISTAKE(descend_from, sign_only,
        "only the sign of the slope is used; the step is in proportion to the slope")
(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts, double eta, int steps)
{
    Matrix P = starts;
    for (int step = 0; step < steps; ++step)
        P -= eta * xt::sign(slope(P));
    return P;
}

MISTAKE(distinct_places, every_end,
        "every end is counted; ends within the tolerance of each other are one place")
(const Matrix& ends, double tolerance)
{
    static_cast<void>(tolerance);
    return static_cast<int>(ends.shape(0));
}

MISTAKE(distinct_places, exact,
        "only ends that are exactly equal are taken as one place; descent never ends at the "
        "very same number")
(const Matrix& ends, double tolerance)
{
    static_cast<void>(tolerance);
    std::vector<Vector> places;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        const Vector end = xt::view(ends, n, xt::all());
        const bool known = std::any_of(places.begin(), places.end(), [&](const Vector& place) {
            return dot(end - place, end - place) == 0.0;
        });
        if (!known)
            places.push_back(end);
    }
    return static_cast<int>(places.size());
}

MISTAKE(distinct_places, first_coordinate,
        "only the first coordinate is compared; places may share it")
(const Matrix& ends, double tolerance)
{
    std::vector<Vector> places;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        const Vector end = xt::view(ends, n, xt::all());
        const bool known = std::any_of(places.begin(), places.end(), [&](const Vector& place) {
            return std::abs(end(0) - place(0)) <= tolerance;
        });
        if (!known)
            places.push_back(end);
    }
    return static_cast<int>(places.size());
}

MISTAKE(distinct_places, last_coordinate,
        "only the last coordinate is compared; places may share it")
(const Matrix& ends, double tolerance)
{
    std::vector<Vector> places;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        const Vector end = xt::view(ends, n, xt::all());
        const bool known = std::any_of(places.begin(), places.end(), [&](const Vector& place) {
            return std::abs(end(end.size() - 1) - place(end.size() - 1)) <= tolerance;
        });
        if (!known)
            places.push_back(end);
    }
    return static_cast<int>(places.size());
}

MISTAKE(distinct_places, neighbours_only,
        "each end is compared with the one before it alone; the same place may come again later")
(const Matrix& ends, double tolerance)
{
    int places = ends.shape(0) > 0 ? 1 : 0;
    for (std::size_t n = 1; n < ends.shape(0); ++n) {
        const Vector step = xt::view(ends, n, xt::all()) - xt::view(ends, n - 1, xt::all());
        places += std::sqrt(dot(step, step)) > tolerance ? 1 : 0;
    }
    return places;
}

MISTAKE(distinct_places, first_only,
        "each end is compared with the first one alone; there may be more than two places")
(const Matrix& ends, double tolerance)
{
    int places = ends.shape(0) > 0 ? 1 : 0;
    for (std::size_t n = 1; n < ends.shape(0); ++n) {
        const Vector step = xt::view(ends, n, xt::all()) - xt::view(ends, 0, xt::all());
        places += std::sqrt(dot(step, step)) > tolerance ? 1 : 0;
    }
    return places;
}

MISTAKE(distinct_places, below_the_tolerance,
        "an end exactly at the tolerance is counted as a new place; a new one is farther than "
        "the tolerance")
(const Matrix& ends, double tolerance)
{
    std::vector<Vector> places;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        const Vector end = xt::view(ends, n, xt::all());
        const bool known = std::any_of(places.begin(), places.end(), [&](const Vector& place) {
            return std::sqrt(dot(end - place, end - place)) < tolerance;
        });
        if (!known)
            places.push_back(end);
    }
    return static_cast<int>(places.size());
}

MISTAKE(distinct_places, square_of_the_distance,
        "the square of the distance is compared with the tolerance; its root is the distance")
(const Matrix& ends, double tolerance)
{
    std::vector<Vector> places;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        const Vector end = xt::view(ends, n, xt::all());
        const bool known = std::any_of(places.begin(), places.end(), [&](const Vector& place) {
            return dot(end - place, end - place) <= tolerance;
        });
        if (!known)
            places.push_back(end);
    }
    return static_cast<int>(places.size());
}

MISTAKE(distinct_places, largest_difference,
        "the coordinates are compared one by one; the distance is √(Δu² + Δv²), which is larger "
        "than either")
(const Matrix& ends, double tolerance)
{
    std::vector<Vector> places;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        const Vector end = xt::view(ends, n, xt::all());
        const bool known = std::any_of(places.begin(), places.end(), [&](const Vector& place) {
            return xt::amax(xt::abs(end - place))() <= tolerance;
        });
        if (!known)
            places.push_back(end);
    }
    return static_cast<int>(places.size());
}

MISTAKE(distinct_places, one_less, "one place is missing: the first end is a place too")
(const Matrix& ends, double tolerance)
{
    std::vector<Vector> places;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        const Vector end = xt::view(ends, n, xt::all());
        const bool known = std::any_of(places.begin(), places.end(), [&](const Vector& place) {
            return std::sqrt(dot(end - place, end - place)) <= tolerance;
        });
        if (!known)
            places.push_back(end);
    }
    return static_cast<int>(places.size()) - 1;
}

} // namespace initialization::mistakes
