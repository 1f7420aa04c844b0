/// @file
/// The file that a student starts with.
#pragma once

#include "course/workspace.hpp"

#include <string>

namespace workbook {

/// The chapter's skeleton: made from the solution or, in a student edition, the copy shipped with
/// it. Throws UserError when there is neither.
std::string skeleton_for(const Workspace& workspace, const Chapter& chapter);

/// Whether the student's file is still the skeleton.
bool is_untouched(const Workspace& workspace, const Chapter& chapter);

} // namespace workbook
