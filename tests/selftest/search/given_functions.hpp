/// @file
/// Functions that stand among the arguments: activations, their slopes, costs.
#pragma once

#include "judging/search/builtins.hpp"

#include <cmath>
#include <vector>

namespace judging::search {

inline Value tanh_of(std::vector<Value>& x)
{
    return apply([](double z) { return std::tanh(z); }, x.at(0));
}

inline Value tanh_slope_of(std::vector<Value>& x)
{
    return apply([](double z) { return 1.0 - std::tanh(z) * std::tanh(z); }, x.at(0));
}

/// Neither even nor odd, and steeper on the right.
inline Value bent(std::vector<Value>& x)
{
    return apply([](double z) { return z > 0.0 ? z : 0.3 * std::expm1(z); }, x.at(0));
}

inline Value bent_slope(std::vector<Value>& x)
{
    return apply([](double z) { return z > 0.0 ? 1.0 : 0.3 * std::exp(z); }, x.at(0));
}

inline Value cost(std::vector<Value>& x)
{
    double sum = 0.0;
    double weight = 1.0;
    for (const double p : x.at(0).tensor().data) {
        sum += weight * p * p * p + p * p + weight;
        weight += 0.7;
    }
    return Value::number(sum);
}

inline Value slope_of_cost(std::vector<Value>& x)
{
    return apply([](double p) { return 0.3 * p * p * p + p - 0.2; }, x.at(0));
}

/// The weights after an epoch: they turn, so that a cost falls and rises again.
inline Value turned(std::vector<Value>& x)
{
    return apply([](double p) { return 1.2 * std::sin(1.7 * p + 0.5); }, x.at(0));
}

/// An item that a wrong formula may have left out.
inline const Value& item(const std::vector<Value>& items, std::size_t number)
{
    return number < items.size() ? items[number] : throw Broken{};
}

/// The fields of the struct that is the only argument.
inline const std::vector<Value>& fields_of(const std::vector<Value>& x)
{
    return item(x, 0).sequence().items;
}

/// ∂E/∂Y of {Y, T}.
inline Value slope_of_loss(std::vector<Value>& x)
{
    const std::vector<Value>& answers = fields_of(x);
    return apply([](double y, double t) { return y - 0.7 * t + 0.2 * y * t; }, item(answers, 0),
                 item(answers, 1));
}

/// Layers, each with f of its tensors, the number of the layer first.
template <class F>
Value each_layer(Value layers, const F& f)
{
    std::vector<Value>& all = layers.own_sequence().items;
    for (std::size_t l = 0; l < all.size(); ++l) {
        std::vector<Value>& tensors = all[l].own_sequence().items;
        for (std::size_t k = 0; k < tensors.size(); ++k) {
            tensors[k] = f(l, k, tensors[k]);
        }
    }
    return layers;
}

/// The layers of {layers, gradient} after a step.
inline Value descended(std::vector<Value>& x)
{
    const std::vector<Value>& update = fields_of(x);
    const std::vector<Value>& gradient = item(update, 1).sequence().items;
    return each_layer(item(update, 0), [&](std::size_t l, std::size_t k, const Value& w) {
        return apply([](double p, double g) { return 0.9 * p - 0.3 * g + 0.1 * p * g; }, w,
                     item(item(gradient, l).sequence().items, k));
    });
}

/// The layers of {layers, X, T} after a step, which depends on all rows and on their order.
inline Value stepped(std::vector<Value>& x)
{
    const std::vector<Value>& batch = fields_of(x);
    std::vector<Value> X{item(batch, 1)};
    std::vector<Value> T{item(batch, 2)};
    const Value shift = Value::number(std::sin(cost(X).as_number() - 0.6 * cost(T).as_number()));
    return each_layer(item(batch, 0), [&](std::size_t, std::size_t, const Value& w) {
        return apply([](double p, double s) { return 0.8 * p + 0.3 * s + 0.1 * p * s; }, w, shift);
    });
}

/// Four numbers that tell what the layers are.
inline Value scores(std::vector<Value>& x)
{
    std::vector<Value> made{Value::number(0.1), Value::number(0.2), Value::number(0.3),
                            Value::number(0.4)};
    each_layer(item(x, 0), [&](std::size_t l, std::size_t k, const Value& w) {
        std::vector<Value> tensor{w};
        Value& score = made.at((2 * l + k) % made.size());
        score = Value::number(score.as_number() + std::sin(cost(tensor).as_number()));
        return w;
    });
    return Value::braces(std::move(made));
}

} // namespace judging::search
