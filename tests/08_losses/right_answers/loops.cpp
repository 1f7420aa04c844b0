// Chapter 8, losses, entry by entry and without xtensor's functions.
#include "losses.hpp"

namespace losses {
namespace {

double sigmoid_of(double z)
{
    if (z < 0.0)
        return std::exp(z) / (1.0 + std::exp(z));
    return 1.0 / (1.0 + std::exp(-z));
}

double softplus_of(double z)
{
    if (z > 0.0)
        return z + std::log1p(std::exp(-z));
    return std::log1p(std::exp(z));
}

} // namespace

double squared_error(const Matrix& Y, const Matrix& T)
{
    check_pair(Y, T);
    double E = 0.0;
    for (std::size_t n = 0; n < Y.shape(0); n++) {
        double row = 0.0;
        for (std::size_t k = 0; k < Y.shape(1); k++)
            row += (Y(n, k) - T(n, k)) * (Y(n, k) - T(n, k));
        E += row / 2.0;
    }
    return E / Y.shape(0);
}

Matrix squared_error_gradient(const Matrix& Y, const Matrix& T)
{
    check_pair(Y, T);
    Matrix G = Y;
    for (std::size_t n = 0; n < Y.shape(0); n++)
        for (std::size_t k = 0; k < Y.shape(1); k++)
            G(n, k) = (Y(n, k) - T(n, k)) / Y.shape(0);
    return G;
}

Matrix sigmoid(const Matrix& Z)
{
    Matrix Y = Z;
    for (std::size_t n = 0; n < Z.shape(0); n++)
        for (std::size_t k = 0; k < Z.shape(1); k++)
            Y(n, k) = sigmoid_of(Z(n, k));
    return Y;
}

Matrix sigmoid_squared_error_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    Matrix G = Z;
    for (std::size_t n = 0; n < Z.shape(0); n++)
        for (std::size_t k = 0; k < Z.shape(1); k++) {
            const double y = sigmoid_of(Z(n, k));
            G(n, k) = (y - T(n, k)) * y * (1 - y) / Z.shape(0);
        }
    return G;
}

double likelihood(const Vector& p, const Vector& t)
{
    check_trials(p, t);
    double L = 1.0;
    for (std::size_t n = 0; n < p.size(); n++) {
        if (t(n) == 1.0)
            L *= p(n);
        else
            L *= 1.0 - p(n);
    }
    return L;
}

double negative_log_likelihood(const Vector& p, const Vector& t)
{
    check_trials(p, t);
    double sum = 0.0;
    for (std::size_t n = 0; n < p.size(); n++) {
        if (t(n) == 1.0)
            sum -= std::log(p(n));
        else
            sum -= std::log1p(-p(n));
    }
    return sum / p.size();
}

Matrix softplus(const Matrix& Z)
{
    Matrix result = Z;
    for (double& z : result)
        z = softplus_of(z);
    return result;
}

double binary_cross_entropy(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    double E = 0.0;
    for (std::size_t n = 0; n < Z.shape(0); n++)
        for (std::size_t k = 0; k < Z.shape(1); k++)
            E += T(n, k) * softplus_of(-Z(n, k)) + (1.0 - T(n, k)) * softplus_of(Z(n, k));
    return E / Z.shape(0);
}

Matrix binary_cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    Matrix G = Z;
    for (std::size_t n = 0; n < Z.shape(0); n++)
        for (std::size_t k = 0; k < Z.shape(1); k++)
            G(n, k) = (sigmoid_of(Z(n, k)) - T(n, k)) / Z.shape(0);
    return G;
}

Matrix one_hot(const std::vector<std::size_t>& labels, std::size_t classes)
{
    check_labels(labels, classes);
    Matrix T = xt::zeros<double>({labels.size(), classes});
    for (std::size_t n = 0; n < labels.size(); n++)
        for (std::size_t k = 0; k < classes; k++)
            if (k == labels[n])
                T(n, k) = 1.0;
    return T;
}

