#include "notes/text.hpp"

#include "common/system/files.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"
#include "notes/figure.hpp"
#include "notes/glossary.hpp"
#include "notes/regex_text.hpp"
#include "notes/slides.hpp"

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
        case '$': open = !open; break;
        case '[':
        case '{': open = true; break;
        case ']':
        case '}': open = false; break;
        default: break;
        }
    }
    return open;
}

/// Every chapter with its sections.
std::string chapter_list(const std::vector<NotesChapter>& chapters)
{
    static const std::regex heading(R"(\n## (.+?) *\{#(\w+)\})");
    std::string text = "\\htmlonly[block]\n<div class=\"chapters\">\n\\endhtmlonly\n\n";
    for (const NotesChapter& chapter : chapters) {
        text += fmt::format("- \\ref {}\n", chapter.label);
        const std::string source = read_file(chapter.text);
        for (std::sregex_iterator at(source.begin(), source.end(), heading), end; at != end; ++at) {
            text += fmt::format("  - \\ref {} \"{}\"\n", (*at)[2].str(), (*at)[1].str());
        }
    }
    return text + "\n\\htmlonly[block]\n</div>\n\\endhtmlonly\n";
}

std::string function_links(const NotesChapter& chapter, const std::vector<std::string>& functions)
{
    std::vector<std::string> links;
    for (const std::string& function : functions) {
        links.push_back(fmt::format("\\ref {0}::{1} \"{1}\"", chapter.chapter.name, function));
    }
    return boost::join(links, ", ");
}

/// The place of a step in a lab or a solution, as its page shows the file.
std::string code_link(const char* kind, const NotesChapter& chapter, const std::string& step)
{
    return fmt::format("\\ref {}_{} \"{}s/{}/{}.cpp\"", kind,
                       boost::replace_all_copy(step, ".", "_"), kind, chapter.chapter.folder,
                       chapter.chapter.name);
}

