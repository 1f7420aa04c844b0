/// @file
/// Right answers that build on each other as far as they can.
#include "optimizers.hpp"

#include <numeric>

namespace optimizers {

double valley(const Vector& w)
{
    check_plane(w);
    return saddle({10.0 * (w(1) - w(0) * w(0)), 0.0}) + saddle({1.0 - w(0), 0.0});
}

Vector valley_gradient(const Vector& w)
{
    check_plane(w);
    const double x = w(0), v = w(1) - x * x;
    const Vector inner{-2.0 * x, 1.0};
    return 200.0 * v * inner + 2.0 * (1.0 - x) * Vector{-1.0, 0.0};
}

double bowl(const Vector& w, double kappa)
{
    check_plane(w);
    return dot(w, bowl_gradient(w, kappa)) / 2.0;
}

Vector bowl_gradient(const Vector& w, double kappa)
{
    check_plane(w);
    return matvec(Matrix{{1.0, 0.0}, {0.0, kappa}}, w);
}

double beale(const Vector& w)
{
    check_plane(w);
    const auto miss = [&](double c, int k) { return c - w(0) * (1.0 - std::pow(w(1), k)); };
    return std::pow(miss(1.5, 1), 2) + std::pow(miss(2.25, 2), 2) + std::pow(miss(2.625, 3), 2);
}

Vector beale_gradient(const Vector& w)
{
    check_plane(w);
    Vector slope{0.0, 0.0};
    const double constants[] = {1.5, 2.25, 2.625};
    for (int k = 1; k <= 3; ++k) {
        const double miss = constants[k - 1] - w(0) * (1.0 - std::pow(w(1), k));
        slope += 2.0 * miss * Vector{std::pow(w(1), k) - 1.0, w(0) * k * std::pow(w(1), k - 1)};
    }
    return slope;
}

double saddle(const Vector& w)
{
    check_plane(w);
    return bowl(w, -1.0) * 2.0;
}

Vector saddle_gradient(const Vector& w)
{
    check_plane(w);
    return 2.0 * bowl_gradient(w, -1.0);
}

Batches batches(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    const std::size_t size = static_cast<std::size_t>(batch_size);
    Batches parts((order.size() + size - 1) / size);
    for (std::size_t k = 0; k < order.size(); ++k)
        parts[k / size].push_back(order[k]);
    return parts;
}

Vector batch_gradient(const Vector& w, const Matrix& X, const Vector& targets,
                      const std::vector<std::size_t>& rows)
{
    check_data(w, X, targets);
    check_rows(rows, X);
    // Weights for all rows of X: 1/|B| for each time that the batch names the row.
    Vector weight = xt::zeros<double>({X.shape(0)});
    for (std::size_t n : rows)
        weight(n) += 1.0 / static_cast<double>(rows.size());
    const Vector miss = matvec(X, w) - targets;
    return matvec(transpose(X), weight * miss);
}

Vector mean_gradient(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    check_data(w, X, targets);
    require(!parts.empty(), "there must be a batch or more");
    for (const std::vector<std::size_t>& rows : parts)
        check_rows(rows, X);
    std::size_t N = 0;
    for (const auto& rows : parts)
        N += rows.size();
    Vector mean = 0.0 * w;
    for (auto rows = parts.rbegin(); rows != parts.rend(); ++rows)
        mean = mean + batch_gradient(w, X, targets, *rows) * (double(rows->size()) / double(N));
    return mean;
}

Vector epoch(const Vector& w, const Matrix& X, const Vector& targets,
             const std::vector<std::size_t>& order, int batch_size, double eta)
{
    check_data(w, X, targets);
    check_rows(order, X);
    check_rate(eta);
    require(batch_size >= 1, "a batch must have a row or more");
    if (order.size() <= static_cast<std::size_t>(batch_size))
        return descend(w, batch_gradient(w, X, targets, order), eta);
    const std::vector<std::size_t> first(order.begin(), order.begin() + batch_size);
    const std::vector<std::size_t> rest(order.begin() + batch_size, order.end());
    return epoch(epoch(w, X, targets, first, batch_size, eta), X, targets, rest, batch_size, eta);
}

Vector descend(const Vector& w, const Vector& gradient, double eta)
{
    check_sizes({w.size(), gradient.size()});
    check_rate(eta);
    return momentum_step({w, xt::zeros<double>({w.size()})}, gradient, eta, 0.0).w;
}

double decayed(double eta, double decay, int t)
{
    check_rate(eta);
    check_decay(decay);
    require(t >= 0, "there cannot have been fewer than 0 updates");
    return eta * std::pow(1.0 + decay * t, -1);
}

Momentum momentum_step(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    check_sizes({state.w.size(), state.v.size(), gradient.size()});
    check_rate(eta);
    check_fraction(alpha);
    const std::size_t n = gradient.size();
    Matrix past = xt::zeros<double>({std::size_t{1}, n});
    xt::row(past, 0) = gradient;
    const Vector v = velocity_of_past(past, eta, alpha) + alpha * state.v;
    return {v + state.w, v};
}

Vector velocity_of_past(const Matrix& gradients, double eta, double alpha)
{
    check_rate(eta);
    check_fraction(alpha);
    // Horner's rule from the newest gradient backwards is the recursion from the oldest forwards.
    Vector sum = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < gradients.shape(0); ++k)
        sum = alpha * sum + xt::row(gradients, static_cast<std::ptrdiff_t>(k));
    return -eta * sum;
}

