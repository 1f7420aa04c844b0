// Chapter 8 under the reader's hand: two losses of one sigmoid over its logit.
#include "explorables/exchange.hpp"
#include "losses.hpp"

namespace {

using namespace losses;

/// The output, then the squared error with its gradient, then the cross entropy with its gradient.
void add_losses(explorables::Results& out, double z, double target)
{
    const Matrix Z{{z}};
    const Matrix T{{target}};
    out.add(sigmoid(Z));
    out.add(squared_error(sigmoid(Z), T));
    out.add(sigmoid_squared_error_gradient(Z, T));
    out.add(binary_cross_entropy(Z, T));
    out.add(binary_cross_entropy_gradient(Z, T));
}

} // namespace

/// At one logit.
EXPLORE(losses_at)
{
    const double z = in.number();
    add_losses(out, z, in.number());
}

/// The same at `count` logits from `low` to `high`.
EXPLORE(losses_curves)
{
    const double target = in.number();
    const double low = in.number();
    const double high = in.number();
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        add_losses(out,
                   low + (high - low) * static_cast<double>(i) / static_cast<double>(count - 1),
                   target);
    }
}

/// Descent on both losses from one logit: after every step both logits.
EXPLORE(losses_descent)
{
    Matrix squared{{in.number()}};
    Matrix entropy = squared;
    const Matrix T{{in.number()}};
    const double eta = in.number();
    const std::size_t steps = in.count();
    for (std::size_t step = 0; step <= steps; ++step) {
        out.add(squared);
        out.add(entropy);
        squared -= eta * sigmoid_squared_error_gradient(squared, T);
        entropy -= eta * binary_cross_entropy_gradient(entropy, T);
    }
}
