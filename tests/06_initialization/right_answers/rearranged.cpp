/// @file
/// Right answers whose formulas are rearranged: the deviation taken out of the draw, products
/// in another order, roots apart.

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
    for (std::size_t l = 1; l < units.size(); ++l)
        layers.push_back({value * xt::ones<double>({size(units[l - 1]), size(units[l])}),
                          xt::zeros<double>({size(units[l])})});
    return layers;
}

double unit_spread(const Matrix& W)
{
    require(W.size() > 0 && all_finite(W), "W needs entries, all of them finite");
    return xt::amax(xt::amax(transpose(W), {0}) - xt::amin(transpose(W), {0}))();
}

std::vector<Layer> descend(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                           double eta)
{
    require(!layers.empty() && X.shape(0) > 0, "descent needs a layer and a row");
    require(follow_each_other(layers, X.shape(1)), "a layer does not fit what comes into it");
    require(T.shape(0) == X.shape(0) && T.shape(1) == layers.back().W.shape(1),
            "T must have a row for every row of X and a column for every output");
    require(eta > 0.0, "the learning rate must be above 0");
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
        back = matmul(delta, transpose(layers[l].W));
    }
    return moved;
}

double preactivation_deviation(int fan_in, double weight_deviation, double input_square_mean,
                               double bias_deviation)
{
    require(fan_in >= 1, "a unit has 1 input or more");
    require(is_size(weight_deviation) && is_size(input_square_mean) && is_size(bias_deviation),
            "deviations and mean squares are finite and not below 0");
    return std::sqrt(1.0 * fan_in) *
           std::sqrt(weight_deviation * weight_deviation * input_square_mean +
                     bias_deviation * bias_deviation / fan_in);
}

double uniform_deviation(double limit)
{
    require(is_size(limit), "a limit is finite and not below 0");
    return limit * std::sqrt(3.0) / 3.0;
}

double range_fan_in(double half_width, double weight_deviation, double input_square_mean)
{
    require(is_size(half_width) && is_size(weight_deviation) && is_size(input_square_mean) &&
                half_width * weight_deviation * input_square_mean > 0.0,
            "range, deviation and mean square are finite and above 0");
    // The range grows like √n; with one input it is this wide.
    const double of_one_input = 3.0 * weight_deviation * std::sqrt(input_square_mean);
    const double root = half_width / of_one_input;
    return root * root;
}

double saturated_fraction(const Matrix& outputs, double margin)
{
    require(outputs.size() > 0 && all_finite(outputs), "a fraction needs finite outputs");
    require(xt::amin(outputs)() >= 0.0 && xt::amax(outputs)() <= 1.0,
            "outputs of σ lie between 0 and 1");
    require(margin > 0.0 && margin <= 0.5, "the margin lies between 0 and one half");
    const Matrix low = xt::where(outputs < margin, 1.0, 0.0);
    const Matrix high = xt::where(1.0 - outputs < margin, 1.0, 0.0);
    return xt::mean(xt::maximum(low, high))();
}

double expected_saturated_fraction(double deviation, double margin)
{
    require(std::isfinite(deviation) && deviation > 0.0, "the deviation is finite and above 0");
    require(margin > 0.0 && margin < 0.5, "the margin lies between 0 and one half");
    const double z_m = 2.0 * std::atanh(1.0 - 2.0 * margin);
    return std::erfc(z_m / deviation * std::sqrt(0.5));
}

double xavier_normal_deviation(int fan_in, int fan_out)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    return std::exp(0.5 * (std::log(2.0) - std::log(fan_in + fan_out)));
}

Matrix xavier_normal(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    Random random{seed};
    return xavier_normal_deviation(fan_in, fan_out) *
           random.normal_matrix(size(fan_in), size(fan_out), 0.0, 1.0);
}

double xavier_uniform_limit(int fan_in, int fan_out)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    return std::sqrt(3.0) * std::sqrt(2.0 / (fan_in + fan_out));
}

Matrix xavier_uniform(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    Random random{seed};
    const Matrix fractions = random.uniform_matrix(size(fan_in), size(fan_out), 0.0, 1.0);
    return xavier_uniform_limit(fan_in, fan_out) * (1.0 - 2.0 * fractions);
}

double he_deviation(int fan_in)
{
    require(fan_in >= 1, "a layer has 1 input or more");
    return 2.0 * std::sqrt(0.5 / fan_in);
}

Matrix he_normal(int fan_in, int fan_out, std::size_t seed)
{
    require(fan_in >= 1 && fan_out >= 1, "a layer has 1 input and 1 unit or more");
    // Column after column, the last input first.
    Random random{seed};
    Matrix W = xt::zeros<double>({size(fan_in), size(fan_out)});
    for (std::size_t j = 0; j < W.shape(1); ++j) {
        const Vector w = random.normal_vector(size(fan_in), 0.0, he_deviation(fan_in));
        for (std::size_t i = 0; i < W.shape(0); ++i)
            W(i, j) = w(W.shape(0) - 1 - i);
    }
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
    // As if the inputs had gone through the activation, and that taken back.
    std::vector<double> variances;
    double variance = input_square_mean;
    for (std::size_t l = 0; l < weight_variances.size(); ++l) {
        variance *= forward_factor(units[l], weight_variances[l], l == 0 ? 1.0 : value_gain);
        variances.push_back(variance);
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
    std::vector<double> squares{last_square_mean};
    for (std::size_t l = weight_variances.size() - 1; l > 0; --l)
        squares.insert(squares.begin(),
                       squares.front() *
                           backward_factor(units[l + 1], weight_variances[l], slope_gain));
    return squares;
}

Matrix bowl_slope(const Matrix& P)
{
    require(P.shape(1) == 2, "a point of this cost has two coordinates");
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = std::pow(u, 3) + 2.0 * u - v - 1.0;
        slope(n, 1) = -(u - v);
    }
    return slope;
}

Matrix hilly_slope(const Matrix& P)
{
    require(P.shape(1) == 2, "a point of this cost has two coordinates");
    Matrix slope = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const double u = P(n, 0), v = P(n, 1);
        slope(n, 0) = u * (u * u - 2.0) + (1.2 + v) / 4.0;
        slope(n, 1) = v * (v * v - 2.0) + (0.8 + u) / 4.0;
    }
    return slope;
}

Matrix descend_from(const std::function<Matrix(const Matrix&)>& slope, const Matrix& starts,
                    double eta, int steps)
{
    require(steps >= 0, "the number of steps is not below 0");
    require(eta > 0.0, "the learning rate must be above 0");
    // Every start walks its own way.
    Matrix ends = starts;
    for (std::size_t n = 0; n < starts.shape(0); ++n) {
        Matrix P = xt::view(starts, xt::range(n, n + 1), xt::all());
        for (int step = 1; step <= steps; ++step)
            P = P - eta * slope(P);
        for (std::size_t i = 0; i < P.shape(1); ++i)
            ends(n, i) = P(0, i);
    }
    return ends;
}

int distinct_points(const Matrix& ends, double tolerance)
{
    require(all_finite(ends), "an end is not finite: descent has diverged");
    require(tolerance >= 0.0, "the tolerance is not below 0");
    int points = 0;
    std::vector<std::size_t> firsts;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        const Vector end = xt::view(ends, n, xt::all());
        if (std::none_of(firsts.begin(), firsts.end(), [&](std::size_t first) {
                const Vector way = end - xt::view(ends, first, xt::all());
                return std::sqrt(xt::sum(way * way)()) <= tolerance;
            })) {
            firsts.push_back(n);
            ++points;
        }
    }
    return points;
}

} // namespace initialization
