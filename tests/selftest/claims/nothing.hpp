/// @file
/// Answers without mathematics, for any function of a chapter: nothing, a constant, an argument
/// returned, an argument made tiny or huge. A generated lab includes this file; the environment
/// says which answers its functions give.
#pragma once

#include "nothing_drawn.hpp"

#include "common/math/tensor.hpp"

#include <boost/fusion/include/for_each.hpp>
#include <boost/fusion/support/is_sequence.hpp>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <type_traits>
#include <vector>

namespace nothing {

using workbook::Matrix;
using workbook::Vector;

template <class T>
struct is_list : std::false_type {};
template <class T>
struct is_list<std::vector<T>> : std::true_type {};

/// scale · (an argument) + constant
struct Way {
    std::uint32_t which = 0; ///< of the arguments, and parts of them, that have the answer's type
    double scale = 0;
    double constant = 0;
};

inline constexpr std::array<Way, many_ways> ways{
    {{0, 0, 0},
     {0, 0, 1},
     {0, 1, 0},
     {1, 1, 0},
     {2, 1, 0},
     {0, 1e-30, 0},
     {0, 1e30, 0},
     {0, -1, 0},
     {1, 1e-30, 0},
     {0, 0, 1e-30},
     {0, 0, 0.5},
     {0, 0, std::numeric_limits<double>::quiet_NaN()}}};

/// All values of type T in a value: itself, members, items.
template <class T, class V>
void gather(const V& value, std::vector<T>& found)
{
    if constexpr (std::is_same_v<T, V>) {
        found.push_back(value);
    } else if constexpr (is_list<V>::value) {
        for (const auto& item : value) {
            gather(static_cast<const typename V::value_type&>(item), found);
        }
    } else if constexpr (std::is_same_v<V, Matrix> && std::is_same_v<T, Vector>) {
        found.push_back(xt::zeros<double>({value.shape(0)}));
        found.push_back(xt::zeros<double>({value.shape(1)}));
    } else if constexpr (boost::fusion::traits::is_sequence<V>::value) {
        boost::fusion::for_each(value, [&](const auto& field) { gather(field, found); });
    }
}

template <class T>
T spoil(const T& value, const Way& way)
{
    if constexpr (std::is_same_v<T, bool>) {
        return way.scale != 0 ? value : way.constant != 0;
    } else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, Vector> ||
                         std::is_same_v<T, Matrix>) {
        return way.scale * value + way.constant;
    } else if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
        return way.scale != 0 ? value : static_cast<T>(way.constant == 1 ? 1 : 0);
    } else if constexpr (is_list<T>::value) {
        T items;
        for (const auto& item : value) {
            items.push_back(spoil(static_cast<const typename T::value_type&>(item), way));
        }
        return items;
    } else if constexpr (boost::fusion::traits::is_sequence<T>::value) {
        T result = value;
        boost::fusion::for_each(result, [&](auto& field) { field = spoil(field, way); });
        return result;
    } else {
        return value;
    }
}

/// An answer of type T to these arguments.
template <class T, class... A>
T made_of(const Way& way, const A&... arguments)
{
    std::vector<T> found;
    (gather(arguments, found), ...);
    if constexpr (std::is_same_v<T, Matrix>) {
        std::vector<Vector> sides;
        (gather(arguments, sides), ...);
        for (const Vector& rows : sides) {
            for (const Vector& columns : sides) {
                found.push_back(xt::zeros<double>({rows.size(), columns.size()}));
            }
        }
    }
    if (!found.empty()) {
        return spoil<T>(found[way.which % found.size()], way);
    }
    // No argument has this type, so it is put together from those that there are.
    if constexpr (is_list<T>::value) {
        return T{made_of<typename T::value_type>(way, arguments...)};
    } else if constexpr (boost::fusion::traits::is_sequence<T>::value) {
        T result{};
        boost::fusion::for_each(result, [&](auto& field) {
            field = made_of<std::decay_t<decltype(field)>>(way, arguments...);
        });
        return result;
    } else {
        return spoil<T>(T{}, way);
    }
}

/// The number of this function's way in the file that the environment names.
inline int way_of(const char* function)
{
    static const char* file = std::getenv("WORKBOOK_MUTANT");
    return file == nullptr ? -1 : way_of(function, std::strtoull(file, nullptr, 10));
}

/// What the function answers in this way.
template <class R, class... P, class... A>
R answer(R (*)(P...), int way, const A&... arguments)
{
    return made_of<R>(ways.at(static_cast<std::size_t>(way)), arguments...);
}

} // namespace nothing
