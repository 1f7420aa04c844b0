// Operators, entry by entry as xtensor has them: shapes that cannot be broadcast together throw.
#include "judging/search/builtins.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace judging::search {
namespace {

/// An operand that may be broadcast: an axis of length 1 has the stride 0.
struct Operand {
    explicit Operand(const Value& v)
    {
        if (v.is_tensor()) {
            const Tensor& t = v.tensor();
            data = t.data.begin();
            rows = t.rows;
            columns = t.columns;
            column_step = columns == 1 ? 0 : 1;
            row_step = rows == 1 ? 0 : columns;
        } else {
            scalar = v.as_number();
        }
    }
    Operand(const Operand&) = delete;
    Operand& operator=(const Operand&) = delete;

    double scalar = 0;
    const double* data = &scalar;
    std::size_t rows = 1;
    std::size_t columns = 1;
    std::size_t row_step = 0;
    std::size_t column_step = 0;
};

std::size_t common_length(std::size_t a, std::size_t b)
{
    if (a != b && a != 1 && b != 1) {
        throw Threw{};
    }
    return a == 1 ? b : a;
}

template <class F>
Value combine(const Value& a, const Value& b, const F& f)
{
    if (a.kind() == Value::Kind::number && b.kind() == Value::Kind::number) {
        return Value::number(f(a.as_number(), b.as_number()));
    }
    const Operand x(a);
    const Operand y(b);
    if (!a.is_tensor() && !b.is_tensor()) {
        return Value::number(f(x.scalar, y.scalar));
    }
    const bool matrix = a.kind() == Value::Kind::matrix || b.kind() == Value::Kind::matrix;
    const std::size_t rows = common_length(x.rows, y.rows);
    const std::size_t columns = common_length(x.columns, y.columns);
    Value result = matrix ? Value::matrix(rows, columns) : Value::vector(columns);
    double* to = result.own_tensor().data.begin();
    for (std::size_t i = 0; i < rows; ++i) {
        const double* p = x.data + i * x.row_step;
        const double* q = y.data + i * y.row_step;
        for (std::size_t j = 0; j < columns; ++j) {
            *to++ = f(p[j * x.column_step], q[j * y.column_step]);
        }
    }
    return result;
}

std::int64_t integer_result(Operator op, std::int64_t a, std::int64_t b, bool counts)
{
    switch (op) {
    case Operator::plus: return a + b;
    case Operator::minus: return a - b;
    case Operator::times:
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) *
                                         static_cast<std::uint64_t>(b));
    case Operator::divide:
    case Operator::remainder: {
        if (b == 0) {
            throw Broken{};
        }
        if (counts) {
            const auto x = static_cast<std::uint64_t>(a);
            const auto y = static_cast<std::uint64_t>(b);
            return static_cast<std::int64_t>(op == Operator::divide ? x / y : x % y);
        }
        return op == Operator::divide ? a / b : a % b;
    }
    default: throw Broken{};
    }
}

template <class T>
bool compare(Operator op, T a, T b)
{
    switch (op) {
    case Operator::less: return a < b;
    case Operator::less_equal: return a <= b;
    case Operator::greater: return a > b;
    case Operator::greater_equal: return a >= b;
    case Operator::equal: return a == b;
    default: return a != b;
    }
}

bool is_comparison(Operator op)
{
    return op >= Operator::less && op <= Operator::unequal;
}

Value compare_values(Operator op, const Value& a, const Value& b)
{
    if (a.is_tensor() || b.is_tensor()) {
        return combine(a, b, [op](double x, double y) { return compare(op, x, y) ? 1.0 : 0.0; });
    }
    if (a.is_integer() && b.is_integer()) {
        if (a.kind() == Value::Kind::count || b.kind() == Value::Kind::count) {
            return Value::truth(compare(op, static_cast<std::uint64_t>(a.as_whole()),
                                        static_cast<std::uint64_t>(b.as_whole())));
        }
        return Value::truth(compare(op, a.as_whole(), b.as_whole()));
    }
    return Value::truth(compare(op, a.as_number(), b.as_number()));
}

} // namespace

Value operate(Operator op, const Value& a, const Value& b)
{
    if (is_comparison(op)) {
        return compare_values(op, a, b);
    }
    if (a.is_integer() && b.is_integer()) {
        const bool counts = a.kind() == Value::Kind::count || b.kind() == Value::Kind::count;
        const std::int64_t result = integer_result(op, a.as_whole(), b.as_whole(), counts);
        return counts ? Value::count(static_cast<std::uint64_t>(result)) : Value::whole(result);
    }
    switch (op) {
    case Operator::plus: return combine(a, b, [](double x, double y) { return x + y; });
    case Operator::minus: return combine(a, b, [](double x, double y) { return x - y; });
    case Operator::times: return combine(a, b, [](double x, double y) { return x * y; });
    case Operator::divide: return combine(a, b, [](double x, double y) { return x / y; });
    case Operator::both:
    case Operator::either:
        return combine(a, b, [op](double x, double y) {
            return (op == Operator::both ? x != 0.0 && y != 0.0 : x != 0.0 || y != 0.0) ? 1.0 : 0.0;
        });
    default: throw Broken{};
    }
}

