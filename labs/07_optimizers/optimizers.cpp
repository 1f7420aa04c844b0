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
    throw todo("7.1");
}

Vector valley_gradient(const Vector& w)
{
    check_plane(w);
    throw todo("7.1");
}

// ½ (x² + κ y²).
double bowl(const Vector& w, double kappa)
{
    check_plane(w);
    throw todo("7.1");
}

Vector bowl_gradient(const Vector& w, double kappa)
{
    check_plane(w);
    throw todo("7.1");
}

// a² + b² + c² with a = 1.5 − x + x y, b = 2.25 − x + x y², c = 2.625 − x + x y³.
double beale(const Vector& w)
{
    check_plane(w);
    throw todo("7.1");
}

Vector beale_gradient(const Vector& w)
{
    check_plane(w);
    throw todo("7.1");
}

// x² − y².
double saddle(const Vector& w)
{
    check_plane(w);
    throw todo("7.1");
}

Vector saddle_gradient(const Vector& w)
{
    check_plane(w);
    throw todo("7.1");
}

// The rows of `order` in turn, `batch_size` at a time, the rest as a batch of its own.
Batches batches(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    throw todo("7.2");
}

// The mean over the batch of (xₙ·w − tₙ) xₙ.
Vector batch_gradient(const Vector& w, const Matrix& X, const Vector& targets,
                      const std::vector<std::size_t>& rows)
{
    check_data(w, X, targets);
    check_rows(rows, X);
    throw todo("7.2");
}

// Each batch's gradient, weighted with the batch's share of the rows.
Vector mean_gradient(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    check_data(w, X, targets);
    require(!parts.empty(), "there must be a batch or more");
    for (const std::vector<std::size_t>& rows : parts)
        check_rows(rows, X);
    throw todo("7.2");
}

// A step of descent after every batch, each from where the last one ended.
Vector epoch(const Vector& w, const Matrix& X, const Vector& targets,
             const std::vector<std::size_t>& order, int batch_size, double eta)
{
    check_data(w, X, targets);
    check_rows(order, X);
    check_rate(eta);
    require(batch_size >= 1, "a batch must have a row or more");
    throw todo("7.2");
}

// w − η ∇.
Vector descend(const Vector& w, const Vector& gradient, double eta)
{
    check_sizes({w.size(), gradient.size()});
    check_rate(eta);
    throw todo("7.3");
}

// η / (1 + d t): η at first, half of it after 1/d updates.
double decayed(double eta, double decay, int t)
{
    check_rate(eta);
    check_decay(decay);
    require(t >= 0, "there cannot have been fewer than 0 updates");
    throw todo("7.3");
}

// v ← α v − η ∇, then w ← w + v.
Momentum momentum_step(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    check_sizes({state.w.size(), state.v.size(), gradient.size()});
    check_rate(eta);
    check_fraction(alpha);
    throw todo("7.4");
}

// −η times the sum of all gradients, each with a power of α that tells its age.
Vector velocity_of_past(const Matrix& gradients, double eta, double alpha)
{
    check_rate(eta);
    check_fraction(alpha);
    throw todo("7.4");
}

// w + α v.
Vector look_ahead(const Momentum& state, double alpha)
{
    check_sizes({state.w.size(), state.v.size()});
    check_fraction(alpha);
    throw todo("7.5");
}

// Momentum, but with the gradient of the point that momentum leads to.
Momentum nesterov_step(const Momentum& state, const std::function<Vector(const Vector&)>& gradient,
                       double eta, double alpha)
{
    check_sizes({state.w.size(), state.v.size()});
    check_rate(eta);
    check_fraction(alpha);
    throw todo("7.5");
}

// The same with the point ahead as parameters: w ← w + α v − η ∇ with the new v.
Momentum keras_nesterov_step(const Momentum& state, const Vector& gradient, double eta,
                             double alpha)
{
    check_sizes({state.w.size(), state.v.size(), gradient.size()});
    check_rate(eta);
    check_fraction(alpha);
    throw todo("7.5");
}

// √(g + ε) or √g + ε.
Vector root(const Vector& g, double epsilon, Epsilon position)
{
    check_epsilon(epsilon);
    throw todo("7.6");
}

// The squares are summed up, and every parameter's η is divided by the root of its own sum.
Adaptive adagrad_step(const Adaptive& state, const Vector& gradient, double eta, double epsilon,
                      Epsilon position)
{
    check_sizes({state.w.size(), state.g.size(), gradient.size()});
    check_rate(eta);
    check_epsilon(epsilon);
    throw todo("7.6");
}

// The same with an average in place of the sum.
Adaptive rmsprop_step(const Adaptive& state, const Vector& gradient, double eta, double gamma,
                      double epsilon, Epsilon position)
{
    check_sizes({state.w.size(), state.g.size(), gradient.size()});
    check_rate(eta);
    check_fraction(gamma);
    check_epsilon(epsilon);
    throw todo("7.7");
}

// First g, then the step with the old s, then s.
Adadelta adadelta_step(const Adadelta& state, const Vector& gradient, double eta, double gamma,
                       double epsilon)
{
    check_sizes({state.w.size(), state.g.size(), state.s.size(), gradient.size()});
    check_rate(eta);
    check_fraction(gamma);
    check_epsilon(epsilon);
    throw todo("7.8");
}

// An average of t terms that began at 0 holds only the fraction 1 − βᵗ of them.
Vector corrected(const Vector& average, double beta, int t)
{
    check_fraction(beta);
    require(t >= 1, "an average without terms cannot be corrected");
    throw todo("7.9");
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
    throw todo("7.9");
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
    throw todo("7.10");
}

} // namespace optimizers
