// Loops, conditions, brackets, semicolons, and a return that is missing.
#include "explain/hints/rules.hpp"

#include "common/system/pattern.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace workbook::hints {
namespace {

/// What stands between the brackets behind `keyword`, or "" if there is none.
std::string header_of(const Seen& seen, const std::string& keyword)
{
    for (std::size_t i = 0; i + 1 < seen.words.size(); ++i) {
        if (seen.words[i].text == keyword && seen.words[i + 1].text == "(") {
            return joined(seen.words, i + 2, closing(seen.words, i + 1));
        }
    }
    return "";
}

} // namespace

std::string loop(const Seen& seen)
{
    static const Pattern pythons(R"(\bfor\s*\(?\s*(?:\w+\s+)?\w+\s+in\b)");
    if (pythons.first_in(seen.line)) {
        return boost::contains(seen.line, "range")
                   ? "a loop over indices is for (std::size_t i = 0; i < n; ++i) { … }"
                   : "a loop over entries is for (double entry : v) { … }, one over indices "
                     "for (std::size_t i = 0; i < v.size(); ++i) { … }";
    }
    const std::string header = header_of(seen, "for");
    const auto semicolons = std::count(header.begin(), header.end(), ';');
    if (!header.empty() && semicolons < 2 && boost::contains(header, ",") &&
        !boost::contains(header, " : ")) {
        return "the three parts of a for ( … ; … ; … ) are set apart by semicolons: "
               "for (std::size_t i = 0; i < n; ++i)";
    }
    static const Pattern untyped(R"(\bfor\s*\(\s*(\w+)\s*=)");
    if (const auto match = untyped.first_in(seen.line);
        match && seen.says({"not declared", "undeclared"}) &&
        boost::contains(seen.error.message, "'" + (*match)[1] + "'")) {
        return fmt::format("{0} needs its type: for (std::size_t {0} = 0; …)", (*match)[1]);
    }
    return "";
}

/// A loop or condition before this word that ends at once, since ; stands behind its brackets.
std::string empty_body(const Seen& seen)
{
    const Function* function = seen.code.function_at(seen.error.line);
    if (function == nullptr) {
        return "";
    }
    const auto& words = seen.code.words();
    static const Pattern unknown(R"('(\w+)' was not declared|undeclared identifier '(\w+)')");
    const auto match = unknown.first_in(seen.error.message);
    const std::string name = match ? (*match)[1] + (*match)[2] : "";
    const bool lonely_else = seen.says({"'else' without a previous 'if'", "expected expression"}) &&
                             std::any_of(seen.words.begin(), seen.words.end(),
                                         [](const Word& word) { return word.text == "else"; });
    for (std::size_t i = function->first_word; i + 1 < function->last_word; ++i) {
        const bool is_for = words[i].text == "for";
        if ((!is_for && words[i].text != "if") || words[i + 1].text != "(" ||
            words[i].line > seen.error.line) {
            continue;
        }
        const std::size_t end = closing(words, i + 1);
        if (end + 1 >= function->last_word || words[end + 1].text != ";") {
            continue;
        }
        const bool declares_it = is_for && !name.empty() &&
                                 std::any_of(&words[i], &words[end],
                                             [&](const Word& word) { return word.text == name; });
        const bool is_near = seen.error.line - words[i].line < 8;
        if (declares_it || (!is_for && lonely_else && is_near)) {
            return fmt::format("the ; right behind {} ( … ) in line {} ends it: what follows is "
                               "no part of it",
                               words[i].text, words[end + 1].line);
        }
    }
    return "";
}

