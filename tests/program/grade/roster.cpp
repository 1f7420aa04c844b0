#include "grade/roster.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/source_file.hpp"
#include "grade/csv_table.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace workbook {

namespace {

std::string plain(const std::string& text)
{
    return boost::to_lower_copy(boost::trim_copy(text));
}

/// The column with one of these names.
std::optional<std::size_t> column(const std::vector<std::string>& header,
                                  const std::vector<std::string>& names)
{
    for (const std::string& name : names) {
        const auto found = std::find_if(header.begin(), header.end(), [&](const std::string& cell) {
            return plain(cell) == name;
        });
        if (found != header.end()) {
            return static_cast<std::size_t>(found - header.begin());
        }
    }
    return std::nullopt;
}

std::string cell(const std::vector<std::string>& row, std::optional<std::size_t> column)
{
    return column && *column < row.size() ? boost::trim_copy(row[*column]) : std::string{};
}

} // namespace

std::vector<RosterEntry> read_roster(const std::filesystem::path& file)
{
    const std::string text = read_file(file);
    if (!is_utf8(text)) {
        throw UserError(fmt::format("the roster {} is not UTF-8", shown(file)),
                        "a spreadsheet saves it so as \"CSV UTF-8\"");
    }
    const auto rows = read_csv(text);
    if (rows.empty()) {
        throw UserError(fmt::format("the roster {} is empty", shown(file)));
    }
    const auto& header = rows.front();
    const auto name = column(header, {"name", "student", "full name", "student name"});
    const auto first = column(header, {"first name", "firstname", "given name"});
    const auto last = column(header, {"last name", "lastname", "surname", "family name"});
    const auto id = column(header, {"id", "student id", "sid", "id number", "identifier"});
    const auto email = column(header, {"email", "e-mail", "email address"});
    const auto section = column(header, {"section", "group", "tutorial"});
    if (!name && !first && !last && !id && !email) {
        throw UserError(fmt::format("the roster {} has no column that is called name, id or email",
                                    shown(file)),
                        "its first row must name the columns");
    }
    std::vector<RosterEntry> roster;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        RosterEntry entry{cell(rows[i], name), cell(rows[i], id), cell(rows[i], email),
                          cell(rows[i], section)};
        if (boost::istarts_with(entry.id, "participant ")) { // Moodle's own worksheet
            entry.id = boost::trim_copy(entry.id.substr(entry.id.find(' ')));
        }
        if (entry.name.empty()) {
            entry.name = boost::trim_copy(cell(rows[i], first) + " " + cell(rows[i], last));
        }
        if (!entry.name.empty() || !entry.id.empty() || !entry.email.empty()) {
            roster.push_back(std::move(entry));
        }
    }
    return roster;
}

const RosterEntry* find_in(const std::vector<RosterEntry>& roster, const std::string& name,
                           const std::string& id, const std::string& email)
{
    const auto same = [](const std::string& a, const std::string& b) {
        return !a.empty() && plain(a) == plain(b);
    };
    // A folder may be named after any of these; ids and e-mail addresses are unique, so they are
    // tried before names.
    for (const RosterEntry& entry : roster) {
        if (same(entry.id, id) || same(entry.id, name) || same(entry.email, email) ||
            same(entry.email, name)) {
            return &entry;
        }
    }
    for (const RosterEntry& entry : roster) {
        const std::string login = entry.email.substr(0, entry.email.find('@'));
        std::string squeezed = entry.name; // Canvas writes "parkminji" for "Park Minji"
        squeezed.erase(std::remove(squeezed.begin(), squeezed.end(), ' '), squeezed.end());
        if (same(entry.name, name) || same(login, name) || same(squeezed, name)) {
            return &entry;
        }
    }
    return nullptr;
}

} // namespace workbook
