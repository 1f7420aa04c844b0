// Slips in loops that show from the second pass on: sums that go on, what is done in one pass only.
#include "judging/search/editor.hpp"

#include <algorithm>

namespace judging::search {
/// The name of the innermost loop's counter, as an expression; nullptr without such a loop.
Node* Editor::counter()
{
    if (counters_.empty()) {
        return nullptr;
    }
    Node name = content(Kind::name);
    name.slot = counters_.back();
    name.name = draft_.nodes().name(function_->names[static_cast<std::size_t>(counters_.back())]);
    return make(std::move(name));
}

Node* Editor::whole_number(std::int64_t value)
{
    Node literal = number(0);
    literal.value = Value::whole(value);
    return make(std::move(literal));
}

/// norms(l) = … and counts.push_back(…) hold what came before as well.
void Editor::running(Node& statement)
{
    Node& inner = *statement.children[0]->children[0];
    if (inner.kind == Kind::method && inner.method == Method::push_back &&
        inner.children.size() == 2) {
        Node* const item = inner.children[1];
        const Value::Kind kind = kind_of(*item);
        if (kind == Value::Kind::list) {
            lists_go_on(inner);
            return;
        }
        if (kind < Value::Kind::number || kind > Value::Kind::matrix) {
            return;
        }
        Node empty = content(Kind::method, {inner.children[0]});
        empty.method = Method::empty;
        Node last = content(Kind::method, {inner.children[0]});
        last.method = Method::back;
        Node* const value = self(*item);
        for (const Operator op : {Operator::plus, Operator::times}) {
            put(*item,
                content(Kind::choose, {make(empty), value, make(binary(op, make(last), value))}),
                op == Operator::plus ? 1.6 : 2.0,
                say("each of " + text(*inner.children[0]) +
                    " holds those before it as well: what is added up is not set back to 0"));
        }
        return;
    }
    Node* const index = counter();
    if (inner.kind != Kind::assign || inner.op != Operator::none || index == nullptr) {
        return;
    }
    const Node& target = *inner.children[0];
    if (target.kind != Kind::apply || target.children.size() != 2) {
        return;
    }
    Node before = target;
    before.children[1] = make(binary(Operator::minus, index, whole_number(1)));
    Node* const value = inner.children[1];
    Node* const more = make(binary(Operator::plus, make(before), self(*value)));
    put(*value,
        content(Kind::choose,
                {make(binary(Operator::greater, index, whole_number(0))), more, self(*value)}),
        1.6,
        say("each of " + text(*target.children[0]) +
            " holds those before it as well: what is added up is not set back to 0"));
    // the sum under the root goes on
    const Node& root = bare(*value);
    if (root.kind == Kind::builtin && root.builtin == Builtin::sqrt) {
        Node squares = root;
        Node* const earlier = make(builtin(Builtin::square, {make(before)}));
        squares.children = {make(binary(Operator::plus, earlier, root.children[0]))};
        put(*value,
            content(Kind::choose, {make(binary(Operator::greater, index, whole_number(0))),
                                   make(squares), self(*value)}),
            1.7,
            say("the sum under the root is not set back to 0: each of " +
                text(*target.children[0]) + " holds those before it as well"));
    }
}

/// parts.push_back(part), where part is not emptied in between.
void Editor::lists_go_on(Node& call)
{
    Node* const item = call.children[1];
    Node empty = content(Kind::method, {call.children[0]});
    empty.method = Method::empty;
    Node last = content(Kind::method, {call.children[0]});
    last.method = Method::back;
    Node* const whole = self(*item);
    Node* const both = make(builtin(Builtin::joined, {make(last), whole}));
    put(*item, content(Kind::choose, {make(empty), whole, both}), 1.6,
        say("each of " + text(*call.children[0]) +
            " holds those before it as well: the list is not emptied in between"));
}

/// Whether it is the first, or the last, pass of the innermost loop; nullptr where nobody can tell.
std::pair<Node*, Node*> Editor::first_and_last_pass()
{
    if (loops_.empty()) {
        return {nullptr, nullptr};
    }
    const Node& loop = *loops_.back();
    if (loop.kind == Kind::each && loop.slots.size() == 2) {
        Node number = content(Kind::name);
        number.slot = loop.slots[0];
        Node is_last = content(Kind::name);
        is_last.slot = loop.slots[1];
        return {make(binary(Operator::equal, make(std::move(number)), whole_number(0))),
                make(std::move(is_last))};
    }
    Node* const index = counter();
    if (index == nullptr || loop.kind != Kind::loop) {
        return {nullptr, nullptr};
    }
    Node* const first = make(binary(Operator::equal, index, whole_number(0)));
    const Node& test = bare(*loop.children[1]);
    if (test.kind != Kind::binary || (test.op != Operator::less && test.op != Operator::unequal)) {
        return {first, nullptr};
    }
    Node* const next = make(binary(Operator::plus, index, whole_number(1)));
    return {first, make(binary(Operator::equal, next, test.children[1]))};
}

/// What is stored is computed only from the first pass on, or only up to the last: the last layer
/// has no activation.
void Editor::stored_as_it_is(Node& statement)
{
    Node& inner = *statement.children[0]->children[0];
    if (inner.kind != Kind::assign || inner.op != Operator::none || part_->depth > 0) {
        return;
    }
    const auto [first, last] = first_and_last_pass();
    Node& value = *inner.children[1];
    each_path(kind_of(value), [&, first = first, last = last](const Path& path) {
        if (path.cost > 0.0 || path.node->kind != Kind::name ||
            path.node->slot < static_cast<int>(function_->parameters.size()) ||
            pattern_of(*path.node) == pattern_of(value)) {
            return;
        }
        for (const auto& [condition, which] : {std::pair{first, "first"}, {last, "last"}}) {
            if (condition != nullptr) {
                put(value, content(Kind::choose, {condition, path.node, self(value)}), 1.7,
                    say("in the " + std::string(which) + " pass " + text(*path.node) +
                        " stands where " + text(value) + " belongs"));
            }
        }
    });
}

/// What belongs into every pass is done only in the first, only in the last, or in all but one.
void Editor::only_some_passes(Node& node)
{
    if (node.kind != Kind::binary) {
        return;
    }
    const auto [first, last] = first_and_last_pass();
    Node* const all = self(node);
    const auto when = [&](Node* condition, Node* kept, const std::string& missing,
                          const std::string& where) {
        if (condition != nullptr) {
            put(node, content(Kind::choose, {condition, kept, all}), 2.2,
                say(missing + " is missing in the " + where + " pass"));
            put(node, content(Kind::choose, {condition, all, kept}), 2.2,
                say(missing + " counts only in the " + where + " pass"));
        }
    };
    const bool product = node.op == Operator::times || node.op == Operator::divide;
    const std::string kind = product ? "the factor " : "the term ";
    if (product || node.op == Operator::plus || node.op == Operator::minus) {
        when(first, node.children[0], kind + text(*node.children[1]), "first");
        when(last, node.children[0], kind + text(*node.children[1]), "last");
        if (node.op == Operator::times || node.op == Operator::plus) {
            when(first, node.children[1], kind + text(*node.children[0]), "first");
            when(last, node.children[1], kind + text(*node.children[0]), "last");
        }
    }
}

/// A step that is taken after the loop, or in it, or in another order.
void Editor::moved(Node& block)
{
    std::vector<Node*>& all = block.children;
    if (!loops_.empty()) { // the last steps of a pass first
        for (std::size_t k = 1; k < all.size(); ++k) {
            if (all[k]->kind == Kind::declare || all[k]->kind == Kind::evaluate) {
                Node fresh = block;
                std::rotate(fresh.children.begin(),
                            fresh.children.begin() + static_cast<std::ptrdiff_t>(k),
                            fresh.children.end());
                put(block, std::move(fresh), 1.7,
                    say(all[k]->kind == Kind::evaluate
                            ? text(*all[k]->children[0]) +
                                  " comes first in every pass; it belongs behind the other steps"
                            : spoken(function_->names[static_cast<std::size_t>(all[k]->slot)]) +
                                  " and what follows from it come first in every pass; they belong "
                                  "behind the other steps"));
            }
        }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool simple = all[i]->kind == Kind::evaluate;
        // to the end of its block
        if (simple && i + 2 < all.size() && all.back()->kind != Kind::give &&
            all.back()->kind != Kind::leave) {
            std::vector<Change> changes;
            for (std::size_t k = i; k + 1 < all.size(); ++k) {
                changes.push_back({all[k], *all[k + 1]});
            }
            changes.push_back({all.back(), *all[i]});
            put(std::move(changes), 1.6,
                say(text(*all[i]->children[0]) +
                    " comes too late: it belongs before the steps behind it"));
        }
        // into the loop before it
        const bool loop_before =
            i > 0 && (all[i - 1]->kind == Kind::loop || all[i - 1]->kind == Kind::each);
        if (simple && loop_before) {
            Node* const body = all[i - 1]->children.back();
            Node inside = content(Kind::block, {self(*body), self(*all[i])});
            put({{body, inside}, {all[i], content(Kind::nothing)}}, 1.6,
                say(text(*all[i]->children[0]) + " stands in the loop; it belongs behind it"));
        }
        // the last step of the loop, behind the loop
        const bool loop = all[i]->kind == Kind::loop || all[i]->kind == Kind::each;
        if (loop && all[i]->children.back()->kind == Kind::block) {
            Node* const body = all[i]->children.back();
            for (Node* step : body->children) {
                if (step->kind == Kind::evaluate) {
                    put({{step, content(Kind::nothing)},
                         {all[i], content(Kind::block, {self(*all[i]), self(*step)})}},
                        1.6,
                        say(text(*step->children[0]) +
                            " stands behind the loop; it belongs in it"));
                }
            }
        }
    }
}

/// From the last to the first, and what is set back in every pass.
void Editor::backwards(Node& statement)
{
    if (statement.kind == Kind::each) {
        Node* const all = statement.children[0];
        Node reversed = content(Kind::method, {self(*all)});
        reversed.method = Method::rbegin;
        put(*all, std::move(reversed), 1.7,
            say("the loop runs from the last to the first of " + text(*all)));
        return;
    }
    const Node& begin = *statement.children[0];
    const Node& test = bare(*statement.children[1]);
    if (begin.kind != Kind::declare || test.kind != Kind::binary || test.op != Operator::less ||
        statement.children[2]->kind == Kind::nothing) {
        return;
    }
    Node name = content(Kind::name);
    name.slot = begin.slot;
    name.name = draft_.nodes().name(function_->names[static_cast<std::size_t>(begin.slot)]);
    Node* const index = make(std::move(name));
    Node start = begin;
    start.children = {make(binary(Operator::minus, test.children[1], whole_number(1)))};
    Node step = content(Kind::step, {index});
    step.op = Operator::minus;
    Node fresh = statement;
    fresh.children[0] = make(start);
    fresh.children[1] =
        make(binary(Operator::greater, make(binary(Operator::plus, index, whole_number(1))),
                    begin.children[0]));
    fresh.children[2] = make(step);
    put(statement, std::move(fresh), 1.7,
        say("the loop over " + text(*index) + " runs from the last to the first"));
}

/// `a = b;` at the beginning of every pass, for a that goes on from pass to pass.
void Editor::set_back(Node& statement)
{
    Node* const body = statement.children.back();
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        const Path to = paths_[i];
        if (to.cost > 0.0 || (to.kind != Value::Kind::structure && to.kind != Value::Kind::list &&
                              to.kind != Value::Kind::vector && to.kind != Value::Kind::matrix &&
                              to.kind != Value::Kind::number)) {
            continue;
        }
        for (std::size_t k = 0; k < function_->parameters.size(); ++k) {
            const Parameter& from = function_->parameters[k];
            if (from.type->kind != to.type->kind || from.type->name != to.type->name ||
                (to.node->kind == Kind::name &&
                 to.node->slot < static_cast<int>(function_->parameters.size()))) {
                continue;
            }
            Node name = content(Kind::name);
            name.slot = static_cast<int>(k);
            name.name = draft_.nodes().name(from.name);
            Node* const assignment = make(content(Kind::assign, {to.node, make(std::move(name))}));
            Node* const first =
                make(content(Kind::evaluate, {make(content(Kind::same, {assignment}))}));
            put(*body, content(Kind::block, {first, self(*body)}), 1.8,
                say(text(*to.node) + " is set back to " + spoken(from.name) + " in every pass"));
        }
    }
}

} // namespace judging::search
