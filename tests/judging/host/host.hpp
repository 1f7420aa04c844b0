/// @file
/// The host: a small program that holds the student's functions and only answers calls.
#pragma once

#include "judging/protocol/signature.hpp"
#include "judging/protocol/wire.hpp"

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace judging {

/// One function of the chapter as the host sees it: bytes of the arguments in, bytes of
/// the result out.
struct HostFunction {
    const char* name;
    std::string (*answer)(wire::Reader& arguments);
};

/// The adapter that makes a HostFunction of any interface function.
template <auto* function>
std::string answer(wire::Reader& reader)
{
    using S = Signature<std::remove_pointer_t<decltype(function)>>;
    typename S::Arguments arguments;
    std::apply(
        [&](auto&... each) { ((each = wire::read<std::decay_t<decltype(each)>>(reader)), ...); },
        arguments);
    reader.expect_end();
    wire::Writer result;
    wire::write(result, std::apply(*function, arguments));
    return result.str();
}

/// One entry of the list of functions: CHAPTER_FUNCTIONS(HOST_FUNCTION).
#define HOST_FUNCTION(name, ...) {#name, &judging::answer<&CHAPTER::name>},

struct Frame;
class Conversation;

/// Answers one call. False once the other end is closed.
bool answer_call(const std::vector<HostFunction>& functions, Conversation& conversation,
                 const Frame& request);

/// Answers the judge's calls until there are no more. Returns the exit status.
int serve(const std::vector<HostFunction>& functions, Conversation& conversation);

/// Whether the judge answers what the student's code calls this function with, in the call under
/// way.
bool answered_by_judge(std::uint32_t function);

/// What a host's main() does with its arguments: the student's library, and perhaps a file of
/// recorded calls that are to be answered again.
int start(const std::vector<HostFunction>& functions, int argc, char** argv);

} // namespace judging
