/// @file
/// How a figure and lists of figures are written for Doxygen.
#pragma once

#include "notes/material.hpp"
#include "notes/text.hpp"

#include <string>

namespace workbook {

/// The figure with its number, caption, source and links to its files. Without a place of its
/// own (`anchored` false) it can be shown a second time, as on the cover.
std::string figure_block(const NotesChapter& chapter, const NotesFigure& figure,
                         bool anchored = true);

/// The figure's number, as a link to its place.
std::string figure_link(const NotesChapter& chapter, const NotesFigure& figure);

/// A table of all figures that have a number: number, caption, source, page.
std::string figure_index(const std::vector<NotesChapter>& chapters);

/// All figures small. Each opens large, with its caption, its source, its files and its command.
std::string gallery(const std::vector<NotesChapter>& chapters);

/// Gives every figure its title from a list, name | title; one that is not in it is called by the
/// first sentence of its caption. Complains of a title without a figure.
void give_titles(std::vector<NotesChapter>& chapters, const std::filesystem::path& list,
                 std::vector<NotesComplaint>& complaints);

/// Copies the chapters' figures and data into the site.
void copy_figures(const std::vector<NotesChapter>& chapters, const std::filesystem::path& site);

} // namespace workbook
