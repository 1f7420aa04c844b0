/// @file
/// Chapter 7, optimizers. Every function is one step of the chapter; its formula, shapes and
/// source stand in optimizers.hpp. Vectors entry by entry: `a * b`, `a / b`, `xt::sqrt(a)`,
/// `xt::square(a)`, `xt::maximum(a, b)`. The lines with check_… refuse bad input; leave them.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "optimizers.hpp"

namespace optimizers {

// (1 − x)² + 100 (y − x²)².
double valley(const Vector& w)
{
    check_plane(w);
    //! [7.1 gradients of the test functions: valley]
    const double x = w(0), y = w(1);
    return (1.0 - x) * (1.0 - x) + 100.0 * (y - x * x) * (y - x * x);
    //! [7.1 gradients of the test functions: valley]
}

Vector valley_gradient(const Vector& w)
{
    check_plane(w);
    //! [7.1 gradients of the test functions: slope of the valley]
    const double x = w(0), y = w(1);
    return {-2.0 * (1.0 - x) - 400.0 * x * (y - x * x), 200.0 * (y - x * x)};
    //! [7.1 gradients of the test functions: slope of the valley]
}

// ½ (x² + κ y²).
double bowl(const Vector& w, double kappa)
{
    check_plane(w);
    //! [7.1 gradients of the test functions: bowl]
    const double x = w(0), y = w(1);
    return 0.5 * (x * x + kappa * y * y);
    //! [7.1 gradients of the test functions: bowl]
}

Vector bowl_gradient(const Vector& w, double kappa)
{
    check_plane(w);
    //! [7.1 gradients of the test functions: slope of the bowl]
    return {w(0), kappa * w(1)};
    //! [7.1 gradients of the test functions: slope of the bowl]
}

// a² + b² + c² with a = 1.5 − x + x y, b = 2.25 − x + x y², c = 2.625 − x + x y³.
double beale(const Vector& w)
{
    check_plane(w);
    //! [7.1 gradients of the test functions: Beale]
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return a * a + b * b + c * c;
    //! [7.1 gradients of the test functions: Beale]
}

Vector beale_gradient(const Vector& w)
{
    check_plane(w);
    //! [7.1 gradients of the test functions: slope of Beale]
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return {2.0 * a * (y - 1.0) + 2.0 * b * (y * y - 1.0) + 2.0 * c * (y * y * y - 1.0),
            2.0 * a * x + 2.0 * b * 2.0 * x * y + 2.0 * c * 3.0 * x * y * y};
    //! [7.1 gradients of the test functions: slope of Beale]
}

// x² − y².
double saddle(const Vector& w)
{
    check_plane(w);
    //! [7.1 gradients of the test functions: saddle]
    return w(0) * w(0) - w(1) * w(1);
    //! [7.1 gradients of the test functions: saddle]
}

Vector saddle_gradient(const Vector& w)
{
    check_plane(w);
    //! [7.1 gradients of the test functions: slope of the saddle]
    return {2.0 * w(0), -2.0 * w(1)};
    //! [7.1 gradients of the test functions: slope of the saddle]
}

// The rows of `order` in turn, `batch_size` at a time, the rest as a batch of its own.
Batches batches(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    //! [7.2 batch, stochastic, mini-batch: batches]
    const std::size_t size = static_cast<std::size_t>(batch_size);
    Batches parts;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (k % size == 0)
            parts.push_back({});
        parts.back().push_back(order[k]);
    }
    return parts;
    //! [7.2 batch, stochastic, mini-batch: batches]
}

// The mean over the batch of (xₙ·w − tₙ) xₙ.
Vector batch_gradient(const Vector& w, const Matrix& X, const Vector& targets,
                      const std::vector<std::size_t>& rows)
{
    check_data(w, X, targets);
    check_rows(rows, X);
    //! [7.2 batch, stochastic, mini-batch: gradient of a batch]
    Vector sum = xt::zeros<double>({w.size()});
    for (std::size_t n : rows) {
        const Vector x = xt::view(X, n, xt::all());
        sum += (dot(x, w) - targets(n)) * x;
    }
    return sum / static_cast<double>(rows.size());
    //! [7.2 batch, stochastic, mini-batch: gradient of a batch]
}

// Each batch's gradient, weighted with the batch's share of the rows.
Vector mean_gradient(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    check_data(w, X, targets);
    require(!parts.empty(), "there must be a batch or more");
    for (const std::vector<std::size_t>& rows : parts)
        check_rows(rows, X);
    //! [7.2 batch, stochastic, mini-batch: mean of the batches]
    Vector sum = xt::zeros<double>({w.size()});
    double N = 0.0;
    for (const std::vector<std::size_t>& rows : parts) {
        const double size = static_cast<double>(rows.size());
        sum += size * batch_gradient(w, X, targets, rows);
        N += size;
    }
    return sum / N;
    //! [7.2 batch, stochastic, mini-batch: mean of the batches]
}

// A step of descent after every batch, each from where the last one ended.
Vector epoch(const Vector& w, const Matrix& X, const Vector& targets,
             const std::vector<std::size_t>& order, int batch_size, double eta)
{
    check_data(w, X, targets);
    check_rows(order, X);
    check_rate(eta);
    require(batch_size >= 1, "a batch must have a row or more");
    //! [7.2 batch, stochastic, mini-batch: one epoch]
    Vector moved = w;
    for (const std::vector<std::size_t>& rows : batches(order, batch_size))
        moved -= eta * batch_gradient(moved, X, targets, rows);
    return moved;
    //! [7.2 batch, stochastic, mini-batch: one epoch]
}

// w − η ∇.
Vector descend(const Vector& w, const Vector& gradient, double eta)
{
    check_sizes({w.size(), gradient.size()});
    check_rate(eta);
    //! [7.3 descent with decay: step]
    return w - eta * gradient;
    //! [7.3 descent with decay: step]
}

