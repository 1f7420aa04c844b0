/// @file
/// Chapter 8, losses. Every function is one step of the chapter; its formula, shapes and source
/// stand in losses.hpp. Matrices entry by entry: `A * B`, `A / B`, `1.0 - A`, `xt::exp(A)`,
/// `xt::log(A)`, `xt::where(A > 0.0, B, C)`. Sums along every row that stay a column:
/// `xt::sum(A, {1}, xt::keep_dims)`. The lines with check_… refuse bad input; leave them.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "losses.hpp"

namespace losses {

// E = (1/N) Σ ½ Σ (y − t)²: the sum over the outputs, the mean over the rows.
double squared_error(const Matrix& Y, const Matrix& T)
{
    check_pair(Y, T);
    //! [8.1 squared error: value]
    const double N = static_cast<double>(Y.shape(0));
    return 0.5 * xt::sum(xt::square(Y - T))() / N;
    //! [8.1 squared error: value]
}

// ∂E/∂Y: the 2 of the square has taken the ½ away, 1/N stays.
Matrix squared_error_gradient(const Matrix& Y, const Matrix& T)
{
    check_pair(Y, T);
    //! [8.1 squared error: gradient]
    const double N = static_cast<double>(Y.shape(0));
    return (Y - T) / N;
    //! [8.1 squared error: gradient]
}

// σ of every entry.
Matrix sigmoid(const Matrix& Z)
{
    //! [8.2 squared error behind a sigmoid: sigmoid]
    return 1.0 / (1.0 + xt::exp(-Z));
    //! [8.2 squared error behind a sigmoid: sigmoid]
}

// ∂E/∂Z through σ: the miss times the slope y (1 − y).
Matrix sigmoid_squared_error_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    //! [8.2 squared error behind a sigmoid: gradient]
    const Matrix Y = sigmoid(Z);
    return squared_error_gradient(Y, T) * Y * (1.0 - Y);
    //! [8.2 squared error behind a sigmoid: gradient]
}

// The product of p where a 1 came and of 1 − p where a 0 came.
double likelihood(const Vector& p, const Vector& t)
{
    check_trials(p, t);
    //! [8.3 likelihood: product]
    return xt::prod(xt::where(t > 0.5, p, 1.0 - p))();
    //! [8.3 likelihood: product]
}

// Minus the mean of the same factors' logarithms.
double negative_log_likelihood(const Vector& p, const Vector& t)
{
    check_trials(p, t);
    //! [8.3 likelihood: minus its logarithm]
    return -xt::mean(xt::log(xt::where(t > 0.5, p, 1.0 - p)))();
    //! [8.3 likelihood: minus its logarithm]
}

// ln(1 + e^z) as max(z, 0) + ln(1 + e^−|z|), whose exponential never grows.
Matrix softplus(const Matrix& Z)
{
    //! [8.4 binary cross entropy: softplus]
    return xt::maximum(Z, 0.0) + xt::log1p(xt::exp(-xt::abs(Z)));
    //! [8.4 binary cross entropy: softplus]
}

// E = (1/N) Σ Σ (ζ(z) − t z).
double binary_cross_entropy(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    //! [8.4 binary cross entropy: from logits]
    const double N = static_cast<double>(Z.shape(0));
    return xt::sum(softplus(Z) - T * Z)() / N;
    //! [8.4 binary cross entropy: from logits]
}

// ζ′ is σ, and what is left is output minus target.
Matrix binary_cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    //! [8.5 gradient of binary cross entropy]
    const double N = static_cast<double>(Z.shape(0));
    return (sigmoid(Z) - T) / N;
    //! [8.5 gradient of binary cross entropy]
}

// A 1 in the column of the label, zeros elsewhere.
Matrix one_hot(const std::vector<std::size_t>& labels, std::size_t classes)
{
    check_labels(labels, classes);
    //! [8.6 one-hot: rows from labels]
    Matrix T = xt::zeros<double>({labels.size(), classes});
    for (std::size_t n = 0; n < labels.size(); ++n)
        T(n, labels[n]) = 1.0;
    return T;
    //! [8.6 one-hot: rows from labels]
}

