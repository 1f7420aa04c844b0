// Slips with random numbers: another distribution, another seed.
#include "judging/search/editor.hpp"

#include <utility>

namespace judging::search {
namespace {

Method other_distribution(Method method)
{
    switch (method) {
    case Method::normal: return Method::uniform;
    case Method::normal_vector: return Method::uniform_vector;
    case Method::normal_matrix: return Method::uniform_matrix;
    case Method::uniform: return Method::normal;
    case Method::uniform_vector: return Method::normal_vector;
    case Method::uniform_matrix: return Method::normal_matrix;
    default: return Method::none;
    }
}

} // namespace

void Editor::draws(Node& node)
{
    if (node.kind != Kind::method || node.children.size() < 3) {
        return;
    }
    const Method other = other_distribution(node.method);
    if (other == Method::none) {
        return;
    }
    const bool normal = node.method == Method::normal || node.method == Method::normal_vector ||
                        node.method == Method::normal_matrix;
    Node* const last = node.children.back();
    Node fresh = node;
    fresh.method = other;
    fresh.name = draft_.nodes().name(std::string(name_of(other)));
    fresh.children[node.children.size() - 2] =
        normal ? make(unary(Operator::negate, last)) : make(number(0.0));
    put(node, std::move(fresh), 1.6,
        say(normal ? "the numbers are drawn evenly between −" + text(*last) + " and " +
                         text(*last) + "; they must be normal, with that deviation"
                   : "the numbers are drawn from a normal distribution with the deviation " +
                         text(*last) + "; they must lie evenly between the limits"));
    // sizes in the wrong order, of a matrix that is turned round or not
    if (node.method == Method::normal_matrix || node.method == Method::uniform_matrix) {
        Node turned = node;
        std::swap(turned.children[1], turned.children[2]);
        put(node, Node(turned), 1.4,
            say(text(*node.children[1]) + " and " + text(*node.children[2]) +
                " are swapped: the first is the number of rows"));
        put(node, builtin(Builtin::transpose, {make(std::move(turned))}), 1.9,
            say("the numbers are drawn column by column; they must be drawn row by row"));
    }
}

} // namespace judging::search
