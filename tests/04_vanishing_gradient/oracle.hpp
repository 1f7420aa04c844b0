/// @file
/// What chapter 4 is judged by: the forward pass alone, written a second time with loops over
/// std::vector<T>, so that T may carry its derivative or 80 digits. No delta and no slope formula
/// stands here. Slopes come from automatic differentiation; central differences in 80 digits,
/// which know a gradient of 1e-30 as well as one of 1, confirm them before they are believed.
#pragma once

#include "judging/judge/autodiff.hpp"
#include "vanishing_gradient.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace vanishing_gradient::oracle {

template <class T>
using Row = std::vector<T>;

/// A number with 80 digits.
using Long = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<80>,
                                           boost::multiprecision::et_off>;

// Activations, each in a form that the chapter does not use.

struct Sigmoid {
    template <class T>
    T operator()(const T& z) const
    {
        using std::tanh;
        return 0.5 * (1.0 + tanh(0.5 * z));
    }
};

struct Tanh {
    template <class T>
    T operator()(const T& z) const
    {
        using std::tanh;
        return tanh(z);
    }
};

struct Relu {
    template <class T>
    T operator()(const T& z) const
    {
        return z > 0.0 ? z : T(0.0 * z);
    }
};

struct Arctan {
    template <class T>
    T operator()(const T& z) const
    {
        using std::atan;
        return atan(z);
    }
};

struct Leaky {
    template <class T>
    T operator()(const T& z) const
    {
        return z > 0.0 ? z : T(0.0625 * z);
    }
};

/// σ in a form that keeps its digits on the left, where it is nearly 0.
inline Long sigma_in_80_digits(double z)
{
    return 1 / (1 + exp(-Long(z)));
}

inline Row<double> row(const Matrix& m, std::size_t n)
{
    Row<double> values;
    for (std::size_t j = 0; j < m.shape(1); ++j)
        values.push_back(m(n, j));
    return values;
}

inline Vector vector_of(const Row<double>& values)
{
    Vector result = xt::zeros<double>({values.size()});
    std::copy(values.begin(), values.end(), result.begin());
    return result;
}

/// All weights and biases in one row: of each layer W row by row, then b.
inline Row<double> flat(const std::vector<Layer>& layers)
{
    Row<double> all;
    for (const Layer& layer : layers) {
        all.insert(all.end(), layer.W.begin(), layer.W.end());
        all.insert(all.end(), layer.b.begin(), layer.b.end());
    }
    return all;
}

/// The same numbers in the shapes of `like`.
inline std::vector<Layer> layers_of(const Vector& parameters, std::vector<Layer> like)
{
    std::size_t at = 0;
    for (Layer& layer : like) {
        for (double& w : layer.W)
            w = parameters(at++);
        for (double& b : layer.b)
            b = parameters(at++);
    }
    return like;
}

template <class T>
Row<T> as(const Row<double>& values)
{
    return Row<T>(values.begin(), values.end());
}

/// What the last layer gives, from the values that come into layer `from`; `parameters` are
/// those of all layers.
template <class T, class P, class F>
Row<T> outputs(const Row<P>& parameters, const std::vector<Layer>& shapes, std::size_t from,
               Row<T> values, const F& f)
{
    std::size_t at = 0;
    for (std::size_t l = 0; l < shapes.size(); ++l) {
        const std::size_t inputs = shapes[l].W.shape(0);
        const std::size_t units = shapes[l].W.shape(1);
        if (l >= from) {
            Row<T> next;
            for (std::size_t unit = 0; unit < units; ++unit) {
                T sum(parameters[at + inputs * units + unit]);
                for (std::size_t input = 0; input < inputs; ++input)
                    sum += values[input] * parameters[at + input * units + unit];
                next.push_back(l + 1 < shapes.size() ? f(sum) : sum);
            }
            values = next;
        }
        at += (inputs + 1) * units;
    }
    return values;
}

/// Z and H of every layer for every row.
template <class F>
Pass pass(const std::vector<Layer>& layers, const Matrix& X, const F& f)
{
    Pass kept{{}, {X}};
    for (std::size_t l = 0; l < layers.size(); ++l) {
        Matrix Z = xt::zeros<double>({X.shape(0), layers[l].b.size()});
        for (std::size_t n = 0; n < X.shape(0); ++n)
            for (std::size_t unit = 0; unit < layers[l].b.size(); ++unit) {
                double sum = 0.0;
                for (std::size_t input = 0; input < layers[l].W.shape(0); ++input)
                    sum += layers[l].W(input, unit) * kept.H[l](n, input);
                Z(n, unit) = sum + layers[l].b(unit);
            }
        Matrix H = Z;
        if (l + 1 < layers.size())
            for (double& h : H)
                h = f(h);
        kept.Z.push_back(Z);
        kept.H.push_back(H);
    }
    return kept;
}

