/// @file
/// Right answers with nothing but loops over single numbers.

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

std::vector<Layer> equal_layers(const std::vector<int>& units, double value)
{
    require(units.size() >= 2, "a network has inputs and at least one layer");
    require(*std::min_element(units.begin(), units.end()) >= 1, "a layer has 1 unit or more");
    require(std::isfinite(value), "the value of the weights must be finite");
    std::vector<Layer> layers;
    for (std::size_t l = 0; l + 1 < units.size(); ++l) {
        Matrix W(Matrix::shape_type{size(units[l]), size(units[l + 1])});
        Vector b(Vector::shape_type{size(units[l + 1])});
        for (std::size_t j = 0; j < W.shape(1); ++j) {
            for (std::size_t i = 0; i < W.shape(0); ++i)
                W(i, j) = value;
            b(j) = 0.0;
        }
        layers.push_back({W, b});
    }
    return layers;
}

double unit_spread(const Matrix& W)
{
    require(W.size() > 0 && all_finite(W), "W needs entries, all of them finite");
    double spread = 0.0;
    for (std::size_t i = 0; i < W.shape(0); ++i) {
        double low = W(i, 0), high = W(i, 0);
        for (std::size_t j = 1; j < W.shape(1); ++j) {
            low = std::min(low, W(i, j));
            high = std::max(high, W(i, j));
        }
        spread = std::max(spread, high - low);
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
    std::vector<Layer> moved = layers;
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        // One row alone, its fraction 1/N of the step taken from the old layers.
        std::vector<std::vector<double>> H(1);
        for (std::size_t i = 0; i < X.shape(1); ++i)
            H[0].push_back(X(n, i));
        for (const Layer& layer : layers) {
            std::vector<double> y;
            for (std::size_t j = 0; j < layer.b.size(); ++j) {
                double z = layer.b(j);
                for (std::size_t i = 0; i < layer.W.shape(0); ++i)
                    z += H.back()[i] * layer.W(i, j);
                y.push_back(1.0 / (1.0 + std::exp(-z)));
            }
            H.push_back(y);
        }
        std::vector<double> slope;
        for (std::size_t k = 0; k < H.back().size(); ++k)
            slope.push_back(H.back()[k] - T(n, k));
        for (std::size_t l = layers.size(); l-- > 0;) {
            const Matrix& W = layers[l].W;
            std::vector<double> before(W.shape(0), 0.0);
            for (std::size_t j = 0; j < W.shape(1); ++j) {
                const double y = H[l + 1][j];
                const double delta = slope[j] * y * (1.0 - y);
                for (std::size_t i = 0; i < W.shape(0); ++i) {
                    moved[l].W(i, j) -= eta / double(X.shape(0)) * delta * H[l][i];
                    before[i] += delta * W(i, j);
                }
                moved[l].b(j) -= eta / double(X.shape(0)) * delta;
            }
            slope = before;
        }
    }
    return moved;
}

double preactivation_deviation(int fan_in, double weight_deviation, double input_square_mean,
                               double bias_deviation)
{
    require(fan_in >= 1, "a unit has 1 input or more");
    require(is_size(weight_deviation) && is_size(input_square_mean) && is_size(bias_deviation),
            "deviations and mean squares are finite and not below 0");
    double variance = bias_deviation * bias_deviation;
    for (int i = 0; i < fan_in; ++i)
        variance += weight_deviation * weight_deviation * input_square_mean;
    return std::sqrt(variance);
}

double uniform_deviation(double limit)
{
    require(is_size(limit), "a limit is finite and not below 0");
    return std::sqrt(limit * limit / 3.0);
}

double range_fan_in(double half_width, double weight_deviation, double input_square_mean)
{
    require(is_size(half_width) && is_size(weight_deviation) && is_size(input_square_mean) &&
                half_width * weight_deviation * input_square_mean > 0.0,
            "range, deviation and mean square are finite and above 0");
    const double of_one_input = weight_deviation * weight_deviation * input_square_mean;
    return half_width * half_width / 9.0 / of_one_input;
}

double saturated_fraction(const Matrix& outputs, double margin)
{
    require(outputs.size() > 0 && all_finite(outputs), "a fraction needs finite outputs");
    require(xt::amin(outputs)() >= 0.0 && xt::amax(outputs)() <= 1.0,
            "outputs of σ lie between 0 and 1");
    require(margin > 0.0 && margin <= 0.5, "the margin lies between 0 and one half");
    std::size_t stuck = 0;
    for (std::size_t i = 0; i < outputs.shape(0); ++i)
        for (std::size_t j = 0; j < outputs.shape(1); ++j)
            if (outputs(i, j) < margin || 1.0 - outputs(i, j) < margin)
                ++stuck;
    return double(stuck) / double(outputs.shape(0) * outputs.shape(1));
}

double expected_saturated_fraction(double deviation, double margin)
{
    require(std::isfinite(deviation) && deviation > 0.0, "the deviation is finite and above 0");
    require(margin > 0.0 && margin < 0.5, "the margin lies between 0 and one half");
    const double z_m = -std::log(margin / (1.0 - margin));
    return 1.0 - std::erf(z_m / deviation / std::sqrt(2.0));
}

