/// @file
/// A student edition: the workbook without solutions, as files and as a list of what it holds. It
/// is made from an instructor's workbook, packed into archives, read again, and laid into a folder
/// that may hold an earlier one with what its student has written.
#pragma once

#include "course/workspace.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace workbook {

struct EditionFile {
    std::string bytes;
    bool is_program = false;
};

/// A file with its right to be run. Throws UserError if it cannot be read.
EditionFile edition_file(const std::filesystem::path& path);

/// What an edition says of itself, in the file `name_of_list` in its folder.
struct EditionList {
    /// A step as far as students see it.
    struct Step {
        std::string name;
        int points = 1;
        std::string text; ///< a digest
    };

    std::string version;
    std::map<std::string, std::string> files; ///< path → digest
    std::map<std::string, Step> steps;        ///< by number
};

inline constexpr const char* name_of_list = ".edition.json";

/// Its files have no labs, but the skeletons that labs are made of.
struct Edition {
    EditionList list;
    std::map<std::string, EditionFile> files; ///< path with '/' → file
};

/// The list as text, and from it. `read_list` throws UserError, naming `place`, if it is none.
std::string text_of(const EditionList& list);
EditionList read_list(const std::string& text, const std::filesystem::path& place);

/// The student edition of an instructor's workbook, with the site of the course notes that is in
/// `book`, if that is not empty.
Edition make_edition(const Workspace& workspace, const std::filesystem::path& book);

/// The edition in an archive, or in the folder that one was unpacked to. Throws UserError if there
/// is none, or if a file of it is missing or not as it was released.
Edition read_edition(const std::filesystem::path& from);

/// Writes neural-networks-by-hand-VERSION.tar.gz and .zip, and a list of their SHA-256, into the
/// folder, and returns the three. The same edition gives the same bytes.
std::vector<std::filesystem::path> pack_edition(const Edition& edition,
                                                const std::filesystem::path& folder);

/// What laying an edition into a folder has done.
struct EditionChanges {
    struct StepChange {
        std::string number;
        std::string what; ///< "weighted sum (2 points): new"
    };

    std::string old_version; ///< "" if the folder held none
    std::vector<std::string> added;
    std::vector<std::string> changed;
    std::vector<std::string> removed;
    std::vector<std::string> kept; ///< path, and why or where
    std::vector<StepChange> steps;
};

/// Lays the edition into a folder. What the folder's user has changed is kept: a lab where it is,
/// another file under another name if the edition has a new one. What an earlier edition had and
/// this one has not is removed unless the user has changed it.
EditionChanges lay_edition(const Edition& edition, const std::filesystem::path& folder);

/// The changes for people.
std::string shown(const EditionChanges& changes, const EditionList& now);

} // namespace workbook
