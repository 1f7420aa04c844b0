/// @file
/// The first oracle: forward-mode automatic differentiation (Boost.Math), which carries the exact
/// slope along with every number.
#pragma once

#include "common/math/tensor.hpp"

#include <boost/math/differentiation/autodiff.hpp>

#include <vector>

namespace judging {

/// A number with its first derivative.
using Dual = boost::math::differentiation::autodiff_fvar<double, 1>;

/// All partial derivatives of f at x. `f` takes a std::vector<T> for T = double or Dual and
/// returns a T; write its mathematics with unqualified exp, log, tanh, … (found by
/// argument-dependent look-up) or with `using std::exp;`.
template <class F>
workbook::Vector gradient(const F& f, const workbook::Vector& x)
{
    using boost::math::differentiation::make_fvar;
    workbook::Vector slopes = xt::zeros<double>({x.size()});
    std::vector<Dual> point(x.begin(), x.end());
    for (std::size_t i = 0; i < x.size(); ++i) {
        point[i] = make_fvar<double, 1>(x(i));
        slopes(i) = f(point).derivative(1);
        point[i] = Dual(x(i));
    }
    return slopes;
}

/// The slope of a function of one number.
template <class F>
double slope(const F& f, double x)
{
    return f(boost::math::differentiation::make_fvar<double, 1>(x)).derivative(1);
}

} // namespace judging
