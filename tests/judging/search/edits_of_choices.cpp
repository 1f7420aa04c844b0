// Slips with condition ? a : b and xt::where.
#include "judging/search/editor.hpp"

namespace judging::search {

/// condition ? a : b, and xt::where
void Editor::choices(Node& node)
{
    const bool choice =
        node.kind == Kind::choose ||
        (node.kind == Kind::builtin && node.builtin == Builtin::where && node.children.size() == 3);
    if (!choice) {
        return;
    }
    Node* const condition = node.children[0];
    Node* const yes = node.children[1];
    Node* const no = node.children[2];
    Node fresh = node;
    std::swap(fresh.children[1], fresh.children[2]);
    put(node, std::move(fresh), 1.2, say("the two cases of " + text(*condition) + " are swapped"));
    const std::string asked = text(*condition);
    const auto always = [&](Node* which, const std::string& only) {
        // of the shape of the whole
        Node* const nothing = make(binary(Operator::times, make(number(0.0)),
                                          make(builtin(Builtin::zeros_like, {self(node)}))));
        put(node,
            kind_of(node) == Value::Kind::number || node.kind == Kind::choose
                ? same(which)
                : binary(Operator::plus, which, nothing),
            1.3, say(text(*which) + " is taken everywhere; it belongs only where " + asked + only));
    };
    always(yes, "");
    always(no, " does not hold");
    // without the case: the value itself, cut off or not
    const Node& question = bare(*condition);
    if (question.kind == Kind::binary) {
        for (std::size_t i : {1u, 2u}) {
            Node other = node;
            other.children[i] = question.children[0];
            put(node, std::move(other), 1.8,
                say(text(*question.children[0]) + " stands where " + text(*node.children[i]) +
                    " belongs, where " + asked + (i == 1 ? "" : " does not hold")));
        }
    }
}

/// Another function of x where the step, x > 0 ? 1 : 0, belongs.
void Editor::steps_taken_for_others(Node& node)
{
    const bool choice =
        node.kind == Kind::choose ||
        (node.kind == Kind::builtin && node.builtin == Builtin::where && node.children.size() == 3);
    if (!choice) {
        return;
    }
    const auto is = [&](const Node& literal, double value) {
        return literal.kind == Kind::literal && literal.value.is_number() &&
               literal.value.as_number() == value;
    };
    const Node& asked = bare(*node.children[0]);
    if (asked.kind != Kind::binary || !is(bare(*asked.children[1]), 0.0) ||
        !is(bare(*node.children[1]), 1.0) || !is(bare(*node.children[2]), 0.0)) {
        return;
    }
    Node* const x = asked.children[0];
    Node on_the_line = content(Kind::binary, {x, node.children[2]});
    on_the_line.op = Operator::equal;
    Node fresh = node;
    fresh.children = {make(std::move(on_the_line)), make(number(0.5)), self(node)};
    put(node, std::move(fresh), 1.9, say("at exactly 0 it gives ½; there 0 belongs"));
    put(node, same(x), 1.4, say("the step is left out: " + text(*x) + " stands alone"),
        key_of(141));
    for (const Function* f : draft_.others()) {
        if (f->parameters.size() == 1 && takes(*f, kind_of(*x)) && f->name != function_->name) {
            Node fresh = content(Kind::call, {x});
            fresh.function = f;
            fresh.name = draft_.nodes().name(f->name);
            const std::string now = text(fresh);
            put(node, std::move(fresh), 1.9,
                say(now + " stands where the step of " + text(*x) + " belongs"),
                key_of(142, std::hash<std::string>{}(f->name)));
        }
    }
}

/// The larger of two for the one that a condition chooses, and a slope for max(x, 0).
void Editor::larger_or_smaller(Node& node)
{
    if (node.kind != Kind::builtin) {
        return;
    }
    if (node.builtin == Builtin::where && node.children.size() == 3) {
        Node* const yes = node.children[1];
        Node* const no = node.children[2];
        put(node, builtin(Builtin::maximum, {yes, no}), 1.9,
            say("the larger of " + text(*yes) + " and " + text(*no) +
                " is taken, whatever they are; " + text(*node.children[0]) + " must decide"));
        put(node, builtin(Builtin::minimum, {yes, no}), 2.0,
            say("the smaller of " + text(*yes) + " and " + text(*no) +
                " is taken, whatever they are; " + text(*node.children[0]) + " must decide"));
    }
    if ((node.builtin != Builtin::maximum && node.builtin != Builtin::minimum) ||
        node.children.size() != 2 || bare(*node.children[1]).kind != Kind::literal) {
        return;
    }
    Node* const x = node.children[0];
    const bool larger = node.builtin == Builtin::maximum;
    const std::string border = (larger ? "above " : "below ") + text(*node.children[1]);
    for (const bool with_border : {false, true}) {
        const Operator above = with_border ? Operator::greater_equal : Operator::greater;
        const Operator below = with_border ? Operator::less_equal : Operator::less;
        Node* const inside = make(binary(larger ? above : below, x, node.children[1]));
        put(node, builtin(Builtin::where, {inside, make(number(1.0)), make(number(0.0))}), 1.9,
            say("1 stands where " + text(*x) + " belongs, where it is " + border));
    }
}

} // namespace judging::search
