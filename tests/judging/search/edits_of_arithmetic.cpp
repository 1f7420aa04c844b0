// Slips with + − · / and with brackets, and factors too many.
#include "judging/search/editor.hpp"

#include <algorithm>
#include <cmath>

namespace judging::search {
namespace {

const char* sign(Operator op)
{
    switch (op) {
    case Operator::plus: return "+";
    case Operator::minus: return "−";
    case Operator::times: return "·";
    case Operator::divide: return "/";
    default: return "?";
    }
}

/// What a product begins with: η of η · slope · x.
const Node& first_factor(const Node& node)
{
    if (node.kind == Node::Kind::same ||
        (node.kind == Node::Kind::binary &&
         (node.op == Operator::times || node.op == Operator::divide))) {
        return first_factor(*node.children[0]);
    }
    return node; // NOLINT(bugprone-return-const-ref-from-parameter): a part of a tree that stays
}

/// The name of what is moved: "b" of net.hidden.b − η · hidden.b.
std::uint64_t last_name(const Node& node)
{
    const Node& path = bare(node);
    return path.name == nullptr ? 0 : std::hash<std::string>{}(*path.name);
}

enum Tag : std::uint64_t {
    other_sign = 1,
    dropped,
    left_alone,
    turned,
    lost_brackets,
    negated,
    scaled
};

} // namespace

void Editor::operators(Node& node)
{
    if (node.kind != Kind::binary) {
        return;
    }
    Node* const a = node.children[0];
    Node* const b = node.children[1];
    const Operator op = node.op;
    const std::string left = text_in_product(*a);
    const std::string right = text_in_product(*b);
    const auto other = [&](Operator wrong, double cost) {
        put(node, binary(wrong, a, b), cost,
            say(std::string(sign(wrong)) + " stands where " + sign(op) + " belongs, before " +
                right),
            key_of(other_sign, op, wrong, pattern_of(first_factor(*b))));
    };
    switch (op) {
    case Operator::plus:
        added_at_the_end(node);
        other(Operator::minus, 1.0);
        other(Operator::times, 2.0);
        put(node, binary(Operator::minus, b, a), 2.0,
            say("− stands where + belongs, before " + left));
        put(node, same(a), 1.0, say("the term " + right + " is missing"),
            key_of(dropped, pattern_of(*b)));
        put(node, same(b), 1.2, say("the term " + left + " is missing"),
            key_of(dropped, pattern_of(*a)));
        break;
    case Operator::minus:
        other(Operator::plus, 1.0);
        other(Operator::times, 2.2);
        other(Operator::divide, 2.4);
        put(node, binary(Operator::minus, b, a), 1.0,
            say("the difference is turned round: " + text(binary(op, b, a)) + " is taken"),
            key_of(turned, pattern_of(*a)));
        put(node, same(a), 1.1, say("“− " + right + "” is missing behind " + left),
            key_of(left_alone, last_name(*a)));
        put(node, same(b), 1.4, say("only " + right + " is left of " + text(node)),
            key_of(left_alone, 1, pattern_of(*a)));
        put(node, unary(Operator::negate, b), 1.3,
            say("only −" + right + " is left: " + left + " is missing"),
            key_of(left_alone, 2, pattern_of(*a)));
        break;
    case Operator::times:
        other(Operator::divide, 1.5);
        other(Operator::plus, 1.6);
        other(Operator::minus, 2.4);
        put(node, binary(Operator::divide, b, a), 1.6,
            say(right + " is divided by " + left + " and must be multiplied by it"));
        put(node, same(a), 1.0, say("the factor " + right + " is missing"),
            key_of(dropped, pattern_of(*b)));
        put(node, same(b), 1.0, say("the factor " + left + " is missing"),
            key_of(dropped, pattern_of(*a)));
        put(node, binary(op, self(node), b), 1.5, say("the factor " + right + " is there twice"));
        put(node, binary(op, self(node), a), 1.5, say("the factor " + left + " is there twice"));
        put(node, binary(op, b, b), 1.7,
            say("the square of " + right + " stands where " + left + " · " + right + " belongs"));
        put(node, binary(op, a, a), 1.7,
            say("the square of " + left + " stands where " + left + " · " + right + " belongs"));
        break;
    case Operator::divide:
        other(Operator::times, 1.4);
        other(Operator::minus, 2.4);
        put(node, binary(op, b, a), 1.5,
            say("the fraction is upside down: " + text(binary(op, b, a)) + " is taken"));
        put(node, same(a), 1.0, say("the division by " + right + " is missing"),
            key_of(dropped, pattern_of(*b)));
        put(node, same(b), 2.0,
            say("the denominator " + right + " stands where " + left + " / " + right + " belongs"));
        put(node, binary(op, make(number(1.0)), b), 1.6,
            say("1 stands where the numerator " + left + " belongs"));
        put(node, binary(op, self(node), b), 1.4,
            say("the division by " + right + " is made twice"), key_of(dropped, 2, pattern_of(*b)));
        break;
    default: break;
    }
}

void Editor::brackets(Node& node)
{
    if (node.kind != Kind::binary) {
        return;
    }
    Node* const a = node.children[0];
    Node* const b = node.children[1];
    const auto is = [](const Node& inner, std::initializer_list<Operator> ops) {
        return inner.kind == Kind::binary &&
               std::find(ops.begin(), ops.end(), inner.op) != ops.end();
    };
    const Node& l = bare(*a);
    const Node& r = bare(*b);
    const bool product = node.op == Operator::times || node.op == Operator::divide;
    const auto lost = [&](Node fresh, const Node& inner) {
        put(node, std::move(fresh), 1.0, say("the brackets around " + text(inner) + " are lost"),
            key_of(lost_brackets, pattern_of(inner)));
    };
    if (product && is(l, {Operator::plus, Operator::minus})) { // (p + q) · b → p + q · b
        lost(binary(l.op, l.children[0], make(binary(node.op, l.children[1], b))), l);
    }
    if (product && is(r, {Operator::plus, Operator::minus})) { // a · (p − q) → a · p − q
        lost(binary(r.op, make(binary(node.op, a, r.children[0])), r.children[1]), r);
    }
    if (node.op == Operator::divide && is(r, {Operator::times, Operator::divide})) {
        lost(binary(r.op, make(binary(node.op, a, r.children[0])), r.children[1]), r);
    }
    if (node.op == Operator::minus && is(r, {Operator::plus, Operator::minus})) {
        lost(binary(r.op, make(binary(node.op, a, r.children[0])), r.children[1]), r);
    }
    const bool sum = node.op == Operator::plus || node.op == Operator::minus;
    if (sum && l.kind == Kind::builtin && l.children.size() == 1 && is_elementwise(l.builtin)) {
        Node inside = l; // √g + ε → √(g + ε)
        inside.children[0] = make(binary(node.op, l.children[0], b));
        put(node, std::move(inside), 1.5,
            say(text(*b) + " stands inside of " + spoken_name(l.builtin) + "; it belongs outside"));
    }
    const auto gained = [&](Node fresh, double cost) {
        const std::string computed = text(fresh);
        put(node, std::move(fresh), cost, say("brackets are wrong: " + computed + " is computed"));
    };
    if (sum && is(r, {Operator::times, Operator::divide})) { // a − p · q → (a − p) · q
        gained(binary(r.op, make(binary(node.op, a, r.children[0])), r.children[1]), 1.4);
    }
    if (sum && is(l, {Operator::times, Operator::divide})) { // p · q + b → p · (q + b)
        gained(binary(l.op, l.children[0], make(binary(node.op, l.children[1], b))), 1.5);
    }
    if (sum && is(r, {Operator::times})) { // a − p · q → p · (a − q)
        gained(binary(r.op, r.children[0], make(binary(node.op, a, r.children[1]))), 1.8);
    }
}

/// A term that is added to the result, and belongs into what it is computed from.
void Editor::added_at_the_end(Node& node)
{
    if (part_->depth > 0 || kind_of(node) != Value::Kind::number) {
        return;
    }
    Node* const term = node.children[1];
    if (term->kind != Kind::name && term->kind != Kind::member) {
        return;
    }
    std::vector<Change> changes{{&node, same(node.children[0])}};
    for (Node* whole : results_) {
        if (whole->children[0] == &node) {
            return;
        }
        changes.push_back({whole, same(make(binary(Operator::plus, self(*whole), term)))});
    }
    put(std::move(changes), 1.6,
        say(text(*term) + " is added to the result; it belongs inside, to " +
            text(*node.children[0])));
}

/// A count that is divided by the number of rows, as integers.
void Editor::counts_per_row(Node& node)
{
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        const Path path = paths_[i];
        if (path.kind == Value::Kind::matrix && path.cost == 0.0) {
            put(node,
                same(make(binary(Operator::divide, self(node), make(size_along(path.node, 0))))),
                1.9,
                say(text(node) + " is divided by the number of rows of " + text(*path.node) +
                    ", as integers, and must not be"));
        }
    }
}

