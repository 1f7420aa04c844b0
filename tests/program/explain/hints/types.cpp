// A value of one type where another belongs.
#include "explain/hints/rules.hpp"

#include "common/system/pattern.hpp"
#include "common/system/text.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace workbook::hints {

/// A product that is called with values of another kind than it takes.
std::string wrong_product(const Seen& seen)
{
    if (!seen.says({"convert", "conversion", "invalid initialization of reference",
                    "no matching function for call to", "too few arguments",
                    "too many arguments"})) {
        return "";
    }
    struct Product {
        const char* name;
        std::array<Kind, 2> takes;
        const char* form;
    };
    static constexpr std::array<Product, 4> products{
        {{"dot", {Kind::vector, Kind::vector}, "dot takes two Vectors"},
         {"matmul", {Kind::matrix, Kind::matrix}, "matmul takes two Matrices"},
         {"matvec", {Kind::matrix, Kind::vector}, "matvec takes a Matrix and a Vector"},
         {"outer", {Kind::vector, Kind::vector}, "outer takes two Vectors"}}};
    for (const Call& call : seen.calls) {
        const auto found = std::find_if(products.begin(), products.end(), [&](const Product& each) {
            return call.name == each.name;
        });
        if (found == products.end() || !call.qualifier.empty()) {
            continue;
        }
        if (call.arguments.size() != 2) {
            return fmt::format("{}: {}({})", found->form, found->name,
                               found->takes[0] == Kind::matrix ? "A, x" : "x, y");
        }
        for (std::size_t i = 0; i < 2; ++i) {
            const Kind kind = seen.kind(call.arguments[i]);
            if (kind == Kind::unknown || kind == found->takes[i]) {
                continue;
            }
            const char* what = kind == Kind::vector   ? "a Vector"
                               : kind == Kind::matrix ? "a Matrix"
                                                      : "a number";
            const std::string write = product(seen, call.arguments[0], call.arguments[1]);
            const bool certain = !boost::contains(write, " of ");
            return fmt::format("{}, and {} is {}{}", found->form, call.arguments[i], what,
                               certain ? "; here it is " + write : std::string{});
        }
    }
    return "";
}

/// The types in "from A to B", in the words of either compiler.
std::pair<std::string, std::string> conversion(const Seen& seen)
{
    static const Pattern forms(
        R"((?:convert|convert from|conversion from|returned value of type|from) '(?:const )?([^']*?)&?' to (?:non-scalar type |type |function return type )?'(?:const )?([^']*?)&?')");
    static const Pattern reversed(
        R"(assigning to '(?:const )?([^']*?)' from incompatible type '(?:const )?([^']*?)')");
    if (const auto match = reversed.first_in(seen.error.message)) {
        return {(*match)[2], (*match)[1]};
    }
    const auto match = forms.first_in(seen.error.message);
    return match ? std::pair((*match)[1], (*match)[2]) : std::pair(std::string{}, std::string{});
}

std::string wrong_type(const Seen& seen)
{
    static const Pattern note(
        R"(no known conversion from '(?:const )?(Vector|Matrix)' to '(?:const )?(?:double|int|float)')");
    if (seen.says({"no matching function for call to"}) &&
        boost::algorithm::find_nth(seen.error.notes, "candidate ", 1).empty()) {
        const auto match = note.first_in(first_bytes(seen.error.notes, 4000));
        return match ? fmt::format("this is a whole {}, where one number belongs", (*match)[1])
                     : "";
    }
    const auto [from, to] = conversion(seen);
    if (from.empty() || to.empty()) {
        return "";
    }
    const bool to_number = to == "double" || to == "int" || to == "std::size_t" || to == "float";
    const bool from_tensor = from == "Vector" || from == "Matrix";
    if (from_tensor && to_number) {
        for (std::size_t i = 1; i + 1 < seen.words.size(); ++i) {
            const Name* a = seen.name(seen.words[i - 1].text);
            const Name* b = seen.name(seen.words[i + 1].text);
            if (seen.words[i].text == "*" && a != nullptr && b != nullptr &&
                a->kind == Kind::vector && b->kind == Kind::vector) {
                return fmt::format("{0} * {1} is a Vector, the products entry by entry; their sum "
                                   "is dot({0}, {1})",
                                   a->name, b->name);
            }
        }
    }
    const bool returned = seen.says({"in return", "returned value of type"}) ||
                          (seen.says({"could not convert"}) && !seen.words.empty() &&
                           seen.words[0].text == "return" && to != "bool");
    const auto is_simple = [](const std::string& type) {
        return type == "Vector" || type == "Matrix" || type == "double" || type == "int" ||
               type == "std::size_t" || type == "bool";
    };
    if (returned) {
        const Function* function = seen.code.function_at(seen.error.line);
        const std::string what = is_simple(from) && is_simple(to)
                                     ? fmt::format(": this is a {}, and it promises a {}", from, to)
                                     : " (double, Vector or Matrix)";
        return fmt::format("what is returned has another type than the first line of {} promises{}",
                           function == nullptr ? "the function" : function->name, what);
    }
    if ((from_tensor || boost::starts_with(from, "xt::x")) && to_number) {
        return fmt::format("this is {}, where one number belongs",
                           from_tensor ? "a whole " + from : "a whole vector or matrix");
    }
    return "";
}

