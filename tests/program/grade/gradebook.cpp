#include "grade/class_layout.hpp"
#include "grade/clean_text.hpp"
#include "grade/csv_table.hpp"
#include "grade/html.hpp"
#include "grade/outputs.hpp"
#include "grade/wording.hpp"
#include "grade/worksheets.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace workbook {
namespace {

/// It makes spreadsheets read the file as UTF-8, so that Korean names are shown.
const std::string byte_order_mark = "\xEF\xBB\xBF";

std::vector<std::string> gradebook_header(const GradingRules& rules,
                                          const std::vector<ChapterColumns>& columns)
{
    std::vector<std::string> header{"key", "name", "id", "email", "status"};
    for (const ChapterColumns& chapter : columns) {
        for (const StepColumn& step : chapter.steps) {
            if (step.counted) {
                header.push_back(clean_line(fmt::format("{} {} ({})", step.number, step.name,
                                                        points_text(step.max_points))));
            }
        }
    }
    for (const ChapterColumns& chapter : columns) {
        header.push_back(fmt::format("{} ({})", chapter_title(chapter.folder),
                                     points_text(chapter.max_points())));
    }
    for (const ChapterColumns& chapter : columns) {
        if (chapter.weight) {
            header.push_back(fmt::format("{} weighted ({})", chapter_title(chapter.folder),
                                         points_text(*chapter.weight)));
        }
    }
    for (const char* name : {"total", "max", "days late", "lost by lateness", "final"}) {
        header.push_back(name);
    }
    if (!rules.marks.empty()) {
        header.push_back("by hand");
    }
    return header;
}

std::vector<std::string> gradebook_row(const GradingRules& rules,
                                       const std::vector<ChapterColumns>& columns,
                                       const GradedStudent& student)
{
    std::vector<std::string> row{clean_line(student.key), clean_line(student.name),
                                 clean_line(student.id), clean_line(student.email),
                                 clean_line(handing_in(student))};
    std::vector<std::string> totals;
    std::vector<std::string> in_all;
    for (const ChapterColumns& column : columns) {
        const GradedChapter* chapter = find_chapter(student, column.folder);
        for (const StepColumn& step : column.steps) {
            if (step.counted) {
                const GradedStep* found =
                    chapter == nullptr ? nullptr : find_step(*chapter, step.number);
                row.push_back(found == nullptr ? "0"
                              : found->by_hand.excused
                                  ? "excused"
                                  : points_text(found->points + found->by_hand.bonus));
            }
        }
        totals.push_back(
            points_text(chapter == nullptr ? 0 : score_of(rules, *chapter).before_late));
        if (column.weight) {
            in_all.push_back(
                points_text(chapter == nullptr ? 0 : weighted(rules, *chapter).before_late));
        }
    }
    row.insert(row.end(), totals.begin(), totals.end());
    row.insert(row.end(), in_all.begin(), in_all.end());
    const Score score = score_of(rules, student);
    row.push_back(points_text(score.before_late));
    row.push_back(points_text(max_points(columns) - score.excused));
    row.push_back(std::to_string(score.days_late));
    row.push_back(points_text(points_lost(score)));
    row.push_back(points_text(score.points));
    if (!rules.marks.empty()) {
        row.push_back(boost::join(said_by_hand(student), "; "));
    }
    return row;
}

/// Moodle identifies the participants of an assignment as "Participant 123"; a roster made from its
/// worksheet contains the word already.
std::string moodle_identifier(const std::string& id)
{
    return id.empty() || boost::starts_with(id, "Participant ") ? id : "Participant " + id;
}

/// The feedback that Moodle shows to the student, as HTML: the points of every chapter, and the
/// first mistakes.
std::string moodle_comments(const GradingRules& rules, const GradedStudent& student)
{
    constexpr std::size_t mistakes_told = 3;
    constexpr std::size_t letters = 200;
    std::string text;
    if (student.missing) {
        text = "Nothing was handed in.";
        for (const std::string& decision : said_by_hand(student)) {
            text += "<br>" + html_text(decision);
        }
        return text;
    }
    std::size_t told = 0;
    for (const GradedChapter& chapter : student.chapters) {
        const Score score = score_of(rules, chapter);
        text += fmt::format("{}{}: {} of {}", text.empty() ? "" : "<br>",
                            html_text(chapter_title(chapter.folder)), points_text(score.points),
                            points_words(score.max_points));
        text += score.days_late == 0 ? "" : ", " + late_words(score);
        if (chapter.file.empty()) {
            text += ", not handed in";
        } else if (is_not_built(chapter)) {
            text += ", the file was not built";
        }
        for (const std::string& decision : chapter.by_hand.said) {
            text += "<br>" + html_text(decision);
        }
        for (const GradedStep& step : chapter.steps) {
            for (const std::string& decision : step.by_hand.said) {
                text += is_hidden(rules, step)
                            ? ""
                            : fmt::format("<br>{} {}: {}", html_text(step.number),
                                          html_text(step.name), html_text(decision));
            }
            const bool is_told = step.status == Status::wrong || step.status == Status::crashed ||
                                 step.status == Status::timeout;
            if (is_told && !is_hidden(rules, step) && told < mistakes_told) {
                ++told;
                text += fmt::format("<br>{} {}: {}", html_text(step.number), html_text(step.name),
                                    html_text(shortened(short_message(step), letters)));
            }
        }
    }
    return text;
}

/// What a platform is told of a student: no points where it is not certain what was handed in, and
/// `excused`, its own word, of one who owes nothing.
MarkOf mark_of(const GradingRules& rules, const std::string& excused)
{
    return [&rules, excused](const GradedStudent& student) {
        if (student.missing && !student.doubt.empty()) {
            return PlatformMark{};
        }
        const std::optional<double> points = points_of_platform(score_of(rules, student));
        return PlatformMark{points ? points_text(*points) : excused,
                            moodle_comments(rules, student)};
    };
}

bool is_all_digits(const std::string& text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](unsigned char c) { return std::isdigit(c) != 0; });
}

} // namespace

