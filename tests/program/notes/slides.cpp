#include "notes/slides.hpp"

#include "notes/figure.hpp"
#include "notes/list.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace workbook {

std::string slide_table(const std::filesystem::path& list,
                        const std::vector<NotesChapter>& chapters,
                        std::vector<NotesComplaint>& complaints)
{
    std::string text = "| document | page | shows | drawn anew |\n|---|---|---|---|\n";
    std::set<std::string> named;
    for (const ListedLine& entry : read_list(list, 5)) {
        const auto complain = [&](const std::string& message) {
            complaints.push_back({list, entry.line, message});
        };
        if (entry.fields[4] == "not yet") {
            continue;
        }
        std::vector<std::string> links;
        for (const std::string& name : parts_of(entry.fields[4], ' ')) {
            const auto chapter =
                std::find_if(chapters.begin(), chapters.end(),
                             [&](const auto& one) { return one.figure(name) != nullptr; });
            if (chapter == chapters.end()) {
                complain(fmt::format("no chapter has a figure {}", name));
            } else {
                links.push_back(figure_link(*chapter, *chapter->figure(name)));
                named.insert(name);
            }
        }
        for (const std::string& number : parts_of(entry.fields[3], ',')) {
            const bool is_there =
                std::any_of(chapters.begin(), chapters.end(), [&](const auto& chapter) {
                    return std::to_string(chapter.chapter.number) == number;
                });
            if (is_there && parts_of(entry.fields[4], ' ').empty()) {
                complain(
                    fmt::format("the picture \"{}\" belongs to chapter {}, and this line names "
                                "no figure that redraws it: write the figure's name at the "
                                "end of the line, or \"not yet\"",
                                entry.fields[2], number));
            }
        }
        if (!links.empty()) {
            text += fmt::format("| {} | {} | {} | {} |\n", entry.fields[0], entry.fields[1],
                                entry.fields[2], boost::join(links, ", "));
        }
    }
    for (const NotesChapter& chapter : chapters) {
        for (const NotesFigure& figure : chapter.figures) {
            if (!figure.source.empty() && named.count(figure.name) == 0) {
                complaints.push_back({list, 0,
                                      fmt::format("the figure {} says that it is after \"{}\", and "
                                                  "no line here names it",
                                                  figure.name, figure.source)});
            }
        }
    }
    return text;
}

} // namespace workbook
