/// @file
/// A student before judging: who it is, and the row of the roster.
#pragma once

#include "grade/matching.hpp"
#include "grade/result.hpp"

namespace workbook {

/// `roster` is that in which the entries are; nullptr if there is none.
GradedStudent student_of(const MatchedSubmission& matched, const Roster* roster);
GradedStudent student_of(const MissingStudent& missing, const Roster* roster);

} // namespace workbook
