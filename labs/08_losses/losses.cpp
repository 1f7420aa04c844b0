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
    throw todo("8.1");
}

// ∂E/∂Y: the 2 of the square has taken the ½ away, 1/N stays.
Matrix squared_error_gradient(const Matrix& Y, const Matrix& T)
{
    check_pair(Y, T);
    throw todo("8.1");
}

// σ of every entry.
Matrix sigmoid(const Matrix& Z)
{
    throw todo("8.2");
}

// ∂E/∂Z through σ: the miss times the slope y (1 − y).
Matrix sigmoid_squared_error_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    throw todo("8.2");
}

// The product of p where a 1 came and of 1 − p where a 0 came.
double likelihood(const Vector& p, const Vector& t)
{
    check_trials(p, t);
    throw todo("8.3");
}

// Minus the mean of the same factors' logarithms.
double negative_log_likelihood(const Vector& p, const Vector& t)
{
    check_trials(p, t);
    throw todo("8.3");
}

// ln(1 + e^z) as max(z, 0) + ln(1 + e^−|z|), whose exponential never grows.
Matrix softplus(const Matrix& Z)
{
    throw todo("8.4");
}

// E = (1/N) Σ Σ (ζ(z) − t z).
double binary_cross_entropy(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    throw todo("8.4");
}

// ζ′ is σ, and what is left is output minus target.
Matrix binary_cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    throw todo("8.5");
}

// A 1 in the column of the label, zeros elsewhere.
Matrix one_hot(const std::vector<std::size_t>& labels, std::size_t classes)
{
    check_labels(labels, classes);
    throw todo("8.6");
}

// The first column that none to its right exceeds.
std::vector<std::size_t> labels_of(const Matrix& P)
{
    check_batch(P);
    throw todo("8.6");
}

// m + ln Σ e^(z − m) with the largest logit m of the row.
Matrix log_sum_exp(const Matrix& Z)
{
    check_batch(Z);
    throw todo("8.7");
}

// p = e^(z − lse), whose exponent is never above 0.
Matrix softmax(const Matrix& Z)
{
    check_batch(Z);
    throw todo("8.7");
}

// E = −(1/N) Σ Σ t ln p, with ln p = z − lse.
double cross_entropy(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    throw todo("8.8");
}

// ∂E/∂P: the slope of −t ln p is −t/p.
Matrix probability_gradient(const Matrix& P, const Matrix& T)
{
    check_pair(P, T);
    throw todo("8.9");
}

// ∂E/∂Z: through the Jacobian of softmax the fractions are gone, output minus target is left.
Matrix cross_entropy_gradient(const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    throw todo("8.9");
}

// The second column of the summary.
Matrix output(Task task, const Matrix& Z)
{
    check_batch(Z);
    throw todo("8.10");
}

// The third.
double loss(Task task, const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    throw todo("8.10");
}

// The last: one formula for all four.
Matrix output_delta(Task task, const Matrix& Z, const Matrix& T)
{
    check_pair(Z, T);
    throw todo("8.10");
}

// σ(z) is above ½ where z is above 0; softmax is largest where z is.
Matrix decide(Task task, const Matrix& Z)
{
    check_batch(Z);
    throw todo("8.11");
}

} // namespace losses
