/// @file
/// The operators and the functions of the libraries that solutions call.
#pragma once

#include "judging/search/value.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace judging::search {

enum class Operator : std::uint8_t {
    none,
    plus,
    minus,
    times,
    divide,
    remainder,
    less,
    less_equal,
    greater,
    greater_equal,
    equal,
    unequal,
    both,   ///< &&
    either, ///< ||
    negate, ///< −a, or !a of a truth
    invert, ///< !a
};

enum class Builtin : std::uint8_t {
    none,
    // of a number, or entry by entry
    exp,
    expm1,
    exp2,
    log,
    log1p,
    log2,
    log10,
    sqrt,
    cbrt,
    square,
    cube,
    abs,
    sign,
    tanh,
    sinh,
    cosh,
    sin,
    cos,
    tan,
    atan,
    asin,
    acos,
    atanh,
    asinh,
    erf,
    erfc,
    tgamma,
    floor,
    ceil,
    round,
    trunc,
    isnan,
    isinf,
    isfinite,
    identity,
    // of two
    pow,
    maximum,
    minimum,
    same_number,
    clip,
    // of a tensor, perhaps along an axis
    sum,
    mean,
    amax,
    amin,
    prod,
    argmax,
    argmin,
    stddev,
    variance,
    // products
    dot,
    matvec,
    matmul,
    outer,
    transpose,
    solve,
    eigenvalues,
    // making
    zeros,
    ones,
    zeros_like,
    ones_like,
    full_like,
    diag,
    eye,
    where,
    row,
    column,
    view,
    all,
    range,
    keep_dims,
    infinity,
    quiet_nan,
    // of lists
    any_of,
    all_of,
    none_of,
    count_if,
    accumulate,
    max_element,
    min_element,
    reverse,
    inner_product,
    // what a loop with a slip leaves: entries that are not reached stay 0
    without_first,
    without_last,
    only_first,
    only_last,
    first_row,
    last_row,
    first_column,
    first_everywhere,
    reversed,
    // what a loop looks at that searches for the least or the largest
    all_but_first,
    all_but_last,
    first_alone,
    last_alone,
    only_ends,
    // what a loop leaves whose sum goes on from row to row, or is kept in an int
    running,
    joined,
    sum_of_wholes,
    dot_of_wholes,
};

enum class Method : std::uint8_t {
    none,
    size,
    shape,
    push_back,
    pop_back,
    back,
    front,
    empty,
    begin,
    end,
    rbegin,
    rend,
    dimension,
    resize,
    fill,
    clear,
    uniform,
    normal,
    uniform_vector,
    uniform_matrix,
    normal_vector,
    normal_matrix,
    draw_index,
    permutation
};

Builtin builtin_named(std::string_view name);
Method method_named(std::string_view name);
std::string_view name_of(Builtin builtin);
/// As a sentence has it: "the mean".
std::string spoken_name(Builtin builtin);
std::string_view name_of(Method method);

bool is_elementwise(Builtin builtin);
bool is_reduction(Builtin builtin);

// Each throws Threw where xtensor throws, and Broken where no compiler would accept the types.
Value operate(Operator op, const Value& a, const Value& b);
Value operate(Operator op, const Value& a);
Value call_builtin(Builtin builtin, std::vector<Value>& arguments);
/// Without an axis all entries are reduced.
Value reduce(Builtin builtin, const Value& a, std::optional<std::size_t> axis, bool keep_dims);
Value apply(double (*f)(double), const Value& a);
Value apply(double (*f)(double, double), const Value& a, const Value& b);
Value product(Builtin builtin, const Value& a, const Value& b);
Value transposed(const Value& a);
Value solved(const Value& A, const Value& b);
Value eigenvalues_of(const Value& A);
Value partly(Builtin builtin, const Value& v);
Value looked_at(Builtin builtin, const Value& v);
Value running(const Value& v);
Value joined(const Value& a, const Value& b);
Value in_wholes(const Value& a, const Value* b);
Value row_of(const Value& m, std::int64_t row);
Value column_of(const Value& m, std::int64_t column);
Value call_random(Method method, const Value& random, const std::vector<Value>& arguments);
Value make_random(std::uint64_t seed);

} // namespace judging::search
