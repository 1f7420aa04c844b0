/// @file
/// What students read of each step: its name, its points, its hints, and what the interface asks.
/// It is read from the texts, so that no judge must be built.
#pragma once

#include "course/workspace.hpp"

#include <map>
#include <string>

namespace workbook {

struct StepText {
    std::string name; ///< "output delta"
    int points = 1;
    std::string text; ///< its label, points, source and hints, then its part of the interface
};

/// The steps of a chapter by number, without those of files whose name begins with "hidden".
std::map<std::string, StepText> step_texts(const std::filesystem::path& root,
                                           const Chapter& chapter);

} // namespace workbook
