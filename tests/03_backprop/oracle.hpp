/// @file
/// What chapter 3 is judged by: the forward pass alone, written a second time with loops
/// over std::vector<T>, so that T may carry its derivative. No delta and no slope formula
/// stands here; slopes come from automatic differentiation, and every one of them is
/// compared with central differences before it is believed.
#pragma once

#include "backprop.hpp"
#include "judging/judge/autodiff.hpp"
#include "judging/judge/layers_in_a_row.hpp"
#include "judging/judge/two_oracles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <vector>

namespace backprop::oracle {

using judging::flat;
using judging::layers_of;
using judging::slopes;

template <class T>
using Numbers = std::vector<T>;

inline Numbers<double> numbers(const Vector& v)
{
    return {v.begin(), v.end()};
}

inline Numbers<double> row(const Matrix& m, std::size_t i)
{
    Numbers<double> values;
    for (std::size_t j = 0; j < m.shape(1); ++j)
        values.push_back(m(i, j));
    return values;
}

/// σ by way of tanh, a form that the chapter does not use.
struct Sigmoid {
    template <class T>
    T operator()(const T& z) const
    {
        using std::tanh;
        return 0.5 * (1.0 + tanh(0.5 * z));
    }
};

struct Identity {
    template <class T>
    T operator()(const T& z) const
    {
        return z;
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

struct Softplus {
    template <class T>
    T operator()(const T& z) const
    {
        using std::exp;
        using std::log;
        return log(1.0 + exp(z));
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

inline std::vector<Layer> layers_of(const Network& net)
{
    return {net.hidden, net.output};
}

/// Every layer's weighted sums for one example; `shapes` says how `parameters` are cut.
template <class T, class F>
std::vector<Numbers<T>> weighted_sums(const Numbers<T>& parameters, Numbers<T> values,
                                      const std::vector<Layer>& shapes, const F& f)
{
    std::vector<Numbers<T>> sums;
    std::size_t at = 0;
    for (const Layer& shape : shapes) {
        const std::size_t inputs = shape.W.shape(0);
        const std::size_t units = shape.W.shape(1);
        Numbers<T> z;
        for (std::size_t unit = 0; unit < units; ++unit) {
            T sum = parameters[at + inputs * units + unit];
            for (std::size_t input = 0; input < inputs; ++input)
                sum += values[input] * parameters[at + input * units + unit];
            z.push_back(sum);
        }
        at += (inputs + 1) * units;
        values.clear();
        for (const T& sum : z)
            values.push_back(f(sum));
        sums.push_back(z);
    }
    return sums;
}

/// Half the squared distance of outputs and targets.
template <class T>
T half_squared_distance(const Numbers<T>& outputs, const Numbers<double>& targets)
{
    T sum(0.0);
    for (std::size_t k = outputs.size(); k-- > 0;)
        sum += (outputs[k] - targets[k]) * (outputs[k] - targets[k]);
    return sum / 2.0;
}

/// The error of a batch: the mean over its rows.
template <class T, class F>
T batch_error(const Numbers<T>& parameters, const std::vector<Layer>& shapes, const Matrix& X,
              const Matrix& targets, const F& f)
{
    T sum(0.0);
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        Numbers<T> x;
        for (double value : row(X, n))
            x.push_back(T(value));
        const auto sums = weighted_sums(parameters, x, shapes, f);
        Numbers<T> outputs;
        for (const T& z : sums.back())
            outputs.push_back(f(z));
        sum += half_squared_distance(outputs, row(targets, n));
    }
    return sum / static_cast<double>(X.shape(0));
}

/// The slope of f at every entry of Z.
template <class F>
Matrix slope_of_each(const F& f, Matrix Z)
{
    for (double& z : Z)
        z = judging::slope(f, z);
    return Z;
}

/// f at every entry.
template <class F, class Container>
Container each(const F& f, Container Z)
{
    for (double& z : Z)
        z = f(z);
    return Z;
}

/// The gradient of the batch error in every layer.
template <class F>
std::vector<Layer> gradients(const std::vector<Layer>& layers, const Matrix& X,
                             const Matrix& targets, const F& f)
{
    const auto E = [&](const auto& p) { return batch_error(p, layers, X, targets, f); };
    return layers_of(slopes(E, flat(layers)), layers);
}

/// One example through a 2-layer network, with the slopes that the chapter derives by hand.
struct Example {
    Network net;
    Vector x;
    Vector y_t;
    Activations a;
    Vector delta_o; ///< ∂E/∂zo
    Vector delta_h; ///< ∂E/∂zh
    Layer hidden;   ///< gradient of the hidden layer
    Layer output;   ///< gradient of the output layer
};

inline Vector vector_of(const Numbers<double>& values)
{
    Vector result = xt::zeros<double>({values.size()});
    std::copy(values.begin(), values.end(), result.begin());
    return result;
}

inline Matrix one_row(const Vector& v)
{
    Matrix m = xt::zeros<double>({std::size_t{1}, v.size()});
    std::copy(v.begin(), v.end(), m.begin());
    return m;
}

inline Example example(const Network& net, const Vector& x, const Vector& y_t)
{
    Example e{net, x, y_t, {}, {}, {}, {}, {}};
    const std::vector<Layer> layers = layers_of(net);
    const auto sums = weighted_sums(numbers(flat(layers)), numbers(x), layers, Sigmoid{});
    e.a.y_h = each(Sigmoid{}, vector_of(sums[0]));
    e.a.y_o = each(Sigmoid{}, vector_of(sums[1]));

    // E as a function of the weighted sums of one layer, everything before it left as it is.
    const auto after_output_sums = [&](const auto& z_o) {
        auto y_o = z_o;
        for (auto& value : y_o)
            value = Sigmoid{}(value);
        return half_squared_distance(y_o, numbers(y_t));
    };
    const auto after_hidden_sums = [&](const auto& z_h) {
        auto y_h = z_h;
        for (auto& value : y_h)
            value = Sigmoid{}(value);
        auto parameters = y_h;
        parameters.clear();
        for (double p : numbers(flat({net.output})))
            parameters.emplace_back(p);
        return after_output_sums(weighted_sums(parameters, y_h, {net.output}, Identity{})[0]);
    };
    e.delta_o = slopes(after_output_sums, vector_of(sums[1]));
    e.delta_h = slopes(after_hidden_sums, vector_of(sums[0]));

    const std::vector<Layer> gradient = gradients(layers, one_row(x), one_row(y_t), Sigmoid{});
    e.hidden = gradient[0];
    e.output = gradient[1];
    return e;
}

/// What is left of `from` after a step of `eta` along `gradient`; a gradient of another shape
/// is an error, as it is in an update written with matrices.
inline std::vector<Layer> moved(const std::vector<Layer>& from, const std::vector<Layer>& gradient,
                                double eta)
{
    const auto same_shape = [](const Layer& a, const Layer& b) {
        return a.W.shape() == b.W.shape() && a.b.shape() == b.b.shape();
    };
    if (!std::equal(from.begin(), from.end(), gradient.begin(), gradient.end(), same_shape))
        throw std::invalid_argument("a gradient must have the shapes of its layers");
    Vector p = flat(from);
    const Vector g = flat(gradient);
    for (std::size_t i = 0; i < p.size(); ++i)
        p(i) -= eta * g(i);
    return layers_of(p, from);
}

using Gradient = std::function<std::vector<Layer>(const std::vector<Layer>&)>;
using Error = std::function<double(const std::vector<Layer>&)>;

/// Plain descent with whatever is given as gradient and as error.
inline Training descent(std::vector<Layer> layers, double eta, std::size_t epochs,
                        const Gradient& gradient, const Error& error)
{
    Training training;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        training.error_per_epoch.push_back(error(layers));
        layers = moved(layers, gradient(layers), eta);
    }
    training.layers = layers;
    return training;
}

/// Descent by the two oracles, sigmoid in every layer.
inline Training descent(const std::vector<Layer>& start, const Matrix& X, const Matrix& targets,
                        double eta, std::size_t epochs)
{
    return descent(
        start, eta, epochs,
        [&](const std::vector<Layer>& layers) { return gradients(layers, X, targets, Sigmoid{}); },
        [&](const std::vector<Layer>& layers) {
            return batch_error(numbers(flat(layers)), layers, X, targets, Sigmoid{});
        });
}

} // namespace backprop::oracle
