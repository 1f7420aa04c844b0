#include "judging/search/interpreter.hpp"

#include <algorithm>

namespace judging::search {

Value Interpreter::call(const Function& function, std::vector<Value> arguments)
{
    constexpr int deepest = 30;
    if (function.body == nullptr || arguments.size() != function.parameters.size() ||
        depth_ > deepest) {
        throw Broken{};
    }
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        arguments[i] = converted(std::move(arguments[i]), *function.parameters[i].type);
    }
    arguments.resize(function.names.size());
    struct Deeper {
        explicit Deeper(int& depth) : depth_(depth) { ++depth_; }
        ~Deeper() { --depth_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        int& depth_;
    } const deeper(depth_);
    if (execute(*function.body, arguments) != Flow::give) {
        throw Broken{};
    }
    return converted(std::move(result_), *function.result);
}

Value Interpreter::evaluate(const Node& node, std::vector<Value>& slots)
{
    if (left_ == 0) {
        throw Broken{};
    }
    --left_;
    if (profile_ == nullptr) {
        return compute(node, slots);
    }
    Value value = compute(node, slots);
    if (node.id < profile_->size()) {
        (*profile_)[node.id] = {value.kind(), value};
    }
    return value;
}

Value Interpreter::compute(const Node& node, Slots& slots)
{
    switch (node.kind) {
    case Node::Kind::literal: return node.value;
    case Node::Kind::same: return evaluate(*node.children[0], slots);
    case Node::Kind::name: return slots[static_cast<std::size_t>(node.slot)];
    case Node::Kind::member:
    case Node::Kind::index: {
        const Value* const found = find(node, slots);
        return found != nullptr ? *found : throw Broken{};
    }
    case Node::Kind::unary: return operate(node.op, evaluate(*node.children[0], slots));
    case Node::Kind::binary: return compute_binary(node, slots);
    case Node::Kind::choose:
        return evaluate(*node.children[evaluate(*node.children[0], slots).as_truth() ? 1 : 2],
                        slots);
    case Node::Kind::call: return compute_call(node, slots);
    case Node::Kind::builtin: {
        Slots values = arguments(node, slots, 0);
        return call_builtin(node.builtin, values);
    }
    case Node::Kind::method: return compute_method(node, slots);
    case Node::Kind::apply: return compute_apply(node, slots);
    case Node::Kind::braces: return Value::braces(arguments(node, slots, 0));
    case Node::Kind::construct: return construct(node, slots);
    case Node::Kind::lambda: return lambda(node, slots);
    case Node::Kind::assign: return compute_assign(node, slots);
    case Node::Kind::step: return compute_step(node, slots);
    default: throw Broken{};
    }
}

Value Interpreter::compute_binary(const Node& node, Slots& slots)
{
    Value left = evaluate(*node.children[0], slots);
    if ((node.op == Operator::both || node.op == Operator::either) && !left.is_tensor()) {
        const bool first = left.as_truth();
        if (first == (node.op == Operator::either)) {
            return Value::truth(first);
        }
        return Value::truth(evaluate(*node.children[1], slots).as_truth());
    }
    return operate(node.op, left, evaluate(*node.children[1], slots));
}

Interpreter::Slots Interpreter::arguments(const Node& node, Slots& slots, std::size_t from)
{
    Slots values;
    values.reserve(node.children.size() - from);
    for (std::size_t i = from; i < node.children.size(); ++i) {
        values.push_back(evaluate(*node.children[i], slots));
    }
    return values;
}

Value Interpreter::compute_call(const Node& node, Slots& slots)
{
    if (node.function == nullptr) {
        throw Broken{};
    }
    const Function& function = *node.function;
    if (node.after) { // its name alone
        return Value::function(
            [this, &function](std::vector<Value>& values) { return call(function, values); });
    }
    return call(function, arguments(node, slots, 0));
}

/// The place of a path such as net.hidden.W or layers[l].b, without a copy; nullptr for all else.
const Value* Interpreter::find(const Node& node, Slots& slots)
{
    switch (node.kind) {
    case Node::Kind::name: return &slots[static_cast<std::size_t>(node.slot)];
    case Node::Kind::member:
    case Node::Kind::index: break;
    default: return nullptr;
    }
    Value made;
    const Value* object = find(*node.children[0], slots);
    if (object == nullptr) {
        made = evaluate(*node.children[0], slots);
        object = &made;
    }
    const Value* item = nullptr;
    if (node.kind == Node::Kind::member) {
        if (object->kind() != Value::Kind::structure) {
            throw Broken{};
        }
        const Sequence& fields = object->sequence();
        const auto field = std::find_if(fields.type->fields.begin(), fields.type->fields.end(),
                                        [&](const Field& f) { return f.name == *node.name; });
        if (field == fields.type->fields.end()) {
            throw Broken{};
        }
        item = &fields.items[static_cast<std::size_t>(field - fields.type->fields.begin())];
    } else {
        const std::int64_t index = evaluate(*node.children[1], slots).as_whole();
        if (object->kind() != Value::Kind::list || index < 0 ||
            static_cast<std::size_t>(index) >= object->sequence().items.size()) {
            throw Broken{};
        }
        item = &object->sequence().items[static_cast<std::size_t>(index)];
    }
    if (object == &made) { // it would not outlive this call
        result_ = *item;
        return &result_;
    }
    return item;
}

/// Whether the item may be put there: the list is another one, or the student has the same entry.
bool Interpreter::is_expected(const Node& list, std::size_t number, const Value& item) const
{
    const bool watched =
        depth_ == 1 && list.kind == Node::Kind::member && *list.name == *expected_->field &&
        list.children[0]->kind == Node::Kind::name && list.children[0]->slot == expected_->slot;
    return !watched ||
           (number < expected_->size && item.is_number() &&
            agree(item.as_number(), expected_->numbers[number], tolerance, expected_->floor));
}

Value Interpreter::compute_method(const Node& node, Slots& slots)
{
    const Value* object = nullptr;
    Value made;
    if (node.method == Method::push_back || node.method == Method::clear ||
        node.method == Method::pop_back) {
        Value item = node.children.size() > 1 ? evaluate(*node.children[1], slots) : Value();
        Value* const list = place(*node.children[0], slots).value;
        if (list == nullptr || list->kind() != Value::Kind::list) {
            throw Broken{};
        }
        Sequence& items = list->own_sequence();
        if (expected_ != nullptr && node.method == Method::push_back &&
            !is_expected(*node.children[0], items.items.size(), item)) {
            throw Differs{};
        }
        if (node.method == Method::clear) {
            items.items.clear();
        } else if (node.method == Method::pop_back) {
            if (items.items.empty()) {
                throw Broken{};
            }
            items.items.pop_back();
        } else {
            items.items.push_back(items.type == nullptr ? item
                                                        : converted(std::move(item), *items.type));
        }
        return {};
    }
    Slots values = arguments(node, slots, 1);
    if (node.children[0]->kind == Node::Kind::name) {
        object = &slots[static_cast<std::size_t>(node.children[0]->slot)];
    } else {
        made = evaluate(*node.children[0], slots);
        object = &made;
    }
    switch (node.method) {
    case Method::size:
        return Value::count(object->is_tensor() ? object->tensor().data.size()
                                                : object->sequence().items.size());
    case Method::shape: {
        const Tensor& t = object->tensor();
        const bool matrix = object->kind() == Value::Kind::matrix;
        if (values.empty()) {
            Slots sizes;
            if (matrix) {
                sizes.push_back(Value::count(t.rows));
            }
            sizes.push_back(Value::count(t.columns));
            return Value::list(nullptr, std::move(sizes));
        }
        const std::int64_t axis = values[0].as_whole();
        if (axis < 0 || axis > (matrix ? 1 : 0)) {
            throw Threw{};
        }
        return Value::count(matrix && axis == 0 ? t.rows : t.columns);
    }
    case Method::dimension: return Value::count(object->kind() == Value::Kind::matrix ? 2 : 1);
    case Method::empty: return Value::truth(object->sequence().items.empty());
    case Method::back:
    case Method::front: {
        const std::vector<Value>& items = object->sequence().items;
        if (items.empty()) {
            throw Broken{};
        }
        return node.method == Method::back ? items.back() : items.front();
    }
    case Method::begin: return *object;
    case Method::rbegin: {
        Value reversed = *object;
        if (reversed.is_tensor()) {
            std::reverse(reversed.own_tensor().data.begin(), reversed.own_tensor().data.end());
        } else {
            auto& items = reversed.own_sequence().items;
            std::reverse(items.begin(), items.end());
        }
        return reversed;
    }
    case Method::end:
    case Method::rend:
    case Method::none: return {};
    default: return call_random(node.method, *object, values);
    }
}

/// Where the entry with these indices is in a vector's or matrix's data.
std::size_t Interpreter::position_of(const Value& value, const Slots& indices)
{
    const Tensor& t = value.tensor();
    const bool matrix = value.kind() == Value::Kind::matrix;
    if (indices.size() != (matrix ? 2u : 1u)) {
        throw Broken{};
    }
    const std::int64_t row = matrix ? indices[0].as_whole() : 0;
    const std::int64_t column = indices.back().as_whole();
    if (row < 0 || column < 0 || static_cast<std::size_t>(row) >= t.rows ||
        static_cast<std::size_t>(column) >= t.columns) {
        throw Threw{};
    }
    return static_cast<std::size_t>(row) * t.columns + static_cast<std::size_t>(column);
}

Value Interpreter::compute_apply(const Node& node, Slots& slots)
{
    const Value* object = find(*node.children[0], slots);
    const Value made = object == nullptr ? evaluate(*node.children[0], slots) : *object;
    if (profile_ != nullptr && node.children[0]->id < profile_->size()) {
        (*profile_)[node.children[0]->id] = {made.kind(), made};
    }
    if (made.is_number()) { // xt::sum(v)()
        return node.children.size() == 1 ? made : throw Broken{};
    }
    Slots values = arguments(node, slots, 1);
    if (made.kind() == Value::Kind::function) {
        return made.callable().call(values);
    }
    return Value::number(made.tensor().data[position_of(made, values)]);
}

Value Interpreter::construct(const Node& node, Slots& slots)
{
    Slots values = arguments(node, slots, 0);
    const Type& type = *node.type;
    if (values.empty()) {
        return default_of(type);
    }
    if (type.kind == Type::Kind::random) {
        const Value& seed = values[0].is_sequence() ? values[0].sequence().items.at(0) : values[0];
        return make_random(static_cast<std::uint64_t>(seed.as_whole()));
    }
    if (type.kind == Type::Kind::list && values[0].is_integer()) {
        const std::int64_t size = values[0].as_whole();
        constexpr std::int64_t largest = 10'000;
        if (size < 0 || size > largest) {
            throw Broken{};
        }
        const Value item =
            values.size() > 1 ? converted(values[1], *type.item) : default_of(*type.item);
        return Value::list(type.item, Slots(static_cast<std::size_t>(size), item));
    }
    if (values.size() == 2 && values[1].kind() == Value::Kind::nothing) { // from begin() to end()
        return converted(values[0], type);
    }
    if (type.kind == Type::Kind::structure && values[0].kind() != Value::Kind::structure &&
        values[0].kind() != Value::Kind::braces) {
        return converted(Value::braces(std::move(values)), type);
    }
    return values.size() == 1 ? converted(std::move(values[0]), type) : throw Broken{};
}

Value Interpreter::lambda(const Node& node, Slots& slots)
{
    // Its variables are in the frame of the function around it, which it never outlives.
    return Value::function([this, &node, &slots](std::vector<Value>& values) {
        if (values.size() != node.slots.size()) {
            throw Broken{};
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            slots[static_cast<std::size_t>(node.slots[i])] = values[i];
        }
        if (execute(*node.children[0], slots) != Flow::give) {
            throw Broken{};
        }
        Value result = std::move(result_);
        return node.type == nullptr ? result : converted(std::move(result), *node.type);
    });
}

} // namespace judging::search
