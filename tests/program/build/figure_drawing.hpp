/// @file
/// Drawing figures by running the chapters' executables, several at a time.
#pragma once

#include "build/toolchain.hpp"

#include <string>
#include <utility>
#include <vector>

namespace workbook {

/// The result of drawing one chapter's figures.
struct DrawnChapter {
    Chapter chapter;
    std::filesystem::path folder;     ///< figures/, tables/ and values.json are here
    std::vector<std::string> figures; ///< names, in the chapter's order
    std::vector<std::pair<std::string, std::string>> missing; ///< name, the step it needs
    bool was_there = false; ///< the executable had not changed, so it was not run again
};

/// Runs each chapter's executable built from solutions/ or labs/ and returns where its output
/// is. A chapter whose executable has not changed is not run again. `only` restricts the
/// figures (empty: all). Throws UserError when a file does not build or a figure fails.
std::vector<DrawnChapter> draw(const Workspace& workspace, const Toolchain& toolchain,
                               const std::vector<Chapter>& chapters, bool solutions,
                               const std::vector<std::string>& only = {});

/// The names of a chapter's figures, in its order.
std::vector<std::string> figure_names(const std::filesystem::path& executable);

} // namespace workbook
