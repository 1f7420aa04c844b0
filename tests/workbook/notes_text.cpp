#include "notes_text.hpp"

#include "files.hpp"
#include "notes_figure.hpp"
#include "user_error.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <regex>

namespace workbook {

namespace {

/// A placeholder alone on its line.
const std::regex& block_pattern()
{
    static const std::regex pattern(R"(^\s*\{\{(\w+)(?: +([\w/]+))?\}\}\s*$)");
    return pattern;
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    boost::split(lines, text, boost::is_any_of("\n"));
    return lines;
}

template <class Names>
std::string listed(const Names& names)
{
    return names.empty() ? "there is none" : "there are " + boost::join(names, ", ");
}

/// Whether a formula is open after this piece of text.
bool formula_after(const std::string& text, bool open)
{
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text.compare(i, 2, "\\f") != 0) {
            continue;
        }
        switch (text[i + 2]) {
        case '$':
            open = !open;
            break;
        case '[':
        case '{':
            open = true;
            break;
        case ']':
        case '}':
            open = false;
            break;
        default:
            break;
        }
    }
    return open;
}

std::string chapter_list(const std::vector<NotesChapter>& chapters)
{
    static const std::regex heading(R"(\n## ([0-9]+\.[0-9]+) (.+?) *\{#(\w+)\})");
    std::string text;
    for (const NotesChapter& chapter : chapters) {
        text += fmt::format("- \\subpage {}\n", chapter.label);
        const std::string source = read_file(chapter.text);
        for (std::sregex_iterator at(source.begin(), source.end(), heading), end; at != end; ++at) {
            text += fmt::format("  - \\ref {} \"{} {}\"\n", (*at)[3].str(), (*at)[1].str(),
                                (*at)[2].str());
        }
    }
    return text;
}

std::string function_links(const NotesChapter& chapter, const std::vector<std::string>& functions)
{
    std::vector<std::string> links;
    for (const std::string& function : functions) {
        links.push_back(fmt::format("\\ref {0}::{1} \"{1}\"", chapter.chapter.name, function));
    }
    return boost::join(links, ", ");
}

std::string reference(const std::vector<NotesChapter>& chapters)
{
    std::string text;
    for (const NotesChapter& chapter : chapters) {
        text += fmt::format("## Chapter {0} {{#reference_{1}}}\n\n"
                            "All of it: namespace {1}, `chapters/{2}/{1}.hpp`.\n\n"
                            "| step | functions |\n|---|---|\n",
                            chapter.chapter.number, chapter.chapter.name, chapter.chapter.folder);
        for (const auto& [step, functions] : functions_of_steps(chapter)) {
            text += fmt::format("| {} | {} |\n", step, function_links(chapter, functions));
        }
        text += "\n";
    }
    return text;
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

/// The table as it was written, its numbers typeset. The first two lines are its head.
std::string typeset_table(const std::string& markdown)
{
    static const std::regex number(R"((^|[ (])(-?[0-9][0-9.]*(?:e[+-]?[0-9]+)?)(?=[ ,)]|$))");
    auto lines = lines_of(boost::trim_copy(markdown));
    for (std::size_t i = 2; i < lines.size(); ++i) {
        std::string typeset;
        auto rest = lines[i].cbegin();
        for (std::sregex_iterator at(lines[i].begin(), lines[i].end(), number), end; at != end;
             ++at) {
            typeset.append(rest, (*at)[2].first);
            typeset += typeset_number((*at)[2], false);
            rest = (*at)[2].second;
        }
        typeset.append(rest, lines[i].cend());
        lines[i] = typeset;
    }
    return boost::join(lines, "\n");
}

} // namespace

std::string typeset_number(const std::string& number, bool in_formula)
{
    static const std::regex pattern(R"(([+-]?)([0-9.]+)(?:e([+-]?)0*([0-9]+))?)");
    std::smatch parts;
    if (in_formula || !std::regex_match(number, parts, pattern)) {
        return in_formula && std::regex_match(number, parts, pattern) && parts[4].matched
                   ? fmt::format("{}{} \\cdot 10^{{{}{}}}", parts[1].str(), parts[2].str(),
                                 parts[3] == "-" ? "-" : "", parts[4].str())
                   : number;
    }
    std::string text = (parts[1] == "-" ? "−" : "") + parts[2].str();
    if (parts[4].matched) {
        static const std::array<const char*, 10> raised{"⁰", "¹", "²", "³", "⁴",
                                                        "⁵", "⁶", "⁷", "⁸", "⁹"};
        text += std::string("·10") + (parts[3] == "-" ? "⁻" : "");
        for (const char digit : parts[4].str()) {
            text += raised.at(static_cast<std::size_t>(digit - '0'));
        }
    }
    return text;
}

