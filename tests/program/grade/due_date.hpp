/// @file
/// When a chapter is due, and how times are written.
#pragma once

#include "grade/rules.hpp"

namespace workbook {

/// When this chapter is due for this student, in seconds since 1970 (UTC), if it is known.
std::optional<std::int64_t> due_of(const GradingRules& rules, const GradedChapter& chapter);

/// "2026-11-20 18:00 UTC": the same on every machine. Years of more than four digits are not
/// written out: an untrusted archive may claim any.
std::string utc_text(std::int64_t seconds);

/// The zone that a time of parse_time is written in, in seconds east of UTC: that of this machine
/// if it names none. Throws UserError.
std::int64_t zone_of(const std::string& time);

/// The time in the zone of the chapter's due date: "2026-11-20 18:00 +09:00"; in UTC if there is
/// none.
std::string time_text(const GradingRules& rules, const GradedChapter& chapter,
                      std::int64_t seconds);

} // namespace workbook
