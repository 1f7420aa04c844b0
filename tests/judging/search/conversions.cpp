// Initializations and casts.
#include "judging/search/interpreter.hpp"

#include <cmath>

namespace judging::search {
namespace {

Value vector_of(const std::vector<Value>& items)
{
    Value result = Value::vector(items.size());
    Tensor& t = result.own_tensor();
    for (std::size_t i = 0; i < items.size(); ++i) {
        t.data[i] = items[i].as_number();
    }
    return result;
}

Value matrix_of(const std::vector<Value>& rows)
{
    const std::size_t columns = rows.empty() ? 0 : rows[0].sequence().items.size();
    Value result = Value::matrix(rows.size(), columns);
    double* to = result.own_tensor().data.begin();
    for (const Value& row : rows) {
        if (row.sequence().items.size() != columns) {
            throw Broken{};
        }
        for (const Value& entry : row.sequence().items) {
            *to++ = entry.as_number();
        }
    }
    return result;
}

Value structure_of(const std::vector<Value>& items, const Type& type)
{
    if (items.size() > type.fields.size()) {
        throw Broken{};
    }
    std::vector<Value> fields;
    fields.reserve(type.fields.size());
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        fields.push_back(i < items.size() ? converted(items[i], *type.fields[i].type)
                                          : default_of(*type.fields[i].type));
    }
    return Value::structure(&type, std::move(fields));
}

Value list_of(const std::vector<Value>& items, const Type& type)
{
    std::vector<Value> made;
    made.reserve(items.size());
    for (const Value& item : items) {
        made.push_back(converted(item, *type.item));
    }
    return Value::list(type.item, std::move(made));
}

Value number_of(const Value& value, const Type& type)
{
    switch (type.kind) {
    case Type::Kind::number: return Value::number(value.as_number());
    case Type::Kind::single: return Value::number(static_cast<float>(value.as_number()));
    case Type::Kind::truth: return Value::truth(value.as_truth());
    case Type::Kind::count: return Value::count(static_cast<std::uint64_t>(value.as_whole()));
    default: return Value::whole(value.as_whole());
    }
}

} // namespace

Value converted(Value value, const Type& type)
{
    using Kind = Value::Kind;
    const bool braces = value.kind() == Kind::braces;
    switch (type.kind) {
    case Type::Kind::automatic:
    case Type::Kind::nothing: return value;
    case Type::Kind::number:
        if (value.kind() == Kind::number) {
            return value;
        }
        [[fallthrough]];
    case Type::Kind::single:
    case Type::Kind::whole:
    case Type::Kind::count:
    case Type::Kind::truth:
        if (braces) {
            const std::vector<Value>& items = value.sequence().items;
            if (items.size() > 1) {
                throw Broken{};
            }
            return items.empty() ? default_of(type) : converted(items[0], type);
        }
        return number_of(value, type);
    case Type::Kind::vector:
        if (braces) {
            return vector_of(value.sequence().items);
        }
        return value.kind() == Kind::vector ? value : throw Broken{};
    case Type::Kind::matrix:
        if (braces) {
            return matrix_of(value.sequence().items);
        }
        return value.kind() == Kind::matrix ? value : throw Broken{};
    case Type::Kind::list:
        if (braces) {
            return list_of(value.sequence().items, type);
        }
        return value.kind() == Kind::list ? value : throw Broken{};
    case Type::Kind::structure:
        if (braces) {
            return structure_of(value.sequence().items, type);
        }
        return value.kind() == Kind::structure && value.sequence().type->name == type.name
                   ? value
                   : throw Broken{};
    case Type::Kind::enumeration: return value.is_integer() ? value : throw Broken{};
    case Type::Kind::function: return value.kind() == Kind::function ? value : throw Broken{};
    case Type::Kind::random:
        if (braces && value.sequence().items.size() == 1) {
            return make_random(static_cast<std::uint64_t>(value.sequence().items[0].as_whole()));
        }
        return value.kind() == Kind::random ? value : throw Broken{};
    }
    throw Broken{};
}

Value default_of(const Type& type)
{
    switch (type.kind) {
    case Type::Kind::number:
    case Type::Kind::single: return Value::number(0.0);
    case Type::Kind::whole:
    case Type::Kind::enumeration: return Value::whole(0);
    case Type::Kind::count: return Value::count(0);
    case Type::Kind::truth: return Value::truth(false);
    case Type::Kind::vector: return Value::vector(0);
    case Type::Kind::matrix: return Value::matrix(0, 0);
    case Type::Kind::list: return Value::list(type.item);
    case Type::Kind::structure: return structure_of({}, type);
    default: throw Broken{};
    }
}

} // namespace judging::search