double xavier_normal_deviation(int fan_in, int fan_out)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    const double units = 0.5 * (fan_in + fan_out);
    return 1.0 / std::sqrt(units);
}

Matrix xavier_normal(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    Random random{seed};
    Matrix W(Matrix::shape_type{size(fan_in), size(fan_out)});
    for (std::size_t j = 0; j < W.shape(1); ++j)
        for (std::size_t i = 0; i < W.shape(0); ++i)
            W(i, j) = random.normal(0.0, xavier_normal_deviation(fan_in, fan_out));
    return W;
}

double xavier_uniform_limit(int fan_in, int fan_out)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    return std::sqrt(3.0) * xavier_normal_deviation(fan_in, fan_out);
}

Matrix xavier_uniform(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    Random random{seed};
    const double r = xavier_uniform_limit(fan_in, fan_out);
    Matrix W(Matrix::shape_type{size(fan_in), size(fan_out)});
    for (std::size_t i = 0; i < W.shape(0); ++i)
        for (std::size_t j = 0; j < W.shape(1); ++j)
            W(i, j) = random.uniform(-r, r);
    return W;
}

double he_deviation(int fan_in)
{
    require(fan_in >= 1, "a layer has 1 input or more");
    return 1.0 / std::sqrt(fan_in / 2.0);
}

Matrix he_normal(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    Random random{seed};
    Matrix W(Matrix::shape_type{size(fan_in), size(fan_out)});
    for (std::size_t i = 0; i < W.shape(0); ++i)
        for (std::size_t j = 0; j < W.shape(1); ++j)
            W(i, j) = random.normal(0.0, 1.0) / std::sqrt(fan_in / 2.0);
    return W;
}

double forward_factor(int fan_in, double weight_variance, double value_gain)
{
    require(fan_in >= 1, "a layer has 1 input or more");
    require(is_size(weight_variance) && is_size(value_gain),
            "variance and gain are finite and not below 0");
    return value_gain * (weight_variance * fan_in);
}

double backward_factor(int fan_out, double weight_variance, double slope_gain)
{
    require(fan_out >= 1, "a layer has 1 unit or more");
    require(is_size(weight_variance) && is_size(slope_gain),
            "variance and gain are finite and not below 0");
    return slope_gain * (weight_variance * fan_out);
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
    std::vector<double> variances;
    double square = input_square_mean;
    for (std::size_t l = 0; l < weight_variances.size(); ++l) {
        variances.push_back(units[l] * weight_variances[l] * square);
        square = value_gain * variances.back();
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
    std::vector<double> from_the_last{last_square_mean};
    for (std::size_t l = weight_variances.size(); l-- > 1;)
        from_the_last.push_back(from_the_last.back() * units[l + 1] * weight_variances[l] *
                                slope_gain);
    return {from_the_last.rbegin(), from_the_last.rend()};
}

Matrix bowl_slope(const Matrix& P)
{
    require(P.shape(1) == 2, "a point of this cost has two coordinates");
    Matrix slope(P.shape());
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        slope(n, 1) = P(n, 1) - P(n, 0);
        slope(n, 0) = P(n, 0) * P(n, 0) * P(n, 0) + P(n, 0) - 1.0 - slope(n, 1);
    }
    return slope;
}

Matrix hilly_slope(const Matrix& P)
{
    require(P.shape(1) == 2, "a point of this cost has two coordinates");
    Matrix slope(P.shape());
    for (std::size_t n = 0; n < P.shape(0); ++n)
        for (std::size_t i = 0; i < 2; ++i) {
            const double here = P(n, i), other = P(n, 1 - i);
            slope(n, i) = here * (here * here - 2.0) + (i == 0 ? 0.3 : 0.2) + other / 4.0;
        }
    return slope;
}

Matrix descend_from(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts,
                    double eta, int steps)
{
    require(steps >= 0, "the number of steps is not below 0");
    require(eta > 0.0, "the learning rate must be above 0");
    Matrix P = starts;
    while (steps-- > 0) {
        const Matrix S = slope(P);
        for (std::size_t n = 0; n < P.shape(0); ++n)
            for (std::size_t i = 0; i < P.shape(1); ++i)
                P(n, i) -= eta * S(n, i);
    }
    return P;
}

int distinct_points(const Matrix& ends, double tolerance)
{
    require(all_finite(ends), "an end is not finite: descent has diverged");
    require(tolerance >= 0.0, "the tolerance is not below 0");
    std::vector<std::size_t> firsts;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        bool is_new = true;
        for (std::size_t first : firsts) {
            double square = 0.0;
            for (std::size_t i = 0; i < ends.shape(1); ++i)
                square += (ends(n, i) - ends(first, i)) * (ends(n, i) - ends(first, i));
            if (std::sqrt(square) <= tolerance)
                is_new = false;
        }
        if (is_new)
            firsts.push_back(n);
    }
    return int(firsts.size());
}

} // namespace initialization
