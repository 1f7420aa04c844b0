// Carries out statements and assignments.
#include "judging/search/interpreter.hpp"

#include <algorithm>

namespace judging::search {

Interpreter::Place Interpreter::place(const Node& node, Slots& slots)
{
    switch (node.kind) {
    case Node::Kind::same: return place(*node.children[0], slots);
    case Node::Kind::name: return {&slots[static_cast<std::size_t>(node.slot)], nullptr};
    case Node::Kind::member: {
        Value* const object = place(*node.children[0], slots).value;
        if (object == nullptr || object->kind() != Value::Kind::structure) {
            throw Broken{};
        }
        Sequence& fields = object->own_sequence();
        for (std::size_t i = 0; i < fields.items.size(); ++i) {
            if (fields.type->fields[i].name == *node.name) {
                return {&fields.items[i], nullptr};
            }
        }
        throw Broken{};
    }
    case Node::Kind::index: {
        const std::int64_t index = evaluate(*node.children[1], slots).as_whole();
        Value* const object = place(*node.children[0], slots).value;
        if (object == nullptr || object->kind() != Value::Kind::list || index < 0 ||
            static_cast<std::size_t>(index) >= object->sequence().items.size()) {
            throw Broken{};
        }
        return {&object->own_sequence().items[static_cast<std::size_t>(index)], nullptr};
    }
    case Node::Kind::method: {
        Value* const object = place(*node.children[0], slots).value;
        if (object == nullptr || object->kind() != Value::Kind::list ||
            object->sequence().items.empty() ||
            (node.method != Method::back && node.method != Method::front)) {
            throw Broken{};
        }
        std::vector<Value>& items = object->own_sequence().items;
        return {node.method == Method::back ? &items.back() : &items.front(), nullptr};
    }
    case Node::Kind::apply: {
        const Slots values = arguments(node, slots, 1);
        Value* const object = place(*node.children[0], slots).value;
        if (object == nullptr || !object->is_tensor()) {
            throw Broken{};
        }
        const std::size_t position = position_of(*object, values);
        return {nullptr, &object->own_tensor().data[position]};
    }
    default: throw Broken{};
    }
}

void Interpreter::assign(const Place& place, Operator op, Value value)
{
    if (place.number != nullptr) {
        const Value old = Value::number(*place.number);
        *place.number =
            op == Operator::none ? value.as_number() : operate(op, old, value).as_number();
        return;
    }
    Value& to = *place.value;
    if (op != Operator::none) {
        value = operate(op, to, value);
    }
    switch (to.kind()) {
    case Value::Kind::nothing: break;
    case Value::Kind::number: value = Value::number(value.as_number()); break;
    case Value::Kind::whole: value = Value::whole(value.as_whole()); break;
    case Value::Kind::count:
        value = Value::count(static_cast<std::uint64_t>(value.as_whole()));
        break;
    case Value::Kind::truth: value = Value::truth(value.as_truth()); break;
    case Value::Kind::structure: value = converted(std::move(value), *to.sequence().type); break;
    case Value::Kind::list: {
        if (value.kind() == Value::Kind::braces) {
            Type list{Type::Kind::list, ""};
            list.item = to.sequence().type;
            value = converted(std::move(value), list);
        }
        [[fallthrough]];
    }
    default:
        if (value.kind() == Value::Kind::braces && to.is_tensor()) {
            const Type tensor{
                to.kind() == Value::Kind::vector ? Type::Kind::vector : Type::Kind::matrix, ""};
            value = converted(std::move(value), tensor);
        }
        if (value.kind() != to.kind()) {
            throw Broken{};
        }
    }
    to = std::move(value);
}

Value Interpreter::compute_assign(const Node& node, Slots& slots)
{
    Value value = evaluate(*node.children[1], slots);
    assign(place(*node.children[0], slots), node.op, std::move(value));
    return {};
}

Value Interpreter::compute_step(const Node& node, Slots& slots)
{
    const Place to = place(*node.children[0], slots);
    const Value old = to.number != nullptr ? Value::number(*to.number) : *to.value;
    assign(to, node.op, Value::whole(1));
    if (node.after) {
        return old;
    }
    return to.number != nullptr ? Value::number(*to.number) : *to.value;
}

Interpreter::Flow Interpreter::execute(const Node& node, Slots& slots)
{
    switch (node.kind) {
    case Node::Kind::nothing: return Flow::next;
    case Node::Kind::block:
        for (const Node* statement : node.children) {
            const Flow flow = execute(*statement, slots);
            if (flow != Flow::next) {
                return flow;
            }
        }
        return Flow::next;
    case Node::Kind::declare:
        slots[static_cast<std::size_t>(node.slot)] =
            converted(evaluate(*node.children[0], slots), *node.type);
        return Flow::next;
    case Node::Kind::evaluate: evaluate(*node.children[0], slots); return Flow::next;
    case Node::Kind::branch:
        return execute(*node.children[evaluate(*node.children[0], slots).as_truth() ? 1 : 2],
                       slots);
    case Node::Kind::loop: return execute_loop(node, slots);
    case Node::Kind::each: return execute_each(node, slots);
    case Node::Kind::repeat:
        while (evaluate(*node.children[0], slots).as_truth()) {
            const Flow flow = execute(*node.children[1], slots);
            if (flow == Flow::give) {
                return flow;
            }
            if (flow == Flow::leave) {
                break;
            }
        }
        return Flow::next;
    case Node::Kind::give: {
        Value value = evaluate(*node.children[0], slots);
        result_ = std::move(value);
        return Flow::give;
    }
    case Node::Kind::leave: return Flow::leave;
    case Node::Kind::go_on: return Flow::go_on;
    case Node::Kind::fail: throw Threw{};
    default: throw Broken{};
    }
}

Interpreter::Flow Interpreter::execute_loop(const Node& node, Slots& slots)
{
    execute(*node.children[0], slots);
    const Node& condition = *node.children[1];
    const Node& step = *node.children[2];
    while (condition.kind == Node::Kind::nothing || evaluate(condition, slots).as_truth()) {
        const Flow flow = execute(*node.children[3], slots);
        if (flow == Flow::give) {
            return flow;
        }
        if (flow == Flow::leave) {
            break;
        }
        if (step.kind != Node::Kind::nothing) {
            evaluate(step, slots);
        }
    }
    return Flow::next;
}

Interpreter::Flow Interpreter::execute_each(const Node& node, Slots& slots)
{
    Value all = evaluate(*node.children[0], slots);
    Value& variable = slots[static_cast<std::size_t>(node.slot)];
    const std::size_t size =
        all.is_tensor() ? all.tensor().data.size() : all.sequence().items.size();
    Flow flow = Flow::next;
    for (std::size_t i = 0; i < size; ++i) {
        variable = converted(all.is_tensor() ? Value::number(all.tensor().data[i])
                                             : all.sequence().items[i],
                             *node.type);
        if (node.slots.size() == 2) {
            slots[static_cast<std::size_t>(node.slots[0])] = Value::count(i);
            slots[static_cast<std::size_t>(node.slots[1])] = Value::truth(i + 1 == size);
        }
        flow = execute(*node.children[1], slots);
        if (node.reference) {
            if (all.is_tensor()) {
                all.own_tensor().data[i] = variable.as_number();
            } else {
                all.own_sequence().items[i] = variable;
            }
        }
        if (flow == Flow::give || flow == Flow::leave) {
            break;
        }
    }
    if (node.reference) {
        *place(*node.children[0], slots).value = all;
    }
    return flow == Flow::give ? flow : Flow::next;
}

} // namespace judging::search
