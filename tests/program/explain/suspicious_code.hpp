/// @file
/// What is suspicious in a student's code although no compiler warns of it: divisions of whole
/// numbers, a Vector with a single entry, a result that is dropped.
#pragma once

#include "course/student_code.hpp"
#include "explain/warnings.hpp"

#include <vector>

namespace workbook {

/// All of it, one kind after the other.
std::vector<Warning> suspicious_in(const StudentCode& code);

} // namespace workbook