std::string condition(const Seen& seen)
{
    static const Pattern arrow(R"([^=<>!](=>|=<))");
    if (const auto match = arrow.first_in(seen.line);
        match && seen.says({"expected primary-expression", "expected expression"})) {
        return fmt::format("write {}", (*match)[1] == "=>" ? ">=" : "<=");
    }
    static const Pattern bare(R"(\b(if|while|for|switch)\s+([^\s(][^:{;]*))");
    if (const auto match = bare.first_in(seen.line);
        match && seen.says({"expected '('", "expected '(' after"})) {
        return fmt::format("what stands behind {0} needs brackets: {0} ({1}) {{ … }}", (*match)[1],
                           (*match)[1] == "for" ? "std::size_t i = 0; i < n; ++i" : "b > 0.0");
    }
    static const Pattern behind(R"(\breturn\b(.*)\bif\b(.*)\belse\b)");
    if (behind.first_in(seen.line) && seen.says({"expected ';'", "before 'if'"})) {
        return "a choice between two values is condition ? value : other_value";
    }
    static const Pattern assigned(R"(\b(if|while)\s*\(.*[^=<>!]=[^=].*\))");
    if (assigned.first_in(seen.line) && seen.says({"assignment of read-only", "cannot assign to",
                                                   "lvalue required", "not assignable"})) {
        return "= assigns; a comparison is written ==";
    }
    if (seen.says({"to 'bool'"}) && (seen.notes("bool") || seen.notes("convertible"))) {
        static const Pattern compared(R"(<|>|==)");
        if (compared.first_in(seen.line)) {
            return "this compares every entry, so it is no single true or false: xt::where(x > "
                   "0.0, a, b) takes an entry of a where it is true, one of b elsewhere";
        }
    }
    return "";
}

std::string missing_return(const Seen& seen)
{
    const bool none = seen.says({"no return statement in function returning non-void",
                                 "non-void function does not return a value [",
                                 "non-void lambda does not return a value ["});
    const bool some = seen.says({"control reaches end of non-void function",
                                 "does not return a value in all control paths"});
    const Function* function = seen.code.function_at(seen.error.line);
    const auto has = [&](const char* text, const char* next) {
        const auto& words = seen.code.words();
        for (std::size_t i = function == nullptr ? 0 : function->first_word;
             function != nullptr && i + 1 < function->last_word; ++i) {
            if (words[i].text == text && (*next == 0 || words[i + 1].text == next)) {
                return true;
            }
        }
        return false;
    };
    const bool has_lambda = has("[", "&") || has("[", "]") || has("[", "=");
    const std::string name = function == nullptr ? "the function"
                             : has_lambda        ? "the function or lambda that ends here"
                                                 : function->name;
    if (none || some) {
        const bool has_one = has_lambda ? some : has("return", "");
        return has_one ? fmt::format("there is a way through {} that meets no return: let its "
                                     "last line be one",
                                     name)
                       : fmt::format("{} computes but returns nothing: its last line must be "
                                     "return …;",
                                     name);
    }
    if (seen.says({"return-statement with no value", "should return a value"})) {
        return fmt::format("return must say what {} gives, as in return z;", name);
    }
    return "";
}

std::string brackets(const Seen& seen)
{
    const auto open = std::count(seen.line.begin(), seen.line.end(), '(');
    const auto closed = std::count(seen.line.begin(), seen.line.end(), ')');
    if (seen.says({"expected ')'"}) && open > closed) {
        return "a ) is missing in this line";
    }
    if (seen.says({"expected ';' before ')'", "expected ';' after", "extraneous ')'",
                   "expected ',' or ';' before ')'"}) &&
        closed > open) {
        return "this line has a ) too many";
    }
    if (seen.says({"expected ')'"}) && open == closed) {
        return "between these two stands no comma and no operator";
    }
    return "";
}

std::string semicolon(const Seen& seen)
{
    if (!seen.says({"expected ';'", "or ';' before", "expected ',' or ';'"}) ||
        seen.words.empty()) {
        return "";
    }
    // Where the line ends, or where the next one begins.
    const Word& last = seen.words.back();
    const bool at_end = seen.error.column >= last.column + last.text.size() - 1 ||
                        seen.error.column <= seen.words.front().column;
    if (at_end) {
        return "a semicolon is missing at the end of this line or the one before";
    }
    return "two things stand side by side here: an operator (a product is a * b), a comma or a ; "
           "is missing between them";
}

std::string missing_brace(const Seen& seen)
{
    if (seen.says({"function-definition is not allowed here", "function definition is not allowed",
                   "expected '}' at end of input", "expected '}'"})) {
        return "a } is missing further up";
    }
    return "";
}

} // namespace workbook::hints
