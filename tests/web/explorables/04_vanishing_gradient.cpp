// Chapter 4 under the reader's hand: what depth, activation and the size of the weights do to the
// gradients of a deep network, on the two rings of the text.
#include "experiments.hpp"
#include "explorables/exchange.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

using namespace vanishing_gradient;

const Kind& kind_with(std::size_t number)
{
    static const std::vector<Kind> kinds{with_sigmoid, with_tanh, with_relu};
    return kinds.at(number);
}

bool has_a_factor(const Vector& norms)
{
    return std::all_of(norms.begin(), norms.end(),
                       [](double norm) { return norm > 0.0 && std::isfinite(norm); });
}

} // namespace

/// The norm of every layer's gradient; the factor per layer, NaN if a gradient is 0; and the
/// fraction of the hidden units whose slope is below 0.01.
EXPLORE(depth_norms)
{
    const Kind& kind = kind_with(in.count());
    const std::size_t depth = in.count();
    const double factor = in.number();
    const std::vector<Layer> layers = scaled(he_start(in.count(), depth), factor);
    const Vector norms = norms_of(kind, layers);
    out.add(norms);
    out.add(has_a_factor(norms) ? factor_per_layer(norms)
                                : std::numeric_limits<double>::quiet_NaN());
    std::vector<Matrix> sums = forward(layers, X, kind.f).Z;
    sums.pop_back();
    out.add(xt::mean(saturated_fraction(sums, kind.f_slope, 0.01))());
}
