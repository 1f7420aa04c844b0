// Reads what stands outside of functions: structs, enumerations, constants and signatures.
#include "judging/search/interpreter.hpp"
#include "judging/search/parser.hpp"

#include <algorithm>

namespace judging::search {
namespace {

/// The text with its preprocessor lines left empty.
std::string without_directives(std::string_view text)
{
    std::string result;
    bool goes_on = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const std::size_t first = line.find_first_not_of(" \t");
        const bool directive = goes_on || (first != std::string_view::npos && line[first] == '#');
        goes_on = directive && !line.empty() && line.back() == '\\';
        result += directive ? "" : line;
        result += '\n';
        at = end + 1;
    }
    return result;
}

} // namespace

Parser::Parser(Formulas::Parts& parts, std::string_view text)
    : parts_(parts), text_(without_directives(text)), tokens_(workbook::tokens_of(text_))
{
}

std::string_view Parser::peek(std::size_t ahead) const
{
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead].text : std::string_view{};
}

std::string_view Parser::take()
{
    if (at_end()) {
        fail("the text ends too early");
    }
    return tokens_[at_++].text;
}

bool Parser::accept(std::string_view text)
{
    if (peek() != text) {
        return false;
    }
    ++at_;
    return true;
}

void Parser::expect(std::string_view text)
{
    if (!accept(text)) {
        fail("'" + std::string(text) + "' is expected before '" + std::string(peek()) + "'");
    }
}

void Parser::fail(const std::string& what) const
{
    throw NotUnderstood{what};
}

/// Past a bracket and all that is in it.
void Parser::skip_bracket()
{
    int depth = 0;
    do {
        const std::string_view t = take();
        depth += t == "(" || t == "[" || t == "{" ? 1 : 0;
        depth -= t == ")" || t == "]" || t == "}" ? 1 : 0;
    } while (depth > 0);
}

void Parser::skip_statement()
{
    while (!at_end() && peek() != ";") {
        if (peek() == "(" || peek() == "[" || peek() == "{") {
            skip_bracket();
        } else {
            ++at_;
        }
    }
    accept(";");
}

void Parser::skip_attribute()
{
    while (peek() == "[" && peek(1) == "[") {
        skip_bracket();
    }
}

const Type* Parser::new_type(Type type)
{
    parts_.types.push_back(std::move(type));
    return &parts_.types.back();
}

const Type* Parser::base_type()
{
    const std::string_view t = peek();
    const auto plain = [&](Type::Kind kind) {
        ++at_;
        return new_type(Type(kind, std::string(t)));
    };
    if (t == "std" && peek(1) == "::") {
        const std::string_view name = peek(2);
        if (name == "size_t" || name == "uint64_t" || name == "uint32_t") {
            at_ += 2;
            return plain(Type::Kind::count);
        }
        if (name == "vector" && peek(3) == "<") {
            at_ += 4;
            const Type* const item = type();
            expect(">");
            Type list{Type::Kind::list, "std::vector"};
            list.item = item;
            return new_type(std::move(list));
        }
        if (name == "function" && peek(3) == "<") {
            at_ += 4;
            Type function{Type::Kind::function, "std::function"};
            function.item = type();
            expect("(");
            while (!accept(")")) {
                take();
            }
            expect(">");
            return new_type(std::move(function));
        }
        return nullptr;
    }
    if (t == "workbook" && peek(1) == "::") {
        at_ += 2;
        return base_type();
    }
    if (t == "unsigned" || t == "long") {
        const Type* const result = plain(t == "unsigned" ? Type::Kind::count : Type::Kind::whole);
        while (peek() == "int" || peek() == "long") {
            ++at_;
        }
        return result;
    }
    static const std::map<std::string_view, Type::Kind> known{
        {"auto", Type::Kind::automatic}, {"double", Type::Kind::number},
        {"float", Type::Kind::single},   {"int", Type::Kind::whole},
        {"size_t", Type::Kind::count},   {"bool", Type::Kind::truth},
        {"Vector", Type::Kind::vector},  {"Matrix", Type::Kind::matrix},
        {"Random", Type::Kind::random},  {"void", Type::Kind::nothing}};
    const auto kind = known.find(t);
    if (kind != known.end()) {
        return plain(kind->second);
    }
    const auto named = parts_.named_types.find(std::string(t));
    if (named != parts_.named_types.end()) {
        ++at_;
        return named->second;
    }
    return nullptr;
}

/// With its const and &; nullptr, and nothing is read, if no type begins here.
const Type* Parser::try_type()
{
    const std::size_t start = at_;
    while (peek() == "const" || peek() == "constexpr" || peek() == "static" || peek() == "inline") {
        ++at_;
    }
    const Type* const result = base_type();
    if (result == nullptr) {
        at_ = start;
        return nullptr;
    }
    while (peek() == "const" || peek() == "&" || peek() == "&&" || peek() == "*") {
        ++at_;
    }
    return result;
}

