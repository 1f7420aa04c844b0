#include "explain/suspicious_code.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

namespace workbook {
namespace {

/// Looks for divisions of whole numbers in formulas of real numbers.
class Divisions {
public:
    explicit Divisions(const StudentCode& code) : code_(code), words_(code.words()) {}

    std::vector<Warning> all() const
    {
        std::vector<Warning> found;
        for (const Function& function : code_.functions()) {
            for (std::size_t i = function.first_word + 1; i + 1 < function.last_word; ++i) {
                if (words_[i].text == "/") {
                    const std::string message = about(function, i);
                    if (!message.empty()) {
                        found.push_back({words_[i].line, message});
                    }
                }
            }
        }
        return found;
    }

private:
    bool is(std::size_t at, std::initializer_list<const char*> texts) const
    {
        return std::any_of(texts.begin(), texts.end(),
                           [&](const char* text) { return words_[at].text == text; });
    }

    /// The first word of the operand that ends before `at`: a name, a number, a call, or brackets.
    std::size_t operand_begin(std::size_t at, std::size_t first) const
    {
        std::size_t i = at - 1;
        if (is(i, {")", "]"})) {
            while (i > first && closing(words_, i) != at - 1) {
                --i;
            }
            if (i > first && words_[i - 1].is_name() && !is(i - 1, {"return"})) {
                --i;
            } else if (i > first && is(i - 1, {")", "]"})) {
                return operand_begin(i, first); // sum(x)()
            }
        }
        while (i >= first + 2 && is(i - 1, {"::", "."})) {
            i = operand_begin(i - 1, first);
        }
        return i;
    }

    /// One past the operand that begins at `at`.
    std::size_t operand_end(std::size_t at, std::size_t last) const
    {
        std::size_t i = is(at, {"-"}) ? at + 1 : at;
        if (is(i, {"("})) {
            i = closing(words_, i) + 1;
        } else {
            ++i;
        }
        while (i < last && is(i, {"::", ".", "(", "[", "<"})) {
            if (is(i, {"<"})) {
                if (!is(i - 1, {"static_cast", "zeros", "ones"})) {
                    break;
                }
                while (i < last && !is(i, {">"})) {
                    ++i;
                }
                ++i;
            } else if (is(i, {"(", "["})) {
                i = closing(words_, i) + 1;
            } else {
                i += 2;
            }
        }
        return std::min(i, last);
    }

    Kind kind(std::size_t from, std::size_t to) const
    {
        return code_.kind_of(std::vector<Word>(words_.begin() + static_cast<long>(from),
                                               words_.begin() + static_cast<long>(to)));
    }

    /// Whether the statement around gives a real number: `return` in such a function, or an
    /// assignment to such a variable.
    bool gives_real_number(const Function& function, std::size_t first, std::size_t last) const
    {
        const auto real = [](const std::string& type) {
            return type == "double" || type == "float" || type == "Vector" || type == "Matrix";
        };
        for (std::size_t i = first; i < last; ++i) {
            if (is(i, {"<"}) && is(i - 1, {"static_cast", "zeros", "ones"})) {
                while (i < last && !is(i, {">"})) {
                    ++i;
                }
                continue;
            }
            // Comparisons of whole numbers may want whole numbers.
            if (is(i, {"?", "<", ">", "==", "!=", "<=", "&&", "||", "%", "["})) {
                return false;
            }
        }
        if (is(first, {"return"})) {
            return real(function.returns);
        }
        const std::size_t type = is(first, {"const"}) ? first + 1 : first;
        if (type + 2 < last && real(words_[type].text) && is(type + 2, {"=", "(", "{"})) {
            return true;
        }
        const Name* name = code_.name_at(words_[first].text, words_[first].line);
        const bool real_name =
            name != nullptr && (name->kind == Kind::number || name->kind == Kind::vector ||
                                name->kind == Kind::matrix);
        if (!real_name) {
            return false;
        }
        const std::size_t next = is(first + 1, {"("}) ? closing(words_, first + 1) + 1 : first + 1;
        return next < last && is(next, {"=", "+=", "-=", "*=", "/="});
    }

