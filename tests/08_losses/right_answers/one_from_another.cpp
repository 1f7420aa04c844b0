// Chapter 8, losses, with every step built upon others where that is possible: softplus as a
// log-sum-exp, σ's cross entropy as that of two classes, deltas from the gradients.
#include "losses.hpp"

namespace losses {

double squared_error(const Matrix& Y, const Matrix& T)
{
    check_pair(Y, T);
    double E = 0.0;
    for (std::size_t n = 0; n < Y.shape(0); ++n) {
        const Vector miss = xt::row(Y, n) - xt::row(T, n);
        E += 0.5 * dot(miss, miss);
    }
    return E / static_cast<double>(Y.shape(0));
}

Matrix squared_error_gradient(const Matrix& Y, const Matrix& T)
{
    check_pair(Y, T);
    Matrix gradient = Y;
    gradient -= T;
    gradient /= static_cast<double>(Y.shape(0));
    return gradient;
}

Matrix sigmoid(const Matrix& Z)
{
    return xt::where(Z > 0.0, 1.0 / (1.0 + xt::exp(-xt::abs(Z))),
                     1.0 - 1.0 / (1.0 + xt::exp(-xt::abs(Z))));
}

Matrix sigmoid_squared_error_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    const Matrix Y = sigmoid(Z);
    return squared_error_gradient(Y, T) * (Y - xt::square(Y));
}

double likelihood(const Vector& p, const Vector& t)
{
    check_trials(p, t);
    double product = 1.0;
    for (std::size_t n = 0; n < p.size(); ++n)
        product *= t(n) > 0.0 ? p(n) : 1.0 - p(n);
    return product;
}

double negative_log_likelihood(const Vector& p, const Vector& t)
{
    check_trials(p, t);
    double sum = 0.0;
    for (std::size_t n = 0; n < p.size(); ++n)
        sum += std::log(likelihood(Vector{p(n)}, Vector{t(n)}));
    return -sum / static_cast<double>(p.size());
}

Matrix softplus(const Matrix& Z)
{
    Matrix result = Z;
    for (double& z : result)
        z = z > -1.0 ? log_sum_exp(Matrix{{0.0, z}})(0, 0) : std::log1p(std::exp(z));
    return result;
}

double binary_cross_entropy(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    return xt::sum(T * softplus(-Z) + (1.0 - T) * softplus(Z))() / static_cast<double>(Z.shape(0));
}

Matrix binary_cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    return squared_error_gradient(sigmoid(Z), T);
}

Matrix one_hot(const std::vector<std::size_t>& labels, std::size_t classes)
{
    check_labels(labels, classes);
    const Matrix I = xt::eye<double>(classes);
    Matrix T = xt::zeros<double>({labels.size(), classes});
    for (std::size_t n = 0; n < labels.size(); ++n)
        xt::row(T, n) = xt::row(I, labels[n]);
    return T;
}

std::vector<std::size_t> labels_of(const Matrix& P)
{
    check_batch(P);
    std::vector<std::size_t> labels;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        const Vector p = xt::row(P, n);
        const auto largest = std::max_element(p.begin(), p.end());
        labels.push_back(static_cast<std::size_t>(largest - p.begin()));
    }
    return labels;
}

Matrix log_sum_exp(const Matrix& Z)
{
    check_batch(Z);
    const Matrix m = xt::amax(Z, {1}, xt::keep_dims);
    const Matrix sums = xt::sum(xt::exp(Z - m), {1}, xt::keep_dims);
    return xt::log(sums) + m;
}

Matrix softmax(const Matrix& Z)
{
    check_batch(Z);
    // The largest logit of a row is 0 in D.
    const Matrix D = Z - xt::amax(Z, {1}, xt::keep_dims);
    return xt::exp(D) / xt::exp(log_sum_exp(D));
}

double cross_entropy(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    const Matrix log_p = Z - log_sum_exp(Z);
    double E = 0.0;
    for (std::size_t n = 0; n < Z.shape(0); ++n)
        E -= dot(xt::row(T, n), xt::row(log_p, n));
    return E / static_cast<double>(Z.shape(0));
}

Matrix probability_gradient(const Matrix& P, const Matrix& T)
{
    check_pair(P, T);
    const double N = static_cast<double>(P.shape(0));
    return -(T / (N * P));
}

Matrix cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    return squared_error_gradient(softmax(Z), T);
}

Matrix output(Task task, const Matrix& Z)
{
    check_batch(Z);
    if (task == Task::binary || task == Task::multi_label)
        return sigmoid(Z);
    if (task == Task::multi_class)
        return softmax(Z);
    return Z;
}

double loss(Task task, const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    if (task == Task::binary)
        return binary_cross_entropy(Z, T);
    if (task == Task::multi_label) {
        // Label by label.
        double E = 0.0;
        for (std::size_t k = 0; k < Z.shape(1); ++k) {
            const Matrix z = xt::view(Z, xt::all(), xt::range(k, k + 1));
            const Matrix t = xt::view(T, xt::all(), xt::range(k, k + 1));
            E += binary_cross_entropy(z, t);
        }
        return E;
    }
    if (task == Task::multi_class)
        return cross_entropy(Z, T);
    return squared_error(Z, T);
}

Matrix output_delta(Task task, const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    switch (task) {
    case Task::regression: return squared_error_gradient(Z, T);
    case Task::multi_class: return cross_entropy_gradient(Z, T);
    default: return binary_cross_entropy_gradient(Z, T);
    }
}

Matrix decide(Task task, const Matrix& Z)
{
    check_batch(Z);
    if (task == Task::multi_class)
        return one_hot(labels_of(output(task, Z)), Z.shape(1));
    if (task == Task::regression)
        return output(task, Z);
    return xt::cast<double>(Z > 0.0);
}

} // namespace losses
