// A function of the other library, or of none.
#include "explain/hints/rules.hpp"

#include "common/system/pattern.hpp"
#include "common/system/text.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace workbook::hints {
namespace {

/// Whether the compiler names a Vector or Matrix where the function wants a number.
bool meets_tensor(const Seen& seen, const Call& call)
{
    static const Pattern given(R"(call to '[\w:]+\((.*)\)')");
    if (const auto match = given.first_in(seen.error.message)) {
        return boost::contains((*match)[1], "Vector") || boost::contains((*match)[1], "Matrix");
    }
    static const Pattern note(R"(no known conversion from '(?:const )?(?:Vector|Matrix)')");
    return std::any_of(call.arguments.begin(), call.arguments.end(),
                       [&](const std::string& each) { return is_tensor(seen.kind(each)); }) ||
           note.first_in(first_bytes(seen.error.notes, 8000)).has_value();
}

} // namespace

std::string wrong_library(const Seen& seen)
{
    static const Pattern refused(R"(no matching function for call to '(\w+))");
    const auto match = refused.first_in(seen.error.message);
    if (!match) {
        return "";
    }
    const std::string name = (*match)[1];
    const Call* only = nullptr;
    for (const Call& call : seen.calls) {
        if (call.name == name) {
            if (only != nullptr && only->qualifier != call.qualifier) {
                return ""; // not certain which one is meant
            }
            only = &call;
        }
    }
    if (only == nullptr || only->arguments.empty()) {
        return "";
    }
    const Call& call = *only;
    const std::string list = boost::join(call.arguments, ", ");
    const bool tensor = meets_tensor(seen, call);
    const bool numbers =
        std::all_of(call.arguments.begin(), call.arguments.end(),
                    [&](const std::string& each) { return is_single(seen.kind(each)); });
    static const Pattern given(R"(call to '\w+\(([^()]*)\)')");
    const auto types = given.first_in(seen.error.message);
    static const Pattern plain_types(
        R"((?:(?:const )?(?:double|int|bool|float|std::size_t|long unsigned int)&?(?:, )?)+)");
    const bool given_numbers = types && plain_types.whole((*types)[1]).has_value();
    if (call.qualifier == "xt::" && !tensor && (numbers || given_numbers || name == "where")) {
        if (name == "where" && call.arguments.size() == 3) {
            const std::string condition = call.arguments[0];
            return given_numbers || !is_tensor(seen.kind(condition))
                       ? fmt::format("xt::where is for Vectors and Matrices; for a single number "
                                     "write {} ? {} : {}",
                                     condition, call.arguments[1], call.arguments[2])
                       : "";
        }
        if (is_entrywise(name) || name == "pow") {
            return fmt::format("xt::{0} is for Vectors and Matrices; of a single number write "
                               "std::{0}({1})",
                               name, list);
        }
        if ((name == "maximum" || name == "minimum") && call.arguments.size() == 2) {
            return fmt::format("xt::{} is for Vectors and Matrices; of two numbers write "
                               "std::{}({})",
                               name, name.substr(0, 3), list);
        }
        return "";
    }
    const bool of_std = call.qualifier == "std::" || call.qualifier.empty();
    if (of_std && tensor) {
        static const std::map<std::string, std::string> others{
            {"fabs", "abs"},    {"fmax", "maximum"},     {"fmin", "minimum"}, {"max", "maximum"},
            {"min", "minimum"}, {"pow", "pow"},          {"erf", "erf"},      {"exp2", "exp2"},
            {"isnan", "isnan"}, {"isinf", "isinf"},      {"clamp", "clip"},   {"cbrt", "cbrt"},
            {"hypot", "hypot"}, {"asin", "asin"},        {"acos", "acos"},    {"atan", "atan"},
            {"asinh", "asinh"}, {"acosh", "acosh"},      {"atanh", "atanh"},  {"trunc", "trunc"},
            {"fmod", "fmod"},   {"isfinite", "isfinite"}};
        const auto other = others.find(name);
        const std::string write = is_entrywise(name)      ? name
                                  : other == others.end() ? ""
                                                          : other->second;
        if (!write.empty()) {
            return fmt::format("{}{} takes single numbers; of every entry of a Vector or Matrix "
                               "it is xt::{}({})",
                               call.qualifier, name, write, list);
        }
        if (name == "accumulate") {
            return fmt::format("the sum of all entries is xt::sum({})()", call.arguments[0]);
        }
    }
    if (of_std && (name == "max" || name == "min") && call.arguments.size() == 2 &&
        (seen.notes("conflicting types") || given_numbers)) {
        return fmt::format("std::{} wants two numbers of the same type: 0.0 for 0 beside a double",
                           name);
    }
    return "";
}

std::string reduction_of_number(const Seen& seen)
{
    if (!seen.says({"is not a class, struct, or union type", "cannot be used prior to '::'"})) {
        return "";
    }
    for (const Call& call : seen.calls) {
        if (call.qualifier == "xt::" && !reduction_of(call.name).empty() &&
            call.arguments.size() == 1 && is_single(seen.kind(call.arguments[0]))) {
            return fmt::format("{} is one number already: xt::{} takes a Vector or Matrix",
                               call.arguments[0], call.name);
        }
    }
    return "";
}

std::string unknown_member_of_library(const Seen& seen)
{
    static const Pattern unknown(
        R"('(\w+)' is not a member of '(xt|std)'|no member named '(\w+)' in namespace '(xt|std)')");
    if (seen.says({"'xt::linalg' has not been declared", "no member named 'linalg'"})) {
        return "products are plain functions here: dot(x, y), matvec(A, x), matmul(A, B), "
               "outer(x, y), transpose(A)";
    }
    const auto match = unknown.first_in(seen.error.message);
    if (!match) {
        return "";
    }
    const std::string name = (*match)[1] + (*match)[3];
    const std::string library = (*match)[2] + (*match)[4];
    static constexpr std::array<std::string_view, 5> products{"dot", "matmul", "matvec", "outer",
                                                              "transpose"};
    if (std::find(products.begin(), products.end(), name) != products.end()) {
        return fmt::format("{0} stands without {1}::", name, library);
    }
    for (const Call& call : seen.calls) {
        if (call.name == name && call.qualifier == library + "::") {
            const std::string write = instead_of(seen, name, call.arguments);
            return write.empty() ? "" : "write " + write;
        }
    }
    return "";
}

} // namespace workbook::hints
