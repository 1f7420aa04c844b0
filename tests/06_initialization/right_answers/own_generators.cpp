/// @file
/// Right answers with the generators of the standard library, and with other vectorised
/// forms.

#include "initialization.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace initialization {

namespace {

/// Whether all entries are finite: their sum is not, if one of them is not.
bool all_finite(const Matrix& m)
{
    return std::isfinite(xt::sum(m)());
}

/// Whether a number is finite and 0 or more.
bool is_size(double number)
{
    return std::isfinite(number) && number >= 0.0;
}

/// Whether every layer takes what the one before it gives, the first `inputs` numbers.
bool follow_each_other(const std::vector<Layer>& layers, std::size_t inputs)
{
    for (const Layer& layer : layers) {
        if (layer.W.shape(0) != inputs || layer.b.size() != layer.W.shape(1))
            return false;
        inputs = layer.b.size();
    }
    return true;
}

/// A count as the size of a matrix.
[[maybe_unused]] std::size_t size(int count)
{
    return static_cast<std::size_t>(count);
}

} // namespace

std::vector<Layer> equal_layers(const std::vector<int>& units, double value)
{
    require(units.size() >= 2, "a network has inputs and at least one layer");
    require(*std::min_element(units.begin(), units.end()) >= 1, "a layer has 1 unit or more");
    require(std::isfinite(value), "the value of the weights must be finite");
    std::vector<Layer> layers(units.size() - 1);
    for (std::size_t l = 0; l < layers.size(); ++l) {
        layers[l].W = xt::zeros<double>({size(units[l]), size(units[l + 1])});
        layers[l].W.fill(value);
        layers[l].b = xt::zeros<double>({size(units[l + 1])});
    }
    return layers;
}

double unit_spread(const Matrix& W)
{
    require(W.size() > 0 && all_finite(W), "W needs entries, all of them finite");
    double spread = 0.0;
    for (std::size_t j = 0; j < W.shape(1); ++j)
        for (std::size_t k = 0; k < j; ++k) {
            const Vector difference = xt::view(W, xt::all(), j) - xt::view(W, xt::all(), k);
            spread = std::max(spread, xt::amax(xt::abs(difference))());
        }
    return spread;
}

std::vector<Layer> descend(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                           double eta)
{
    require(!layers.empty() && X.shape(0) > 0, "descent needs a layer and a row");
    require(follow_each_other(layers, X.shape(1)), "a layer does not fit what comes into it");
    require(T.shape(0) == X.shape(0) && T.shape(1) == layers.back().W.shape(1),
            "T must have a row for every row of X and a column for every output");
    require(eta > 0.0, "the learning rate must be above 0");
    // All outputs first, then all deltas, then all updates.
    std::vector<Matrix> Y;
    Matrix in = X;
    for (const Layer& layer : layers) {
        in = 0.5 + 0.5 * xt::tanh(0.5 * (matmul(in, layer.W) + layer.b));
        Y.push_back(in);
    }
    std::vector<Matrix> delta(layers.size());
    delta.back() = (Y.back() - T) * (Y.back() - xt::square(Y.back()));
    for (std::size_t l = layers.size() - 1; l > 0; --l)
        delta[l - 1] = matmul(delta[l], transpose(layers[l].W)) * (Y[l - 1] - xt::square(Y[l - 1]));
    const double step = eta / static_cast<double>(X.shape(0));
    std::vector<Layer> moved;
    for (std::size_t l = 0; l < layers.size(); ++l)
        moved.push_back({layers[l].W - step * matmul(transpose(l == 0 ? X : Y[l - 1]), delta[l]),
                         layers[l].b - step * xt::sum(delta[l], {0})});
    return moved;
}

double preactivation_deviation(int fan_in, double weight_deviation, double input_square_mean,
                               double bias_deviation)
{
    require(fan_in >= 1, "a unit has 1 input or more");
    require(is_size(weight_deviation) && is_size(input_square_mean) && is_size(bias_deviation),
            "deviations and mean squares are finite and not below 0");
    return std::hypot(weight_deviation * std::sqrt(fan_in * input_square_mean), bias_deviation);
}

