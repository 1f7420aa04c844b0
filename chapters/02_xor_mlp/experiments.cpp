// The networks of chapter 2.
#include "experiments.hpp"

#include "common/math/random.hpp"

#include <vector>

namespace xor_mlp {

xor_mlp::Network xor_network()
{
    const Unit h1 = nand_unit();
    const Unit h2 = or_unit();
    const Unit y = and_unit();
    return {{{{h1.w(0), h2.w(0)}, {h1.w(1), h2.w(1)}}, {h1.b, h2.b}},
            {{{y.w(0)}, {y.w(1)}}, {y.b}}};
}

double soft_xor(double x1, double x2, double scale, double output_bias)
{
    const auto answer = [&](const Vector& x, const Unit& unit) {
        return sigmoid_unit(x, scale * unit.w, scale * unit.b);
    };
    const Vector x{x1, x2};
    const Vector h{answer(x, nand_unit()), answer(x, or_unit())};
    return answer(h, {and_unit().w, output_bias});
}

std::vector<Layer> drawn_stack()
{
    Random random{58};
    std::vector<Layer> layers;
    std::size_t inputs = 1;
    for (const std::size_t units : stack_units) {
        const Matrix W = random.uniform_matrix(inputs, units, -4, 4);
        layers.push_back({W, random.uniform_vector(units, -2, 2)});
        inputs = units;
    }
    return layers;
}

} // namespace xor_mlp
