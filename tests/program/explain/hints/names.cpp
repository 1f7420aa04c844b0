// Names that are not known.
#include "explain/hints/rules.hpp"

#include "common/system/pattern.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <map>

namespace workbook::hints {

std::string unknown_name(const Seen& seen)
{
    static const Pattern unknown(
        R"('([^' ]+)' was not declared in this scope|undeclared identifier '([^' ]+)'|unknown type name '([^' ]+)'|no template named '([^' ]+)'|'([^' ]+)' does not name a type)");
    const auto match = unknown.first_in(seen.error.message);
    if (!match) {
        return "";
    }
    const std::string name = (*match)[1] + (*match)[2] + (*match)[3] + (*match)[4] + (*match)[5];
    static const std::map<std::string, std::string> words{
        {"self", "there is no self: the parameters are used by their names"},
        {"elif", "elif is written else if"},
        {"elsif", "elsif is written else if"},
        {"True", "write true"},
        {"False", "write false"},
        {"None", "there is no None: every way through the function returns a value"},
        {"then", "there is no then: if (b > 0.0) { … }"},
        {"def", "there is no def: a small function is auto f = [&](double z) { return z; };"},
        {"lambda", "there is no lambda: a small function is [&](double z) { return z; }"},
        {"import", "there is no import: #include stands at the top of the file"},
        {"pass", "there is no pass: an empty block is { }"},
        {"var", "write the type: double, Vector, Matrix, or std::size_t"},
        {"let", "write the type: double, Vector, Matrix, or std::size_t"},
        {"axis", "an axis stands in braces: xt::sum(X, {0}) sums the columns, xt::sum(X, {1}) "
                 "the rows"},
        {"print", "write std::cout << b << '\\n'; and #include <iostream> at the top"},
        {"range", "a loop over indices is for (std::size_t i = 0; i < n; ++i) { … }"},
        {"float64", "write double"},
        {"pi", "write 3.141592653589793, or std::numbers::pi with #include <numbers>"},
        {"π", "write 3.141592653589793, or std::numbers::pi with #include <numbers>"},

        {"Σ", "a sum over all entries is xt::sum(v)()"},
        {"∑", "a sum over all entries is xt::sum(v)()"},
        {"retrun", "write return"},
        {"Return", "write return"},
        {"string", "write std::string"},
        {"vector", "write std::vector<double>; for numbers to compute with, Vector"},
        {"cout", "write std::cout, and #include <iostream> at the top"},
        {"endl", "write std::endl, and #include <iostream> at the top"}};
    if (const auto found = words.find(name); found != words.end()) {
        return found->second;
    }
    for (const Call& call : seen.calls) {
        if (call.name == name && call.qualifier.empty()) {
            const std::string write = instead_of(seen, name, call.arguments);
            if (!write.empty()) {
                return fmt::format("{} is not known here: write {}", name, write);
            }
        }
    }
    const bool assigned = seen.words.size() > 2 && seen.words[0].text == name &&
                          seen.words[1].text == "=" && seen.words[2].text != "=";
    if (assigned) {
        const Kind kind = seen.kind(joined(seen.words, 2, seen.words.size() - 1));
        const char* type = kind == Kind::vector   ? "Vector"
                           : kind == Kind::matrix ? "Matrix"
                           : kind == Kind::number ? "double"
                                                  : "";
        return fmt::format("a variable needs its type where it is first set: {} {} = …;",
                           *type == 0 ? "double, Vector or Matrix, as in double" : type, name);
    }
    if (seen.says({"does not name a type", "unknown type name", "no template named"})) {
        return "a type that is not known here: a typing error, or a line outside of the chapter's "
               "namespace { … }";
    }
    return "a name that is not known here: a typing error, a variable without its type "
           "(double, Vector, Matrix), or xt:: or std:: left out or mixed up";
}

std::string other_unknown(const Seen& seen)
{
    return seen.says({"is not a member of '", "' in namespace '"})
               ? "a name that is not known here: a typing error, or xt:: and std:: mixed up"
               : "";
}

std::string of_this(const Seen& seen)
{
    return seen.says({"invalid use of 'this'"})
               ? "there is no this, since the function belongs to no object: its parameters are "
                 "used by their names"
               : "";
}

std::string template_arguments(const Seen& seen)
{
    if (seen.says({"class template argument deduction failed", "missing template arguments",
                   "without template arguments", "requires template arguments",
                   "deduction of template arguments of"})) {
        static const Pattern bare(R"(\bstd::(vector|function|array)\b(?!\s*<))");
        if (const auto match = bare.first_in(seen.line)) {
            return (*match)[1] == "vector"
                       ? "a std::vector needs the type of its entries: std::vector<double>"
                       : fmt::format("std::{} needs its types in < >", (*match)[1]);
        }
    }
    if (seen.says({"wrong number of template arguments", "too few template arguments"}) &&
        boost::contains(seen.line, "xtensor")) {
        return "write Vector or Matrix";
    }
    static const Pattern cast(R"(\bstatic_cast\s*\()");
    if (cast.first_in(seen.line) && seen.says({"expected '<'"})) {
        return "the type stands in < >: static_cast<double>(n)";
    }
    for (const Call& call : seen.calls) {
        if (call.name == "cast" && call.types.empty() && seen.says({"call to 'cast"})) {
            return fmt::format("the type stands in < >: {}",
                               is_single(seen.kind(boost::join(call.arguments, ", ")))
                                   ? "static_cast<double>(n)"
                                   : "xt::cast<double>(x > 0.0)");
        }
    }
    return "";
}

} // namespace workbook::hints
