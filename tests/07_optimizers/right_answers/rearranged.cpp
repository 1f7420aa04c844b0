/// @file
/// Right answers with the formulas rearranged: squares multiplied out, steps as differences of
/// places, averages as pulls towards the new value, Keras' Adam as the paper's with another ε.
#include "optimizers.hpp"

#include <numeric>

namespace optimizers {

double valley(const Vector& w)
{
    check_plane(w);
    const double x = w(0), y = w(1), bend = x * x;
    return 1.0 - 2.0 * x + bend + 100.0 * (y * y - 2.0 * y * bend + bend * bend);
}

Vector valley_gradient(const Vector& w)
{
    check_plane(w);
    const double x = w(0), y = w(1);
    return {400.0 * x * x * x - 400.0 * x * y + 2.0 * x - 2.0, 200.0 * y - 200.0 * x * x};
}

double bowl(const Vector& w, double kappa)
{
    check_plane(w);
    const Vector stretched{w(0), std::sqrt(kappa) * w(1)};
    return 0.5 * dot(stretched, stretched);
}

Vector bowl_gradient(const Vector& w, double kappa)
{
    check_plane(w);
    return w * Vector{1.0, kappa};
}

double beale(const Vector& w)
{
    check_plane(w);
    const double y = w(1);
    const Vector miss = Vector{1.5, 2.25, 2.625} - w(0) * (1.0 - Vector{y, y * y, y * y * y});
    return dot(miss, miss);
}

Vector beale_gradient(const Vector& w)
{
    check_plane(w);
    const double x = w(0), y = w(1);
    const Vector rest = 1.0 - Vector{y, y * y, y * y * y};
    const Vector miss = Vector{1.5, 2.25, 2.625} - x * rest;
    return {-2.0 * dot(miss, rest), 2.0 * x * dot(miss, Vector{1.0, 2.0 * y, 3.0 * y * y})};
}

double saddle(const Vector& w)
{
    check_plane(w);
    return (w(0) - w(1)) * (w(0) + w(1));
}

Vector saddle_gradient(const Vector& w)
{
    check_plane(w);
    return 2.0 * w * Vector{1.0, -1.0};
}

Batches batches(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    Batches parts;
    for (auto from = order.begin(); from != order.end();) {
        const auto to = from + std::min<std::ptrdiff_t>(batch_size, order.end() - from);
        parts.emplace_back(from, to);
        from = to;
    }
    return parts;
}

Vector batch_gradient(const Vector& w, const Matrix& X, const Vector& targets,
                      const std::vector<std::size_t>& rows)
{
    check_data(w, X, targets);
    check_rows(rows, X);
    Matrix rows_of_X = xt::zeros<double>({rows.size(), X.shape(1)});
    Vector t = xt::zeros<double>({rows.size()});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        xt::row(rows_of_X, static_cast<std::ptrdiff_t>(i)) =
            xt::row(X, static_cast<std::ptrdiff_t>(rows[i]));
        t(i) = targets(rows[i]);
    }
    const Vector miss = matvec(rows_of_X, w) - t;
    return matvec(transpose(rows_of_X), miss) / static_cast<double>(rows.size());
}

Vector mean_gradient(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    check_data(w, X, targets);
    require(!parts.empty(), "there must be a batch or more");
    for (const std::vector<std::size_t>& rows : parts)
        check_rows(rows, X);
    // A running mean: each batch pulls it by its share of the rows seen so far.
    Vector mean = xt::zeros<double>({w.size()});
    double seen = 0.0;
    for (const auto& rows : parts) {
        seen += static_cast<double>(rows.size());
        mean +=
            static_cast<double>(rows.size()) / seen * (batch_gradient(w, X, targets, rows) - mean);
    }
    return mean;
}

Vector epoch(const Vector& w, const Matrix& X, const Vector& targets,
             const std::vector<std::size_t>& order, int batch_size, double eta)
{
    check_data(w, X, targets);
    check_rows(order, X);
    check_rate(eta);
    require(batch_size >= 1, "a batch must have a row or more");
    const Batches parts = batches(order, batch_size);
    return std::accumulate(parts.begin(), parts.end(), w,
                           [&](const Vector& at, const std::vector<std::size_t>& rows) {
                               return descend(at, batch_gradient(at, X, targets, rows), eta);
                           });
}

Vector descend(const Vector& w, const Vector& gradient, double eta)
{
    check_sizes({w.size(), gradient.size()});
    check_rate(eta);
    return -(eta * gradient - w);
}

double decayed(double eta, double decay, int t)
{
    check_rate(eta);
    check_decay(decay);
    require(t >= 0, "there cannot have been fewer than 0 updates");
    return 1.0 / (1.0 / eta + decay * t / eta);
}

Momentum momentum_step(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    check_sizes({state.w.size(), state.v.size(), gradient.size()});
    check_rate(eta);
    check_fraction(alpha);
    const Vector w = state.w + alpha * state.v - eta * gradient;
    return {w, w - state.w};
}

