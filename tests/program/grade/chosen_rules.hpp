/// @file
/// The rules that the options of `grade` say, for the chapters that are graded.
#pragma once

#include "build/toolchain.hpp"
#include "grade/class_grading.hpp"
#include "grade/marks.hpp"

namespace workbook {

/// The chapters of these names; all if there is none. Throws UserError.
std::vector<Chapter> chapters_of(const Workspace& workspace, const std::vector<std::string>& names);

/// The rules, without marks. The chapters' judges must be built. Throws UserError.
GradingRules rules_of(const Workspace& workspace, const Toolchain& toolchain,
                      const std::vector<Chapter>& chapters, const GradeOptions& options);

/// The marks of --marks under these rules, not yet sorted by student; none without the option.
/// Those of chapters that are not graded now are left out. Throws UserError.
std::vector<Mark> marks_of(const Workspace& workspace, const Toolchain& toolchain,
                           const std::vector<Chapter>& chapters, const GradingRules& rules,
                           const GradeOptions& options);

} // namespace workbook
