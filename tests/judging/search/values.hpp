/// @file
/// Between C++ values and those of the search.
#pragma once

#include "judging/protocol/wire.hpp"
#include "judging/search/syntax.hpp"

#include <boost/fusion/include/for_each.hpp>

#include <algorithm>
#include <memory>

namespace judging::search {

/// `value` as a value of the type that the formulas give it: a struct is found by its fields, in
/// their order. `type` may be nullptr for all but structs, lists of them and functions that return
/// them.
template <class T>
Value to_value(const T& value, const Type* type);

template <class T>
T from_value(const Value& value, const Type* type);

template <class T>
Value to_value(const T& value, const Type* type)
{
    if constexpr (std::is_same_v<T, bool>) {
        return Value::truth(value);
    } else if constexpr (std::is_enum_v<T>) {
        return Value::whole(static_cast<std::int64_t>(value));
    } else if constexpr (std::is_floating_point_v<T>) {
        return Value::number(value);
    } else if constexpr (std::is_unsigned_v<T>) {
        return Value::count(value);
    } else if constexpr (std::is_integral_v<T>) {
        return Value::whole(value);
    } else if constexpr (std::is_same_v<T, workbook::Vector>) {
        Value made = Value::vector(value.size());
        std::copy(value.begin(), value.end(), made.own_tensor().data.begin());
        return made;
    } else if constexpr (std::is_same_v<T, workbook::Matrix>) {
        Value made = Value::matrix(value.shape(0), value.shape(1));
        std::copy(value.begin(), value.end(), made.own_tensor().data.begin());
        return made;
    } else if constexpr (wire::is_std_vector<T>::value) {
        const Type* const item = type == nullptr ? nullptr : type->item;
        std::vector<Value> items;
        for (const typename T::value_type& each : value) {
            items.push_back(to_value(each, item));
        }
        return Value::list(item, std::move(items));
    } else if constexpr (wire::is_function<T>::value) {
        using Argument = typename wire::is_function<T>::argument;
        const Type* const result = type == nullptr ? nullptr : type->item;
        return Value::function([value, result](std::vector<Value>& arguments) {
            if (arguments.size() != 1) {
                throw Broken{};
            }
            const Argument x = from_value<Argument>(arguments[0], nullptr);
            try {
                return to_value(value(x), result);
            } catch (const std::exception&) {
                throw Threw{};
            }
        });
    } else {
        std::vector<Value> fields;
        boost::fusion::for_each(value, [&](const auto& field) {
            const Type* const of = type == nullptr ? nullptr : type->fields.at(fields.size()).type;
            fields.push_back(to_value(field, of));
        });
        return Value::structure(type, std::move(fields));
    }
}

template <class T>
T from_value(const Value& value, const Type* type)
{
    if constexpr (std::is_same_v<T, bool>) {
        return value.as_truth();
    } else if constexpr (std::is_floating_point_v<T>) {
        return static_cast<T>(value.as_number());
    } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
        return static_cast<T>(value.as_whole());
    } else if constexpr (std::is_same_v<T, workbook::Vector>) {
        if (value.kind() != Value::Kind::vector) {
            throw Broken{};
        }
        workbook::Vector made(workbook::Vector::shape_type{value.tensor().columns});
        std::copy(value.tensor().data.begin(), value.tensor().data.end(), made.begin());
        return made;
    } else if constexpr (std::is_same_v<T, workbook::Matrix>) {
        if (value.kind() != Value::Kind::matrix) {
            throw Broken{};
        }
        workbook::Matrix made(
            workbook::Matrix::shape_type{value.tensor().rows, value.tensor().columns});
        std::copy(value.tensor().data.begin(), value.tensor().data.end(), made.begin());
        return made;
    } else if constexpr (wire::is_std_vector<T>::value) {
        T made;
        for (const Value& item : value.sequence().items) {
            made.push_back(from_value<typename T::value_type>(item, nullptr));
        }
        return made;
    } else if constexpr (wire::is_function<T>::value) {
        using Argument = typename wire::is_function<T>::argument;
        using Result = typename wire::is_function<T>::result;
        return [value](const Argument& x) {
            std::vector<Value> arguments{to_value(x, nullptr)};
            return from_value<Result>(value.callable().call(arguments), nullptr);
        };
    } else {
        const std::vector<Value>& items = value.sequence().items;
        T made{};
        std::size_t i = 0;
        boost::fusion::for_each(made, [&](auto& field) {
            if (i < items.size()) { // {a} leaves the other fields as they are
                field = from_value<std::decay_t<decltype(field)>>(items[i++], nullptr);
            }
        });
        if (i < items.size()) {
            throw Broken{};
        }
        (void)type;
        return made;
    }
}

} // namespace judging::search
