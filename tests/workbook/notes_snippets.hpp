/// @file
/// The code that the notes show: from the solutions for instructors, the skeleton for students.
#pragma once

#include "notes_material.hpp"

#include <string>

namespace workbook {

/// What \snippet reads for a chapter: every marked function, whole, between the markers of its
/// region. In the student edition its body is the skeleton's.
std::string snippets_of(const NotesChapter& chapter, bool instructor);

} // namespace workbook
