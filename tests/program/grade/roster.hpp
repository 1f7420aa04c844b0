/// @file
/// The list of all students, whether or not they have handed in.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// One student of the roster.
struct RosterEntry {
    std::string name;
    std::string id;
    std::string email;
    std::string section{};            ///< group or tutorial; may be empty
    std::vector<std::string> ids{};   ///< all that identify the student: number, login, …
    std::vector<std::string> cells{}; ///< the whole row, for the platform that it came from
    std::size_t row = 0;              ///< from 1; the header is row 1
};

/// A roster as it came in.
struct Roster {
    std::vector<std::string> header;
    std::vector<RosterEntry> entries;
    std::vector<std::string> remarks; ///< "row 7 repeats …": what an instructor should know
};

/// Reads a table with a header, separated by commas, semicolons or tabs, in UTF-8, UTF-16 or CP949:
/// a table of one's own, Moodle's grading worksheet or Canvas' gradebook, in English or Korean.
/// Columns called name (or student, full name, first and last name, 이름, 성명), id (student id,
/// sid, id number, identifier, 학번) and email (e-mail, email address, 이메일) are used. A student
/// who is listed twice is used once. Throws UserError if it has none of these columns.
Roster read_roster(const std::filesystem::path& file);

/// The columns of a table by their names: the first that has one of these, npos if none has.
std::size_t column_of(const std::vector<std::string>& header,
                      const std::vector<std::string>& names);

/// A table as read_roster reads it: its rows, the first being the header. `remarks` says if it was
/// not saved in UTF-8. Throws UserError if it is empty or in an unknown encoding. `what` names it.
std::vector<std::vector<std::string>> read_table(const std::filesystem::path& file,
                                                 const std::string& what,
                                                 std::vector<std::string>& remarks);

/// What is wrong with a table in which no column was found: its first row and its separator.
std::string first_row_words(const std::filesystem::path& file);

/// The names of columns that hold an identification, an e-mail address or a name.
const std::vector<std::string>& id_columns();
const std::vector<std::string>& email_columns();
const std::vector<std::string>& name_columns();

/// "Minji Park (7)", to tell students of one name apart.
std::string words_for(const RosterEntry& entry);

} // namespace workbook
