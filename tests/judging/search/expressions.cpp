// Reads expressions.
#include "judging/search/parser.hpp"

#include <array>
#include <charconv>
#include <cstdlib>

namespace judging::search {
namespace {

struct Precedence {
    std::string_view sign;
    Operator op;
    int level;
};

constexpr std::array<Precedence, 13> operators{{{"||", Operator::either, 0},
                                                {"&&", Operator::both, 1},
                                                {"==", Operator::equal, 2},
                                                {"!=", Operator::unequal, 2},
                                                {"<", Operator::less, 3},
                                                {"<=", Operator::less_equal, 3},
                                                {">", Operator::greater, 3},
                                                {">=", Operator::greater_equal, 3},
                                                {"+", Operator::plus, 4},
                                                {"-", Operator::minus, 4},
                                                {"*", Operator::times, 5},
                                                {"/", Operator::divide, 5},
                                                {"%", Operator::remainder, 5}}};
constexpr int last_level = 5;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// 1.0, 1e-5, 3, 3u, 2.0f, 1'000
Value literal(std::string_view text)
{
    std::string digits;
    bool whole = true;
    bool counts = false;
    for (const char c : text) {
        if (c == '\'') {
            continue;
        }
        whole &= c != '.' && c != 'e' && c != 'E' && c != 'f';
        counts |= c == 'u' || c == 'U';
        digits += c;
    }
    if (!whole) {
        return Value::number(std::strtod(digits.c_str(), nullptr));
    }
    const long long number = std::strtoll(digits.c_str(), nullptr, 10);
    return counts ? Value::count(static_cast<std::uint64_t>(number)) : Value::whole(number);
}

} // namespace

/// A whole expression has a node of its own above it.
Node* Parser::whole_expression()
{
    return make(Node::Kind::same, {expression()});
}

Node* Parser::expression()
{
    Node* const left = choice();
    struct Assignment {
        std::string_view sign;
        Operator op;
    };
    static constexpr std::array<Assignment, 6> assignments{{{"=", Operator::none},
                                                            {"+=", Operator::plus},
                                                            {"-=", Operator::minus},
                                                            {"*=", Operator::times},
                                                            {"/=", Operator::divide},
                                                            {"%=", Operator::remainder}}};
    for (const auto& [sign, op] : assignments) {
        if (accept(sign)) {
            Node* const made =
                make(Node::Kind::assign, {left, make(Node::Kind::same, {expression()})});
            made->op = op;
            return made;
        }
    }
    return left;
}

Node* Parser::choice()
{
    Node* const condition = binary(0);
    if (!accept("?")) {
        return condition;
    }
    Node* const yes = expression();
    expect(":");
    return make(Node::Kind::choose, {condition, yes, expression()});
}

Node* Parser::binary(int level)
{
    if (level > last_level) {
        return unary();
    }
    Node* left = binary(level + 1);
    while (true) {
        const Precedence* found = nullptr;
        for (const Precedence& p : operators) {
            if (p.level == level && p.sign == peek()) {
                found = &p;
            }
        }
        if (found == nullptr) {
            return left;
        }
        take();
        left = make(Node::Kind::binary, {left, binary(level + 1)});
        left->op = found->op;
    }
}

Node* Parser::unary()
{
    if (accept("-")) {
        // −1.5 is a number of its own, so that an edit can change its sign and its size
        if (!peek().empty() && is_digit(peek()[0]) && peek(1) != "(") {
            Node* const number = primary();
            number->value = operate(Operator::negate, number->value);
            return number;
        }
        Node* const made = make(Node::Kind::unary, {unary()});
        made->op = Operator::negate;
        return made;
    }
    if (accept("+")) {
        return unary();
    }
    if (accept("!")) {
        Node* const made = make(Node::Kind::unary, {unary()});
        made->op = Operator::invert;
        return made;
    }
    if (accept("*")) { // *std::max_element(…): it gives the item here
        return unary();
    }
    if (peek() == "++" || peek() == "--") {
        const Operator op = take() == "++" ? Operator::plus : Operator::minus;
        Node* const made = make(Node::Kind::step, {unary()});
        made->op = op;
        return made;
    }
    return postfix();
}

Node* Parser::postfix()
{
    Node* made = primary();
    while (true) {
        if (accept(".")) {
            const std::string name(take());
            if (accept("(")) {
                const Method method = method_named(name);
                std::vector<Node*> children = list_until(")");
                if (method == Method::none && name != "reserve") { // unit.w(i)
                    made = make(Node::Kind::member, {made});
                    made->name = parts_.nodes.name(name);
                    children.insert(children.begin(), made);
                    made = make(Node::Kind::apply, std::move(children));
                    continue;
                }
                children.insert(children.begin(), made);
                made = make(Node::Kind::method, std::move(children));
                made->method = method;
            } else {
                made = make(Node::Kind::member, {made});
            }
            made->name = parts_.nodes.name(name);
        } else if (accept("(")) {
            std::vector<Node*> children = list_until(")");
            children.insert(children.begin(), made);
            made = make(Node::Kind::apply, std::move(children));
        } else if (accept("[")) {
            Node* const index = expression();
            expect("]");
            made = make(Node::Kind::index, {made, index});
        } else if (peek() == "++" || peek() == "--") {
            const Operator op = take() == "++" ? Operator::plus : Operator::minus;
            made = make(Node::Kind::step, {made});
            made->op = op;
            made->after = true;
        } else {
            return made;
        }
    }
}

std::vector<Node*> Parser::list_until(std::string_view end)
{
    std::vector<Node*> items;
    while (!accept(end)) {
        items.push_back(peek() == "{" ? braces() : expression());
        if (peek() != end) {
            expect(",");
        }
    }
    return items;
}

Node* Parser::braces()
{
    expect("{");
    return make(Node::Kind::braces, list_until("}"));
}

Node* Parser::lambda()
{
    skip_bracket(); // what it captures
    scopes_.emplace_back();
    std::vector<int> slots;
    if (accept("(")) {
        while (!accept(")")) {
            const Type* const parameter = type();
            slots.push_back(
                declare(peek() == "," || peek() == ")" ? "" : std::string(take()), parameter));
            accept(",");
        }
    }
    const Type* const result = accept("->") ? type() : nullptr;
    Node* const made = make(Node::Kind::lambda, {block()});
    scopes_.pop_back();
    made->slots = std::move(slots);
    made->type = result;
    return made;
}

Node* Parser::construction(const Type* type)
{
    Node* const made =
        peek() == "{" ? make(Node::Kind::construct, {braces()}) : make(Node::Kind::construct);
    if (made->children.empty()) {
        expect("(");
        made->children = list_until(")");
    }
    made->type = type;
    return made;
}

Node* Parser::primary()
{
    const std::string_view t = peek();
    if (t.empty()) {
        fail("an expression is expected");
    }
    if (is_digit(t[0]) || t[0] == '.') {
        Node* const made = make(Node::Kind::literal);
        made->value = literal(take());
        return made;
    }
    if (t == "true" || t == "false") {
        Node* const made = make(Node::Kind::literal);
        made->value = Value::truth(take() == "true");
        return made;
    }
    if (t == "(") {
        take();
        const std::size_t start = at_;
        if (const Type* const cast = try_type(); cast != nullptr && accept(")")) {
            Node* const made = make(Node::Kind::construct, {unary()});
            made->type = cast;
            return made;
        }
        at_ = start;
        Node* const inner = expression();
        expect(")");
        return make(Node::Kind::same, {inner});
    }
    if (t == "{") {
        return braces();
    }
    if (t == "[") {
        return lambda();
    }
    if (t == "static_cast") {
        take();
        expect("<");
        const Type* const to = type();
        expect(">");
        return construction(to);
    }
    if (find(t) < 0) {
        const std::size_t start = at_;
        if (const Type* const made = try_type();
            made != nullptr && (peek() == "(" || peek() == "{")) {
            return construction(made);
        }
        at_ = start;
    }
    return name();
}

/// A variable, a constant, or a function that is called: the last part of `xt::zeros<double>`.
Node* Parser::name()
{
    std::string full(take());
    std::string last = full;
    if (const int slot = find(full); slot >= 0) {
        Node* const made = make(Node::Kind::name);
        made->slot = slot;
        made->name = parts_.nodes.name(full);
        return made;
    }
    while (true) {
        if (accept("::")) {
            last = take();
            full += "::" + last;
        } else if (peek() == "<" && (last == "zeros" || last == "ones" ||
                                     last == "numeric_limits" || last == "cast" || last == "eye")) {
            take();
            type();
            expect(">");
        } else {
            break;
        }
    }
    const bool outside = full != last; // std:: or xt::
    if (const auto constant = parts_.constants.find(full); constant != parts_.constants.end()) {
        Node* const made = make(Node::Kind::literal);
        made->value = constant->second;
        made->name = parts_.nodes.name(full);
        return made;
    }
    const Builtin builtin = builtin_named(last);
    if (accept("(")) {
        std::vector<Node*> arguments = list_until(")");
        if (!outside && (parts_.by_name.count(last) == 1 || builtin == Builtin::none)) {
            Node* const made = make(Node::Kind::call, std::move(arguments));
            made->name = parts_.nodes.name(last);
            return made;
        }
        if (builtin == Builtin::none) {
            fail(full + "() is not known");
        }
        Node* const made = make(Node::Kind::builtin, std::move(arguments));
        made->builtin = builtin;
        return made;
    }
    if (builtin == Builtin::keep_dims) {
        Node* const made = make(Node::Kind::builtin);
        made->builtin = builtin;
        return made;
    }
    Node* const made = make(Node::Kind::call); // a function as an argument
    made->name = parts_.nodes.name(last);
    made->after = true;
    return made;
}

} // namespace judging::search
