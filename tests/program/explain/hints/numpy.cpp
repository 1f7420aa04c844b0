// What is written in Python.
#include "explain/hints/rules.hpp"

#include "common/system/pattern.hpp"
#include "common/system/text.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>

namespace workbook::hints {
namespace {

/// `f(x)` for a number, a Vector, or, where that is not evident, for both.
std::string of_entries(const Seen& seen, const std::string& function, const std::string& argument)
{
    const Kind kind = seen.kind(argument);
    if (is_tensor(kind)) {
        return fmt::format("xt::{}({})", function, argument);
    }
    if (is_single(kind)) {
        return fmt::format("std::{}({})", function, argument);
    }
    return fmt::format("std::{0}({1}) of a number, xt::{0}({1}) of a Vector or Matrix", function,
                       argument);
}

/// xt::sum and its like: over all entries, or along an axis.
std::string reduced(const std::string& function, const std::string& argument,
                    const std::vector<std::string>& rest)
{
    static const Pattern axis(R"(^(?:axis\s*=\s*)?([01])$)");
    for (const std::string& each : rest) {
        if (const auto match = axis.first_in(each)) {
            return fmt::format("xt::{}({}, {{{}}})", function, argument, (*match)[1]);
        }
    }
    return fmt::format("xt::{}({})()", function, argument);
}

} // namespace

bool is_entrywise(const std::string& name)
{
    static constexpr std::array<std::string_view, 17> names{
        "exp",  "log",   "sqrt", "tanh", "sin",   "cos",  "tan",   "log1p", "expm1",
        "log2", "log10", "sinh", "cosh", "floor", "ceil", "round", "abs"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Names of numpy's reductions as xtensor has them.
std::string reduction_of(const std::string& name)
{
    static const std::map<std::string, std::string> names{
        {"sum", "sum"},    {"mean", "mean"},    {"prod", "prod"},     {"max", "amax"},
        {"min", "amin"},   {"amax", "amax"},    {"amin", "amin"},     {"average", "mean"},
        {"std", "stddev"}, {"var", "variance"}, {"stddev", "stddev"}, {"variance", "variance"}};
    const auto found = names.find(name);
    return found == names.end() ? "" : found->second;
}

/// The product of two values of numpy's dot, @ and matmul.
std::string product(const Seen& seen, const std::string& a, const std::string& b)
{
    const Kind left = seen.kind(a);
    const Kind right = seen.kind(b);
    if (left == Kind::vector && right == Kind::vector) {
        return fmt::format("dot({}, {})", a, b);
    }
    if (left == Kind::matrix && right == Kind::matrix) {
        return fmt::format("matmul({}, {})", a, b);
    }
    if (left == Kind::matrix && right == Kind::vector) {
        return fmt::format("matvec({}, {})", a, b);
    }
    return "dot(x, y) of two vectors, matvec(A, x) of a matrix and a vector, matmul(A, B) of two "
           "matrices";
}

/// What a function of numpy, called with these arguments, is called here; "" if not known.
std::string instead_of(const Seen& seen, const std::string& function,
                       const std::vector<std::string>& arguments)
{
    const std::string first = arguments.empty() ? "x" : arguments[0];
    const std::string second = arguments.size() < 2 ? "y" : arguments[1];
    const std::vector<std::string> rest(arguments.begin() + (arguments.empty() ? 0 : 1),
                                        arguments.end());
    const bool tensor = is_tensor(seen.kind(first)) || is_tensor(seen.kind(second));
    const auto [type, name] = declared(seen);
    if (is_entrywise(function)) {
        return of_entries(seen, function, first);
    }
    const bool is_max = function == "max" || function == "min";
    if (is_max && arguments.size() == 2 && !boost::contains(second, "axis") &&
        !is_tensor(seen.kind(first))) {
        // std::max wants two values of one type.
        const auto as_double = [&](const std::string& one, const std::string& other) {
            const auto words = words_of(one, 1);
            const bool literal = words.size() == 1 && words[0].is_number() &&
                                 one.find_first_not_of("0123456789") == std::string::npos;
            return literal && seen.kind(other) == Kind::number ? one + ".0" : one;
        };
        return tensor ? fmt::format("xt::{}imum({}, {})", function, first, second)
                      : fmt::format("std::{}({}, {})", function, as_double(first, second),
                                    as_double(second, first));
    }
    if (const std::string reduction = reduction_of(function); !reduction.empty()) {
        return reduced(reduction, first, rest);
    }
    if (function == "dot" || function == "matmul" || function == "inner" || function == "vdot") {
        return product(seen, first, second);
    }
    if (function == "zeros" || function == "ones" || function == "empty") {
        const std::string sizes = without_brackets(first);
        return filled(boost::contains(sizes, ",") ? "Matrix" : type, name, sizes,
                      function == "ones" ? "ones" : "zeros");
    }
    if (function == "zeros_like" || function == "ones_like" || function == "sign" ||
        function == "clip" || function == "argmax" || function == "argmin") {
        return fmt::format("xt::{}({}){}", function, boost::join(arguments, ", "),
                           function == "argmax" || function == "argmin" ? "()" : "");
    }
    if (function == "transpose") {
        return fmt::format("transpose({})", first);
    }
    if (function == "outer") {
        return fmt::format("outer({}, {})", first, second);
    }
    if (function == "array") {
        return boost::contains(first, "[[") ? "Matrix{{1.0, 2.0}, {3.0, 4.0}}" : "Vector{1.0, 2.0}";
    }
    if (function == "power" || function == "pow") {
        return power(seen, first, second);
    }
    if (function == "square") {
        return tensor                        ? fmt::format("xt::square({})", first)
               : is_single(seen.kind(first)) ? power(seen, first, "2")
                                             : fmt::format("{0} * {0} of a number, xt::square({0}) "
                                                           "of a Vector or Matrix",
                                                           first);
    }
    if (function == "maximum" || function == "minimum") {
        return tensor ? fmt::format("xt::{}({}, {})", function, first, second)
                      : fmt::format("std::{}({}, {}) of two numbers, xt::{} where a Vector or "
                                    "Matrix is among them",
                                    function.substr(0, 3), first, second, function);
    }
    if (function == "where") {
        return "condition ? a : b for a number, xt::where(x > 0.0, a, b) for a Vector or Matrix";
    }
    if (function == "size" || function == "len") {
        return fmt::format("{}.size()", first);
    }
    return "";
}

std::string numpy(const Seen& seen)
{
    static const Pattern unknown(
        R"('(np|numpy|math|torch|tf|jnp|plt)' (?:was not declared|has not been declared)|undeclared identifier '(np|numpy|math|torch|tf|jnp|plt)')");
    const auto match = unknown.first_in(seen.error.message);
    if (!match) {
        return "";
    }
    const std::string library = (*match)[1] + (*match)[2];
    for (const Call& call : seen.calls) {
        if (call.qualifier == library + "." || call.qualifier == library + "::") {
            const std::string write = instead_of(seen, call.name, call.arguments);
            if (!write.empty()) {
                return fmt::format("there is no {} in C++: write {}", library, write);
            }
        }
    }
    return fmt::format("there is no {} in C++: functions of Vectors and Matrices are xtensor's, "
                       "xt::exp(v), those of numbers std::exp(b)",
                       library);
}

std::string library_with_dot(const Seen& seen)
{
    static const Pattern dotted(R"(\b(xt|std)\.(\w+))");
    const auto match = dotted.first_in(seen.line);
    return match && seen.says({"expected primary-expression before '.'", "unexpected namespace",
                               "expected expression"})
               ? fmt::format("behind {0} stands ::, as in {0}::{1}", (*match)[1], (*match)[2])
               : "";
}

/// A member that a Vector or Matrix does not have.
std::string member(const Seen& seen)
{
    static const Pattern missing(
        R"('(?:const )?(Vector|Matrix)' has no member named '(\w+)'|no member named '(\w+)' in '(?:const )?(Vector|Matrix)')");
    const auto match = missing.first_in(seen.error.message);
    if (!match) {
        return "";
    }
    const std::string type = (*match)[1] + (*match)[4];
    const std::string name = (*match)[2] + (*match)[3];
    // The object before the dot, and the arguments behind, where they are simple.
    std::string object = type == "Vector" ? "v" : "A";
    std::vector<std::string> arguments;
    for (std::size_t i = 1; i + 1 < seen.words.size(); ++i) {
        if (seen.words[i].text == "." && seen.words[i + 1].text == name) {
            const std::string before = operand_before(seen.words, i);
            object = before.empty() ? object : before;
        }
    }
    for (const Call& call : seen.calls) {
        if (call.name == name && boost::ends_with(call.qualifier, ".")) {
            arguments = call.arguments;
        }
    }
    std::vector<std::string> all{object};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const auto is = [&](std::initializer_list<const char*> names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (is({"T", "t", "transpose", "transposed"})) {
        return type == "Matrix"
                   ? fmt::format("the transpose is transpose({})", object)
                   : std::string("a Vector has no rows and columns and needs no transpose: "
                                 "dot(x, y) is its product with another, outer(x, y) the matrix "
                                 "of all products");
    }
    if (is({"rows", "nrows", "row_count"})) {
        return fmt::format("the number of rows is {}.shape(0)", object);
    }
    if (is({"cols", "columns", "ncols"})) {
        return fmt::format("the number of columns is {}.shape(1)", object);
    }
    if (is({"len", "length", "count"})) {
        return fmt::format("the number of entries is {}.size()", object);
    }
    if (is({"row", "col", "column"})) {
        return fmt::format("a {} is xt::{}({}, {})", name == "row" ? "row" : "column",
                           name == "row" ? "row" : "col", object,
                           arguments.empty() ? "i" : arguments[0]);
    }
    if (is({"copy", "clone"})) {
        return fmt::format("= copies: {} copy = {};", type, object);
    }
    if (is({"append", "push_back", "add", "insert"})) {
        return fmt::format("a {} does not grow: make it in its full size and set the entries: {}",
                           type, filled(type, "z", type == "Vector" ? "n" : "rows, columns"));
    }
    if (is({"dot", "matmul", "zeros", "ones", "square", "outer", "argmax", "argmin", "power", "pow",
            "clip", "maximum", "minimum", "zeros_like", "inner"}) ||
        is_entrywise(name) || !reduction_of(name).empty()) {
        if (is({"zeros", "ones"})) {
            all.erase(all.begin());
            all = all.empty() ? std::vector<std::string>{"n"} : all;
        }
        const std::string write = instead_of(seen, name, all);
        return write.empty() ? ""
                             : fmt::format("{} is no member of a {}: write {}", name, type, write);
    }
    if (name == "norm") {
        return fmt::format("the length of a Vector is std::sqrt(dot({0}, {0}))", object);
    }
    return "";
}

std::string brackets_of_members(const Seen& seen)
{
    if (!seen.says({"unresolved overloaded function type", "non-static member function must be",
                    "::size' from type", "::shape' from type", "invalid use of member function"})) {
        return "";
    }
    static const Pattern shape(R"(([\w.]+)\.shape\s*\[\s*(\w+)\s*\])");
    if (const auto match = shape.first_in(seen.line)) {
        return fmt::format("round brackets: {}.shape({})", (*match)[1], (*match)[2]);
    }
    static const Pattern size(R"(([\w.]+)\.size\b(?!\s*\())");
    if (const auto match = size.first_in(seen.line)) {
        return fmt::format("() is missing: {}.size()", (*match)[1]);
    }
    static const Pattern at(R"(([\w.]+)\.at\s*\[)");
    if (const auto match = at.first_in(seen.line)) {
        return fmt::format("round brackets: {}(0)", (*match)[1]);
    }
    return "";
}

std::string number_as_object(const Seen& seen)
{
    static const Pattern member_of(
        R"(request for member '(\w+)' in '(\w+)'|member reference base type '(?:const )?(?:int|double|unsigned long|std::size_t|size_t)')");
    static const Pattern written(R"(\b(\w+)\.(size|shape)\b)");
    const auto match = written.first_in(seen.line);
    if (!match || !member_of.first_in(seen.error.message)) {
        return "";
    }
    const Name* name = seen.name((*match)[1]);
    return name != nullptr && is_single(name->kind)
               ? fmt::format("{} is one number and has no {}", name->name, (*match)[2])
               : "";
}

std::string slice(const Seen& seen)
{
    static const Pattern colon(R"((\w+)\s*[\[(][^\[\](){};?]*:(?!:)[^\[\](){};:]*[\])])");
    const auto match = colon.first_in(seen.line);
    if (!match || (*match)[1] == "for" ||
        !seen.says({"expected primary-expression before ':'", "expected expression", "expected ']'",
                    "before ':'"})) {
        return "";
    }
    return fmt::format("C++ has no parts with a colon: a row is xt::row(A, i), a column "
                       "xt::col(A, j), a part of a Vector xt::view(v, xt::range(1, 3)), all of an "
                       "axis xt::all()");
}

std::string row(const Seen& seen)
{
    static const Pattern entry_to(
        R"('(?:const )?(?:double|value_type)&?'.*'(?:const )?Vector&?'|'(?:const )?Vector&?'.*from expression of type '(?:const )?double&?')");
    static const Pattern single(R"(\b(\w+)\s*([\[(])\s*([^,\[\](){}]+)\s*([\])]))");
    const bool refused = entry_to.first_in(seen.error.message).has_value();
    const bool in_a_call = seen.says({"no matching function for call to"}) &&
                           entry_to.first_in(first_bytes(seen.error.notes, 4000)).has_value();
    const bool twice = seen.says({"for array subscript", "subscripted value is not an array"});
    static const Pattern two(R"(\b(\w+)\s*\[([^\[\]]+)\]\s*\[([^\[\]]+)\])");
    if (const auto match = two.first_in(seen.line); match && twice) {
        const Name* name = seen.name((*match)[1]);
        return name != nullptr && name->kind == Kind::matrix
                   ? fmt::format("an entry of a Matrix is {}({}, {})", name->name, (*match)[2],
                                 (*match)[3])
                   : "";
    }
    if (!refused && !in_a_call) {
        return "";
    }
    for (const PatternMatch& match : single.all_in(seen.line)) {
        const Name* name = seen.name(match[1]);
        if (name != nullptr && name->kind == Kind::matrix) {
            return fmt::format("{0}{1}{2}{3} is one number; row {2} of {0} is xt::row({0}, {2}), "
                               "column {2} xt::col({0}, {2}), an entry {0}({2}, j)",
                               name->name, match[2], match[3], match[4]);
        }
    }
    return "";
}

} // namespace workbook::hints
