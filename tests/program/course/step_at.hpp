/// @file
/// The step that a place in a file belongs to, for editors: they know the file and the line.
#pragma once

#include "course/workspace.hpp"

#include <string>

namespace workbook {

/// "3.4" for "labs/03_backprop/backprop.cpp:57", the step of the function there or, between two
/// functions, of the next; "3" for a file of a chapter without a line, or where no step is. Any
/// other word is returned as it is. Throws UserError for a file that belongs to no chapter.
std::string step_at(const Workspace& workspace, const std::string& word);

} // namespace workbook