const Type* Parser::type()
{
    const Type* const result = try_type();
    if (result == nullptr) {
        fail("no type begins with '" + std::string(peek()) + "'");
    }
    return result;
}

void Parser::structure()
{
    expect("struct");
    Type made{Type::Kind::structure, std::string(take())};
    expect("{");
    while (!accept("}")) {
        const Type* const field = type();
        do {
            made.fields.push_back({std::string(take()), field});
            while (peek() != ";" && peek() != ",") { // its initial value
                take();
            }
        } while (accept(","));
        expect(";");
    }
    expect(";");
    const std::string name = made.name;
    parts_.named_types[name] = new_type(std::move(made));
}

void Parser::enumeration()
{
    expect("enum");
    accept("class");
    Type made{Type::Kind::enumeration, std::string(take())};
    expect("{");
    while (!accept("}")) {
        made.values.emplace_back(take());
        parts_.constants[made.name + "::" + made.values.back()] =
            Value::whole(static_cast<std::int64_t>(made.values.size()) - 1);
        accept(",");
    }
    expect(";");
    const std::string name = made.name;
    parts_.named_types[name] = new_type(std::move(made));
}

void Parser::alias()
{
    expect("using");
    if (peek() == "namespace" || peek(1) != "=") {
        skip_statement();
        return;
    }
    const std::string name(take());
    expect("=");
    const Type* const meaning = type();
    expect(";");
    parts_.named_types[name] = meaning;
}

/// `double selu_alpha = 1.67;` behind its type; a constant whose value cannot be worked out is left
/// out.
void Parser::constant()
{
    const std::string name(take());
    expect("=");
    Function outside;
    current_ = &outside;
    scopes_.assign(1, {});
    Node* const value = whole_expression();
    expect(";");
    Interpreter interpreter;
    std::vector<Value> slots;
    parts_.constants[name] = interpreter.evaluate(*value, slots);
}

/// A signature, and its body where it has one.
void Parser::function()
{
    const Type* const result = type();
    if (peek(1) == "=") {
        constant();
        return;
    }
    const std::string name(take());
    expect("(");
    Function made;
    made.name = name;
    made.result = result;
    current_ = &made;
    scopes_.assign(1, {});
    while (!accept(")")) {
        skip_attribute();
        const Type* const parameter = type();
        const std::string as = peek() == "," || peek() == ")" ? "" : std::string(take());
        made.parameters.push_back({as, parameter});
        declare(as, parameter);
        accept(",");
    }
    if (accept(";")) {
        return;
    }
    const std::size_t start = at_;
    try {
        made.body = block();
    } catch (const NotUnderstood& problem) {
        made.body = nullptr;
        made.problem = problem.what;
        at_ = start;
        skip_bracket();
    }
    current_ = nullptr;
    parts_.functions.push_back(std::move(made));
    parts_.by_name[name] = &parts_.functions.back();
}

void Parser::file()
{
    while (!at_end()) {
        const std::size_t start = at_;
        try {
            skip_attribute();
            if (peek() == "namespace") {
                while (take() != "{") {
                }
            } else if (peek() == "}" || peek() == ";") {
                take();
            } else if (peek() == "template") {
                while (take() != ">") { // template <class F>: F is whatever comes
                    if (peek() != "class" && peek() != "typename" && peek() != "<" &&
                        peek() != ">" && peek() != ",") {
                        parts_.named_types[std::string(peek())] =
                            new_type(Type(Type::Kind::automatic, "auto"));
                    }
                }
            } else if (peek() == "struct") {
                structure();
            } else if (peek() == "enum") {
                enumeration();
            } else if (peek() == "using") {
                alias();
            } else {
                function();
            }
        } catch (const NotUnderstood&) {
            at_ = start;
            // past this declaration: to its `;`, or to the end of its body
            while (!at_end() && peek() != ";" && peek() != "{") {
                ++at_;
            }
            if (peek() == "{") {
                skip_bracket();
            }
            accept(";");
        }
    }
}

void Parser::body(Function& function)
{
    current_ = &function;
    scopes_.assign(1, {});
    for (const Parameter& parameter : function.parameters) {
        declare(parameter.name, parameter.type);
    }
    std::vector<Node*> statements;
    while (!at_end()) {
        statements.push_back(statement());
    }
    function.body = make(Node::Kind::block, std::move(statements));
    current_ = nullptr;
}

int Parser::declare(const std::string& name, const Type* type)
{
    current_->names.push_back(name);
    current_->types.push_back(type);
    const int slot = static_cast<int>(current_->names.size()) - 1;
    scopes_.back()[name] = slot;
    return slot;
}

int Parser::find(std::string_view name) const
{
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
        const auto found = scope->find(name);
        if (found != scope->end()) {
            return found->second;
        }
    }
    return -1;
}

} // namespace judging::search
