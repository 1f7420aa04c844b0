/// @file
/// Builds what will soon be needed while nobody is waiting for it.
///
/// Only one build at a time works in the build folder. Whoever holds `.lock` there may start the
/// background build, and must end it before building anything itself: the background build always
/// gives way, losing the files that it is just compiling. The front door (./workbook) follows the
/// same rule.
#pragma once

#include "build/toolchain.hpp"

#include <string>
#include <vector>

namespace workbook {

/// Starts building these targets with the lowest priority and returns at once. Does nothing if a
/// background build is running already. The caller holds `.lock`.
void build_in_background(const Workspace& workspace, const Toolchain& toolchain,
                         const std::vector<std::string>& targets);

/// Ends the background build, if there is one, and waits until all of its processes are gone. The
/// caller holds `.lock`.
void end_background_build(const Workspace& workspace);

} // namespace workbook
