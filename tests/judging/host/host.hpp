/// @file
/// The host: a small program that holds the student's functions and only answers calls.
#pragma once

#include "judging/protocol/signature.hpp"
#include "judging/protocol/wire.hpp"

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

/// Answers calls from descriptor 3 on descriptor 4 until there are no more, or, with
/// `replay_file`, the calls recorded in that file. Returns the exit status.
int serve(const std::vector<HostFunction>& functions, const char* replay_file);

} // namespace judging
