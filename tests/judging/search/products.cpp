// Products of vectors and matrices, rows and columns, equations and eigenvalues.
#include "common/math/linalg.hpp"
#include "judging/search/builtins.hpp"
#include "judging/search/values.hpp"

#include <stdexcept>

namespace judging::search {
namespace {

const Tensor& as(Value::Kind kind, const Value& v)
{
    if (v.kind() != kind) {
        throw Broken{};
    }
    return v.tensor();
}

void must_fit(bool fits)
{
    if (!fits) {
        throw Threw{};
    }
}

} // namespace

Value product(Builtin builtin, const Value& a, const Value& b)
{
    using Kind = Value::Kind;
    if (builtin == Builtin::dot) {
        const Tensor& x = as(Kind::vector, a);
        const Tensor& y = as(Kind::vector, b);
        must_fit(x.columns == y.columns);
        double sum = 0.0;
        for (std::size_t i = 0; i < x.columns; ++i) {
            sum += x.data[i] * y.data[i];
        }
        return Value::number(sum);
    }
    if (builtin == Builtin::outer) {
        const Tensor& x = as(Kind::vector, a);
        const Tensor& y = as(Kind::vector, b);
        Value result = Value::matrix(x.columns, y.columns);
        double* to = result.own_tensor().data.begin();
        for (std::size_t i = 0; i < x.columns; ++i) {
            for (std::size_t j = 0; j < y.columns; ++j) {
                *to++ = x.data[i] * y.data[j];
            }
        }
        return result;
    }
    const Tensor& A = as(Kind::matrix, a);
    if (builtin == Builtin::matvec) {
        const Tensor& x = as(Kind::vector, b);
        must_fit(A.columns == x.columns);
        Value result = Value::vector(A.rows);
        double* to = result.own_tensor().data.begin();
        for (std::size_t i = 0; i < A.rows; ++i) {
            for (std::size_t j = 0; j < A.columns; ++j) {
                to[i] += A.data[i * A.columns + j] * x.data[j];
            }
        }
        return result;
    }
    const Tensor& B = as(Kind::matrix, b);
    must_fit(A.columns == B.rows);
    Value result = Value::matrix(A.rows, B.columns);
    double* to = result.own_tensor().data.begin();
    for (std::size_t i = 0; i < A.rows; ++i) {
        for (std::size_t k = 0; k < A.columns; ++k) {
            const double entry = A.data[i * A.columns + k];
            for (std::size_t j = 0; j < B.columns; ++j) {
                to[i * B.columns + j] += entry * B.data[k * B.columns + j];
            }
        }
    }
    return result;
}

Value transposed(const Value& a)
{
    if (a.kind() == Value::Kind::vector) {
        return a;
    }
    const Tensor& A = as(Value::Kind::matrix, a);
    Value result = Value::matrix(A.columns, A.rows);
    double* to = result.own_tensor().data.begin();
    for (std::size_t j = 0; j < A.columns; ++j) {
        for (std::size_t i = 0; i < A.rows; ++i) {
            *to++ = A.data[i * A.columns + j];
        }
    }
    return result;
}

Value row_of(const Value& m, std::int64_t row)
{
    const Tensor& A = as(Value::Kind::matrix, m);
    must_fit(row >= 0 && static_cast<std::size_t>(row) < A.rows);
    Value result = Value::vector(A.columns);
    for (std::size_t j = 0; j < A.columns; ++j) {
        result.own_tensor().data[j] = A.data[static_cast<std::size_t>(row) * A.columns + j];
    }
    return result;
}

Value column_of(const Value& m, std::int64_t column)
{
    const Tensor& A = as(Value::Kind::matrix, m);
    must_fit(column >= 0 && static_cast<std::size_t>(column) < A.columns);
    Value result = Value::vector(A.rows);
    for (std::size_t i = 0; i < A.rows; ++i) {
        result.own_tensor().data[i] = A.data[i * A.columns + static_cast<std::size_t>(column)];
    }
    return result;
}

Value solved(const Value& A, const Value& b)
{
    as(Value::Kind::matrix, A);
    as(Value::Kind::vector, b);
    try {
        return to_value(workbook::solve(from_value<workbook::Matrix>(A, nullptr),
                                        from_value<workbook::Vector>(b, nullptr)),
                        nullptr);
    } catch (const std::invalid_argument&) {
        throw Threw{};
    }
}

Value eigenvalues_of(const Value& A)
{
    const Tensor& square = as(Value::Kind::matrix, A);
    must_fit(square.rows == square.columns);
    return to_value(workbook::eigenvalues(from_value<workbook::Matrix>(A, nullptr)), nullptr);
}

} // namespace judging::search