std::vector<std::size_t> labels_of(const Matrix& P)
{
    check_batch(P);
    std::vector<std::size_t> labels(P.shape(0));
    for (std::size_t n = 0; n < P.shape(0); n++)
        for (std::size_t k = 0; k < P.shape(1); k++)
            if (P(n, k) > P(n, labels[n]))
                labels[n] = k;
    return labels;
}

Matrix log_sum_exp(const Matrix& Z)
{
    check_batch(Z);
    Matrix result = xt::zeros<double>({Z.shape(0), std::size_t{1}});
    for (std::size_t n = 0; n < Z.shape(0); n++) {
        double m = Z(n, 0);
        for (std::size_t k = 1; k < Z.shape(1); k++)
            m = std::max(m, Z(n, k));
        double sum = 0.0;
        for (std::size_t k = 0; k < Z.shape(1); k++)
            sum += std::exp(Z(n, k) - m);
        result(n, 0) = m + std::log(sum);
    }
    return result;
}

Matrix softmax(const Matrix& Z)
{
    check_batch(Z);
    Matrix P = Z;
    for (std::size_t n = 0; n < Z.shape(0); n++) {
        double m = Z(n, 0);
        for (std::size_t k = 1; k < Z.shape(1); k++)
            m = std::max(m, Z(n, k));
        double sum = 0.0;
        for (std::size_t k = 0; k < Z.shape(1); k++) {
            P(n, k) = std::exp(Z(n, k) - m);
            sum += P(n, k);
        }
        for (std::size_t k = 0; k < Z.shape(1); k++)
            P(n, k) /= sum;
    }
    return P;
}

double cross_entropy(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    const Matrix lse = log_sum_exp(Z);
    double E = 0.0;
    for (std::size_t n = 0; n < Z.shape(0); n++)
        for (std::size_t k = 0; k < Z.shape(1); k++)
            E += T(n, k) * (lse(n, 0) - Z(n, k));
    return E / Z.shape(0);
}

Matrix probability_gradient(const Matrix& P, const Matrix& T)
{
    check_pair(P, T);
    Matrix G = P;
    for (std::size_t n = 0; n < P.shape(0); n++)
        for (std::size_t k = 0; k < P.shape(1); k++)
            G(n, k) = -T(n, k) / (P.shape(0) * P(n, k));
    return G;
}

Matrix cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    Matrix G = softmax(Z);
    for (std::size_t n = 0; n < Z.shape(0); n++)
        for (std::size_t k = 0; k < Z.shape(1); k++)
            G(n, k) = (G(n, k) - T(n, k)) / Z.shape(0);
    return G;
}

Matrix output(Task task, const Matrix& Z)
{
    check_batch(Z);
    switch (task) {
    case Task::regression: return Z;
    case Task::binary: return sigmoid(Z);
    case Task::multi_class: return softmax(Z);
    case Task::multi_label: return sigmoid(Z);
    }
    return Z;
}

double loss(Task task, const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    switch (task) {
    case Task::regression: return squared_error(Z, T);
    case Task::binary: return binary_cross_entropy(Z, T);
    case Task::multi_class: return cross_entropy(Z, T);
    case Task::multi_label: return binary_cross_entropy(Z, T);
    }
    return 0.0;
}

Matrix output_delta(Task task, const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    Matrix D = output(task, Z);
    for (std::size_t n = 0; n < Z.shape(0); n++)
        for (std::size_t k = 0; k < Z.shape(1); k++)
            D(n, k) = (D(n, k) - T(n, k)) / Z.shape(0);
    return D;
}

Matrix decide(Task task, const Matrix& Z)
{
    check_batch(Z);
    Matrix D = Z;
    if (task == Task::regression)
        return D;
    for (std::size_t n = 0; n < Z.shape(0); n++) {
        std::size_t best = 0;
        for (std::size_t k = 0; k < Z.shape(1); k++)
            if (Z(n, k) > Z(n, best))
                best = k;
        for (std::size_t k = 0; k < Z.shape(1); k++) {
            if (task == Task::multi_class)
                D(n, k) = k == best ? 1.0 : 0.0;
            else
                D(n, k) = Z(n, k) > 0.0 ? 1.0 : 0.0;
        }
    }
    return D;
}

} // namespace losses
