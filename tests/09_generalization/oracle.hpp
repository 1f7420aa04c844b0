/// @file
/// What chapter 9 is judged by, written another way. Polynomials come from their powers, least
/// squares from orthogonal columns in place of normal equations, gradients from automatic
/// differentiation that central differences confirm, eigenvalues from powers of the matrix. Sums
/// have more digits than the answers.
#pragma once

#include "generalization.hpp"
#include "judging/judge/two_oracles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace generalization::oracle {

using judging::slopes;

using Real = long double;

/// A column or row of numbers with more digits, and a matrix of them: a list of columns.
using Reals = std::vector<Real>;
using Columns = std::vector<Reals>;

inline Columns columns_of(const Matrix& X)
{
    Columns columns(X.shape(1), Reals(X.shape(0)));
    for (std::size_t n = 0; n < X.shape(0); ++n)
        for (std::size_t j = 0; j < X.shape(1); ++j)
            columns[j][n] = X(n, j);
    return columns;
}

inline Real inner(const Reals& a, const Reals& b)
{
    Real sum = 0;
    for (std::size_t i = a.size(); i-- > 0;)
        sum += a[i] * b[i];
    return sum;
}

inline Matrix matrix_of(const Columns& columns)
{
    Matrix X = xt::zeros<double>({columns.front().size(), columns.size()});
    for (std::size_t j = 0; j < columns.size(); ++j)
        for (std::size_t n = 0; n < columns[j].size(); ++n)
            X(n, j) = static_cast<double>(columns[j][n]);
    return X;
}

inline Columns powers(const Vector& x, int degree)
{
    Columns columns;
    for (int k = 0; k <= degree; ++k) {
        Reals column;
        for (double input : x)
            column.push_back(k == 0 ? Real{1} : std::pow(static_cast<Real>(input), k));
        columns.push_back(column);
    }
    return columns;
}

inline Real binomial(int n, int k)
{
    Real product = 1;
    for (int i = 1; i <= k; ++i)
        product = product * (n - k + i) / i;
    return product;
}

/// Pₖ(x) = 2⁻ᵏ Σ (−1)ᵐ (k over m) (2k − 2m over k) xᵏ⁻²ᵐ.
inline Columns legendre(const Vector& x, int degree)
{
    const Columns power = powers(x, degree);
    Columns columns;
    for (int k = 0; k <= degree; ++k) {
        Reals column(x.size(), Real{0});
        for (int m = 0; 2 * m <= k; ++m) {
            const Real factor = (m % 2 == 0 ? 1 : -1) * binomial(k, m) *
                                binomial(2 * k - 2 * m, k) * std::pow(Real{2}, -k);
            for (std::size_t n = 0; n < x.size(); ++n)
                column[n] += factor * power[static_cast<std::size_t>(k - 2 * m)][n];
        }
        columns.push_back(column);
    }
    return columns;
}

/// The weights of least squares: the columns are made orthogonal one after the other, twice, and
/// the targets are projected on them.
inline Reals least_squares(const Columns& X, const Reals& t)
{
    const std::size_t n = X.size();
    Columns Q = X;
    Columns R(n, Reals(n, Real{0})); // R[j][i]: what X's column j has of direction i
    for (std::size_t j = 0; j < n; ++j) {
        for (int pass = 0; pass < 2; ++pass)
            for (std::size_t i = 0; i < j; ++i) {
                const Real part = inner(Q[i], Q[j]);
                R[j][i] += part;
                for (std::size_t k = 0; k < t.size(); ++k)
                    Q[j][k] -= part * Q[i][k];
            }
        R[j][j] = std::sqrt(inner(Q[j], Q[j]));
        for (Real& entry : Q[j])
            entry /= R[j][j];
    }
    Reals w(n);
    for (std::size_t i = n; i-- > 0;) {
        w[i] = inner(Q[i], t);
        for (std::size_t j = i + 1; j < n; ++j)
            w[i] -= R[j][i] * w[j];
        w[i] /= R[i][i];
    }
    return w;
}

