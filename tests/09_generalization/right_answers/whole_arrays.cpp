/// @file
/// Right answers with whole columns and matrices, in formulas that the text does not have.
#include "generalization.hpp"

#include <numeric>

namespace generalization {

Matrix monomials(const Vector& x, int degree)
{
    check_degree(degree);
    Matrix X = xt::ones<double>({x.size(), static_cast<std::size_t>(degree) + 1});
    for (int k = 1; k <= degree; ++k)
        xt::view(X, xt::all(), k) = xt::pow(x, static_cast<double>(k));
    return X;
}

// P_k from P_(k−1) and P_(k−2): (2 − 1/k) x P_(k−1) − (1 − 1/k) P_(k−2).
Matrix legendre(const Vector& x, int degree)
{
    check_degree(degree);
    Matrix P = xt::ones<double>({x.size(), static_cast<std::size_t>(degree) + 1});
    if (degree > 0)
        xt::view(P, xt::all(), 1) = x;
    for (int k = 2; k <= degree; ++k) {
        const Vector last = xt::view(P, xt::all(), k - 1), before = xt::view(P, xt::all(), k - 2);
        xt::view(P, xt::all(), k) = (2.0 - 1.0 / k) * x * last - (1.0 - 1.0 / k) * before;
    }
    return P;
}

Vector fit(const Matrix& X, const Vector& t)
{
    check_data(X, t);
    const Matrix rows = transpose(X);
    const double N = static_cast<double>(t.size());
    return solve(2.0 * matmul(rows, X) / N, 2.0 * matvec(rows, t) / N);
}

double mean_squared_error(const Matrix& X, const Vector& w, const Vector& t)
{
    check_data(X, t);
    check_weights(X, w);
    const Vector miss = t - matvec(X, w);
    return dot(miss, miss) / static_cast<double>(miss.size());
}

Split split(const std::vector<std::size_t>& order, int validation, int test)
{
    require(validation >= 0 && test >= 0 && validation + test < static_cast<int>(order.size()),
            "these parts cannot be made");
    const auto second = order.end() - test;
    const auto first = second - validation;
    return {{order.begin(), first}, {first, second}, {second, order.end()}};
}

Curves error_curves(const Vector& x, const Vector& t, const Vector& x_validation,
                    const Vector& t_validation, int highest)
{
    check_degree(highest);
    require(x.size() == t.size() && x_validation.size() == t_validation.size(), "sizes");
    const Matrix X = legendre(x, highest), V = legendre(x_validation, highest);
    Curves curves;
    for (int degree = 0; degree <= highest; ++degree) {
        const Matrix here = xt::view(X, xt::all(), xt::range(0, degree + 1));
        const Matrix there = xt::view(V, xt::all(), xt::range(0, degree + 1));
        const Vector w = fit(here, t);
        curves.training.push_back(mean_squared_error(here, w, t));
        curves.validation.push_back(mean_squared_error(there, w, t_validation));
    }
    return curves;
}

int best_degree(const std::vector<double>& validation)
{
    require(!validation.empty(), "no degree");
    return static_cast<int>(std::min_element(validation.begin(), validation.end()) -
                            validation.begin());
}

Diagnosis diagnose(double training, double validation, double goal, double gap)
{
    require(gap >= 0.0, "gap");
    return {goal < training, gap < validation - training};
}

// The variance as mean of squares less square of mean.
Parts bias_and_variance(const Matrix& predictions, const Vector& truth)
{
    require(predictions.shape(0) > 0 && predictions.shape(1) == truth.size(), "shapes");
    const Vector mean = xt::mean(predictions, {0});
    const Vector variance = xt::mean(xt::square(predictions), {0}) - xt::square(mean);
    const double points = static_cast<double>(truth.size());
    return {dot(mean - truth, mean - truth) / points, xt::sum(variance)() / points};
}

double expected_error(const Parts& parts, double sigma)
{
    require(sigma >= 0.0, "sigma");
    return (parts.bias_squared + parts.variance) + std::pow(sigma, 2.0);
}

Vector penalized(const Vector& w)
{
    require(w.size() >= 1, "no bias");
    Vector mask = xt::ones<double>({w.size()});
    mask(0) = 0.0;
    return mask * w;
}

double regularized_error(const Matrix& X, const Vector& w, const Vector& t, double lambda)
{
    check_data(X, t);
    check_lambda(lambda);
    const Vector miss = matvec(X, w) - t;
    const double squares = dot(w, w) - w(0) * w(0);
    return 0.5 * (dot(miss, miss) / static_cast<double>(t.size()) + lambda * squares);
}

Vector regularized_gradient(const Matrix& X, const Vector& w, const Vector& t, double lambda)
{
    check_data(X, t);
    check_lambda(lambda);
    const double N = static_cast<double>(X.shape(0));
    Vector gradient =
        matvec(matmul(transpose(X), X), w) / N - matvec(transpose(X), t) / N + lambda * w;
    gradient(0) -= lambda * w(0);
    return gradient;
}

Vector ridge(const Matrix& X, const Vector& t, double lambda)
{
    check_data(X, t);
    check_lambda(lambda);
    Vector diagonal = lambda * static_cast<double>(t.size()) * xt::ones<double>({X.shape(1)});
    diagonal(0) = 0.0;
    Matrix A = matmul(transpose(X), X);
    for (std::size_t j = 0; j < diagonal.size(); ++j)
        A(j, j) += diagonal(j);
    return solve(A, matvec(transpose(X), t));
}

namespace {

Adam plain_step(const Adam& state, const Vector& gradient, double eta)
{
    const int t = state.t + 1;
    const Vector m = state.m + 0.1 * (gradient - state.m);
    const Vector g = state.g + 0.001 * (gradient * gradient - state.g);
    const Vector root = xt::sqrt(g / (1.0 - std::pow(0.999, t))) + 1e-8;
    return {state.w - eta / (1.0 - std::pow(0.9, t)) * m / root, m, g, t};
}

} // namespace

Adam adam_l2_step(const Adam& state, const Vector& gradient, double eta, double lambda)
{
    check_state(state, gradient);
    check_rate(eta);
    check_lambda(lambda);
    Vector slope = gradient + lambda * state.w;
    slope(0) = gradient(0);
    return plain_step(state, slope, eta);
}

// First the decay, w ← (1 − η λ) w, then Adam's step, as PyTorch has it.
Adam adamw_step(const Adam& state, const Vector& gradient, double eta, double lambda)
{
    check_state(state, gradient);
    check_rate(eta);
    check_lambda(lambda);
    Adam decayed = state;
    decayed.w = (1.0 - eta * lambda) * state.w;
    decayed.w(0) = state.w(0);
    return plain_step(decayed, gradient, eta);
}

// All weights and errors are kept; the best of them is found at the end.
Stopped early_stopping(const Vector& start, const std::function<Vector(const Vector&)>& one_epoch,
                       const std::function<double(const Vector&)>& validation, int patience,
                       int epochs)
{
    require(patience >= 0 && epochs >= 0, "patience and epochs");
    std::vector<Vector> weights{start};
    std::vector<double> errors{validation(start)};
    std::size_t best = 0;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        if (errors.size() - 1 - best >= static_cast<std::size_t>(patience))
            break;
        weights.push_back(one_epoch(weights.back()));
        errors.push_back(validation(weights.back()));
        best = static_cast<std::size_t>(std::min_element(errors.begin(), errors.end()) -
                                        errors.begin());
    }
    return {weights[best], static_cast<int>(best), errors[best],
            static_cast<int>(errors.size()) - 1};
}