std::string reference(const std::vector<NotesChapter>& chapters, bool instructor)
{
    std::string text;
    for (const NotesChapter& chapter : chapters) {
        text += fmt::format(
            "## {0} {{#reference_{1}}}\n\n"
            "All of it: \\htmlonly <a href=\"namespace{4}.html\">namespace {1}</a>,"
            "\\endhtmlonly `chapters/{2}/{1}.hpp`. The file that "
            "a student fills in: \\ref lab_{1}{3}.\n\n"
            "| step | functions |\n|---|---|\n",
            chapter.title, chapter.chapter.name, chapter.chapter.folder,
            instructor ? fmt::format(". The worked file: \\ref solution_{}", chapter.chapter.name)
                       : "",
            boost::replace_all_copy(chapter.chapter.name, "_", "__"));
        for (const auto& [step, functions] : functions_of_steps(chapter)) {
            text += fmt::format("| {} | {} |\n", step, function_links(chapter, functions));
        }
        text += "\n";
    }
    return text;
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

/// A table whose cells hold sentences: notes.css folds it where the window is narrow.
std::string prose(const std::string& table)
{
    return "\\htmlonly[block]\n<div class=\"prose\">\n\\endhtmlonly\n\n" + table +
           "\n\\htmlonly[block]\n</div>\n\\endhtmlonly\n";
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

/// The table as it was written, its numbers typeset and σ_z in its head with a subscript. The first
/// two lines are the head.
std::string typeset_table(const std::string& markdown)
{
    static const std::regex number(
        R"((^|[ (])(-?(?:[0-9][0-9.]*(?:e[+-]?[0-9]+)?|inf))(?=[ ,)]|$))");
    static const std::regex subscript(R"((σ|\b[A-Za-z])_([a-z]+)\b)");
    auto lines = lines_of(boost::trim_copy(markdown));
    if (!lines.empty() && lines.front().find('`') == std::string::npos) {
        lines.front() = std::regex_replace(lines.front(), subscript, "$1<sub>$2</sub>");
    }
    for (std::size_t i = 2; i < lines.size(); ++i) {
        lines[i] = replace_matches(lines[i], number, [](const std::smatch& match) {
            return match[1].str() + typeset_number(match[2], false);
        });
    }
    return boost::join(lines, "\n");
}

} // namespace

std::string typeset_number(const std::string& number, bool in_formula)
{
    static const std::regex pattern(R"(([+-]?)([0-9.]+)(?:e([+-]?)0*([0-9]+))?)");
    std::smatch parts;
    if (number == "inf" || number == "-inf") {
        const char* infinity = in_formula ? "\\infty" : "∞";
        return (number == "inf" ? "" : in_formula ? "-" : "−") + std::string(infinity);
    }
    if (!std::regex_match(number, parts, pattern)) {
        return number;
    }
    const std::string minus = in_formula ? "-" : "−";
    const std::string sign = parts[1] == "-" ? minus : "";
    std::string mantissa = parts[2];
    const std::string exponent = parts[4];
    if (!exponent.empty() && mantissa.find_first_not_of("0.") == std::string::npos) {
        return "0"; // not 0.00·10⁰
    }
    if (exponent.empty() || exponent == "0") {
        return sign + mantissa;
    }
    if (mantissa == "1") {
        mantissa.clear(); // 10⁻⁶, not 1·10⁻⁶
    }
    if (in_formula) {
        return fmt::format("{}{}{}10^{{{}{}}}", sign, mantissa, mantissa.empty() ? "" : " \\cdot ",
                           parts[3] == "-" ? "-" : "", exponent);
    }
    static const std::array<const char*, 10> raised{"⁰", "¹", "²", "³", "⁴",
                                                    "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text = fmt::format("{}{}{}10{}", sign, mantissa, mantissa.empty() ? "" : "·",
                                   parts[3] == "-" ? "⁻" : "");
    for (const char digit : exponent) {
        text += raised.at(static_cast<std::size_t>(digit - '0'));
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
            complaints_.push_back(
                {chapter.text, i + 1,
                 fmt::format("the figure {} is shown in line {} already", name, first->second)});
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
                             const NotesChapter* own, const std::filesystem::path& folder)
{
    if (name.empty() && kind == "chapters") {
        return chapter_list(chapters_);
    }
    if (name.empty() && kind == "figures") {
        return prose(figure_index(chapters_));
    }
    if (name.empty() && kind == "gallery") {
        return gallery(chapters_);
    }
    if (name.empty() && kind == "slides") {
        return prose(slide_table(folder / "../data/slides.txt", chapters_, complaints_));
    }
    if (name.empty() && kind == "glossary") {
        return prose(glossary_table(folder / "../data/glossary.txt", chapters_, complaints_));
    }
    if (name.empty() && kind == "bibliography") {
        return bibliography();
    }
    if (name.empty() && kind == "reference") {
        return reference(chapters_, instructor_);
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
    throw UserError(
        fmt::format("{{{{{}}}}} is no placeholder", kind + (name.empty() ? "" : " ") + name));
}

/// Where a step is written, said and judged: a line below its heading.
std::string NotesText::step_box(const std::string& step, const NotesChapter& chapter) const
{
    for (const auto& [number, functions] : functions_of_steps(chapter)) {
        if (number == step) {
            return fmt::format(
                "<div class=\"step\">\nInterface: {} · yours to write in {}{} · "
                "judged by `./workbook check {}`\n</div>\n",
                function_links(chapter, functions), code_link("lab", chapter, step),
                instructor_ ? " · worked in " + code_link("solution", chapter, step) : "", step);
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
            throw UserError(
                fmt::format("no value is called {}; {}", (*at)[2].str(), listed(names)));
        }
        result += typeset_number(value->second, in_formula);
    }
    const std::string tail(rest, line.end());
    in_formula = formula_after(tail, in_formula);
    return result + tail;
}

std::string NotesText::with_citations(const std::string& line)
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
            throw UserError(fmt::format("no work is called {}; {}", key, listed(keys)));
        }
        auto& places = cited_in_[key];
        if (std::find(places.begin(), places.end(), section_) == places.end()) {
            places.push_back(section_);
        }
        return fmt::format("\\ref cite_{} \"{}\"", key, work->short_name());
    });
}

std::string NotesText::bibliography() const
{
    std::string text;
    for (const CitedWork& work : works_) {
        const auto places = cited_in_.find(work.key);
        text += fmt::format(
            "\\anchor cite_{}\n<b>{}</b> – {}{}\n\n", work.key, work.short_name(), work.full_name(),
            places == cited_in_.end() ? ""
                                      : " Cited in " + boost::join(places->second, ", ") + ".");
    }
    return text;
}

void NotesText::expand(NotesPage& page, const NotesChapter* own)
{
    static const std::regex step_heading(R"(^## ([0-9]+\.[0-9]+) .*\{#\w+\}\s*$)");
    static const std::regex any_heading(R"(^#+ (.+?) *\{#(\w+)\}\s*$)");
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
    const auto lines = lines_of(read_file(page.source));
    bool in_formula = false;
    bool in_code = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string line = lines[i];
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
            if (in_code) {
                add(line, i + 1);
            } else if (std::regex_match(line, match, block_pattern()) && match[1] != "value") {
                for (const std::string& made : lines_of(boost::trim_right_copy(
                         block(match[1], match[2], own, page.source.parent_path())))) {
                    add(with_safe_code(made), i + 1);
                }
            } else {
                line =
                    std::regex_replace(line, erratum, "<b>\\ref erratum_$1 \"Erratum $1\"$2</b>");
                add(with_safe_code(with_citations(with_values(line, own, in_formula))), i + 1);
            }
        } catch (const UserError& error) {
            complaints_.push_back({page.source, i + 1, error.what()});
        }
        if (own != nullptr && std::regex_match(line, match, step_heading)) {
            if (const std::string box = step_box(match[1], *own); !box.empty()) {
                add("\n" + box, i + 1);
            }
        }
    }
}

} // namespace workbook
