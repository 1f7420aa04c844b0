#include "notes/snippets.hpp"

#include "common/system/files.hpp"
#include "common/system/text.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <regex>

namespace workbook {

namespace {

bool begins_a_definition(const std::string& line)
{
    return !line.empty() && line.front() != ' ' && line.front() != '{' && line.front() != '}' &&
           line.front() != '/' && line.front() != '#';
}

/// The text without the lines that mark steps.
std::string without_markers(const std::string& text)
{
    static const std::regex marker(R"((^|\n) *//! \[[^\n]*\](?=\n|$))");
    return std::regex_replace(text, marker, "");
}

/// The label of the section that teaches a step, or nothing.
std::string section_of(const NotesChapter& chapter, const std::string& step)
{
    const std::regex heading("\n## " + boost::replace_all_copy(step, ".", "\\.") +
                             R"( [^\n]*\{#(\w+)\})");
    const std::string text = read_file(chapter.text);
    std::smatch match;
    return std::regex_search(text, match, heading) ? match[1].str() : "";
}

} // namespace

NotesPage code_page(const NotesChapter& chapter, const std::string& kind)
{
    const bool lab = kind == "lab";
    NotesPage page;
    page.label = fmt::format("{}_{}", kind, chapter.chapter.name);
    page.name = page.label + ".md";
    page.source = chapter.text;
    page.title = fmt::format("{} {}", lab ? "Lab" : "Solution", chapter.chapter.number);
    page.part = BookPart::code;
    page.text = fmt::format("# {} {{#{}}}\n\n`{}s/{}/{}.cpp`, the whole file{}, step by step. "
                            "The text is \\ref {}.\n\n",
                            page.title, page.label, kind, chapter.chapter.folder,
                            chapter.chapter.name, lab ? " as it is handed out" : "", chapter.label);
    const std::vector<std::string> lines = lines_of(chapter.solution);
    const auto add_code = [&](std::size_t from, std::size_t to) {
        std::string code;
        for (std::size_t i = from; i < to; ++i) {
            code += lines[i] + "\n";
        }
        code = lab ? skeleton_of(code) : without_markers(code);
        boost::trim_if(code, boost::is_any_of("\n"));
        if (!code.empty()) {
            page.text += "```{.cpp}\n" + code + "\n```\n\n";
        }
    };
    std::size_t next = 0; // the first line that is not shown yet
    std::string step;
    for (const Region& region : chapter.regions) {
        std::size_t end = region.last_line + 1; // after the marker stands "}"
        while (end < lines.size() && lines[end] != "}") {
            ++end;
        }
        end = std::min(end + 1, lines.size());
        if (region.step != step) {
            // What stands before the first function of a step is not the step's.
            std::size_t head = region.first_line - 1;
            while (head > next && !lines[head - 1].empty()) {
                --head;
            }
            add_code(next, head);
            next = head;
            step = region.step;
            const std::string section = section_of(chapter, step);
            page.text += fmt::format("## {} {} {{#{}_{}}}\n\n", step,
                                     region.title.substr(0, region.title.find(':')), kind,
                                     boost::replace_all_copy(step, ".", "_"));
            if (!section.empty()) {
                page.text += fmt::format("Derived in \\ref {}.\n\n", section);
            }
        }
        add_code(next, end);
        next = end;
    }
    add_code(next, lines.size());
    return page;
}

std::string snippets_of(const NotesChapter& chapter, bool instructor)
{
    const std::vector<std::string> lines = lines_of(chapter.solution);
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
