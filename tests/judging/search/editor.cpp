#include "judging/search/editor.hpp"

#include <algorithm>
#include <limits>

namespace judging::search {
namespace {

/// What a function returns: the whole expressions behind its `return`s, not those of its lambdas.
void results_in(const Node& node, std::vector<Node*>& found)
{
    if (node.kind == Node::Kind::lambda) {
        return;
    }
    if (node.kind == Node::Kind::give) {
        found.push_back(node.children[0]);
    }
    for (const Node* child : node.children) {
        results_in(*child, found);
    }
}

} // namespace

std::vector<Edit> edits_of(Draft& draft, const Profile& profile, const std::set<std::string>& right)
{
    return Editor(draft, profile).edits(right);
}

std::vector<Edit> Editor::edits(const std::set<std::string>& right)
{
    constexpr int none = std::numeric_limits<int>::max();
    int right_from = none; // parts that are called by a right one are deeper, and follow it
    for (Draft::Part& part : draft_.parts()) {
        if (part.depth > right_from) {
            continue;
        }
        right_from = part.depth > 0 && right.count(part.function.name) > 0 ? part.depth : none;
        if (right_from != none) {
            continue;
        }
        function_ = &part.function;
        part_ = &part;
        paths_.clear();
        counters_.clear();
        loops_.clear();
        initial_.clear();
        results_.clear();
        results_in(*part.function.body, results_);
        for (std::size_t i = 0; i < part.function.parameters.size(); ++i) {
            declare(static_cast<int>(i));
        }
        if (part.depth == 0) {
            exchanged();
            updates_by_row(*part.function.body, false);
        }
        walk(*part.function.body);
    }
    return std::move(edits_);
}

namespace {

Value::Kind kind_of_type(const Type& type)
{
    switch (type.kind) {
    case Type::Kind::number:
    case Type::Kind::single: return Value::Kind::number;
    case Type::Kind::whole:
    case Type::Kind::enumeration: return Value::Kind::whole;
    case Type::Kind::count: return Value::Kind::count;
    case Type::Kind::truth: return Value::Kind::truth;
    case Type::Kind::vector: return Value::Kind::vector;
    case Type::Kind::matrix: return Value::Kind::matrix;
    case Type::Kind::list: return Value::Kind::list;
    case Type::Kind::structure: return Value::Kind::structure;
    case Type::Kind::function: return Value::Kind::function;
    default: return Value::Kind::nothing;
    }
}

} // namespace

/// From here on the variable may stand in an expression.
void Editor::declare(int slot)
{
    const Type* const type = function_->types[static_cast<std::size_t>(slot)];
    Node name = content(Kind::name);
    name.slot = slot;
    name.name = draft_.nodes().name(function_->names[static_cast<std::size_t>(slot)]);
    if (name.name->empty()) {
        return;
    }
    if (type->kind == Type::Kind::automatic) {
        paths_.push_back({make(name), Value::Kind::function, type, 0.0});
        return;
    }
    add_paths(make(name), *type, 0.0, 0);
}

void Editor::add_paths(Node* node, const Type& type, double cost, int depth)
{
    constexpr int deepest = 3;
    paths_.push_back({node, kind_of_type(type), &type, cost});
    if (depth >= deepest) {
        return;
    }
    if (type.kind == Type::Kind::structure) {
        for (const Field& field : type.fields) {
            Node member = content(Kind::member, {node});
            member.name = draft_.nodes().name(field.name);
            add_paths(make(member), *field.type, cost, depth + 1);
        }
    }
    if (type.kind == Type::Kind::list && type.item != nullptr) {
        for (const Method end : {Method::back, Method::front}) {
            Node item = content(Kind::method, {node});
            item.method = end;
            item.name = draft_.nodes().name(end == Method::back ? "back" : "front");
            add_paths(make(item), *type.item, cost + 0.3, depth + 1);
        }
        for (const int counter : counters_) {
            Node name = content(Kind::name);
            name.slot = counter;
            name.name = draft_.nodes().name(function_->names[static_cast<std::size_t>(counter)]);
            Node* const at = make(name);
            add_paths(make(content(Kind::index, {node, at})), *type.item, cost, depth + 1);
            for (const Operator op : {Operator::plus, Operator::minus}) {
                Node one = number(1);
                one.value = Value::whole(1);
                Node* const beside = make(binary(op, at, make(one)));
                add_paths(make(content(Kind::index, {node, beside})), *type.item, cost + 0.3,
                          depth + 1);
            }
        }
    }
}

void Editor::each_path(Value::Kind kind, const std::function<void(const Path&)>& use)
{
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        const Path path = paths_[i];
        const bool integers = kind >= Value::Kind::whole && kind <= Value::Kind::count &&
                              path.kind >= Value::Kind::whole && path.kind <= Value::Kind::count;
        if (path.kind == kind || integers) {
            use(path);
        }
    }
}

