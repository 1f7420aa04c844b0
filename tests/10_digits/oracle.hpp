/// @file
/// What chapter 10 is judged by: the pass forward and the losses alone, written a second time with
/// loops over std::vector<T>, so that T may carry its derivative. Gradients come from automatic
/// differentiation of the whole network, and every one of them is compared with central differences
/// before it is believed. The loops of training are written with numbers of rows, not with queues.
#pragma once

#include "digits.hpp"
#include "judging/judge/layers_in_a_row.hpp"
#include "judging/judge/two_oracles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

namespace digits::oracle {

using judging::flat;
using judging::layers_of;
using judging::slopes;

template <class T>
using Numbers = std::vector<T>;

enum class Shape { identity, tanh, softplus, arctan, relu };

template <class T>
T activate(Shape shape, const T& z)
{
    using std::atan;
    using std::exp;
    using std::log;
    using std::tanh;
    switch (shape) {
    case Shape::tanh: return tanh(z);
    case Shape::softplus: return log(1.0 + exp(z));
    case Shape::arctan: return atan(z);
    case Shape::relu: return z > 0.0 ? z : T(0.0);
    case Shape::identity: break;
    }
    return z;
}

enum class Loss { half_squares, cross_entropy };

/// The mean over the rows. `outputs` and `targets` row by row.
template <class T>
T loss_of(Loss loss, const Numbers<T>& outputs, const Matrix& targets)
{
    using std::exp;
    using std::log;
    T sum(0.0);
    const std::size_t units = targets.shape(1);
    for (std::size_t n = 0; n < targets.shape(0); ++n) {
        T all(0.0);
        T wanted(0.0);
        for (std::size_t k = 0; k < units; ++k) {
            const T& y = outputs[n * units + k];
            if (loss == Loss::half_squares) {
                sum += (targets(n, k) - y) * (targets(n, k) - y) / 2.0;
            } else {
                all += exp(y);
                wanted += targets(n, k) * y;
            }
        }
        if (loss == Loss::cross_entropy)
            sum += log(all) - wanted;
    }
    return sum / static_cast<double>(targets.shape(0));
}

inline Vector flat(const Matrix& M)
{
    Vector v = xt::zeros<double>({M.size()});
    std::copy(M.begin(), M.end(), v.begin());
    return v;
}

inline Matrix shaped(const Vector& v, const Matrix& like)
{
    Matrix M = like;
    std::copy(v.begin(), v.end(), M.begin());
    return M;
}

inline bool same_shapes(const std::vector<Layer>& a, const std::vector<Layer>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Layer& x, const Layer& y) {
        return x.W.shape() == y.W.shape() && x.b.shape() == y.b.shape();
    });
}

/// One layer for one row: `at` is where its numbers begin in `parameters`.
template <class T>
Numbers<T> sums(const Numbers<T>& parameters, std::size_t at, const Layer& shape,
                const Numbers<T>& inputs)
{
    Numbers<T> z;
    for (std::size_t j = 0; j < shape.W.shape(1); ++j) {
        T sum = parameters[at + shape.W.size() + j];
        for (std::size_t i = shape.W.shape(0); i-- > 0;)
            sum += parameters[at + i * shape.W.shape(1) + j] * inputs[i];
        z.push_back(sum);
    }
    return z;
}

/// Every row's values: what goes into each layer, every layer's sums, and the outputs.
template <class T>
struct Values {
    std::vector<Numbers<T>> Z;
    std::vector<Numbers<T>> H;
};

template <class T>
Values<T> values(const Numbers<T>& parameters, const std::vector<Layer>& shapes, const Matrix& X,
                 const std::vector<Shape>& f)
{
    Values<T> all;
    all.Z.resize(shapes.size());
    all.H.resize(shapes.size() + 1);
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        Numbers<T> h;
        for (std::size_t i = 0; i < X.shape(1); ++i)
            h.push_back(T(X(n, i)));
        all.H[0].insert(all.H[0].end(), h.begin(), h.end());
        std::size_t at = 0;
        for (std::size_t l = 0; l < shapes.size(); ++l) {
            const Numbers<T> z = sums(parameters, at, shapes[l], h);
            at += shapes[l].W.size() + shapes[l].b.size();
            h.clear();
            for (const T& each : z)
                h.push_back(activate(f[l], each));
            all.Z[l].insert(all.Z[l].end(), z.begin(), z.end());
            all.H[l + 1].insert(all.H[l + 1].end(), h.begin(), h.end());
        }
    }
    return all;
}

