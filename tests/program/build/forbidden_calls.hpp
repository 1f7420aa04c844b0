/// @file
/// The system calls that a student's program may not make.
#pragma once

#include <filesystem>

namespace workbook {

/// Writes the list in the binary form that bubblewrap reads, a seccomp filter. Throws CannotWrite,
/// and UserError where there is no seccomp: only Linux has it.
void forbid_calls(const std::filesystem::path& file);

} // namespace workbook
