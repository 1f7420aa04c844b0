/// @file
/// Splits the type of an interface function into result and parameters.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>

namespace judging {

template <class F>
struct Signature;

template <class R, class... A>
struct Signature<R(A...)> {
    using Result = R;
    template <std::size_t I>
    using Parameter = std::tuple_element_t<I, std::tuple<A...>>;
    using Arguments = std::tuple<std::decay_t<A>...>;
    static constexpr std::size_t arity = sizeof...(A);
};

} // namespace judging