inline Matrix matrix_of(const Numbers<double>& numbers, std::size_t rows)
{
    Matrix M = xt::zeros<double>({rows, numbers.size() / rows});
    std::copy(numbers.begin(), numbers.end(), M.begin());
    return M;
}

inline Pass forward(const std::vector<Layer>& layers, const Matrix& X, const std::vector<Shape>& f)
{
    const Vector p = flat(layers);
    const Values<double> all = values(Numbers<double>(p.begin(), p.end()), layers, X, f);
    Pass pass;
    for (const Numbers<double>& z : all.Z)
        pass.Z.push_back(matrix_of(z, X.shape(0)));
    for (const Numbers<double>& h : all.H)
        pass.H.push_back(matrix_of(h, X.shape(0)));
    return pass;
}

/// ∂E/∂Y.
inline Matrix loss_gradient(Loss loss, const Matrix& Y, const Matrix& targets)
{
    const auto E = [&](const auto& y) { return loss_of(loss, y, targets); };
    return shaped(slopes(E, flat(Y)), Y);
}

/// The gradient of the loss in every weight and bias of the network.
inline std::vector<Layer> gradient(const std::vector<Layer>& layers, const Matrix& X,
                                   const Matrix& targets, const std::vector<Shape>& f, Loss loss)
{
    const auto E = [&](const auto& p) {
        return loss_of(loss, values(p, layers, X, f).H.back(), targets);
    };
    return layers_of(slopes(E, flat(layers)), layers);
}

/// Σ Δ ∘ (X W + b) with X row by row: an E that has ∂E/∂Z = Δ.
template <class T>
T along(const Matrix& delta, const Numbers<T>& parameters, const Layer& shape, const Numbers<T>& X)
{
    const auto inputs = static_cast<std::ptrdiff_t>(shape.W.shape(0));
    T sum(0.0);
    auto row = X.begin();
    for (std::size_t n = 0; n < delta.shape(0); ++n, row += inputs) {
        const Numbers<T> z = sums(parameters, 0, shape, Numbers<T>(row, row + inputs));
        for (std::size_t j = 0; j < z.size(); ++j)
            sum += delta(n, j) * z[j];
    }
    return sum;
}

/// The gradient of that E in W and b, the same wherever they are.
inline Layer weight_gradient(const Matrix& X, const Matrix& delta)
{
    const Layer anywhere{xt::ones<double>({X.shape(1), delta.shape(1)}),
                         xt::ones<double>({delta.shape(1)})};
    const Vector x = flat(X);
    const auto E = [&](const auto& p) {
        return along(delta, p, anywhere, std::decay_t<decltype(p)>(x.begin(), x.end()));
    };
    const std::vector<Layer> layers{anywhere};
    return layers_of(slopes(E, flat(layers)), layers)[0];
}

/// The gradient of that E in X, the same wherever it is.
inline Matrix input_gradient(const Layer& layer, const Matrix& delta)
{
    const Matrix anywhere = xt::ones<double>({delta.shape(0), layer.W.shape(0)});
    const Vector p = flat(std::vector<Layer>{layer});
    const auto E = [&](const auto& x) {
        return along(delta, std::decay_t<decltype(x)>(p.begin(), p.end()), layer, x);
    };
    return shaped(slopes(E, flat(anywhere)), anywhere);
}

inline double norm(const std::vector<Layer>& gradient)
{
    long double sum = 0.0L;
    for (const double g : flat(gradient))
        sum += static_cast<long double>(g) * g;
    return static_cast<double>(std::sqrt(sum));
}

inline std::vector<Layer> clipped(const std::vector<Layer>& gradient, double limit)
{
    Vector g = flat(gradient);
    const double length = norm(gradient);
    for (double& each : g)
        each *= std::min(1.0, limit / length);
    return layers_of(g, gradient);
}

/// An optimizer that a step cannot imitate: it looks at weights and gradient, and is not linear.
struct Descent {
    double eta;
    double decay;
    std::vector<Layer> shapes;

    std::vector<Layer> operator()(const Update& update) const
    {
        if (!same_shapes(update.layers, shapes) || !same_shapes(update.gradient, shapes))
            throw std::invalid_argument("network and gradient must have the network's shapes");
        Vector p = flat(update.layers);
        const Vector g = flat(update.gradient);
        for (std::size_t i = 0; i < p.size(); ++i)
            p(i) -= eta * (g(i) + decay * p(i) * std::abs(p(i)));
        return layers_of(p, update.layers);
    }
};

/// A step on a batch in which every number counts, and its place too.
struct Mixing {
    std::vector<Layer> shapes;
    std::size_t inputs;
    std::size_t outputs;

