/// @file
/// When a chapter was due, and how a time is written.
#pragma once

#include "grade/rules.hpp"

namespace workbook {

/// When this chapter is due, in UTC seconds, if that is known.
std::optional<std::int64_t> due_of(const GradingRules& rules, const GradedChapter& chapter);

/// "2026-11-20 18:00 UTC": the same on every machine. Years beyond four digits are not written
/// out; a stranger's archive may claim any.
std::string utc_text(std::int64_t seconds);

} // namespace workbook
