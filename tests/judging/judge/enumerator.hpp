/// @file
/// The name of an enumerator, as a student writes it: "Epsilon::inside".
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace judging {
namespace detail {

/// How the compiler spells a value: "optimizers::Epsilon::inside", or "(optimizers::Epsilon)7"
/// where no enumerator has it. C++20 has no other way to get at a name without a list of them.
template <auto value>
constexpr std::string_view spelling()
{
    constexpr std::string_view function = __PRETTY_FUNCTION__; // "… [with auto value = …; …]"
    constexpr std::string_view before = "value = ";
    constexpr std::size_t begin = function.find(before) + before.size();
    return function.substr(begin, function.find_first_of(";]", begin) - begin);
}

/// The last two names: "Epsilon::inside". "" for a value that is no enumerator.
constexpr std::string_view without_namespace(std::string_view spelled)
{
    if (spelled.empty() || spelled.front() == '(') {
        return "";
    }
    const std::size_t name = spelled.rfind("::");
    const std::size_t type = name == 0 || name == std::string_view::npos
                                 ? std::string_view::npos
                                 : spelled.rfind("::", name - 1);
    return type == std::string_view::npos ? spelled : spelled.substr(type + 2);
}

/// Enumerators of an interface are counted from 0; no list of them is longer than this.
constexpr std::size_t most_enumerators = 32;

template <class Enum, std::size_t... I>
constexpr std::array<std::string_view, sizeof...(I)> enumerators(std::index_sequence<I...>)
{
    return {without_namespace(spelling<static_cast<Enum>(I)>())...};
}

} // namespace detail

/// "Epsilon::inside"; "" for a value that is no enumerator.
template <class Enum>
std::string name_of_enumerator(Enum value)
{
    static_assert(std::is_enum_v<Enum>);
    static constexpr auto names =
        detail::enumerators<Enum>(std::make_index_sequence<detail::most_enumerators>{});
    const auto index = static_cast<std::size_t>(value);
    return index < names.size() ? std::string(names[index]) : std::string();
}

} // namespace judging
