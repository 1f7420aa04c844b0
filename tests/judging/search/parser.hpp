/// @file
/// Reads the C++ that solutions are written in.
#pragma once

#include "judging/search/syntax.hpp"

#include "course/tokens.hpp"

#include <set>

namespace judging::search {

/// What was read of a chapter.
struct Formulas::Parts {
    Nodes nodes;
    std::deque<Type> types;
    std::map<std::string, const Type*> named_types;
    std::map<std::string, Value> constants; ///< also "Epsilon::inside"
    std::deque<Function> functions;
    std::map<std::string, Function*> by_name;
};

/// A text that is not of this language.
struct NotUnderstood {
    std::string what;
};

class Parser {
public:
    Parser(Formulas::Parts& parts, std::string_view text);

    /// Reads a whole file.
    void file();
    /// Reads a body, the text between braces, into `function`, whose parameters are known.
    void body(Function& function);

private:
    using Tokens = std::vector<workbook::Token>;

    // tokens
    std::string_view peek(std::size_t ahead = 0) const;
    std::string_view take();
    bool accept(std::string_view text);
    void expect(std::string_view text);
    void skip_bracket();
    void skip_statement();
    void skip_attribute();
    bool at_end() const { return at_ >= tokens_.size(); }
    [[noreturn]] void fail(const std::string& what) const;

    // declarations, in declarations.cpp
    void structure();
    void enumeration();
    void alias();
    void constant();
    void function();
    const Type* type();
    const Type* try_type();
    const Type* base_type();
    const Type* new_type(Type type);

    // statements
    Node* block();
    Node* statement();
    Node* declaration(const Type* type);
    Node* loop();
    bool begins_declaration();

    // expressions
    Node* whole_expression();
    Node* expression();
    Node* choice();
    Node* binary(int level);
    Node* unary();
    Node* postfix();
    Node* primary();
    Node* name();
    Node* braces();
    Node* lambda();
    Node* construction(const Type* type);
    std::vector<Node*> list_until(std::string_view end);
    Node* make(Node::Kind kind, std::vector<Node*> children = {});

    // variables
    int declare(const std::string& name, const Type* type);
    int find(std::string_view name) const;

    Formulas::Parts& parts_;
    std::string text_;
    Tokens tokens_;
    std::size_t at_ = 0;
    Function* current_ = nullptr;
    std::vector<std::map<std::string, int, std::less<>>> scopes_;
};

} // namespace judging::search
