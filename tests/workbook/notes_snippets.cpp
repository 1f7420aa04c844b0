#include "notes_snippets.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <fmt/format.h>

namespace workbook {

namespace {

bool begins_a_definition(const std::string& line)
{
    return !line.empty() && line.front() != ' ' && line.front() != '{' && line.front() != '}' &&
           line.front() != '/' && line.front() != '#';
}

} // namespace

std::string snippets_of(const NotesChapter& chapter, bool instructor)
{
    std::vector<std::string> lines;
    boost::split(lines, chapter.solution, boost::is_any_of("\n"));
    std::string text;
    for (const Region& region : chapter.regions) {
        // Above the first marker stands "{", above that the head of the function.
        const std::size_t brace = region.first_line - 2;
        std::size_t head = brace;
        while (head > 0 && !lines[head - 1].empty() && lines[head - 1].front() != '/' &&
               lines[head - 1].front() != '}') {
            --head;
            if (begins_a_definition(lines[head])) {
                break;
            }
        }
        const std::string marker = fmt::format("//! [{} {}]\n", region.step, region.title);
        text += marker;
        for (std::size_t i = head; i <= brace; ++i) {
            text += lines[i] + "\n";
        }
        if (instructor) {
            for (std::size_t i = region.first_line; i < region.last_line; ++i) {
                text += lines[i] + "\n";
            }
        } else {
            text += fmt::format("    throw todo(\"{}\");\n", region.step);
        }
        text += "}\n" + marker + "\n";
    }
    return text;
}

} // namespace workbook
