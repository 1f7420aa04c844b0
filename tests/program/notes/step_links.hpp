/// @file
/// From a step to its functions and to the files in which they are written.
#pragma once

#include "notes/material.hpp"

#include <string>
#include <vector>

namespace workbook {

/// Where a step is said, written and judged: a line below its heading. `instructor`: also where it
/// is worked.
std::string step_box(const std::string& step, const NotesChapter& chapter, bool instructor);

/// The functions of every step of every chapter.
std::string reference(const std::vector<NotesChapter>& chapters, bool instructor);

} // namespace workbook
