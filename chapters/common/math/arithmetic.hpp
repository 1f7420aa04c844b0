/// @file
/// An eager subset of xtensor's operators and functions for Vector and Matrix, compiled once (in
/// arithmetic.cpp).
///
/// In plain xtensor every formula has a type of its own, and the compiler generates its loops anew
/// wherever it is assigned: 0.1 s or more each time, at every compile. When all operands are
/// Vectors, Matrices, views of them (xt::view) or numbers, overload resolution picks the functions
/// below instead. Names, values, broadcasting and errors are xtensor's; the result is a Vector or
/// Matrix that is already evaluated, so `auto` is safe. With any other operand, and for functions
/// that are not listed here (xt::clip, xt::sign …), xtensor's own lazy templates apply.
///
/// Include common/math/tensor.hpp, not this file.
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace workbook::arithmetic {

/// A zero-dimensional tensor, as `xt::sum(m)` returns it; `xt::sum(m)()` is its number.
using Scalar = xt::xtensor<double, 0>;

/// The number of axes: 0 for a number, 1 for a Vector, 2 for a Matrix; −1 for whatever is left to
/// xtensor.
template <class E>
constexpr int rank = std::is_arithmetic_v<E> ? 0 : -1;
template <std::size_t R>
constexpr int rank<xt::xtensor<double, R>> = R <= 2 ? static_cast<int>(R) : -1;
template <class E, class... S> // a view of a Vector or Matrix with constant strides
    requires(rank<std::remove_cvref_t<E>> > 0 &&
             xt::detail::is_strided_view<std::remove_cvref_t<E>, S...>::value)
constexpr int rank<xt::xview<E, S...>> =
    std::tuple_size_v<typename xt::xview<E, S...>::shape_type> <= 2
        ? static_cast<int>(std::tuple_size_v<typename xt::xview<E, S...>::shape_type>)
        : -1;

template <class E>
concept Operand = rank<std::remove_cvref_t<E>> >= 0;
template <class E>
concept Tensor = Operand<E> && !std::is_arithmetic_v<std::remove_cvref_t<E>>;
template <class E1, class E2>
concept Operands = Operand<E1> && Operand<E2> && (Tensor<E1> || Tensor<E2>);

/// Whether E is what a comparison returns.
template <class E>
constexpr bool is_mask = false;
template <std::size_t R>
constexpr bool is_mask<xt::xtensor<bool, R>> = R == 1 || R == 2;
template <class E>
concept Mask = is_mask<std::remove_cvref_t<E>>;

template <class... E>
constexpr std::size_t axes = static_cast<std::size_t>(std::max({rank<std::remove_cvref_t<E>>...}));

/// An operand as a pointer and strides. An axis of length 1 has the stride 0, so it broadcasts.
struct StridedView {
    StridedView(double value) : scalar(value) {}
    StridedView(const Scalar& s);
    StridedView(const Vector& v)
        : data(v.data()), axes(1), columns(v.shape()[0]), column_stride(stride(v.shape()[0], 1))
    {
    }
    StridedView(const Matrix& m)
        : data(m.data()), axes(2), rows(m.shape()[0]), columns(m.shape()[1]),
          row_stride(stride(rows, columns)), column_stride(stride(columns, 1))
    {
    }
    template <class E, class... S>
    StridedView(const xt::xview<E, S...>& part)
    {
        const std::size_t rank = part.dimension();
        for (std::size_t axis = 0; axis < rank; ++axis) {
            add_axis(part.shape()[axis], part.strides()[axis]);
        }
        data = part.data() + part.data_offset();
        check_bounds(part.expression().data(), part.expression().size());
    }
    StridedView(const StridedView&) = delete;
    StridedView& operator=(const StridedView&) = delete;

    static std::ptrdiff_t stride(std::size_t length, std::size_t between)
    {
        return length == 1 ? 0 : static_cast<std::ptrdiff_t>(between);
    }
    void add_axis(std::size_t length, std::ptrdiff_t stride);
    void check_bounds(const double* storage, std::size_t size) const;

    double scalar = 0.0;
    const double* data = &scalar;
    std::size_t axes = 0;
    std::size_t rows = 1;
    std::size_t columns = 1;
    std::ptrdiff_t row_stride = 0;
    std::ptrdiff_t column_stride = 0;
};

/// "()", "(3)" or "(3, 2)".
std::string shape_of(const StridedView& t);

/// An operand that ends with the expression: its memory may take the result. Or nullptr.
template <std::size_t R, class E>
xt::xtensor<double, R>* spare(E&& e)
{
    if constexpr (std::is_same_v<E, xt::xtensor<double, R>>) { // neither a reference nor const
        return &e;
    } else {
        return nullptr;
    }
}
template <std::size_t R, class E1, class E2>
xt::xtensor<double, R>* spare(E1&& e1, E2&& e2)
{
    auto* const first = spare<R>(std::forward<E1>(e1));
    return first != nullptr ? first : spare<R>(std::forward<E2>(e2));
}

// Element-wise, with R axes in the result. Shapes that cannot be broadcast together throw
// xt::broadcast_error.
template <std::size_t R>
xt::xtensor<double, R> elementwise(double (*f)(double), xt::xtensor<double, R>* spare,
                                   const StridedView& a);
template <std::size_t R>
xt::xtensor<double, R> elementwise(double (*f)(double, double), xt::xtensor<double, R>* spare,
                                   const StridedView& a, const StridedView& b);
template <std::size_t R>
xt::xtensor<bool, R> compare(bool (*f)(double, double), const StridedView& a, const StridedView& b);
template <std::size_t R, std::size_t M>
xt::xtensor<double, R> where(const xt::xtensor<bool, M>& mask, const StridedView& a,
                             const StridedView& b);

/// Reduces all entries, or one axis; the result keeps that axis, with length 1, if R counts it.
enum class Reduction { sum, prod, max, min, mean };
Scalar reduce(Reduction reduction, const StridedView& a);
template <std::size_t R>
xt::xtensor<double, R> reduce(Reduction reduction, const StridedView& a, std::ptrdiff_t axis);
/// Along an axis, the index of the first largest (Reduction::max) or smallest (Reduction::min)
/// entry.
template <std::size_t R>
xt::xtensor<std::size_t, R> arg_extremum(Reduction reduction, const StridedView& a,
                                         std::ptrdiff_t axis);

template <std::size_t R>
xt::xtensor<double, R> full(double value, const std::array<std::size_t, R>& shape);
Matrix transposed(const Matrix& m);

double add(double a, double b);
double subtract(double a, double b);
double multiply(double a, double b);
double divide(double a, double b);
double maximum(double a, double b);
double minimum(double a, double b);
double identity(double a);
double negate(double a);
double square(double a);
double cube(double a);
bool less(double a, double b);
bool less_equal(double a, double b);
bool greater(double a, double b);
bool greater_equal(double a, double b);

template <class E>
constexpr bool is_constant = false;
template <class T, std::size_t R>
constexpr bool is_constant<xt::xbroadcast<xt::xscalar<T>, std::array<std::size_t, R>>> = true;

void check_rank(std::size_t wanted, std::size_t given);

/// `Vector v = e;` where e is not a Vector already: a view, xt::zeros, or one of xtensor's lazy
/// formulas.
template <std::size_t R, class E>
void assign(xt::xtensor<double, R>& to, const E& e)
{
    check_rank(R, e.dimension());
    if constexpr (rank<E> == R) {
        to = elementwise<R>(identity, nullptr, e);
    } else if constexpr (is_constant<E>) {
        to = full<R>(static_cast<double>(e.expression()()), e.shape());
    } else {
        to.assign(e);
    }
}

} // namespace workbook::arithmetic

