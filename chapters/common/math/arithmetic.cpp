// The eager operators and functions of arithmetic.hpp.
#include "common/math/tensor.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <stdexcept>
#include <string>
#include <tuple>

/// Before a loop: no entry that it reads is one that it has written, though the compiler cannot
/// know.
#ifdef __clang__
#pragma clang diagnostic ignored "-Wpass-failed" // a build without optimisation obeys, and is slow
#define EACH_ENTRY_ALONE _Pragma("clang loop vectorize(assume_safety)")
#else
#define EACH_ENTRY_ALONE _Pragma("GCC ivdep")
#endif

namespace workbook {

namespace arithmetic {

std::string shape_of(const StridedView& t)
{
    std::string shape = "(";
    if (t.axes == 2) {
        shape += std::to_string(t.rows) + ", ";
    }
    if (t.axes >= 1) {
        shape += std::to_string(t.columns);
    }
    return shape + ")";
}

namespace {

/// An uninitialised tensor with R axes and rows × columns entries, row-major.
template <class T, std::size_t R>
xt::xtensor<T, R> make_tensor([[maybe_unused]] std::size_t rows,
                              [[maybe_unused]] std::size_t columns)
{
    if constexpr (R == 0) {
        return xt::xtensor<T, 0>(T{});
    } else if constexpr (R == 1) {
        return xt::xtensor<T, 1>(std::array<std::size_t, 1>{columns});
    } else {
        return xt::xtensor<T, 2>(std::array<std::size_t, 2>{rows, columns});
    }
}

/// The shape that the operands are broadcast to: along every axis their lengths are equal, or 1.
struct BroadcastShape {
    std::size_t rows = 1;
    std::size_t columns = 1;
};

[[noreturn]] void refuse(std::initializer_list<const StridedView*> views)
{
    std::string shapes;
    for (const StridedView* view : views) {
        shapes += (shapes.empty() ? "" : " and ") + shape_of(*view);
    }
    throw xt::broadcast_error(("the shapes " + shapes + " do not fit").c_str());
}

template <class... Views>
BroadcastShape broadcast(const Views&... views)
{
    BroadcastShape shape;
    const auto fits = [&shape](const StridedView& view) {
        const bool all_fit =
            (view.rows == 1 || shape.rows == 1 || view.rows == shape.rows) &&
            (view.columns == 1 || shape.columns == 1 || view.columns == shape.columns);
        shape.rows = view.rows == 1 ? shape.rows : view.rows;
        shape.columns = view.columns == 1 ? shape.columns : view.columns;
        return all_fit;
    };
    if (!(fits(views) && ...)) {
        refuse({&views...});
    }
    return shape;
}

/// Whether the entries of the rows of a broadcast operand follow each other without a gap, or are
/// all the same one.
bool is_even(const StridedView& a, const BroadcastShape& shape)
{
    const auto columns = static_cast<std::ptrdiff_t>(shape.columns);
    return shape.rows == 1 || a.row_stride == a.column_stride * columns;
}

/// Entries of an operand, one after the other; all the same if the stride is 0.
struct Run {
    const double* at;
    std::ptrdiff_t stride;

