/// @file
/// What the search says of a wrong body of a chapter's function.
#pragma once

#include "arguments.hpp"

#include "judging/search/search.hpp"

#include <string>
#include <vector>

namespace judging::search {

/// The folder of the project.
std::string root();

/// What may be done in that time on a usual machine.
Budget within(double seconds);

/// What a function answers in a few cases. Nothing where it cannot be evaluated.
std::vector<Case> cases_of(const Formulas& formulas, const std::string& folder,
                           const Function& asked, const Function& answers, std::size_t count = 5);

/// What is said of a function of that chapter with another body.
std::vector<Suggestion> said_of(const std::string& folder, const std::string& function,
                                const std::string& body, std::size_t cases = 5);

/// Checks that it is these words.
void is_said(const std::string& folder, const std::string& function, const std::string& body,
             const std::string& words);

} // namespace judging::search