double uniform_deviation(double limit)
{
    require(is_size(limit), "a limit is finite and not below 0");
    return 2.0 * limit / std::sqrt(12.0);
}

double range_fan_in(double half_width, double weight_deviation, double input_square_mean)
{
    require(is_size(half_width) && is_size(weight_deviation) && is_size(input_square_mean) &&
                half_width * weight_deviation * input_square_mean > 0.0,
            "range, deviation and mean square are finite and above 0");
    return std::pow(half_width / (3.0 * weight_deviation), 2.0) / input_square_mean;
}

double saturated_fraction(const Matrix& outputs, double margin)
{
    require(outputs.size() > 0 && all_finite(outputs), "a fraction needs finite outputs");
    require(xt::amin(outputs)() >= 0.0 && xt::amax(outputs)() <= 1.0,
            "outputs of σ lie between 0 and 1");
    require(margin > 0.0 && margin <= 0.5, "the margin lies between 0 and one half");
    return xt::mean(xt::where(xt::abs(outputs - 0.5) > 0.5 - margin, 1.0, 0.0))();
}

double expected_saturated_fraction(double deviation, double margin)
{
    require(std::isfinite(deviation) && deviation > 0.0, "the deviation is finite and above 0");
    require(margin > 0.0 && margin < 0.5, "the margin lies between 0 and one half");
    const double z_m = std::log1p(-margin) - std::log(margin);
    return 2.0 * (0.5 * std::erfc(z_m / std::sqrt(2.0 * deviation * deviation)));
}

double xavier_normal_deviation(int fan_in, int fan_out)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    return std::pow(0.5 * fan_in + 0.5 * fan_out, -0.5);
}

Matrix xavier_normal(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    // The generator of the standard library; its polar method after Box and Muller by hand.
    std::mt19937_64 bits{seed};
    std::uniform_real_distribution<double> number(-1.0, 1.0);
    Matrix W = xt::zeros<double>({size(fan_in), size(fan_out)});
    for (double& w : W) {
        double a = 0.0, square = 0.0;
        do {
            a = number(bits);
            const double b = number(bits);
            square = a * a + b * b;
        } while (square >= 1.0 || square == 0.0);
        w = std::sqrt(2.0 / (fan_in + fan_out)) * a * std::sqrt(-2.0 * std::log(square) / square);
    }
    return W;
}

double xavier_uniform_limit(int fan_in, int fan_out)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    return std::sqrt(6.0) / std::sqrt(static_cast<double>(fan_in + fan_out));
}

Matrix xavier_uniform(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    std::mt19937_64 bits{seed};
    std::uniform_real_distribution<double> number(0.0, 1.0);
    Matrix W = xt::zeros<double>({size(fan_in), size(fan_out)});
    for (double& w : W)
        w = (2.0 * number(bits) - 1.0) * std::sqrt(6.0 / (fan_in + fan_out));
    return W;
}

double he_deviation(int fan_in)
{
    require(fan_in >= 1, "a layer has 1 input or more");
    return std::sqrt(2.0) / std::sqrt(static_cast<double>(fan_in));
}

Matrix he_normal(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    std::mt19937_64 bits{seed};
    std::normal_distribution<double> number(0.0, 1.0);
    Matrix W = xt::zeros<double>({size(fan_in), size(fan_out)});
    std::generate(W.begin(), W.end(), [&] { return he_deviation(fan_in) * number(bits); });
    return W;
}

double forward_factor(int fan_in, double weight_variance, double value_gain)
{
    require(fan_in >= 1, "a layer has 1 input or more");
    require(is_size(weight_variance) && is_size(value_gain),
            "variance and gain are finite and not below 0");
    return fan_in * weight_variance * value_gain;
}

double backward_factor(int fan_out, double weight_variance, double slope_gain)
{
    require(fan_out >= 1, "a layer has 1 unit or more");
    require(is_size(weight_variance) && is_size(slope_gain),
            "variance and gain are finite and not below 0");
    return fan_out * weight_variance * slope_gain;
}

