/// @file
/// Who is in the class: those who have handed in, as the roster calls them, and those who have not.
#pragma once

#include "grade/marks.hpp"
#include "grade/roster.hpp"
#include "grade/submissions.hpp"

namespace workbook {

/// A class, in the order of the submissions' keys.
struct ClassList {
    std::vector<Submission> submissions; ///< what they hold
    std::vector<RosterEntry> shown;      ///< how their owners are shown, in the same order
    std::vector<RosterEntry> missing;    ///< on the roster, but nothing was handed in
};

ClassList class_list(std::vector<Submission> submissions, const std::vector<RosterEntry>& roster);

/// The key of somebody who is missing.
std::string missing_key(const RosterEntry& entry);

/// Everybody, those who are missing too.
std::vector<Classmate> classmates(const ClassList& list);

/// The submissions' places of those whose key, id, e-mail or name these words are. Throws UserError
/// if nobody is called so, or several are.
std::vector<std::size_t> find_students(const ClassList& list,
                                       const std::vector<std::string>& words);

} // namespace workbook
