#include "explain/hints/rules.hpp"

#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

namespace workbook::hints {

bool is_tensor(Kind kind)
{
    return kind == Kind::vector || kind == Kind::matrix;
}

bool is_single(Kind kind)
{
    return kind == Kind::whole || kind == Kind::number;
}

/// The operand that ends before the word at `at`, or begins behind it: a name, a number, a call or
/// something in brackets. "" if it is none.
std::string operand_before(const std::vector<Word>& words, std::size_t at)
{
    if (at == 0) {
        return "";
    }
    std::size_t from = at - 1;
    if (words[from].text == ")" || words[from].text == "]") {
        while (from > 0 && closing(words, from) != at - 1) {
            --from;
        }
        if (from > 0 && words[from - 1].is_name() && words[from - 1].text != "return") {
            --from;
        }
    }
    while (from >= 2 && words[from].is_name() &&
           (words[from - 1].text == "." || words[from - 1].text == "::")) {
        from -= 2;
    }
    const bool plain = words[from].is_name() || words[from].is_number() || words[from].text == "(";
    return plain ? joined(words, from, at) : "";
}

std::string operand_after(const std::vector<Word>& words, std::size_t at)
{
    std::size_t to = at + 1;
    if (to < words.size() && words[to].text == "-") {
        ++to;
    }
    if (to >= words.size()) {
        return "";
    }
    while (to + 2 < words.size() && words[to].is_name() &&
           (words[to + 1].text == "." || words[to + 1].text == "::")) {
        to += 2;
    }
    if (words[to].is_name() && to + 1 < words.size() && words[to + 1].text == "(") {
        ++to;
    }
    if (words[to].text == "(") {
        to = closing(words, to);
        return to == words.size() ? "" : joined(words, at + 1, to + 1);
    }
    return words[to].is_name() || words[to].is_number() ? joined(words, at + 1, to + 1) : "";
}

std::string without_brackets(const std::string& formula)
{
    const auto words = words_of(formula, 1);
    const bool whole =
        words.size() > 2 && words[0].text == "(" && closing(words, 0) == words.size() - 1;
    return whole ? boost::trim_copy(formula.substr(1, formula.size() - 2)) : formula;
}

/// How a power is written.
std::string power(const Seen& seen, const std::string& base, const std::string& exponent)
{
    const std::string plain = without_brackets(base);
    const std::string to = without_brackets(exponent);
    if (plain == "e" || plain == "exp" || plain == "std::exp" || plain == "np.e" ||
        plain == "xt::exp") {
        return is_tensor(seen.kind(to))   ? fmt::format("xt::exp({})", to)
               : is_single(seen.kind(to)) ? fmt::format("std::exp({})", to)
                                          : fmt::format("std::exp({0}) of a number, xt::exp({0}) "
                                                        "of a Vector or Matrix",
                                                        to);
    }
    const Kind kind = std::max(seen.kind(plain), seen.kind(to));
    const bool known = seen.kind(plain) != Kind::unknown && seen.kind(to) != Kind::unknown;
    const bool squared = to == "2" || to == "2.0";
    const std::string of_tensor =
        squared ? fmt::format("xt::square({})", plain) : fmt::format("xt::pow({}, {})", plain, to);
    if (known && is_tensor(kind)) {
        return of_tensor;
    }
    const std::string of_number = fmt::format("std::pow({}, {})", plain, to);
    return known ? of_number
                 : fmt::format("{} for a number, {} for a Vector or Matrix", of_number, of_tensor);
}

/// The power that is meant by the sign, which begins at this word.
std::string power_at(const Seen& seen, std::size_t at, std::size_t length)
{
    const std::string base = operand_before(seen.words, at);
    const std::string exponent = operand_after(seen.words, at + length - 1);
    return base.empty() || exponent.empty()
               ? "std::pow(b, 2) for a number, xt::square(v) or xt::pow(v, 3) for a Vector or "
                 "Matrix"
               : power(seen, base, exponent);
}

} // namespace workbook::hints
