// Noisy points, fits to many draws, runs of descent, and inputs with a scale.
#include "experiments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace generalization {

double truth(double x)
{
    return std::cos(1.7 * x + 0.4);
}

Vector truth_at(const Vector& x)
{
    Vector f = x;
    std::transform(x.begin(), x.end(), f.begin(), truth);
    return f;
}

Vector even_inputs(std::size_t count)
{
    Vector x = xt::zeros<double>({count});
    for (std::size_t i = 0; i < count; ++i)
        x(i) = -1.0 + 2.0 * static_cast<double>(i) / static_cast<double>(count - 1);
    return x;
}

Points noisy(const Vector& x, Random& random)
{
    return {x, truth_at(x) + random.normal_vector(x.size(), 0.0, sigma)};
}

Points training_points()
{
    Random random{2};
    return noisy(even_inputs(20), random);
}

Points validation_points()
{
    Random random{102};
    return noisy(random.uniform_vector(40, -1.0, 1.0), random);
}

Points test_points()
{
    Random random{202};
    return noisy(random.uniform_vector(400, -1.0, 1.0), random);
}

double polynomial(const Vector& w, double x)
{
    return matvec(legendre(Vector{x}, static_cast<int>(w.size()) - 1), w)(0);
}

Predictions many_fits(int degree, std::size_t rows, std::size_t draws)
{
    Random random{31};
    const Vector x = even_inputs(rows);
    const Vector inside = 0.995 * even_inputs(200);
    const Matrix X = legendre(x, degree);
    const Matrix X_inside = legendre(inside, degree);
    Predictions result{inside, xt::zeros<double>({draws, inside.size()}), 0.0};
    for (std::size_t d = 0; d < draws; ++d) {
        const Vector w = fit(X, noisy(x, random).t);
        xt::row(result.y, d) = matvec(X_inside, w);
        result.error +=
            mean_squared_error(X_inside, w, noisy(inside, random).t) / static_cast<double>(draws);
    }
    return result;
}

namespace {

/// One epoch of batch descent on the training points.
struct Descent {
    Points points = training_points();
    Points others = validation_points();
    Matrix X = legendre(points.x, highest_degree);
    Matrix X_validation = legendre(others.x, highest_degree);
    double eta;

    explicit Descent(double share) : eta(share * largest_rate(X)) {}

    Vector start() const { return xt::zeros<double>({X.shape(1)}); }
    Vector epoch(const Vector& w) const
    {
        return w - eta * regularized_gradient(X, w, points.t, 0.0);
    }
    double training(const Vector& w) const { return mean_squared_error(X, w, points.t); }
    double validation(const Vector& w) const
    {
        return mean_squared_error(X_validation, w, others.t);
    }
};

} // namespace

Epochs descent_epochs(std::size_t epochs)
{
    const Descent descent{0.5};
    Epochs errors;
    Vector w = descent.start();
    for (std::size_t epoch = 0; epoch <= epochs; ++epoch) {
        errors.training.push_back(descent.training(w));
        errors.validation.push_back(descent.validation(w));
        w = descent.epoch(w);
    }
    return errors;
}

Stopped stopped_descent(int patience, int epochs, double share)
{
    const Descent descent{share};
    return early_stopping(
        descent.start(), [&](const Vector& w) { return descent.epoch(w); },
        [&](const Vector& w) { return descent.validation(w); }, patience, epochs);
}

double percent_of_good_choices(int draws)
{
    Random random{41};
    int good = 0;
    for (int draw = 0; draw < draws; ++draw) {
        const Points points = noisy(even_inputs(20), random);
        const Points others = noisy(random.uniform_vector(40, -1.0, 1.0), random);
        const int best = best_degree(
            error_curves(points.x, points.t, others.x, others.t, highest_degree).validation);
        good += best >= 2 && best <= 5 ? 1 : 0;
    }
    return 100.0 * good / draws;
}

double error_with_random_inputs(int draws)
{
    Random random{43};
    std::vector<double> errors;
    for (int draw = 0; draw < draws; ++draw) {
        const Points points = noisy(random.uniform_vector(20, -1.0, 1.0), random);
        const Points others = noisy(random.uniform_vector(40, -1.0, 1.0), random);
        const Vector w = fit(legendre(points.x, highest_degree), points.t);
        errors.push_back(mean_squared_error(legendre(others.x, highest_degree), w, others.t));
    }
    const auto middle = errors.begin() + draws / 2;
    std::nth_element(errors.begin(), middle, errors.end());
    return *middle;
}

Houses houses(std::size_t rows)
{
    Random random{11};
    Houses data{xt::zeros<double>({rows, std::size_t{3}}), xt::zeros<double>({rows})};
    for (std::size_t n = 0; n < rows; ++n) {
        const double area = random.uniform(40.0, 160.0);
        data.X(n, 0) = std::round(random.uniform(1950.0, 2020.0));
        data.X(n, 1) = std::round(area);
        data.X(n, 2) = std::round(area / 28.0 + random.normal(0.5, 0.8));
        data.t(n) = 0.3 + 0.02 * (data.X(n, 0) - 1985.0) + 0.025 * (data.X(n, 1) - 100.0) +
                    0.2 * data.X(n, 2) + random.normal(0.0, 0.3);
    }
    return data;
}

Matrix with_ones(const Matrix& X)
{
    Matrix wider = xt::ones<double>({X.shape(0), X.shape(1) + 1});
    xt::view(wider, xt::all(), xt::range(1, X.shape(1) + 1)) = X;
    return wider;
}

int epochs_needed(const Matrix& X, const Vector& t, int most)
{
    const Vector curvatures = eigenvalues(curvature(X));
    const double eta = 2.0 / (xt::amax(curvatures)() + xt::amin(curvatures)());
    Vector w = xt::zeros<double>({X.shape(1)});
    const double first = mean_squared_error(X, w, t);
    const double lowest = mean_squared_error(X, fit(X, t), t);
    for (int epoch = 0; epoch <= most; ++epoch) {
        if (mean_squared_error(X, w, t) - lowest <= 1e-3 * (first - lowest))
            return epoch;
        w -= eta * regularized_gradient(X, w, t, 0.0);
    }
    return -1;
}

Decays decaying_weights(bool decoupled, int steps)
{
    const Vector zero = xt::zeros<double>({std::size_t{3}});
    Adam state{{0.0, 1.0, 1.0}, zero, zero, 0};
    Decays weights{{1.0}, {1.0}};
    for (int step = 0; step < steps; ++step) {
        const double sign = step % 2 == 0 ? 1.0 : -1.0;
        const Vector gradient{0.0, 10.0 * sign, 0.1 * sign};
        state = decoupled ? adamw_step(state, gradient, 0.002, 0.5)
                          : adam_l2_step(state, gradient, 0.002, 0.5);
        weights.large.push_back(state.w(1));
        weights.small.push_back(state.w(2));
    }
    return weights;
}

} // namespace generalization
