#include "build/hints.hpp"

#include "common/system/pattern.hpp"
#include "common/system/text.hpp"

#include <boost/algorithm/string/find.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>

namespace workbook {

std::string filled(const std::string& type, const std::string& name, const std::string& sizes,
                   const std::string& filling)
{
    return fmt::format("{} {} = xt::{}<double>({{{}}});", type, name, filling, sizes);
}

namespace {

/// What a rule looks at.
struct Seen {
    const CompileError& error;
    const StudentCode& code;
    std::string line;        ///< without comments and what stands in quotes
    std::vector<Word> words; ///< of that line
    std::vector<Call> calls;

    bool says(std::initializer_list<const char*> phrases) const
    {
        return std::any_of(phrases.begin(), phrases.end(), [&](const char* phrase) {
            return boost::contains(error.message, phrase);
        });
    }
    bool notes(const char* phrase) const { return boost::contains(error.notes, phrase); }
    Kind kind(const std::string& formula) const { return code.kind_of(formula, error.line); }
    const Name* name(const std::string& each) const { return code.name_at(each, error.line); }
};

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

// ── signs that C++ does not know ────────────────────────────────────────────────────────────────

struct Sign {
    const char* letter;
    const char* advice; ///< what to write
};

constexpr std::array<Sign, 42> foreign_signs{{
    {"−", "write the - of the keyboard"},
    {"–", "write the - of the keyboard"},
    {"—", "write the - of the keyboard"},
    {"‐", "write the - of the keyboard"},
    {"×", "a product is written with *"},
    {"·", "a product is written with *; that of two Vectors with its sum is dot(x, y)"},
    {"⋅", "a product is written with *; that of two Vectors with its sum is dot(x, y)"},
    {"•", "a product is written with *"},
    {"∗", "a product is written with *"},
    {"⊙", "a product entry by entry is written with *"},
    {"∘", "a product entry by entry is written with *"},
    {"÷", "a quotient is written with /"},
    {"∕", "a quotient is written with /"},
    {"⁄", "a quotient is written with /"},
    {"²", "a square is x * x for a number, xt::square(v) for a Vector or Matrix"},
    {"³", "a cube is x * x * x for a number, xt::cube(v) for a Vector or Matrix"},
    {"ᵀ", "a transpose is written transpose(A)"},
    {"¹", "names and powers are written with ordinary digits"},
    {"½", "write 0.5"},
    {"¼", "write 0.25"},
    {"¾", "write 0.75"},
    {"√", "write std::sqrt(x) for a number, xt::sqrt(v) for a Vector or Matrix"},
    {"∑", "write xt::sum(v)()"},
    {"≤", "write <="},
    {"≥", "write >="},
    {"≠", "write !="},
    {"≈", "there is no such operator"},
    {"←", "write ="},
    {"→", "there is no such operator"},
    {"“", "quotes are written with \""},
    {"”", "quotes are written with \""},
    {"‘", "quotes are written with '"},
    {"’", "quotes are written with '"},
    {"′", "no name can have it: call it slope, or w_new"},
    {"；", "write ;"},
    {"，", "write ,"},
    {"（", "write ("},
    {"）", "write )"},
    {"＝", "write ="},
    {"＋", "write +"},
    {"＊", "write *"},
    {"∞", "write std::numeric_limits<double>::infinity()"},
}};

std::string foreign_sign(const Seen& seen)
{
    const std::string& line = seen.line;
    std::size_t first = std::string::npos;
    const Sign* found = nullptr;
    for (const Sign& sign : foreign_signs) {
        const std::size_t at = line.find(sign.letter);
        if (at < first) {
            first = at;
            found = &sign;
        }
    }
    if (found == nullptr) {
        // Indices below the line are fine in mathematics but in no name of C++.
        static const Pattern index("(₀|₁|₂|₃|₄|₅|₆|₇|₈|₉|ₙ|ᵢ|ⱼ)");
        const auto match = index.first_in(line);
        return match ? fmt::format("{} is no letter that a name of C++ can have: write w1 or w_1",
                                   (*match)[1])
                     : "";
    }
    return fmt::format("{} is no sign of C++: {}", found->letter, found->advice);
}

std::string at_sign(const Seen& seen)
{
    for (std::size_t i = 0; i < seen.words.size(); ++i) {
        if (seen.words[i].text != "@") {
            continue;
        }
        const std::string left = operand_before(seen.words, i);
        const std::string right = operand_after(seen.words, i);
        const Kind a = seen.kind(left);
        const Kind b = seen.kind(right);
        const std::string pair =
            fmt::format("({}, {})", without_brackets(left), without_brackets(right));
        std::string write = "matmul(A, B) of two matrices, matvec(A, x) of a matrix and a vector, "
                            "dot(x, y) of two vectors";
        if (a == Kind::matrix && b == Kind::matrix) {
            write = "matmul" + pair;
        } else if (a == Kind::matrix && b == Kind::vector) {
            write = "matvec" + pair;
        } else if (a == Kind::vector && b == Kind::vector) {
            write = "dot" + pair;
        } else if (a == Kind::vector && b == Kind::matrix) {
            write = fmt::format("matvec(transpose({}), {})", right, left);
        }
        return "@ is no operator of C++; the product is " + write;
    }
    return "";
}

std::string prime(const Seen& seen)
{
    // An apostrophe behind a name or a bracket is no number's (1'000) and no letter's ('a').
    static const Pattern behind(R"((\w*[A-Za-z_]\w*|\)|\])')");
    const std::string line = first_bytes(seen.code.line(seen.error.line), 400);
    const auto match = behind.first_in(line);
    if (!match || std::count(line.begin(), line.end(), '\'') % 2 == 0) {
        return "";
    }
    const Name* name = seen.name((*match)[1]);
    if (name != nullptr && name->kind == Kind::vector) {
        return fmt::format("{0}' is no C++, and a Vector needs no transpose: dot({0}, y) is its "
                           "product with another, outer(x, y) the matrix of all products",
                           name->name);
    }
    return fmt::format("' does not transpose: write transpose({})",
                       name != nullptr && name->kind == Kind::matrix ? name->name : "A");
}

std::string power_sign(const Seen& seen)
{
    for (std::size_t i = 0; i < seen.words.size(); ++i) {
        const bool caret = seen.words[i].text == "^";
        const bool stars = i + 1 < seen.words.size() && seen.words[i].text == "*" &&
                           seen.words[i + 1].text == "*" &&
                           seen.words[i + 1].column == seen.words[i].column + 1;
        const bool meant =
            caret ? seen.says({"operator^", "invalid operands to binary expression", "'e'"})
                  : seen.says({"unary '*'", "indirection requires pointer operand", "'e'",
                               "no match for 'operator*' (operand type is"});
        if ((caret || stars) && meant) {
            return fmt::format("{} is no power in C++: write {}", caret ? "^" : "**",
                               power_at(seen, i, caret ? 1 : 2));
        }
    }
    return "";
}

std::string unwritten_product(const Seen& seen)
{
    static const Pattern number(R"(\b([0-9][0-9.]*)([A-Za-z_]\w*))");
    if (seen.says({"numeric literal operator", "invalid suffix", "invalid digit"})) {
        const auto match = number.first_in(seen.line);
        return match ? fmt::format("a product is written with *: {} * {}", (*match)[1], (*match)[2])
                     : "";
    }
    if (seen.says({"cannot be used as a function", "is not a function or function pointer"})) {
        static const Pattern entries(R"(\b(\w+)\(([^()]*)\)\(([^()]*)\))");
        if (const auto match = entries.first_in(seen.line)) {
            const Name* name = seen.name((*match)[1]);
            if (name != nullptr && name->kind == Kind::matrix && !(*match)[3].empty()) {
                return fmt::format("an entry of a Matrix is {}({}, {})", name->name, (*match)[2],
                                   (*match)[3]);
            }
        }
        if (boost::contains(seen.line, "()")) {
            return "() stands behind a reduction, as in xt::sum(v)(); what it stands behind here "
                   "is a number already";
        }
        return "brackets behind a number call it like a function; a product is written with *";
    }
    return "";
}

// ── loops and conditions ────────────────────────────────────────────────────────────────────────

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

// ── zeros, in every wording ─────────────────────────────────────────────────────────────────────

/// The name and type of the variable that the line declares; "z" and the function's type if none.
std::pair<std::string, std::string> declared(const Seen& seen)
{
    static const Pattern declaration(R"(\b(Vector|Matrix)(?:<\w*>)?\s+(\w+)\s*[=({\[;])");
    if (const auto match = declaration.first_in(seen.line)) {
        return {(*match)[1], (*match)[2]};
    }
    const Function* function = seen.code.function_at(seen.error.line);
    const bool returns = function != nullptr && boost::contains(seen.line, "return");
    if (returns && boost::contains(function->returns, "Matrix")) {
        return {"Matrix", "M"};
    }
    return {"Vector", "z"};
}

/// Whether it is evident that an argument is a size.
bool is_size(const Seen& seen, const std::string& argument)
{
    return seen.kind(argument) == Kind::whole;
}

bool is_fraction(const Seen& seen, const std::string& argument)
{
    return seen.kind(argument) == Kind::number;
}

std::string zeros_function(const Seen& seen)
{
    for (const Call& call : seen.calls) {
        const bool fills = call.name == "zeros" || call.name == "ones" || call.name == "empty" ||
                           call.name == "from_shape" || call.name == "zeros_like" ||
                           call.name == "ones_like";
        if (!fills || call.qualifier == "np." || call.qualifier == "numpy.") {
            continue;
        }
        const bool refused =
            seen.says({"is not a class, struct, or union type", "cannot be used prior to '::'",
                       "no matching function for call to", "was not declared",
                       "undeclared identifier", "is not a member of", "no member named",
                       "expected primary-expression", "unexpected type name"});
        const bool from_shape = call.name == "from_shape" &&
                                seen.says({"request for member", "member reference base type"});
        if ((!refused && !from_shape) || call.arguments.empty()) {
            continue;
        }
        if (boost::ends_with(call.name, "_like") &&
            (call.qualifier != "xt::" || !is_size(seen, call.arguments[0]))) {
            continue;
        }
        std::string sizes = boost::join(call.arguments, ", ");
        const bool in_braces = sizes.front() == '{' && sizes.back() == '}';
        sizes = in_braces ? sizes.substr(1, sizes.size() - 2) : without_brackets(sizes);
        auto [type, name] = declared(seen);
        if (boost::contains(sizes, "shape()")) {
            return fmt::format("the kind of numbers stands in < >: xt::{}<double>({})", call.name,
                               sizes);
        }
        if (call.arguments.size() == 2 && !in_braces) {
            type = "Matrix";
        }
        const std::string filling = boost::starts_with(call.name, "ones") ? "ones" : "zeros";
        return fmt::format("the sizes stand in braces and the kind of numbers in < >: {}",
                           filled(type, name, sizes, filling));
    }
    return "";
}

std::string sized_container(const Seen& seen)
{
    static const Pattern vector_refused(
        R"(call to '(Vector|Matrix)\(|(?:constructor for initialization of|to) '(Vector|Matrix)')");
    const auto refused = vector_refused.first_in(seen.error.message);
    const bool from_braces = seen.says({"from '<brace-enclosed initializer list>' to 'Matrix'"});
    if (!from_braces && (!refused || !seen.says({"no matching"}))) {
        return "";
    }
    const std::string type = from_braces ? "Matrix" : (*refused)[1] + (*refused)[2];
    static const Pattern round(R"(\b(Vector|Matrix)(\s+\w+)?\s*\()");
    static const Pattern braces(R"(\b(Vector|Matrix)(\s+\w+)?\s*=?\s*\{([^{}]*)\})");
    auto [declared_type, name] = declared(seen);
    if (declared_type != type) {
        name = type == "Matrix" ? "M" : "z";
    }
    if (const auto match = braces.first_in(seen.line); match && type == "Matrix") {
        const std::string inside = boost::trim_copy((*match)[3]);
        return std::count(inside.begin(), inside.end(), ',') == 1 && is_size(seen, inside)
                   ? fmt::format("a Matrix of zeros with these sizes is {}",
                                 filled("Matrix", name, inside))
                   : fmt::format("every row of a Matrix has braces of its own: Matrix "
                                 "{}{{{{1.0, 2.0}}, {{3.0, 4.0}}}};",
                                 name);
    }
    if (!round.first_in(seen.line)) {
        return "";
    }
    for (std::size_t i = 0; i + 1 < seen.words.size(); ++i) {
        if (seen.words[i].text != type) {
            continue;
        }
        const std::size_t open = seen.words[i + 1].text == "(" ? i + 1 : i + 2;
        if (open >= seen.words.size() || seen.words[open].text != "(") {
            continue;
        }
        // Read as the call of a function named like this.
        const std::vector<Word> from(seen.words.begin() + static_cast<long>(open) - 1,
                                     seen.words.end());
        const auto calls = calls_in(from);
        if (calls.empty()) {
            continue;
        }
        const std::vector<std::string>& arguments = calls.front().arguments;
        const std::size_t sizes = type == "Vector" ? 1 : 2;
        const bool has_value = arguments.size() == sizes + 1;
        if (arguments.size() == sizes || (has_value && !is_fraction(seen, arguments[0]))) {
            if (is_fraction(seen, arguments[0])) {
                return "";
            }
            std::string all = arguments[0];
            all += sizes == 2 ? ", " + arguments[1] : "";
            const std::string value = has_value ? arguments.back() : "0.0";
            static const Pattern zero(R"(0*\.?0*)");
            if (zero.whole(value)) {
                return sizes == 1
                           ? fmt::format("{} zeros are {}", all, filled(type, name, all))
                           : fmt::format("{} rows and {} columns of zeros are {}", arguments[0],
                                         arguments[1], filled(type, name, all));
            }
            static const Pattern one(R"(1\.?0*)");
            std::string write = filled(type, name, all, "ones");
            if (!one.whole(value)) {
                boost::replace_first(write, "xt::", value + " * xt::");
            }
            return "the sizes stand in braces: " + write;
        }
        if (type == "Matrix" && arguments.size() == 1) {
            return fmt::format("a Matrix has rows and columns: {}",
                               filled(type, name, "rows, columns"));
        }
        if (type == "Vector") {
            return fmt::format("the entries of a Vector stand in braces: Vector {}{{{}}};", name,
                               boost::join(arguments, ", "));
        }
    }
    return "";
}

std::string one_entry(const Seen& seen)
{
    static const Pattern braces(R"(\bVector(?:\s+(\w+))?\s*=?\s*\(?\{\s*([^{},]+)\s*\}\)?)");
    const auto match = braces.first_in(seen.line);
    if (!match || !seen.says({"narrow"}) || !is_size(seen, boost::trim_copy((*match)[2]))) {
        return "";
    }
    const std::string size = boost::trim_copy((*match)[2]);
    const std::string name = (*match)[1].empty() ? "z" : (*match)[1];
    return fmt::format("this is a Vector with a single entry, the number {0}; {0} zeros are {1}",
                       size, filled("Vector", name, size));
}

std::string container_from_number(const Seen& seen)
{
    static const Pattern arrays(R"('(?:const )?(Vector|Matrix|double) ?\[[^\]]*\])");
    if (const auto match = arrays.first_in(seen.error.message);
        match && !seen.says({"for array subscript"})) {
        const auto [type, name] = declared(seen);
        static const Pattern sized(R"((\w+)\s+(\w+)\s*\[([^\]]+)\]\s*(?:\[([^\]]+)\])?\s*[;={])");
        const auto sizes = sized.first_in(seen.line);
        const bool table = sizes && !(*sizes)[4].empty();
        const std::string all =
            !sizes ? "n" : (*sizes)[3] + (table ? ", " + (*sizes)[4] : std::string{});
        return fmt::format("[ ] makes an array of C, no Vector or Matrix: {}",
                           filled(table || (*match)[1] == "Matrix" ? "Matrix" : "Vector",
                                  sizes ? (*sizes)[2] : name, all));
    }
    if (seen.says({"from 'std::vector<", "from 'const std::vector<", "type 'std::vector<",
                   "type 'const std::vector<"}) &&
        seen.says({"to 'Vector'", "type 'Vector'", "to non-scalar type 'Vector'"})) {
        return fmt::format("a std::vector is no Vector; make a Vector from the start: {}",
                           filled("Vector", declared(seen).second, "n"));
    }
    static const Pattern number_to(
        R"(from '(?:const )?(double|int|std::size_t|float|bool)' to (?:non-scalar type )?'(?:const )?(Vector|Matrix)')");
    static const Pattern declaration(R"(\b(Vector|Matrix)\s+(\w+)\s*=\s*[^;]*;)");
    if (const auto match = number_to.first_in(seen.error.message);
        match && declaration.first_in(seen.line) && boost::contains(seen.error.message, "from")) {
        const auto [type, name] = declared(seen);
        return fmt::format("one number is no {}, which needs its size: {}", type,
                           filled(type, name, type == "Matrix" ? "rows, columns" : "n"));
    }
    static const Pattern set(R"(\b(\w+)\s*=\s*[^=])");
    if (const auto match = set.first_in(seen.line);
        match && seen.says({"no match for 'operator='", "no viable overloaded '='"})) {
        const Name* name = seen.name((*match)[1]);
        if (name != nullptr && is_tensor(name->kind) && !name->is_const) {
            return fmt::format("one number is no {}; {}.fill(0.0) sets all its entries",
                               name->kind == Kind::vector ? "Vector" : "Matrix", name->name);
        }
    }
    for (const Call& call : seen.calls) {
        const Name* name = seen.name(call.qualifier.substr(0, call.qualifier.find('.')));
        if (call.name == "resize" && name != nullptr && is_tensor(name->kind) &&
            seen.says({"request for member", "member reference base type"})) {
            return "the sizes stand in braces; with all entries 0: " +
                   filled(name->kind == Kind::vector ? "Vector" : "Matrix", name->name,
                          boost::join(call.arguments, ", "));
        }
    }
    if (seen.says({"'Vector' is not a template", "'Matrix' is not a template"}) ||
        (seen.says({"expected unqualified-id"}) && boost::contains(seen.line, "Vector<"))) {
        return "Vector and Matrix hold doubles and take no < >: Vector z = "
               "xt::zeros<double>({n});";
    }
    return "";
}

// ── habits of numpy ─────────────────────────────────────────────────────────────────────────────

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

// ── rows and entries ────────────────────────────────────────────────────────────────────────────

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

// ── functions for the wrong kind of value ───────────────────────────────────────────────────────

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

// ── names ───────────────────────────────────────────────────────────────────────────────────────

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

// ── returning ───────────────────────────────────────────────────────────────────────────────────

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

std::string shapes(const Seen& seen)
{
    return seen.says({"static assertion failed", "static_assert failed"}) &&
                   (seen.notes("broadcast") || seen.notes("rank"))
               ? "a vector and a matrix, or two shapes that do not fit, in one expression"
               : "";
}

/// Blanks what stands in quotes.
std::string without_quotes(const std::string& line)
{
    std::string result = line;
    for (const Word& word : words_of(line, 1)) {
        if (word.text.front() == '"' && word.text.size() > 2) {
            result.replace(word.column, word.text.size() - 2, word.text.size() - 2, ' ');
        }
    }
    return result;
}

} // namespace

std::string hint_for(const CompileError& error, const StudentCode& code)
{
    constexpr std::size_t longest = 400; // a pattern recurses over every character
    Seen seen{error, code, without_quotes(first_bytes(code.line(error.line), longest)), {}, {}};
    seen.words = words_of(seen.line, error.line);
    seen.calls = calls_in(seen.words);
    // From the most certain to the most general.
    for (const auto rule : {missing_return,
                            foreign_sign,
                            at_sign,
                            prime,
                            loop,
                            empty_body,
                            slice,
                            condition,
                            power_sign,
                            unwritten_product,
                            of_this,
                            numpy,
                            library_with_dot,
                            zeros_function,
                            sized_container,
                            one_entry,
                            row,
                            container_from_number,
                            member,
                            brackets_of_members,
                            number_as_object,
                            reduction_without_brackets,
                            wrong_library,
                            reduction_of_number,
                            unknown_member_of_library,
                            template_arguments,
                            missing_brace,
                            brackets,
                            semicolon,
                            unknown_name,
                            other_unknown,
                            lazy_variable,
                            twice,
                            remainder,
                            constant,
                            wrong_product,
                            wrong_type,
                            shapes}) {
        if (const std::string hint = rule(seen); !hint.empty()) {
            return hint;
        }
    }
    return "";
}

} // namespace workbook
