#include "grade/clean_text.hpp"
#include "grade/html.hpp"
#include "grade/likeness.hpp"
#include "grade/summary_parts.hpp"
#include "grade/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace workbook {
namespace {

constexpr std::size_t names_at_once = 12;
constexpr std::size_t lines_shown = 40;

using ChapterContents = ClassContents::Chapter;

std::string names_of(const std::vector<ClassContents::Owner>& owners)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(names_at_once, owners.size()); ++i) {
        text += (i == 0 ? "" : ", ") + link_to_page(owners[i].key, owners[i].name);
    }
    return owners.size() <= names_at_once
               ? text
               : text + fmt::format(" and {} more", owners.size() - names_at_once);
}

/// "12–30, 41".
std::string ranges(const std::vector<Lines>& lines)
{
    std::string text;
    for (const Lines& range : lines) {
        text += text.empty() ? "" : ", ";
        text += range.first == range.last ? std::to_string(range.first)
                                          : fmt::format("{}–{}", range.first, range.last);
    }
    return text;
}

/// These lines of a file, numbered, as many as are read at a glance.
std::string excerpt(const std::string& file, const std::vector<Lines>& lines)
{
    std::istringstream text(clean_text(file));
    std::string shown;
    std::size_t left = lines_shown;
    std::size_t number = 1;
    for (std::string line; left > 0 && std::getline(text, line); ++number) {
        const bool is_common = std::any_of(lines.begin(), lines.end(), [&](const Lines& range) {
            return number >= range.first && number <= range.last;
        });
        if (is_common) {
            --left;
            shown += fmt::format("<span class=\"no\">{:>4}</span>{}\n", number, html_text(line));
        }
    }
    return shown;
}

std::string same_of(const Likenesses& found, const ChapterContents& chapter)
{
    std::string items;
    for (std::size_t i = 0; i < chapter.contents.size(); ++i) {
        if (chapter.owners[i].size() > 1 && found.untouched.count(i) == 0) {
            items += "<li>The same file: " + names_of(chapter.owners[i]) + "</li>\n";
        }
    }
    for (const std::vector<std::size_t>& group : found.same) {
        std::vector<ClassContents::Owner> owners;
        for (const std::size_t place : group) {
            owners.insert(owners.end(), chapter.owners[place].begin(), chapter.owners[place].end());
        }
        items += "<li>The same but for names, comments and layout: " + names_of(owners) + "</li>\n";
    }
    return items.empty() ? "" : "<ul>\n" + items + "</ul>\n";
}

std::string pairs_of(const Likenesses& found, const ChapterContents& chapter,
                     const ClassTexts& texts, const std::string& title)
{
    std::string rows;
    for (const LikePair& pair : found.pairs) {
        rows +=
            fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"number\">{:.0f} %</td>"
                        "<td><details><summary>lines {}; lines {} of the other</summary>"
                        "<pre><code>{}</code></pre></details></td></tr>\n",
                        names_of(chapter.owners[pair.first]), names_of(chapter.owners[pair.second]),
                        100 * pair.share, ranges(pair.lines_of_first), ranges(pair.lines_of_second),
                        excerpt(texts.text(chapter.contents[pair.first]), pair.lines_of_first));
    }
    return rows.empty()
               ? ""
               : wide_table("Pairs of " + title,
                            "<thead><tr><th scope=\"col\">Student</th><th scope=\"col\">Student"
                            "</th><th scope=\"col\" class=\"number\">Alike</th>"
                            "<th scope=\"col\">Where</th></tr></thead>\n<tbody>\n" +
                                rows + "</tbody>\n");
}

} // namespace

void ClassContents::add(const GradedStudent& student)
{
    for (const GradedChapter& chapter : student.chapters) {
        if (chapter.content.empty()) {
            continue;
        }
        Chapter& found = chapters[chapter.folder];
        const auto [place, is_new] = found.places.emplace(chapter.content, found.contents.size());
        if (is_new) {
            found.contents.push_back(chapter.content);
            found.owners.emplace_back();
        }
        found.owners[place->second].push_back({student.key, student.name});
    }
}

std::string likeness_section(const ClassContents& all, const ClassTexts& texts)
{
    std::string text;
    for (const auto& [folder, chapter] : all.chapters) {
        const auto skeleton = texts.skeletons.find(folder);
        const Likenesses found = likenesses(
            chapter.contents.size(),
            [&, &contents = chapter.contents](std::size_t i) { return texts.text(contents[i]); },
            skeleton == texts.skeletons.end() ? "" : skeleton->second);
        const std::string title = chapter_title(folder);
        const std::string told = same_of(found, chapter) + pairs_of(found, chapter, texts, title);
        text += told.empty() ? "" : "<h3>" + html_text(title) + "</h3>\n" + told;
    }
    return text.empty()
               ? ""
               : "<section>\n<h2>Alike: worth a look</h2>\n<p class=\"quiet\">Files are compared "
                 "without their names, comments and layout. What the skeleton gives and what many "
                 "of the class have is left out. Short right answers are often alike by chance: "
                 "this is no verdict.</p>\n" +
                     text + "</section>\n";
}

} // namespace workbook
