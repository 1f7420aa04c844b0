// Chapter 8, losses, by other formulas: σ from tanh, squares multiplied out, minus drawn into the
// logarithm, ½ as the threshold of a probability.
#include "losses.hpp"

namespace losses {

double squared_error(const Matrix& Y, const Matrix& T)
{
    check_pair(Y, T);
    const Vector rows = xt::sum(xt::square(T - Y), {1});
    return xt::mean(rows)() / 2.0;
}

Matrix squared_error_gradient(const Matrix& Y, const Matrix& T)
{
    check_pair(Y, T);
    const double share = 1.0 / static_cast<double>(Y.shape(0));
    return share * Y - share * T;
}

Matrix sigmoid(const Matrix& Z)
{
    return 0.5 + 0.5 * xt::tanh(0.5 * Z);
}

Matrix sigmoid_squared_error_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    const Matrix Y = sigmoid(Z);
    const Matrix slope = sigmoid(Z) * sigmoid(-Z);
    return -(T - Y) * slope / static_cast<double>(Y.shape(0));
}

double likelihood(const Vector& p, const Vector& t)
{
    check_trials(p, t);
    return xt::prod(xt::pow(p, t) * xt::pow(1.0 - p, 1.0 - t))();
}

double negative_log_likelihood(const Vector& p, const Vector& t)
{
    check_trials(p, t);
    const Vector happened = t * p + (1.0 - t) * (1.0 - p);
    return xt::sum(-xt::log(happened))() / static_cast<double>(p.size());
}

Matrix softplus(const Matrix& Z)
{
    return xt::where(Z > 0.0, Z + xt::log1p(xt::exp(-Z)), xt::log1p(xt::exp(Z)));
}

double binary_cross_entropy(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    const Matrix E = xt::maximum(Z, 0.0) - Z * T + xt::log(1.0 + xt::exp(-xt::abs(Z)));
    return xt::mean(xt::sum(E, {1}))();
}

Matrix binary_cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    const Matrix Y = sigmoid(Z);
    return ((1.0 - T) * Y - T * (1.0 - Y)) / static_cast<double>(Z.shape(0));
}

Matrix one_hot(const std::vector<std::size_t>& labels, std::size_t classes)
{
    check_labels(labels, classes);
    Matrix T = xt::zeros<double>({labels.size(), classes});
    std::size_t n = 0;
    for (const std::size_t label : labels)
        T(n++, label) += 1.0;
    return T;
}

std::vector<std::size_t> labels_of(const Matrix& P)
{
    check_batch(P);
    const auto best = xt::argmax(P, 1);
    return std::vector<std::size_t>(best.begin(), best.end());
}

Matrix log_sum_exp(const Matrix& Z)
{
    check_batch(Z);
    Matrix result = xt::zeros<double>({Z.shape(0), std::size_t{1}});
    for (std::size_t n = 0; n < Z.shape(0); ++n) {
        const Vector z = xt::row(Z, n);
        const double m = xt::amax(z)();
        result(n, 0) = std::log(xt::sum(xt::exp(z - m))()) + m;
    }
    return result;
}

Matrix softmax(const Matrix& Z)
{
    check_batch(Z);
    const Matrix E = xt::exp(Z - xt::amax(Z, {1}, xt::keep_dims));
    return E / xt::sum(E, {1}, xt::keep_dims);
}

double cross_entropy(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    const Vector right = xt::sum(T * Z, {1});
    const Matrix lse = log_sum_exp(Z);
    const Vector all = xt::view(lse, xt::all(), 0);
    return xt::mean(all - right)();
}

Matrix probability_gradient(const Matrix& P, const Matrix& T)
{
    check_pair(P, T);
    return -1.0 / static_cast<double>(P.shape(0)) * (T / P);
}

Matrix cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    const Matrix P = xt::exp(Z - log_sum_exp(Z));
    const Matrix miss = P - T;
    return miss / static_cast<double>(P.shape(0));
}

Matrix output(Task task, const Matrix& Z)
{
    check_batch(Z);
    return task == Task::regression ? Z : task == Task::multi_class ? softmax(Z) : sigmoid(Z);
}

double loss(Task task, const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    if (task == Task::binary || task == Task::multi_label)
        return binary_cross_entropy(Z, T);
    return task == Task::regression ? squared_error(Z, T) : cross_entropy(Z, T);
}

Matrix output_delta(Task task, const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    const Matrix Y = output(task, Z);
    return -(T - Y) / static_cast<double>(Z.shape(0));
}

Matrix decide(Task task, const Matrix& Z)
{
    check_batch(Z);
    switch (task) {
    case Task::regression: return Z;
    case Task::multi_class: return one_hot(labels_of(softmax(Z)), Z.shape(1));
    default: return xt::where(sigmoid(Z) > 0.5, 1.0, 0.0);
    }
}

} // namespace losses
