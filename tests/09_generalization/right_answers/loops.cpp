/// @file
/// Right answers with nothing but loops over single numbers.
#include "generalization.hpp"

namespace generalization {

Matrix monomials(const Vector& x, int degree)
{
    check_degree(degree);
    Matrix X = xt::zeros<double>({x.size(), std::size_t(degree) + 1});
    for (std::size_t n = 0; n < x.size(); n++) {
        double power = 1;
        for (std::size_t k = 0; k < X.shape(1); k++) {
            X(n, k) = power;
            power *= x(n);
        }
    }
    return X;
}

Matrix legendre(const Vector& x, int degree)
{
    check_degree(degree);
    Matrix P = xt::zeros<double>({x.size(), std::size_t(degree) + 1});
    for (std::size_t n = 0; n < x.size(); n++) {
        double before = 0, last = 1;
        for (std::size_t k = 0; k < P.shape(1); k++) {
            P(n, k) = last;
            const double next =
                ((2 * double(k) + 1) * x(n) * last - double(k) * before) / (double(k) + 1);
            before = last;
            last = next;
        }
    }
    return P;
}

Vector fit(const Matrix& X, const Vector& t)
{
    check_data(X, t);
    Matrix A = xt::zeros<double>({X.shape(1), X.shape(1)});
    Vector b = xt::zeros<double>({X.shape(1)});
    for (std::size_t n = 0; n < X.shape(0); n++)
        for (std::size_t i = 0; i < X.shape(1); i++) {
            b(i) += X(n, i) * t(n);
            for (std::size_t j = 0; j < X.shape(1); j++)
                A(i, j) += X(n, i) * X(n, j);
        }
    return solve(A, b);
}

double mean_squared_error(const Matrix& X, const Vector& w, const Vector& t)
{
    check_data(X, t);
    check_weights(X, w);
    double sum = 0;
    for (std::size_t n = 0; n < X.shape(0); n++) {
        double y = 0;
        for (std::size_t j = 0; j < X.shape(1); j++)
            y += X(n, j) * w(j);
        sum += (t(n) - y) * (t(n) - y);
    }
    return sum / double(X.shape(0));
}

Split split(const std::vector<std::size_t>& order, int validation, int test)
{
    if (validation < 0 || test < 0 || validation + test >= int(order.size()))
        throw std::invalid_argument("these parts cannot be made");
    Split parts;
    const int training = int(order.size()) - validation - test;
    int k = 0;
    for (std::size_t row : order) {
        (k < training                ? parts.training
         : k < training + validation ? parts.validation
                                     : parts.test)
            .push_back(row);
        k++;
    }
    return parts;
}

Curves error_curves(const Vector& x, const Vector& t, const Vector& x_validation,
                    const Vector& t_validation, int highest)
{
    check_degree(highest);
    Curves curves;
    for (int d = 0; d < highest + 1; d++) {
        const Vector w = fit(legendre(x, d), t);
        curves.validation.push_back(mean_squared_error(legendre(x_validation, d), w, t_validation));
        curves.training.push_back(mean_squared_error(legendre(x, d), w, t));
    }
    return curves;
}

int best_degree(const std::vector<double>& validation)
{
    require(!validation.empty(), "no degree");
    int best = 0;
    double lowest = validation.front();
    int degree = 0;
    for (double error : validation) {
        if (lowest > error) {
            lowest = error;
            best = degree;
        }
        degree++;
    }
    return best;
}

Diagnosis diagnose(double training, double validation, double goal, double gap)
{
    if (gap < 0)
        throw std::invalid_argument("gap");
    Diagnosis diagnosis{false, false};
    if (training > goal)
        diagnosis.high_bias = true;
    if (validation - training > gap)
        diagnosis.high_variance = true;
    return diagnosis;
}

Parts bias_and_variance(const Matrix& predictions, const Vector& truth)
{
    const std::size_t D = predictions.shape(0), M = predictions.shape(1);
    require(D > 0 && M > 0 && truth.size() == M, "shapes");
    Parts parts{0, 0};
    for (std::size_t i = 0; i < M; i++) {
        double mean = 0;
        for (std::size_t d = 0; d < D; d++)
            mean += predictions(d, i) / double(D);
        parts.bias_squared += (mean - truth(i)) * (mean - truth(i)) / double(M);
        for (std::size_t d = 0; d < D; d++)
            parts.variance +=
                (predictions(d, i) - mean) * (predictions(d, i) - mean) / double(D * M);
    }
    return parts;
}

double expected_error(const Parts& parts, double sigma)
{
    if (sigma < 0)
        throw std::invalid_argument("sigma");
    return std::pow(sigma, 2) + parts.variance + parts.bias_squared;
}

Vector penalized(const Vector& w)
{
    require(w.size() > 0, "no bias");
    Vector weights = xt::zeros<double>({w.size()});
    for (std::size_t j = 1; j < w.size(); j++)
        weights(j) = w(j);
    return weights;
}

double regularized_error(const Matrix& X, const Vector& w, const Vector& t, double lambda)
{
    check_lambda(lambda);
    double E = mean_squared_error(X, w, t) / 2;
    for (std::size_t j = 1; j < w.size(); j++)
        E += lambda * w(j) * w(j) / 2;
    return E;
}

Vector regularized_gradient(const Matrix& X, const Vector& w, const Vector& t, double lambda)
{
    check_data(X, t);
    check_weights(X, w);
    check_lambda(lambda);
    Vector gradient = xt::zeros<double>({w.size()});
    for (std::size_t n = 0; n < X.shape(0); n++) {
        double miss = -t(n);
        for (std::size_t j = 0; j < w.size(); j++)
            miss += X(n, j) * w(j);
        for (std::size_t j = 0; j < w.size(); j++)
            gradient(j) += miss * X(n, j) / double(X.shape(0));
    }
    for (std::size_t j = 1; j < w.size(); j++)
        gradient(j) += lambda * w(j);
    return gradient;
}

Vector ridge(const Matrix& X, const Vector& t, double lambda)
{
    check_data(X, t);
    check_lambda(lambda);
    Matrix A = xt::zeros<double>({X.shape(1), X.shape(1)});
    Vector b = xt::zeros<double>({X.shape(1)});
    for (std::size_t i = 0; i < X.shape(1); i++) {
        for (std::size_t n = 0; n < X.shape(0); n++) {
            b(i) += X(n, i) * t(n);
            for (std::size_t j = 0; j < X.shape(1); j++)
                A(i, j) += X(n, i) * X(n, j);
        }
        if (i > 0)
            A(i, i) += lambda * double(X.shape(0));
    }
    return solve(A, b);
}

namespace {

/// Adam, with `inside` as a part of the gradient and `beside` taken away from the weights.
Adam step_of(const Adam& state, const Vector& inside, const Vector& beside, double eta)
{
    Adam next = state;
    next.t++;
    for (std::size_t i = 0; i < state.w.size(); i++) {
        next.m(i) = 0.9 * state.m(i) + 0.1 * inside(i);
        next.g(i) = 0.999 * state.g(i) + 0.001 * inside(i) * inside(i);
        const double m = next.m(i) / (1 - std::pow(0.9, next.t));
        const double g = next.g(i) / (1 - std::pow(0.999, next.t));
        next.w(i) -= eta * m / (std::sqrt(g) + 1e-8) + beside(i);
    }
    return next;
}

} // namespace

Adam adam_l2_step(const Adam& state, const Vector& gradient, double eta, double lambda)
{
    check_state(state, gradient);
    check_rate(eta);
    check_lambda(lambda);
    Vector whole = gradient;
    for (std::size_t i = 1; i < whole.size(); i++)
        whole(i) += lambda * state.w(i);
    return step_of(state, whole, xt::zeros<double>({whole.size()}), eta);
}

Adam adamw_step(const Adam& state, const Vector& gradient, double eta, double lambda)
{
    check_state(state, gradient);
    check_rate(eta);
    check_lambda(lambda);
    Vector decay = xt::zeros<double>({gradient.size()});
    for (std::size_t i = 1; i < decay.size(); i++)
        decay(i) = eta * lambda * state.w(i);
    return step_of(state, gradient, decay, eta);
}

Stopped early_stopping(const Vector& start, const std::function<Vector(const Vector&)>& one_epoch,
                       const std::function<double(const Vector&)>& validation, int patience,
                       int epochs)
{
    if (patience < 0 || epochs < 0)
        throw std::invalid_argument("patience and epochs");
    Vector w = start, best_w = start;
    double lowest = validation(start);
    int best_epoch = 0, epoch = 0;
    while (epoch < epochs && epoch - best_epoch < patience) {
        w = one_epoch(w);
        epoch++;
        const double error = validation(w);
        if (lowest > error) {
            lowest = error;
            best_w = w;
            best_epoch = epoch;
        }
    }
    return {best_w, best_epoch, lowest, epoch};
}

Scale scale_of(const Matrix& X)
{
    require(X.shape(0) > 0 && X.shape(1) > 0, "no rows or columns");
    const double N = double(X.shape(0));
    Scale scale{xt::zeros<double>({X.shape(1)}), xt::ones<double>({X.shape(1)})};
    for (std::size_t j = 0; j < X.shape(1); j++) {
        bool constant = true;
        double sum = 0, squares = 0;
        for (std::size_t n = 0; n < X.shape(0); n++) {
            sum += X(n, j);
            constant = constant && X(n, j) == X(0, j);
        }
        scale.mean(j) = sum / N;
        for (std::size_t n = 0; n < X.shape(0); n++)
            squares += std::pow(X(n, j) - scale.mean(j), 2);
        if (!constant)
            scale.deviation(j) = std::sqrt(squares / N);
    }
    return scale;
}

Matrix standardize(const Matrix& X, const Scale& scale)
{
    require(X.shape(1) == scale.mean.size(), "columns");
    Matrix Z = X;
    for (std::size_t n = 0; n < X.shape(0); n++)
        for (std::size_t j = 0; j < X.shape(1); j++)
            Z(n, j) = (X(n, j) - scale.mean(j)) / scale.deviation(j);
    return Z;
}

Matrix curvature(const Matrix& X)
{
    require(X.shape(0) > 0, "no rows");
    Matrix H = xt::zeros<double>({X.shape(1), X.shape(1)});
    for (std::size_t i = 0; i < X.shape(1); i++)
        for (std::size_t j = 0; j < X.shape(1); j++)
            for (std::size_t n = 0; n < X.shape(0); n++)
                H(i, j) += X(n, i) * X(n, j) / double(X.shape(0));
    return H;
}

double largest_rate(const Matrix& X)
{
    double largest = 0;
    for (double value : eigenvalues(curvature(X)))
        largest = std::max(largest, value);
    return 2 / largest;
}

double condition_number(const Matrix& X)
{
    const Vector values = eigenvalues(curvature(X));
    double smallest = values(0), largest = values(0);
    for (double value : values) {
        smallest = std::min(smallest, value);
        largest = std::max(largest, value);
    }
    return largest / smallest;
}

} // namespace generalization
