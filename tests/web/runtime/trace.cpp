// Where an exception of the student's comes from. A module cannot look at its own stack; the page's
// script can, and is asked whenever something is thrown. (Crashes it notices by itself.)
#include "judging/host/trace.hpp"
#include "judging/protocol/wire.hpp"

extern "C" {

#define PAGE(name) clang::import_module("workbook"), clang::import_name(name)
/// Remembers the calls that are under way.
[[PAGE("note_calls")]] void note_calls();
/// Writes where they are, at most so many, of the innermost first; returns how many.
[[PAGE("noted_calls")]] int noted_calls(std::uint64_t* to, int most);

/// The C++ library's function, and what the linker puts in its place (its option --wrap).
[[noreturn]] void __real___cxa_throw(void* exception, void* type, void (*destroy)(void*));
[[noreturn]] void __wrap___cxa_throw(void* exception, void* type, void (*destroy)(void*))
{
    note_calls();
    __real___cxa_throw(exception, type, destroy);
}
}

namespace judging {

std::string bytes_of_trace()
{
    wire::Trace trace(wire::longest_trace);
    trace.resize(static_cast<std::size_t>(noted_calls(trace.data(), wire::longest_trace)));
    return {reinterpret_cast<const char*>(trace.data()), trace.size() * sizeof trace[0]};
}

} // namespace judging