/// Whether `slopes` are those of f at x, by one central difference in 80 digits: along a way on
/// which every entry moves in the direction of its slope, those with small slopes further.
template <class F>
bool is_confirmed(const Vector& slopes, const F& f, const Row<double>& x)
{
    double largest = 0.0;
    for (double slope : slopes)
        largest = std::max(largest, std::abs(slope));
    const double floor = largest > 0.0 ? 1e-4 * largest : 1.0;
    const Long h(
        "1e-12"); // its square is lost among 1e-9; 80 digits show slopes of 1e-50 through it
    Row<Long> above = as<Long>(x);
    Row<Long> below = above;
    Long rise = 0;
    Long allowed = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double way = std::copysign(floor / std::max(std::abs(slopes(i)), floor), slopes(i));
        above[i] += h * way;
        below[i] -= h * way;
        rise += 2 * h * way * slopes(i);
        allowed += 2 * h * std::abs(way) * (1e-9 * std::abs(slopes(i)) + 1e-13 * largest);
    }
    return abs(f(above) - f(below) - rise) <= allowed;
}

/// All partial derivatives of f at x by automatic differentiation, unless `confirm` is false
/// confirmed by a central difference.
template <class F>
Vector slopes(const F& f, const Row<double>& x, bool confirm = true)
{
    const Vector exact = judging::gradient(f, vector_of(x));
    if (confirm && !is_confirmed(exact, f, x))
        throw std::logic_error("the two oracles of the gradient disagree");
    return exact;
}

/// The slope of f at every entry of Z.
template <class F>
Matrix slope_of_each(const F& f, Matrix Z)
{
    for (double& z : Z)
        z = judging::slope(f, z);
    return Z;
}

template <class F>
Matrix each(const F& f, Matrix Z)
{
    for (double& z : Z)
        z = f(z);
    return Z;
}

/// ∂E/∂Z of every layer and row, for an error whose slopes at the outputs are `output_delta`.
template <class F>
std::vector<Matrix> deltas(const std::vector<Layer>& layers, const Pass& pass,
                           const Matrix& output_delta, const F& f)
{
    const Row<double> parameters = flat(layers);
    std::vector<Matrix> all = pass.Z;
    for (std::size_t l = 0; l < layers.size(); ++l)
        for (std::size_t n = 0; n < output_delta.shape(0); ++n) {
            const auto E = [&](const auto& z) {
                using T = typename std::decay_t<decltype(z)>::value_type;
                Row<T> h = z;
                if (l + 1 < layers.size())
                    for (T& value : h)
                        value = f(value);
                const Row<T> y = outputs(parameters, layers, l + 1, h, f);
                T sum(0.0);
                for (std::size_t k = 0; k < y.size(); ++k)
                    sum += output_delta(n, k) * y[k];
                return sum;
            };
            // 80 digits through 50 layers take their time: the whole way of one row is enough.
            const bool confirm = n == 0 && l == 0;
            const Vector slope = slopes(E, row(pass.Z[l], n), confirm);
            for (std::size_t j = 0; j < slope.size(); ++j)
                all[l](n, j) = slope(j);
        }
    return all;
}

/// The error of a batch: the mean over its rows of half the squared distance.
template <class T, class F>
T batch_error(const Row<T>& parameters, const std::vector<Layer>& shapes, const Matrix& X,
              const Matrix& targets, const F& f)
{
    T sum(0.0);
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        const Row<T> y = outputs(parameters, shapes, 0, as<T>(row(X, n)), f);
        for (std::size_t k = 0; k < y.size(); ++k)
            sum += (y[k] - targets(n, k)) * (y[k] - targets(n, k));
    }
    return sum / (2.0 * static_cast<double>(X.shape(0)));
}

/// The gradient of the batch error in every layer.
template <class F>
std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X,
                             const Matrix& targets, const F& f, bool confirm = true)
{
    const auto E = [&](const auto& p) { return batch_error(p, layers, X, targets, f); };
    return layers_of(slopes(E, flat(layers), confirm), layers);
}

/// What is left of `from` after a step of `eta` along `gradient`. A gradient of another shape does
/// what it does in an update written with matrices.
inline std::vector<Layer> moved(std::vector<Layer> from, const std::vector<Layer>& gradient,
                                double eta)
{
    for (std::size_t l = 0; l < gradient.size(); ++l) {
        from.at(l).W -= eta * gradient[l].W;
        from.at(l).b -= eta * gradient[l].b;
    }
    return from;
}

/// Plain descent with whatever is given as gradient and as error.
inline Training
descent(std::vector<Layer> layers, double eta, std::size_t epochs,
        const std::function<std::vector<Layer>(const std::vector<Layer>&)>& gradient,
        const std::function<double(const std::vector<Layer>&)>& error)
{
    Training training;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        training.error_per_epoch.push_back(error(layers));
        layers = moved(layers, gradient(layers), eta);
    }
    training.layers = layers;
    return training;
}

/// Descent by automatic differentiation; the first gradient is confirmed by the second oracle.
template <class F>
Training descent(const std::vector<Layer>& start, const Matrix& X, const Matrix& targets,
                 const F& f, double eta, std::size_t epochs)
{
    bool first = true;
    return descent(
        start, eta, epochs,
        [&](const std::vector<Layer>& layers) {
            return gradients(layers, X, targets, f, std::exchange(first, false));
        },
        [&](const std::vector<Layer>& layers) {
            return batch_error(flat(layers), layers, X, targets, f);
        });
}

} // namespace vanishing_gradient::oracle
