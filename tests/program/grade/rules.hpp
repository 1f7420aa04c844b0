/// @file
/// How verdicts become points: what counts, when it was due, and what lateness costs.
#pragma once

#include "grade/result.hpp"

#include <map>
#include <set>

namespace workbook {

/// One decision of an instructor about one student.
struct Mark {
    enum class Kind { points, bonus, excuse, due };

    std::size_t line = 0; ///< of the file
    std::string student;  ///< key, id or e-mail
    std::string folder;   ///< of the chapter; "": all chapters
    std::string step;     ///< "3.7"; "": the whole chapter
    Kind kind = Kind::points;
    double points = 0;
    std::int64_t due = 0; ///< UTC seconds
    std::string who;
    std::string why;
};

/// The instructor's rules; they can be changed and applied again without judging again.
struct GradingRules {
    std::string assignment = "Neural Networks by Hand"; ///< its column on the platform
    std::set<std::string> counted;                      ///< steps ("3.4"); empty: all
    std::set<std::string> hidden; ///< steps whose verdict the student does not see; they count
    std::map<std::string, std::int64_t> due; ///< by chapter folder, "" for all others; UTC seconds
    std::map<std::string, std::int64_t> zones; ///< of these times: seconds east of UTC
    double late_per_day = 0; ///< fraction of the points lost for every day begun, 0 … 1
    double late_at_most = 1; ///< largest fraction that can be lost, 0 … 1
    std::map<std::string, double> points;  ///< of a step, by number, instead of the step's own
    std::map<std::string, double> weights; ///< by chapter folder; empty: chapters are added up
    std::map<std::string, std::vector<Mark>> marks; ///< by the student's key
};

/// The points of a chapter, or of a student, under the rules.
struct Score {
    double points = 0; ///< after deductions for lateness
    double before_late = 0;
    double max_points = 0;
    double excused = 0; ///< points that were taken out of the maximum
    int days_late = 0;  ///< the largest of any chapter
};

/// Whether the step gives points: to this student, to the class.
bool counts(const GradingRules& rules, const GradedStep& step);
bool is_counted(const GradingRules& rules, const GradedStep& step);
bool is_hidden(const GradingRules& rules, const GradedStep& step);

/// Days begun since this chapter was due; 0 if it was in time, or if no date is known.
int days_late(const GradingRules& rules, const GradedChapter& chapter);

/// Of a chapter the points of its steps. Of a student their sum or, where chapters have weights,
/// the sum of weight · points / maximum.
Score score_of(const GradingRules& rules, const GradedChapter& chapter);
Score score_of(const GradingRules& rules, const GradedStudent& student);

/// The part of a chapter's score that goes into the student's: the same numbers, or weighted ones,
/// rounded as they are shown, so that what is shown adds up.
Score weighted(const GradingRules& rules, const GradedChapter& chapter);

/// The points for a platform that knows one maximum for the whole class: with excused steps the
/// same share of it. Nothing if all is excused.
std::optional<double> points_of_platform(const Score& score);

/// "2026-11-20", "2026-11-20T18:00", "2026-11-20T18:00+09:00" or "…Z" as UTC seconds; without a
/// zone it is local time, without a time the end of that day. Throws UserError.
std::int64_t parse_time(const std::string& text);

} // namespace workbook
