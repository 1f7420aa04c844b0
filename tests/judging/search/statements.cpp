// Reads statements.
#include "judging/search/parser.hpp"

namespace judging::search {
namespace {

bool refuses_arguments(std::string_view name)
{
    return name == "require" || name.starts_with("require_") || name.starts_with("check_");
}

} // namespace

Node* Parser::make(Node::Kind kind, std::vector<Node*> children)
{
    Node node;
    node.kind = kind;
    node.children = std::move(children);
    return parts_.nodes.make(std::move(node));
}

Node* Parser::block()
{
    expect("{");
    scopes_.emplace_back();
    std::vector<Node*> statements;
    while (!accept("}")) {
        statements.push_back(statement());
    }
    scopes_.pop_back();
    return make(Node::Kind::block, std::move(statements));
}

bool Parser::begins_declaration()
{
    const std::size_t start = at_;
    skip_attribute();
    const bool type = try_type() != nullptr;
    const std::string_view after = peek(1);
    const bool result =
        type && !peek().empty() &&
        (std::isalpha(static_cast<unsigned char>(peek()[0])) != 0 || peek()[0] == '_') &&
        (after == "=" || after == "(" || after == "{" || after == ";" || after == ":" ||
         after == ",");
    at_ = start;
    return result;
}

Node* Parser::statement()
{
    if (peek() == "{") {
        return block();
    }
    if (accept(";")) {
        return make(Node::Kind::nothing);
    }
    if (accept("return")) {
        Node* const value = peek() == ";" ? make(Node::Kind::nothing) : whole_expression();
        expect(";");
        return make(Node::Kind::give, {value});
    }
    if (accept("break")) {
        expect(";");
        return make(Node::Kind::leave);
    }
    if (accept("continue")) {
        expect(";");
        return make(Node::Kind::go_on);
    }
    if (accept("throw")) {
        skip_statement();
        return make(Node::Kind::fail);
    }
    if (accept("if")) {
        accept("constexpr");
        expect("(");
        Node* const condition = whole_expression();
        expect(")");
        Node* const yes = statement();
        Node* const no = accept("else") ? statement() : make(Node::Kind::nothing);
        return make(Node::Kind::branch, {condition, yes, no});
    }
    if (accept("while")) {
        expect("(");
        Node* const condition = whole_expression();
        expect(")");
        return make(Node::Kind::repeat, {condition, statement()});
    }
    if (peek() == "for") {
        return loop();
    }
    if (refuses_arguments(peek()) && peek(1) == "(") {
        skip_statement();
        return make(Node::Kind::nothing);
    }
    if (begins_declaration()) {
        skip_attribute();
        const bool constant = peek() == "const" || peek() == "constexpr";
        Node* const made = declaration(type());
        made->constant = constant;
        expect(";");
        return made;
    }
    Node* const value = whole_expression();
    expect(";");
    return make(Node::Kind::evaluate, {value});
}

/// Behind its type: `a = 1.0, b{…}`. Several become a block without a scope of its own.
Node* Parser::declaration(const Type* type)
{
    std::vector<Node*> all;
    do {
        const std::string name(take());
        Node* value = nullptr;
        if (accept("=")) {
            value = whole_expression();
        } else if (accept("(")) {
            Node* const made = make(Node::Kind::construct, list_until(")"));
            made->type = type;
            value = make(Node::Kind::same, {made});
        } else if (peek() == "{") {
            value = make(Node::Kind::same, {braces()});
        } else {
            Node* const made = make(Node::Kind::construct);
            made->type = type;
            value = make(Node::Kind::same, {made});
        }
        Node* const made = make(Node::Kind::declare, {value});
        made->type = type;
        made->slot = declare(name, type);
        all.push_back(made);
    } while (accept(","));
    return all.size() == 1 ? all[0] : make(Node::Kind::block, std::move(all));
}

Node* Parser::loop()
{
    expect("for");
    expect("(");
    scopes_.emplace_back();
    Node* made = nullptr;
    const std::size_t start = at_;
    const bool declares = begins_declaration();
    const Type* const item = declares ? type() : nullptr;
    if (declares && peek(1) == ":") {
        bool constant = false;
        bool reference = false;
        for (std::size_t i = start; i < at_; ++i) {
            constant |= tokens_[i].text == "const";
            reference |= tokens_[i].text == "&";
        }
        const std::string name(take());
        expect(":");
        Node* const all = whole_expression();
        expect(")");
        const int slot = declare(name, item);
        made = make(Node::Kind::each, {all, statement()});
        made->slot = slot;
        made->type = item;
        made->reference = reference && !constant;
    } else {
        Node* begin = make(Node::Kind::nothing);
        if (declares) {
            begin = declaration(item);
        } else if (peek() != ";") {
            begin = make(Node::Kind::evaluate, {whole_expression()});
        }
        expect(";");
        Node* const condition = peek() == ";" ? make(Node::Kind::nothing) : whole_expression();
        expect(";");
        Node* const step = peek() == ")" ? make(Node::Kind::nothing) : whole_expression();
        expect(")");
        made = make(Node::Kind::loop, {begin, condition, step, statement()});
    }
    scopes_.pop_back();
    return made;
}

} // namespace judging::search