std::vector<double> forward_variances(double input_square_mean, const std::vector<int>& units,
                                      const std::vector<double>& weight_variances,
                                      double value_gain)
{
    require(!weight_variances.empty() && units.size() == weight_variances.size() + 1,
            "there must be a number of units more than there are layers");
    require(*std::min_element(units.begin(), units.end()) >= 1, "a layer has 1 unit or more");
    require(std::all_of(weight_variances.begin(), weight_variances.end(), is_size) &&
                is_size(value_gain) && is_size(input_square_mean),
            "mean square, variances and gain are finite and not below 0");
    // Every layer by a product from the beginning.
    std::vector<double> variances;
    for (std::size_t layer = 0; layer < weight_variances.size(); ++layer) {
        double product = input_square_mean * std::pow(value_gain, static_cast<double>(layer));
        for (std::size_t l = 0; l <= layer; ++l)
            product *= units[l] * weight_variances[l];
        variances.push_back(product);
    }
    return variances;
}

std::vector<double> backward_squares(double last_square_mean, const std::vector<int>& units,
                                     const std::vector<double>& weight_variances, double slope_gain)
{
    require(!weight_variances.empty() && units.size() == weight_variances.size() + 1,
            "there must be a number of units more than there are layers");
    require(*std::min_element(units.begin(), units.end()) >= 1, "a layer has 1 unit or more");
    require(std::all_of(weight_variances.begin(), weight_variances.end(), is_size) &&
                is_size(slope_gain) && is_size(last_square_mean),
            "mean square, variances and gain are finite and not below 0");
    std::vector<double> squares;
    for (std::size_t layer = 0; layer < weight_variances.size(); ++layer) {
        double product = last_square_mean;
        for (std::size_t l = layer + 1; l < weight_variances.size(); ++l)
            product *= slope_gain * units[l + 1] * weight_variances[l];
        squares.push_back(product);
    }
    return squares;
}

Matrix bowl_slope(const Matrix& P)
{
    require(P.shape(1) == 2, "a point of this cost has two coordinates");
    const Vector u = xt::view(P, xt::all(), 0);
    const Vector v = xt::view(P, xt::all(), 1);
    Matrix slope = P;
    xt::view(slope, xt::all(), 0) = xt::cube(u) + 2.0 * u - v - 1.0;
    xt::view(slope, xt::all(), 1) = v - u;
    return slope;
}

Matrix hilly_slope(const Matrix& P)
{
    require(P.shape(1) == 2, "a point of this cost has two coordinates");
    // The same cubic in both columns; the tilt, and the other column, come as matrices.
    const Matrix tilt{{0.3, 0.2}};
    const Matrix swap{{0.0, 0.25}, {0.25, 0.0}};
    return P * (xt::square(P) - 2.0) + tilt + matmul(P, swap);
}

Matrix descend_from(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts,
                    double eta, int steps)
{
    require(steps >= 0, "the number of steps is not below 0");
    require(eta > 0.0, "the learning rate must be above 0");
    if (steps == 0)
        return starts;
    return descend_from(slope, starts - eta * slope(starts), eta, steps - 1);
}

int distinct_points(const Matrix& ends, double tolerance)
{
    require(all_finite(ends), "an end is not finite: descent has diverged");
    require(tolerance >= 0.0, "the tolerance is not below 0");
    Matrix found(Matrix::shape_type{0, ends.shape(1)});
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        const Vector end = xt::view(ends, n, xt::all());
        if (found.shape(0) > 0) {
            const Vector distances = xt::sqrt(xt::sum(xt::square(found - end), {1}));
            if (xt::amin(distances)() <= tolerance)
                continue;
        }
        Matrix longer = xt::zeros<double>({found.shape(0) + 1, ends.shape(1)});
        std::copy(found.begin(), found.end(), longer.begin());
        std::copy(end.begin(), end.end(), longer.end() - static_cast<std::ptrdiff_t>(end.size()));
        found = longer;
    }
    return static_cast<int>(found.shape(0));
}

} // namespace initialization
