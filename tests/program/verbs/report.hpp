/// @file
/// Verdicts as a person reads them, and as JSON.
#pragma once

#include "build/judging.hpp"

#include <string>
#include <vector>

namespace workbook {

/// One line per step, and every step that is not right explained.
std::string chapter_report(const Workspace& workspace, const ChapterVerdict& chapter);

/// What is wrong with one step, where, the mistake, what to type next.
std::string step_report(const Workspace& workspace, const ChapterVerdict& chapter,
                        const Verdict& verdict);

/// The whole workbook: a line per chapter, then the first step that is not right.
std::string overview(const Workspace& workspace, const std::vector<ChapterVerdict>& chapters);

/// The contract of `check --json`.
std::string to_json(const std::vector<ChapterVerdict>& chapters);

} // namespace workbook
