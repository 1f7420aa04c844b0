#include "notes/citations.hpp"

#include "notes/regex_text.hpp"
#include "notes/unknown_name.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace workbook {

std::string Citations::linked(const std::string& line, const std::string& section)
{
    static const std::regex citation(R"(\\cite +(\w+))");
    return replace_matches(line, citation, [&](const std::smatch& match) {
        const std::string key = match[1];
        const auto work = std::find_if(works_.begin(), works_.end(),
                                       [&](const CitedWork& one) { return one.key == key; });
        if (work == works_.end()) {
            std::vector<std::string> keys;
            for (const CitedWork& one : works_) {
                keys.push_back(one.key);
            }
            throw unknown_name("work", key, keys);
        }
        auto& places = cited_in_[key];
        if (std::find(places.begin(), places.end(), section) == places.end()) {
            places.push_back(section);
        }
        return fmt::format("\\ref cite_{} \"{}\"", key, work->short_name);
    });
}

std::string Citations::bibliography() const
{
    std::string text;
    for (const CitedWork& work : works_) {
        const auto places = cited_in_.find(work.key);
        text += fmt::format(
            "\\anchor cite_{}\n<b>{}</b> – {}{}\n\n", work.key, work.short_name, work.entry,
            places == cited_in_.end() ? ""
                                      : " Cited in " + boost::join(places->second, ", ") + ".");
    }
    return text;
}

} // namespace workbook
