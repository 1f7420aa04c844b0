// Chapter 2 under the reader's hand: the network for XOR, over the plane of its inputs and over
// that of its hidden units.
#include "explorables/exchange.hpp"
#include "xor_mlp.hpp"

#include "common/plot/data.hpp"

namespace {

using namespace xor_mlp;

const Matrix corners{{0, 0}, {0, 1}, {1, 0}, {1, 1}};

/// A network, with steps or with sigmoids. Sigmoids become steeper when all weights and biases are
/// multiplied by `steepness`; the lines stay where they are.
struct Chosen {
    Network net;
    bool soft;

    Matrix hidden(const Matrix& X) const
    {
        return soft ? forward_stack(X, {net.hidden}) : hidden_space(X, net.hidden);
    }
    Matrix output(const Matrix& X) const
    {
        return soft ? forward_stack(X, {net.hidden, net.output}) : forward(X, net);
    }
    Matrix output_of_hidden(const Matrix& H) const
    {
        return soft ? forward_stack(H, {net.output}) : hidden_space(H, net.output);
    }
};

Chosen chosen_from(explorables::Arguments& in)
{
    Network net{in.layer(2, 2), in.layer(2, 1)};
    const bool soft = in.number() != 0.0;
    const double steepness = in.number();
    if (soft) {
        for (Layer* layer : {&net.hidden, &net.output}) {
            layer->W *= steepness;
            layer->b *= steepness;
        }
    }
    return {net, soft};
}

} // namespace

/// The weights of the text.
EXPLORE(xor_weights)
{
    const Unit h1 = nand_unit();
    const Unit h2 = or_unit();
    const Unit y = and_unit();
    out.add(Vector{h1.w(0), h2.w(0), h1.w(1), h2.w(1), h1.b, h2.b, y.w(0), y.w(1), y.b});
}

/// At the four corners: both hidden units row by row, then the outputs.
EXPLORE(xor_corners)
{
    const Chosen chosen = chosen_from(in);
    out.add(chosen.hidden(corners));
    out.add(chosen.output(corners));
}

/// The output over a part of either plane, row after row from below: first as a function of the
/// inputs, then of the hidden units.
EXPLORE(xor_planes)
{
    const Chosen chosen = chosen_from(in);
    const double low = in.number();
    const double high = in.number();
    const workbook::Plane plane{low, high, low, high, in.count()};
    out.add(chosen.output(plane.points()));
    out.add(chosen.output_of_hidden(plane.points()));
}
