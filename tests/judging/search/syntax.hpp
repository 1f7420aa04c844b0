/// @file
/// The tree of a formula: what a chapter's solution looks like once its text has been read.
#pragma once

#include "judging/search/builtins.hpp"
#include "judging/search/value.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace judging::search {

/// A member of a struct.
struct Field {
    std::string name;
    const Type* type;
};

/// A type of the language that solutions are written in.
struct Type {
    enum class Kind {
        automatic, ///< auto
        number,
        single, ///< float
        whole,
        count,
        truth,
        vector,
        matrix,
        list,
        structure,
        enumeration,
        function,
        random,
        nothing ///< void
    };
    explicit Type(Kind kind_, std::string name_ = "") : kind(kind_), name(std::move(name_)) {}

    Kind kind;
    std::string name;
    const Type* item = nullptr;      ///< of a list; what a function returns
    std::vector<Field> fields;       ///< of a struct
    std::vector<std::string> values; ///< of an enumeration

    bool is_arithmetic() const { return kind >= Kind::number && kind <= Kind::truth; }
    bool is_integer() const
    {
        return kind == Kind::whole || kind == Kind::count || kind == Kind::truth;
    }
};

struct Function;

/// One node. `children` are in the order in which they are written; one that is left out (the end
/// condition of `for (;;)`) is a node of kind `nothing`.
struct Node {
    enum class Kind : std::uint8_t {
        nothing,
        literal,   ///< `value`
        name,      ///< the variable at `slot`
        same,      ///< (a): brackets, and the whole of an expression
        unary,     ///< op a
        step,      ///< ++a, −−a; `after` if it stands behind
        binary,    ///< a op b
        assign,    ///< a op= b
        choose,    ///< condition ? a : b
        call,      ///< of a function of the chapter
        builtin,   ///< of a function of the library
        member,    ///< a.name
        method,    ///< a.method(…)
        apply,     ///< a(…): an entry of a vector or matrix, or a call of a function
        index,     ///< a[i]
        braces,    ///< {a, b}
        construct, ///< Type(…) or static_cast<Type>(…)
        lambda,    ///< its parameters are at `slots`
        // statements
        block,
        declare,  ///< type name = a; `slot`
        evaluate, ///< a;
        branch,   ///< if (condition) a else b
        loop,     ///< for (begin; condition; step) body
        each,     ///< for (type name : a) body
        repeat,   ///< while (condition) body
        give,     ///< return a;
        leave,    ///< break;
        go_on,    ///< continue;
        fail      ///< throw a;
    };
    Kind kind = Kind::nothing;
    Operator op = Operator::none;
    Builtin builtin = Builtin::none;
    Method method = Method::none;
    bool after = false;
    bool constant = false;    ///< `const double a = …`
    bool reference = false;   ///< `for (auto& x : a)`
    std::uint32_t id = 0;     ///< its number in the formulas it belongs to
    std::uint32_t origin = 0; ///< in a copy: the number of what it is a copy of
    int slot = -1;
    const Type* type = nullptr; ///< of a declaration, construction or cast
    const std::string* name = nullptr;
    const Function* function = nullptr;
    std::vector<int>
        slots; ///< of a lambda; of `each` in a draft: number of the pass, is it the last
    Value value;
    std::vector<Node*> children;
};

struct Parameter {
    std::string name;
    const Type* type;
};

/// A function. Its parameters are at the slots 0, 1 …
struct Function {
    std::string name;
    const Type* result = nullptr;
    std::vector<Parameter> parameters;
    std::vector<std::string> names; ///< of the variables, by slot
    std::vector<const Type*> types; ///< of the variables
    Node* body = nullptr;           ///< nullptr: not understood
    std::string problem;            ///< what was not understood
};

/// Where nodes live.
class Nodes {
public:
    Node* make(Node node);
    /// A copy of a whole tree.
    Node* copy(const Node& node);
    std::size_t size() const { return nodes_.size(); }
    const std::string* name(const std::string& text);

private:
    std::deque<Node> nodes_;
    std::deque<std::string> names_;
};

/// A chapter's functions, structs and constants.
class Formulas {
public:
    /// From the texts of the chapter's headers and of its solution. What is not understood is left
    /// out: is_understood() tells.
    Formulas(const std::vector<std::string>& headers, const std::string& solution);
    ~Formulas();
    Formulas(const Formulas&) = delete;
    Formulas& operator=(const Formulas&) = delete;

    /// A function with another body, the text between its braces; nullptr if that is not
    /// understood.
    std::unique_ptr<Function> with_body(const std::string& function, const std::string& body) const;

    const Function* find(const std::string& name) const;
    const Type* type(const std::string& name) const;
    /// Whether the function and all that it calls are understood; if not, `why` says what is not.
    bool is_understood(const std::string& function, std::string* why = nullptr) const;
    std::vector<std::string> functions() const;

private:
    friend class Parser;
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace judging::search
