/// @file
/// Why a host is gone, in words.
#pragma once

#include <string>

namespace judging {

/// It was ended by this signal. `printed`: what the student's code printed, the C++ library's own
/// complaint included.
std::string explain_signal(int signal_number, const std::string& printed);

/// It has used up its computing time.
std::string explain_endless(int cpu_seconds);

/// It has printed more than it may.
std::string explain_flood(std::size_t printed_bytes);

/// It called exit().
std::string explain_exit(int status);

/// What a host says in front that ends before any function was called.
inline constexpr const char* before_any_call =
    "before any function was called (by a global variable?): ";

} // namespace judging
