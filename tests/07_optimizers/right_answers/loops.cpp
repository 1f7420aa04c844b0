/// @file
/// Right answers in plain loops over entries.
#include "optimizers.hpp"

#include <numeric>

namespace optimizers {

double valley(const Vector& w)
{
    check_plane(w);
    const double u = 1 - w(0), v = w(1) - w(0) * w(0);
    return u * u + 100 * v * v;
}

Vector valley_gradient(const Vector& w)
{
    check_plane(w);
    const double v = w(1) - w(0) * w(0);
    Vector slope = w;
    slope(0) = 2 * (w(0) - 1) - 400 * w(0) * v;
    slope(1) = 200 * v;
    return slope;
}

double bowl(const Vector& w, double kappa)
{
    check_plane(w);
    return w(0) * w(0) / 2 + kappa * w(1) * w(1) / 2;
}

Vector bowl_gradient(const Vector& w, double kappa)
{
    check_plane(w);
    Vector slope = w;
    slope(1) *= kappa;
    return slope;
}

double beale(const Vector& w)
{
    check_plane(w);
    const double constants[] = {1.5, 2.25, 2.625};
    double sum = 0, power = 1;
    for (int k = 0; k < 3; k++) {
        power *= w(1);
        const double miss = constants[k] - w(0) + w(0) * power;
        sum += miss * miss;
    }
    return sum;
}

Vector beale_gradient(const Vector& w)
{
    check_plane(w);
    const double constants[] = {1.5, 2.25, 2.625};
    double by_x = 0, by_y = 0, power = 1;
    for (int k = 0; k < 3; k++) {
        const double lower = power;
        power *= w(1);
        const double miss = constants[k] - w(0) + w(0) * power;
        by_x += 2 * miss * (power - 1);
        by_y += 2 * miss * w(0) * (k + 1) * lower;
    }
    return {by_x, by_y};
}

double saddle(const Vector& w)
{
    check_plane(w);
    return std::pow(w(0), 2) - std::pow(w(1), 2);
}

Vector saddle_gradient(const Vector& w)
{
    check_plane(w);
    Vector slope = w;
    slope(0) = 2 * w(0);
    slope(1) = -2 * w(1);
    return slope;
}

Batches batches(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    Batches parts;
    std::vector<std::size_t> part;
    for (std::size_t row : order) {
        part.push_back(row);
        if (part.size() == static_cast<std::size_t>(batch_size)) {
            parts.push_back(part);
            part.clear();
        }
    }
    if (!part.empty())
        parts.push_back(part);
    return parts;
}

Vector batch_gradient(const Vector& w, const Matrix& X, const Vector& targets,
                      const std::vector<std::size_t>& rows)
{
    check_data(w, X, targets);
    check_rows(rows, X);
    Vector slope = w;
    for (std::size_t i = 0; i < w.size(); i++) {
        slope(i) = 0;
        for (std::size_t n : rows) {
            double y = 0;
            for (std::size_t j = 0; j < w.size(); j++)
                y += X(n, j) * w(j);
            slope(i) += (y - targets(n)) * X(n, i) / double(rows.size());
        }
    }
    return slope;
}

Vector mean_gradient(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    check_data(w, X, targets);
    require(!parts.empty(), "there must be a batch or more");
    for (const std::vector<std::size_t>& rows : parts)
        check_rows(rows, X);
    // Every row once for each time that it is in a batch, all with the same weight.
    std::vector<std::size_t> all;
    for (const auto& rows : parts)
        for (std::size_t n : rows)
            all.push_back(n);
    return batch_gradient(w, X, targets, all);
}

Vector epoch(const Vector& w, const Matrix& X, const Vector& targets,
             const std::vector<std::size_t>& order, int batch_size, double eta)
{
    check_data(w, X, targets);
    check_rows(order, X);
    check_rate(eta);
    require(batch_size >= 1, "a batch must have a row or more");
    Vector at = w;
    std::vector<std::size_t> part;
    for (std::size_t k = 0; k < order.size(); k++) {
        part.push_back(order[k]);
        if (part.size() == std::size_t(batch_size) || k + 1 == order.size()) {
            const Vector slope = batch_gradient(at, X, targets, part);
            for (std::size_t i = 0; i < at.size(); i++)
                at(i) -= eta * slope(i);
            part.clear();
        }
    }
    return at;
}

Vector descend(const Vector& w, const Vector& gradient, double eta)
{
    check_sizes({w.size(), gradient.size()});
    check_rate(eta);
    Vector at = w;
    for (std::size_t i = 0; i < at.size(); i++)
        at(i) -= eta * gradient(i);
    return at;
}

double decayed(double eta, double decay, int t)
{
    check_rate(eta);
    check_decay(decay);
    require(t >= 0, "there cannot have been fewer than 0 updates");
    double factor = 1;
    for (int k = 0; k < t; k++)
        factor += decay;
    return eta / factor;
}

Momentum momentum_step(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    check_sizes({state.w.size(), state.v.size(), gradient.size()});
    check_rate(eta);
    check_fraction(alpha);
    Momentum to = state;
    for (std::size_t i = 0; i < to.w.size(); i++) {
        to.v(i) = alpha * to.v(i) - eta * gradient(i);
        to.w(i) += to.v(i);
    }
    return to;
}

Vector velocity_of_past(const Matrix& gradients, double eta, double alpha)
{
    check_rate(eta);
    check_fraction(alpha);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < gradients.shape(0); k++)
        for (std::size_t i = 0; i < v.size(); i++)
            v(i) = alpha * v(i) - eta * gradients(k, i);
    return v;
}

