// Slips with functions: another one, one too many, one left out, at another place.
#include "judging/search/editor.hpp"

#include <algorithm>
#include <array>
#include <map>

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
          Builtin::sinh, Builtin::cosh},
         {Builtin::sum, Builtin::mean, Builtin::amax, Builtin::amin, Builtin::prod},
         {Builtin::maximum, Builtin::minimum},
         {Builtin::zeros, Builtin::ones},
         {Builtin::zeros_like, Builtin::ones_like}}};
    return all;
}

const Node& bare(const Node& node)
{
    return node.kind == Node::Kind::same ? bare(*node.children[0]) : node;
}

std::string spelled(Builtin builtin)
{
    switch (builtin) {
    case Builtin::amax: return "the largest entry";
    case Builtin::amin: return "the smallest entry";
    case Builtin::sum: return "the sum";
    case Builtin::mean: return "the mean";
    case Builtin::prod: return "the product";
    default: return std::string(name_of(builtin));
    }
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

/// Whether it is of no chapter: sigmoid, tanh … of well_known_functions().
bool is_known(const Function& f)
{
    return f.result->kind == Type::Kind::automatic;
}

std::string spelled(const Function& f)
{
    if (!is_known(f)) {
        return f.name;
    }
    static const std::map<std::string, std::string> words{
        {"known_sigmoid", "the sigmoid"},        {"known_step", "the step"},
        {"known_softplus", "softplus"},          {"known_relu", "max(0, ·)"},
        {"known_slope_of_sigmoid", "σ (1 − σ)"}, {"known_slope_from_output", "y (1 − y)"},
        {"known_slope_of_tanh", "1 − y²"},       {"known_sign", "the sign"}};
    const auto found = words.find(f.name);
    return found == words.end() ? f.name : found->second;
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
                        say(spelled(other) + " stands where " + spelled(node.builtin) +
                            " belongs, of " + text(*node.children[0])),
                        key_of(31, node.builtin, other));
                }
            }
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
            say("a product stands where the power belongs: " + text(*base) + " · " +
                text(*exponent)));
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

