// A function too many or left out, and what it is applied to.
#include "judging/search/editor.hpp"

#include <map>

namespace judging::search {
namespace {

/// Whether it is of no chapter: sigmoid, tanh … of well_known_functions().
bool is_known(const Function& f)
{
    return f.result->kind == Type::Kind::automatic;
}

} // namespace

std::string spelled(const Function& f)
{
    if (!is_known(f)) {
        return f.name;
    }
    static const std::map<std::string, std::string> words{{"known_sigmoid", "the sigmoid"},
                                                          {"known_step", "the step"},
                                                          {"known_softplus", "softplus"},
                                                          {"known_relu", "max(0, ·)"},
                                                          {"known_slope_of_sigmoid", "σ (1 − σ)"},
                                                          {"known_slope_from_output", "y (1 − y)"},
                                                          {"known_slope_of_tanh", "1 − y²"},
                                                          {"known_tanh", "tanh"},
                                                          {"known_softmax", "softmax"}};
    const auto found = words.find(f.name);
    return found == words.end() ? f.name : found->second;
}

/// Whether a function takes and gives values of that kind.
bool takes(const Function& f, Value::Kind kind)
{
    const auto fits = [&](const Type& type) {
        switch (type.kind) {
        case Type::Kind::automatic: return true;
        case Type::Kind::number: return kind == Value::Kind::number;
        case Type::Kind::vector: return kind == Value::Kind::vector;
        case Type::Kind::matrix: return kind == Value::Kind::matrix;
        default: return false;
        }
    };
    return fits(*f.parameters[0].type) && fits(*f.result);
}

/// f(x) for x, where a function is at hand; f left out; the rest of a sum outside of it.
void Editor::functions_around(Node& node)
{
    const bool called = node.kind == Kind::call && !node.after && node.children.size() == 1;
    const bool applied = node.kind == Kind::apply && node.children.size() == 2 &&
                         kind_of(*node.children[0]) == Value::Kind::function;
    const bool library =
        node.kind == Kind::builtin && node.children.size() == 1 && is_elementwise(node.builtin);
    if (called || applied || library) {
        const std::size_t at = applied ? 1 : 0;
        Node* const inner = node.children[at];
        const std::string f = applied  ? text(*node.children[0])
                              : called ? *node.name
                                       : spoken_name(node.builtin);
        put(node, same(inner), 1.0, say(f + " is left out: " + text(*inner) + " stands alone"),
            key_of(51, std::hash<std::string>{}(f)));
        Node twice = node;
        twice.children[at] = self(node);
        put(node, std::move(twice), 1.5, say(f + " is applied twice"),
            key_of(52, std::hash<std::string>{}(f)));
        const Node& product = bare(*inner);
        if (library && product.kind == Kind::binary && product.op == Operator::times) {
            for (const std::size_t i : {0u, 1u}) {
                Node within = node;
                within.children[at] = product.children[i];
                Node* const factor = product.children[1 - i];
                put(node, binary(Operator::times, factor, make(within)), 1.7,
                    say("the factor " + text(*factor) + " stands outside of " + f +
                        "; it belongs inside"));
            }
        }
        // what it is applied to may have a name of its own
        const auto named = inner->kind == Kind::name ? initial_.find(inner->slot) : initial_.end();
        const Node& sum = bare(named == initial_.end() ? *inner : *named->second);
        if (sum.kind == Kind::binary) {
            for (const std::size_t i : {0u, 1u}) {
                Node within = node;
                within.children[at] = sum.children[i];
                Node* const outside = sum.children[1 - i];
                Node fresh = i == 0 ? binary(sum.op, make(within), outside)
                                    : binary(sum.op, outside, make(within));
                put(node, std::move(fresh), 1.4,
                    say(text(*outside) + " stands outside of " + f + "; it belongs inside"),
                    key_of(53, pattern_of(*outside)));
            }
            if (sum.op == Operator::plus) {
                factors_outside(node, at, sum, f);
            }
            Node left = node;
            Node right = node;
            left.children[at] = sum.children[0];
            right.children[at] = sum.children[1];
            put(node, binary(sum.op, make(left), make(right)), 1.8,
                say(f + " is applied to each part of " + text(*inner) +
                    " alone; it belongs around the whole"));
        }
    }
    const Value::Kind kind = kind_of(node);
    if (!is_numeric(node) || kind == Value::Kind::whole || kind == Value::Kind::count ||
        node.kind == Kind::literal || node.kind == Kind::assign || node.kind == Kind::step) {
        return;
    }
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        if (paths_[i].kind == Value::Kind::function &&
            (kind == Value::Kind::matrix || kind == Value::Kind::vector)) {
            put(node, content(Kind::apply, {paths_[i].node, self(node)}), 1.6,
                say(text(*paths_[i].node) + " is applied to " + text(node) + ", and must not be"),
                key_of(54, pattern_of(*paths_[i].node), pattern_of(node)));
        }
    }
    for (const Function* f : draft_.others()) {
        if (f->parameters.size() != 1 || !takes(*f, kind)) {
            continue;
        }
        const bool around = f->name != function_->name;
        Node fresh = content(Kind::call, {self(node)});
        fresh.function = f;
        fresh.name = draft_.nodes().name(f->name);
        if (around) {
            const bool argument = node.kind == Kind::name && kind == Value::Kind::number;
            put(node, std::move(fresh), is_known(*f) || argument ? 2.1 : 1.7,
                say(spelled(*f) + " is applied to " + text(node) + ", and must not be"),
                key_of(55, std::hash<std::string>{}(f->name), pattern_of(node)));
            edits_.back().borrows = true;
        }
    }
}