Value operate(Operator op, const Value& a)
{
    if (op == Operator::invert) {
        if (a.is_tensor()) {
            return apply([](double x) { return x == 0.0 ? 1.0 : 0.0; }, a);
        }
        return Value::truth(!a.as_truth());
    }
    if (op == Operator::plus) {
        return a;
    }
    if (op != Operator::negate) {
        throw Broken{};
    }
    if (a.kind() == Value::Kind::count) {
        return Value::count(0 - static_cast<std::uint64_t>(a.as_whole()));
    }
    if (a.is_integer()) {
        return Value::whole(-a.as_whole());
    }
    return apply([](double x) { return -x; }, a);
}

Value apply(double (*f)(double), const Value& a)
{
    if (!a.is_tensor()) {
        return Value::number(f(a.as_number()));
    }
    const Tensor& t = a.tensor();
    Value result = a.kind() == Value::Kind::matrix ? Value::matrix(t.rows, t.columns)
                                                   : Value::vector(t.columns);
    std::transform(t.data.begin(), t.data.end(), result.own_tensor().data.begin(), f);
    return result;
}

Value apply(double (*f)(double, double), const Value& a, const Value& b)
{
    return combine(a, b, f);
}

namespace {

double reduced(Builtin builtin, const double* from, std::size_t count, std::size_t step)
{
    const auto at = [&](std::size_t i) { return from[i * step]; };
    double result = 0.0;
    switch (builtin) {
    case Builtin::sum:
    case Builtin::mean:
        for (std::size_t i = 0; i < count; ++i) {
            result += at(i);
        }
        return builtin == Builtin::sum ? result : result / static_cast<double>(count);
    case Builtin::prod:
        result = 1.0;
        for (std::size_t i = 0; i < count; ++i) {
            result *= at(i);
        }
        return result;
    case Builtin::amax:
    case Builtin::amin: {
        const bool largest = builtin == Builtin::amax;
        result =
            count > 0 ? at(0) : (largest ? -1.0 : 1.0) * std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < count; ++i) {
            if (std::isnan(result)) {
                return result;
            }
            if (!(largest ? at(i) <= result : at(i) >= result)) {
                result = at(i);
            }
        }
        return result;
    }
    case Builtin::argmax:
    case Builtin::argmin: {
        std::size_t best = 0;
        for (std::size_t i = 1; i < count; ++i) {
            if (builtin == Builtin::argmax ? at(i) > at(best) : at(i) < at(best)) {
                best = i;
            }
        }
        return static_cast<double>(best);
    }
    case Builtin::stddev:
    case Builtin::variance: {
        const double mean = reduced(Builtin::mean, from, count, step);
        for (std::size_t i = 0; i < count; ++i) {
            result += (at(i) - mean) * (at(i) - mean);
        }
        result /= static_cast<double>(count);
        return builtin == Builtin::stddev ? std::sqrt(result) : result;
    }
    default: throw Broken{};
    }
}

} // namespace

Value reduce(Builtin builtin, const Value& a, std::optional<std::size_t> axis, bool keep_dims)
{
    if (a.is_number()) { // the sum of a sum
        return a;
    }
    const Tensor& t = a.tensor();
    if (!axis) {
        const double all = reduced(builtin, t.data.begin(), t.data.size(), 1);
        return keep_dims ? throw Broken{} : Value::number(all);
    }
    if (a.kind() == Value::Kind::vector) {
        if (*axis != 0) {
            throw Threw{};
        }
        const double all = reduced(builtin, t.data.begin(), t.data.size(), 1);
        if (!keep_dims) {
            return Value::number(all);
        }
        Value one = Value::vector(1);
        one.own_tensor().data[0] = all;
        return one;
    }
    if (*axis > 1) {
        throw Threw{};
    }
    const bool down = *axis == 0;
    const std::size_t size = down ? t.columns : t.rows;
    Value result = !keep_dims ? Value::vector(size)
                   : down     ? Value::matrix(1, size)
                              : Value::matrix(size, 1);
    double* to = result.own_tensor().data.begin();
    for (std::size_t i = 0; i < size; ++i) {
        to[i] = down ? reduced(builtin, t.data.begin() + i, t.rows, t.columns)
                     : reduced(builtin, t.data.begin() + i * t.columns, t.columns, 1);
    }
    return result;
}

} // namespace judging::search