/// Sums along the wrong axis, over too much or too little.
void Editor::reductions(Node& node)
{
    if (node.kind != Kind::builtin || !is_reduction(node.builtin)) {
        return;
    }
    Node* const what = node.children[0];
    const bool of_matrix = kind_of(*what) == Value::Kind::matrix;
    const std::string name = spelled(node.builtin);
    const auto axis_node = [&](int axis) {
        Node literal = number(axis);
        literal.value = Value::whole(axis);
        return make(content(Kind::braces, {make(std::move(literal))}));
    };
    if (node.children.size() > 1 && node.children[1]->kind == Kind::braces &&
        node.children[1]->children.size() == 1) {
        const bool rows = node.children[1]->children[0]->value.as_number() == 0.0;
        Node fresh = node;
        fresh.children[1] = axis_node(rows ? 1 : 0);
        put(node, std::move(fresh), 1.1,
            say(name + " of " + text(*what) + " runs along the wrong axis, " + (rows ? "1" : "0") +
                "; it belongs along axis " + (rows ? "0" : "1")),
            key_of(41));
        put(node, builtin(node.builtin, {what}), 1.4,
            say(name + " of " + text(*what) + " is taken over everything; it belongs along axis " +
                (rows ? "0" : "1")));
        put(node, same(what), 1.6, say(name + " of " + text(*what) + " is left out"));
        if (of_matrix && node.children.size() == 2) {
            if (rows) {
                put(node, builtin(Builtin::first_row, {what}), 1.4,
                    say("only the first row of " + text(*what) + " counts; " + name +
                        " belongs there"));
                put(node, builtin(Builtin::last_row, {what}), 1.7,
                    say("only the last row of " + text(*what) + " counts; " + name +
                        " belongs there"));
            }
        }
    }
    if (node.children.size() != 1) {
        return;
    }
    if (bare(*what).kind == Kind::builtin && bare(*what).children.size() == 1 &&
        is_elementwise(bare(*what).builtin)) {
        Node outer = bare(*what);
        const std::string function = std::string(name_of(outer.builtin));
        outer.children = {make(builtin(node.builtin, {bare(*what).children[0]}))};
        put(node, std::move(outer), 1.4,
            say(function + " is taken of the sum; it belongs inside, on every term"));
    }
    for (const Builtin part :
         {Builtin::without_first, Builtin::without_last, Builtin::only_first, Builtin::only_last}) {
        const std::string says = part == Builtin::without_first  ? "leaves out the first one"
                                 : part == Builtin::without_last ? "leaves out the last one"
                                 : part == Builtin::only_first   ? "has only the first one"
                                                                 : "has only the last one";
        put(*what, builtin(part, {self(*what)}), 1.6,
            say(name + " of " + text(*what) + " " + says));
    }
    if (of_matrix) {
        for (const auto& [part, which] :
             {std::pair{Builtin::first_row, "row"}, {Builtin::first_column, "column"}}) {
            put(*what, builtin(part, {self(*what)}), 1.5,
                say("only the first " + std::string(which) + " of " + text(*what) + " counts"));
        }
    }
    // of the rows alone, or of the columns
    if (of_matrix && node.builtin == Builtin::mean) {
        for (const int axis : {0, 1}) {
            Node size = content(Kind::method, {what});
            size.method = Method::shape;
            Node literal = number(axis);
            literal.value = Value::whole(axis);
            size.children.push_back(make(std::move(literal)));
            put(node,
                binary(Operator::divide, make(builtin(Builtin::sum, {what})),
                       make(std::move(size))),
                1.5,
                say(std::string("the sum is divided by the number of ") +
                    (axis == 0 ? "rows" : "columns") + " alone; the mean is over all entries"));
        }
    }
    if (node.builtin == Builtin::mean) {
        Node size = content(Kind::method, {what});
        size.method = Method::size;
        Node* const count = make(std::move(size));
        put(node, builtin(Builtin::trunc, {self(node)}), 1.6,
            say("the count is divided as integers, which cuts the fraction off"));
        (void)count;
    }
}

/// shape(0) for shape(1), one too many or too few.
void Editor::methods(Node& node)
{
    if (node.kind != Kind::method) {
        return;
    }
    Node* const object = node.children[0];
    if (node.method == Method::shape && node.children.size() == 2 &&
        node.children[1]->kind == Kind::literal) {
        const bool rows = node.children[1]->value.as_number() == 0.0;
        Node fresh = node;
        Node literal = number(rows ? 1 : 0);
        literal.value = Value::whole(rows ? 1 : 0);
        fresh.children[1] = make(std::move(literal));
        const std::string of = " of " + text(*object);
        put(node, std::move(fresh), 1.1,
            say(std::string("the number of ") + (rows ? "columns" : "rows") + of +
                " stands where the number of " + (rows ? "rows" : "columns") + " belongs"));
        Node size = content(Kind::method, {object});
        size.method = Method::size;
        put(node, std::move(size), 1.3,
            say("the number of all entries" + of + " stands where the number of " +
                (rows ? "rows" : "columns") + " belongs"));
    }
    if (node.method == Method::back || node.method == Method::front) {
        Node fresh = node;
        fresh.method = node.method == Method::back ? Method::front : Method::back;
        if (node.method == Method::back) {
            Node size = content(Kind::method, {object});
            size.method = Method::size;
            Node* const at = make(binary(Operator::minus, make(size), whole_number(2)));
            put(node, content(Kind::index, {object, at}), 1.6,
                say("the last but one of " + text(*object) + " stands where the last belongs"));
        }
        put(node, std::move(fresh), 1.3,
            say(std::string("the ") + (node.method == Method::back ? "first" : "last") + " of " +
                text(*object) + " stands where the " +
                (node.method == Method::back ? "last" : "first") + " belongs"));
    }
    if (node.method == Method::size || node.method == Method::shape) {
        const std::string was = node.method == Method::size
                                    ? "the number of entries of " + text(*object)
                                    : "the size of " + text(*object);
        for (std::size_t i = 0; i < paths_.size(); ++i) {
            const Path path = paths_[i];
            const std::string name = text(*path.node);
            if (path.kind == Value::Kind::matrix) {
                for (const int axis : {0, 1}) {
                    Node size = content(Kind::method, {path.node});
                    size.method = Method::shape;
                    Node literal = number(axis);
                    literal.value = Value::whole(axis);
                    size.children.push_back(make(std::move(literal)));
                    put(node, std::move(size), 1.8,
                        say(std::string("the number of ") + (axis == 0 ? "rows" : "columns") +
                            " of " + name + " stands where " + was + " belongs"));
                }
            }
            if (path.kind == Value::Kind::matrix || path.kind == Value::Kind::vector ||
                path.kind == Value::Kind::list) {
                Node size = content(Kind::method, {path.node});
                size.method = Method::size;
                put(node, std::move(size), 1.7,
                    say("the number of entries of " + name + " stands where " + was + " belongs"));
            }
        }
    }
}

