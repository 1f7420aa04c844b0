// One formula taken for another: the rule of another function, a factor that belongs elsewhere.
#include "judging/search/editor.hpp"

#include <algorithm>

namespace judging::search {
namespace {

bool is_kind(const Type& type, Value::Kind kind)
{
    return type.kind == Type::Kind::automatic ||
           (type.kind == Type::Kind::number && kind == Value::Kind::number) ||
           (type.kind == Type::Kind::vector && kind == Value::Kind::vector) ||
           (type.kind == Type::Kind::matrix && kind == Value::Kind::matrix);
}

} // namespace

/// Another rule at the place of a function: y (1 − y) of an output that is at hand, for f′(z).
void Editor::rules(Node& node)
{
    const Value::Kind kind = kind_of(node);
    const bool applied = node.kind == Kind::apply && node.children.size() == 2 &&
                         kind_of(*node.children[0]) == Value::Kind::function;
    const bool called = node.kind == Kind::call && !node.after && node.children.size() == 1;
    const bool library =
        node.kind == Kind::builtin && node.children.size() == 1 && is_elementwise(node.builtin);
    const bool whole = node.kind == Kind::same && is_result_;
    if (!is_numeric(node) || !(applied || called || library || whole)) {
        return;
    }
    const std::string was = text(node);
    for (const Function* f : draft_.others()) {
        if (f->parameters.size() != 1 || !is_kind(*f->parameters[0].type, kind) ||
            f->name == function_->name) {
            continue;
        }
        each_path(kind, [&](const Path& path) {
            if (path.cost > 0.4) {
                return;
            }
            Node fresh = content(Kind::call, {path.node});
            fresh.function = f;
            fresh.name = draft_.nodes().name(f->name);
            const std::string now = text(fresh);
            put(node, std::move(fresh), 2.0 + path.cost,
                say(whole ? now + " is returned" : now + " stands where " + was + " belongs"),
                whole ? key_of(121, std::hash<std::string>{}(f->name), pattern_of(*path.node)) : 0);
            edits_.back().borrows = true;
        });
        if (applied || called || library) {
            Node fresh = content(Kind::call, {node.children[applied ? 1 : 0]});
            fresh.function = f;
            fresh.name = draft_.nodes().name(f->name);
            const std::string now = text(fresh);
            put(node, std::move(fresh), 1.9, say(now + " stands where " + was + " belongs"),
                key_of(120, std::hash<std::string>{}(f->name),
                       applied ? pattern_of(*node.children[0]) : 0));
        }
    }
}

/// A factor too many: f′(z) where the output is linear, the sum of the inputs at a bias.
void Editor::factors(Node& node, Node* parent)
{
    const Value::Kind kind = kind_of(node);
    if (!is_numeric(node) || kind == Value::Kind::whole || kind == Value::Kind::count) {
        return;
    }
    const bool item = parent != nullptr && parent->kind == Kind::braces;
    if (node.kind != Kind::same && node.kind != Kind::name && node.kind != Kind::member && !item) {
        return;
    }
    Node* const inner = self(node);
    const std::string what = text(node);
    const auto more = [&](Node factor, double cost) {
        Node* const by = make(std::move(factor));
        put(node, binary(Operator::times, inner, by), cost,
            say(what + " is multiplied by " + text_in_product(*by) + ", and must not be"));
    };
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        const Path path = paths_[i];
        if (path.kind == Value::Kind::vector &&
            (kind == Value::Kind::number || kind == Value::Kind::vector)) {
            more(builtin(Builtin::sum, {path.node}), 2.0 + path.cost);
            Node size = content(Kind::method, {path.node});
            size.method = Method::size;
            more(std::move(size), 1.9 + path.cost);
        }
        if (path.kind == Value::Kind::matrix && node.kind == Kind::same) {
            for (const int axis : {0, 1}) {
                Node size = size_along(path.node, axis);
                more(std::move(size), 2.0 + path.cost);
            }
        }
        if (path.kind != kind || (kind != Value::Kind::vector && kind != Value::Kind::matrix)) {
            continue;
        }
        if (path.cost > 0.3) {
            continue;
        }
        if (pattern_of(*path.node) != pattern_of(node) && path.cost == 0.0) {
            more(same(path.node), 2.0 + path.cost);
        }
        for (std::size_t k = 0; k < paths_.size(); ++k) {
            if (paths_[k].kind == Value::Kind::function) {
                more(content(Kind::apply, {paths_[k].node, path.node}), 1.9 + path.cost);
            }
        }
        for (const Function* f : draft_.others()) {
            if (f->parameters.size() == 1 && f->parameters[0].type->kind != Type::Kind::automatic &&
                is_kind(*f->parameters[0].type, kind) && f->name != function_->name) {
                Node call = content(Kind::call, {path.node});
                call.function = f;
                call.name = draft_.nodes().name(f->name);
                more(std::move(call), 2.2 + path.cost);
                edits_.back().borrows = true;
            }
        }
    }
}

