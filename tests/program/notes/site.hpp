/// @file
/// The site around the pages: Doxygen, its looks, fonts.
#pragma once

#include "notes/text.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// Throws UserError that names the packages of these groups that are not here: "the notes
/// need the package doxygen".
void require_packages(const Workspace& workspace, const std::string& what,
                      const std::vector<std::string>& groups);

/// What Doxygen is told beyond docs/Doxyfile.
struct DoxygenInput {
    std::filesystem::path folder;             ///< where it works; html/ is made below it
    std::vector<std::filesystem::path> files; ///< in the order of the book
    std::filesystem::path snippets;           ///< folder
    bool instructor = false;
};

/// Runs Doxygen. Its warnings come back as complaints about the authors' files.
std::vector<NotesComplaint> run_doxygen(const Workspace& workspace, const DoxygenInput& input,
                                        const std::vector<NotesPage>& pages);

/// Copies a Korean font, for readers whose system has none.
void copy_fonts(const std::filesystem::path& site);

/// Copies the looks and letters of formulas from Debian's KaTeX.
void copy_katex(const std::filesystem::path& site);

} // namespace workbook
