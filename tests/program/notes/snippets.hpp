/// @file
/// The code that the notes show: from the solutions for instructors, the skeleton for students.
#pragma once

#include "notes/material.hpp"
#include "notes/text.hpp"

#include <string>

namespace workbook {

/// What \snippet reads for a chapter: every marked function, whole, between the markers of its
/// region. In the student edition its body is the skeleton's.
std::string snippets_of(const NotesChapter& chapter, bool instructor);

/// A page that shows a chapter's whole file, step by step: `kind` "lab" is what students get,
/// "solution" is the worked file.
NotesPage code_page(const NotesChapter& chapter, const std::string& kind);

} // namespace workbook
