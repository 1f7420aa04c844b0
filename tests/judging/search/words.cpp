#include "judging/search/words.hpp"

#include "judging/search/edits.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <map>

namespace judging::search {
namespace {

using Kind = Node::Kind;

/// How tightly an expression holds together: what binds less needs brackets.
enum Binding { choice, logic, comparison, sum, product, sign, atom };

struct Spoken {
    std::string text;
    Binding binding = atom;
};

/// They stand around a name that the student has not seen, until explained() takes them away.
constexpr const char* opens = "\x01";
constexpr const char* closes = "\x02";

Spoken of(const Node& node, const Function& function);

std::string within(const Node& node, const Function& function, Binding least)
{
    const Spoken inner = of(node, function);
    return inner.binding < least ? "(" + inner.text + ")" : inner.text;
}

std::string list(const Node& node, const Function& function, std::size_t from)
{
    std::string text;
    for (std::size_t i = from; i < node.children.size(); ++i) {
        text += (i == from ? "" : ", ") + of(*node.children[i], function).text;
    }
    return text;
}

std::string number(const Value& value)
{
    if (value.kind() == Value::Kind::truth) {
        return value.as_truth() ? "true" : "false";
    }
    const double x = value.as_number();
    if (std::isinf(x)) {
        return x > 0 ? "∞" : "−∞";
    }
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.6g", std::abs(x));
    return (x < 0 ? "−" : "") + std::string(text.data());
}

Spoken binary(const Node& node, const Function& function)
{
    static const std::map<Operator, std::pair<const char*, Binding>> signs{
        {Operator::plus, {" + ", sum}},
        {Operator::minus, {" − ", sum}},
        {Operator::times, {" · ", product}},
        {Operator::divide, {" / ", product}},
        {Operator::remainder, {" % ", product}},
        {Operator::less, {" < ", comparison}},
        {Operator::less_equal, {" ≤ ", comparison}},
        {Operator::greater, {" > ", comparison}},
        {Operator::greater_equal, {" ≥ ", comparison}},
        {Operator::equal, {" = ", comparison}},
        {Operator::unequal, {" ≠ ", comparison}},
        {Operator::both, {" and ", logic}},
        {Operator::either, {" or ", logic}}};
    const auto& [sign, binding] = signs.at(node.op);
    const Binding right = node.op == Operator::minus || node.op == Operator::divide
                              ? static_cast<Binding>(binding + 1)
                              : binding;
    return {within(*node.children[0], function, binding) + sign +
                within(*node.children[1], function, right),
            binding};
}

Spoken builtin(const Node& node, const Function& function)
{
    const auto argument = [&](std::size_t i, Binding least) {
        return within(*node.children[i], function, least);
    };
    switch (node.builtin) {
    case Builtin::transpose: return {argument(0, atom) + "ᵀ"};
    case Builtin::matmul:
    case Builtin::matvec: return {argument(0, atom) + " " + argument(1, atom), product};
    case Builtin::dot: return {argument(0, atom) + "·" + argument(1, atom), product};
    case Builtin::outer: return {argument(0, atom) + " " + argument(1, atom) + "ᵀ", product};
    case Builtin::square: return {argument(0, atom) + "²"};
    case Builtin::sqrt: return {"√" + argument(0, atom)};
    case Builtin::abs: return {"|" + of(*node.children[0], function).text + "|"};
    case Builtin::infinity: return {"∞"};
    case Builtin::pow: return {argument(0, atom) + "^" + argument(1, atom)};
    case Builtin::zeros: return {"0"};
    case Builtin::ones: return {"1"};
    case Builtin::row: return {"row " + argument(1, atom) + " of " + argument(0, atom), choice};
    case Builtin::view:
        if (node.children.size() == 3 && bare(*node.children[2]).builtin == Builtin::all) {
            return {"row " + argument(1, atom) + " of " + argument(0, atom), choice};
        }
        if (node.children.size() == 3 && bare(*node.children[1]).builtin == Builtin::all &&
            bare(*node.children[2]).builtin != Builtin::range) {
            return {"column " + argument(2, atom) + " of " + argument(0, atom), choice};
        }
        break;
    case Builtin::range: return {argument(0, atom) + " … " + argument(1, atom)};
    case Builtin::all: return {"all"};
    default: break;
    }
    const bool along = is_reduction(node.builtin) && node.children.size() > 1 &&
                       node.children[1]->kind == Kind::braces &&
                       node.children[1]->children.size() == 1 &&
                       bare(*node.children[1]->children[0]).kind == Kind::literal;
    if (along) {
        const bool columns = bare(*node.children[1]->children[0]).value.as_number() == 0.0;
        return {spoken_name(node.builtin) + " of each " + (columns ? "column" : "row") + " of " +
                    argument(0, atom),
                choice};
    }
    return {std::string(name_of(node.builtin)) + "(" + list(node, function, 0) + ")"};
}

Spoken of(const Node& node, const Function& function)
{
    switch (node.kind) {
    case Kind::same: return of(*node.children[0], function);
    case Kind::literal:
        if (node.name != nullptr) {
            return {spoken(*node.name)};
        }
        return {number(node.value),
                node.value.is_number() && node.value.as_number() < 0 ? sign : atom};
    case Kind::name: {
        const std::string name = spoken(function.names[static_cast<std::size_t>(node.slot)]);
        const bool own = node.slot >= static_cast<int>(function.parameters.size());
        return {own ? opens + name + closes : name};
    }
    case Kind::assign: {
        static const std::map<Operator, const char*> signs{{Operator::none, " = "},
                                                           {Operator::plus, " += "},
                                                           {Operator::minus, " −= "},
                                                           {Operator::times, " ·= "},
                                                           {Operator::divide, " /= "}};
        const auto sign = signs.find(node.op);
        return {of(*node.children[0], function).text +
                    (sign == signs.end() ? " = " : sign->second) +
                    of(*node.children[1], function).text,
                choice};
    }
    case Kind::unary:
        return {(node.op == Operator::negate ? "−" : "not ") +
                    within(*node.children[0], function, product),
                sign};
    case Kind::binary: return binary(node, function);
    case Kind::choose:
        return {of(*node.children[1], function).text + " if " +
                    of(*node.children[0], function).text + ", else " +
                    of(*node.children[2], function).text,
                choice};
    case Kind::call:
        if (node.name->starts_with("known_")) {
            return {node.name->substr(6) + "(" + list(node, function, 0) + ")"};
        }
        return {*node.name + (node.after ? "" : "(" + list(node, function, 0) + ")")};
    case Kind::builtin: return builtin(node, function);
    case Kind::member:
        return {within(*node.children[0], function, atom) + "." + spoken(*node.name)};
    case Kind::method:
        if (node.method == Method::shape && node.children.size() == 2 &&
            node.children[1]->kind == Kind::literal) {
            const bool rows = node.children[1]->value.as_number() == 0.0;
            return {std::string("the number of ") + (rows ? "rows of " : "columns of ") +
                    of(*node.children[0], function).text};
        }
        if (node.method == Method::size) {
            return {"the number of entries of " + of(*node.children[0], function).text};
        }
        return {within(*node.children[0], function, atom) + "." +
                std::string(name_of(node.method)) + "(" + list(node, function, 1) + ")"};
    case Kind::apply:
        if (node.children.size() == 1) { // xt::sum(v)()
            return of(*node.children[0], function);
        }
        return {within(*node.children[0], function, atom) + "(" + list(node, function, 1) + ")"};
    case Kind::index:
        return {within(*node.children[0], function, atom) + "[" +
                of(*node.children[1], function).text + "]"};
    case Kind::braces: return {"{" + list(node, function, 0) + "}"};
    case Kind::construct:
        if (node.children.size() == 1 && node.type->kind != Type::Kind::whole) {
            return of(*node.children[0], function);
        }
        return {node.type->name + "(" + list(node, function, 0) + ")"};
    case Kind::lambda: return {"the function"};
    default: return {"…"};
    }
}

} // namespace

std::string spoken(const std::string& name)
{
    static const std::map<std::string, std::string> letters{
        {"eta", "η"},     {"alpha", "α"}, {"beta", "β"},         {"gamma", "γ"},
        {"delta", "δ"},   {"kappa", "κ"}, {"sigma", "σ"},        {"lambda", "λ"},
        {"epsilon", "ε"}, {"theta", "θ"}, {"Epsilon", "Epsilon"}};
    const std::size_t end = std::min(name.find('_'), name.size());
    const auto letter = letters.find(name.substr(0, end));
    const bool index = name.size() - end <= 3; // delta_o, beta_1
    return letter == letters.end() || !index ? name : letter->second + name.substr(end);
}

namespace {

bool is_part_of_name(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
           static_cast<unsigned char>(c) >= 0xCE;
}

/// Where a name stands in a sentence, and not as a part of another.
std::size_t place_of(const std::string& name, const std::string& sentence)
{
    for (std::size_t at = sentence.find(name); at != std::string::npos;
         at = sentence.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins =
            at == 0 || (!is_part_of_name(sentence[at - 1]) && sentence[at - 1] != '.');
        const bool ends = end == sentence.size() || !is_part_of_name(sentence[end]);
        const bool word = at > 1 && sentence.compare(at - 2, 2, "a ") == 0; // "a" of "a sum"
        if (begins && ends && !word) {
            return at;
        }
    }
    return std::string::npos;
}

/// The declarations in a tree, in their order.
void declarations_of(const Node& node, std::vector<const Node*>& found)
{
    if (node.kind == Kind::declare && node.constant) {
        found.push_back(&node);
    }
    for (const Node* child : node.children) {
        if (node.kind != Kind::loop || child != node.children[0]) { // not the counters
            declarations_of(*child, found);
        }
    }
}

} // namespace

bool mentions_variable(const std::string& sentence, const Function& function)
{
    for (std::size_t slot = function.parameters.size(); slot < function.names.size(); ++slot) {
        if (function.names[slot].size() > 1 &&
            place_of(spoken(function.names[slot]), sentence) != std::string::npos) {
            return true;
        }
    }
    return false;
}

std::string without_marks(std::string text)
{
    std::erase_if(text, [](char c) { return c == *opens || c == *closes; });
    return text;
}

std::string explained(const std::string& sentence, const Function& function)
{
    constexpr std::size_t longest = 48;
    std::vector<const Node*> declared;
    declarations_of(*function.body, declared);
    std::string meanings;
    for (const Node* declaration : declared) {
        const std::string name =
            spoken(function.names[static_cast<std::size_t>(declaration->slot)]);
        const std::string meaning = without_marks(of(*declaration->children[0], function).text);
        const bool useful = meaning.find("…") == std::string::npos &&
                            meaning.find("the function") == std::string::npos &&
                            meaning.find('{') == std::string::npos && !meaning.empty() &&
                            meaning.size() <= longest;
        const bool mentioned = sentence.find(opens + name + closes) != std::string::npos;
        if (mentioned && useful && meaning != name &&
            meanings.find(name + " = ") == std::string::npos) {
            meanings += (meanings.empty() ? "" : "; ") + name + " = " + meaning;
        }
    }
    return without_marks(sentence) + (meanings.empty() ? "" : " (" + meanings + ")");
}

std::string spoken(const Node& node, const Function& function)
{
    std::string text = of(node, function).text;
    constexpr std::size_t longest = 70;
    if (text.size() > longest) {
        std::size_t cut = text.rfind(' ', longest);
        cut = cut == std::string::npos ? longest : cut;
        text = text.substr(0, cut) + " …";
    }
    return text;
}

bool speaks_of_zero(const std::string& words)
{
    for (std::size_t at = words.find('0'); at != std::string::npos; at = words.find('0', at + 1)) {
        const bool begins = at == 0 || words[at - 1] == ' ';
        const bool ends = at + 1 == words.size() || words[at + 1] == ' ' || words[at + 1] == ':';
        if (begins && ends) {
            return true;
        }
    }
    return words.find("integer") != std::string::npos;
}

} // namespace judging::search
