/// @file
/// What chapter 6 is judged by. Slopes come from automatic differentiation over a second forward
/// pass, and central differences confirm them; spreads from sums over all possible weights of a
/// small network, each weight +√v or −√v, without a formula for a variance; fractions from the
/// normal distribution of Boost.Math; samples of random numbers from their moments, with limits
/// that follow from the sampling errors.
#pragma once

#include "initialization.hpp"
#include "judging/judge/layers_in_a_row.hpp"
#include "judging/judge/two_oracles.hpp"

#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace initialization::oracle {

using judging::flat;
using judging::layers_of;
using judging::slopes;

template <class T>
using Numbers = std::vector<T>;

inline Vector vector_of(const Numbers<double>& values)
{
    Vector v = xt::zeros<double>({values.size()});
    std::copy(values.begin(), values.end(), v.begin());
    return v;
}

// --- Descent on all weights of a sigmoid network ------------------------------------------------

/// The mean over the rows of half the squared distance of outputs and targets; σ by way of tanh.
template <class T>
T batch_error(const Numbers<T>& parameters, const std::vector<Layer>& shapes, const Matrix& X,
              const Matrix& targets)
{
    using std::tanh;
    T sum(0.0);
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        Numbers<T> values;
        for (std::size_t i = 0; i < X.shape(1); ++i)
            values.push_back(T(X(n, i)));
        std::size_t at = 0;
        for (const Layer& shape : shapes) {
            const std::size_t inputs = shape.W.shape(0);
            const std::size_t units = shape.W.shape(1);
            Numbers<T> outputs;
            for (std::size_t unit = 0; unit < units; ++unit) {
                T z = parameters[at + inputs * units + unit];
                for (std::size_t input = 0; input < inputs; ++input)
                    z += values[input] * parameters[at + input * units + unit];
                outputs.push_back(0.5 * (1.0 + tanh(0.5 * z)));
            }
            at += (inputs + 1) * units;
            values = outputs;
        }
        for (std::size_t k = 0; k < values.size(); ++k)
            sum += 0.5 * (values[k] - targets(n, k)) * (values[k] - targets(n, k));
    }
    return sum / static_cast<double>(X.shape(0));
}

inline std::vector<Layer> descended(const std::vector<Layer>& layers, const Matrix& X,
                                    const Matrix& T, double eta)
{
    const Vector p = flat(layers);
    const Vector g = slopes([&](const auto& at) { return batch_error(at, layers, X, T); }, p);
    return layers_of(p - eta * g, layers);
}

// --- Variances over all signs of the weights ----------------------------------------------------

/// Mean squares, of each layer's weighted sums and of each layer's deltas.
struct Squares {
    Numbers<double> sums;
    Numbers<double> deltas;
};

/// The mean over all networks whose weights are +√v or −√v, v given for each layer, and over
/// their units: mean 0 and variance v is all that the chapter's derivation asks of the weights.
/// Small networks only: there are 2 to the number of weights of them. `last` are deltas that
/// arrive at the last layer, the same in all networks. Where all ReLU before a unit are off, its
/// sum is exactly 0: there every network counts twice, with the slope 0 and with the slope 1.
inline Squares over_all_signs(const Numbers<double>& x, const std::vector<int>& units,
                              const Numbers<double>& variances, bool relu,
                              const Numbers<double>& last)
{
    std::size_t weights = 0;
    for (std::size_t l = 1; l < units.size(); ++l)
        weights += static_cast<std::size_t>(units[l - 1] * units[l]);
    Squares mean{Numbers<double>(variances.size()), Numbers<double>(variances.size())};
    const std::size_t networks = std::size_t{2} << weights;
    for (std::size_t signs = 0; signs < networks; ++signs) {
        const auto weight = [&](std::size_t number, std::size_t layer) {
            return (signs >> (number + 1) & 1u ? 1.0 : -1.0) * std::sqrt(variances[layer]);
        };
        const bool on_at_zero = signs & 1u;
        Numbers<Numbers<double>> sums;
        Numbers<double> values = x;
        std::size_t at = 0;
        for (std::size_t l = 0; l < variances.size(); ++l) {
            Numbers<double> z(static_cast<std::size_t>(units[l + 1]), 0.0);
            for (double value : values)
                for (double& sum : z)
                    sum += value * weight(at++, l);
            values.clear();
            for (double sum : z) {
                mean.sums[l] += sum * sum / static_cast<double>(z.size());
                values.push_back(relu ? std::max(sum, 0.0) : sum);
            }
            sums.push_back(z);
        }
        Numbers<double> deltas = last;
        for (std::size_t l = variances.size(); l-- > 0;) {
            for (double delta : deltas)
                mean.deltas[l] += delta * delta / static_cast<double>(deltas.size());
            if (l == 0)
                break;
            const std::size_t inputs = sums[l - 1].size();
            at -= inputs * deltas.size();
            Numbers<double> before(inputs, 0.0);
            for (std::size_t j = 0; j < inputs; ++j) {
                for (std::size_t k = 0; k < deltas.size(); ++k)
                    before[j] += weight(at + j * deltas.size() + k, l) * deltas[k];
                const double z = sums[l - 1][j];
                before[j] *= !relu || z > 0.0 || (z == 0.0 && on_at_zero) ? 1.0 : 0.0;
            }
            deltas = before;
        }
    }
    for (Numbers<double>* squares : {&mean.sums, &mean.deltas})
        for (double& square : *squares)
            square /= static_cast<double>(networks);
    return mean;
}