std::unique_ptr<ClassFile> begin_gradebook(const GradingRules& rules,
                                           const std::vector<ChapterColumns>& columns,
                                           const ClassTexts& /*texts*/)
{
    return begin_table(byte_order_mark + csv_line(gradebook_header(rules, columns)),
                       [&](const GradedStudent& student) {
                           return csv_line(gradebook_row(rules, columns, student));
                       });
}

std::unique_ptr<ClassFile> begin_moodle(const GradingRules& rules,
                                        const std::vector<ChapterColumns>& columns,
                                        const ClassTexts& /*texts*/)
{
    const MarkOf mark = mark_of(rules, "");
    // Moodle rejects a file without the column of the last modification; empty, it means long ago.
    std::unique_ptr<ClassFile> plain = begin_table(
        csv_line({"Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade",
                  "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
                  "Feedback comments"}),
        [mark, all = max_points(columns)](const GradedStudent& student) {
            const PlatformMark told = mark(student);
            return csv_line({moodle_identifier(clean_line(student.id)), clean_line(student.name),
                             clean_line(student.email),
                             student.missing ? "No submission" : "Submitted for grading",
                             told.points, points_text(all), "Yes", "", "", told.comments});
        });
    return moodle_worksheet_or(std::move(plain), mark);
}

std::unique_ptr<ClassFile> begin_canvas(const GradingRules& rules,
                                        const std::vector<ChapterColumns>& columns,
                                        const ClassTexts& /*texts*/)
{
    const MarkOf mark = mark_of(rules, "EX");
    const std::string most = points_text(max_points(columns));
    const std::string assignment = clean_line(rules.assignment);
    std::string head =
        csv_line({"Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment});
    head += csv_line({"    Points Possible", "", "", "", "", most});
    std::unique_ptr<ClassFile> plain = begin_table(head, [mark](const GradedStudent& student) {
        const std::string id = clean_line(student.id);
        // Canvas matches students by its own ID first, then by the school's ID, then by login.
        // Its own IDs are numbers, and it would read "12b" as 12.
        return csv_line({clean_line(student.name), is_all_digits(id) ? id : "", id,
                         clean_line(student.email), "", mark(student).points});
    });
    return canvas_gradebook_or(std::move(plain), assignment, most, mark);
}

} // namespace workbook