Vector look_ahead(const Momentum& state, double alpha)
{
    check_sizes({state.w.size(), state.v.size()});
    check_fraction(alpha);
    Vector position = state.w;
    for (std::size_t i = 0; i < position.size(); i++)
        position(i) += alpha * state.v(i);
    return position;
}

Momentum nesterov_step(const Momentum& state, const std::function<Vector(const Vector&)>& gradient,
                       double eta, double alpha)
{
    check_sizes({state.w.size(), state.v.size()});
    check_rate(eta);
    check_fraction(alpha);
    Momentum to = state;
    Vector position = state.w;
    for (std::size_t i = 0; i < position.size(); i++)
        position(i) += alpha * state.v(i);
    const Vector slope = gradient(position);
    for (std::size_t i = 0; i < position.size(); i++) {
        to.v(i) = alpha * state.v(i) - eta * slope(i);
        to.w(i) = state.w(i) + to.v(i);
    }
    return to;
}

Momentum keras_nesterov_step(const Momentum& state, const Vector& gradient, double eta,
                             double alpha)
{
    check_sizes({state.w.size(), state.v.size(), gradient.size()});
    check_rate(eta);
    check_fraction(alpha);
    Momentum to = state;
    for (std::size_t i = 0; i < to.w.size(); i++) {
        to.v(i) = alpha * state.v(i) - eta * gradient(i);
        to.w(i) += alpha * to.v(i) - eta * gradient(i);
    }
    return to;
}

Vector root(const Vector& g, double epsilon, Epsilon position)
{
    check_epsilon(epsilon);
    Vector r = g;
    for (std::size_t i = 0; i < g.size(); i++)
        r(i) = position == Epsilon::outside ? std::sqrt(g(i)) + epsilon : std::sqrt(g(i) + epsilon);
    return r;
}

Adaptive adagrad_step(const Adaptive& state, const Vector& gradient, double eta, double epsilon,
                      Epsilon position)
{
    check_sizes({state.w.size(), state.g.size(), gradient.size()});
    check_rate(eta);
    check_epsilon(epsilon);
    Adaptive to = state;
    for (std::size_t i = 0; i < to.w.size(); i++) {
        to.g(i) += gradient(i) * gradient(i);
        const double below = position == Epsilon::outside ? std::sqrt(to.g(i)) + epsilon
                                                          : std::sqrt(to.g(i) + epsilon);
        to.w(i) -= eta * gradient(i) / below;
    }
    return to;
}

Adaptive rmsprop_step(const Adaptive& state, const Vector& gradient, double eta, double gamma,
                      double epsilon, Epsilon position)
{
    check_sizes({state.w.size(), state.g.size(), gradient.size()});
    check_rate(eta);
    check_fraction(gamma);
    check_epsilon(epsilon);
    Adaptive to = state;
    for (std::size_t i = 0; i < to.w.size(); i++) {
        to.g(i) = gamma * to.g(i) + (1 - gamma) * gradient(i) * gradient(i);
        const double below = position == Epsilon::outside ? std::sqrt(to.g(i)) + epsilon
                                                          : std::sqrt(to.g(i) + epsilon);
        to.w(i) -= eta * gradient(i) / below;
    }
    return to;
}

Adadelta adadelta_step(const Adadelta& state, const Vector& gradient, double eta, double gamma,
                       double epsilon)
{
    check_sizes({state.w.size(), state.g.size(), state.s.size(), gradient.size()});
    check_rate(eta);
    check_fraction(gamma);
    check_epsilon(epsilon);
    Adadelta to = state;
    for (std::size_t i = 0; i < to.w.size(); i++) {
        to.g(i) = gamma * to.g(i) + (1 - gamma) * gradient(i) * gradient(i);
        const double ratio = std::sqrt(to.s(i) + epsilon) / std::sqrt(to.g(i) + epsilon);
        const double step = ratio * gradient(i);
        to.s(i) = gamma * to.s(i) + (1 - gamma) * step * step;
        to.w(i) -= eta * step;
    }
    return to;
}

Vector corrected(const Vector& average, double beta, int t)
{
    check_fraction(beta);
    require(t >= 1, "an average without terms cannot be corrected");
    double left = 1;
    for (int k = 0; k < t; k++)
        left *= beta;
    Vector result = average;
    for (double& value : result)
        value /= 1 - left;
    return result;
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
    to.t = state.t + 1;
    for (std::size_t i = 0; i < to.w.size(); i++) {
        to.m(i) = beta_1 * to.m(i) + (1 - beta_1) * gradient(i);
        to.g(i) = beta_2 * to.g(i) + (1 - beta_2) * gradient(i) * gradient(i);
        const double m = to.m(i) / (1 - std::pow(beta_1, to.t));
        const double g = to.g(i) / (1 - std::pow(beta_2, to.t));
        const double below =
            position == Epsilon::outside ? std::sqrt(g) + epsilon : std::sqrt(g + epsilon);
        to.w(i) -= eta * m / below;
    }
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
    Adam to = state;
    to.t = state.t + 1;
    double rate = lr;
    if (decay > 0)
        rate *= 1 / (1 + decay * state.t);
    rate *= std::sqrt(1 - std::pow(beta_2, to.t)) / (1 - std::pow(beta_1, to.t));
    for (std::size_t i = 0; i < to.w.size(); i++) {
        to.m(i) = beta_1 * to.m(i) + (1 - beta_1) * gradient(i);
        to.g(i) = beta_2 * to.g(i) + (1 - beta_2) * gradient(i) * gradient(i);
        double under = to.g(i);
        if (amsgrad) {
            to.g_max(i) = std::max(to.g_max(i), to.g(i));
            under = to.g_max(i);
        }
        to.w(i) -= rate * to.m(i) / (std::sqrt(under) + epsilon);
    }
    return to;
}

} // namespace optimizers