std::string reduction_without_brackets(const Seen& seen)
{
    static const Pattern reduction(
        R"(\b(sum|prod|mean|average|amax|amin|norm_l1|norm_l2|norm_sq|variance|stddev)\s*\()");
    const bool is_reduced = boost::contains(seen.error.message + seen.error.notes, "xt::sum'") ||
                            boost::contains(seen.error.message + seen.error.notes, "xt::sum)") ||
                            seen.notes("xreducer");
    const bool refused = seen.says({"cannot convert", "could not convert", "no viable conversion",
                                    "invalid conversion", "no known conversion", "no match for",
                                    "no matching function", "invalid operands", "conversion from"});
    return is_reduced && refused && reduction.first_in(seen.line) &&
                   !boost::contains(seen.line, ")()")
               ? "xt::sum and its like do not give a number yet: put () behind it, as in "
                 "xt::sum(v)()"
               : "";
}

/// A variable of this line that was declared with auto and holds what xtensor has not computed yet.
std::string lazy_variable(const Seen& seen)
{
    const bool refused = seen.says({"cannot convert", "could not convert", "no viable conversion",
                                    "no match for", "no matching function", "invalid operands",
                                    "lvalue required", "not assignable", "no viable overloaded",
                                    "assignment of read-only", "cannot assign", "conversion from"});
    const Function* function = seen.code.function_at(seen.error.line);
    if (!refused || function == nullptr) {
        return "";
    }
    static const Pattern declaration(R"(\bauto[\s&]+(\w+)\s*=\s*(xt::(\w+)\s*\(.*);)");
    static const Pattern number(R"(\)\s*\(\s*\)\s*$)");
    for (std::size_t i = function->first_line; i <= seen.error.line; ++i) {
        const std::string line = first_bytes(seen.code.line(i), 1000);
        const auto match = declaration.first_in(line);
        const auto uses = [&](const Word& word) { return match && word.text == (*match)[1]; };
        if (match && !number.first_in((*match)[2]) &&
            std::any_of(seen.words.begin(), seen.words.end(), uses)) {
            return "auto keeps a lazy expression, not its numbers: write Vector or Matrix instead "
                   "of auto, or double and () behind a reduction, as in xt::sum(v)()";
        }
    }
    return "";
}

std::string constant(const Seen& seen)
{
    if (!seen.says({"assignment of read-only", "discards qualifiers", "not assignable because",
                    "drops 'const'", "drops const", "returns a const value", "is not marked const",
                    "const-qualified type", "operand types are 'const Matrix'",
                    "operand types are 'const Vector'", "no viable overloaded '", "read-only"})) {
        return "";
    }
    static const Pattern changed(R"((\w+)\s*(?:[(\[][^=;]*[)\]])?\s*(?:[-+*/%]?=(?!=)|\+\+|--))");
    static const Pattern called(R"((\w+)\.(?:fill|resize|reshape)\()");
    auto match = changed.first_in(seen.line);
    match = match ? match : called.first_in(seen.line);
    const Name* name = match ? seen.name((*match)[1]) : nullptr;
    if (name == nullptr || !name->is_const) {
        return "";
    }
    if (!name->is_parameter) {
        return fmt::format("{} is const: leave const out where it is declared", name->name);
    }
    const char* type = name->kind == Kind::matrix ? "Matrix" : "Vector";
    return fmt::format("the arguments are const: copy one into a Vector or Matrix of your own to "
                       "change it, as in {} z = {};",
                       type, name->name);
}

std::string twice(const Seen& seen)
{
    static const Pattern again(
        R"(redefinition of '(\w+)'|redeclaration of '(?:[\w:]+ )?(\w+)'|declaration of '(?:.* )?&?(\w+)' shadows a parameter)");
    const auto match = again.first_in(seen.error.message);
    if (!match) {
        return "";
    }
    const std::string name = (*match)[1] + (*match)[2] + (*match)[3];
    const Name* known = seen.name(name);
    return known == nullptr ? ""
           : known->is_parameter
               ? fmt::format("{} is a parameter already: give the variable another name", name)
               : fmt::format("{0} is declared already: without its type, {0} = …; sets it anew",
                             name);
}

std::string remainder(const Seen& seen)
{
    static const Pattern percent(R"([\w)\]]\s*%)");
    return percent.first_in(seen.line) &&
                   seen.says({"operator%", "invalid operands to binary expression"})
               ? "% is for whole numbers; the remainder of two doubles is std::fmod(a, b)"
               : "";
}

std::string shapes(const Seen& seen)
{
    return seen.says({"static assertion failed", "static_assert failed"}) &&
                   (seen.notes("broadcast") || seen.notes("rank"))
               ? "a vector and a matrix, or two shapes that do not fit, in one expression"
               : "";
}

} // namespace workbook::hints
