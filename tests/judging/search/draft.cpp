// The copy of a function that is edited.
#include "judging/search/edits.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace judging::search {

namespace {

/// expm1(x) as eˣ − 1, so that edits reach inside.
void spell_out(Node& node, Nodes& nodes)
{
    for (Node* child : node.children) {
        spell_out(*child, nodes);
    }
    if (node.kind != Node::Kind::builtin || node.builtin != Builtin::expm1) {
        return;
    }
    Node power = node;
    power.builtin = Builtin::exp;
    Node one;
    one.kind = Node::Kind::literal;
    one.value = Value::number(1.0);
    Node difference;
    difference.kind = Node::Kind::binary;
    difference.op = Operator::minus;
    difference.children = {nodes.make(std::move(power)), nodes.make(std::move(one))};
    node.kind = Node::Kind::same;
    node.builtin = Builtin::none;
    node.children = {nodes.make(std::move(difference))};
}

/// Variables for `for (… : …)` that count its passes, so that edits may ask for them.
void number_passes(Node& node, Function& function)
{
    static const Type any(Type::Kind::automatic, "auto");
    if (node.kind == Node::Kind::each) {
        for (int i = 0; i < 2; ++i) {
            node.slots.push_back(static_cast<int>(function.names.size()));
            function.names.emplace_back();
            function.types.push_back(&any);
        }
    }
    for (Node* child : node.children) {
        number_passes(*child, function);
    }
}

} // namespace

Draft::Draft(const Function& function, std::vector<const Function*> others)
    : others_(std::move(others))
{
    static const Type whole(Type::Kind::whole, "int");
    parts_.push_back({function, 0, "", static_cast<int>(function.names.size())});
    Function& own = parts_.front().function;
    own.names.emplace_back("row");
    own.types.push_back(&whole);
    own.body = nodes_.copy(*function.body);
    spell_out(*own.body, nodes_);
    number_passes(*own.body, own);
    give_own_copies(*own.body, 1);
}

void Draft::give_own_copies(Node& node, int depth)
{
    constexpr int deepest = 3;
    constexpr std::size_t largest = 1500;
    if (node.kind == Node::Kind::call && node.function != nullptr && depth <= deepest &&
        nodes_.size() < largest) {
        parts_.push_back({*node.function, depth, "in " + node.function->name + ", "});
        Function& own = parts_.back().function;
        own.body = nodes_.copy(*own.body);
        spell_out(*own.body, nodes_);
        node.function = &own;
        give_own_copies(*own.body, depth + 1);
    }
    for (Node* child : node.children) {
        give_own_copies(*child, depth);
    }
}

const Node& bare(const Node& node)
{
    return node.kind == Node::Kind::same ? bare(*node.children[0]) : node;
}

std::uint64_t pattern_of(const Node& node)
{
    if (node.kind == Node::Kind::same) {
        return pattern_of(*node.children[0]);
    }
    std::uint64_t key = static_cast<std::uint64_t>(node.kind) * 31 +
                        static_cast<std::uint64_t>(node.op) * 1009 +
                        static_cast<std::uint64_t>(node.builtin) * 7919 +
                        static_cast<std::uint64_t>(node.method) * 104729;
    if (node.kind == Node::Kind::literal && node.value.is_number()) {
        key ^= std::hash<double>{}(node.value.as_number());
    }
    if (node.name != nullptr) {
        key ^= std::hash<std::string>{}(*node.name);
    }
    for (const Node* child : node.children) {
        key = key * 1099511628211ULL + pattern_of(*child);
    }
    return key;
}

namespace {

bool holds(const Node& tree, const Node* node)
{
    return &tree == node || std::any_of(tree.children.begin(), tree.children.end(),
                                        [&](const Node* child) { return holds(*child, node); });
}

} // namespace

std::vector<Edit> repeated(const std::vector<Edit>& edits)
{
    std::map<std::uint64_t, std::vector<const Edit*>> groups;
    for (const Edit& edit : edits) {
        for (const std::uint64_t key : {edit.key, edit.narrow_key}) {
            if (key != 0) {
                groups[key].push_back(&edit);
            }
        }
    }
    std::vector<Edit> result;
    constexpr std::size_t most = 12;
    for (const auto& [key, group] : groups) {
        if (group.size() < 2 || group.size() > most) {
            continue;
        }
        Edit all;
        for (const Edit* edit : group) {
            for (const Change& change : edit->changes) {
                const bool overlaps =
                    std::any_of(all.changes.begin(), all.changes.end(), [&](const Change& other) {
                        return holds(*other.at, change.at) || holds(*change.at, other.at);
                    });
                if (!overlaps) {
                    all.changes.push_back(change);
                }
            }
            all.cost = std::max(all.cost, edit->cost);
        }
        if (all.changes.size() < 2) {
            continue;
        }
        all.in_other = group.front()->in_other;
        all.cost += 0.1;
        all.words = [first = group.front()->words] {
            return first() + ", here and wherever it occurs";
        };
        result.push_back(std::move(all));
    }
    return result;
}

} // namespace judging::search