/// H[l] for H[l + 1], v(0) for v(i).
void Editor::indices(Node& node)
{
    const bool entry = node.kind == Kind::apply && node.children.size() > 1 &&
                       kind_of(*node.children[0]) != Value::Kind::function;
    if (node.kind != Kind::index && !entry) {
        return;
    }
    for (std::size_t i = 1; i < node.children.size(); ++i) {
        Node* const at = node.children[i];
        const std::string of = text(*node.children[0]);
        const auto other = [&](Node fresh, double cost) {
            Node shown = node;
            Node* const index = make(fresh);
            shown.children[i] = index;
            const std::string now = text(shown);
            put(*at, std::move(fresh), cost, say(now + " stands where " + text(node) + " belongs"));
        };
        const auto whole = [&](std::int64_t value) {
            Node literal = number(0);
            literal.value = Value::whole(value);
            return literal;
        };
        other(whole(0), 1.5);
        other(whole(1), 2.2);
        other(binary(Operator::plus, self(*at), make(whole(1))), 1.4);
        other(binary(Operator::minus, self(*at), make(whole(1))), 1.4);
        const Node& index = bare(*at);
        if (index.kind == Kind::binary) {
            other(same(index.children[0]), 1.2);
        }
        // counted from the other end
        if (node.kind == Kind::index || node.children.size() == 2) {
            Node size = content(Kind::method, {node.children[0]});
            size.method = Method::size;
            other(binary(Operator::minus, make(binary(Operator::minus, make(size), make(whole(1)))),
                         self(*at)),
                  1.8);
        }
    }
    if (node.children.size() == 3) {
        Node fresh = node;
        std::swap(fresh.children[1], fresh.children[2]);
        put(node, std::move(fresh), 1.5);
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
    const std::size_t first = node.kind == Kind::apply ? 1 : 0;
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
                                       : std::string(name_of(node.builtin));
        put(node, same(inner), 1.0, say(f + " is left out: " + text(*inner) + " stands alone"),
            key_of(51, std::hash<std::string>{}(f)));
        Node twice = node;
        twice.children[at] = self(node);
        put(node, std::move(twice), 1.5, say(f + " is applied twice"),
            key_of(52, std::hash<std::string>{}(f)));
        const Node& sum = bare(*inner);
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
            put(node, std::move(fresh), is_known(*f) ? 2.1 : 1.7,
                say(spelled(*f) + " is applied to " + text(node) + ", and must not be"),
                key_of(55, std::hash<std::string>{}(f->name), pattern_of(node)));
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
            say("every entry is that of the first row, of " + text(node)));
    }
}

} // namespace judging::search
