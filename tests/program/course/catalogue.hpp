/// @file
/// The steps of a chapter, from its steps.cpp, which is their only list.
#pragma once

#include "course/step.hpp"
#include "course/workspace.hpp"

#include <string>
#include <vector>

namespace workbook {

/// A pair of mistakes that no input can tell apart ("truth" for the right answer).
struct DeclaredTie {
    std::string function, first, second, why;
};

/// What the judge of a chapter lists.
struct Catalogue {
    std::vector<Step> steps;
    std::vector<std::string> functions;
    std::vector<std::string> mistakes; ///< ids
    std::vector<DeclaredTie> ties;

    /// The step with this number. Otherwise throws UserError with a list of the steps.
    const Step& step(const std::string& number) const;
};

/// Reads what the chapter's judge says of itself with --list. Throws UserError when it has no
/// steps.
Catalogue read_catalogue(const std::string& listed, const Chapter& chapter);

} // namespace workbook
