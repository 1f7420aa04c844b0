#include "common/math/linalg.hpp"

#include <xtensor-blas/xlinalg.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <stdexcept>
#include <string>

namespace workbook {
namespace {

/// "()", "(3)" or "(3, 2)".
std::string shape_of(const arithmetic::Table& t)
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

void must_fit(bool fits, const char* product, const arithmetic::Table& a,
              const arithmetic::Table& b)
{
    if (!fits) {
        throw ShapeError(std::string(product) + ": the shapes " + shape_of(a) + " and " +
                         shape_of(b) + " do not fit");
    }
}

/// The entries of what xtensor-blas answers, in a container that knows its number of axes.
/// BLAS is not asked about tensors without entries.
template <class T, class Product>
T entries_of(const Product& product, const typename T::shape_type& shape)
{
    T result(shape);
    std::copy(product.begin(), product.end(), result.begin());
    return result;
}

} // namespace

double dot(const Vector& x, const Vector& y)
{
    must_fit(x.size() == y.size(), "dot", x, y);
    return x.size() == 0 ? 0.0 : xt::linalg::dot(x, y)(0);
}

Matrix matmul(const Matrix& A, const Matrix& B)
{
    must_fit(A.shape(1) == B.shape(0), "matmul", A, B);
    const Matrix::shape_type shape{A.shape(0), B.shape(1)};
    return A.size() == 0 || B.size() == 0 ? Matrix(shape, 0.0)
                                          : entries_of<Matrix>(xt::linalg::dot(A, B), shape);
}

Vector matvec(const Matrix& A, const Vector& x)
{
    must_fit(A.shape(1) == x.size(), "matvec", A, x);
    const Vector::shape_type shape{A.shape(0)};
    return A.size() == 0 ? Vector(shape, 0.0) : entries_of<Vector>(xt::linalg::dot(A, x), shape);
}

Matrix outer(const Vector& x, const Vector& y)
{
    const Matrix::shape_type shape{x.size(), y.size()};
    return x.size() == 0 || y.size() == 0 ? Matrix(shape, 0.0) : xt::linalg::outer(x, y);
}

Matrix transpose(const Matrix& A)
{
    return arithmetic::transposed(A);
}

namespace arithmetic {
namespace {

/// A result with R axes for rows × columns entries, row by row in memory.
template <class T, std::size_t R>
xt::xtensor<T, R> sheet([[maybe_unused]] std::size_t rows, [[maybe_unused]] std::size_t columns)
{
    if constexpr (R == 0) {
        return xt::xtensor<T, 0>(T{});
    } else if constexpr (R == 1) {
        return xt::xtensor<T, 1>(std::array<std::size_t, 1>{columns});
    } else {
        return xt::xtensor<T, 2>(std::array<std::size_t, 2>{rows, columns});
    }
}

/// The shape on which operands meet: on every axis equal lengths, or 1.
struct Meeting {
    std::size_t rows = 1;
    std::size_t columns = 1;
};

Meeting meet(std::initializer_list<const Table*> tables)
{
    Meeting meeting;
    for (const Table* table : tables) {
        const bool fits =
            (table->rows == 1 || meeting.rows == 1 || table->rows == meeting.rows) &&
            (table->columns == 1 || meeting.columns == 1 || table->columns == meeting.columns);
        if (!fits) {
            std::string shapes;
            for (const Table* each_table : tables) {
                shapes += (shapes.empty() ? "" : " and ") + shape_of(*each_table);
            }
            throw xt::broadcast_error(("the shapes " + shapes + " do not fit").c_str());
        }
        meeting.rows = table->rows == 1 ? meeting.rows : table->rows;
        meeting.columns = table->columns == 1 ? meeting.columns : table->columns;
    }
    return meeting;
}

/// f of the entries that stand at the same place.
template <class T, std::size_t R, class F, class... Tables>
xt::xtensor<T, R> combine(F f, const Tables&... tables)
{
    const Meeting meeting = meet({&tables...});
    auto result = sheet<T, R>(meeting.rows, meeting.columns);
    T* to = result.data();
    for (std::size_t row = 0; row < meeting.rows; ++row) {
        std::ptrdiff_t place = 0;
        const auto entry = [&](const Table& table) {
            return table.first[static_cast<std::ptrdiff_t>(row) * table.row_step +
                               place * table.column_step];
        };
        for (std::size_t column = 0; column < meeting.columns; ++column, ++place) {
            *to++ = f(entry(tables)...);
        }
    }
    return result;
}

/// What a reduction begins with.
double start_of(Reduction reduction)
{
    switch (reduction) {
    case Reduction::product: return 1.0;
    case Reduction::largest: return std::numeric_limits<double>::lowest();
    case Reduction::smallest: return std::numeric_limits<double>::max();
    case Reduction::sum:
    case Reduction::mean: break;
    }
    return 0.0;
}

/// One run of entries, from the first to the last.
double reduce_run(Reduction reduction, const double* entry, std::size_t length, std::ptrdiff_t step,
                  double result)
{
    for (std::size_t i = 0; i < length; ++i, entry += step) {
        switch (reduction) {
        case Reduction::sum:
        case Reduction::mean: result += *entry; break;
        case Reduction::product: result *= *entry; break;
        case Reduction::largest: result = maximum(result, *entry); break;
        case Reduction::smallest: result = minimum(result, *entry); break;
        }
    }
    return result;
}

/// The runs of entries along an axis; a negative axis is counted from the last.
struct Runs {
    std::size_t count;
    std::ptrdiff_t step_to_next;
    std::size_t length;
    std::ptrdiff_t step;
    bool along_rows; ///< each run is a row
};

Runs runs_along(std::ptrdiff_t axis, const Table& a)
{
    const auto axes = static_cast<std::ptrdiff_t>(a.axes);
    if (axis < -axes || axis >= axes) {
        throw std::out_of_range("there is no axis " + std::to_string(axis) +
                                " in a tensor of shape " + shape_of(a));
    }
    if (axes == 2 && (axis == 0 || axis == -2)) {
        return {a.columns, a.column_step, a.rows, a.row_step, false};
    }
    return {a.rows, a.row_step, a.columns, a.column_step, true};
}

} // namespace

Table::Table(const Single& s) : first(s.data()) {}

Table::Table(const Vector& v) : first(v.data())
{
    add_axis(v.shape(0), 1);
}

Table::Table(const Matrix& m) : first(m.data())
{
    add_axis(m.shape(0), static_cast<std::ptrdiff_t>(m.shape(1)));
    add_axis(m.shape(1), 1);
}

void Table::add_axis(std::size_t length, std::ptrdiff_t step)
{
    rows = columns;
    row_step = column_step;
    columns = length;
    column_step = length == 1 ? 0 : step;
    ++axes;
}

void Table::check_inside(const double* storage, std::size_t size) const
{
    if (rows == 0 || columns == 0) {
        return;
    }
    const std::ptrdiff_t down = static_cast<std::ptrdiff_t>(rows - 1) * row_step;
    const std::ptrdiff_t along = static_cast<std::ptrdiff_t>(columns - 1) * column_step;
    const std::ptrdiff_t start = first - storage;
    const std::ptrdiff_t lowest =
        start + std::min(down, std::ptrdiff_t{0}) + std::min(along, std::ptrdiff_t{0});
    const std::ptrdiff_t highest =
        start + std::max(down, std::ptrdiff_t{0}) + std::max(along, std::ptrdiff_t{0});
    if (lowest < 0 || highest >= static_cast<std::ptrdiff_t>(size)) {
        throw std::out_of_range("xt::view: a part of shape " + shape_of(*this) +
                                " lies outside of the tensor that it is taken from");
    }
}

template <std::size_t R>
xt::xtensor<double, R> each(double (*f)(double), const Table& a)
{
    return combine<double, R>(f, a);
}

template <std::size_t R>
xt::xtensor<double, R> each(double (*f)(double, double), const Table& a, const Table& b)
{
    return combine<double, R>(f, a, b);
}

template <std::size_t R>
xt::xtensor<bool, R> compare(bool (*f)(double, double), const Table& a, const Table& b)
{
    return combine<bool, R>(f, a, b);
}

template <std::size_t R, std::size_t M>
xt::xtensor<double, R> choose(const xt::xtensor<bool, M>& mask, const Table& a, const Table& b)
{
    xt::xtensor<double, M> numbers(mask.shape());
    std::copy(mask.data(), mask.data() + mask.size(), numbers.data());
    return combine<double, R>([](double here, double x, double y) { return here != 0.0 ? x : y; },
                              Table(numbers), a, b);
}

Single reduce(Reduction reduction, const Table& a)
{
    double result = start_of(reduction);
    for (std::size_t row = 0; row < a.rows; ++row) {
        result = reduce_run(reduction, a.first + static_cast<std::ptrdiff_t>(row) * a.row_step,
                            a.columns, a.column_step, result);
    }
    const double count = static_cast<double>(a.rows * a.columns);
    return Single(reduction == Reduction::mean ? result / count : result);
}

template <std::size_t R>
xt::xtensor<double, R> reduce(Reduction reduction, const Table& a, std::ptrdiff_t axis)
{
    const Runs runs = runs_along(axis, a);
    auto result = sheet<double, R>(runs.along_rows ? runs.count : 1,
                                   runs.along_rows && R == 2 ? 1 : runs.count);
    for (std::size_t i = 0; i < runs.count; ++i) {
        const double* entry = a.first + static_cast<std::ptrdiff_t>(i) * runs.step_to_next;
        const double reduced =
            reduce_run(reduction, entry, runs.length, runs.step, start_of(reduction));
        result.data()[i] =
            reduction == Reduction::mean ? reduced / static_cast<double>(runs.length) : reduced;
    }
    return result;
}

template <std::size_t R>
xt::xtensor<std::size_t, R> place(Reduction reduction, const Table& a, std::ptrdiff_t axis)
{
    const Runs runs = runs_along(axis, a);
    if (runs.length == 0) {
        throw std::out_of_range("the largest or smallest of no entries");
    }
    auto result = sheet<std::size_t, R>(1, runs.count);
    for (std::size_t run = 0; run < runs.count; ++run) {
        const double* first = a.first + static_cast<std::ptrdiff_t>(run) * runs.step_to_next;
        std::size_t best = 0;
        for (std::size_t i = 1; i < runs.length; ++i) {
            const double entry = first[static_cast<std::ptrdiff_t>(i) * runs.step];
            const double so_far = first[static_cast<std::ptrdiff_t>(best) * runs.step];
            if (reduction == Reduction::largest ? entry > so_far : entry < so_far) {
                best = i;
            }
        }
        result.data()[run] = best;
    }
    return result;
}

template <std::size_t R>
xt::xtensor<double, R> filled(double value, const std::array<std::size_t, R>& shape)
{
    return xt::xtensor<double, R>(shape, value);
}

Matrix transposed(const Matrix& m)
{
    Matrix result(std::array<std::size_t, 2>{m.shape(1), m.shape(0)});
    double* to = result.data();
    for (std::size_t column = 0; column < m.shape(1); ++column) {
        for (std::size_t row = 0; row < m.shape(0); ++row) {
            *to++ = m.data()[row * m.shape(1) + column];
        }
    }
    return result;
}

void must_have_axes(std::size_t wanted, std::size_t given)
{
    if (wanted != given) {
        throw std::runtime_error("a tensor with " + std::to_string(given) +
                                 " axes where one with " + std::to_string(wanted) + " is wanted");
    }
}

// clang-format off
double plus(double a, double b) { return a + b; }
double minus(double a, double b) { return a - b; }
double times(double a, double b) { return a * b; }
double over(double a, double b) { return a / b; }
double maximum(double a, double b) { return a > b || std::isnan(a) ? a : b; }
double minimum(double a, double b) { return a < b || std::isnan(a) ? a : b; }
double same(double a) { return a; }
double negative(double a) { return -a; }
double square(double a) { return a * a; }
double cube(double a) { return a * a * a; }
bool less(double a, double b) { return a < b; }
bool less_equal(double a, double b) { return a <= b; }
bool greater(double a, double b) { return a > b; }
bool greater_equal(double a, double b) { return a >= b; }
// clang-format on

#define WORKBOOK_AXES(R)                                                                           \
    template xt::xtensor<double, R> each<R>(double (*)(double), const Table&);                     \
    template xt::xtensor<double, R> each<R>(double (*)(double, double), const Table&,              \
                                            const Table&);                                         \
    template xt::xtensor<bool, R> compare<R>(bool (*)(double, double), const Table&,               \
                                             const Table&);                                        \
    template xt::xtensor<double, R> reduce<R>(Reduction, const Table&, std::ptrdiff_t);            \
    template xt::xtensor<std::size_t, R> place<R>(Reduction, const Table&, std::ptrdiff_t);        \
    template xt::xtensor<double, R> filled<R>(double, const std::array<std::size_t, R>&);
WORKBOOK_AXES(0)
WORKBOOK_AXES(1)
WORKBOOK_AXES(2)
#undef WORKBOOK_AXES

template Vector choose<1, 1>(const xt::xtensor<bool, 1>&, const Table&, const Table&);
template Matrix choose<2, 1>(const xt::xtensor<bool, 1>&, const Table&, const Table&);
template Matrix choose<2, 2>(const xt::xtensor<bool, 2>&, const Table&, const Table&);

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
