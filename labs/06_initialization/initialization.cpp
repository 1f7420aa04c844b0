/// @file
/// Chapter 6, initialization. Every function is a part of one step of the chapter; its formula,
/// shapes and source stand in initialization.hpp. The lines above a step's place refuse what the
/// step cannot compute with; they are given. Random numbers: `Random random{seed};` of
/// common/math/random.hpp has normal_matrix and uniform_matrix.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "initialization.hpp"

#include <algorithm>
#include <cmath>

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

// Weights `value`, biases 0; units[l − 1] inputs and units[l] units in layer l.
std::vector<Layer> equal_layers(const std::vector<int>& units, double value)
{
    require(units.size() >= 2, "a network has inputs and at least one layer");
    require(*std::min_element(units.begin(), units.end()) >= 1, "a layer has 1 unit or more");
    require(std::isfinite(value), "the value of the weights must be finite");
    throw todo("6.1");
}

// The largest difference between two columns, over all rows.
double unit_spread(const Matrix& W)
{
    require(W.size() > 0 && all_finite(W), "W needs entries, all of them finite");
    throw todo("6.1");
}

// Forward with all outputs kept, then Δ from the last layer to the first, then the step.
std::vector<Layer> descend(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                           double eta)
{
    require(!layers.empty() && X.shape(0) > 0, "descent needs a layer and a row");
    require(follow_each_other(layers, X.shape(1)), "a layer does not fit what comes into it");
    require(T.shape(0) == X.shape(0) && T.shape(1) == layers.back().W.shape(1),
            "T must have a row for every row of X and a column for every output");
    require(eta > 0.0, "the learning rate must be above 0");
    throw todo("6.1");
}

// √(n σ_w² E[x²] + σ_b²)
double preactivation_deviation(int fan_in, double weight_deviation, double input_square_mean,
                               double bias_deviation)
{
    require(fan_in >= 1, "a unit has 1 input or more");
    require(is_size(weight_deviation) && is_size(input_square_mean) && is_size(bias_deviation),
            "deviations and mean squares are finite and not below 0");
    throw todo("6.2");
}

// The deviation of U(−limit, limit).
double uniform_deviation(double limit)
{
    require(is_size(limit), "a limit is finite and not below 0");
    throw todo("6.2");
}

// The n at which three deviations of z are half_width.
double range_fan_in(double half_width, double weight_deviation, double input_square_mean)
{
    require(is_size(half_width) && is_size(weight_deviation) && is_size(input_square_mean) &&
                half_width * weight_deviation * input_square_mean > 0.0,
            "range, deviation and mean square are finite and above 0");
    throw todo("6.2");
}

// How many of all outputs are below the margin or above 1 − margin, as a fraction.
double saturated_fraction(const Matrix& outputs, double margin)
{
    require(outputs.size() > 0 && all_finite(outputs), "a fraction needs finite outputs");
    require(xt::amin(outputs)() >= 0.0 && xt::amax(outputs)() <= 1.0,
            "outputs of σ lie between 0 and 1");
    require(margin > 0.0 && margin <= 0.5, "the margin lies between 0 and one half");
    throw todo("6.3");
}

// P(|z| > z_m) for a normal z with mean 0; σ(z_m) = 1 − m.
double expected_saturated_fraction(double deviation, double margin)
{
    require(std::isfinite(deviation) && deviation > 0.0, "the deviation is finite and above 0");
    require(margin > 0.0 && margin < 0.5, "the margin lies between 0 and one half");
    throw todo("6.3");
}

// √(2 / (in + out))
double xavier_normal_deviation(int fan_in, int fan_out)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    throw todo("6.4");
}

// Normal weights with that deviation, a column for every unit.
Matrix xavier_normal(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    throw todo("6.4");
}

// √(6 / (in + out))
double xavier_uniform_limit(int fan_in, int fan_out)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    throw todo("6.5");
}

// Weights uniform between −r and r.
Matrix xavier_uniform(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    throw todo("6.5");
}

// √(2 / in)
double he_deviation(int fan_in)
{
    require(fan_in >= 1, "a layer has 1 input or more");
    throw todo("6.6");
}

// Normal weights with that deviation.
Matrix he_normal(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    throw todo("6.6");
}

// in · Var w · E[f(z)²]/Var z
double forward_factor(int fan_in, double weight_variance, double value_gain)
{
    require(fan_in >= 1, "a layer has 1 input or more");
    require(is_size(weight_variance) && is_size(value_gain),
            "variance and gain are finite and not below 0");
    throw todo("6.7");
}

// out · Var w · E[f′(z)²]
double backward_factor(int fan_out, double weight_variance, double slope_gain)
{
    require(fan_out >= 1, "a layer has 1 unit or more");
    require(is_size(weight_variance) && is_size(slope_gain),
            "variance and gain are finite and not below 0");
    throw todo("6.7");
}

// Var z_1 from the inputs, then factor by factor.
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
    throw todo("6.7");
}

// E[δ_L²] is given; layer l gets it from layer l + 1, through the weights of layer l + 1.
std::vector<double> backward_squares(double last_square_mean, const std::vector<int>& units,
                                     const std::vector<double>& weight_variances, double slope_gain)
{
    require(!weight_variances.empty() && units.size() == weight_variances.size() + 1,
            "there must be a number of units more than there are layers");
    require(*std::min_element(units.begin(), units.end()) >= 1, "a layer has 1 unit or more");
    require(std::all_of(weight_variances.begin(), weight_variances.end(), is_size) &&
                is_size(slope_gain) && is_size(last_square_mean),
            "mean square, variances and gain are finite and not below 0");
    throw todo("6.7");
}

// (∂E/∂u, ∂E/∂v) of ¼u⁴ + ½(u − 1)² + ½(v − u)² at every row.
Matrix bowl_slope(const Matrix& P)
{
    require(P.shape(1) == 2, "a point of this cost has two coordinates");
    throw todo("6.8");
}

// (∂E/∂u, ∂E/∂v) of ¼u⁴ − u² + 0.3u + ¼v⁴ − v² + 0.2v + ¼uv at every row.
Matrix hilly_slope(const Matrix& P)
{
    require(P.shape(1) == 2, "a point of this cost has two coordinates");
    throw todo("6.8");
}

// All starts move at once, each against its own slope.
Matrix descend_from(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts,
                    double eta, int steps)
{
    require(steps >= 0, "the number of steps is not below 0");
    require(eta > 0.0, "the learning rate must be above 0");
    throw todo("6.8");
}

// Every row is compared with the points found so far.
int distinct_points(const Matrix& ends, double tolerance)
{
    require(all_finite(ends), "an end is not finite: descent has diverged");
    require(tolerance >= 0.0, "the tolerance is not below 0");
    throw todo("6.8");
}

} // namespace initialization
