/// @file
/// Finds who handed in what: one folder or archive per student, or files as Moodle, Canvas and
/// Gradescope export them.
#pragma once

#include "course/workspace.hpp"
#include "grade/archive.hpp"

#include <map>
#include <optional>

namespace workbook {

/// One student's submission: where its files are; their contents are read later.
struct Submission {
    std::string key; ///< safe as a file name, different for every student
    std::string name;
    std::string id;                            ///< of the learning platform; may be empty
    std::string email;                         ///< from Gradescope's list; may be empty
    std::vector<std::filesystem::path> places; ///< folders, archives, files; later ones win
    std::map<std::string, std::string>
        names; ///< of the file at a place, without the platform's additions
    std::optional<std::int64_t> handed_in; ///< if the platform says when
};

/// What the folder of a class holds.
struct ClassFolder {
    std::vector<Submission> submissions; ///< in the order of their keys
    std::vector<std::string>
        passed_over; ///< "NAME, a link": what may be a student's and is not read
};

/// All submissions below a folder, such as an unpacked download from a platform. Throws UserError
/// if there are none.
ClassFolder find_submissions(const std::filesystem::path& folder,
                             const std::vector<Chapter>& chapters);

/// Reads the C++ files of a submission. Never follows a link. `notes` says what is broken.
std::vector<HandedInFile> read_submission(const Submission& submission,
                                          std::vector<std::string>& notes);

/// What a student handed in for one chapter.
struct ChapterFiles {
    HandedInFile source;               ///< "" as its path: nothing was handed in
    std::vector<HandedInFile> headers; ///< those in the same folder
    std::vector<std::string> notes;
};

/// Picks the chapter's file: `03_backprop/backprop.cpp` at any depth, else `backprop.cpp`, else a
/// name that a platform has changed (`backprop-1.cpp`, `backprop (2).cpp`, `03_backprop.cpp`).
ChapterFiles files_of(const Chapter& chapter, const std::vector<HandedInFile>& files);

/// A name that is safe for files: letters, digits, `-`, `_` and `.`, not empty, not hidden; a name
/// that had to be changed gets a suffix derived from the original, so that no two names collide.
std::string safe_key(const std::string& name);

} // namespace workbook
