/// @file
/// The student's functions, and what they call of each other.
///
/// The student's file is a shared library here. It calls the chapter's functions through the
/// dynamic linker, which finds those of this program first, the stubs; a stub calls the function in
/// the library. Where one function is judged alone, the judge answers for the others, rightly, so
/// that a slip in one costs nothing in those that are built on it.
#pragma once

#include "judging/host/conversation.hpp"
#include "judging/host/host.hpp"
#include "judging/protocol/any_function.hpp"

#include <cstdint>
#include <vector>

namespace judging {

/// The chapter's stubs, in the order of functions.hpp.
const std::vector<AnyFunction>& chapter_stubs();

/// The index of a stub in that list.
std::uint32_t index_of(AnyFunction stub);

/// The student's own function with this index.
AnyFunction students(std::uint32_t function);

/// The pipe to the judge.
Conversation& conversation();

/// What a stub does.
template <class R, class... P, class... A>
R call(R (*stub)(P...), const A&... arguments)
{
    const std::uint32_t function = index_of(reinterpret_cast<AnyFunction>(stub));
    if (!answered_by_judge(function)) {
        return reinterpret_cast<R (*)(P...)>(students(function))(arguments...);
    }
    wire::Writer writer(conversation().next_kept_number());
    (wire::write(writer, static_cast<const std::decay_t<P>&>(arguments)), ...);
    const std::string bytes = conversation().ask_other(function, writer);
    wire::Reader reader(bytes);
    return wire::read<R>(reader);
}

} // namespace judging
