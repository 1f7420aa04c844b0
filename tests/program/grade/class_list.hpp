/// @file
/// Everybody of a class, by all that an instructor may call somebody.
#pragma once

#include "grade/marks.hpp"
#include "grade/matching.hpp"

namespace workbook {

/// Those who have handed in, and those who have not.
std::vector<Classmate> classmates(const MatchedClass& students);

/// The places of the submissions whose key, id, e-mail or name these words are. Throws UserError if
/// nobody is called so, or several are.
std::vector<std::size_t> find_students(const std::vector<MatchedSubmission>& submissions,
                                       const std::vector<std::string>& words);

} // namespace workbook