void Editor::walk_block(Node& block)
{
    const std::size_t paths = paths_.size();
    // `double a = 1, b = 2;` is a block whose variables live on
    const bool declarations =
        block.children.size() > 1 &&
        std::all_of(block.children.begin(), block.children.end(),
                    [](const Node* child) { return child->kind == Kind::declare; });
    statements(block);
    moved(block);
    added_too_late(block);
    for (Node* child : block.children) {
        walk(*child);
    }
    if (!declarations) {
        paths_.resize(paths);
    }
}

void Editor::walk(Node& statement)
{
    const std::size_t paths = paths_.size();
    switch (statement.kind) {
    case Kind::block: walk_block(statement); return;
    case Kind::declare:
        expression(*statement.children[0], &statement);
        declarations(statement);
        declare(statement.slot);
        if (statement.constant) {
            initial_[statement.slot] = statement.children[0];
        }
        return;
    case Kind::evaluate:
        assignments(statement);
        running(statement);
        stored_as_it_is(statement);
        expression(*statement.children[0], &statement);
        return;
    case Kind::give:
        if (statement.children[0]->kind != Kind::nothing) {
            results(statement);
            moved_first(statement);
            other_results(statement);
            is_result_ = true;
            expression(*statement.children[0], &statement);
        }
        return;
    case Kind::branch:
        flow(statement);
        expression(*statement.children[0], &statement);
        walk(*statement.children[1]);
        walk(*statement.children[2]);
        paths_.resize(paths);
        return;
    case Kind::loop:
        loops(statement);
        backwards(statement);
        set_back(statement);
        if (statement.children[3]->kind == Kind::block && loops_.empty()) {
            updates_by_row(*statement.children[3], true);
        }
        loops_.push_back(&statement);
        if (statement.children[0]->kind == Kind::declare) {
            counters_.push_back(statement.children[0]->slot);
            // items of what is in scope already, at this counter
            const std::vector<Path> before = paths_;
            for (const Path& path : before) {
                if (path.kind == Value::Kind::list && path.cost == 0.0) {
                    const std::vector<int> all = std::exchange(counters_, {counters_.back()});
                    add_paths(path.node, *path.type, path.cost, 0);
                    counters_ = all;
                }
            }
        }
        walk(*statement.children[0]);
        if (statement.children[1]->kind != Kind::nothing) {
            expression(*statement.children[1], &statement);
        }
        walk(*statement.children[3]);
        if (statement.children[0]->kind == Kind::declare) {
            counters_.pop_back();
        }
        loops_.pop_back();
        paths_.resize(paths);
        return;
    case Kind::each:
        loops(statement);
        backwards(statement);
        set_back(statement);
        loops_.push_back(&statement);
        expression(*statement.children[0], &statement);
        declare(statement.slot);
        walk(*statement.children[1]);
        loops_.pop_back();
        paths_.resize(paths);
        return;
    default: return;
    }
}

