/// @file
/// The file that a student starts with.
#pragma once

#include "course/workspace.hpp"

#include <string>

namespace workbook {

/// The chapter's skeleton: made from the solution or, in a student edition, the copy shipped with
/// it. Throws UserError when there is neither.
std::string skeleton_for(const Workspace& workspace, const Chapter& chapter);

/// Where a student edition keeps the skeletons, below the workbook's folder.
inline constexpr const char* kept_skeletons = ".skeletons";

/// Puts the skeleton where a student edition has no file for a chapter: its archive holds none, so
/// that unpacking it never replaces what a student has written.
void lay_missing_labs(const Workspace& workspace);

/// Whether the student's file is still the skeleton.
bool is_untouched(const Workspace& workspace, const Chapter& chapter);

} // namespace workbook
