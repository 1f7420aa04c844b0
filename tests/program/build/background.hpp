/// @file
/// Building what will be needed soon, while nobody waits for it.
///
/// One build works in the build folder at a time. Who holds the lock `.lock` there may start the
/// one in the background, and ends it before building anything: it always gives way, at the cost of
/// the files that it is just compiling. The front door does so too.
#pragma once

#include "build/toolchain.hpp"

#include <string>
#include <vector>

namespace workbook {

/// Starts to build these targets with the lowest priority and returns at once. Nothing happens when
/// such a build is under way. The caller holds `.lock`.
void build_in_background(const Workspace& workspace, const Toolchain& toolchain,
                         const std::vector<std::string>& targets);

/// Ends the build in the background, if there is one, and waits until all of it is gone.
/// The caller holds `.lock`.
void end_background_build(const Workspace& workspace);

} // namespace workbook