/// √(n a + b) → n √(a + b): a factor of one term in front of the whole.
void Editor::factors_outside(Node& node, std::size_t at, const Node& sum, const std::string& f)
{
    for (const std::size_t i : {0u, 1u}) {
        const Node& product = bare(*sum.children[i]);
        if (product.kind != Kind::binary || product.op != Operator::times) {
            continue;
        }
        for (const std::size_t k : {0u, 1u}) {
            Node* const factor = product.children[k];
            Node terms = sum;
            terms.children[i] = product.children[1 - k];
            Node within = node;
            within.children[at] = make(std::move(terms));
            put(node, binary(Operator::times, factor, make(std::move(within))), 1.9,
                say("the factor " + text(*factor) + " stands outside of " + f +
                    "; it belongs inside"));
        }
    }
}

/// The loop that a student writes in place of a library's function ends early or begins late.
void Editor::loops_inside(Node& node)
{
    if (node.kind != Kind::builtin) {
        return;
    }
    const bool product = node.builtin == Builtin::dot || node.builtin == Builtin::matvec ||
                         node.builtin == Builtin::outer || node.builtin == Builtin::matmul;
    if (!product) {
        return;
    }
    struct Slip {
        Builtin part;
        const char* words;
        double cost;
    };
    for (const auto& [part, says, cost] :
         {Slip{Builtin::without_first, "begins at the second", 1.5},
          Slip{Builtin::without_last, "ends one too early", 1.5},
          Slip{Builtin::only_first, "has only the first term", 1.6},
          Slip{Builtin::only_last, "has only the last term", 1.6}}) {
        if (node.builtin == Builtin::dot || node.builtin == Builtin::matvec) {
            Node fresh = node;
            fresh.children[1] = make(builtin(part, {node.children[1]}));
            put(node, std::move(fresh), cost, say("the sum " + text(node) + " " + says));
        }
        if (node.builtin != Builtin::dot) {
            put(node, builtin(part, {self(node)}), cost + 0.1,
                say("the loop over the rows of " + text(node) + " " + says));
            put(node,
                builtin(Builtin::transpose,
                        {make(builtin(part, {make(builtin(Builtin::transpose, {self(node)}))}))}),
                cost + 0.2, say("the loop over the columns of " + text(node) + " " + says));
        }
    }
    if (node.builtin == Builtin::matvec) {
        put(node, builtin(Builtin::first_everywhere, {self(node)}), 1.8,
            say("every entry is the same as the first, in " + text(node)));
    }
}

} // namespace judging::search
