/// @file
/// Right answers that lean on other steps of the chapter wherever they can.
#include "generalization.hpp"

#include <numeric>

namespace generalization {

Matrix monomials(const Vector& x, int degree)
{
    check_degree(degree);
    Matrix X = xt::ones<double>({x.size(), std::size_t(degree) + 1});
    for (std::size_t k = 0; k < X.shape(1); ++k)
        for (std::size_t n = 0; n < x.size(); ++n)
            X(n, k) = std::pow(x(n), k);
    return X;
}

Matrix legendre(const Vector& x, int degree)
{
    check_degree(degree);
    if (degree == 0)
        return xt::ones<double>({x.size(), std::size_t(1)});
    // The columns before, and one more.
    const Matrix before = legendre(x, degree - 1);
    Matrix P = xt::ones<double>({x.size(), std::size_t(degree) + 1});
    for (std::size_t n = 0; n < x.size(); ++n) {
        for (std::size_t j = 0; j < before.shape(1); ++j)
            P(n, j) = before(n, j);
        const std::size_t d = std::size_t(degree);
        P(n, d) =
            d == 1 ? x(n)
                   : ((2.0 * d - 1.0) * x(n) * before(n, d - 1) - (d - 1.0) * before(n, d - 2)) / d;
    }
    return P;
}

Vector fit(const Matrix& X, const Vector& t)
{
    check_data(X, t);
    Vector right = xt::zeros<double>({X.shape(1)});
    for (std::size_t n = 0; n < t.size(); ++n)
        right += t(n) * xt::row(X, n);
    return solve(matmul(transpose(X), X), right);
}

double mean_squared_error(const Matrix& X, const Vector& w, const Vector& t)
{
    check_data(X, t);
    check_weights(X, w);
    double mean = 0.0;
    for (std::size_t n = 0; n < t.size(); ++n) {
        const double miss = dot(xt::row(X, n), w) - t(n);
        mean += (miss * miss - mean) / (n + 1.0);
    }
    return mean;
}

Split split(const std::vector<std::size_t>& order, int validation, int test)
{
    require(validation >= 0 && test >= 0, "sizes");
    require(std::size_t(validation) + std::size_t(test) < order.size(), "no row for training");
    Split parts;
    std::vector<std::size_t> rest = order;
    for (int k = 0; k < test; ++k) {
        parts.test.insert(parts.test.begin(), rest.back());
        rest.pop_back();
    }
    for (int k = 0; k < validation; ++k) {
        parts.validation.insert(parts.validation.begin(), rest.back());
        rest.pop_back();
    }
    parts.training = rest;
    return parts;
}

Curves error_curves(const Vector& x, const Vector& t, const Vector& x_validation,
                    const Vector& t_validation, int highest)
{
    check_degree(highest);
    require(x.size() == t.size() && x_validation.size() == t_validation.size(), "sizes");
    Curves curves;
    if (highest > 0)
        curves = error_curves(x, t, x_validation, t_validation, highest - 1);
    const Vector w = fit(legendre(x, highest), t);
    curves.training.push_back(mean_squared_error(legendre(x, highest), w, t));
    curves.validation.push_back(
        mean_squared_error(legendre(x_validation, highest), w, t_validation));
    return curves;
}

int best_degree(const std::vector<double>& validation)
{
    require(!validation.empty(), "no degree");
    std::size_t best = validation.size() - 1;
    for (std::size_t d = validation.size(); d-- > 0;)
        if (validation[d] <= validation[best])
            best = d;
    return int(best);
}

Diagnosis diagnose(double training, double validation, double goal, double gap)
{
    require(gap >= 0.0, "gap");
    const bool fits = training <= goal;
    const bool generalizes = validation - training <= gap;
    return {!fits, !generalizes};
}

// Bias² is what the whole error has more than the variance.
Parts bias_and_variance(const Matrix& predictions, const Vector& truth)
{
    require(predictions.shape(0) > 0 && predictions.shape(1) == truth.size(), "shapes");
    const Vector mean = xt::mean(predictions, {0});
    const double error = xt::mean(xt::square(predictions - truth))();
    const double variance = xt::mean(xt::square(predictions - mean))();
    return {error - variance, variance};
}

double expected_error(const Parts& parts, double sigma)
{
    require(sigma >= 0.0, "sigma");
    const double noise = sigma * sigma;
    return noise + parts.bias_squared + parts.variance;
}

Vector penalized(const Vector& w)
{
    require(w.size() >= 1, "no bias");
    Vector bias = xt::zeros<double>({w.size()});
    bias(0) = w(0);
    return w - bias;
}

double regularized_error(const Matrix& X, const Vector& w, const Vector& t, double lambda)
{
    check_lambda(lambda);
    return (mean_squared_error(X, w, t) + lambda * xt::sum(xt::square(penalized(w)))()) / 2.0;
}

Vector regularized_gradient(const Matrix& X, const Vector& w, const Vector& t, double lambda)
{
    check_data(X, t);
    check_weights(X, w);
    check_lambda(lambda);
    return matvec(curvature(X), w) - matvec(transpose(X), t) / static_cast<double>(X.shape(0)) +
           lambda * penalized(w);
}

Vector ridge(const Matrix& X, const Vector& t, double lambda)
{
    check_data(X, t);
    check_lambda(lambda);
    // The gradient at 0 is −Xᵀt/N; the gradients without targets at the unit vectors are the
    // columns of the matrix.
    const Vector zero = xt::zeros<double>({X.shape(1)});
    const Vector none = xt::zeros<double>({t.size()});
    Matrix A = xt::zeros<double>({X.shape(1), X.shape(1)});
    for (std::size_t j = 0; j < X.shape(1); ++j) {
        Vector unit = zero;
        unit(j) = 1.0;
        xt::col(A, j) = regularized_gradient(X, unit, none, lambda);
    }
    return solve(A, -regularized_gradient(X, zero, t, lambda));
}

Adam adam_l2_step(const Adam& state, const Vector& gradient, double eta, double lambda)
{
    check_state(state, gradient);
    check_lambda(lambda);
    return adamw_step(state, gradient + lambda * penalized(state.w), eta, 0.0);
}

Adam adamw_step(const Adam& state, const Vector& gradient, double eta, double lambda)
{
    check_state(state, gradient);
    check_rate(eta);
    check_lambda(lambda);
    const int t = state.t + 1;
    const Vector m = 0.9 * state.m + 0.1 * gradient;
    const Vector g = 0.999 * state.g + 0.001 * xt::square(gradient);
    const double correction = std::sqrt(1.0 - std::pow(0.999, t));
    const Vector step = m / (1.0 - std::pow(0.9, t)) / (xt::sqrt(g) / correction + 1e-8);
    return {state.w - eta * (step + lambda * penalized(state.w)), m, g, t};
}

Stopped early_stopping(const Vector& start, const std::function<Vector(const Vector&)>& one_epoch,
                       const std::function<double(const Vector&)>& validation, int patience,
                       int epochs)
{
    require(patience >= 0 && epochs >= 0, "patience and epochs");
    Stopped best{start, 0, validation(start), 0};
    Vector w = start;
    int left = patience;
    while (best.epochs < epochs && left > 0) {
        w = one_epoch(w);
        ++best.epochs;
        --left;
        const double error = validation(w);
        if (error < best.error) {
            best.w = w;
            best.epoch = best.epochs;
            best.error = error;
            left = patience;
        }
    }
    return best;
}

Scale scale_of(const Matrix& X)
{
    require(X.shape(0) > 0 && X.shape(1) > 0, "no rows or columns");
    Scale scale{xt::mean(X, {0}), xt::stddev(X, {0})};
    for (std::size_t j = 0; j < X.shape(1); ++j) {
        const Vector column = xt::col(X, j);
        if (xt::amax(column)() == xt::amin(column)())
            scale.deviation(j) = 1.0;
    }
    return scale;
}

Matrix standardize(const Matrix& X, const Scale& scale)
{
    require(X.shape(1) == scale.mean.size(), "columns");
    Matrix Z = X;
    for (std::size_t n = 0; n < X.shape(0); ++n)
        xt::row(Z, n) = (xt::row(X, n) - scale.mean) / scale.deviation;
    return Z;
}

// A column of the curvature is the gradient at a unit vector, without targets.
Matrix curvature(const Matrix& X)
{
    require(X.shape(0) > 0 && X.shape(1) > 0, "no rows");
    return matmul(transpose(X) / static_cast<double>(X.shape(0)), X);
}

double largest_rate(const Matrix& X)
{
    return 2.0 / xt::amax(eigenvalues(curvature(X)))();
}

double condition_number(const Matrix& X)
{
    return largest_rate(X) > 0.0 ? 2.0 / largest_rate(X) / xt::amin(eigenvalues(curvature(X)))()
                                 : 1.0;
}

} // namespace generalization