inline Vector vector_of(const Reals& numbers)
{
    Vector v = xt::zeros<double>({numbers.size()});
    std::transform(numbers.begin(), numbers.end(), v.begin(),
                   [](Real number) { return static_cast<double>(number); });
    return v;
}

inline Reals reals(const Vector& v)
{
    return {v.begin(), v.end()};
}

inline Real squared_error(const Columns& X, const Reals& w, const Reals& t)
{
    Real sum = 0;
    for (std::size_t n = 0; n < t.size(); ++n) {
        Real miss = t[n];
        for (std::size_t j = 0; j < w.size(); ++j)
            miss -= X[j][n] * w[j];
        sum += miss * miss;
    }
    return sum / static_cast<Real>(t.size());
}

inline Curves error_curves(const Vector& x, const Vector& t, const Vector& x_validation,
                           const Vector& t_validation, int highest)
{
    Curves curves;
    for (int degree = 0; degree <= highest; ++degree) {
        const Columns X = legendre(x, degree);
        const Reals w = least_squares(X, reals(t));
        curves.training.push_back(static_cast<double>(squared_error(X, w, reals(t))));
        curves.validation.push_back(static_cast<double>(
            squared_error(legendre(x_validation, degree), w, reals(t_validation))));
    }
    return curves;
}

/// The variance as mean of squares minus square of mean; the bias is what it lacks of the error.
inline Parts bias_and_variance(const Matrix& predictions, const Vector& truth)
{
    Real error = 0, variance = 0;
    const Columns at = columns_of(predictions);
    const Real draws = static_cast<Real>(predictions.shape(0));
    for (std::size_t i = 0; i < at.size(); ++i) {
        const Real squares = inner(at[i], at[i]) / draws;
        const Real mean = inner(at[i], Reals(at[i].size(), Real{1})) / draws;
        variance += squares - mean * mean;
        error += squares - 2 * mean * truth(i) + static_cast<Real>(truth(i)) * truth(i);
    }
    const Real points = static_cast<Real>(at.size());
    return {static_cast<double>((error - variance) / points),
            static_cast<double>(variance / points)};
}

/// The regularized error as a function of the weights, for automatic differentiation.
struct RegularizedError {
    const Matrix& X;
    const Vector& t;
    double lambda;
    template <class T>
    T operator()(const std::vector<T>& w) const
    {
        T misses(0.0), squares(0.0);
        for (std::size_t n = 0; n < t.size(); ++n) {
            T miss(t(n));
            for (std::size_t j = w.size(); j-- > 0;)
                miss -= X(n, j) * w[j];
            misses += miss * miss;
        }
        for (std::size_t j = w.size(); j-- > 1;)
            squares += w[j] * w[j];
        return misses / (2.0 * static_cast<double>(t.size())) + squares * (lambda / 2.0);
    }
};

/// Ridge regression as plain least squares: each weight but the bias is one row more, whose target
/// is 0.
inline Vector ridge(const Matrix& X, const Vector& t, double lambda)
{
    Columns columns = columns_of(X);
    Reals targets = reals(t);
    const Real strength = std::sqrt(static_cast<Real>(lambda) * static_cast<Real>(t.size()));
    for (std::size_t j = 1; j < columns.size(); ++j) {
        for (std::size_t k = 0; k < columns.size(); ++k)
            columns[k].push_back(k == j ? strength : Real{0});
        targets.push_back(0);
    }
    return vector_of(least_squares(columns, targets));
}