    std::vector<Layer> operator()(const Batch& batch) const
    {
        if (!same_shapes(batch.layers, shapes) || batch.X.shape(1) != inputs ||
            batch.T.shape(1) != outputs || batch.X.shape(0) != batch.T.shape(0))
            throw std::invalid_argument("the step was given a network or rows of another shape");
        double x = 0.0;
        double t = 0.0;
        const double N = static_cast<double>(batch.X.shape(0));
        for (std::size_t n = 0; n < batch.X.shape(0); ++n) {
            const double place = 1.0 + 0.3 * static_cast<double>(n);
            for (std::size_t i = 0; i < inputs; ++i)
                x += place * batch.X(n, i) * (1.0 + 0.2 * static_cast<double>(i)) / N;
            for (std::size_t k = 0; k < outputs; ++k)
                t += place * batch.T(n, k) * (0.7 - 0.1 * static_cast<double>(k)) / N;
        }
        Vector p = flat(batch.layers);
        for (std::size_t i = 0; i < p.size(); ++i)
            p(i) = 0.6 * p(i) + 0.3 * std::sin(p(i) + x) + 0.2 * t;
        return layers_of(p, batch.layers);
    }
};

/// Scores in which every weight counts.
struct Judging {
    std::vector<Layer> shapes;

    Scores operator()(const std::vector<Layer>& layers) const
    {
        if (!same_shapes(layers, shapes))
            throw std::invalid_argument("a network of another shape was to be judged");
        Scores scores{0.0, 0.0, 0.0, 0.0};
        double k = 1.0;
        for (const double p : flat(layers)) {
            scores.loss += k * p;
            scores.accuracy += p * p / k;
            scores.val_loss += std::sin(k * p);
            scores.val_accuracy += p / (k + 1.0);
            k += 0.5;
        }
        return scores;
    }
};

inline Matrix rows_of(const Matrix& X, const std::vector<std::size_t>& rows)
{
    Matrix picked = xt::zeros<double>({rows.size(), X.shape(1)});
    double* to = picked.data();
    for (const std::size_t n : rows)
        to = std::copy_n(X.data() + n * X.shape(1), X.shape(1), to);
    return picked;
}

/// Batch b has the rows from b · size up to the next one's first, or the last of all.
inline std::vector<Layer> run_epoch(std::vector<Layer> layers, const Matrix& X, const Matrix& T,
                                    const std::vector<std::size_t>& order, std::size_t size,
                                    const BatchStep& step)
{
    for (std::size_t from = 0; from < order.size(); from += size) {
        const auto at = order.begin() + static_cast<std::ptrdiff_t>(from);
        const std::vector<std::size_t> rows(
            at, at + static_cast<std::ptrdiff_t>(std::min(size, order.size() - from)));
        layers = step({layers, rows_of(X, rows), rows_of(T, rows)});
    }
    return layers;
}

inline Training fit(const std::vector<Layer>& start, const Matrix& X, const Matrix& T,
                    std::size_t size, int epochs, std::size_t seed, const BatchStep& step,
                    const Evaluation& evaluate)
{
    Random random{seed};
    Training training{start, {}};
    while (epochs-- > 0) {
        training.layers =
            run_epoch(training.layers, X, T, random.permutation(X.shape(0)), size, step);
        training.history.push_back(evaluate(training.layers));
    }
    return training;
}

/// Slices of the order, by their lengths.
inline Split split(const std::vector<std::size_t>& order, double validation, double test)
{
    const auto part = [&](double fraction) {
        return std::lround(fraction * static_cast<double>(order.size()));
    };
    const auto validation_from = order.end() - part(test) - part(validation);
    const auto test_from = order.end() - part(test);
    return {
        {order.begin(), validation_from}, {validation_from, test_from}, {test_from, order.end()}};
}

inline Vector range_rates(double first, double last, int steps)
{
    Vector rates = xt::zeros<double>({static_cast<std::size_t>(steps)});
    for (int k = 0; k < steps; ++k)
        rates(k) = std::exp((std::log(first) * (steps - 1 - k) + std::log(last) * k) / (steps - 1));
    return rates;
}

/// Σ_j (1 − β) β^(k−j) x_j divided by the sum of its own weights.
inline Vector smoothed(const Vector& values, double beta)
{
    Vector smooth = values;
    for (std::size_t k = 0; k < values.size(); ++k) {
        double sum = 0.0;
        double weights = 0.0;
        double weight = 1.0;
        for (std::size_t j = k + 1; j-- > 0; weight *= beta) {
            sum += weight * values(j);
            weights += weight;
        }
        smooth(k) = sum / weights;
    }
    return smooth;
}

} // namespace digits::oracle
