// What a student makes of the arguments: one that is ignored, two that are swapped, a size that
// is taken for a number of parts.
#include "judging/search/editor.hpp"

namespace judging::search {

void names_in(Node& node, int slot, std::vector<Node*>& found)
{
    if (node.kind == Node::Kind::name && node.slot == slot) {
        found.push_back(&node);
    }
    for (Node* child : node.children) {
        names_in(*child, slot, found);
    }
}

/// A constant stands where an argument belongs.
void Editor::ignored(Node& node)
{
    if (node.kind != Kind::name || part_->depth > 0 ||
        node.slot >= static_cast<int>(function_->parameters.size())) {
        return;
    }
    const Type& type = *function_->types[static_cast<std::size_t>(node.slot)];
    const std::string name = text(node);
    const auto fixed = [&](const Value& value, const std::string& shown, double cost) {
        Node literal = content(Kind::literal);
        literal.value = value;
        put(node, std::move(literal), cost,
            say(name + " is ignored: " + shown + " stands in its place"),
            key_of(131, static_cast<std::uint64_t>(node.slot), std::hash<std::string>{}(shown)));
    };
    switch (type.kind) {
    case Type::Kind::number:
        for (const double value : {1.0, 0.1, 0.01, 0.5, 0.9, 0.99, 0.999, 0.001, 0.2, 0.3, 2.0}) {
            Node shown = number(value);
            fixed(shown.value, text(shown), 1.9);
        }
        return;
    case Type::Kind::truth:
        for (const bool value : {true, false}) {
            fixed(Value::truth(value), value ? "true" : "false", 1.5);
        }
        return;
    case Type::Kind::count: // a seed, as they are often chosen
        fixed(Value::count(42), "42", 1.9);
        return;
    case Type::Kind::enumeration:
        for (std::size_t i = 0; i < type.values.size(); ++i) {
            fixed(Value::whole(static_cast<std::int64_t>(i)), type.name + "::" + type.values[i],
                  1.5);
        }
        return;
    case Type::Kind::structure:
    case Type::Kind::list:
        put(node, builtin(Builtin::zeros_like, {self(node)}), 1.6,
            say(name + " is ignored: 0 stands in the place of all its numbers"),
            key_of(132, static_cast<std::uint64_t>(node.slot)));
        return;
    default: return;
    }
}

/// β₁ for β₂ and β₂ for β₁ wherever they stand.
void Editor::exchanged()
{
    const std::vector<Parameter>& all = function_->parameters;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t k = i + 1; k < all.size(); ++k) {
            if (all[i].type->kind != all[k].type->kind || all[i].type->name != all[k].type->name) {
                continue;
            }
            std::vector<Node*> first;
            std::vector<Node*> second;
            names_in(*function_->body, static_cast<int>(i), first);
            names_in(*function_->body, static_cast<int>(k), second);
            if (first.empty() || second.empty()) {
                continue;
            }
            std::vector<Change> changes;
            for (Node* node : first) {
                changes.push_back({node, *second.front()});
            }
            for (Node* node : second) {
                changes.push_back({node, *first.front()});
            }
            put(std::move(changes), 1.7,
                say(text(*first.front()) + " and " + text(*second.front()) +
                    " are swapped throughout"));
        }
    }
}

/// A size of a part where the number of parts belongs, or the reverse.
void Editor::number_of_parts(Node& node)
{
    if (node.kind != Kind::name || part_->depth > 0 ||
        node.slot >= static_cast<int>(function_->parameters.size()) ||
        kind_of(node) != Value::Kind::whole) {
        return;
    }
    Node* const parts = self(node);
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        const Path path = paths_[i];
        if (path.cost > 0.0 ||
            (path.kind != Value::Kind::list && path.kind != Value::Kind::matrix)) {
            continue;
        }
        Node size = content(Kind::method, {path.node});
        size.method = Method::size;
        Node* const all =
            make(path.kind == Value::Kind::matrix ? size_along(path.node, 0) : std::move(size));
        Node* const rounded_up = make(
            binary(Operator::minus, make(binary(Operator::plus, all, parts)), whole_number(1)));
        for (Node* const total : {all, rounded_up}) {
            put(node, binary(Operator::divide, total, parts), 1.9,
                say(text(node) +
                    " is taken as the number of parts; it says how large each part is"));
        }
    }
}

/// γ and 1 − γ at the wrong parts of an average.
void Editor::shares(Node& node)
{
    if (node.kind != Kind::binary || node.op != Operator::plus) {
        return;
    }
    std::vector<Node*> left;
    std::vector<Node*> right;
    const auto factors = [&](const auto& again, Node& inner, std::vector<Node*>& found) -> void {
        if (bare(inner).kind == Kind::binary && bare(inner).op == Operator::times) {
            for (Node* child : bare(inner).children) {
                again(again, *child, found);
            }
        } else {
            found.push_back(&inner);
        }
    };
    const auto is_rest_of = [&](const Node& rest, const Node& share) {
        const Node& difference = bare(rest);
        return difference.kind == Kind::binary && difference.op == Operator::minus &&
               bare(*difference.children[0]).kind == Kind::literal &&
               pattern_of(*difference.children[1]) == pattern_of(share);
    };
    factors(factors, *node.children[0], left);
    factors(factors, *node.children[1], right);
    for (Node* a : left) {
        for (Node* b : right) {
            if (is_rest_of(*b, *a) || is_rest_of(*a, *b)) {
                put({{a, *b}, {b, *a}}, 1.5,
                    say(text(*a) + " and " + text(*b) + " are swapped: " + text(*a) +
                        " belongs to " + text(*node.children[0]) + ", the other to the rest"));
            }
        }
    }
}

} // namespace judging::search
