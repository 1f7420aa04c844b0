/// @file
/// The data that a figure draws: sequences of numbers, and functions on a rectangle of the plane.
#pragma once

#include "common/math/tensor.hpp"

#include <concepts>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <type_traits>
#include <vector>

namespace workbook {

/// Anything that `for (double v : range)` can iterate over: Vector, an xtensor view of a matrix's
/// column, std::vector<double>, std::vector<std::size_t>, …
template <class Range>
concept NumberRange = requires(const Range& range) {
    { *std::begin(range) } -> std::convertible_to<double>;
    std::end(range);
};

/// Numbers from any range or a list: parameters of this type accept `{0, 1}`, a Vector,
/// a `std::vector`, or `xt::view(X, xt::all(), 0)`.
class Numbers {
public:
    Numbers() = default;
    Numbers(std::initializer_list<double> values) : values_(values) {}

    template <NumberRange Range>
        requires(!std::same_as<std::remove_cvref_t<Range>, Numbers>)
    Numbers(const Range& range)
    {
        for (const auto& value : range)
            values_.push_back(static_cast<double>(value));
    }

    std::size_t size() const { return values_.size(); }
    bool empty() const { return values_.empty(); }
    double operator[](std::size_t index) const { return values_[index]; }
    auto begin() const { return values_.begin(); }
    auto end() const { return values_.end(); }

private:
    std::vector<double> values_;
};

/// `count` evenly spaced numbers from `from` to `to`, both included.
Numbers linspace(double from, double to, std::size_t count);

/// 0, 1, …, count − 1.
Numbers indices(std::size_t count);

/// 10^from, …, 10^to, both ends included, with exponents `step` apart: evenly on a logarithmic
/// axis.
Numbers powers_of_ten(double from, double to, double step);

/// A rectangle of the plane with a grid of points on it: `{-1, 2, -1, 2}`.
struct Plane {
    double x_from = 0.0;
    double x_to = 1.0;
    double y_from = 0.0;
    double y_to = 1.0;
    std::size_t samples = 101; ///< points per side

    Numbers xs() const; ///< the x of its columns
    Numbers ys() const; ///< the y of its rows

    /// All grid points as the rows of a matrix, (samples², 2), with x varying fastest: a batch on
    /// which a network is evaluated in one go. Its outputs, in the same order, make a Field.
    Matrix points() const;
};

/// A function over a plane: a callable `double(double x, double y)`, or its values at
/// `plane.points()`, in that order.
class Field {
public:
    template <class Function>
        requires(!NumberRange<Function> &&
                 std::is_invocable_r_v<double, const Function&, double, double>)
    Field(const Function& function) : function_(function)
    {
    }

    template <NumberRange Range>
    Field(const Range& values) : values_(values)
    {
    }

    /// The callable; empty if values were given.
    const std::function<double(double, double)>& function() const { return function_; }

    /// Its values at plane.points(); throws std::invalid_argument if given values do not fit.
    Numbers over(const Plane& plane) const;

private:
    std::function<double(double, double)> function_;
    Numbers values_;
};

} // namespace workbook