    double operator[](std::size_t i) const { return at[static_cast<std::ptrdiff_t>(i) * stride]; }
};

/// f of `count` entries of each operand. An entry is read before its place is written, so `to` may
/// be one of the operands; loops without strides handle several entries at once.
template <class T, class F, class... Runs>
void map_row(F f, std::size_t count, T* to, const Runs&... runs)
{
    for (std::size_t i = 0; i < count; ++i) {
        to[i] = f(runs[i]...);
    }
}

template <class F>
void map_row(F f, std::size_t count, double* to, const Run& a)
{
    if (a.stride == 1) {
        const double* const at = a.at;
        EACH_ENTRY_ALONE
        for (std::size_t i = 0; i < count; ++i) {
            to[i] = f(at[i]);
        }
    } else {
        map_row<double, F, Run>(f, count, to, a);
    }
}

template <class T, class F>
void map_row(F f, std::size_t count, T* to, const Run& a, const Run& b)
{
    const double* const at = a.at;
    const double* const bt = b.at;
    if (a.stride == 1 && b.stride == 1) {
        EACH_ENTRY_ALONE
        for (std::size_t i = 0; i < count; ++i) {
            to[i] = f(at[i], bt[i]);
        }
    } else if (a.stride == 1 && b.stride == 0) {
        const double same = *bt;
        EACH_ENTRY_ALONE
        for (std::size_t i = 0; i < count; ++i) {
            to[i] = f(at[i], same);
        }
    } else if (a.stride == 0 && b.stride == 1) {
        const double same = *at;
        EACH_ENTRY_ALONE
        for (std::size_t i = 0; i < count; ++i) {
            to[i] = f(same, bt[i]);
        }
    } else {
        map_row<T, F, Run, Run>(f, count, to, a, b);
    }
}

/// f of the corresponding entries of all operands, in the memory of `spare` if it fits.
template <class T, std::size_t R, class F, class... Views>
xt::xtensor<T, R> map_entries(F f, xt::xtensor<T, R>* spare, const Views&... views)
{
    const BroadcastShape shape = broadcast(views...);
    bool fits = spare != nullptr;
    if constexpr (R >= 1) {
        fits = fits && spare->shape().back() == shape.columns;
    }
    if constexpr (R == 2) {
        fits = fits && spare->shape().front() == shape.rows;
    }
    auto result = fits ? std::move(*spare) : make_tensor<T, R>(shape.rows, shape.columns);
    const bool at_once = (is_even(views, shape) && ...);
    const std::size_t rows = at_once ? 1 : shape.rows;
    const std::size_t columns = at_once ? shape.rows * shape.columns : shape.columns;
    T* to = result.data();
    for (std::size_t row = 0; row < rows && columns > 0; ++row, to += columns) {
        const auto start = [&](const StridedView& view) {
            return view.data + static_cast<std::ptrdiff_t>(row) * view.row_stride;
        };
        map_row(f, columns, to, Run{start(views), views.column_stride}...);
    }
    return result;
}

/// The value that a reduction starts from.
double initial_value(Reduction reduction)
{
    switch (reduction) {
    case Reduction::prod: return 1.0;
    case Reduction::max: return std::numeric_limits<double>::lowest();
    case Reduction::min: return std::numeric_limits<double>::max();
    case Reduction::sum:
    case Reduction::mean: break;
    }
    return 0.0;
}

/// Reduces one slice, going on from `result`.
double reduce_slice(Reduction reduction, const double* entry, std::size_t length,
                    std::ptrdiff_t stride, double result)
{
    for (std::size_t i = 0; i < length; ++i, entry += stride) {
        switch (reduction) {
        case Reduction::sum:
        case Reduction::mean: result += *entry; break;
        case Reduction::prod: result *= *entry; break;
        case Reduction::max: result = maximum(result, *entry); break;
        case Reduction::min: result = minimum(result, *entry); break;
        }
    }
    return result;
}

/// The one-dimensional slices along an axis; a negative axis is counted from the last.
struct Slices {
    std::size_t count;
    std::ptrdiff_t slice_stride;
    std::size_t length;
    std::ptrdiff_t stride;
    bool along_rows; ///< each slice is a row
};

Slices slices_along(std::ptrdiff_t axis, const StridedView& a)
{
    const auto axes = static_cast<std::ptrdiff_t>(a.axes);
    if (axis < -axes || axis >= axes) {
        throw std::out_of_range("there is no axis " + std::to_string(axis) +
                                " in a tensor of shape " + shape_of(a));
    }
    if (axes == 2 && (axis == 0 || axis == -2)) {
        return {a.columns, a.column_stride, a.rows, a.row_stride, false};
    }
    return {a.rows, a.row_stride, a.columns, a.column_stride, true};
}

} // namespace

StridedView::StridedView(const Scalar& s) : data(s.data()) {}

void StridedView::add_axis(std::size_t length, std::ptrdiff_t stride)
{
    rows = columns;
    row_stride = column_stride;
    columns = length;
    column_stride = length == 1 ? 0 : stride;
    ++axes;
}

void StridedView::check_bounds(const double* storage, std::size_t size) const
{
    if (rows == 0 || columns == 0) {
        return;
    }
    const std::ptrdiff_t down = static_cast<std::ptrdiff_t>(rows - 1) * row_stride;
    const std::ptrdiff_t along = static_cast<std::ptrdiff_t>(columns - 1) * column_stride;
    const std::ptrdiff_t start = data - storage;
    const std::ptrdiff_t lowest =
        start + std::min(down, std::ptrdiff_t{0}) + std::min(along, std::ptrdiff_t{0});
    const std::ptrdiff_t highest =
        start + std::max(down, std::ptrdiff_t{0}) + std::max(along, std::ptrdiff_t{0});
    if (lowest < 0 || highest >= static_cast<std::ptrdiff_t>(size)) {
        throw std::out_of_range("xt::view: a part of shape " + shape_of(*this) +
                                " lies outside of the tensor that it is taken from");
    }
}

// What the compiler can handle several entries of at once is not called through the pointer.

template <std::size_t R>
xt::xtensor<double, R> elementwise(double (*f)(double), xt::xtensor<double, R>* spare,
                                   const StridedView& a)
{
    if (f == &negate) {
        return map_entries([](double x) { return -x; }, spare, a);
    }
    if (f == &square) {
        return map_entries([](double x) { return x * x; }, spare, a);
    }
    if (f == &identity) {
        return map_entries([](double x) { return x; }, spare, a);
    }
    if (f == static_cast<double (*)(double)>(&std::sqrt)) {
        return map_entries([](double x) { return std::sqrt(x); }, spare, a);
    }
    return map_entries(f, spare, a);
}

template <std::size_t R>
xt::xtensor<double, R> elementwise(double (*f)(double, double), xt::xtensor<double, R>* spare,
                                   const StridedView& a, const StridedView& b)
{
    if (f == &add) {
        return map_entries([](double x, double y) { return x + y; }, spare, a, b);
    }
    if (f == &subtract) {
        return map_entries([](double x, double y) { return x - y; }, spare, a, b);
    }
    if (f == &multiply) {
        return map_entries([](double x, double y) { return x * y; }, spare, a, b);
    }
    if (f == &divide) {
        return map_entries([](double x, double y) { return x / y; }, spare, a, b);
    }
    if (f == &maximum) {
        return map_entries([](double x, double y) { return x > y || x != x ? x : y; }, spare, a, b);
    }
    return map_entries(f, spare, a, b);
}

template <std::size_t R>
xt::xtensor<bool, R> compare(bool (*f)(double, double), const StridedView& a, const StridedView& b)
{
    if (f == &greater) {
        return map_entries<bool, R>([](double x, double y) { return x > y; }, nullptr, a, b);
    }
    if (f == &less_equal) {
        return map_entries<bool, R>([](double x, double y) { return x <= y; }, nullptr, a, b);
    }
    return map_entries<bool, R>(f, nullptr, a, b);
}

template <std::size_t R, std::size_t M>
xt::xtensor<double, R> where(const xt::xtensor<bool, M>& mask, const StridedView& a,
                             const StridedView& b)
{
    // The mask takes part in broadcasting as an operand, which is a tensor of numbers …
    xt::xtensor<double, M> numbers(mask.shape());
    const StridedView here(numbers);
    const BroadcastShape shape = broadcast(here, a, b);
    if (here.rows == shape.rows && here.columns == shape.columns && is_even(a, shape) &&
        is_even(b, shape)) { // … whose numbers are not needed if its shape is the result's
        auto result = make_tensor<double, R>(shape.rows, shape.columns);
        const Run yes{a.data, a.column_stride};
        const Run no{b.data, b.column_stride};
        const bool* const is_set = mask.data();
        double* const to = result.data();
        for (std::size_t i = 0; i < mask.size(); ++i) {
            const double from[2] = {no[i], yes[i]}; // a branch would be guessed wrongly too often
            to[i] = from[is_set[i]];
        }
        return result;
    }
    std::copy(mask.data(), mask.data() + mask.size(), numbers.data());
    return map_entries<double, R>(
        [](double condition, double x, double y) { return condition != 0.0 ? x : y; }, nullptr,
        here, a, b);
}

Scalar reduce(Reduction reduction, const StridedView& a)
{
    double result = initial_value(reduction);
    for (std::size_t row = 0; row < a.rows; ++row) {
        result = reduce_slice(reduction, a.data + static_cast<std::ptrdiff_t>(row) * a.row_stride,
                              a.columns, a.column_stride, result);
    }
    const double count = static_cast<double>(a.rows * a.columns);
    return Scalar(reduction == Reduction::mean ? result / count : result);
}

template <std::size_t R>
xt::xtensor<double, R> reduce(Reduction reduction, const StridedView& a, std::ptrdiff_t axis)
{
    const Slices slices = slices_along(axis, a);
    auto result = make_tensor<double, R>(slices.along_rows ? slices.count : 1,
                                         slices.along_rows && R == 2 ? 1 : slices.count);
    for (std::size_t i = 0; i < slices.count; ++i) {
        const double* entry = a.data + static_cast<std::ptrdiff_t>(i) * slices.slice_stride;
        const double reduced =
            reduce_slice(reduction, entry, slices.length, slices.stride, initial_value(reduction));
        result.data()[i] =
            reduction == Reduction::mean ? reduced / static_cast<double>(slices.length) : reduced;
    }
    return result;
}

template <std::size_t R>
xt::xtensor<std::size_t, R> arg_extremum(Reduction reduction, const StridedView& a,
                                         std::ptrdiff_t axis)
{
    const Slices slices = slices_along(axis, a);
    if (slices.length == 0) {
        throw std::out_of_range("the largest or smallest of no entries");
    }
    auto result = make_tensor<std::size_t, R>(1, slices.count);
    for (std::size_t slice = 0; slice < slices.count; ++slice) {
        const double* data = a.data + static_cast<std::ptrdiff_t>(slice) * slices.slice_stride;
        std::size_t best = 0;
        for (std::size_t i = 1; i < slices.length; ++i) {
            const double entry = data[static_cast<std::ptrdiff_t>(i) * slices.stride];
            const double so_far = data[static_cast<std::ptrdiff_t>(best) * slices.stride];
            if (reduction == Reduction::max ? entry > so_far : entry < so_far) {
                best = i;
            }
        }
        result.data()[slice] = best;
    }
    return result;
}

template <std::size_t R>
xt::xtensor<double, R> full(double value, const std::array<std::size_t, R>& shape)
{
    return xt::xtensor<double, R>(shape, value);
}

Matrix transposed(const Matrix& m)
{
    const std::size_t rows = m.shape(0);
    const std::size_t columns = m.shape(1);
    Matrix result(std::array<std::size_t, 2>{columns, rows});
    const double* from = m.data();
    double* to = result.data();
    // Square by square, so that what is read and what is written both stay in the cache.
    constexpr std::size_t side = 16;
    for (std::size_t top = 0; top < rows; top += side) {
        for (std::size_t left = 0; left < columns; left += side) {
            for (std::size_t row = top; row < std::min(top + side, rows); ++row) {
                for (std::size_t column = left; column < std::min(left + side, columns); ++column) {
                    to[column * rows + row] = from[row * columns + column];
                }
            }
        }
    }
    return result;
}

void check_rank(std::size_t wanted, std::size_t given)
{
    if (wanted != given) {
        throw std::runtime_error("a tensor with " + std::to_string(given) +
                                 " axes where one with " + std::to_string(wanted) + " is wanted");
    }
}

// clang-format off
double add(double a, double b) { return a + b; }
double subtract(double a, double b) { return a - b; }
double multiply(double a, double b) { return a * b; }
double divide(double a, double b) { return a / b; }
double maximum(double a, double b) { return a > b || std::isnan(a) ? a : b; }
double minimum(double a, double b) { return a < b || std::isnan(a) ? a : b; }
double identity(double a) { return a; }
double negate(double a) { return -a; }
double square(double a) { return a * a; }
double cube(double a) { return a * a * a; }
bool less(double a, double b) { return a < b; }
bool less_equal(double a, double b) { return a <= b; }
bool greater(double a, double b) { return a > b; }
bool greater_equal(double a, double b) { return a >= b; }
// clang-format on

#define WORKBOOK_AXES(R)                                                                           \
    template xt::xtensor<double, R> elementwise<R>(double (*)(double), xt::xtensor<double, R>*,    \
                                                   const StridedView&);                            \
    template xt::xtensor<double, R> elementwise<R>(double (*)(double, double),                     \
                                                   xt::xtensor<double, R>*, const StridedView&,    \
                                                   const StridedView&);                            \
    template xt::xtensor<bool, R> compare<R>(bool (*)(double, double), const StridedView&,         \
                                             const StridedView&);                                  \
    template xt::xtensor<double, R> reduce<R>(Reduction, const StridedView&, std::ptrdiff_t);      \
    template xt::xtensor<std::size_t, R> arg_extremum<R>(Reduction, const StridedView&,            \
                                                         std::ptrdiff_t);                          \
    template xt::xtensor<double, R> full<R>(double, const std::array<std::size_t, R>&);
WORKBOOK_AXES(0)
WORKBOOK_AXES(1)
WORKBOOK_AXES(2)
#undef WORKBOOK_AXES

template Vector where<1, 1>(const xt::xtensor<bool, 1>&, const StridedView&, const StridedView&);
template Matrix where<2, 1>(const xt::xtensor<bool, 1>&, const StridedView&, const StridedView&);
template Matrix where<2, 2>(const xt::xtensor<bool, 2>&, const StridedView&, const StridedView&);

} // namespace arithmetic
} // namespace workbook

namespace xt {

template double& xcontainer<workbook::Vector>::operator()(std::size_t);
template const double& xcontainer<workbook::Vector>::operator()(std::size_t) const;
template double& xcontainer<workbook::Vector>::operator()(int);
template const double& xcontainer<workbook::Vector>::operator()(int) const;
template double& xcontainer<workbook::Matrix>::operator()(std::size_t, std::size_t);
template const double& xcontainer<workbook::Matrix>::operator()(std::size_t, std::size_t) const;
template double& xcontainer<workbook::Matrix>::operator()(int, int);
template const double& xcontainer<workbook::Matrix>::operator()(int, int) const;

} // namespace xt
