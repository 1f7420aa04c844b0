#include "judging/search/builtins.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace judging::search {
namespace {

double (*function_of(Builtin builtin))(double)
{
    switch (builtin) {
    case Builtin::exp: return [](double x) { return std::exp(x); };
    case Builtin::expm1: return [](double x) { return std::expm1(x); };
    case Builtin::exp2: return [](double x) { return std::exp2(x); };
    case Builtin::log: return [](double x) { return std::log(x); };
    case Builtin::log1p: return [](double x) { return std::log1p(x); };
    case Builtin::log2: return [](double x) { return std::log2(x); };
    case Builtin::log10: return [](double x) { return std::log10(x); };
    case Builtin::sqrt: return [](double x) { return std::sqrt(x); };
    case Builtin::cbrt: return [](double x) { return std::cbrt(x); };
    case Builtin::square: return [](double x) { return x * x; };
    case Builtin::cube: return [](double x) { return x * x * x; };
    case Builtin::abs: return [](double x) { return std::abs(x); };
    case Builtin::sign:
        return [](double x) { return std::isnan(x) ? x : static_cast<double>((x > 0) - (x < 0)); };
    case Builtin::tanh: return [](double x) { return std::tanh(x); };
    case Builtin::sinh: return [](double x) { return std::sinh(x); };
    case Builtin::cosh: return [](double x) { return std::cosh(x); };
    case Builtin::sin: return [](double x) { return std::sin(x); };
    case Builtin::cos: return [](double x) { return std::cos(x); };
    case Builtin::tan: return [](double x) { return std::tan(x); };
    case Builtin::atan: return [](double x) { return std::atan(x); };
    case Builtin::asin: return [](double x) { return std::asin(x); };
    case Builtin::acos: return [](double x) { return std::acos(x); };
    case Builtin::atanh: return [](double x) { return std::atanh(x); };
    case Builtin::asinh: return [](double x) { return std::asinh(x); };
    case Builtin::tgamma: return [](double x) { return std::tgamma(x); };
    case Builtin::erf: return [](double x) { return std::erf(x); };
    case Builtin::erfc: return [](double x) { return std::erfc(x); };
    case Builtin::floor: return [](double x) { return std::floor(x); };
    case Builtin::ceil: return [](double x) { return std::ceil(x); };
    case Builtin::round: return [](double x) { return std::round(x); };
    case Builtin::trunc: return [](double x) { return std::trunc(x); };
    case Builtin::isnan: return [](double x) { return std::isnan(x) ? 1.0 : 0.0; };
    case Builtin::isinf: return [](double x) { return std::isinf(x) ? 1.0 : 0.0; };
    case Builtin::isfinite: return [](double x) { return std::isfinite(x) ? 1.0 : 0.0; };
    default: return [](double x) { return x; };
    }
}

double larger(double a, double b)
{
    return std::isnan(a) || a > b ? a : b;
}

double smaller(double a, double b)
{
    return std::isnan(a) || a < b ? a : b;
}

const Value& at(const std::vector<Value>& arguments, std::size_t i)
{
    if (i >= arguments.size()) {
        throw Broken{};
    }
    return arguments[i];
}

/// {n} or {n, m}, as xt::zeros takes it.
Value filled(const Value& shape, double value)
{
    const std::vector<Value>& sizes = shape.sequence().items;
    if (sizes.empty() || sizes.size() > 2) {
        throw Broken{};
    }
    const auto size = [&](std::size_t i) { return static_cast<std::size_t>(sizes[i].as_whole()); };
    Value result = sizes.size() == 1 ? Value::vector(size(0)) : Value::matrix(size(0), size(1));
    std::fill(result.own_tensor().data.begin(), result.own_tensor().data.end(), value);
    return result;
}

Value like(const Value& v, double value)
{
    if (v.is_sequence()) {
        Value result = v;
        for (Value& item : result.own_sequence().items) {
            item = like(item, value);
        }
        return result;
    }
    Value result = apply([](double) { return 0.0; }, v);
    if (result.is_tensor()) {
        std::fill(result.own_tensor().data.begin(), result.own_tensor().data.end(), value);
        return result;
    }
    return Value::number(value);
}

Value diagonal(const Value& v)
{
    const Tensor& t = v.tensor();
    Value result = Value::matrix(t.columns, t.columns);
    for (std::size_t i = 0; i < t.columns; ++i) {
        result.own_tensor().data[i * t.columns + i] = t.data[i];
    }
    return result;
}

Value where(const Value& mask, const Value& yes, const Value& no)
{
    const auto pick = [](double m, double x) { return m != 0.0 ? x : 0.0; };
    if (!mask.is_tensor()) {
        return mask.as_truth() ? yes : no;
    }
    if (!yes.is_tensor() && !no.is_tensor()) {
        Value result = mask;
        const double a = yes.as_number();
        const double b = no.as_number();
        for (double& entry : result.own_tensor().data) {
            entry = entry != 0.0 ? a : b;
        }
        return result;
    }
    // Blend two broadcast copies: a sum would turn 0 · ∞ into NaN.
    const Value zeros = operate(Operator::times, like(mask, 0.0), Value::number(0.0));
    const auto spread = [&](const Value& v) {
        return apply([](double, double y) { return y; }, zeros, v);
    };
    const auto widened = [&](const Value& v, const Value& other) {
        return apply([](double, double y) { return y; }, like(spread(other), 0.0), v);
    };
    Value result = widened(yes, no);
    const Value b = widened(no, yes);
    const Value m = widened(mask, result);
    (void)pick;
    if (m.tensor().data.size() != result.tensor().data.size()) {
        throw Threw{};
    }
    Tensor& to = result.own_tensor();
    for (std::size_t i = 0; i < to.data.size(); ++i) {
        if (m.tensor().data[i] == 0.0) {
            to.data[i] = b.tensor().data[i];
        }
    }
    return result;
}

Value call_of_list(Builtin builtin, std::vector<Value>& arguments)
{
    // (begin, end, …): `begin` is the whole list here
    const Value& list = at(arguments, 0);
    std::vector<Value> items;
    if (list.is_tensor()) {
        for (const double entry : list.tensor().data) {
            items.push_back(Value::number(entry));
        }
    } else {
        items = list.sequence().items;
    }
    switch (builtin) {
    case Builtin::accumulate: {
        Value sum = at(arguments, 2);
        for (const Value& item : items) {
            sum = sum.is_integer() ? Value::whole(operate(Operator::plus, sum, item).as_whole())
                                   : operate(Operator::plus, sum, item);
        }
        return sum;
    }
    case Builtin::max_element:
    case Builtin::min_element: {
        if (items.empty()) {
            throw Broken{};
        }
        return *(
            builtin == Builtin::max_element
                ? std::max_element(
                      items.begin(), items.end(),
                      [](const Value& a, const Value& b) { return a.as_number() < b.as_number(); })
                : std::min_element(items.begin(), items.end(), [](const Value& a, const Value& b) {
                      return a.as_number() < b.as_number();
                  }));
    }
    default: break;
    }
    std::uint64_t count = 0;
    const Callable& test = at(arguments, 2).callable();
    for (const Value& item : items) {
        std::vector<Value> argument{item};
        count += test.call(argument).as_truth() ? 1 : 0;
    }
    switch (builtin) {
    case Builtin::any_of: return Value::truth(count > 0);
    case Builtin::all_of: return Value::truth(count == items.size());
    case Builtin::none_of: return Value::truth(count == 0);
    default: return Value::count(count);
    }
}

} // namespace

