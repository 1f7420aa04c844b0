/// @file
/// The parts of the workbook itself, which CMake builds when a verb needs them.
#pragma once

#include "build/toolchain.hpp"
#include "course/workspace.hpp"

#include <string>
#include <vector>

namespace workbook {

/// Brings CMake's targets up to date, with a progress line on a terminal.
/// Throws UserError when that fails.
void build_targets(const Workspace& workspace, const Toolchain& toolchain,
                   const std::vector<std::string>& targets);

} // namespace workbook