void NotesText::number_figures(NotesChapter& chapter)
{
    const auto lines = lines_of(read_file(chapter.text));
    std::size_t count = 0;
    std::map<std::string, std::size_t> shown_in;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::smatch match;
        if (!std::regex_match(lines[i], match, block_pattern()) || match[1] != "figure") {
            continue;
        }
        const std::string name = match[2];
        const auto [first, is_first] = shown_in.emplace(name, i + 1);
        const auto figure = std::find_if(chapter.figures.begin(), chapter.figures.end(),
                                         [&](const NotesFigure& one) { return one.name == name; });
        if (!is_first) {
            complaints_.push_back({chapter.text, i + 1,
                                   fmt::format("the figure {} is shown in line {} already", name,
                                               first->second)});
        } else if (figure != chapter.figures.end()) {
            figure->number = fmt::format("{}.{}", chapter.chapter.number, ++count);
        }
    }
    for (const NotesFigure& figure : chapter.figures) {
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

const NotesChapter& NotesText::chapter_of(std::string& name, const NotesChapter* own) const
{
    const auto slash = name.find('/');
    if (slash == std::string::npos) {
        if (own == nullptr) {
            throw UserError(fmt::format("\"{}\" needs its chapter before it, as in "
                                        "03_backprop/{}",
                                        name, name));
        }
        return *own;
    }
    const std::string folder = name.substr(0, slash);
    name.erase(0, slash + 1);
    for (const NotesChapter& chapter : chapters_) {
        if (chapter.chapter.folder == folder || chapter.chapter.name == folder) {
            return chapter;
        }
    }
    throw UserError(fmt::format("there is no chapter {}", folder));
}

std::string NotesText::block(const std::string& kind, const std::string& name,
                             const NotesChapter* own)
{
    if (name.empty() && kind == "chapters") {
        return chapter_list(chapters_);
    }
    if (name.empty() && kind == "figures") {
        return figure_index(chapters_);
    }
    if (name.empty() && kind == "reference") {
        return reference(chapters_);
    }
    std::string unqualified = name;
    if (kind == "figure") {
        const NotesChapter& chapter = chapter_of(unqualified, own);
        if (const NotesFigure* figure = chapter.figure(unqualified)) {
            return figure_block(chapter, *figure, own == &chapter);
        }
        std::vector<std::string> names;
        for (const NotesFigure& figure : chapter.figures) {
            names.push_back(figure.name);
        }
        throw UserError(fmt::format("no figure is called {}; {}", name, listed(names)));
    }
    if (kind == "table") {
        const NotesChapter& chapter = chapter_of(unqualified, own);
        const auto folder = chapter.folder / "tables";
        const auto file = folder / (unqualified + ".md");
        if (std::filesystem::exists(file)) {
            return typeset_table(read_file(file));
        }
        std::vector<std::string> names;
        if (std::filesystem::exists(folder)) {
            for (const auto& entry : std::filesystem::directory_iterator(folder)) {
                names.push_back(entry.path().stem().string());
            }
        }
        std::sort(names.begin(), names.end());
        throw UserError(fmt::format("no table is called {}; {}", name, listed(names)));
    }
    throw UserError(fmt::format("{{{{{}}}}} is no placeholder", kind + (name.empty() ? "" : " ") +
                                                                    name));
}

/// Where a step is written, said and judged: a line below its heading.
std::string NotesText::step_box(const std::string& step, const NotesChapter& chapter) const
{
    for (const auto& [number, functions] : functions_of_steps(chapter)) {
        if (number == step) {
            const std::string file =
                fmt::format("{}/{}.cpp", chapter.chapter.folder, chapter.chapter.name);
            return fmt::format("<div class=\"step\">\nInterface: {} · yours to write in "
                               "`labs/{}`{} · judged by `./workbook check {}`\n</div>\n",
                               function_links(chapter, functions), file,
                               instructor_ ? fmt::format(" · worked in `solutions/{}`", file) : "",
                               step);
        }
    }
    return "";
}

std::string NotesText::with_values(const std::string& line, const NotesChapter* own,
                                   bool& in_formula)
{
    static const std::regex placeholder(R"(\{\{(\w+) +([\w/]+)\}\})");
    std::string result;
    auto rest = line.begin();
    for (std::sregex_iterator at(line.begin(), line.end(), placeholder), end; at != end; ++at) {
        const std::string before((*at).prefix());
        result += before;
        in_formula = formula_after(before, in_formula);
        rest = (*at)[0].second;
        std::string name = (*at)[2];
        if ((*at)[1] != "value") {
            throw UserError(fmt::format("{} stands on a line of its own", (*at)[0].str()));
        }
        const NotesChapter& chapter = chapter_of(name, own);
        const auto value = chapter.values.find(name);
        if (value == chapter.values.end()) {
            std::vector<std::string> names;
            for (const auto& known : chapter.values) {
                names.push_back(known.first);
            }
            throw UserError(fmt::format("no value is called {}; {}", (*at)[2].str(),
                                        listed(names)));
        }
        result += typeset_number(value->second, in_formula);
    }
    const std::string tail(rest, line.end());
    in_formula = formula_after(tail, in_formula);
    return result + tail;
}

void NotesText::expand(NotesPage& page, const NotesChapter* own)
{
    static const std::regex step_heading(R"(^## ([0-9]+\.[0-9]+) .*\{#\w+\}\s*$)");
    page.text.clear();
    page.source_lines.clear();
    const auto add = [&](const std::string& text, std::size_t line) {
        page.text += text + "\n";
        page.source_lines.insert(page.source_lines.end(),
                                 1 + static_cast<std::size_t>(
                                         std::count(text.begin(), text.end(), '\n')),
                                 line);
    };
    const auto lines = lines_of(read_file(page.source));
    bool in_formula = false;
    bool in_code = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& line = lines[i];
        in_code = in_code != boost::starts_with(boost::trim_left_copy(line), "```");
        std::smatch match;
        try {
            if (in_code) {
                add(line, i + 1);
            } else if (std::regex_match(line, match, block_pattern()) && match[1] != "value") {
                for (const std::string& made :
                     lines_of(boost::trim_right_copy(block(match[1], match[2], own)))) {
                    add(with_safe_code(made), i + 1);
                }
            } else {
                add(with_safe_code(with_values(line, own, in_formula)), i + 1);
            }
        } catch (const UserError& error) {
            complaints_.push_back({page.source, i + 1, error.what()});
        }
        if (own != nullptr && i == 0) {
            add("\n[TOC]", i + 1);
        }
        if (own != nullptr && std::regex_match(line, match, step_heading)) {
            if (const std::string box = step_box(match[1], *own); !box.empty()) {
                add("\n" + box, i + 1);
            }
        }
    }
}

} // namespace workbook
