#include "notes/placeholders.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "notes/figure.hpp"
#include "notes/numbered.hpp"
#include "notes/numbers.hpp"
#include "notes/regex_text.hpp"
#include "notes/unknown_name.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace workbook {

namespace fs = std::filesystem;

namespace {

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

} // namespace

const NotesChapter& Placeholders::chapter_of(std::string& name, const NotesChapter* own) const
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

std::string Placeholders::figure(const std::string& name, const NotesChapter* own) const
{
    std::string unqualified = name;
    const NotesChapter& chapter = chapter_of(unqualified, own);
    if (const NotesFigure* figure = chapter.figure(unqualified)) {
        return figure_block(chapter, *figure, own == &chapter);
    }
    std::vector<std::string> names;
    for (const NotesFigure& figure : chapter.figures) {
        names.push_back(figure.name);
    }
    throw unknown_name("figure", name, names);
}

std::string Placeholders::table(const std::string& name, const NotesChapter* own) const
{
    std::string unqualified = name;
    const NotesChapter& chapter = chapter_of(unqualified, own);
    const auto folder = chapter.folder / "tables";
    const auto file = folder / (unqualified + ".md");
    if (fs::exists(file)) {
        return typeset_table(read_file(file));
    }
    std::vector<std::string> names;
    if (fs::exists(folder)) {
        for (const auto& entry : fs::directory_iterator(folder)) {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    throw unknown_name("table", name, names);
}

std::string Placeholders::with_references(const std::string& line, const NotesChapter* own) const
{
    static const std::regex reference(
        R"((?:\b([Ff]igure|[Tt]able|[Ee]quation) )?\{\{(figure|table|equation) +([\w/]+)\}\})");
    return replace_matches(line, reference, [&](const std::smatch& match) {
        const std::string kind = match[2];
        std::string name = match[3];
        const NotesChapter& chapter = chapter_of(name, own);
        const auto found = chapter.numbers.find(kind + " " + name);
        if (found == chapter.numbers.end()) {
            std::vector<std::string> names;
            for (const auto& [known, number] : chapter.numbers) {
                if (boost::starts_with(known, kind + " ")) {
                    names.push_back(known.substr(kind.size() + 1));
                }
            }
            throw unknown_name(kind, match[3], names);
        }
        const std::string number = kind == "equation" ? "(" + found->second + ")" : found->second;
        return fmt::format("\\ref {} \"{}{}\"", label_of_part(kind, chapter, name),
                           match[1].matched ? match[1].str() + "\u00a0" : "", number);
    });
}

std::string Placeholders::with_values(const std::string& line, const NotesChapter* own,
                                      bool& in_formula) const
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
            throw unknown_name("value", (*at)[2], names);
        }
        result += typeset_number(value->second, in_formula);
    }
    const std::string tail(rest, line.end());
    in_formula = formula_after(tail, in_formula);
    return result + tail;
}

} // namespace workbook
