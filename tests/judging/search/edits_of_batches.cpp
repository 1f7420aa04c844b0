// An update after every row where one belongs after all rows, and a rate that falls.
#include "judging/search/editor.hpp"

#include <algorithm>

namespace judging::search {
namespace {

/// Whether a tree adds to a list: the error of an epoch, which a student keeps out of his rows.
bool keeps_a_list(const Node& node)
{
    return (node.kind == Node::Kind::method && node.method == Method::push_back) ||
           std::any_of(node.children.begin(), node.children.end(),
                       [](const Node* child) { return keeps_a_list(*child); });
}

bool changes_something(const Node& node)
{
    return node.kind == Node::Kind::assign ||
           std::any_of(node.children.begin(), node.children.end(),
                       [](const Node* child) { return changes_something(*child); });
}

} // namespace

/// The tree with one row of each parameter that has a row for every example; the same node if it
/// mentions none. `all`: what asks for a size is left as it is.
Node* Editor::of_one_row(Node* node, Node* row, bool all)
{
    const auto& parameters = function_->parameters;
    if (node->kind == Kind::name && node->slot < static_cast<int>(parameters.size())) {
        const Type::Kind kind = parameters[static_cast<std::size_t>(node->slot)].type->kind;
        if (kind != Type::Kind::matrix && kind != Type::Kind::vector) {
            return node;
        }
        Node* const next = make(binary(Operator::plus, row, whole_number(1)));
        std::vector<Node*> arguments{node, make(builtin(Builtin::range, {row, next}))};
        if (kind == Type::Kind::matrix) {
            arguments.push_back(make(builtin(Builtin::all, {})));
        }
        return make(builtin(Builtin::view, std::move(arguments)));
    }
    if (all && node->kind == Kind::method &&
        (node->method == Method::shape || node->method == Method::size)) {
        return node;
    }
    std::vector<Node*> children;
    for (Node* child : node->children) {
        children.push_back(of_one_row(child, row, all));
    }
    if (children == node->children) {
        return node;
    }
    Node fresh = *node;
    fresh.children = std::move(children);
    return make(std::move(fresh));
}

/// `for (row …) { steps }` over the rows of a matrix.
Node* Editor::row_after_row(Node* matrix, const std::vector<Node*>& steps, bool all)
{
    static const Type whole(Type::Kind::whole, "int");
    Node name = content(Kind::name);
    name.slot = part_->spare_slot;
    name.name = draft_.nodes().name("row");
    Node* const row = make(std::move(name));
    Node begin = content(Kind::declare, {whole_number(0)});
    begin.slot = part_->spare_slot;
    begin.type = &whole;
    Node step = content(Kind::step, {row});
    step.op = Operator::plus;
    std::vector<Node*> body;
    for (Node* each : steps) {
        body.push_back(of_one_row(each, row, all));
    }
    Node* const rows = make(size_along(matrix, 0));
    return make(
        content(Kind::loop, {make(std::move(begin)), make(binary(Operator::less, row, rows)),
                             make(std::move(step)), make(content(Kind::block, std::move(body)))}));
}

/// The last steps of a loop's pass, or the whole of a function that returns what it was given, once
/// for every row.
void Editor::updates_by_row(Node& block, bool in_loop)
{
    const auto& parameters = function_->parameters;
    const auto matrix =
        std::find_if(parameters.begin(), parameters.end(), [](const Parameter& parameter) {
            return parameter.type->kind == Type::Kind::matrix;
        });
    if (part_->depth > 0 || matrix == parameters.end()) {
        return;
    }
    Node name = content(Kind::name);
    name.slot = static_cast<int>(matrix - parameters.begin());
    name.name = draft_.nodes().name(matrix->name);
    Node* const X = make(std::move(name));
    const std::vector<Node*>& steps = block.children;
    for (const bool all : {false, true}) {
        const std::string words =
            std::string("an update is made after every row of ") + text(*X) +
            "; one belongs after all of them" +
            (all ? " (each of yours is divided by the number of all rows)" : "");
        if (in_loop) {
            for (std::size_t i = 0; i < steps.size(); ++i) {
                const std::vector<Node*> last(steps.begin() + static_cast<std::ptrdiff_t>(i),
                                              steps.end());
                if (std::none_of(last.begin(), last.end(),
                                 [](const Node* s) { return keeps_a_list(*s); }) &&
                    std::any_of(last.begin(), last.end(),
                                [](const Node* s) { return changes_something(*s); })) {
                    Node fresh = block;
                    fresh.children.resize(i);
                    fresh.children.push_back(row_after_row(X, last, all));
                    put(block, std::move(fresh), all ? 1.9 : 1.7, say(words));
                    break;
                }
            }
            continue;
        }
        const Type& type = *function_->result;
        const auto state =
            std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& parameter) {
                return parameter.type->kind == type.kind && parameter.type->name == type.name;
            });
        const bool returns = !steps.empty() && steps.back()->kind == Kind::give;
        if (state == parameters.end() || state == matrix || !returns) {
            return;
        }
        Node moved = content(Kind::name);
        moved.slot = static_cast<int>(state - parameters.begin());
        moved.name = draft_.nodes().name(state->name);
        Node* const now = make(std::move(moved));
        std::vector<Node*> pass(steps.begin(), steps.end() - 1);
        Node* const store = make(content(Kind::assign, {now, steps.back()->children[0]}));
        pass.push_back(make(content(Kind::evaluate, {make(content(Kind::same, {store}))})));
        Node fresh = block;
        fresh.children = {row_after_row(X, pass, all),
                          make(content(Kind::give, {make(content(Kind::same, {now}))}))};
        put(block, std::move(fresh), all ? 1.9 : 1.7, say(words));
    }
}

/// η / (1 + epoch) where η belongs.
void Editor::falling(Node& node)
{
    if (part_->depth > 0 || node.kind != Kind::name || kind_of(node) != Value::Kind::number ||
        node.slot >= static_cast<int>(function_->parameters.size())) {
        return;
    }
    std::vector<int> passes_of = counters_;
    for (const Node* loop : loops_) {
        if (loop->kind == Kind::each && loop->slots.size() == 2) {
            passes_of.push_back(loop->slots[0]);
        }
    }
    for (const int slot : passes_of) {
        Node pass = content(Kind::name);
        pass.slot = slot;
        pass.name = draft_.nodes().name(function_->names[static_cast<std::size_t>(slot)]);
        const std::string& counter = function_->names[static_cast<std::size_t>(slot)];
        const std::string count = counter.empty() ? "the number of the pass" : spoken(counter);
        Node* const passes = make(binary(Operator::plus, make(number(1.0)), make(pass)));
        put(node, binary(Operator::divide, self(node), passes), 2.0,
            say(text(node) + " falls from pass to pass, as " + text(node) + " / (1 + " + count +
                "); it stays the same"),
            key_of(171, static_cast<std::uint64_t>(node.slot), static_cast<std::uint64_t>(slot)));
        put(node, binary(Operator::times, self(node), passes), 2.2,
            say(text(node) + " grows from pass to pass, as " + text(node) + " · (1 + " + count +
                "); it stays the same"),
            key_of(172, static_cast<std::uint64_t>(node.slot), static_cast<std::uint64_t>(slot)));
    }
}

} // namespace judging::search