void Editor::expression(Node& node, Node* parent)
{
    switch (node.kind) {
    case Kind::lambda: {
        const std::size_t paths = paths_.size();
        for (const int slot : node.slots) {
            declare(slot);
        }
        walk(*node.children[0]);
        paths_.resize(paths);
        return;
    }
    case Kind::nothing: return;
    default: break;
    }
    if (part_->depth == 0) {
        rules(node);
        steps_taken_for_others(node);
        factors(node, parent);
        only_some_passes(node);
    }
    operators(node);
    brackets(node);
    literals(node);
    scales(node, parent);
    calls(node);
    reductions(node);
    methods(node);
    indices(node);
    order_of_arguments(node);
    functions_around(node);
    loops_inside(node);
    is_result_ = false;
    names(node);
    without_its_function(node);
    ignored(node);
    falling(node);
    draws(node);
    number_of_parts(node);
    shares(node);
    rows(node);
    sizes_added(node);
    parts(node);
    conditions(node);
    choices(node);
    larger_or_smaller(node);
    for (Node* child : node.children) {
        expression(*child, &node);
    }
}

Node Editor::content(Kind kind, std::vector<Node*> children) const
{
    Node node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
}

Node Editor::number(double value) const
{
    Node node = content(Kind::literal);
    node.value = Value::number(value);
    return node;
}

Node Editor::size_along(Node* matrix, int axis)
{
    Node literal = number(axis);
    literal.value = Value::whole(axis);
    Node size = content(Kind::method, {matrix, make(std::move(literal))});
    size.method = Method::shape;
    return size;
}

Node Editor::binary(Operator op, Node* a, Node* b) const
{
    Node node = content(Kind::binary, {a, b});
    node.op = op;
    return node;
}

Node Editor::unary(Operator op, Node* a) const
{
    Node node = content(Kind::unary, {a});
    node.op = op;
    return node;
}

Node Editor::builtin(Builtin builtin, std::vector<Node*> arguments) const
{
    Node node = content(Kind::builtin, std::move(arguments));
    node.builtin = builtin;
    return node;
}

Value::Kind Editor::kind_of(const Node& node) const
{
    return node.id < profile_.size() ? profile_[node.id].kind : Value::Kind::nothing;
}

const Value* Editor::value_of(const Node& node) const
{
    return node.id < profile_.size() ? &profile_[node.id].value : nullptr;
}

bool Editor::is_numeric(const Node& node) const
{
    const Value::Kind kind = kind_of(node);
    return kind >= Value::Kind::number && kind <= Value::Kind::matrix && kind != Value::Kind::truth;
}

std::string Editor::text_in_product(const Node& node) const
{
    const std::string plain = text(node);
    const bool sum =
        node.kind == Kind::binary && node.op != Operator::times && node.op != Operator::divide;
    return sum ? "(" + plain + ")" : plain;
}

Editor::Words Editor::say(const std::string& text) const
{
    return [text] { return text; };
}

void Editor::put(Node& at, Node content, double cost, Words words, std::uint64_t key)
{
    content.id = at.id;
    if (!words) {
        words = [function = function_, old = at, fresh = content] {
            return spoken(fresh, *function) + " stands where " + spoken(old, *function) +
                   " belongs";
        };
    }
    const std::uint64_t narrow = key == 0 ? 0 : key_of(key, pattern_of(at));
    put({{&at, std::move(content)}}, cost, std::move(words), key);
    edits_.back().narrow_key = narrow;
}

void Editor::put(std::vector<Change> changes, double cost, Words words, std::uint64_t key)
{
    constexpr double for_each_call = 0.35;
    words = [part = part_, inner = std::move(words)] {
        return part->where + explained(inner(), part->function);
    };
    edits_.push_back({std::move(changes), cost + part_->depth * for_each_call, std::move(words),
                      key, 0, part_->depth > 0});
}

} // namespace judging::search
