#include "grade/class_layout.hpp"
#include "grade/clean_text.hpp"
#include "grade/csv_table.hpp"
#include "grade/html.hpp"
#include "grade/outputs.hpp"
#include "grade/wording.hpp"
#include "grade/worksheets.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace workbook {
namespace {

/// It makes spreadsheets read the file as UTF-8, so that Korean names are shown.
const std::string byte_order_mark = "\xEF\xBB\xBF";

std::string number(int value)
{
    return std::to_string(value);
}

std::vector<std::string> gradebook_header(const std::vector<ChapterColumns>& columns)
{
    std::vector<std::string> header{"key", "name", "id", "email", "status"};
    for (const ChapterColumns& chapter : columns) {
        for (const StepColumn& step : chapter.steps) {
            if (step.counted) {
                header.push_back(
                    clean_line(fmt::format("{} {} ({})", step.number, step.name, step.max_points)));
            }
        }
    }
    for (const ChapterColumns& chapter : columns) {
        header.push_back(
            fmt::format("{} ({})", chapter_title(chapter.folder), chapter.max_points()));
    }
    for (const char* name : {"total", "max", "days late", "lost by lateness", "final"}) {
        header.push_back(name);
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
    for (const ChapterColumns& column : columns) {
        const GradedChapter* chapter = find_chapter(student, column.folder);
        for (const StepColumn& step : column.steps) {
            if (step.counted) {
                const GradedStep* found =
                    chapter == nullptr ? nullptr : find_step(*chapter, step.number);
                row.push_back(number(found == nullptr ? 0 : found->points));
            }
        }
        totals.push_back(
            points_text(chapter == nullptr ? 0 : score_of(rules, *chapter).before_late));
    }
    row.insert(row.end(), totals.begin(), totals.end());
    const Score score = score_of(rules, student);
    row.push_back(points_text(score.before_late));
    row.push_back(number(max_points(columns)));
    row.push_back(number(score.days_late));
    row.push_back(points_text(points_lost(score)));
    row.push_back(points_text(score.points));
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
    if (student.missing) {
        return "Nothing was handed in.";
    }
    std::string text;
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
        for (const GradedStep& step : chapter.steps) {
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

/// What a platform is told of a student; no points where it is not certain what was handed in.
MarkOf mark_of(const GradingRules& rules)
{
    return [&rules](const GradedStudent& student) {
        const bool unclear = student.missing && !student.doubt.empty();
        return PlatformMark{unclear ? "" : points_text(score_of(rules, student).points),
                            unclear ? "" : moodle_comments(rules, student)};
    };
}

bool is_all_digits(const std::string& text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](unsigned char c) { return std::isdigit(c) != 0; });
}

} // namespace

std::string gradebook_csv(const GradingRules& rules, const EachStudent& each_student)
{
    const std::vector<ChapterColumns> columns = columns_of(rules, each_student);
    std::string text = byte_order_mark + csv_line(gradebook_header(columns));
    each_student([&](const GradedStudent& student) {
        text += csv_line(gradebook_row(rules, columns, student));
    });
    return text;
}

std::string moodle_csv(const GradingRules& rules, const EachStudent& each_student)
{
    const int all = max_points(columns_of(rules, each_student));
    if (const auto filled = filled_moodle_worksheet(each_student, mark_of(rules))) {
        return *filled;
    }
    // Moodle rejects a file without the column of the last modification; empty, it means long ago.
    std::string text =
        csv_line({"Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade",
                  "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
                  "Feedback comments"});
    each_student([&](const GradedStudent& student) {
        text += csv_line({moodle_identifier(clean_line(student.id)), clean_line(student.name),
                          clean_line(student.email),
                          student.missing ? "No submission" : "Submitted for grading",
                          mark_of(rules)(student).points, number(all), "Yes", "", "",
                          moodle_comments(rules, student)});
    });
    return text;
}

std::string canvas_csv(const GradingRules& rules, const EachStudent& each_student)
{
    const int all = max_points(columns_of(rules, each_student));
    if (const auto filled = filled_canvas_gradebook(each_student, clean_line(rules.assignment),
                                                    number(all), mark_of(rules))) {
        return *filled;
    }
    std::string text = csv_line(
        {"Student", "ID", "SIS User ID", "SIS Login ID", "Section", clean_line(rules.assignment)});
    text += csv_line({"    Points Possible", "", "", "", "", number(all)});
    each_student([&](const GradedStudent& student) {
        const std::string id = clean_line(student.id);
        // Canvas matches students by its own ID first, then by the school's ID, then by login. Its
        // own IDs are numbers, and it would read "12b" as 12.
        text += csv_line({clean_line(student.name), is_all_digits(id) ? id : "", id,
                          clean_line(student.email), "", mark_of(rules)(student).points});
    });
    return text;
}

} // namespace workbook
