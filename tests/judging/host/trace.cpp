#include "judging/host/trace.hpp"

#include "judging/protocol/wire.hpp"

#include <array>
#include <csignal>
#include <cstring>

#include <dlfcn.h>
#include <unistd.h>
#include <unwind.h>

namespace judging {
namespace {

using wire::Kind;

/// Where the last exception was thrown, or the program crashed: addresses in the student's library
/// as it was linked, of the innermost call first.
std::array<std::uint64_t, wire::longest_trace> trace;
std::size_t trace_length = 0;

std::uint64_t start_of_library = 0; ///< where it was loaded

/// Also called when memory is full or broken, so it allocates nothing.
void record_trace()
{
    trace_length = 0;
    ::_Unwind_Backtrace(
        [](_Unwind_Context* call, void*) {
            if (trace_length == trace.size()) {
                return _URC_END_OF_STACK;
            }
            int is_exact = 0; // or the address behind the call
            const std::uint64_t address = ::_Unwind_GetIPInfo(call, &is_exact);
            trace[trace_length++] = address - (is_exact != 0 ? 0 : 1) - start_of_library;
            return _URC_NO_REASON;
        },
        nullptr);
}

void send_trace(int to)
{
    const auto size = static_cast<std::uint32_t>(trace_length * sizeof trace[0]);
    std::array<char, sizeof size + sizeof(Kind) + sizeof trace> bytes;
    const Kind kind = Kind::trace;
    std::memcpy(bytes.data(), &size, sizeof size);
    std::memcpy(bytes.data() + sizeof size, &kind, sizeof kind);
    std::memcpy(bytes.data() + sizeof size + sizeof kind, trace.data(), size);
    // One write, which a pipe takes as a whole.
    [[maybe_unused]] const ssize_t n = ::write(to, bytes.data(), sizeof size + sizeof kind + size);
}

int crashes_go_to = -1;

void on_crash(int)
{
    record_trace();
    send_trace(crashes_go_to);
} // and then the signal's own effect follows: the handler is in force only once

} // namespace

std::string bytes_of_trace()
{
    return {reinterpret_cast<const char*>(trace.data()), trace_length * sizeof trace[0]};
}

void trace_inside(const void* address)
{
    Dl_info place{};
    if (::dladdr(address, &place) != 0) {
        start_of_library = reinterpret_cast<std::uint64_t>(place.dli_fbase);
    }
}

void tell_of_crashes(int descriptor)
{
    crashes_go_to = descriptor;
    // A function that calls itself without end has no stack left, so the handler has its own.
    static std::array<char, 65536> stack;
    stack_t own{};
    own.ss_sp = stack.data();
    own.ss_size = stack.size();
    ::sigaltstack(&own, nullptr);
    struct sigaction action{};
    action.sa_handler = on_crash;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_ONSTACK | SA_NODEFER);
    for (const int signal_number : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE}) {
        ::sigaction(signal_number, &action, nullptr);
    }
}

} // namespace judging

/// Stands before the C++ library's function of this name: notes where an exception comes from, then
/// goes on as usual.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the name is the library's.
extern "C" void __cxa_throw(void* exception, void* type, void (*destroy)(void*))
{
    using Throw = void (*)(void*, void*, void (*)(void*));
    static const auto go_on = reinterpret_cast<Throw>(::dlsym(RTLD_NEXT, "__cxa_throw"));
    judging::record_trace();
    go_on(exception, type, destroy);
    __builtin_unreachable();
}
