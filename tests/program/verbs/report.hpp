/// @file
/// Verdicts as a person reads them, and as JSON.
#pragma once

#include "build/judging.hpp"

#include <string>
#include <vector>

namespace workbook {

/// One line per step, and an explanation of every step that is not right.
std::string chapter_report(const Workspace& workspace, const ChapterVerdict& chapter);

/// One wrong step: what is wrong and where, the mistake, and what to type next.
std::string step_report(const Workspace& workspace, const ChapterVerdict& chapter,
                        const Verdict& verdict);

/// The whole workbook: a line per chapter, then the first step that is not right.
std::string overview(const Workspace& workspace, const std::vector<ChapterVerdict>& chapters);

/// The output of `check --json`; its form is a contract.
std::string to_json(const std::vector<ChapterVerdict>& chapters);

} // namespace workbook
