/// @file
/// How verdicts become points: what counts, when it was due, and what lateness costs.
#pragma once

#include "grade/result.hpp"

#include <map>
#include <set>

namespace workbook {

/// The instructor's rules; they can be changed and applied again without judging again.
struct GradingRules {
    std::string assignment = "Neural Networks by Hand"; ///< its column on the platform
    std::set<std::string> counted;                      ///< steps ("3.4"); empty: all
    std::set<std::string> hidden; ///< steps whose verdict the student does not see; they count
    std::map<std::string, std::int64_t> due; ///< by chapter folder, "" for all others; UTC seconds
    std::map<std::string, std::int64_t> zones; ///< of these times: seconds east of UTC
    double late_per_day = 0; ///< fraction of the points lost for every day begun, 0 … 1
    double late_at_most = 1; ///< largest fraction that can be lost, 0 … 1
};

/// The points of a student under the rules.
struct Score {
    double points = 0; ///< after deductions for lateness
    double before_late = 0;
    double max_points = 0;
    int days_late = 0; ///< the largest of any chapter
};

bool counts(const GradingRules& rules, const GradedStep& step);
bool is_hidden(const GradingRules& rules, const GradedStep& step);

/// Days begun since this chapter was due; 0 if it was in time, or if no date is known.
int days_late(const GradingRules& rules, const GradedChapter& chapter);

Score score_of(const GradingRules& rules, const GradedChapter& chapter);
Score score_of(const GradingRules& rules, const GradedStudent& student);

/// "2026-11-20", "2026-11-20T18:00", "2026-11-20T18:00+09:00" or "…Z" as UTC seconds; without a
/// zone it is local time, without a time the end of that day. Throws UserError.
std::int64_t parse_time(const std::string& text);

} // namespace workbook
