/// @file
/// Chapter 9, generalization. Every function is a part of one step of the chapter; its formula,
/// shapes and source stand in generalization.hpp. The lines above a step's place refuse what the
/// step cannot compute with; they are given, and so are `size` and Adam's step.
/// `solve(A, b)` and `eigenvalues(A)` are in common/math/linalg.hpp.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "generalization.hpp"

namespace generalization {

namespace {

/// A count as the size of a vector or matrix.
[[maybe_unused]] std::size_t size(int count)
{
    return static_cast<std::size_t>(count);
}

/// One step of Adam with its usual constants, as in step 7.9.
[[maybe_unused]] Adam adam_step(const Adam& state, const Vector& gradient, double eta)
{
    const double beta_1 = 0.9, beta_2 = 0.999, epsilon = 1e-8;
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    return {state.w - eta * m_hat / (xt::sqrt(g_hat) + epsilon), m, g, t};
}

} // namespace

// Every power is the one before it times x.
Matrix monomials(const Vector& x, int degree)
{
    check_degree(degree);
    throw todo("9.1");
}

// P₀ = 1, P₁ = x, then ((2k + 1) x Pₖ − k Pₖ₋₁) / (k + 1).
Matrix legendre(const Vector& x, int degree)
{
    check_degree(degree);
    throw todo("9.1");
}

// The w at which the slope Xᵀ(X w − t) is 0.
Vector fit(const Matrix& X, const Vector& t)
{
    check_data(X, t);
    throw todo("9.2");
}

// The mean of (xₙ·w − tₙ)².
double mean_squared_error(const Matrix& X, const Vector& w, const Vector& t)
{
    check_data(X, t);
    check_weights(X, w);
    throw todo("9.2");
}

// One walk through the order; the parts follow each other.
Split split(const std::vector<std::size_t>& order, int validation, int test)
{
    require(validation >= 0 && test >= 0, "a part cannot have fewer than 0 rows");
    require(size(validation) + size(test) < order.size(), "no row is left for training");
    throw todo("9.3");
}

// Each degree is fitted to the training rows alone; the validation rows only look at the result.
Curves error_curves(const Vector& x, const Vector& t, const Vector& x_validation,
                    const Vector& t_validation, int highest)
{
    check_degree(highest);
    require(x.size() == t.size() && x_validation.size() == t_validation.size(),
            "every input needs one target");
    require(t.size() >= 1 && t_validation.size() >= 1, "there must be rows of both kinds");
    throw todo("9.4");
}

// A higher degree has to be better to be taken.
int best_degree(const std::vector<double>& validation)
{
    require(!validation.empty(), "there must be a degree to choose");
    throw todo("9.4");
}

// The height of the training error, and the gap to the validation error.
Diagnosis diagnose(double training, double validation, double goal, double gap)
{
    require(gap >= 0.0, "the gap must be 0 or more");
    throw todo("9.5");
}

// How far the mean fit is from the truth, and the fits from their mean.
Parts bias_and_variance(const Matrix& predictions, const Vector& truth)
{
    require(predictions.shape(0) >= 1 && predictions.shape(1) >= 1,
            "there must be a draw and a point or more");
    require(predictions.shape(1) == truth.size(), "every point needs its truth");
    throw todo("9.6");
}

// bias² + variance + σ².
double expected_error(const Parts& parts, double sigma)
{
    require(sigma >= 0.0, "a standard deviation must be 0 or more");
    throw todo("9.6");
}

// (0, w₁, w₂, …).
Vector penalized(const Vector& w)
{
    require(w.size() >= 1, "there must be a bias");
    throw todo("9.7");
}

// Half the mean squared error, and λ/2 times the sum of the squared weights.
double regularized_error(const Matrix& X, const Vector& w, const Vector& t, double lambda)
{
    check_data(X, t);
    check_weights(X, w);
    check_lambda(lambda);
    throw todo("9.7");
}

// Both halves cancel the 2 of their squares.
Vector regularized_gradient(const Matrix& X, const Vector& w, const Vector& t, double lambda)
{
    check_data(X, t);
    check_weights(X, w);
    check_lambda(lambda);
    throw todo("9.7");
}

// The w at which that gradient is 0: λ is added to the diagonal, but not at the bias.
Vector ridge(const Matrix& X, const Vector& t, double lambda)
{
    check_data(X, t);
    check_lambda(lambda);
    throw todo("9.8");
}

// The penalty's slope goes through both averages, like any other slope.
Adam adam_l2_step(const Adam& state, const Vector& gradient, double eta, double lambda)
{
    check_state(state, gradient);
    check_rate(eta);
    check_lambda(lambda);
    throw todo("9.9");
}

// The decay does not go through the averages: every weight shrinks by the same factor.
Adam adamw_step(const Adam& state, const Vector& gradient, double eta, double lambda)
{
    check_state(state, gradient);
    check_rate(eta);
    check_lambda(lambda);
    throw todo("9.9");
}

// The best so far is kept; `waited` counts the epochs since.
Stopped early_stopping(const Vector& start, const std::function<Vector(const Vector&)>& one_epoch,
                       const std::function<double(const Vector&)>& validation, int patience,
                       int epochs)
{
    require(patience >= 0, "patience must be 0 or more");
    require(epochs >= 0, "there cannot be fewer than 0 epochs");
    throw todo("9.10");
}

// Column by column; a column without spread is only shifted.
Scale scale_of(const Matrix& X)
{
    require(X.shape(0) >= 1 && X.shape(1) >= 1, "X must have a row and a column or more");
    throw todo("9.11");
}

// The same mean and deviation for all rows.
Matrix standardize(const Matrix& X, const Scale& scale)
{
    require(X.shape(1) == scale.mean.size() && X.shape(1) == scale.deviation.size(),
            "X must have a column for every mean and deviation");
    throw todo("9.11");
}

// XᵀX / N.
Matrix curvature(const Matrix& X)
{
    require(X.shape(0) >= 1 && X.shape(1) >= 1, "X must have a row and a column or more");
    throw todo("9.12");
}

// 2/λ with the largest curvature.
double largest_rate(const Matrix& X)
{
    require(X.shape(0) >= 1 && X.shape(1) >= 1, "X must have a row and a column or more");
    throw todo("9.12");
}

// The largest curvature over the smallest.
double condition_number(const Matrix& X)
{
    require(X.shape(0) >= 1 && X.shape(1) >= 1, "X must have a row and a column or more");
    throw todo("9.12");
}

} // namespace generalization
