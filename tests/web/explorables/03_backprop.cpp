// Chapter 3 under the reader's hand: the 2-2-2 network of the worked example.
#include "backprop.hpp"
#include "explorables/exchange.hpp"

namespace {

using explorables::Arguments;
using explorables::Vector;

/// Weights, one row of inputs, its targets.
struct Example {
    backprop::Network net;
    Vector x;
    Vector y_t;
};

Example example_from(Arguments& in)
{
    Example example{{in.layer(2, 2), in.layer(2, 2)}, {}, {}};
    example.x = in.vector(2);
    example.y_t = in.vector(2);
    return example;
}

/// The parameter with this number: W row by row before b, the hidden layer first.
double& parameter(backprop::Network& net, std::size_t index)
{
    backprop::Layer& layer = index < 6 ? net.hidden : net.output;
    const std::size_t at = index % 6;
    return at < 4 ? layer.W(at / 2, at % 2) : layer.b(at - 4);
}

} // namespace

/// Everything between the inputs and the gradients, in the order in which it is computed.
EXPLORE(network_passes)
{
    const Example example = example_from(in);
    const backprop::Activations a = backprop::forward(example.net, example.x);
    out.add(a.y_h);
    out.add(a.y_o);
    out.add(backprop::error(a.y_o, example.y_t));
    const Vector delta_o = backprop::output_delta(a, example.y_t);
    out.add(delta_o);
    out.add(backprop::output_gradients(delta_o, a.y_h));
    const Vector delta_h = backprop::hidden_delta(example.net, a, delta_o);
    out.add(delta_h);
    out.add(backprop::hidden_gradients(delta_h, example.x));
}

/// The network after one update.
EXPLORE(network_update)
{
    const Example example = example_from(in);
    const double eta = in.number();
    const backprop::Network updated = backprop::update(example.net, example.x, example.y_t, eta);
    out.add(updated.hidden);
    out.add(updated.output);
}

/// E when one parameter is another one: at `count` places from `low` to `high`.
EXPLORE(network_error_over_one)
{
    Example example = example_from(in);
    double& w = parameter(example.net, in.count());
    const double low = in.number();
    const double high = in.number();
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        w = low + (high - low) * static_cast<double>(i) / static_cast<double>(count - 1);
        out.add(backprop::error(backprop::forward(example.net, example.x).y_o, example.y_t));
    }
}