Scale scale_of(const Matrix& X)
{
    require(X.shape(0) > 0 && X.shape(1) > 0, "no rows or columns");
    const Vector first = xt::row(X, 0);
    // Shifted by the first row, a constant column is exactly 0, and so is its deviation.
    const Matrix shifted = X - first;
    const Vector mean = xt::mean(shifted, {0});
    const Vector deviation = xt::sqrt(xt::mean(xt::square(shifted - mean), {0}));
    return {first + mean, xt::where(deviation > 0.0, deviation, 1.0)};
}

Matrix standardize(const Matrix& X, const Scale& scale)
{
    require(X.shape(1) == scale.mean.size(), "columns");
    return X / scale.deviation - scale.mean / scale.deviation;
}

Matrix curvature(const Matrix& X)
{
    require(X.shape(0) > 0, "no rows");
    Matrix H = xt::zeros<double>({X.shape(1), X.shape(1)});
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        const Vector x = xt::row(X, n);
        H += outer(x, x);
    }
    return H / static_cast<double>(X.shape(0));
}

double largest_rate(const Matrix& X)
{
    const Vector values = eigenvalues(curvature(X));
    return 2.0 / values(values.size() - 1);
}

double condition_number(const Matrix& X)
{
    const Vector values = eigenvalues(curvature(X));
    return values(values.size() - 1) / values(0);
}

} // namespace generalization
