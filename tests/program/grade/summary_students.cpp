#include "grade/class_layout.hpp"
#include "grade/clean_text.hpp"
#include "grade/html.hpp"
#include "grade/summary_parts.hpp"
#include "grade/wording.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace workbook {
namespace {

constexpr std::size_t letters_of_note = 600;

std::vector<std::string> notes_about(const GradedStudent& student)
{
    std::vector<std::string> notes;
    if (!student.doubt.empty()) {
        notes.push_back(shortened(clean_line(student.doubt), letters_of_note));
    }
    for (const std::string& note : student.notes) {
        notes.push_back(shortened(clean_line(note), letters_of_note));
    }
    for (const GradedChapter& chapter : student.chapters) {
        for (const std::string& note : chapter.notes) {
            notes.push_back(chapter_title(chapter.folder) + ": " +
                            shortened(clean_line(note), letters_of_note));
        }
    }
    return notes;
}

/// A section with one table; `rows` stands below `head`.
void take_section(const TakePiece& take, const std::string& title, const std::string& caption,
                  const std::string& head, LongText& rows)
{
    // A NUL stands where the rows belong; no other text has one.
    const std::string table = wide_table(
        caption, "<thead><tr>" + head + "</tr></thead>\n<tbody>\n" + '\0' + "</tbody>\n");
    const std::size_t place = table.find('\0');
    take("<section>\n<h2>" + title + "</h2>\n" + table.substr(0, place));
    rows.pieces(take);
    take(table.substr(place + 1) + "</section>\n");
}

} // namespace

void SummaryOfStudents::add(const GradedStudent& student)
{
    const std::string link = link_to_page(student.key, student.name);
    const std::vector<std::string> notes = notes_about(student);
    if (!notes.empty()) {
        ++with_notes_;
        notes_.add("<li>" + link + "<ul>\n");
        for (const std::string& note : notes) {
            notes_.add("<li>" + html_text(note) + "</li>\n");
        }
        notes_.add("</ul></li>\n");
    }
    const std::vector<std::string> decisions = said_by_hand(student);
    for (const std::string& decision : decisions) {
        by_hand_.add("<tr><th scope=\"row\">" + link + "</th><td>" + html_text(decision) +
                     "</td></tr>\n");
    }
    const Score score = score_of(rules_, student);
    std::string cells;
    for (const ChapterColumns& column : columns_) {
        const GradedChapter* chapter = find_chapter(student, column.folder);
        cells +=
            fmt::format("<td class=\"number\">{}</td>",
                        points_text(chapter == nullptr ? 0 : score_of(rules_, *chapter).points));
    }
    std::vector<std::string> remarks;
    if (student.missing) {
        remarks.push_back("<strong class=\"wrong\">missing</strong>");
    }
    if (score.days_late > 0) {
        remarks.push_back(fmt::format("<strong class=\"wrong\">{} late</strong>",
                                      count_of(static_cast<std::size_t>(score.days_late), "day")));
    }
    if (!decisions.empty()) {
        remarks.push_back("marked by hand");
    }
    if (!notes.empty()) {
        remarks.push_back("see the notes");
    }
    const std::string id =
        student.id.empty()
            ? ""
            : " <span class=\"quiet\"><bdi>" + html_text(clean_line(student.id)) + "</bdi></span>";
    rows_.add(fmt::format("<tr><th scope=\"row\">{}{}</th>{}<td class=\"number\"><b>{}</b></td>"
                          "<td>{}</td></tr>\n",
                          link, id, cells, points_text(score.points), fmt::join(remarks, ", ")));
}

void SummaryOfStudents::notes(const TakePiece& take)
{
    if (with_notes_ == 0) {
        return;
    }
    take(fmt::format("<section>\n<h2>Notes for you</h2>\n<details{}><summary>{}</summary>\n<ul>\n",
                     with_notes_ <= 12 ? " open" : "",
                     count_of(with_notes_, "student") + (with_notes_ == 1 ? " has" : " have") +
                         " something to look at"));
    notes_.pieces(take);
    take("</ul>\n</details>\n</section>\n");
}

void SummaryOfStudents::by_hand(const TakePiece& take)
{
    if (!by_hand_.empty()) {
        take_section(take, "Marked by hand", "Marked by hand",
                     "<th scope=\"col\">Student</th><th scope=\"col\">What, by whom and why</th>",
                     by_hand_);
    }
}

void SummaryOfStudents::table(const TakePiece& take)
{
    std::string head = "<th scope=\"col\">Student</th>";
    for (const ChapterColumns& chapter : columns_) {
        head +=
            fmt::format("<th scope=\"col\" class=\"number\">{}<br>of {}{}</th>",
                        html_text(chapter_title(chapter.folder)), points_text(chapter.max_points()),
                        chapter.weight ? ", weighs " + points_text(*chapter.weight) : "");
    }
    head += fmt::format("<th scope=\"col\" class=\"number\">All<br>of {}</th>"
                        "<th scope=\"col\">Remarks</th>",
                        points_text(max_points(columns_)));
    take_section(take, "Students", "Students and their points", head, rows_);
}

} // namespace workbook
