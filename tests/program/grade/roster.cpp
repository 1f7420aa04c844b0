#include "grade/roster.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/encoding.hpp"
#include "course/how_it_is_saved.hpp"
#include "grade/clean_text.hpp"
#include "grade/csv_table.hpp"
#include "grade/same_name.hpp"
#include "grade/worksheets.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace workbook {

namespace fs = std::filesystem;

namespace {

std::string cell(const std::vector<std::string>& row, std::size_t column)
{
    return column < row.size() ? boost::trim_copy(row[column]) : std::string{};
}

/// Where what is used stands in the rows.
struct Columns {
    std::size_t name, first, last, email, section;
    std::vector<std::size_t> ids;
};

Columns columns_in(const std::vector<std::string>& header)
{
    Columns columns{};
    columns.name = column_of(header, name_columns());
    columns.first = column_of(header, {"first name", "firstname", "given name"});
    columns.last = column_of(header, {"last name", "lastname", "surname", "family name", "성"});
    columns.email = column_of(header, email_columns());
    columns.section = column_of(header, {"section", "group", "tutorial", "분반", "반"});
    if (columns.last != std::string::npos && columns.first == std::string::npos) {
        std::swap(columns.first, columns.name); // Moodle in Korean: 성, 이름
    }
    for (const std::string& name : id_columns()) {
        if (const std::size_t found = column_of(header, {name}); found != std::string::npos) {
            columns.ids.push_back(found);
        }
    }
    return columns;
}

/// Names in Hangul are written in one word, the family name first.
std::string joined_name(const std::string& first, const std::string& last)
{
    const auto is_hangul = [](const std::string& text) {
        return !text.empty() && static_cast<unsigned char>(text.front()) >= 0x80;
    };
    return is_hangul(first) && is_hangul(last) ? last + first
                                               : boost::trim_copy(first + " " + last);
}

RosterEntry entry_in(const std::vector<std::string>& row, const Columns& columns)
{
    RosterEntry entry;
    entry.cells = row;
    entry.name = cell(row, columns.name);
    entry.email = cell(row, columns.email);
    entry.section = cell(row, columns.section);
    for (const std::size_t column : columns.ids) {
        if (const std::string id = moodle_number(cell(row, column)); !id.empty()) {
            entry.ids.push_back(id);
        }
    }
    entry.id = entry.ids.empty() ? "" : entry.ids.front();
    if (entry.name.empty()) {
        entry.name = joined_name(cell(row, columns.first), cell(row, columns.last));
    }
    return entry;
}

std::string separator_words(char separator)
{
    return separator == ',' ? "commas" : separator == ';' ? "semicolons" : "tabs";
}

} // namespace

const std::vector<std::string>& id_columns()
{
    static const std::vector<std::string> names{
        "id",           "student id", "sid",      "id number", "identifier",  "student number",
        "학번",         "학생 번호",  "학생번호", "식별자",    "아이디 번호", "sis user id",
        "sis login id", "login id",   "username", "아이디"};
    return names;
}

const std::vector<std::string>& email_columns()
{
    static const std::vector<std::string> names{"email",          "e-mail", "email address",
                                                "e-mail address", "이메일", "이메일 주소",
                                                "전자우편",       "메일"};
    return names;
}

const std::vector<std::string>& name_columns()
{
    static const std::vector<std::string> names{"name",   "student",  "full name", "student name",
                                                "이름",   "성명",     "학생",      "학생 이름",
                                                "학생명", "전체 이름"};
    return names;
}

std::size_t column_of(const std::vector<std::string>& header, const std::vector<std::string>& names)
{
    for (const std::string& name : names) {
        const auto found = std::find_if(header.begin(), header.end(), [&](const std::string& cell) {
            return comparable(cell) == name;
        });
        if (found != header.end()) {
            return static_cast<std::size_t>(found - header.begin());
        }
    }
    return std::string::npos;
}

std::vector<std::vector<std::string>> read_table(const fs::path& file, const std::string& what,
                                                 std::vector<std::string>& remarks)
{
    const Recoded text = as_utf8(read_file(file));
    if (!is_utf8(text.text)) {
        throw UserError(fmt::format("{} {} is not UTF-8, UTF-16 or CP949", what, shown(file)),
                        "a spreadsheet saves it so as \"CSV UTF-8\"");
    }
    if (!text.from.empty()) {
        remarks.push_back(fmt::format("{} was saved in {}, and read as that", what, text.from));
    }
    auto rows = read_csv(text.text, separator_of(text.text));
    if (rows.empty()) {
        throw UserError(fmt::format("{} {} is empty", what, shown(file)));
    }
    return rows;
}

std::string first_row_words(const fs::path& file)
{
    const Recoded text = as_utf8(read_file(file));
    const char separator = separator_of(text.text);
    const auto rows = read_csv(text.text, separator);
    constexpr std::size_t letters = 120;
    return fmt::format(
        "its first row, separated by {}, is: {}", separator_words(separator),
        shortened(clean_line(fmt::format("{}", fmt::join(rows.front(), " | "))), letters));
}

std::string words_for(const RosterEntry& entry)
{
    const std::string& also = entry.id.empty() ? entry.email : entry.id;
    return entry.name.empty() ? also
           : also.empty()     ? fmt::format("{} (row {})", entry.name, entry.row)
                              : fmt::format("{} ({})", entry.name, also);
}

Roster read_roster(const fs::path& file)
{
    Roster roster;
    const auto rows = read_table(file, "the roster", roster.remarks);
    roster.header = rows.front();
    const Columns columns = columns_in(roster.header);
    constexpr std::size_t none = std::string::npos;
    if (columns.name == none && columns.first == none && columns.last == none &&
        columns.ids.empty() && columns.email == none) {
        throw UserError(fmt::format("the roster {} has no column that is called name, id or email",
                                    shown(file)),
                        "its first row must name the columns; " + first_row_words(file));
    }
    const bool is_canvas = is_canvas_roster(roster.header);
    std::map<std::string, const RosterEntry*> known;
    roster.entries.reserve(rows.size()); // so that pointers into it stay valid
    for (std::size_t i = 1; i < rows.size(); ++i) {
        RosterEntry entry = entry_in(rows[i], columns);
        entry.row = i + 1;
        const bool is_student = !is_canvas || (!entry.id.empty() && entry.name != "Student, Test");
        if (!is_student || (entry.name.empty() && entry.id.empty() && entry.email.empty())) {
            continue; // such as Canvas' "Points Possible"
        }
        const std::string& same =
            entry.id.empty() ? entry.email.empty() ? "" : entry.email : entry.id;
        if (const auto before = known.find(comparable(same));
            !same.empty() && before != known.end()) {
            roster.remarks.push_back(fmt::format(
                "row {} of the roster, {}, repeats {} of row {}, and was left out", entry.row,
                words_for(entry), words_for(*before->second), before->second->row));
            continue;
        }
        roster.entries.push_back(std::move(entry));
        if (!same.empty()) {
            known[comparable(roster.entries.back().id.empty() ? roster.entries.back().email
                                                              : roster.entries.back().id)] =
                &roster.entries.back();
        }
    }
    return roster;
}

} // namespace workbook