bool is_elementwise(Builtin builtin)
{
    return builtin >= Builtin::exp && builtin <= Builtin::identity;
}

bool is_reduction(Builtin builtin)
{
    return builtin >= Builtin::sum && builtin <= Builtin::variance;
}

Value call_builtin(Builtin builtin, std::vector<Value>& arguments)
{
    if (is_elementwise(builtin)) {
        const Value& a = at(arguments, 0);
        if (builtin == Builtin::identity) {
            return a;
        }
        if (builtin == Builtin::abs && a.is_integer()) {
            return Value::whole(std::abs(a.as_whole()));
        }
        if (builtin >= Builtin::isnan && !a.is_tensor()) {
            return Value::truth(function_of(builtin)(a.as_number()) != 0.0);
        }
        return apply(function_of(builtin), a);
    }
    if (is_reduction(builtin)) {
        std::optional<std::size_t> axis;
        bool keep = false;
        for (std::size_t i = 1; i < arguments.size(); ++i) {
            if (arguments[i].is_sequence()) {
                if (arguments[i].sequence().items.size() != 1) {
                    throw Broken{};
                }
                axis = static_cast<std::size_t>(arguments[i].sequence().items[0].as_whole());
            } else if (arguments[i].is_number()) {
                axis = static_cast<std::size_t>(arguments[i].as_whole());
            } else {
                keep = true;
            }
        }
        return reduce(builtin, at(arguments, 0), axis, keep);
    }
    switch (builtin) {
    case Builtin::pow:
        return apply([](double x, double y) { return std::pow(x, y); }, at(arguments, 0),
                     at(arguments, 1));
    case Builtin::maximum: return apply(larger, at(arguments, 0), at(arguments, 1));
    case Builtin::minimum: return apply(smaller, at(arguments, 0), at(arguments, 1));
    case Builtin::same_number: return operate(Operator::equal, at(arguments, 0), at(arguments, 1));
    case Builtin::clip:
        return apply(smaller, apply(larger, at(arguments, 0), at(arguments, 1)), at(arguments, 2));
    case Builtin::dot:
    case Builtin::matvec:
    case Builtin::matmul:
    case Builtin::outer: return product(builtin, at(arguments, 0), at(arguments, 1));
    case Builtin::transpose: return transposed(at(arguments, 0));
    case Builtin::solve: return solved(at(arguments, 0), at(arguments, 1));
    case Builtin::eigenvalues: return eigenvalues_of(at(arguments, 0));
    case Builtin::zeros: return filled(at(arguments, 0), 0.0);
    case Builtin::ones: return filled(at(arguments, 0), 1.0);
    case Builtin::zeros_like: return like(at(arguments, 0), 0.0);
    case Builtin::ones_like: return like(at(arguments, 0), 1.0);
    case Builtin::full_like: return like(at(arguments, 0), at(arguments, 1).as_number());
    case Builtin::diag: return diagonal(at(arguments, 0));
    case Builtin::eye: {
        const auto size = static_cast<std::size_t>(at(arguments, 0).as_whole());
        return diagonal(like(Value::vector(size), 1.0));
    }
    case Builtin::where: return where(at(arguments, 0), at(arguments, 1), at(arguments, 2));
    case Builtin::row: return row_of(at(arguments, 0), at(arguments, 1).as_whole());
    case Builtin::column: return column_of(at(arguments, 0), at(arguments, 1).as_whole());
    case Builtin::all:
    case Builtin::keep_dims: return {};
    case Builtin::infinity: return Value::number(std::numeric_limits<double>::infinity());
    case Builtin::quiet_nan: return Value::number(std::numeric_limits<double>::quiet_NaN());
    case Builtin::any_of:
    case Builtin::all_of:
    case Builtin::none_of:
    case Builtin::count_if:
    case Builtin::accumulate:
    case Builtin::max_element:
    case Builtin::min_element: return call_of_list(builtin, arguments);
    case Builtin::without_first:
    case Builtin::without_last:
    case Builtin::only_first:
    case Builtin::only_last:
    case Builtin::first_everywhere:
    case Builtin::reversed: return partly(builtin, at(arguments, 0));
    case Builtin::all_but_first:
    case Builtin::all_but_last:
    case Builtin::first_alone:
    case Builtin::last_alone:
    case Builtin::only_ends: return looked_at(builtin, at(arguments, 0));
    case Builtin::running: return running(at(arguments, 0));
    case Builtin::joined: return joined(at(arguments, 0), at(arguments, 1));
    case Builtin::sum_of_wholes: return in_wholes(at(arguments, 0), nullptr);
    case Builtin::dot_of_wholes: return in_wholes(at(arguments, 0), &at(arguments, 1));
    case Builtin::first_row: return row_of(at(arguments, 0), 0);
    case Builtin::first_column: return column_of(at(arguments, 0), 0);
    case Builtin::last_row:
        return row_of(at(arguments, 0),
                      static_cast<std::int64_t>(at(arguments, 0).tensor().rows) - 1);
    case Builtin::range: return Value::braces({at(arguments, 0), at(arguments, 1)});
    case Builtin::view: {
        // view(m, i, all), view(m, all, j), and ranges of either
        Value part = at(arguments, 0);
        if (part.kind() == Value::Kind::vector && arguments.size() == 2) {
            const Value& r = arguments[1];
            if (!r.is_sequence()) {
                throw Broken{};
            }
            const std::int64_t begin = r.sequence().items[0].as_whole();
            const std::int64_t end = r.sequence().items[1].as_whole();
            const Tensor& t = part.tensor();
            if (begin < 0 || end < begin || static_cast<std::size_t>(end) > t.columns) {
                throw Threw{};
            }
            Value result = Value::vector(static_cast<std::size_t>(end - begin));
            std::copy(t.data.begin() + begin, t.data.begin() + end,
                      result.own_tensor().data.begin());
            return result;
        }
        const Tensor& t = part.tensor();
        if (part.kind() != Value::Kind::matrix || arguments.size() > 3) {
            throw Broken{};
        }
        struct Span {
            std::size_t begin, end;
            bool single;
        };
        const auto span = [&](std::size_t i, std::size_t size) -> Span {
            if (i >= arguments.size() || arguments[i].kind() == Value::Kind::nothing) {
                return {0, size, false};
            }
            if (arguments[i].is_sequence()) {
                const auto& ends = arguments[i].sequence().items;
                const Span s{static_cast<std::size_t>(ends[0].as_whole()),
                             static_cast<std::size_t>(ends[1].as_whole()), false};
                if (s.end > size || s.begin > s.end) {
                    throw Threw{};
                }
                return s;
            }
            const auto k = static_cast<std::size_t>(arguments[i].as_whole());
            if (k >= size) {
                throw Threw{};
            }
            return {k, k + 1, true};
        };
        const Span rows = span(1, t.rows);
        const Span columns = span(2, t.columns);
        const std::size_t n = rows.end - rows.begin;
        const std::size_t m = columns.end - columns.begin;
        if (rows.single && columns.single) {
            return Value::number(t.data[rows.begin * t.columns + columns.begin]);
        }
        Value result = rows.single || columns.single ? Value::vector(n * m) : Value::matrix(n, m);
        double* to = result.own_tensor().data.begin();
        for (std::size_t i = rows.begin; i < rows.end; ++i) {
            for (std::size_t j = columns.begin; j < columns.end; ++j) {
                *to++ = t.data[i * t.columns + j];
            }
        }
        return result;
    }
    default: throw Broken{};
    }
}

} // namespace judging::search