namespace xt {

template <>
template <class E>
inline workbook::Vector::xtensor_container(const xexpression<E>& e) : base_type()
{
    workbook::arithmetic::assign(*this, e.derived_cast());
}

template <>
template <class E>
inline workbook::Matrix::xtensor_container(const xexpression<E>& e) : base_type()
{
    workbook::arithmetic::assign(*this, e.derived_cast());
}

// What trains for long is worth slower compiling: in plain xtensor a formula is a single loop.
#ifndef WORKBOOK_PLAIN_XTENSOR

// Of two templates that match equally well, overload resolution prefers the one with a constraint.
// So the heads below repeat xtensor's exactly and add a `requires` clause.

#define WORKBOOK_UNARY(name, function)                                                             \
    template <class E>                                                                             \
        requires workbook::arithmetic::Tensor<E>                                                   \
    [[gnu::always_inline]] inline auto name(E&& e)                                                 \
    {                                                                                              \
        constexpr std::size_t R = workbook::arithmetic::axes<E>;                                   \
        return workbook::arithmetic::elementwise<R>(                                               \
            function, workbook::arithmetic::spare<R>(std::forward<E>(e)), e);                      \
    }

#define WORKBOOK_BINARY(name, function)                                                            \
    template <class E1, class E2>                                                                  \
        requires workbook::arithmetic::Operands<E1, E2>                                            \
    [[gnu::always_inline]] inline auto name(E1&& e1, E2&& e2)                                      \
    {                                                                                              \
        constexpr std::size_t R = workbook::arithmetic::axes<E1, E2>;                              \
        return workbook::arithmetic::elementwise<R>(                                               \
            function, workbook::arithmetic::spare<R>(std::forward<E1>(e1), std::forward<E2>(e2)),  \
            e1, e2);                                                                               \
    }

#define WORKBOOK_COMPARISON(name, function)                                                        \
    template <class E1, class E2>                                                                  \
        requires workbook::arithmetic::Operands<E1, E2>                                            \
    [[gnu::always_inline]] inline auto name(E1&& e1, E2&& e2)                                      \
    {                                                                                              \
        return workbook::arithmetic::compare<workbook::arithmetic::axes<E1, E2>>(function, e1,     \
                                                                                 e2);              \
    }

#define WORKBOOK_REDUCTION(name, reduction)                                                        \
    template <class T = void, class E, class EVS = DEFAULT_STRATEGY_REDUCERS,                      \
              XTL_REQUIRES(is_reducer_options<EVS>)>                                               \
        requires(workbook::arithmetic::Tensor<E> && std::is_void_v<T> &&                           \
                 std::is_same_v<EVS, DEFAULT_STRATEGY_REDUCERS>)                                   \
    inline auto name(E&& e, EVS = EVS())                                                           \
    {                                                                                              \
        return workbook::arithmetic::reduce(workbook::arithmetic::Reduction::reduction, e);        \
    }                                                                                              \
    template <class T = void, class E, class I, std::size_t N,                                     \
              class EVS = DEFAULT_STRATEGY_REDUCERS>                                               \
        requires(workbook::arithmetic::Tensor<E> && workbook::arithmetic::axes<E> >= N &&          \
                 N == 1 && std::is_void_v<T> &&                                                    \
                 (std::is_same_v<EVS, DEFAULT_STRATEGY_REDUCERS> ||                                \
                  std::is_same_v<EVS, std::tuple<keep_dims_type>>))                                \
    inline auto name(E&& e, const I(&axes)[N], EVS = EVS())                                        \
    {                                                                                              \
        constexpr bool keep = std::is_same_v<EVS, std::tuple<keep_dims_type>>;                     \
        return workbook::arithmetic::reduce<workbook::arithmetic::axes<E> - (keep ? 0 : 1)>(       \
            workbook::arithmetic::Reduction::reduction, e, static_cast<std::ptrdiff_t>(axes[0]));  \
    }

WORKBOOK_BINARY(operator+, workbook::arithmetic::add)
WORKBOOK_BINARY(operator-, workbook::arithmetic::subtract)
WORKBOOK_BINARY(operator*, workbook::arithmetic::multiply)
WORKBOOK_BINARY(operator/, workbook::arithmetic::divide)
WORKBOOK_COMPARISON(operator<, workbook::arithmetic::less)
WORKBOOK_COMPARISON(operator<=, workbook::arithmetic::less_equal)
WORKBOOK_COMPARISON(operator>, workbook::arithmetic::greater)
WORKBOOK_COMPARISON(operator>=, workbook::arithmetic::greater_equal)
WORKBOOK_BINARY(maximum, workbook::arithmetic::maximum)
WORKBOOK_BINARY(minimum, workbook::arithmetic::minimum)
WORKBOOK_BINARY(pow, std::pow)

WORKBOOK_UNARY(operator-, workbook::arithmetic::negate)
WORKBOOK_UNARY(square, workbook::arithmetic::square)
WORKBOOK_UNARY(cube, workbook::arithmetic::cube)
WORKBOOK_UNARY(abs, std::abs)
WORKBOOK_UNARY(sqrt, std::sqrt)
WORKBOOK_UNARY(exp, std::exp)
WORKBOOK_UNARY(expm1, std::expm1)
WORKBOOK_UNARY(log, std::log)
WORKBOOK_UNARY(log1p, std::log1p)
WORKBOOK_UNARY(log2, std::log2)
WORKBOOK_UNARY(sin, std::sin)
WORKBOOK_UNARY(cos, std::cos)
WORKBOOK_UNARY(sinh, std::sinh)
WORKBOOK_UNARY(cosh, std::cosh)
WORKBOOK_UNARY(tanh, std::tanh)
WORKBOOK_UNARY(floor, std::floor)
WORKBOOK_UNARY(ceil, std::ceil)
WORKBOOK_UNARY(round, std::round)

WORKBOOK_REDUCTION(sum, sum)
WORKBOOK_REDUCTION(prod, prod)
WORKBOOK_REDUCTION(amax, max)
WORKBOOK_REDUCTION(amin, min)
WORKBOOK_REDUCTION(mean, mean)

#undef WORKBOOK_UNARY
#undef WORKBOOK_BINARY
#undef WORKBOOK_REDUCTION

template <class E1, class E2, class E3>
    requires(workbook::arithmetic::Mask<E1> && workbook::arithmetic::Operand<E2> &&
             workbook::arithmetic::Operand<E3>)
inline auto where(E1&& mask, E2&& e2, E3&& e3)
{
    constexpr std::size_t M = std::tuple_size_v<typename std::remove_cvref_t<E1>::shape_type>;
    return workbook::arithmetic::where<std::max(M, workbook::arithmetic::axes<E2, E3>)>(mask, e2,
                                                                                        e3);
}

template <class R, class E>
    requires(workbook::arithmetic::Mask<E> && std::is_same_v<R, double>)
inline auto cast(E&& mask)
{
    return where(mask, 1.0, 0.0);
}

template <class E1, class E2>
    requires(workbook::arithmetic::Tensor<E1> && workbook::arithmetic::Mask<E2>)
inline auto operator*(E1&& e, E2&& mask)
{
    return e * where(mask, 1.0, 0.0);
}

template <class T = void, class E, class A, std::size_t N, class EVS = DEFAULT_STRATEGY_REDUCERS>
    requires(workbook::arithmetic::Tensor<E> && N == 1 && std::is_void_v<T> &&
             std::is_same_v<EVS, DEFAULT_STRATEGY_REDUCERS>)
inline auto stddev(E&& e, const A (&axes)[N], EVS = EVS())
{
    return sqrt(mean(square(e - mean(e, axes, keep_dims)), axes));
}

template <class E>
    requires workbook::arithmetic::Tensor<E>
inline auto argmax(E&& e, std::ptrdiff_t axis)
{
    return workbook::arithmetic::arg_extremum<workbook::arithmetic::axes<E> - 1>(
        workbook::arithmetic::Reduction::max, e, axis);
}

template <class E>
    requires workbook::arithmetic::Tensor<E>
inline auto argmin(E&& e, std::ptrdiff_t axis)
{
    return workbook::arithmetic::arg_extremum<workbook::arithmetic::axes<E> - 1>(
        workbook::arithmetic::Reduction::min, e, axis);
}

template <class E>
    requires std::same_as<std::remove_cvref_t<E>, workbook::Matrix>
inline auto transpose(E&& e)
{
    return workbook::arithmetic::transposed(e);
}

#endif

// v(i) and m(i, j), with their index checks, are compiled only once too.
extern template double& xcontainer<workbook::Vector>::operator()(std::size_t);
extern template const double& xcontainer<workbook::Vector>::operator()(std::size_t) const;
extern template double& xcontainer<workbook::Vector>::operator()(int);
extern template const double& xcontainer<workbook::Vector>::operator()(int) const;
extern template double& xcontainer<workbook::Matrix>::operator()(std::size_t, std::size_t);
extern template const double& xcontainer<workbook::Matrix>::operator()(std::size_t,
                                                                       std::size_t) const;
extern template double& xcontainer<workbook::Matrix>::operator()(int, int);
extern template const double& xcontainer<workbook::Matrix>::operator()(int, int) const;

} // namespace xt