/// What another function of the same argument gives.
void Editor::other_formulas(Node& whole)
{
    const Parameter& mine = function_->parameters.front();
    const Value::Kind kind = mine.type->kind == Type::Kind::matrix   ? Value::Kind::matrix
                             : mine.type->kind == Type::Kind::vector ? Value::Kind::vector
                                                                     : Value::Kind::number;
    if (function_->parameters.size() != 1 || mine.type->kind != function_->result->kind) {
        return;
    }
    Node name = content(Kind::name);
    name.slot = 0;
    name.name = draft_.nodes().name(mine.name);
    Node* const argument = make(std::move(name));
    for (const Function* f : draft_.others()) {
        if (f->name == function_->name || f->parameters.size() != 1 || !takes(*f, kind)) {
            continue;
        }
        Node fresh = content(Kind::call, {argument});
        fresh.function = f;
        fresh.name = draft_.nodes().name(f->name);
        put(whole, std::move(fresh), 1.9,
            say("this is the formula of " + spelled(*f) + ", not that of " + function_->name));
        edits_.back().borrows = true;
    }
}

/// What another function of the chapter gives for the same arguments.
void Editor::other_results(Node& statement)
{
    Node& whole = *statement.children[0];
    if (part_->depth == 0 && !function_->parameters.empty()) {
        other_formulas(whole);
    }
    for (const Function* f : draft_.others()) {
        const std::vector<Parameter>& mine = function_->parameters;
        if (f->name == function_->name || f->parameters.size() != mine.size() ||
            f->parameters.size() < 2) {
            continue;
        }
        const bool fits =
            std::equal(mine.begin(), mine.end(), f->parameters.begin(),
                       [](const Parameter& p, const Parameter& q) {
                           return p.type->kind == q.type->kind && p.type->name == q.type->name;
                       });
        if (!fits) {
            continue;
        }
        std::vector<Node*> arguments;
        for (std::size_t i = 0; i < mine.size(); ++i) {
            Node name = content(Kind::name);
            name.slot = static_cast<int>(i);
            name.name = draft_.nodes().name(mine[i].name);
            arguments.push_back(make(std::move(name)));
        }
        Node fresh = content(Kind::call, std::move(arguments));
        fresh.function = f;
        fresh.name = draft_.nodes().name(f->name);
        put(whole, std::move(fresh), 1.8,
            say("this is the formula of " + f->name + ", not that of " + function_->name));
    }
    // a struct that was changed on the way, with a member as it came
    const Node& value = bare(whole);
    if (value.kind != Kind::name || function_->result->kind != Type::Kind::structure) {
        return;
    }
    const Type& type = *function_->result;
    for (std::size_t k = 0; k < type.fields.size(); ++k) {
        for (std::size_t i = 0; i < paths_.size(); ++i) {
            const Path path = paths_[i];
            const Type& of = *type.fields[k].type;
            if (path.type->kind != of.kind || path.type->name != of.name) {
                continue;
            }
            std::vector<Node*> fields;
            for (std::size_t m = 0; m < type.fields.size(); ++m) {
                Node member = content(Kind::member, {make(value)});
                member.name = draft_.nodes().name(type.fields[m].name);
                fields.push_back(m == k ? path.node : make(std::move(member)));
            }
            put(whole, content(Kind::braces, std::move(fields)), 1.5 + path.cost,
                say(text(*path.node) + " is returned as " + type.fields[k].name +
                    ", not what it has become"));
        }
    }
}

} // namespace judging::search
