// The samples, networks, trainings and costs of chapter 6.
#include "experiments.hpp"

#include "common/math/random.hpp"
#include "common/plot/meaning.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace initialization {

double mean(const std::vector<double>& values)
{
    double sum = 0.0;
    for (double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

double mean_square(const Matrix& m)
{
    return xt::mean(xt::square(m))();
}

Matrix sigma(const Matrix& Z)
{
    return 1.0 / (1.0 + xt::exp(-Z));
}

std::vector<Layer> nearly_equal(double noise)
{
    std::vector<Layer> layers = equal_layers(xor_units, 0.5);
    Random random{6};
    for (Layer& layer : layers)
        layer.W += random.uniform_matrix(layer.W.shape(0), layer.W.shape(1), -noise, noise);
    return layers;
}

double xor_error(const std::vector<Layer>& layers)
{
    Matrix H = xor_X;
    for (const Layer& layer : layers)
        H = sigma(matmul(H, layer.W) + layer.b);
    return 0.5 * xt::sum(xt::square(H - xor_T))() / 4.0;
}

Run xor_run(std::vector<Layer> layers, std::size_t epochs)
{
    Run run;
    for (std::size_t epoch = 0; epoch <= epochs; ++epoch) {
        run.error.push_back(xor_error(layers));
        run.spread.push_back(unit_spread(layers[0].W));
        run.outgoing.push_back(unit_spread(transpose(layers[1].W)));
        layers = descend(layers, xor_X, xor_T, xor_eta);
    }
    return run;
}

std::vector<Weights> compared_weights()
{
    return {{"U(−4, 4)", uniform_deviation(4.0), true},
            {"N(0, 1)", 1.0},
            {"N(0, 0.1), 0.1 the variance", root_of_a_tenth},
            {"N(0, 0.1), 0.1 the deviation", 0.1}};
}

double deviation_of_sums(const Weights& weights)
{
    return preactivation_deviation(compared_fan_in, weights.deviation, input_square_mean, 0.0);
}

std::vector<double> sigma_of(std::vector<double> sums)
{
    for (double& z : sums)
        z = 1.0 / (1.0 + std::exp(-z));
    return sums;
}

Matrix value_of(Activation f, const Matrix& Z)
{
    return f == Activation::linear ? Z
           : f == Activation::tanh ? Matrix(xt::tanh(Z))
                                   : Matrix(xt::maximum(Z, 0.0));
}

Matrix slope_of(Activation f, const Matrix& Z)
{
    return f == Activation::linear ? Matrix(xt::ones_like(Z))
           : f == Activation::tanh ? Matrix(1.0 - xt::square(xt::tanh(Z)))
                                   : Matrix(xt::where(Z > 0.0, 1.0, 0.0));
}

Draw normal_weights(double deviation)
{
    return [deviation](int fan_in, int fan_out, std::size_t seed) {
        return Random{seed}.normal_matrix(static_cast<std::size_t>(fan_in),
                                          static_cast<std::size_t>(fan_out), 0.0, deviation);
    };
}

std::vector<Start> starts()
{
    return {{"zero", normal_weights(0.0), meaning::zero_weights},
            {"N(0, 1)", normal_weights(1.0), meaning::deviation_1},
            {"N(0, 0.01)", normal_weights(0.01), meaning::deviation_hundredth},
            {"Xavier", xavier_normal, meaning::xavier},
            {"He", he_normal, meaning::he}};
}

std::vector<Layer> drawn_layers(const Draw& draw, const std::vector<int>& units, std::size_t seed)
{
    std::vector<Layer> layers;
    for (std::size_t l = 1; l < units.size(); ++l)
        layers.push_back({draw(units[l - 1], units[l], seed * 100 + l),
                          xt::zeros<double>({static_cast<std::size_t>(units[l])})});
    return layers;
}

std::vector<Matrix> deltas(const std::vector<Layer>& layers, const Pass& pass, Matrix last,
                           Activation f)
{
    std::vector<Matrix> result(layers.size());
    for (std::size_t l = layers.size(); l-- > 0;) {
        result[l] = last;
        if (l > 0)
            last = matmul(last, transpose(layers[l].W)) * slope_of(f, pass.Z[l - 1]);
    }
    return result;
}

std::vector<int> deep_units()
{
    return std::vector<int>(deep_layers + 1, deep_width);
}

Matrix deep_inputs()
{
    return Random{61}.normal_matrix(100, deep_width, 0.0, 1.0);
}

Backward backward(const Draw& draw, Activation f)
{
    const std::vector<Layer> layers = drawn_layers(draw, deep_units(), 3);
    const Matrix X = deep_inputs();
    const Pass pass = forward(layers, X, f, true);
    const Matrix T = Random{62}.normal_matrix(X.shape(0), deep_width, 0.0, 1.0);
    const Matrix last = (pass.H.back() - T) / static_cast<double>(X.shape(0));
    const std::vector<Matrix> delta = deltas(layers, pass, last, f);
    Backward back;
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const Matrix gradient = matmul(transpose(pass.H[l]), delta[l]);
        back.norms.push_back(std::sqrt(xt::sum(xt::square(gradient))()));
        back.deltas.push_back(std::sqrt(mean_square(delta[l])));
    }
    return back;
}

Matrix quadrants(const Matrix& X)
{
    Matrix T = xt::zeros<double>({X.shape(0), std::size_t{1}});
    for (std::size_t n = 0; n < X.shape(0); ++n)
        T(n, 0) = X(n, 0) * X(n, 1) > 0.0 ? 1.0 : -1.0;
    return T;
}

Lesson learn(const Draw& draw, Activation f, double scale)
{
    Random random{63};
    const Matrix X = random.uniform_matrix(80, 2, -scale, scale);
    const Matrix T = quadrants(X);
    std::vector<Layer> layers = drawn_layers(draw, {2, 24, 24, 24, 24, 24, 1}, 7);
    Lesson lesson;
    for (std::size_t epoch = 0; epoch <= lesson_epochs; ++epoch) {
        const Pass pass = forward(layers, X, f, true);
        const Matrix miss = pass.H.back() - T;
        lesson.errors.push_back(0.5 * mean_square(miss));
        const std::vector<Matrix> delta = deltas(layers, pass, miss / 80.0, f);
        for (std::size_t l = 0; l < layers.size(); ++l) {
            layers[l].W -= 0.05 * matmul(transpose(pass.H[l]), delta[l]);
            layers[l].b -= 0.05 * xt::sum(delta[l], {0});
        }
    }
    const Matrix elsewhere = random.uniform_matrix(1000, 2, -scale, scale);
    const Matrix right = quadrants(elsewhere) * forward(layers, elsewhere, f, true).H.back();
    lesson.right_elsewhere = std::isfinite(lesson.errors.back())
                                 ? xt::mean(xt::where(right > 0.0, 1.0, 0.0))()
                                 : lesson.errors.back();
    return lesson;
}

Draw cut_off(double over_sum)
{
    return [over_sum](int fan_in, int fan_out, std::size_t seed) {
        Random random{seed};
        const double deviation = std::sqrt(over_sum / (fan_in + fan_out));
        Matrix W = random.normal_matrix(static_cast<std::size_t>(fan_in),
                                        static_cast<std::size_t>(fan_out), 0.0, deviation);
        for (double& w : W)
            while (std::abs(w) > 2.0 * deviation)
                w = random.normal(0.0, deviation);
        return W;
    };
}

Draw root_of(double over_sum)
{
    return [over_sum](int fan_in, int fan_out, std::size_t seed) {
        return normal_weights(std::sqrt(over_sum / (fan_in + fan_out)))(fan_in, fan_out, seed);
    };
}

double cut_fraction()
{
    const double phi = std::exp(-2.0) / std::sqrt(2.0 * 3.14159265358979323846);
    return 1.0 - 4.0 * phi / std::erf(std::sqrt(2.0));
}

double bowl(double u, double v)
{
    return 0.25 * u * u * u * u + 0.5 * (u - 1.0) * (u - 1.0) + 0.5 * (v - u) * (v - u);
}

double hills(double u, double v)
{
    return 0.25 * u * u * u * u - u * u + 0.3 * u + 0.25 * v * v * v * v - v * v + 0.2 * v +
           0.25 * u * v;
}

Matrix plane_starts()
{
    Matrix P = xt::zeros<double>({std::size_t{plane_count}, std::size_t{2}});
    for (std::size_t n = 0; n < plane_count; ++n) {
        P(n, 0) = -2.0 + 0.8 * static_cast<double>(n % 6);
        P(n, 1) = -2.0 + 0.8 * static_cast<double>(n / 6);
    }
    return P;
}

std::vector<Point> points(const Matrix& ends)
{
    std::vector<Point> result;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        const auto known = std::find_if(result.begin(), result.end(), [&](const Point& point) {
            return std::hypot(point.u - ends(n, 0), point.v - ends(n, 1)) <= 1e-3;
        });
        if (known == result.end())
            result.push_back({ends(n, 0), ends(n, 1), 1});
        else
            ++known->count;
    }
    return result;
}

} // namespace initialization
