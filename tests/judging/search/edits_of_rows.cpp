// Slips that show from the second row on: a sum that goes on, a bias that one row alone gets, a sum
// that is kept in an int.
#include "judging/search/editor.hpp"

namespace judging::search {

void Editor::rows(Node& node)
{
    if (part_->depth > 1) {
        return;
    }
    const Value::Kind kind = kind_of(node);
    const bool tensor = kind == Value::Kind::vector || kind == Value::Kind::matrix;
    if (node.kind == Kind::builtin && node.builtin == Builtin::dot) {
        Node fresh = node;
        fresh.builtin = Builtin::dot_of_wholes;
        put(node, std::move(fresh), 1.6,
            say("the sum " + text(node) +
                " is kept in an int, which cuts every fraction off; it must be a double"));
    }
    const bool plain_sum =
        node.kind == Kind::builtin && node.builtin == Builtin::sum && node.children.size() == 1;
    if (plain_sum && kind_of(*node.children[0]) >= Value::Kind::vector) {
        Node fresh = node;
        fresh.builtin = Builtin::sum_of_wholes;
        put(node, std::move(fresh), 1.6,
            say("the sum of " + text(*node.children[0]) +
                " is kept in an int, which cuts every fraction off; it must be a double"));
    }
    if (!tensor) {
        return;
    }
    const std::string one = kind == Value::Kind::matrix ? "row" : "entry";
    const bool product = node.kind == Kind::builtin &&
                         (node.builtin == Builtin::matvec || node.builtin == Builtin::matmul);
    const bool plus = node.kind == Kind::binary && node.op == Operator::plus;
    const bool of_products = plus && (bare(*node.children[0]).builtin == Builtin::matvec ||
                                      bare(*node.children[0]).builtin == Builtin::matmul);
    const bool along_axis =
        node.kind == Kind::builtin && node.builtin == Builtin::sum && node.children.size() > 1;
    if (product || of_products || along_axis) {
        put(node, builtin(Builtin::running, {self(node)}), of_products ? 1.7 : 1.6,
            say("the sum " + text(node) + " is not set back to 0: each " + one +
                " holds those before it as well"));
    }
    if (!plus) {
        return;
    }
    // the term at one row alone, or at all but one
    for (const std::size_t i : {0u, 1u}) {
        Node* const rest = node.children[1 - i];
        Node* const term = node.children[i];
        if (kind_of(*rest) != kind) {
            continue;
        }
        Node* const wide =
            make(binary(Operator::plus, make(builtin(Builtin::zeros_like, {rest})), term));
        for (const auto& [part, where] : {std::pair{Builtin::only_first, "only to the first "},
                                          {Builtin::only_last, "only to the last "},
                                          {Builtin::without_first, "to every one but the first "},
                                          {Builtin::without_last, "to every one but the last "}}) {
            put(node, binary(Operator::plus, rest, make(builtin(part, {wide}))), 1.8,
                say(text(*term) + " is added " + where + one + "; it belongs to every " + one));
        }
    }
}

} // namespace judging::search