// The first column that none to its right exceeds.
std::vector<std::size_t> labels_of(const Matrix& P)
{
    check_batch(P);
    //! [8.6 one-hot: labels from rows]
    std::vector<std::size_t> labels;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        std::size_t best = 0;
        for (std::size_t k = 1; k < P.shape(1); ++k)
            if (P(n, k) > P(n, best))
                best = k;
        labels.push_back(best);
    }
    return labels;
    //! [8.6 one-hot: labels from rows]
}

// m + ln Σ e^(z − m) with the largest logit m of the row.
Matrix log_sum_exp(const Matrix& Z)
{
    check_batch(Z);
    //! [8.7 log-sum-exp and softmax: log-sum-exp]
    const Matrix m = xt::amax(Z, {1}, xt::keep_dims);
    return m + xt::log(xt::sum(xt::exp(Z - m), {1}, xt::keep_dims));
    //! [8.7 log-sum-exp and softmax: log-sum-exp]
}

// p = e^(z − lse), whose exponent is never above 0.
Matrix softmax(const Matrix& Z)
{
    check_batch(Z);
    //! [8.7 log-sum-exp and softmax: softmax]
    return xt::exp(Z - log_sum_exp(Z));
    //! [8.7 log-sum-exp and softmax: softmax]
}

// E = −(1/N) Σ Σ t ln p, with ln p = z − lse.
double cross_entropy(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    //! [8.8 cross entropy]
    const double N = static_cast<double>(Z.shape(0));
    return -xt::sum(T * (Z - log_sum_exp(Z)))() / N;
    //! [8.8 cross entropy]
}

// ∂E/∂P: the slope of −t ln p is −t/p.
Matrix probability_gradient(const Matrix& P, const Matrix& T)
{
    check_pair(P, T);
    //! [8.9 gradient of cross entropy: in the probabilities]
    const double N = static_cast<double>(P.shape(0));
    return -T / P / N;
    //! [8.9 gradient of cross entropy: in the probabilities]
}

// ∂E/∂Z: through the Jacobian of softmax the fractions are gone, output minus target is left.
Matrix cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    //! [8.9 gradient of cross entropy: in the logits]
    const double N = static_cast<double>(Z.shape(0));
    return (softmax(Z) - T) / N;
    //! [8.9 gradient of cross entropy: in the logits]
}

// The second column of the summary.
Matrix output(Task task, const Matrix& Z)
{
    check_batch(Z);
    //! [8.10 task, output and loss: output]
    if (task == Task::regression)
        return Z;
    if (task == Task::multi_class)
        return softmax(Z);
    return sigmoid(Z);
    //! [8.10 task, output and loss: output]
}

// The third.
double loss(Task task, const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    //! [8.10 task, output and loss: loss]
    if (task == Task::regression)
        return squared_error(Z, T);
    if (task == Task::multi_class)
        return cross_entropy(Z, T);
    return binary_cross_entropy(Z, T);
    //! [8.10 task, output and loss: loss]
}

// The last: one formula for all four.
Matrix output_delta(Task task, const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    //! [8.10 task, output and loss: delta]
    const double N = static_cast<double>(Z.shape(0));
    return (output(task, Z) - T) / N;
    //! [8.10 task, output and loss: delta]
}

// σ(z) is above ½ where z is above 0; softmax is largest where z is.
Matrix decide(Task task, const Matrix& Z)
{
    check_batch(Z);
    //! [8.11 decisions]
    if (task == Task::regression)
        return Z;
    if (task == Task::multi_class)
        return one_hot(labels_of(Z), Z.shape(1));
    return xt::where(Z > 0.0, 1.0, 0.0);
    //! [8.11 decisions]
}

} // namespace losses