inline double mean_square(const Numbers<double>& x)
{
    double sum = 0.0;
    for (double value : x)
        sum += value * value / static_cast<double>(x.size());
    return sum;
}

/// P(|z| > where σ is `margin` away from its ends), z normal with this deviation.
inline double fraction_outside(double deviation, double margin)
{
    const double z_m = 2.0 * std::atanh(1.0 - 2.0 * margin);
    const boost::math::normal_distribution<double> bell(0.0, deviation);
    return 2.0 * boost::math::cdf(boost::math::complement(bell, z_m));
}

// --- Costs over the plane -----------------------------------------------------------------------

template <class T>
T bowl(const Numbers<T>& p)
{
    const T& u = p[0];
    const T& v = p[1];
    return 0.25 * u * u * u * u + 0.5 * (u - 1.0) * (u - 1.0) + 0.5 * (v - u) * (v - u);
}

template <class T>
T hills(const Numbers<T>& p)
{
    const T& u = p[0];
    const T& v = p[1];
    return 0.25 * u * u * u * u - u * u + 0.3 * u + 0.25 * v * v * v * v - v * v + 0.2 * v +
           0.25 * u * v;
}

/// The gradient of a cost at every row.
template <class Cost>
Matrix slope_of_rows(const Cost& cost, const Matrix& P)
{
    Matrix result = P;
    for (std::size_t n = 0; n < P.shape(0); ++n) {
        Vector p = xt::zeros<double>({P.shape(1)});
        for (std::size_t i = 0; i < p.size(); ++i)
            p(i) = P(n, i);
        const Vector slope = slopes(cost, p);
        for (std::size_t i = 0; i < p.size(); ++i)
            result(n, i) = slope(i);
    }
    return result;
}

/// How many rows are farther than the tolerance from every row that was counted before.
inline int distinct_points(const Matrix& ends, double tolerance)
{
    Numbers<std::size_t> firsts;
    for (std::size_t n = 0; n < ends.shape(0); ++n) {
        bool is_new = true;
        for (std::size_t first : firsts) {
            double square = 0.0;
            for (std::size_t i = 0; i < ends.shape(1); ++i)
                square += std::pow(ends(n, i) - ends(first, i), 2);
            is_new = is_new && std::sqrt(square) > tolerance;
        }
        if (is_new)
            firsts.push_back(n);
    }
    return static_cast<int>(firsts.size());
}

// --- Samples ------------------------------------------------------------------------------------

/// The moments of the entries of a matrix, and how like each other neighbours are.
struct Moments {
    std::size_t count = 0;
    double mean = 0.0;
    double variance = 0.0;
    double kurtosis = 0.0;      ///< mean fourth power over squared variance: normal 3, uniform 1.8
    double largest = 0.0;       ///< of the absolute values
    double along_rows = 0.0;    ///< correlation of each entry with its right neighbour
    double along_columns = 0.0; ///< and with the one below
    bool all_equal = true;
};

inline Moments moments(const Matrix& W)
{
    Moments m;
    m.count = W.size();
    const double n = static_cast<double>(W.size());
    for (double w : W) {
        m.mean += w / n;
        m.largest = std::max(m.largest, std::abs(w));
        m.all_equal = m.all_equal && w == *W.begin();
    }
    double fourth = 0.0;
    for (double w : W) {
        const double square = (w - m.mean) * (w - m.mean);
        m.variance += square / n;
        fourth += square * square / n;
    }
    m.kurtosis = fourth / (m.variance * m.variance);
    for (std::size_t i = 0; i < W.shape(0); ++i)
        for (std::size_t j = 0; j < W.shape(1); ++j) {
            const double here = (W(i, j) - m.mean) / (n * m.variance);
            if (j + 1 < W.shape(1))
                m.along_rows += here * (W(i, j + 1) - m.mean);
            if (i + 1 < W.shape(0))
                m.along_columns += here * (W(i + 1, j) - m.mean);
        }
    return m;
}

/// The correlation of two matrices, entry by entry.
inline double correlation(const Matrix& A, const Matrix& B)
{
    const Moments a = moments(A);
    const Moments b = moments(B);
    double sum = 0.0;
    auto other = B.begin();
    for (double w : A)
        sum += (w - a.mean) * (*other++ - b.mean);
    return sum / (static_cast<double>(A.size()) * std::sqrt(a.variance * b.variance));
}

} // namespace initialization::oracle
