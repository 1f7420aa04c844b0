// Slips with statements: one forgotten, two in the wrong order, loops, branches, results.
#include "judging/search/editor.hpp"

#include <algorithm>
#include <limits>

namespace judging::search {
namespace {

bool assigns(const Node& statement, const Node*& target)
{
    if (statement.kind != Node::Kind::evaluate) {
        return false;
    }
    const Node& inner = bare(*statement.children[0]);
    if (inner.kind != Node::Kind::assign) {
        return false;
    }
    target = inner.children[0];
    return true;
}

} // namespace

/// Statements left out, in the wrong order, moved into a loop or out of it.
void Editor::statements(Node& block)
{
    std::vector<Node*>& all = block.children;
    for (std::size_t i = 0; i < all.size(); ++i) {
        Node& statement = *all[i];
        const Node* target = nullptr;
        if (assigns(statement, target)) {
            put(statement, content(Kind::nothing), 1.2,
                say(text(*target) + " is not changed here: the line that does it is missing"),
                key_of(81, target->name == nullptr ? 0 : std::hash<std::string>{}(*target->name)));
        } else if (statement.kind == Kind::evaluate || statement.kind == Kind::branch) {
            const std::string what = statement.kind == Kind::branch
                                         ? "the case " + text(*statement.children[0])
                                         : text(*statement.children[0]);
            put(statement, content(Kind::nothing), 1.4, say(what + " is missing"));
        } else if (statement.kind == Kind::loop || statement.kind == Kind::each) {
            put(statement, content(Kind::nothing), 2.2, say(step(statement) + " is missing"));
        }
        if (i + 1 < all.size() && statement.kind != Kind::give && all[i + 1]->kind != Kind::give) {
            Node first = *all[i];
            Node second = *all[i + 1];
            put({{all[i], second}, {all[i + 1], first}}, 1.6,
                say(step(first) + " comes too late: it belongs before " + step(second)));
        }
        // `double sum = 0.0;` before the loop that belongs into it, and the reverse
        const bool is_loop = statement.kind == Kind::loop || statement.kind == Kind::each;
        Node* const body = is_loop ? statement.children.back() : nullptr;
        if (body != nullptr && body->kind == Kind::block) {
            for (std::size_t k = 0; k < body->children.size(); ++k) {
                Node* const inside = body->children[k];
                const bool declares = inside->kind == Kind::declare ||
                                      (inside->kind == Kind::block && !inside->children.empty() &&
                                       inside->children[0]->kind == Kind::declare);
                if (!declares) {
                    continue;
                }
                const Node& declared =
                    inside->kind == Kind::declare ? *inside : *inside->children[0];
                Node shorter = *body;
                shorter.children[k] = make(content(Kind::nothing));
                Node* const loop = make(statement);
                loop->children.back() = make(shorter);
                put(statement, content(Kind::block, {self(*inside), loop}), 1.5,
                    say(spoken(function_->names[static_cast<std::size_t>(declared.slot)]) +
                        " is set once before the loop; it must be set afresh in every pass"));
            }
        }
        if (is_loop && i > 0 && all[i - 1]->kind == Kind::declare) {
            Node* const before = all[i - 1];
            Node fresh = statement;
            fresh.children.back() = make(content(Kind::block, {self(*before), body}));
            put({{&statement, fresh}}, 1.7,
                say(spoken(function_->names[static_cast<std::size_t>(before->slot)]) +
                    " is set afresh in every pass of the loop; it must be set once, before it"));
        }
    }
}

/// A statement in a few words.
std::string Editor::step(const Node& statement) const
{
    const auto variable = [&](const Node& declaration) {
        return spoken(function_->names[static_cast<std::size_t>(declaration.slot)]);
    };
    switch (statement.kind) {
    case Kind::declare: return "the line that makes " + variable(statement);
    case Kind::evaluate: return "“" + text(*statement.children[0]) + "”";
    case Kind::branch: return "the case " + text(*statement.children[0]);
    case Kind::loop:
        return statement.children[0]->kind == Kind::declare
                   ? "the loop over " + variable(*statement.children[0])
                   : "the loop";
    case Kind::each: return "the loop over " + text(*statement.children[0]);
    case Kind::block: return statement.children.empty() ? "a step" : step(*statement.children[0]);
    default: return "a step";
    }
}

void Editor::flow(Node& statement)
{
    Node* const condition = statement.children[0];
    Node* const yes = statement.children[1];
    Node* const no = statement.children[2];
    const std::string asked = text(*condition);
    put(statement, content(Kind::block, {yes}), 1.3,
        say("what is to be done only where " + asked + " is done always"));
    put(statement, content(Kind::block, {no}), 1.3,
        say("what is to be done where " + asked + " is never done"));
    if (no->kind != Kind::nothing) {
        Node fresh = statement;
        std::swap(fresh.children[1], fresh.children[2]);
        put(statement, std::move(fresh), 1.2, say("the two cases of " + asked + " are swapped"));
    }
    put(*condition, unary(Operator::invert, self(*condition)), 1.2,
        say("the condition " + asked + " is turned into its opposite"));
}

void Editor::assignments(Node& statement)
{
    Node& inner = *statement.children[0]->children[0];
    if (inner.kind == Kind::method && inner.method == Method::push_back &&
        inner.children.size() > 1) {
        return;
    }
    if (inner.kind != Kind::assign) {
        return;
    }
    from_the_start(inner);
    const std::string target = text(*inner.children[0]);
    const auto other = [&](Operator op, double cost, const std::string& words) {
        Node fresh = inner;
        fresh.op = op;
        put(inner, std::move(fresh), cost, say(words), key_of(91, inner.op, op));
    };
    if (inner.op != Operator::none) {
        other(Operator::none, 1.2,
              target + " is overwritten in every pass: = stands where " +
                  (inner.op == Operator::plus    ? "+="
                   : inner.op == Operator::minus ? "−="
                   : inner.op == Operator::times ? "·="
                                                 : "/=") +
                  " belongs");
    }
    if (inner.op == Operator::minus) {
        Node fresh = inner;
        fresh.op = Operator::none;
        fresh.children[1] = make(unary(Operator::negate, inner.children[1]));
        put(inner, std::move(fresh), 1.5,
            say(target + " becomes the step alone: it must be moved by it"), key_of(92));
    }
    const Node& entry = *inner.children[0];
    if (entry.kind == Kind::apply && entry.children.size() == 2) {
        Node fresh = inner;
        fresh.children[0] = entry.children[0];
        put(inner, std::move(fresh), 1.6,
            say("all entries of " + text(*entry.children[0]) + " are changed, not only " + target),
            key_of(93));
    }
    const auto sign = [](Operator op) {
        return std::string(op == Operator::plus     ? "+="
                           : op == Operator::minus  ? "−="
                           : op == Operator::times  ? "·="
                           : op == Operator::divide ? "/="
                                                    : "=");
    };
    for (const Operator op : {Operator::plus, Operator::minus, Operator::times}) {
        if (op != inner.op) {
            other(op, inner.op == Operator::none ? 1.8 : 1.1,
                  sign(op) + " stands where " + sign(inner.op) + " belongs, at " + target);
        }
    }
}

void Editor::declarations(Node& statement)
{
    const std::string name = spoken(function_->names[static_cast<std::size_t>(statement.slot)]);
    const Type::Kind kind = statement.type->kind;
    if (kind == Type::Kind::number) {
        static const Type whole(Type::Kind::whole, "int");
        Node fresh = statement;
        fresh.type = &whole;
        put(statement, std::move(fresh), 1.6,
            say(name + " is an integer, which cuts its fraction off; it must be a double"));
    }
}

void Editor::loops(Node& statement)
{
    if (statement.kind == Kind::each) {
        Node* const all = statement.children[0];
        Node* const body = statement.children[1];
        Node fresh = statement;
        fresh.children[1] = make(content(Kind::block, {body, make(content(Kind::leave))}));
        put(statement, std::move(fresh), 1.5,
            say("the loop over " + text(*all) + " is left after its first pass"));
        if (kind_of(*all) != Value::Kind::list) {
            return;
        }
        for (const auto& [part, words] :
             {std::pair{Builtin::without_first, " leaves out the first one"},
              {Builtin::without_last, " leaves out the last one"},
              {Builtin::only_last, " takes only the last one"}}) {
            put(*all, builtin(part, {self(*all)}), part == Builtin::only_last ? 1.6 : 1.3,
                say("the loop over " + text(*all) + words));
        }
        return;
    }
    Node& condition = *statement.children[1];
    Node* const body = statement.children[3];
    const Node& begin = *statement.children[0];
    std::string counter = "the counter";
    if (begin.kind == Kind::declare) {
        counter = spoken(function_->names[static_cast<std::size_t>(begin.slot)]);
    }
    Node fresh = statement;
    fresh.children[3] = make(content(Kind::block, {body, make(content(Kind::leave))}));
    put(statement, std::move(fresh), 1.5,
        say("the loop over " + counter + " is left after its first pass"));
    const Node& inner = bare(condition);
    if (inner.kind == Kind::binary) {
        Node one = number(1);
        one.value = Value::whole(1);
        Node* const limit = inner.children[1];
        for (const auto& [op, words] : {std::pair{Operator::minus, " ends one pass too early"},
                                        {Operator::plus, " runs one pass too long"}}) {
            const bool down = inner.op == Operator::greater || inner.op == Operator::greater_equal;
            Node shifted = inner;
            shifted.children[1] =
                make(binary(down == (op == Operator::minus) ? Operator::plus : Operator::minus,
                            limit, make(one)));
            put(condition, same(make(shifted)), 1.2, say("the loop over " + counter + words),
                key_of(101, op));
        }
    }
    if (begin.kind == Kind::declare) {
        Node& start = *begin.children[0];
        if (inner.kind == Kind::binary && inner.op == Operator::less) {
            put(start, binary(Operator::minus, inner.children[1], whole_number(1)), 1.7,
                say("only the last pass of the loop over " + counter + " is made"));
        }
        Node one = number(1);
        one.value = Value::whole(1);
        put(start, binary(Operator::plus, self(start), make(one)), 1.2,
            say("the loop over " + counter + " begins one too late"), key_of(102));
        put(start, binary(Operator::minus, self(start), make(one)), 1.3,
            say("the loop over " + counter + " begins one too early"), key_of(103));
    }
}

/// What is given back: as it came, the wrong part, 0.
void Editor::results(Node& statement)
{
    Node& whole = *statement.children[0];
    Node& value = *whole.children[0];
    const Value::Kind kind = kind_of(value);
    const Type& type = *function_->result;
    // an argument, or a local variable, in place of the result
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        const Path path = paths_[i];
        if (path.type->kind == type.kind && path.type->name == type.name &&
            pattern_of(*path.node) != pattern_of(value)) {
            const bool argument = path.node->kind == Kind::name &&
                                  path.node->slot < static_cast<int>(function_->parameters.size());
            put(whole, same(path.node), (argument ? 1.0 : 1.5) + path.cost,
                say(text(*path.node) + " is returned" +
                    (argument ? " as it came" : ", and not what belongs there")));
        }
    }
    if (kind == Value::Kind::braces || value.kind == Kind::braces) {
        for (std::size_t k = 0; k < value.children.size() && k < type.fields.size(); ++k) {
            Node& field = *value.children[k];
            for (std::size_t i = 0; i < paths_.size(); ++i) {
                const Path path = paths_[i];
                const Type& of = *type.fields[k].type;
                if (path.type->kind == of.kind && path.type->name == of.name &&
                    pattern_of(*path.node) != pattern_of(field)) {
                    put(field, same(path.node), 1.4 + path.cost,
                        say(text(*path.node) + " is returned as " + type.fields[k].name));
                }
            }
        }
    }
    exceptions_at_zero(whole);
    const Value* const seen = value_of(value);
    if (part_->depth == 0 && seen != nullptr && seen->kind() == Value::Kind::matrix &&
        !function_->parameters.empty()) {
        Node name = content(Kind::name);
        name.slot = 0;
        name.name = draft_.nodes().name(function_->parameters[0].name);
        if (function_->parameters[0].type->kind == Type::Kind::matrix) {
            Node* const lost = make(builtin(Builtin::isnan, {make(std::move(name))}));
            put(whole, builtin(Builtin::where, {lost, make(number(0.0)), self(value)}), 1.7,
                say("NaN becomes 0; it must stay NaN"));
        }
    }
    if (seen != nullptr && seen->is_tensor()) {
        struct Slip {
            Builtin part;
            const char* words;
        };
        for (const auto& [part, words] :
             {Slip{Builtin::without_first,
                   "the first entry stays 0: the loop begins at the second"},
              Slip{Builtin::without_last, "the last entry stays 0: the loop ends one too early"},
              Slip{Builtin::only_first, "only the first entry is computed"},
              Slip{Builtin::only_last, "only the last entry is computed"},
              Slip{Builtin::reversed, "the entries are in the reverse order"},
              Slip{Builtin::first_everywhere, "every entry is the same as the first"}}) {
            put(whole, builtin(part, {self(value)}), 1.6, say(words));
        }
    }
    if (seen != nullptr && seen->kind() == Value::Kind::list) {
        Node last = content(Kind::method, {&value});
        last.method = Method::rbegin;
        last.name = draft_.nodes().name("rbegin");
        put(whole, std::move(last), 1.6, say("the list is in the reverse order"));
        for (const auto& [part, words] :
             {std::pair{Builtin::without_first, "the first of the list is missing"},
              {Builtin::without_last, "the last of the list is missing"},
              {Builtin::only_first, "only the first of the list is returned"},
              {Builtin::only_last, "only the last of the list is returned"}}) {
            put(whole, builtin(part, {self(value)}), 1.6, say(words));
        }
    }
}

/// A case of its own for x = 0, where the formula needs none or has another.
void Editor::exceptions_at_zero(Node& whole)
{
    if (part_->depth > 0 || function_->parameters.empty()) {
        return;
    }
    const Type::Kind kind = function_->parameters[0].type->kind;
    const bool entrywise = kind == Type::Kind::number || kind == Type::Kind::matrix;
    if (!entrywise || function_->result->kind != kind) {
        return;
    }
    Node name = content(Kind::name);
    name.slot = 0;
    name.name = draft_.nodes().name(function_->parameters[0].name);
    Node* const x = make(std::move(name));
    Node* const at_zero = make(binary(Operator::equal, x, make(number(0.0))));
    for (const double other : {0.5, 1.0, 0.0, -1.0, std::numeric_limits<double>::infinity(),
                               std::numeric_limits<double>::quiet_NaN()}) {
        put(whole, builtin(Builtin::where, {at_zero, make(number(other)), self(whole)}), 1.9,
            say("where " + text(*x) + " is exactly 0 it gives " + text(number(other)) +
                ", not what the formula has there"));
    }
}

} // namespace judging::search
