/// @file
/// What a chapter's text shows under a number: figures, tables and equations, each kind counted for
/// itself.
///
///     {{figure name}}               the figure, with the caption that its executable gives it
///     {{explore name figure}}       the same; it becomes one to touch
///     {{table name}} Its caption.   the table; the caption goes on to the end of the paragraph
///     {{caption name}} Its caption. the same for the Markdown table that follows
///     {{equation name}}             the displayed formula that follows
#pragma once

#include "notes/text.hpp"

#include <string>
#include <vector>

namespace workbook {

/// Gives numbers to the parts of a chapter in the order of its text. Complains of a figure or table
/// that is shown twice, and of a table without a caption; what stands in an answer needs none, and
/// has no number.
void number_parts(NotesChapter& chapter, std::vector<NotesComplaint>& complaints);

/// A line of a page, and where it comes from.
struct SourceLine {
    std::string text;
    std::size_t number = 0; ///< from 1
};

/// The lines of a page with what Doxygen needs around numbered tables and equations. `own` is the
/// page's chapter; nothing has a number on the other pages.
std::vector<SourceLine> with_numbered_parts(const std::vector<std::string>& lines,
                                            const NotesChapter* own);

/// Where \ref leads.
std::string label_of_part(const std::string& kind, const NotesChapter& chapter,
                          const std::string& name);

} // namespace workbook
