/// @file
/// Wording and number formats that all outputs of `grade` share.
#pragma once

#include "grade/rules.hpp"

namespace workbook {

/// Points rounded to two decimals, so that every output shows the same number.
double rounded_points(double points);

/// "7.25", "7.5", "7"; with the word: "1 point", "7.5 points".
std::string points_text(double points);
std::string points_words(double points);

/// "1 step", "2 steps".
std::string count_of(std::size_t count, const std::string& thing);

/// "Chapter 3: backprop" for the folder "03_backprop".
std::string chapter_title(const std::string& folder);

/// What was wrong with a step, in one line; the compiler's message is left out.
std::string short_message(const GradedStep& step);

/// The compiler's message if this chapter's file could not be built.
bool is_not_built(const GradedChapter& chapter);
std::string build_message(const GradedChapter& chapter);

/// The points lost by lateness, computed from rounded points so that the numbers shown add up.
double points_lost(const Score& score);

/// All that was decided by hand about a student: "3.7 delta: a bonus of 1 point (Kim: …)".
std::vector<std::string> said_by_hand(const GradedStudent& student);

/// What a chapter gives in all if chapters have weights: "22.5 of 30 in all"; "" otherwise.
std::string weight_words(const GradingRules& rules, const GradedChapter& chapter);

/// "2 days late, which costs 1.4 points"; "" in time.
std::string late_words(const Score& score);

/// Whether something was handed in, what was not recognised, and whether it is certain whose it is.
std::string handing_in(const GradedStudent& student);

} // namespace workbook
