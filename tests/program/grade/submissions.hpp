/// @file
/// Finds who handed in what: one folder or archive per student, or files as Moodle, Canvas and
/// Gradescope export them.
#pragma once

#include "course/workspace.hpp"
#include "grade/archive.hpp"

#include <map>
#include <optional>

namespace workbook {

/// A folder, archive or file of a student in the folder of the class.
struct HandedInPlace {
    std::filesystem::path path;
    std::string name;        ///< the student's own, without the platform's additions; "": a folder
    std::int64_t upload = 0; ///< the platform's number of the file; 0: unknown
};

/// One student's submission: where its files are; their contents are read later.
struct Submission {
    std::string key; ///< safe as a file name, different for every student
    std::string name;
    std::string id;                        ///< of the learning platform; may be empty
    std::string email;                     ///< from Gradescope's list; may be empty
    std::vector<HandedInPlace> places;     ///< of files that are equally good, the later ones win
    std::optional<std::int64_t> handed_in; ///< if the platform says when
    std::vector<std::string> remarks;      ///< of the platform, e.g. that it is late
    bool is_listed = false;                ///< name and id are from Gradescope's list
};

/// What the folder of a class holds.
struct ClassFolder {
    std::vector<Submission> submissions; ///< in the order of their keys
    std::vector<std::string>
        passed_over; ///< "NAME, a link": what may be a student's and is not read
};

/// All submissions below a folder, such as an unpacked download from a platform. Partners of a
/// group get a submission each, with the same files. Throws UserError if there are none.
ClassFolder find_submissions(const std::filesystem::path& folder,
                             const std::vector<Chapter>& chapters);

/// Reads the C++ files of a submission, and the names of the others. Never follows a link. `notes`
/// says what is broken.
std::vector<HandedInFile> read_submission(const Submission& submission,
                                          std::vector<std::string>& notes);

/// A name that is safe for files: letters, digits, `-`, `_` and `.`, not empty, not hidden; a name
/// that had to be changed gets a suffix derived from the original, so that no two names collide.
std::string safe_key(const std::string& name);

} // namespace workbook
