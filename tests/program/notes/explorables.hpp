/// @file
/// Figures that a reader can touch: the chapters' own functions, compiled for the browser. They are
/// written in tests/web/explorables, and a line {{explore NAME FIGURE}} of a chapter puts one in
/// the place of the figure, which stands there until it is touched.
#pragma once

#include "notes/material.hpp"

#include <pugixml.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// Where they come from.
struct Explorables {
    std::filesystem::path scripts; ///< tests/web/explorables
    std::filesystem::path modules; ///< where the chapters' WebAssembly is built; empty: not at all

    bool there() const { return !modules.empty(); }
};

/// Builds them if the packages for it are on this machine, and else says in a line which are not.
Explorables build_explorables(const Workspace& workspace);

/// What stands around a figure, so that a script finds it. Throws UserError if the chapter has no
/// such explorable.
std::string explorable_block(const Explorables& explorables, const Chapter& chapter,
                             const std::string& name, const std::string& figure);

/// A page with explorables reads their script and their looks.
void link_explorables(pugi::xml_node page);

/// Puts scripts and modules into the site; a module is text in a script, so that a browser reads it
/// from a file too.
void copy_explorables(const Explorables& explorables, const std::vector<NotesChapter>& chapters,
                      const std::filesystem::path& site);

} // namespace workbook