// η / (1 + d t): η at first, half of it after 1/d updates.
double decayed(double eta, double decay, int t)
{
    check_rate(eta);
    check_decay(decay);
    require(t >= 0, "there cannot have been fewer than 0 updates");
    //! [7.3 descent with decay: learning rate]
    return eta / (1.0 + decay * t);
    //! [7.3 descent with decay: learning rate]
}

// v ← α v − η ∇, then w ← w + v.
Momentum momentum_step(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    check_sizes({state.w.size(), state.v.size(), gradient.size()});
    check_rate(eta);
    check_fraction(alpha);
    //! [7.4 momentum: step]
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + v, v};
    //! [7.4 momentum: step]
}

// −η times the sum of all gradients, each with a power of α that tells its age.
Vector velocity_of_past(const Matrix& gradients, double eta, double alpha)
{
    check_rate(eta);
    check_fraction(alpha);
    //! [7.4 momentum: weighted sum of the past]
    const std::size_t t = gradients.shape(0);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < t; ++k)
        v -= eta * std::pow(alpha, t - 1 - k) * xt::view(gradients, k, xt::all());
    return v;
    //! [7.4 momentum: weighted sum of the past]
}

// w + α v.
Vector look_ahead(const Momentum& state, double alpha)
{
    check_sizes({state.w.size(), state.v.size()});
    check_fraction(alpha);
    //! [7.5 Nesterov: look ahead]
    return state.w + alpha * state.v;
    //! [7.5 Nesterov: look ahead]
}

// Momentum, but with the gradient of the point that momentum leads to.
Momentum nesterov_step(const Momentum& state, const std::function<Vector(const Vector&)>& gradient,
                       double eta, double alpha)
{
    check_sizes({state.w.size(), state.v.size()});
    check_rate(eta);
    check_fraction(alpha);
    //! [7.5 Nesterov: step]
    const Vector v = alpha * state.v - eta * gradient(look_ahead(state, alpha));
    return {state.w + v, v};
    //! [7.5 Nesterov: step]
}

// The same with the point ahead as parameters: w ← w + α v − η ∇ with the new v.
Momentum keras_nesterov_step(const Momentum& state, const Vector& gradient, double eta,
                             double alpha)
{
    check_sizes({state.w.size(), state.v.size(), gradient.size()});
    check_rate(eta);
    check_fraction(alpha);
    //! [7.5 Nesterov: in Keras]
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + alpha * v - eta * gradient, v};
    //! [7.5 Nesterov: in Keras]
}

// √(g + ε) or √g + ε.
Vector root(const Vector& g, double epsilon, Epsilon position)
{
    check_epsilon(epsilon);
    //! [7.6 Adagrad: root]
    if (position == Epsilon::inside)
        return xt::sqrt(g + epsilon);
    return xt::sqrt(g) + epsilon;
    //! [7.6 Adagrad: root]
}

// The squares are summed up, and every parameter's η is divided by the root of its own sum.
Adaptive adagrad_step(const Adaptive& state, const Vector& gradient, double eta, double epsilon,
                      Epsilon position)
{
    check_sizes({state.w.size(), state.g.size(), gradient.size()});
    check_rate(eta);
    check_epsilon(epsilon);
    //! [7.6 Adagrad: step]
    const Vector g = state.g + xt::square(gradient);
    return {state.w - eta / root(g, epsilon, position) * gradient, g};
    //! [7.6 Adagrad: step]
}

// The same with an average in place of the sum.
Adaptive rmsprop_step(const Adaptive& state, const Vector& gradient, double eta, double gamma,
                      double epsilon, Epsilon position)
{
    check_sizes({state.w.size(), state.g.size(), gradient.size()});
    check_rate(eta);
    check_fraction(gamma);
    check_epsilon(epsilon);
    //! [7.7 RMSProp]
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    return {state.w - eta / root(g, epsilon, position) * gradient, g};
    //! [7.7 RMSProp]
}

// First g, then the step with the old s, then s.
Adadelta adadelta_step(const Adadelta& state, const Vector& gradient, double eta, double gamma,
                       double epsilon)
{
    check_sizes({state.w.size(), state.g.size(), state.s.size(), gradient.size()});
    check_rate(eta);
    check_fraction(gamma);
    check_epsilon(epsilon);
    //! [7.8 Adadelta]
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = xt::sqrt(state.s + epsilon) / xt::sqrt(g + epsilon) * gradient;
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(step);
    return {state.w - eta * step, g, s};
    //! [7.8 Adadelta]
}

// An average of t terms that began at 0 holds only the fraction 1 − βᵗ of them.
Vector corrected(const Vector& average, double beta, int t)
{
    check_fraction(beta);
    require(t >= 1, "an average without terms cannot be corrected");
    //! [7.9 Adam: bias correction]
    return average / (1.0 - std::pow(beta, t));
    //! [7.9 Adam: bias correction]
}

// Momentum's average gives the direction, RMSProp's the size of the step, both corrected.
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
    //! [7.9 Adam: step]
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = corrected(m, beta_1, t);
    const Vector g_hat = corrected(g, beta_2, t);
    return {state.w - eta / root(g_hat, epsilon, position) * m_hat, m, g, state.g_max, t};
    //! [7.9 Adam: step]
}

// Keras: η decays and takes the corrections, ε meets the uncorrected root, AMSGrad its maximum.
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
    //! [7.10 AMSGrad and decay]
    const int t = state.t + 1;
    const double eta = decayed(lr, decay, state.t) * std::sqrt(1.0 - std::pow(beta_2, t)) /
                       (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, g_max, t};
    //! [7.10 AMSGrad and decay]
}

} // namespace optimizers
