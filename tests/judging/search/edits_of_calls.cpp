// Slips with functions: another one, one too many, one left out, at another place.
#include "judging/search/editor.hpp"

#include <algorithm>
#include <array>

namespace judging::search {
namespace {

using Family = std::vector<Builtin>;

/// Those that are taken for each other.
const std::array<Family, 5>& families()
{
    static const std::array<Family, 5> all{
        {{Builtin::exp,  Builtin::log,   Builtin::expm1, Builtin::square, Builtin::abs,
          Builtin::tanh, Builtin::sqrt,  Builtin::atan,  Builtin::sign,   Builtin::tan,
          Builtin::sin,  Builtin::cos,   Builtin::log1p, Builtin::erf,    Builtin::erfc,
          Builtin::exp2, Builtin::log10, Builtin::log2,  Builtin::cube,   Builtin::asin,
          Builtin::sinh, Builtin::cosh,  Builtin::atanh, Builtin::asinh,  Builtin::acos},
         {Builtin::sum, Builtin::mean, Builtin::amax, Builtin::amin, Builtin::prod},
         {Builtin::maximum, Builtin::minimum},
         {Builtin::zeros, Builtin::ones},
         {Builtin::zeros_like, Builtin::ones_like}}};
    return all;
}

bool same_signature(const Function& a, const Function& b)
{
    return a.parameters.size() == b.parameters.size() && a.result->kind == b.result->kind &&
           std::equal(
               a.parameters.begin(), a.parameters.end(), b.parameters.begin(),
               [](const Parameter& p, const Parameter& q) { return p.type->kind == q.type->kind; });
}

} // namespace

void Editor::calls(Node& node)
{
    if (node.kind == Kind::builtin) {
        for (const Family& family : families()) {
            if (std::find(family.begin(), family.end(), node.builtin) == family.end()) {
                continue;
            }
            for (const Builtin other : family) {
                if (other != node.builtin) {
                    Node fresh = node;
                    fresh.builtin = other;
                    put(node, std::move(fresh), is_elementwise(other) ? 2.0 : 1.3,
                        say(spoken_name(other) + " stands where " + spoken_name(node.builtin) +
                            " belongs, of " + text(*node.children[0])),
                        key_of(31, node.builtin, other));
                }
            }
        }
        if (node.builtin == Builtin::exp) {
            cut_off(*node.children[0]);
        }
        if (node.builtin == Builtin::maximum || node.builtin == Builtin::minimum) {
            put(node, binary(Operator::plus, node.children[0], node.children[1]), 2.0,
                say(text(*node.children[0]) + " and " + text(*node.children[1]) + " are added; " +
                    spoken_name(node.builtin) + " of the two belongs there"));
        }
        if (node.builtin == Builtin::atan || node.builtin == Builtin::tan) {
            constexpr double degrees = 57.29577951308232;
            constexpr double quarters = 0.6366197723675814;
            put(node, binary(Operator::times, make(number(degrees)), self(node)), 1.9,
                say(text(node) + " is in degrees; it must be in radians"));
            put(node, binary(Operator::times, make(number(quarters)), self(node)), 2.0,
                say(text(node) + " is divided by π/2, and must not be"));
        }
        if (node.builtin == Builtin::transpose) {
            put(node, same(node.children[0]), 1.0,
                say(text(*node.children[0]) + " is not transposed here, and must be"),
                key_of(32, pattern_of(*node.children[0])));
        }
    }
    // a matrix transposed that must not be
    if ((node.kind == Kind::builtin && node.builtin != Builtin::transpose) ||
        node.kind == Kind::call) {
        for (Node* child : node.children) {
            if (kind_of(*child) == Value::Kind::matrix &&
                bare(*child).builtin != Builtin::transpose) {
                put(*child, builtin(Builtin::transpose, {self(*child)}), 1.2,
                    say(text(*child) + " is transposed here, and must not be"),
                    key_of(33, pattern_of(*child)));
            }
        }
    }
    if (node.kind == Kind::builtin &&
        (node.builtin == Builtin::matmul || node.builtin == Builtin::outer)) {
        // (A B)ᵀ, and the other outer product
        put(node, builtin(Builtin::transpose, {self(node)}), 1.4,
            say(text(node) + " is transposed: the factors are in the wrong order"));
    }
    if (node.builtin == Builtin::matvec || node.builtin == Builtin::matmul) {
        for (const std::size_t i : {0u, 1u}) {
            Node* const left = node.children[i];
            if (kind_of(*left) == kind_of(node)) {
                put(node, same(left), 1.6,
                    say("the factor " + text(*node.children[1 - i]) + " is missing"));
            }
        }
    }
    if (node.kind == Kind::builtin && node.builtin == Builtin::matvec &&
        kind_of(*node.children[0]) == Value::Kind::matrix) {
        Node* const A = node.children[0];
        Node* const x = node.children[1];
        put(node, builtin(Builtin::sum, {A, make(content(Kind::braces, {make([&] {
                                                             Node axis = number(1);
                                                             axis.value = Value::whole(1);
                                                             return axis;
                                                         }())}))}),
            1.9,
            say("the rows of " + text(*A) + " are only summed, not weighted with " + text(*x)));
        put(node, builtin(Builtin::sum, {x}), 2.1,
            say("the entries of " + text(*x) + " are only summed, not weighted with " + text(*A)));
    }
    if (node.kind == Kind::builtin && node.builtin == Builtin::dot) {
        Node* const x = node.children[0];
        Node* const y = node.children[1];
        Node* const sum_x = make(builtin(Builtin::sum, {x}));
        Node* const sum_y = make(builtin(Builtin::sum, {y}));
        put(node, binary(Operator::times, sum_x, sum_y), 1.8,
            say("the sums are multiplied; the products of the entries are summed"));
        put(node, binary(Operator::plus, sum_x, sum_y), 2.0,
            say("the entries are added; they must be multiplied, one by one, before the sum"));
        put(node, same(sum_x), 1.9,
            say("the factor " + text(*y) + " is missing in the sum of products"));
        put(node, same(sum_y), 1.9,
            say("the factor " + text(*x) + " is missing in the sum of products"));
        put(*node.children[0], same(y), 1.9,
            say(text(*y) + " stands where " + text(*x) + " belongs"));
        put(*node.children[1], same(x), 1.9,
            say(text(*x) + " stands where " + text(*y) + " belongs"));
    }
    // f′ for f, a neighbouring function of the chapter
    if (node.kind == Kind::call && node.function != nullptr) {
        for (const Function* other : draft_.others()) {
            if (other->name != node.function->name && same_signature(*other, *node.function)) {
                Node fresh = node;
                fresh.function = other;
                fresh.name = draft_.nodes().name(other->name);
                put(node, std::move(fresh), 1.6, {},
                    key_of(34, std::hash<std::string>{}(other->name),
                           std::hash<std::string>{}(*node.name)));
            }
        }
    }
    if (node.kind == Kind::builtin && node.builtin == Builtin::pow) {
        Node* const base = node.children[0];
        Node* const exponent = node.children[1];
        put(node, same(base), 1.4, say("the power is missing: " + text(*base) + " stands alone"));
        put(node, binary(Operator::times, base, exponent), 1.6,
            say("a product stands where the power belongs: " + text_in_product(*base) + " · " +
                text_in_product(*exponent)));
        const Node& product = bare(*base);
        if (product.kind == Kind::binary && product.op == Operator::times) {
            for (const int i : {0, 1}) {
                Node* const inside = product.children[static_cast<std::size_t>(1 - i)];
                Node* const outside = product.children[static_cast<std::size_t>(i)];
                put(node,
                    binary(Operator::times, outside,
                           make(builtin(Builtin::pow, {inside, exponent}))),
                    1.3,
                    say("only " + text(*inside) + " is raised to the power; " + text(*outside) +
                        " belongs into it"));
                put(node,
                    binary(Operator::times, make(binary(Operator::times, outside, inside)),
                           exponent),
                    1.7, say("a product stands where the power belongs"));
            }
        }
        if (product.kind == Kind::binary && product.op == Operator::divide) {
            put(node,
                binary(Operator::divide, product.children[0],
                       make(builtin(Builtin::pow, {product.children[1], exponent}))),
                1.8, say("only " + text(*product.children[1]) + " is raised to the power"));
            put(node,
                binary(Operator::divide,
                       make(builtin(Builtin::pow, {product.children[0], exponent})),
                       product.children[1]),
                1.8, say("only " + text(*product.children[0]) + " is raised to the power"));
        }
    }
}

/// An exponent that is kept within bounds, against overflow.
void Editor::cut_off(Node& exponent)
{
    for (const double bound : {1.0, 5.0, 10.0, 20.0, 30.0, 50.0, 100.0, 500.0}) {
        put(exponent,
            builtin(Builtin::clip, {self(exponent), make(number(-bound)), make(number(bound))}),
            2.0,
            say(text(exponent) + " is kept within ±" + text(number(bound)) +
                "; the formula holds for every number"),
            key_of(35, std::hash<double>{}(bound)));
    }
}

void Editor::order_of_arguments(Node& node)
{
    if (node.kind == Kind::braces && node.children.size() > 1) {
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            Node fresh = node;
            fresh.children.erase(fresh.children.begin() + static_cast<std::ptrdiff_t>(i));
            put(node, std::move(fresh), 1.7,
                say(text(*node.children[i]) + " is missing in the list"));
        }
    }
    if (node.kind != Kind::builtin && node.kind != Kind::call && node.kind != Kind::braces &&
        node.kind != Kind::apply) {
        return;
    }
    const bool choice = node.kind == Kind::builtin && node.builtin == Builtin::where;
    const std::size_t first = node.kind == Kind::apply || choice ? 1 : 0;
    for (std::size_t i = first; i < node.children.size(); ++i) {
        for (std::size_t j = i + 1; j < node.children.size(); ++j) {
            const bool alike = kind_of(*node.children[i]) == kind_of(*node.children[j]) ||
                               (is_numeric(*node.children[i]) && is_numeric(*node.children[j]));
            if (alike || node.kind == Kind::braces) {
                Node fresh = node;
                std::swap(fresh.children[i], fresh.children[j]);
                put(node, std::move(fresh), 1.2,
                    say(text(*node.children[i]) + " and " + text(*node.children[j]) +
                        " are in the wrong order"));
            }
        }
    }
}

} // namespace judging::search
