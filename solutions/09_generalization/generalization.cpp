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
    //! [9.1 the basis: monomials]
    Matrix X = xt::ones<double>({x.size(), size(degree) + 1});
    for (std::size_t n = 0; n < x.size(); ++n)
        for (std::size_t k = 1; k <= size(degree); ++k)
            X(n, k) = X(n, k - 1) * x(n);
    return X;
    //! [9.1 the basis: monomials]
}

// P₀ = 1, P₁ = x, then ((2k + 1) x Pₖ − k Pₖ₋₁) / (k + 1).
Matrix legendre(const Vector& x, int degree)
{
    check_degree(degree);
    //! [9.1 the basis: Legendre]
    Matrix P = xt::ones<double>({x.size(), size(degree) + 1});
    for (std::size_t n = 0; n < x.size(); ++n) {
        if (degree >= 1)
            P(n, 1) = x(n);
        for (std::size_t k = 1; k < size(degree); ++k)
            P(n, k + 1) = ((2.0 * k + 1.0) * x(n) * P(n, k) - k * P(n, k - 1)) / (k + 1.0);
    }
    return P;
    //! [9.1 the basis: Legendre]
}

// The w at which the slope Xᵀ(X w − t) is 0.
Vector fit(const Matrix& X, const Vector& t)
{
    check_data(X, t);
    //! [9.2 least squares: fit]
    return solve(matmul(transpose(X), X), matvec(transpose(X), t));
    //! [9.2 least squares: fit]
}

// The mean of (xₙ·w − tₙ)².
double mean_squared_error(const Matrix& X, const Vector& w, const Vector& t)
{
    check_data(X, t);
    check_weights(X, w);
    //! [9.2 least squares: error]
    return xt::mean(xt::square(matvec(X, w) - t))();
    //! [9.2 least squares: error]
}

// One walk through the order; the parts follow each other.
Split split(const std::vector<std::size_t>& order, int validation, int test)
{
    require(validation >= 0 && test >= 0, "a part cannot have fewer than 0 rows");
    require(size(validation) + size(test) < order.size(), "no row is left for training");
    //! [9.3 training, validation, test]
    const std::size_t end_of_validation = order.size() - size(test);
    const std::size_t end_of_training = end_of_validation - size(validation);
    Split parts;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (k < end_of_training)
            parts.training.push_back(order[k]);
        else if (k < end_of_validation)
            parts.validation.push_back(order[k]);
        else
            parts.test.push_back(order[k]);
    }
    return parts;
    //! [9.3 training, validation, test]
}

// Each degree is fitted to the training rows alone; the validation rows only look at the result.
Curves error_curves(const Vector& x, const Vector& t, const Vector& x_validation,
                    const Vector& t_validation, int highest)
{
    check_degree(highest);
    require(x.size() == t.size() && x_validation.size() == t_validation.size(),
            "every input needs one target");
    require(t.size() >= 1 && t_validation.size() >= 1, "there must be rows of both kinds");
    //! [9.4 error over degree: curves]
    Curves curves;
    for (int degree = 0; degree <= highest; ++degree) {
        const Matrix X = legendre(x, degree);
        const Matrix X_validation = legendre(x_validation, degree);
        const Vector w = fit(X, t);
        curves.training.push_back(mean_squared_error(X, w, t));
        curves.validation.push_back(mean_squared_error(X_validation, w, t_validation));
    }
    return curves;
    //! [9.4 error over degree: curves]
}

// A higher degree has to be better to be taken.
int best_degree(const std::vector<double>& validation)
{
    require(!validation.empty(), "there must be a degree to choose");
    //! [9.4 error over degree: choice]
    std::size_t best = 0;
    for (std::size_t degree = 1; degree < validation.size(); ++degree)
        if (validation[degree] < validation[best])
            best = degree;
    return static_cast<int>(best);
    //! [9.4 error over degree: choice]
}

// The height of the training error, and the gap to the validation error.
Diagnosis diagnose(double training, double validation, double goal, double gap)
{
    require(gap >= 0.0, "the gap must be 0 or more");
    //! [9.5 diagnosis]
    return {training > goal, validation - training > gap};
    //! [9.5 diagnosis]
}

// How far the mean fit is from the truth, and the fits from their mean.
Parts bias_and_variance(const Matrix& predictions, const Vector& truth)
{
    require(predictions.shape(0) >= 1 && predictions.shape(1) >= 1,
            "there must be a draw and a point or more");
    require(predictions.shape(1) == truth.size(), "every point needs its truth");
    //! [9.6 bias and variance: parts]
    const Vector mean = xt::mean(predictions, {0});
    return {xt::mean(xt::square(mean - truth))(), xt::mean(xt::square(predictions - mean))()};
    //! [9.6 bias and variance: parts]
}

// bias² + variance + σ².
double expected_error(const Parts& parts, double sigma)
{
    require(sigma >= 0.0, "a standard deviation must be 0 or more");
    //! [9.6 bias and variance: sum]
    return parts.bias_squared + parts.variance + sigma * sigma;
    //! [9.6 bias and variance: sum]
}

// (0, w₁, w₂, …).
Vector penalized(const Vector& w)
{
    require(w.size() >= 1, "there must be a bias");
    //! [9.7 L2 regularization: what is penalized]
    Vector weights = w;
    weights(0) = 0.0;
    return weights;
    //! [9.7 L2 regularization: what is penalized]
}

