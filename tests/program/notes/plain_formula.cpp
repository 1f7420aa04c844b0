#include "notes/plain_formula.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>

#include <map>
#include <set>

namespace workbook {

namespace {

std::string row(const pugi::xml_node& parent);

/// An operator that is not seen, as between "ln" and "x".
constexpr const char* function_application = "\u2061";

bool applies_a_function(const pugi::xml_node& element)
{
    return element.child_value() == std::string(function_application);
}

/// The signs of MathML that one types otherwise.
std::string typed(const std::string& sign)
{
    static const std::map<std::string, std::string> signs{
        {"−", "-"}, {"⋅", "·"}, {"∑", "Σ"}, {"∣", "|"},
        {"′", "'"}, {"⋯", "…"}, {"⟺", "⇔"}, {function_application, " "},
        {"⏟", ""}};
    const auto found = signs.find(sign);
    return found == signs.end() ? sign : found->second;
}

/// Between two numbers a sum, before one its sign.
bool is_sign(const std::string& part)
{
    return part == "+" || part == "-" || part == "±" || part == "∗";
}

bool is_relation_or_product(const std::string& part)
{
    static const std::set<std::string> signs{"=", "<", ">", "≤", "≥", "≠", "≈",
                                             "∈", "←", "→", "⇔", "·", "∘", ":"};
    return signs.count(part) != 0;
}

bool is_opening(const std::string& part)
{
    return part == "(" || part == "[" || part == "{";
}

/// With brackets where it is a sum.
std::string as_one(const std::string& part)
{
    const bool is_sum =
        part.find(" + ") != std::string::npos || part.find(" - ") != std::string::npos;
    return is_sum ? "(" + part + ")" : part;
}

std::string child(const pugi::xml_node& element, int number);

/// An exponent; the stroke of a derivative is one too.
std::string raised(const std::string& part)
{
    return boost::starts_with(part, "'") ? part : "^" + as_one(part);
}

/// An element of a formula, with what is in it.
std::string part_of(const pugi::xml_node& element)
{
    const std::string name = element.name();
    const auto part = [&](int number) { return child(element, number); };
    if (name == "mfrac") {
        return as_one(part(0)) + "/" + as_one(part(1));
    }
    if (name == "msqrt") {
        return "√" + as_one(row(element));
    }
    if (name == "msup") {
        return part(0) + raised(part(1));
    }
    if (name == "msubsup") {
        return part(0) + part(1) + raised(part(2));
    }
    if (name == "mover" || element.attribute("accent")) {
        return part(0); // ŷ is found as y
    }
    if (name == "mtr" || name == "mtd") {
        return row(element) + " ";
    }
    if (name == "mi" || name == "mn" || name == "mtext" || name == "mo") {
        return typed(element.child_value());
    }
    return name == "annotation" ? "" : row(element);
}

std::string child(const pugi::xml_node& element, int number)
{
    pugi::xml_node node = element.first_child();
    for (; number > 0; --number) {
        node = node.next_sibling();
    }
    return boost::trim_copy(part_of(node));
}

/// The parts side by side. Around + or = there are spaces, but not behind the sign of a number.
std::string row(const pugi::xml_node& parent)
{
    std::string text;
    bool after_operand = false;
    bool after_fraction = false;
    for (const pugi::xml_node& element : parent) {
        const std::string part = part_of(element);
        if (is_opening(part) && applies_a_function(element.previous_sibling())) {
            text.pop_back(); // tanh(z), but ln x
        }
        const bool is_operator = std::string(element.name()) == "mo";
        if (after_fraction && (is_opening(part) || !is_operator)) {
            text += ' '; // 1/2 x is not 1/2x
        }
        after_fraction = std::string(element.name()) == "mfrac";
        const bool is_spaced =
            is_operator && (is_relation_or_product(part) || (is_sign(part) && after_operand));
        text += is_spaced ? " " + part + " " : is_operator && part == "," ? ", " : part;
        if (!boost::trim_copy(part).empty()) {
            after_operand = !(is_operator && (is_relation_or_product(part) || is_sign(part) ||
                                              is_opening(part) || part == ","));
        }
    }
    return text;
}

} // namespace

std::string plain_formula(const pugi::xml_node& math)
{
    return boost::trim_copy(row(math));
}

} // namespace workbook
