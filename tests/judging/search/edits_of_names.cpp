// Slips with names: another variable, a part of an expression for the whole, another condition.
#include "judging/search/editor.hpp"

#include <algorithm>
#include <array>

namespace judging::search {
namespace {

bool is_path(const Node& node)
{
    return node.kind == Node::Kind::name ||
           ((node.kind == Node::Kind::member || node.kind == Node::Kind::index ||
             (node.kind == Node::Kind::method &&
              (node.method == Method::back || node.method == Method::front))) &&
            is_path(*node.children[0]));
}

bool is_comparison(Operator op)
{
    return op >= Operator::less && op <= Operator::unequal;
}

} // namespace

/// Whether it is a local number: N, or what the solution has worked out.
bool Editor::is_count(const Node& node) const
{
    return node.kind == Kind::name && node.slot >= static_cast<int>(function_->parameters.size()) &&
           function_->types[static_cast<std::size_t>(node.slot)]->kind == Type::Kind::number;
}

/// A variable for another, or for a whole expression of the same kind.
void Editor::names(Node& node)
{
    const Value::Kind kind = kind_of(node);
    if (kind == Value::Kind::nothing || node.kind == Kind::assign || node.kind == Kind::step ||
        node.kind == Kind::same) {
        return;
    }
    const bool name = is_path(node);
    const bool literal = node.kind == Kind::literal;
    const double base = name ? 1.2 : literal ? 1.9 : 1.7;
    const std::uint64_t pattern = pattern_of(node);
    each_path(kind, [&](const Path& path) {
        if (kind == Value::Kind::structure) {
            // only structs of the same type
            const Value* const value = value_of(node);
            if (value == nullptr || value->kind() != kind || value->sequence().type != path.type) {
                return;
            }
        }
        const std::uint64_t other = pattern_of(*path.node);
        if (other == pattern || (!name && path.cost > 0.0)) {
            return;
        }
        // a number of rows and a learning rate are seldom taken for each other
        const double roles = is_count(node) != is_count(*path.node) ? 1.0 : 0.0;
        put(node, same(path.node), base + path.cost + roles, {}, key_of(61, pattern, other));
    });
    // Z[l − 1] for H[l], where there is none before the first
    if (node.kind == Kind::index && !counters_.empty()) {
        Node* const at = node.children[1];
        each_path(Value::Kind::list, [&](const Path& path) {
            if (path.cost > 0.0 || pattern_of(*path.node) == pattern_of(*node.children[0])) {
                return;
            }
            Node* const before = make(content(
                Kind::index, {path.node, make(binary(Operator::minus, at, whole_number(1)))}));
            put(node,
                content(Kind::choose,
                        {make(binary(Operator::greater, at, whole_number(0))), before, self(node)}),
                2.2, say(text(*before) + " stands where " + text(node) + " belongs"));
        });
    }
    // y (1 − y) for a slope: what stands for σ′ where the output is known
    if (!name && !literal) {
        return;
    }
    if (kind == Value::Kind::vector || kind == Value::Kind::matrix || kind == Value::Kind::number) {
        Node* const inner = self(node);
        Node* const rest = make(binary(Operator::minus, make(number(1.0)), inner));
        put(node, binary(Operator::times, inner, rest), 2.2, {}, key_of(62, pattern));
    }
}

/// An expression for which only a part of it is written.
void Editor::parts(Node& node)
{
    if (!is_numeric(node) || node.kind == Kind::same || node.kind == Kind::literal ||
        node.kind == Kind::assign || node.kind == Kind::step) {
        return;
    }
    const Value::Kind kind = kind_of(node);
    const auto visit = [&](const auto& again, Node& inner, int depth) -> void {
        constexpr int deepest = 4;
        for (Node* child : inner.children) {
            const Node& content = bare(*child);
            if (depth > 1 && kind_of(*child) == kind && content.kind != Kind::literal &&
                child->kind != Kind::same) {
                put(node, same(child), 1.3 + 0.2 * depth,
                    say("only " + text(*child) + " is left of " + text(node)));
            }
            if (depth < deepest) {
                again(again, *child, depth + 1);
            }
        }
    };
    visit(visit, node, 1);
}

void Editor::conditions(Node& node)
{
    if (node.kind == Kind::binary && is_comparison(node.op)) {
        static constexpr std::array all{Operator::less,    Operator::less_equal,
                                        Operator::greater, Operator::greater_equal,
                                        Operator::equal,   Operator::unequal};
        // an option is neither above nor below another, and no count is below 0
        const bool counts = kind_of(*node.children[0]) == Value::Kind::count;
        const Node& option = bare(*node.children[1]);
        const bool of_options = option.kind == Kind::literal && option.name != nullptr &&
                                option.name->find("::") != std::string::npos;
        for (const Operator op : all) {
            const bool equality = op == Operator::equal || op == Operator::unequal;
            const bool settled = option.kind == Kind::literal && counts &&
                                 option.value.as_number() == 0.0 &&
                                 (op == Operator::less || op == Operator::greater_equal);
            if (op != node.op && (equality || !of_options) && !settled) {
                Node fresh = node;
                fresh.op = op;
                put(node, std::move(fresh), equality && !of_options ? 1.8 : 1.1, {},
                    key_of(71, node.op, op));
            }
        }
        Node* const b = node.children[1];
        Node* const a = node.children[0];
        for (const bool always : {true, false}) {
            Node literal = content(Kind::literal);
            literal.value = Value::truth(always);
            put(node, std::move(literal), 1.7,
                say("it is not asked whether " + text(node) + ": the answer is always " +
                    (always ? "yes" : "no")),
                key_of(73, always));
        }
        if (node.op == Operator::equal && kind_of(*a) == Value::Kind::number &&
            kind_of(*b) == Value::Kind::number) {
            Node* const distance =
                make(builtin(Builtin::abs, {make(binary(Operator::minus, a, b))}));
            put(node, builtin(Builtin::isfinite, {a}), 2.0,
                say("this tests whether " + text(*a) + " is finite, not whether " + text(node)));
            for (const double near : {1e-1, 1e-2, 1e-3, 1e-6, 1e-9}) {
                put(node, binary(Operator::less, distance, make(number(near))), 1.9,
                    say(text(*a) + " and " + text(*b) +
                        " count as equal when they differ by less "
                        "than " +
                        text(number(near)) + "; they must be equal"),
                    key_of(74, std::hash<double>{}(near)));
            }
        }
        if (bare(*b).kind == Kind::literal && kind_of(*a) != Value::Kind::count &&
            kind_of(*a) != Value::Kind::whole) {
            // by its size, and at what becomes of it as an integer
            Node cut = node;
            cut.children[0] = make(builtin(Builtin::trunc, {a}));
            put(node, std::move(cut), 1.9,
                say(text(*a) + " is cut to an integer before it is compared"));
            Node size = node;
            size.children[0] = make(builtin(Builtin::abs, {a}));
            put(node, std::move(size), 1.8,
                say("the size of " + text(*a) + " is compared; its sign counts"));
        }
    }
    if (node.kind == Kind::binary && (node.op == Operator::both || node.op == Operator::either)) {
        Node fresh = node;
        fresh.op = node.op == Operator::both ? Operator::either : Operator::both;
        put(node, std::move(fresh), 1.3,
            say(std::string(node.op == Operator::both ? "“or” stands where “and” belongs"
                                                      : "“and” stands where “or” belongs")));
        for (Node* child : node.children) {
            put(node, same(child), 1.3, say("this tests only " + text(*child)));
        }
    }
    if (node.kind == Kind::unary && node.op == Operator::invert) {
        put(node, same(node.children[0]), 1.3,
            say("“not” is missing before " + text(*node.children[0])));
    }
    if (node.kind == Kind::unary && node.op == Operator::negate) {
        put(node, same(node.children[0]), 1.0,
            say("the − before " + text(*node.children[0]) + " is missing"),
            key_of(72, pattern_of(*node.children[0])));
    }
}

} // namespace judging::search
