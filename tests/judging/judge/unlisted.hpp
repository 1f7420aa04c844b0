/// @file
/// Mistakes that nobody has listed: what the search finds that gives the student's answers.
#pragma once

#include "judging/judge/question.hpp"

#include <string>
#include <vector>

namespace judging {

/// From now on the search is that of this library (see searcher.hpp), with these texts. It is
/// loaded when it is first needed.
void use_search(const std::string& library, const std::string& texts);

/// What the student may have done in this function, in words, the likeliest first; empty if nothing
/// gives the answers, or if there is no search.
std::vector<std::string> unlisted_mistakes(const FunctionInfo& function,
                                           const std::vector<Ask>& asks,
                                           const Evaluators& evaluators);

} // namespace judging
