/// @file
/// The list of all students, whether or not they have handed in.
#pragma once

#include "grade/result.hpp"

#include <filesystem>

namespace workbook {

/// One line of the roster.
struct RosterEntry {
    std::string name;
    std::string id;
    std::string email;
    std::string section{}; ///< group or tutorial; may be empty
};

/// Reads a CSV with a header; columns called name (or student, full name, first and last name), id
/// (student id, sid, id number, identifier), email (e-mail, email address) and section are used.
/// Throws
/// UserError if it has none of them.
std::vector<RosterEntry> read_roster(const std::filesystem::path& file);

/// Finds somebody on the roster by id, e-mail or name; nullptr if there is no match.
const RosterEntry* find_in(const std::vector<RosterEntry>& roster, const std::string& name,
                           const std::string& id, const std::string& email);

} // namespace workbook
