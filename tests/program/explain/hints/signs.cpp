// Signs of the keyboard that mean something else in C++, and powers.
#include "explain/hints/rules.hpp"

#include "common/system/pattern.hpp"
#include "common/system/text.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace workbook::hints {

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

} // namespace workbook::hints
