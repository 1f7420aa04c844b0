/// @file
/// What chapter 8 is judged by. Every error stands here once, example by example, over a type that
/// may carry its derivative, and in a form that the chapter does not use: σ by way of tanh, softmax
/// by pairs of logits, cross entropies from the probabilities. No gradient stands here. Gradients
/// come from automatic differentiation, and each is compared with central differences before it is
/// believed.
#pragma once

#include "judging/judge/autodiff.hpp"
#include "judging/judge/central_difference.hpp"
#include "losses.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <vector>

namespace losses::oracle {

using Row = std::vector<double>;

inline Row row(const Matrix& m, std::size_t n)
{
    Row numbers;
    for (std::size_t k = 0; k < m.shape(1); ++k)
        numbers.push_back(m(n, k));
    return numbers;
}

// --- Outputs of one example --------------------------------------------------------------------

template <class T>
T sigmoid(const T& z)
{
    using std::tanh;
    return 0.5 * (1.0 + tanh(0.5 * z));
}

/// p_k is 1 over the sum of all e^(z_j − z_k).
template <class T>
T softmax_entry(const std::vector<T>& z, std::size_t k)
{
    using std::exp;
    T sum(0.0);
    for (std::size_t j = z.size(); j-- > 0;)
        sum += exp(z[j] - z[k]);
    return 1.0 / sum;
}

// --- Errors of one example, from its logits or outputs and its targets -------------------------

struct SquaredError {
    template <class T>
    T operator()(const std::vector<T>& y, const Row& t) const
    {
        T sum(0.0);
        for (std::size_t k = 0; k < y.size(); ++k)
            sum += 0.5 * y[k] * y[k] - t[k] * y[k] + 0.5 * t[k] * t[k];
        return sum;
    }
};

struct SquaredErrorOfSigmoid {
    template <class T>
    T operator()(std::vector<T> z, const Row& t) const
    {
        for (T& each : z)
            each = sigmoid(each);
        return SquaredError{}(z, t);
    }
};

struct BinaryCrossEntropy {
    template <class T>
    T operator()(const std::vector<T>& z, const Row& t) const
    {
        using std::log;
        T sum(0.0);
        for (std::size_t k = 0; k < z.size(); ++k)
            sum -= t[k] * log(sigmoid(z[k])) + (1.0 - t[k]) * log(sigmoid(-z[k]));
        return sum;
    }
};

struct CrossEntropy {
    template <class T>
    T operator()(const std::vector<T>& z, const Row& t) const
    {
        using std::log;
        T sum(0.0);
        for (std::size_t k = 0; k < z.size(); ++k)
            sum -= t[k] * log(softmax_entry(z, k));
        return sum;
    }
};

/// The same from the probabilities.
struct CrossEntropyOfProbabilities {
    template <class T>
    T operator()(const std::vector<T>& p, const Row& t) const
    {
        using std::log;
        T sum(0.0);
        for (std::size_t k = 0; k < p.size(); ++k)
            sum -= t[k] * log(p[k]);
        return sum;
    }
};

// --- Batches -----------------------------------------------------------------------------------

/// The mean of the rows' errors.
template <class Error>
double mean_error(const Error& error, const Matrix& A, const Matrix& T)
{
    double sum = 0.0;
    for (std::size_t n = A.shape(0); n-- > 0;)
        sum += error(row(A, n), row(T, n));
    return sum / static_cast<double>(A.shape(0));
}

/// The slopes of the mean error in every entry of A, from two oracles that must agree.
template <class Error>
Matrix slopes(const Error& error, const Matrix& A, const Matrix& T)
{
    Matrix result = xt::zeros_like(A);
    const double share = 1.0 / static_cast<double>(A.shape(0));
    for (std::size_t n = 0; n < A.shape(0); ++n) {
        const Row t = row(T, n);
        const auto of_row = [&](const auto& a) { return error(a, t); };
        const Vector at = xt::view(A, n, xt::all());
        const Vector exact = judging::gradient(of_row, at);
        const Vector differences = judging::central_difference(
            [&](const Vector& near) { return of_row(Row(near.begin(), near.end())); }, at);
        for (std::size_t k = 0; k < A.shape(1); ++k) {
            if (!(std::abs(exact(k) - differences(k)) <= 1e-6 * std::max(1.0, std::abs(exact(k)))))
                throw std::logic_error("the two oracles of the slope disagree");
            result(n, k) = share * exact(k);
        }
    }
    return result;
}

inline Matrix sigmoid(const Matrix& Z)
{
    Matrix Y = Z;
    for (double& each : Y)
        each = sigmoid(each);
    return Y;
}

inline Matrix softmax(const Matrix& Z)
{
    Matrix P = Z;
    for (std::size_t n = 0; n < Z.shape(0); ++n)
        for (std::size_t k = 0; k < Z.shape(1); ++k)
            P(n, k) = softmax_entry(row(Z, n), k);
    return P;
}

/// A column: each logit lies ln p above the logarithm of the sum, so the first one gives it away.
inline Matrix log_sum_exp(const Matrix& Z)
{
    Matrix column = xt::zeros<double>({Z.shape(0), std::size_t{1}});
    for (std::size_t n = 0; n < Z.shape(0); ++n)
        column(n, 0) = Z(n, 0) - std::log(softmax_entry(row(Z, n), 0));
    return column;
}

/// Whether an event of probability p has happened enters as it is or as 1 − p.
inline double probability_of(double p, double t)
{
    return t * p + (1.0 - t) * (1.0 - p);
}

/// Row by row: is the column the label's?
inline Matrix one_hot(const std::vector<std::size_t>& labels, std::size_t classes)
{
    Matrix T = xt::zeros<double>({labels.size(), classes});
    for (std::size_t n = 0; n < labels.size(); ++n)
        for (std::size_t k = 0; k < classes; ++k)
            T(n, k) = labels[n] == k ? 1.0 : 0.0;
    return T;
}

// --- Tasks -------------------------------------------------------------------------------------

inline Matrix output(Task task, const Matrix& Z)
{
    switch (task) {
    case Task::regression: return Z;
    case Task::multi_class: return softmax(Z);
    case Task::binary:
    case Task::multi_label: return sigmoid(Z);
    }
    throw std::logic_error("no such task");
}

inline double loss(Task task, const Matrix& Z, const Matrix& T)
{
    switch (task) {
    case Task::regression: return mean_error(SquaredError{}, Z, T);
    case Task::multi_class: return mean_error(CrossEntropy{}, Z, T);
    case Task::binary:
    case Task::multi_label: return mean_error(BinaryCrossEntropy{}, Z, T);
    }
    throw std::logic_error("no such task");
}

inline Matrix delta(Task task, const Matrix& Z, const Matrix& T)
{
    switch (task) {
    case Task::regression: return slopes(SquaredError{}, Z, T);
    case Task::multi_class: return slopes(CrossEntropy{}, Z, T);
    case Task::binary:
    case Task::multi_label: return slopes(BinaryCrossEntropy{}, Z, T);
    }
    throw std::logic_error("no such task");
}

} // namespace losses::oracle
