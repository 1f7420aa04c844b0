/// @file
/// Which pages the book has, and in which order.
#pragma once

#include "course/workspace.hpp"
#include "notes/material.hpp"
#include "notes/text.hpp"

#include <vector>

namespace workbook {

/// The chapters that have a text; one that is still being written may lack it. Throws UserError if
/// none has.
std::vector<Chapter> chapters_with_text(const Workspace& workspace);

/// The pages of the book, not yet filled but for those that show code.
std::vector<NotesPage> pages_of(const Workspace& workspace,
                                const std::vector<NotesChapter>& chapters, bool instructor);

/// The pages of a student edition's book, which are built already: their names, titles and order.
std::vector<NotesPage> pages_of_edition(const Workspace& workspace);

} // namespace workbook