/// Adam with a decay, one parameter after the other. `inside`: the decay is a part of the gradient.
inline Adam adam(const Adam& from, const Vector& gradient, double eta, double lambda, bool inside)
{
    Adam to = from;
    to.t = from.t + 1;
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        const Real decay = i == 0 ? Real{0} : static_cast<Real>(lambda) * from.w(i);
        const Real slope = gradient(i) + (inside ? decay : Real{0});
        const Real m = slope + Real{0.9L} * (from.m(i) - slope);
        const Real g = slope * slope + Real{0.999L} * (from.g(i) - slope * slope);
        const Real root = std::sqrt(g / (1 - std::pow(Real{0.999L}, to.t)));
        const Real step = m / (1 - std::pow(Real{0.9L}, to.t)) / (root + Real{1e-8L});
        to.m(i) = static_cast<double>(m);
        to.g(i) = static_cast<double>(g);
        to.w(i) = static_cast<double>(from.w(i) - eta * (step + (inside ? Real{0} : decay)));
    }
    return to;
}

/// From the errors after 0, 1, … epochs: training ends after the first epoch k whose best is
/// `patience` epochs old, or with the last.
inline std::size_t best_until(const std::vector<double>& errors, std::size_t k)
{
    return static_cast<std::size_t>(
        std::min_element(errors.begin(), errors.begin() + static_cast<std::ptrdiff_t>(k) + 1) -
        errors.begin());
}

inline std::size_t last_epoch(const std::vector<double>& errors, std::size_t patience,
                              std::size_t epochs)
{
    std::size_t k = 0;
    while (k < epochs && k - best_until(errors, k) < patience)
        ++k;
    return k;
}

inline Scale scale_of(const Matrix& X)
{
    Reals means, deviations;
    for (const Reals& column : columns_of(X)) {
        const Real N = static_cast<Real>(column.size());
        Real sum = 0, squares = 0;
        for (Real entry : column)
            sum += entry / N;
        for (Real entry : column)
            squares += (entry - sum) * (entry - sum);
        const bool constant = std::all_of(column.begin(), column.end(),
                                          [&](Real entry) { return entry == column.front(); });
        means.push_back(constant ? column.front() : sum);
        deviations.push_back(constant ? Real{1} : std::sqrt(squares / N));
    }
    return {vector_of(means), vector_of(deviations)};
}

inline Matrix standardize(const Matrix& X, const Scale& scale)
{
    Matrix Z = X;
    for (std::size_t n = 0; n < X.shape(0); ++n)
        for (std::size_t j = 0; j < X.shape(1); ++j)
            Z(n, j) = static_cast<double>((static_cast<Real>(X(n, j)) - scale.mean(j)) /
                                          scale.deviation(j));
    return Z;
}

inline Columns curvature(const Matrix& X)
{
    const Columns columns = columns_of(X);
    Columns H;
    for (const Reals& a : columns) {
        Reals row;
        for (const Reals& b : columns)
            row.push_back(inner(a, b) / static_cast<Real>(X.shape(0)));
        H.push_back(row);
    }
    return H;
}

/// The largest eigenvalue of a positive matrix: that of A² is its square, and after p squarings the
/// trace is it to the power 2ᵖ, up to a factor whose 2ᵖ-th root is 1.
inline Real largest_eigenvalue(Columns A)
{
    const std::size_t n = A.size();
    Real logarithm = 0, share = 1;
    for (int squaring = 0; squaring < 70; ++squaring) {
        Real trace = 0;
        for (std::size_t i = 0; i < n; ++i)
            trace += A[i][i];
        logarithm += share * std::log(trace);
        share /= 2;
        for (Reals& row : A)
            for (Real& entry : row)
                entry /= trace;
        Columns square(n, Reals(n));
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                square[i][j] = inner(A[i], A[j]); // A is symmetric
        A = square;
    }
    return std::exp(logarithm);
}

/// A⁻¹, column by column from equations A x = e.
inline Columns inverse(const Columns& A)
{
    Columns result;
    for (std::size_t i = 0; i < A.size(); ++i) {
        Reals unit(A.size(), Real{0});
        unit[i] = 1;
        result.push_back(least_squares(A, unit));
    }
    return result;
}

} // namespace generalization::oracle
