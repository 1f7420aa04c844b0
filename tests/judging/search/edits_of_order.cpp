// What is computed from values that have already been replaced, or are no longer the present ones.
#include "judging/search/editor.hpp"

namespace judging::search {

/// A field of the result is stored first, and all the rest is then computed with its new value:
/// the weights are moved, and the bias takes the answer of the moved weights.
void Editor::moved_first(Node& statement)
{
    const Node& value = bare(*statement.children[0]);
    const Type& type = *function_->result;
    constexpr std::size_t most = 6;
    if (part_->depth > 0 || value.kind != Kind::braces || type.kind != Type::Kind::structure ||
        value.children.size() != type.fields.size() || type.fields.size() > most) {
        return;
    }
    const std::vector<Node*>& body = function_->body->children;
    if (body.empty() || body.back() != &statement) {
        return;
    }
    for (std::size_t p = 0; p < function_->parameters.size(); ++p) {
        const Parameter& parameter = function_->parameters[p];
        if (parameter.type->kind != type.kind || parameter.type->name != type.name) {
            continue;
        }
        Node name = content(Kind::name);
        name.slot = static_cast<int>(p);
        name.name = draft_.nodes().name(parameter.name);
        Node* const state = make(std::move(name));
        for (std::size_t k = 0; k < type.fields.size(); ++k) {
            Node member = content(Kind::member, {state});
            member.name = draft_.nodes().name(type.fields[k].name);
            if (pattern_of(member) == pattern_of(*value.children[k])) {
                continue; // it is returned as it came
            }
            Node* const field = make(std::move(member));
            Node* const store = make(content(Kind::assign, {field, value.children[k]}));
            std::vector<Node*> steps{
                make(content(Kind::evaluate, {make(content(Kind::same, {store}))}))};
            for (std::size_t i = 0; i + 1 < body.size(); ++i) {
                steps.push_back(self(*body[i]));
            }
            Node result = value;
            result.children[k] = field;
            steps.push_back(
                make(content(Kind::give, {make(content(Kind::same, {make(std::move(result))}))})));
            put({{&statement, content(Kind::block, std::move(steps))}}, 1.7,
                say(text(*field) + " is replaced first, and the rest is computed with its new "
                                   "value; it must be computed with the old one"));
        }
    }
}

/// P = start − … in every pass, where P goes on from where it is.
void Editor::from_the_start(Node& inner)
{
    if (inner.kind != Kind::assign || loops_.empty() ||
        (inner.op != Operator::plus && inner.op != Operator::minus)) {
        return;
    }
    const Value::Kind kind = kind_of(*inner.children[1]);
    if (kind != Value::Kind::vector && kind != Value::Kind::matrix) {
        return;
    }
    const std::string target = text(*inner.children[0]);
    each_path(kind, [&](const Path& path) {
        if (path.cost > 0.0 || path.node->kind != Kind::name ||
            pattern_of(*path.node) == pattern_of(*inner.children[0])) {
            return;
        }
        Node fresh = inner;
        fresh.op = Operator::none;
        fresh.children[1] =
            make(binary(inner.op, path.node, make(content(Kind::same, {inner.children[1]}))));
        put(inner, std::move(fresh), 1.6,
            say("every pass begins at " + text(*path.node) + " again; it must go on from " +
                target + " as the pass before left it"));
    });
}

/// The argument of a function where its result belongs: the sums that are kept, not the outputs.
void Editor::without_its_function(Node& node)
{
    if (node.kind != Kind::name || part_->depth > 0) {
        return;
    }
    const auto found = initial_.find(node.slot);
    if (found == initial_.end()) {
        return;
    }
    const Node& value = bare(*found->second);
    const bool applied = value.kind == Kind::apply && value.children.size() == 2 &&
                         kind_of(*value.children[0]) == Value::Kind::function;
    const bool called = value.kind == Kind::call && !value.after && value.children.size() == 1;
    const bool library =
        value.kind == Kind::builtin && value.children.size() == 1 && is_elementwise(value.builtin);
    if (!applied && !called && !library) {
        return;
    }
    Node* const inner = value.children[applied ? 1 : 0];
    const std::string f = applied  ? text(*value.children[0])
                          : called ? *value.name
                                   : std::string(name_of(value.builtin));
    put(node, same(inner), 1.5,
        say(text(*inner) + " stands where " + text(node) + " belongs, which is " + f + " of it"),
        key_of(151, static_cast<std::uint64_t>(node.slot)));
}

/// The whole expressions of a statement that use the variable: what is returned, stored or kept.
void Editor::uses(Node& statement, int slot, std::vector<Node*>& found)
{
    Node* whole = nullptr;
    if (statement.kind == Kind::give) {
        whole = statement.children[0]->kind == Kind::same ? statement.children[0]->children[0]
                                                          : nullptr;
    } else if (statement.kind == Kind::evaluate) {
        Node& inner = *statement.children[0]->children[0];
        const bool stored = inner.kind == Kind::assign;
        const bool kept = inner.kind == Kind::method && inner.method == Method::push_back;
        whole = (stored || kept) && inner.children.size() == 2 ? inner.children[1] : nullptr;
    }
    if (whole == nullptr || bare(*whole).kind == Kind::name) {
        return;
    }
    std::vector<Node*> names;
    names_in(*whole, slot, names);
    if (!names.empty()) {
        found.push_back(whole);
    }
}

/// `Z = H W + b; … f(Z)`: the bias is added to f of the rest, or to both.
void Editor::added_too_late(Node& block)
{
    const std::vector<Node*>& all = block.children;
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        if (all[i]->kind != Kind::declare || part_->depth > 0) {
            continue;
        }
        Node& value = *all[i]->children[0];
        const Node& sum = bare(value);
        if (sum.kind != Kind::binary || sum.op != Operator::plus) {
            continue;
        }
        Node* const rest = sum.children[0];
        Node* const term = sum.children[1];
        const std::string name = spoken(function_->names[static_cast<std::size_t>(all[i]->slot)]);
        std::vector<Node*> places;
        for (std::size_t k = i + 1; k < all.size(); ++k) {
            uses(*all[k], all[i]->slot, places);
        }
        for (Node* const place : places) {
            if (kind_of(*place) != kind_of(value)) {
                continue;
            }
            const Node late = same(make(binary(Operator::plus, self(*place), term)));
            put({{&value, same(rest)}, {place, late}}, 1.6,
                say(text(*term) + " is added to " + text(*place) + "; it belongs inside, to " +
                    text(*rest)));
            put(*place, Node(late), 1.8,
                say(text(*term) + " is added once more, to " + text(*place) + "; it is in " + name +
                    " already"));
        }
    }
}

} // namespace judging::search
