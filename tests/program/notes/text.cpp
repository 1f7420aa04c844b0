#include "notes/text.hpp"

#include "common/system/files.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"
#include "notes/exercises.hpp"
#include "notes/indexes.hpp"
#include "notes/numbered.hpp"
#include "notes/source_boxes.hpp"
#include "notes/step_links.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <regex>

namespace workbook {

namespace {

/// A placeholder alone on its line: a kind, a name, and, for what can be explored, a figure.
const std::regex& block_pattern()
{
    static const std::regex pattern(R"(^\s*\{\{(\w+)(?: +([\w/]+))?(?: +(\w+))?\}\}\s*$)");
    return pattern;
}

/// The heading with a label: one that its author has given, else one made of its words.
std::string labelled(const std::string& heading, const std::string& page)
{
    if (heading.find("{#") != std::string::npos) {
        return heading;
    }
    std::string label = page + "_";
    for (const char letter : heading.substr(heading.find(' ') + 1)) {
        const bool plain = std::isalnum(static_cast<unsigned char>(letter)) != 0;
        if (plain || label.back() != '_') {
            label += plain ? static_cast<char>(std::tolower(letter)) : '_';
        }
    }
    return fmt::format("{} {{#{}}}", boost::trim_right_copy(heading),
                       boost::trim_right_copy_if(label, boost::is_any_of("_")));
}

/// Code in backticks that holds a single quote gets two backticks: Doxygen takes `it's` for a
/// quotation.
std::string with_safe_code(const std::string& line)
{
    std::vector<std::string> parts; // text and code by turns
    boost::split(parts, line, boost::is_any_of("`"));
    if (parts.size() % 2 == 0 || line.find("``") != std::string::npos) {
        return line; // the code goes on in the next line, or is safe already
    }
    for (std::size_t i = 1; i < parts.size(); i += 2) {
        const char* fence = parts[i].find('\'') == std::string::npos ? "`" : "``";
        parts[i] = fence + parts[i] + fence;
    }
    return boost::join(parts, "");
}

} // namespace

void NotesText::number(NotesChapter& chapter)
{
    number_parts(chapter, complaints_);
    for (NotesFigure& figure : chapter.figures) {
        const auto number = chapter.numbers.find("figure " + figure.name);
        figure.number = number == chapter.numbers.end() ? "" : number->second;
    }
    for (NotesFigure& figure : chapter.figures) {
        try {
            for (std::string* words : {&figure.caption, &figure.alt}) {
                bool in_formula = false;
                *words = placeholders_.with_values(*words, &chapter, in_formula);
            }
        } catch (const UserError& error) {
            complaints_.push_back(
                {chapter.text, 0,
                 fmt::format("in the words of the figure {}, {}", figure.name, error.what())});
        }
        for (const NotesChapter& other : chapters_) {
            if (other.chapter.number < chapter.chapter.number && other.figure(figure.name)) {
                complaints_.push_back({chapter.text, 0,
                                       fmt::format("chapter {} has a figure {} too, and ./workbook "
                                                   "figures puts all into one folder",
                                                   other.chapter.number, figure.name)});
            }
        }
        if (figure.number.empty()) {
            complaints_.push_back({chapter.text, 0,
                                   fmt::format("the figure {0} is drawn but not shown; its place "
                                               "is a line {{{{figure {0}}}}}",
                                               figure.name)});
        }
    }
    // In the order of the text, so that the index reads like the book.
    std::stable_sort(chapter.figures.begin(), chapter.figures.end(),
                     [](const NotesFigure& a, const NotesFigure& b) {
                         return a.number.size() != b.number.size()
                                    ? a.number.size() < b.number.size()
                                    : a.number < b.number;
                     });
}

std::string NotesText::explorable(const std::string& name, const std::string& figure,
                                  const NotesChapter* own)
{
    if (own == nullptr || figure.empty()) {
        throw UserError(fmt::format("{{{{explore {} …}}}} stands in a chapter and names the figure "
                                    "in whose place it comes",
                                    name));
    }
    return explorable_block(explorables_, own->chapter, name, placeholders_.figure(figure, own));
}

std::string NotesText::block(const std::smatch& placeholder, const NotesChapter* own,
                             const std::filesystem::path& folder)
{
    const std::string kind = placeholder[1];
    const std::string name = placeholder[2];
    if (kind == "explore") {
        return explorable(name, placeholder[3], own);
    }
    if (placeholder[3].matched) {
        throw UserError(fmt::format("{{{{{}}}}} is one name too many",
                                    kind + " " + name + " " + placeholder[3].str()));
    }
    if (kind == "figure") {
        return placeholders_.figure(name, own);
    }
    if (kind == "table") {
        return placeholders_.table(name, own);
    }
    if (name.empty() && kind == "bibliography") {
        return citations_.bibliography();
    }
    if (name.empty() && kind == "reference") {
        return reference(chapters_, instructor_);
    }
    if (name.empty()) {
        if (const auto index = book_index(kind, chapters_, folder / "../data", complaints_)) {
            return *index;
        }
    }
    throw UserError(
        fmt::format("{{{{{}}}}} is no placeholder", kind + (name.empty() ? "" : " ") + name));
}

void NotesText::expand(NotesPage& page, const NotesChapter* own)
{
    static const std::regex step_heading(R"(^## ([0-9]+\.[0-9]+) .*\{#\w+\}\s*$)");
    static const std::regex any_heading(R"(^#+ (.+?) *\{#(\w+)\}\s*$)");
    static const std::regex number_and_stop(R"(^([0-9]+)\.(?= ))");
    // What opens a paragraph of a chapter. Doxygen sets no link between asterisks.
    static const std::regex erratum(R"(^\*\*Erratum ([0-9]+)([^*]*)\*\*)");
    page.text.clear();
    page.source_lines.clear();
    const auto add = [&](const std::string& text, std::size_t line) {
        page.text += text + "\n";
        page.source_lines.insert(
            page.source_lines.end(),
            1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), line);
    };
    const auto lines = with_numbered_parts(lines_of(read_file(page.source)), own);
    bool in_formula = false;
    bool in_code = false;
    Exercises exercises(own == nullptr ? 0 : own->chapter.number);
    SourceBoxes boxes;
    for (const SourceLine& source : lines) {
        std::string line = source.text;
        in_code = in_code != boost::starts_with(boost::trim_left_copy(line), "```");
        std::smatch match;
        if (!in_code && boost::starts_with(line, "##")) {
            line = labelled(line, page.label);
        }
        if (!in_code && std::regex_match(line, match, any_heading)) {
            // A section without a number is told by its chapter: all have a "What to try next".
            const std::string title = match[1];
            const bool numbered = std::isdigit(static_cast<unsigned char>(title.front())) != 0;
            section_ = fmt::format("\\ref {} \"{}{}\"", match[2].str(), title,
                                   own == nullptr || numbered
                                       ? ""
                                       : fmt::format(" (chapter {})", own->chapter.number));
        }
        try {
            if (in_code || exercises.mark(line) || boxes.mark(line)) {
                add(line, source.number);
            } else if (std::regex_match(line, match, block_pattern()) && match[1] != "value") {
                for (const std::string& made : lines_of(
                         boost::trim_right_copy(block(match, own, page.source.parent_path())))) {
                    add(with_safe_code(made), source.number);
                }
            } else {
                line =
                    std::regex_replace(line, erratum, "<b>\\ref erratum_$1 \"Erratum $1\"$2</b>");
                const bool begins_with_value = boost::starts_with(line, "{{value");
                line = placeholders_.with_references(line, own);
                line = placeholders_.with_values(line, own, in_formula);
                if (begins_with_value) { // "51. Training …" is not the beginning of a list
                    line = std::regex_replace(line, number_and_stop, "$1\\.");
                }
                add(with_safe_code(citations_.linked(line, section_)), source.number);
            }
        } catch (const UserError& error) {
            complaints_.push_back({page.source, source.number, error.what()});
        }
        if (own != nullptr && std::regex_match(line, match, step_heading)) {
            if (const std::string box = step_box(match[1], *own, instructor_); !box.empty()) {
                add("\n" + box, source.number);
            }
        }
    }
    for (const std::string& wrong : {exercises.still_open(), boxes.still_open()}) {
        if (!wrong.empty()) {
            complaints_.push_back({page.source, lines.back().number, wrong});
        }
    }
}

} // namespace workbook