Vector look_ahead(const Momentum& state, double alpha)
{
    check_sizes({state.w.size(), state.v.size()});
    check_fraction(alpha);
    return alpha * state.v + state.w;
}

Momentum nesterov_step(const Momentum& state, const std::function<Vector(const Vector&)>& gradient,
                       double eta, double alpha)
{
    check_sizes({state.w.size(), state.v.size()});
    check_rate(eta);
    check_fraction(alpha);
    return momentum_step(state, gradient(look_ahead(state, alpha)), eta, alpha);
}

Momentum keras_nesterov_step(const Momentum& state, const Vector& gradient, double eta,
                             double alpha)
{
    check_sizes({state.w.size(), state.v.size(), gradient.size()});
    check_rate(eta);
    check_fraction(alpha);
    const Momentum once = momentum_step(state, gradient, eta, alpha);
    return {momentum_step({state.w, once.v}, gradient, eta, alpha).w, once.v};
}

Vector root(const Vector& g, double epsilon, Epsilon position)
{
    check_epsilon(epsilon);
    Vector r = g;
    if (position == Epsilon::inside)
        r += epsilon;
    r = xt::sqrt(r);
    if (position == Epsilon::outside)
        r += epsilon;
    return r;
}

Adaptive adagrad_step(const Adaptive& state, const Vector& gradient, double eta, double epsilon,
                      Epsilon position)
{
    check_sizes({state.w.size(), state.g.size(), gradient.size()});
    check_rate(eta);
    check_epsilon(epsilon);
    const Vector g = xt::pow(gradient, 2.0) + state.g;
    const Vector rate = eta * xt::pow(root(g, epsilon, position), -1.0);
    return {state.w - rate * gradient, g};
}

Adaptive rmsprop_step(const Adaptive& state, const Vector& gradient, double eta, double gamma,
                      double epsilon, Epsilon position)
{
    check_sizes({state.w.size(), state.g.size(), gradient.size()});
    check_rate(eta);
    check_fraction(gamma);
    check_epsilon(epsilon);
    // A step of Adagrad from γ g with a gradient shrunk by √(1 − γ), and η larger by as much.
    const double fraction = std::sqrt(1.0 - gamma);
    return adagrad_step({state.w, gamma * state.g}, fraction * gradient, eta / fraction, epsilon,
                        position);
}

Adadelta adadelta_step(const Adadelta& state, const Vector& gradient, double eta, double gamma,
                       double epsilon)
{
    check_sizes({state.w.size(), state.g.size(), state.s.size(), gradient.size()});
    check_rate(eta);
    check_fraction(gamma);
    check_epsilon(epsilon);
    const Vector g =
        rmsprop_step({state.w, state.g}, gradient, 1.0, gamma, epsilon, Epsilon::inside).g;
    const Vector step =
        root(state.s, epsilon, Epsilon::inside) * gradient / root(g, epsilon, Epsilon::inside);
    const Vector s = rmsprop_step({state.w, state.s}, step, 1.0, gamma, epsilon, Epsilon::inside).g;
    return {descend(state.w, step, eta), g, s};
}

Vector corrected(const Vector& average, double beta, int t)
{
    check_fraction(beta);
    require(t >= 1, "an average without terms cannot be corrected");
    return average / -std::expm1(t * std::log(std::max(beta, 1e-300)));
}

Adam adam_step(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
               double epsilon, Epsilon position)
{
    check_sizes(
        {state.w.size(), state.m.size(), state.g.size(), state.g_max.size(), gradient.size()});
    check_rate(eta);
    check_fraction(beta_1);
    check_fraction(beta_2);
    check_epsilon(epsilon);
    require(state.t >= 0, "there cannot have been fewer than 0 steps");
    const Vector m = gradient + beta_1 * (state.m - gradient);
    const Vector g = xt::square(gradient) + beta_2 * (state.g - xt::square(gradient));
    const Vector below = root(corrected(g, beta_2, state.t + 1), epsilon, position);
    const Vector step = corrected(m, beta_1, state.t + 1) / below;
    return {descend(state.w, step, eta), m, g, state.g_max, state.t + 1};
}

Adam keras_adam_step(const Adam& state, const Vector& gradient, double lr, double beta_1,
                     double beta_2, double epsilon, double decay, bool amsgrad)
{
    check_sizes(
        {state.w.size(), state.m.size(), state.g.size(), state.g_max.size(), gradient.size()});
    check_rate(lr);
    check_fraction(beta_1);
    check_fraction(beta_2);
    check_epsilon(epsilon);
    check_decay(decay);
    require(state.t >= 0, "there cannot have been fewer than 0 steps");
    // The averages of the paper's step; then Keras' own.
    Adam to = adam_step(state, gradient, 1.0, beta_1, beta_2, epsilon, Epsilon::outside);
    if (amsgrad)
        to.g_max = xt::where(to.g < state.g_max, state.g_max, to.g);
    const Vector below = root(amsgrad ? to.g_max : to.g, epsilon, Epsilon::outside);
    const double correction = std::sqrt(1.0 - std::pow(beta_2, to.t));
    const double rate = decayed(lr, decay, state.t) * correction;
    to.w = state.w - rate * corrected(to.m, beta_1, to.t) / below;
    return to;
}

} // namespace optimizers
