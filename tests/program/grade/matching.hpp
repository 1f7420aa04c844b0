/// @file
/// Whose a submission is: a student of the roster, or nobody who is known for certain. Nothing is
/// guessed: what could be two students' is given to neither.
#pragma once

#include "grade/roster.hpp"
#include "grade/submissions.hpp"

namespace workbook {

/// A submission and its owner.
struct MatchedSubmission {
    Submission submission;
    const RosterEntry* entry = nullptr; ///< nullptr: not on the roster, or not certain
    std::string name;
    std::string id;
    std::string email;
    std::string doubt; ///< why it is not certain whose it is; "": it is certain, or no roster
};

/// Who has handed in nothing.
struct MissingStudent {
    const RosterEntry* entry = nullptr;
    std::string doubt; ///< what may be this student's after all; "": nothing is
};

/// The whole class.
struct MatchedClass {
    std::vector<MatchedSubmission> submissions; ///< in the order of their keys
    std::vector<MissingStudent> missing;        ///< in the order of the roster
};

/// One line of a mapping: the instructor says whose a submission is.
struct MappedSubmission {
    std::string submission; ///< the name of its folder or file, or its key
    std::string name;
    std::string id;
    std::string email;
    std::size_t row = 0;
};

/// Reads a table with the column `submission` and one of `id`, `email` and `name`. Throws
/// UserError.
std::vector<MappedSubmission> read_mapping(const std::filesystem::path& file,
                                           std::vector<std::string>& remarks);

/// Finds the owner of every submission: by the mapping, by the platform's id or the e-mail address,
/// or else by the name, which may also be an id or the login of the address. Several submissions
/// that the mapping gives to one student become one. Throws UserError if the mapping names a
/// submission or a student that does not exist; with `may_come` a submission may be handed in yet.
/// The roster must outlive the result.
MatchedClass match(const std::vector<Submission>& submissions, const Roster* roster,
                   const std::vector<MappedSubmission>& mapping, bool may_come = false);

} // namespace workbook
