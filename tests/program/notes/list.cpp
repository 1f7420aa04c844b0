#include "notes/list.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <sstream>

namespace workbook {

std::vector<ListedLine> read_list(const std::filesystem::path& file, std::size_t fields)
{
    std::vector<ListedLine> entries;
    std::istringstream text(read_file(file));
    std::string line;
    for (std::size_t number = 1; std::getline(text, line); ++number) {
        boost::trim(line);
        if (line.empty() || line.front() == '#') {
            continue;
        }
        ListedLine entry{number, {}};
        boost::split(entry.fields, line, boost::is_any_of("|"));
        if (entry.fields.size() != fields) {
            throw UserError(fmt::format("{}:{}: {} fields between bars are needed, here are {}",
                                        shown(file), number, fields, entry.fields.size()));
        }
        for (std::string& field : entry.fields) {
            boost::trim(field);
        }
        entries.push_back(entry);
    }
    return entries;
}

std::vector<std::string> parts_of(const std::string& field, char separator)
{
    std::vector<std::string> parts;
    std::istringstream text(field);
    for (std::string part; std::getline(text, part, separator);) {
        boost::trim(part);
        if (!part.empty()) {
            parts.push_back(part);
        }
    }
    return parts;
}

} // namespace workbook
