// Slips with sums and means, with sizes and with indices.
#include "judging/search/editor.hpp"

#include <algorithm>

namespace judging::search {
/// Sums along the wrong axis, over too much or too little.
void Editor::reductions(Node& node)
{
    if (node.kind != Kind::builtin || !is_reduction(node.builtin)) {
        return;
    }
    other_members(node);
    Node* const what = node.children[0];
    const bool of_matrix = kind_of(*what) == Value::Kind::matrix;
    const std::string name = spoken_name(node.builtin);
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
            say(name + " is taken of each " + (rows ? "row" : "column") + " of " + text(*what) +
                " (axis " + (rows ? "1" : "0") + "); it must be taken of each " +
                (rows ? "column (axis 0)" : "row (axis 1)")),
            key_of(41));
        put(node, builtin(node.builtin, {what}), 1.4,
            say(name + " is taken of all entries of " + text(*what) +
                "; it must be taken of each " + (rows ? "column (axis 0)" : "row (axis 1)")));
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
    if (node.builtin == Builtin::amax || node.builtin == Builtin::amin) {
        extremes(node);
    } else {
        terms_left_out(node);
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
            Node size = size_along(what, axis);
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

/// A loop that begins late or ends early.
void Editor::terms_left_out(Node& node)
{
    Node* const what = node.children[0];
    const std::string name = spoken_name(node.builtin);
    for (const Builtin part :
         {Builtin::without_first, Builtin::without_last, Builtin::only_first, Builtin::only_last}) {
        const std::string says = part == Builtin::without_first  ? "leaves out the first entry"
                                 : part == Builtin::without_last ? "leaves out the last entry"
                                 : part == Builtin::only_first   ? "takes only the first entry"
                                                                 : "takes only the last entry";
        put(*what, builtin(part, {self(*what)}), 1.6,
            say(name + " of " + text(*what) + " " + says));
    }
}

/// The same for a loop that looks for the least or the largest; it may also begin with a 0.
void Editor::extremes(Node& node)
{
    Node* const what = node.children[0];
    const std::string name = spoken_name(node.builtin);
    struct Slip {
        Builtin part;
        const char* words;
    };
    for (const auto& [part, words] :
         {Slip{Builtin::all_but_first, " leaves out the first entry"},
          Slip{Builtin::all_but_last, " leaves out the last entry"},
          Slip{Builtin::first_alone, " looks at the first entry only"},
          Slip{Builtin::last_alone, " looks at the last entry only"},
          Slip{Builtin::only_ends, " looks at the first and the last entry only"}}) {
        put(*what, builtin(part, {self(*what)}), 1.6,
            say("the search for " + name + " of " + text(*what) + words), key_of(181, part));
    }
    put(node,
        builtin(node.builtin == Builtin::amin ? Builtin::minimum : Builtin::maximum,
                {self(node), make(number(0.0))}),
        1.6,
        say("the search for " + name + " of " + text(*what) +
            " begins with 0, which may be none of the entries; begin with the first"),
        key_of(182));
}

/// The same of another member of the struct is added: the biases' squares to the weights'.
void Editor::other_members(Node& node)
{
    if (node.builtin != Builtin::sum || node.children.size() != 1) {
        return;
    }
    const Node* member = nullptr;
    const auto find = [&](const auto& again, const Node& inner) -> void {
        if (inner.kind == Kind::member && member == nullptr) {
            member = &inner;
        }
        for (const Node* child : inner.children) {
            again(again, *child);
        }
    };
    find(find, node);
    if (member == nullptr) {
        return;
    }
    const std::uint64_t owner = pattern_of(*member->children[0]);
    const auto found = std::find_if(paths_.begin(), paths_.end(), [&](const Path& path) {
        return path.kind == Value::Kind::structure && pattern_of(*path.node) == owner;
    });
    if (found == paths_.end()) {
        return;
    }
    const std::vector<Field> fields = found->type->fields;
    for (const Field& field : fields) {
        const bool tensor =
            field.type->kind == Type::Kind::vector || field.type->kind == Type::Kind::matrix;
        if (field.name == *member->name || !tensor) {
            continue;
        }
        Node* const other = draft_.nodes().copy(node);
        const auto rename = [&](const auto& again, Node& inner) -> void {
            if (inner.kind == Kind::member && *inner.name == *member->name) {
                inner.name = draft_.nodes().name(field.name);
            }
            for (Node* child : inner.children) {
                again(again, *child);
            }
        };
        rename(rename, *other);
        const std::string only = *member->name;
        put(node, binary(Operator::plus, self(node), other), 1.7,
            say("the " + field.name + " count as well; only the " + only + " belong in the sum"),
            key_of(161));
    }
}

/// |x| + |y| where x² + y² belongs: the sum of the sizes for the length.
void Editor::sizes_added(Node& node)
{
    const auto sizes = [&](const auto& again, const Node& inner) -> Node* {
        const Node& term = bare(inner);
        if (term.kind == Kind::binary && term.op == Operator::plus) {
            Node* const a = again(again, *term.children[0]);
            Node* const b = a == nullptr ? nullptr : again(again, *term.children[1]);
            return b == nullptr ? nullptr : make(binary(Operator::plus, a, b));
        }
        const bool product = (term.kind == Kind::binary && term.op == Operator::times) ||
                             term.builtin == Builtin::dot;
        if (product && pattern_of(*term.children[0]) == pattern_of(*term.children[1])) {
            Node* const size = make(builtin(Builtin::abs, {term.children[0]}));
            return term.builtin == Builtin::dot ? make(builtin(Builtin::sum, {size})) : size;
        }
        if (term.builtin == Builtin::sum && term.children.size() == 1 &&
            bare(*term.children[0]).builtin == Builtin::square) {
            return make(
                builtin(Builtin::sum,
                        {make(builtin(Builtin::abs, {bare(*term.children[0]).children[0]}))}));
        }
        return nullptr;
    };
    if (node.kind != Kind::same || kind_of(node) != Value::Kind::number) {
        return;
    }
    if (Node* const sum = sizes(sizes, node); sum != nullptr) {
        put(node, builtin(Builtin::square, {sum}), 1.9,
            say("the sizes of the entries are added; their squares must be, and the root taken of "
                "the sum"));
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
            if (path.cost > 0.0) {
                continue;
            }
            const std::string name = text(*path.node);
            if (path.kind == Value::Kind::matrix) {
                for (const int axis : {0, 1}) {
                    Node size = size_along(path.node, axis);
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

} // namespace judging::search
