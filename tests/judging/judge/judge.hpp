/// @file
/// The judge of one chapter as a program.
#pragma once

#include <cstdint>
#include <string>

namespace judging {

/// What main() does: judges the steps that the command line names and prints a line of JSON for
/// each. Returns the exit status.
int judge(int argc, char** argv);

/// While a test of Boost.Test is under way: judges a step anew, as if it were the first.
void judge_again(const std::string& step, std::uint64_t seed);

} // namespace judging