    /// Whether all brackets around `at`, back to `first`, belong to a formula of real numbers.
    bool brackets_are_formulas(std::size_t at, std::size_t first) const
    {
        static constexpr std::array<std::string_view, 14> real_functions{
            "exp",   "log",   "sqrt", "tanh", "sin",    "cos", "pow",
            "log1p", "expm1", "cosh", "sinh", "square", "erf", "erfc"};
        int depth = 0;
        for (std::size_t i = at; i-- > first;) {
            if (is(i, {")", "]", "}"})) {
                ++depth;
            } else if (is(i, {"(", "[", "{"}) && depth-- == 0) {
                depth = 0;
                if (!is(i, {"("})) {
                    return false;
                }
                if (words_[i - 1].is_name() && !is(i - 1, {"return"})) {
                    const bool declares = i >= 2 && is(i - 2, {"double", "float"});
                    const bool known = std::find(real_functions.begin(), real_functions.end(),
                                                 words_[i - 1].text) != real_functions.end();
                    if (!known && !declares) {
                        return false;
                    }
                } else if (is(i - 1, {">", "]", ")"})) {
                    return false;
                }
            }
        }
        return true;
    }

    std::string about(const Function& function, std::size_t at) const
    {
        std::size_t first = at;
        while (first > function.first_word + 1 && !is(first - 1, {";", "{", "}"})) {
            --first;
        }
        std::size_t last = at;
        while (last < function.last_word && !is(last, {";", "{", "}"})) {
            ++last;
        }
        if (is(first, {"if", "for", "while", "else"}) || at == first) {
            return "";
        }
        const std::size_t right_end = operand_end(at + 1, last);
        const std::size_t left = operand_begin(at, first);
        std::size_t chain = left; // a * b / c divides a * b
        while (chain > first + 1 && is(chain - 1, {"*", "/"})) {
            chain = operand_begin(chain - 1, first);
        }
        if (kind(chain, at) != Kind::whole || kind(at + 1, right_end) != Kind::whole) {
            return "";
        }
        // 1 / 2 * b: what follows is real, so what comes before is meant to be.
        const bool goes_on = right_end + 1 < last && is(right_end, {"*", "/"});
        const Kind next =
            goes_on ? kind(right_end + 1, operand_end(right_end + 1, last)) : Kind::unknown;
        const bool meets_real = next != Kind::unknown && next != Kind::whole;
        if (!meets_real &&
            (!gives_real_number(function, first, last) || !brackets_are_formulas(at, first))) {
            return "";
        }
        const std::string a = joined(words_, chain, at);
        const std::string b = joined(words_, at + 1, right_end);
        const auto literal = [](const std::string& text) {
            return !text.empty() && text.size() <= 6 &&
                   text.find_first_not_of("0123456789") == std::string::npos;
        };
        const std::string said = fmt::format("{} / {} is a division of whole numbers", a, b);
        if (literal(a) && literal(b)) {
            const long divisor = std::stol(b);
            if (divisor == 0 || std::stol(a) % divisor == 0) {
                return "";
            }
            return fmt::format("{}: it gives {}; write {}.0 / {}.0", said, std::stol(a) / divisor,
                               a, b);
        }
        const std::string drops = said + " and drops the fraction: write ";
        return literal(a)   ? fmt::format("{}{}.0 / {}", drops, a, b)
               : literal(b) ? fmt::format("{}{} / {}.0", drops, a, b)
                            : fmt::format("{}static_cast<double>({}) / {}", drops, a, b);
    }

    const StudentCode& code_;
    const std::vector<Word>& words_;
};

/// `Vector z{n}`, where n counts something, is one entry.
std::vector<Warning> single_entries(const StudentCode& code)
{
    std::vector<Warning> found;
    const auto& words = code.words();
    for (std::size_t i = 0; i + 3 < words.size(); ++i) {
        const std::size_t open = words[i + 2].text == "=" ? i + 3 : i + 2;
        if (words[i].text != "Vector" || !words[i + 1].is_name() || words[open].text != "{") {
            continue;
        }
        const std::size_t end = closing(words, open);
        const std::vector<Word> inside(words.begin() + static_cast<long>(open) + 1,
                                       words.begin() + static_cast<long>(std::max(end, open + 1)));
        const bool counts = std::any_of(inside.begin(), inside.end(),
                                        [](const Word& word) { return word.is_name(); });
        const bool single = std::none_of(inside.begin(), inside.end(),
                                         [](const Word& word) { return word.text == ","; });
        if (end < words.size() && counts && single && code.kind_of(inside) == Kind::whole) {
            const std::string size = joined(inside, 0, inside.size());
            found.push_back({words[i].line,
                             fmt::format("this is a Vector with a single entry, the number {0}; "
                                         "{0} zeros are Vector {1} = xt::zeros<double>({{{0}}});",
                                         size, words[i + 1].text)});
        }
    }
    return found;
}

/// The functions that only compute: those of the file that return something and change none of
/// their arguments, and what a formula is made of in the libraries.
class Computing {
public:
    explicit Computing(const StudentCode& code)
    {
        for (const Function& function : code.functions()) {
            if (function.returns != "void" && !takes_reference(code, function)) {
                own_.insert(function.name);
            }
        }
    }