Vector velocity_of_past(const Matrix& gradients, double eta, double alpha)
{
    check_rate(eta);
    check_fraction(alpha);
    Vector weights = xt::zeros<double>({gradients.shape(0)});
    double weight = -eta;
    for (std::size_t k = weights.size(); k-- > 0; weight *= alpha)
        weights(k) = weight;
    return matvec(transpose(gradients), weights);
}

Vector look_ahead(const Momentum& state, double alpha)
{
    check_sizes({state.w.size(), state.v.size()});
    check_fraction(alpha);
    return (1.0 - alpha) * state.w + alpha * (state.w + state.v);
}

Momentum nesterov_step(const Momentum& state, const std::function<Vector(const Vector&)>& gradient,
                       double eta, double alpha)
{
    check_sizes({state.w.size(), state.v.size()});
    check_rate(eta);
    check_fraction(alpha);
    const Vector position = look_ahead(state, alpha);
    const Vector w = position - eta * gradient(position);
    return {w, w - state.w};
}

Momentum keras_nesterov_step(const Momentum& state, const Vector& gradient, double eta,
                             double alpha)
{
    check_sizes({state.w.size(), state.v.size(), gradient.size()});
    check_rate(eta);
    check_fraction(alpha);
    // w + α v′ − η ∇ with v′ put in: α² v − (1 + α) η ∇.
    const Vector step = eta * gradient;
    return {state.w + alpha * alpha * state.v - (1.0 + alpha) * step, alpha * state.v - step};
}

Vector root(const Vector& g, double epsilon, Epsilon position)
{
    check_epsilon(epsilon);
    const double inside = position == Epsilon::inside ? epsilon : 0.0;
    return xt::pow(g + inside, 0.5) + (epsilon - inside);
}

Adaptive adagrad_step(const Adaptive& state, const Vector& gradient, double eta, double epsilon,
                      Epsilon position)
{
    check_sizes({state.w.size(), state.g.size(), gradient.size()});
    check_rate(eta);
    check_epsilon(epsilon);
    Adaptive to{state.w, state.g + gradient * gradient};
    to.w -= eta * gradient / root(to.g, epsilon, position);
    return to;
}

Adaptive rmsprop_step(const Adaptive& state, const Vector& gradient, double eta, double gamma,
                      double epsilon, Epsilon position)
{
    check_sizes({state.w.size(), state.g.size(), gradient.size()});
    check_rate(eta);
    check_fraction(gamma);
    check_epsilon(epsilon);
    Adaptive to{state.w, state.g + (1.0 - gamma) * (gradient * gradient - state.g)};
    to.w -= eta * gradient / root(to.g, epsilon, position);
    return to;
}

Adadelta adadelta_step(const Adadelta& state, const Vector& gradient, double eta, double gamma,
                       double epsilon)
{
    check_sizes({state.w.size(), state.g.size(), state.s.size(), gradient.size()});
    check_rate(eta);
    check_fraction(gamma);
    check_epsilon(epsilon);
    const double left = 1.0 - gamma;
    const Vector g = state.g - left * (state.g - xt::square(gradient));
    const Vector squared = (state.s + epsilon) / (g + epsilon) * xt::square(gradient);
    const Vector step = xt::where(gradient < 0.0, -1.0, 1.0) * xt::sqrt(squared);
    return {state.w - eta * step, g, state.s - left * (state.s - squared)};
}

Vector corrected(const Vector& average, double beta, int t)
{
    check_fraction(beta);
    require(t >= 1, "an average without terms cannot be corrected");
    // The weights (1 − β) βᵏ of the terms it has, added up.
    double weights = 0.0;
    for (int k = 0; k < t; ++k)
        weights = 1.0 - beta + beta * weights;
    return average * (1.0 / weights);
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
    Adam to = state;
    to.t += 1;
    to.m += (1.0 - beta_1) * (gradient - state.m);
    to.g += (1.0 - beta_2) * (xt::square(gradient) - state.g);
    to.w -= eta * corrected(to.m, beta_1, to.t) /
            root(corrected(to.g, beta_2, to.t), epsilon, position);
    return to;
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
    // As the paper's step, whose ε is larger by the correction.
    Adam to = state;
    to.t += 1;
    to.m += (1.0 - beta_1) * (gradient - state.m);
    to.g += (1.0 - beta_2) * (xt::square(gradient) - state.g);
    if (amsgrad)
        to.g_max = xt::maximum(to.g, state.g_max);
    const Vector& under = amsgrad ? to.g_max : to.g;
    const double hat = epsilon / std::sqrt(1.0 - std::pow(beta_2, to.t));
    to.w -= decayed(lr, decay, state.t) * corrected(to.m, beta_1, to.t) /
            root(corrected(under, beta_2, to.t), hat, Epsilon::outside);
    return to;
}

} // namespace optimizers