// Half the mean squared error, and λ/2 times the sum of the squared weights.
double regularized_error(const Matrix& X, const Vector& w, const Vector& t, double lambda)
{
    check_data(X, t);
    check_weights(X, w);
    check_lambda(lambda);
    //! [9.7 L2 regularization: error]
    const Vector weights = penalized(w);
    return 0.5 * mean_squared_error(X, w, t) + 0.5 * lambda * dot(weights, weights);
    //! [9.7 L2 regularization: error]
}

// Both halves cancel the 2 of their squares.
Vector regularized_gradient(const Matrix& X, const Vector& w, const Vector& t, double lambda)
{
    check_data(X, t);
    check_weights(X, w);
    check_lambda(lambda);
    //! [9.7 L2 regularization: gradient]
    const double N = static_cast<double>(t.size());
    return matvec(transpose(X), matvec(X, w) - t) / N + lambda * penalized(w);
    //! [9.7 L2 regularization: gradient]
}

// The w at which that gradient is 0: λ is added to the diagonal, but not at the bias.
Vector ridge(const Matrix& X, const Vector& t, double lambda)
{
    check_data(X, t);
    check_lambda(lambda);
    //! [9.8 ridge regression]
    const double N = static_cast<double>(t.size());
    Matrix A = matmul(transpose(X), X) / N;
    for (std::size_t j = 1; j < X.shape(1); ++j)
        A(j, j) += lambda;
    return solve(A, matvec(transpose(X), t) / N);
    //! [9.8 ridge regression]
}

// The penalty's slope goes through both averages, like any other slope.
Adam adam_l2_step(const Adam& state, const Vector& gradient, double eta, double lambda)
{
    check_state(state, gradient);
    check_rate(eta);
    check_lambda(lambda);
    //! [9.9 decay with Adam: L2]
    return adam_step(state, gradient + lambda * penalized(state.w), eta);
    //! [9.9 decay with Adam: L2]
}

// The decay does not go through the averages: every weight shrinks by the same factor.
Adam adamw_step(const Adam& state, const Vector& gradient, double eta, double lambda)
{
    check_state(state, gradient);
    check_rate(eta);
    check_lambda(lambda);
    //! [9.9 decay with Adam: AdamW]
    const Adam next = adam_step(state, gradient, eta);
    return {next.w - eta * lambda * penalized(state.w), next.m, next.g, next.t};
    //! [9.9 decay with Adam: AdamW]
}

// The best so far is kept; `waited` counts the epochs since.
Stopped early_stopping(const Vector& start, const std::function<Vector(const Vector&)>& one_epoch,
                       const std::function<double(const Vector&)>& validation, int patience,
                       int epochs)
{
    require(patience >= 0, "patience must be 0 or more");
    require(epochs >= 0, "there cannot be fewer than 0 epochs");
    //! [9.10 early stopping]
    Stopped best{start, 0, validation(start), 0};
    Vector w = start;
    int waited = 0;
    for (int epoch = 1; epoch <= epochs && waited < patience; ++epoch) {
        w = one_epoch(w);
        const double error = validation(w);
        ++waited;
        if (error < best.error) {
            best = {w, epoch, error, epoch};
            waited = 0;
        }
        best.epochs = epoch;
    }
    return best;
    //! [9.10 early stopping]
}

// Column by column; a column without spread is only shifted.
Scale scale_of(const Matrix& X)
{
    require(X.shape(0) >= 1 && X.shape(1) >= 1, "X must have a row and a column or more");
    //! [9.11 standardizing: scale]
    const Vector mean = xt::mean(X, {0});
    const Vector deviation = xt::sqrt(xt::mean(xt::square(X - mean), {0}));
    const Vector range = xt::amax(X, {0}) - xt::amin(X, {0});
    return {mean, xt::where(range > 0.0, deviation, 1.0)};
    //! [9.11 standardizing: scale]
}

// The same mean and deviation for all rows.
Matrix standardize(const Matrix& X, const Scale& scale)
{
    require(X.shape(1) == scale.mean.size() && X.shape(1) == scale.deviation.size(),
            "X must have a column for every mean and deviation");
    //! [9.11 standardizing: any rows]
    return (X - scale.mean) / scale.deviation;
    //! [9.11 standardizing: any rows]
}

// XᵀX / N.
Matrix curvature(const Matrix& X)
{
    require(X.shape(0) >= 1 && X.shape(1) >= 1, "X must have a row and a column or more");
    //! [9.12 curvature and learning rate: curvature]
    return matmul(transpose(X), X) / static_cast<double>(X.shape(0));
    //! [9.12 curvature and learning rate: curvature]
}

// 2/λ with the largest curvature.
double largest_rate(const Matrix& X)
{
    require(X.shape(0) >= 1 && X.shape(1) >= 1, "X must have a row and a column or more");
    //! [9.12 curvature and learning rate: rate]
    return 2.0 / xt::amax(eigenvalues(curvature(X)))();
    //! [9.12 curvature and learning rate: rate]
}

// The largest curvature over the smallest.
double condition_number(const Matrix& X)
{
    require(X.shape(0) >= 1 && X.shape(1) >= 1, "X must have a row and a column or more");
    //! [9.12 curvature and learning rate: condition number]
    const Vector curvatures = eigenvalues(curvature(X));
    return xt::amax(curvatures)() / xt::amin(curvatures)();
    //! [9.12 curvature and learning rate: condition number]
}

} // namespace generalization