    bool is_one(const Call& call) const
    {
        static const std::set<std::string> of_numbers{
            "abs",  "exp",  "expm1", "log",  "log1p", "log2", "log10", "sqrt",
            "cbrt", "pow",  "tanh",  "sinh", "cosh",  "sin",  "cos",   "max",
            "min",  "fabs", "atan",  "erf",  "erfc",  "clamp"};
        static const std::set<std::string> of_arrays{
            "sum",        "mean",      "prod",   "amax",   "amin",    "argmax",    "argmin",
            "where",      "maximum",   "clip",   "sign",   "square",  "transpose", "zeros",
            "zeros_like", "ones_like", "ones",   "diag",   "eval",    "minimum",   "concatenate",
            "stack",      "equal",     "cumsum", "stddev", "variance"};
        static const std::set<std::string> of_common{"dot", "matmul", "matvec", "outer",
                                                     "transpose"};
        const bool number = of_numbers.count(call.name) > 0;
        const bool array = number || of_arrays.count(call.name) > 0;
        return call.qualifier == "xt::"    ? array
               : call.qualifier == "std::" ? number
               : boost::ends_with(call.qualifier, ".") || boost::ends_with(call.qualifier, "->")
                   ? false
                   : own_.count(call.name) > 0 || of_common.count(call.name) > 0 ||
                         (number && call.qualifier.empty());
    }

private:
    /// Whether a parameter is a reference to something that may be changed.
    static bool takes_reference(const StudentCode& code, const Function& function)
    {
        const auto& words = code.words();
        const auto ends_another = [](const Word& word) {
            return word.text == ";" || word.text == "{" || word.text == "}";
        };
        std::size_t head = function.first_word;
        while (head > 0 && !ends_another(words[head - 1])) {
            --head;
        }
        bool is_const = false;
        for (; head < function.first_word; ++head) {
            const std::string& text = words[head].text;
            if (text == "," || text == "(") {
                is_const = false;
            } else if (text == "const") {
                is_const = true;
            } else if ((text == "&" || text == "*") && !is_const) {
                return true;
            }
        }
        return false;
    }

    std::set<std::string> own_;
};

/// Where the statements of a function begin that stand in no brackets but braces.
std::vector<std::size_t> statements_of(const std::vector<Word>& words, const Function& function)
{
    std::vector<std::size_t> begins;
    std::vector<std::size_t> open; // brackets
    for (std::size_t i = function.first_word; i + 1 < function.last_word; ++i) {
        const std::string& text = words[i].text;
        bool ends = text == ";" || text == "{" || text == "}" || text == "else" || text == "do";
        if (text == "(") {
            open.push_back(i);
        } else if (text == ")" && !open.empty()) {
            const std::string& before = words[open.back() - 1].text;
            ends = before == "if" || before == "for" || before == "while";
            open.pop_back();
        }
        if (ends && open.empty()) {
            begins.push_back(i + 1);
        }
    }
    return begins;
}

/// `relu(z);`, where the result is dropped and nothing else happens.
std::vector<Warning> dropped_results(const StudentCode& code)
{
    const Computing computing(code);
    std::vector<Warning> found;
    const auto& words = code.words();
    for (const Function& function : code.functions()) {
        for (const std::size_t first : statements_of(words, function)) {
            std::size_t last = first;
            while (last < function.last_word && words[last].text != ";") {
                ++last;
            }
            const auto calls = calls_in({words.begin() + static_cast<long>(first),
                                         words.begin() + static_cast<long>(last)});
            if (calls.empty() || first + calls.front().last_word + 1 != last ||
                joined(words, first, first + calls.front().first_word) != calls.front().qualifier ||
                !computing.is_one(calls.front())) {
                continue;
            }
            found.push_back({words[first].line,
                             fmt::format("{}{} changes nothing, and what it gives is dropped here: "
                                         "is return, = or += missing?",
                                         calls.front().qualifier, calls.front().name)});
        }
    }
    return found;
}

} // namespace

std::vector<Warning> suspicious_in(const StudentCode& code)
{
    std::vector<Warning> warnings = Divisions(code).all();
    for (const auto& more : {dropped_results(code), single_entries(code)}) {
        warnings.insert(warnings.end(), more.begin(), more.end());
    }
    return warnings;
}

} // namespace workbook
