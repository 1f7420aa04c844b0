/// @file
/// A step: what a student writes and the judge decides.
#pragma once

#include <string>
#include <vector>

namespace workbook {

/// One step.
struct Step {
    std::string number; ///< "3.5"
    std::string name;   ///< "output delta"
    int points = 1;
    std::string source; ///< document, and where in it
    std::vector<std::string> hints;
    bool hidden = false; ///< students are told nothing of it
};

} // namespace workbook