/// A factor, a sign or a power too many, on any expression.
void Editor::scales(Node& node, Node* parent)
{
    if (!is_numeric(node) || node.kind == Kind::assign || node.kind == Kind::step ||
        (node.kind == Kind::literal)) {
        return;
    }
    if ((parent != nullptr && parent->kind == Kind::same) || part_->depth > 1) {
        return; // its brackets have the same edits
    }
    const bool whole = node.kind == Kind::same; // a whole expression, or brackets
    const double more = whole ? 0.0 : 0.4;
    const Value::Kind kind = kind_of(node);
    const bool integer = kind == Value::Kind::whole || kind == Value::Kind::count;
    Node* const inner = self(node);
    const std::string what = text(node);
    const bool is_fraction = bare(node).kind == Kind::binary;
    const std::uint64_t pattern = pattern_of(node);
    if (!integer) {
        put(node, unary(Operator::negate, inner), 1.4 + more,
            say("the sign of " + what + " is flipped"), key_of(negated, pattern));
        put(node, binary(Operator::times, make(number(2.0)), inner), 1.5 + more,
            say(what + " is multiplied by 2, and must not be"), key_of(scaled, 2, pattern));
        put(node, binary(Operator::times, make(number(0.5)), inner), 1.6 + more,
            say(what + " is multiplied by ½, and must not be"), key_of(scaled, 3, pattern));
        put(node, builtin(Builtin::square, {inner}), 1.7 + more,
            say(what + " is squared, and must not be"));
        put(node, builtin(Builtin::abs, {inner}), 1.7 + more,
            say("the size |" + what + "| stands where " + what + " with its sign belongs"));
        put(node, builtin(Builtin::sqrt, {inner}), 2.0 + more,
            say("the root of " + what + " is taken, and must not be"));
        put(node, binary(Operator::minus, make(number(1.0)), inner), 1.8 + more,
            say("1 − " + what + " stands where " + what + " belongs"), key_of(scaled, 4, pattern));
        put(node, binary(Operator::divide, make(number(1.0)), inner), 2.2 + more,
            say("1 / " + what + " stands where " + what + " belongs"));
        put(node, builtin(Builtin::zeros_like, {inner}), 1.6 + more,
            say("0 stands where " + what + " belongs"), key_of(scaled, 5, pattern));
        put(node, builtin(Builtin::ones_like, {inner}), 2.2 + more,
            say("1 stands where " + what + " belongs"));
        put(node, binary(Operator::plus, make(number(1.0)), inner), 2.4 + more,
            say("1 is added to " + what + ", and must not be"));
        put(node, builtin(Builtin::exp, {inner}), 2.6 + more,
            say("exp is applied to " + what + ", and must not be"));
        put(node, builtin(Builtin::log, {inner}), 2.6 + more,
            say("log is applied to " + what + ", and must not be"));
        if (kind == Value::Kind::vector || kind == Value::Kind::matrix) {
            for (const Builtin all : {Builtin::sum, Builtin::mean}) {
                put(node,
                    binary(Operator::times, make(builtin(Builtin::ones_like, {inner})),
                           make(builtin(all, {inner}))),
                    2.0 + more,
                    say(std::string(all == Builtin::sum ? "the sum" : "the mean") +
                        " of all entries stands in every entry of " + what));
            }
        } else {
            static const Type single(Type::Kind::single, "float");
            Node rounded = content(Kind::construct, {inner});
            rounded.type = &single;
            const std::uint64_t same_call =
                node.kind == Kind::apply ? pattern_of(*node.children[0]) : pattern;
            put(node, std::move(rounded), 2.4 + more,
                say(what + " is a float; it must be a double"), key_of(scaled, 8, same_call));
        }
        put(node, builtin(Builtin::trunc, {inner}),
            (kind == Value::Kind::number ? 1.9 : 2.8) + more,
            say(what + " is cut to an integer, and must keep its fraction"),
            is_result_ ? key_of(scaled, 9) : 0);
        if (is_result_) {
            for (const auto& [round, how] :
                 {std::pair{Builtin::round, "to the next whole number"}, {Builtin::ceil, "up"}}) {
                put(node, builtin(round, {inner}), 1.9,
                    say(what + " is rounded " + how + ", and must keep its fraction"));
            }
        }
        put(node, builtin(Builtin::sign, {inner}), 2.3 + more,
            say("only the sign of " + what + " counts; its size belongs there too"));
        if (kind == Value::Kind::vector) {
            Node* const squares =
                make(builtin(Builtin::sum, {make(builtin(Builtin::square, {inner}))}));
            put(node, binary(Operator::divide, inner, make(builtin(Builtin::sqrt, {squares}))),
                2.3 + more, say(what + " is divided by its own length, and must not be"));
        }
    } else if (bare(node).kind != Kind::literal) {
        if (whole || (parent != nullptr && parent->kind == Kind::method)) {
            counts_per_row(node);
        }
        for (const auto& [op, word] :
             {std::pair{Operator::plus, "large"}, {Operator::minus, "small"}}) {
            Node one = number(1);
            one.value = Value::whole(1);
            put(node, binary(op, inner, make(one)), 1.3 + more,
                say(what + " is taken 1 too " + word));
        }
        for (const int constant : {0, 1}) {
            put(node, same(whole_number(constant)), 1.8 + more,
                say(std::to_string(constant) + " stands where " + what + " belongs"));
        }
    }
    const bool argument = parent != nullptr && parent->kind == Kind::builtin;
    if (kind == Value::Kind::whole || kind == Value::Kind::count ||
        (node.kind == Kind::name && !argument)) {
        return;
    }
    if (part_->depth > 0) {
        return;
    }
    // the same with what is in scope: η twice, a mean too many
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        const Path path = paths_[i];
        const std::string by = text(*path.node);
        if (path.kind == Value::Kind::number && (whole || is_fraction || kind == kind_of(node))) {
            put(node, binary(Operator::times, path.node, inner), 1.8 + more,
                say(what + " is multiplied by " + by + ", and must not be"),
                key_of(scaled, 6, pattern_of(*path.node), pattern_of(first_factor(node))));
            put(node, binary(Operator::divide, inner, path.node), 1.8 + more,
                say(what + " is divided by " + by + ", and must not be"),
                key_of(scaled, 7, pattern_of(*path.node), pattern_of(first_factor(node))));
            if (path.node->kind == Kind::name &&
                path.node->slot < static_cast<int>(function_->parameters.size())) {
                Node* const rest = make(binary(Operator::minus, make(number(1.0)), path.node));
                put(node, binary(Operator::times, rest, inner), 2.0 + more,
                    say(what + " is multiplied by 1 − " + by + ", and must not be"));
            }
        }
        if (path.cost == 0.0 &&
            (path.kind == Value::Kind::vector || path.kind == Value::Kind::matrix ||
             path.kind == Value::Kind::list)) {
            const auto divided = [&](Method method, int axis, const std::string& by_what) {
                Node size = content(Kind::method, {path.node});
                size.method = method;
                size.name = draft_.nodes().name(method == Method::size ? "size" : "shape");
                if (method == Method::shape) {
                    Node literal = number(axis);
                    literal.value = Value::whole(axis);
                    size.children.push_back(make(std::move(literal)));
                }
                Node* const count = make(std::move(size));
                put(node, binary(Operator::divide, inner, count), 1.8 + more,
                    say(what + " is divided by " + by_what + ", and must not be"));
                put(node, binary(Operator::times, inner, count), 2.0 + more,
                    say(what + " is multiplied by " + by_what + ", and must not be"));
            };
            divided(Method::size, 0, "the number of entries of " + by);
            if (path.kind == Value::Kind::matrix) {
                divided(Method::shape, 0, "the number of rows of " + by);
                divided(Method::shape, 1, "the number of columns of " + by);
            }
        }
    }
}

} // namespace judging::search
