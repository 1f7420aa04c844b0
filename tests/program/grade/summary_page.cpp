#include "grade/class_layout.hpp"
#include "grade/clean_text.hpp"
#include "grade/html.hpp"
#include "grade/outputs.hpp"
#include "grade/summary_parts.hpp"
#include "grade/wording.hpp"

#include <boost/algorithm/string/split.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace workbook {
namespace {

constexpr std::size_t statuses = 6;
constexpr std::array<Status, statuses> all_statuses{Status::right,   Status::wrong,
                                                    Status::todo,    Status::crashed,
                                                    Status::timeout, Status::not_built};
constexpr std::size_t mistakes_at_once = 25; // the rest is collapsed

/// For one step, how many students have each status; only those who handed in the chapter count.
using StatusCounts = std::array<std::size_t, statuses>;

/// A mistake, and how many students made it.
struct MistakeCount {
    std::string step;
    std::string id;
    std::string message;
    std::size_t count = 0;
};

/// What is counted.
struct ClassCounts {
    std::vector<ChapterColumns> columns;
    double max_points = 0;
    std::size_t students = 0;
    std::size_t missing = 0;
    std::size_t late = 0;
    std::vector<double> points;                ///< of those who handed in
    std::map<std::string, StatusCounts> steps; ///< by number
    std::map<std::pair<std::string, std::string>, MistakeCount> mistakes; ///< by step and id
};

void count_step(ClassCounts& counts, const GradedStep& step)
{
    const auto status = std::find(all_statuses.begin(), all_statuses.end(), step.status);
    ++counts.steps[step.number].at(static_cast<std::size_t>(status - all_statuses.begin()));
    for (const NamedMistake& mistake : step.mistakes) {
        MistakeCount& entry = counts.mistakes[{step.number, mistake.id}];
        if (entry.count++ == 0) {
            entry.step = step.number;
            entry.id = mistake.id;
            entry.message = mistake.message;
        }
    }
}

void count_student(const GradingRules& rules, ClassCounts& counts, const GradedStudent& student)
{
    const Score score = score_of(rules, student);
    ++counts.students;
    counts.missing += student.missing ? 1 : 0;
    counts.late += score.days_late > 0 ? 1 : 0;
    if (const auto points = points_of_platform(score); points && !student.missing) {
        counts.points.push_back(*points);
    }
    for (const GradedChapter& chapter : student.chapters) {
        if (!student.missing && !chapter.file.empty()) {
            for (const GradedStep& step : chapter.steps) {
                count_step(counts, step);
            }
        }
    }
}

std::string tiles_of(const ClassCounts& counts)
{
    std::vector<double> points = counts.points;
    std::sort(points.begin(), points.end());
    std::string text = "<dl class=\"tiles\">\n";
    text += tile("Students", std::to_string(counts.students));
    text += tile("Handed in", std::to_string(counts.students - counts.missing));
    text += tile("Missing", std::to_string(counts.missing));
    text += tile("Late", std::to_string(counts.late));
    if (!points.empty()) {
        const double mean =
            std::accumulate(points.begin(), points.end(), 0.0) / static_cast<double>(points.size());
        const std::size_t middle = points.size() / 2;
        const double median =
            points.size() % 2 == 1 ? points[middle] : (points[middle - 1] + points[middle]) / 2;
        const std::string of = "of " + points_text(counts.max_points);
        text += tile("Mean*", points_text(mean), of);
        text += tile("Median*", points_text(median), of);
    }
    return text + "</dl>\n<p class=\"quiet\">* of those who handed in</p>\n";
}

/// One row of the table of steps, with its sort key.
struct StepRow {
    double fraction_right;
    std::string html;
};

StepRow step_row(const GradingRules& rules, const StepColumn& step, const StatusCounts& counts)
{
    const std::size_t all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    const double fraction =
        all == 0 ? 2 : static_cast<double>(counts[0]) / static_cast<double>(all);
    std::string cells;
    for (std::size_t i = 0; i < statuses; ++i) {
        cells += counts.at(i) == 0 ? "<td class=\"number quiet\">0</td>"
                                   : fmt::format("<td class=\"number\">{}</td>", counts.at(i));
    }
    std::string remark = step.counted ? "" : ", does not count";
    remark += rules.hidden.count(step.number) > 0 ? ", not shown to students" : "";
    return {fraction,
            fmt::format("<tr><th scope=\"row\">{} {}<span class=\"quiet\">{}</span></th>"
                        "<td class=\"number\">{}</td><td class=\"number\">{}{}</td>{}</tr>\n",
                        html_text(step.number), html_text(clean_line(step.name)), remark,
                        points_text(step.max_points),
                        all == 0 ? "–" : fmt::format("{:.0f} %", 100 * fraction),
                        all == 0 ? "" : html_bar(fraction), cells)};
}

std::string steps_of(const GradingRules& rules, const ClassCounts& counts)
{
    std::vector<StepRow> rows;
    for (const ChapterColumns& chapter : counts.columns) {
        for (const StepColumn& step : chapter.steps) {
            const auto found = counts.steps.find(step.number);
            rows.push_back(step_row(rules, step,
                                    found == counts.steps.end() ? StatusCounts{} : found->second));
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const StepRow& a, const StepRow& b) {
        return a.fraction_right < b.fraction_right;
    });
    std::string table = "<thead><tr><th scope=\"col\">Step</th>"
                        "<th scope=\"col\" class=\"number\">Points</th>"
                        "<th scope=\"col\" class=\"number\">Share right</th>";
    for (const Status status : all_statuses) {
        table += fmt::format("<th scope=\"col\" class=\"number\">{}</th>", words_for(status));
    }
    table += "</tr></thead>\n<tbody>\n";
    for (const StepRow& row : rows) {
        table += row.html;
    }
    return "<section>\n<h2>Steps, the hardest first</h2>\n"
           "<p class=\"quiet\">Students who handed in the chapter, by how the step ended.</p>\n" +
           wide_table("Steps by difficulty", table + "</tbody>\n") + "</section>\n";
}

std::string mistake_table(const std::vector<const MistakeCount*>& mistakes, std::size_t first,
                          std::size_t last)
{
    std::string table = "<thead><tr><th scope=\"col\" class=\"number\">Students</th>"
                        "<th scope=\"col\">Step</th><th scope=\"col\">Mistake</th></tr></thead>\n"
                        "<tbody>\n";
    for (std::size_t i = first; i < last; ++i) {
        const MistakeCount& mistake = *mistakes[i];
        table +=
            fmt::format("<tr><td class=\"number\">{}</td><td class=\"number\">{}</td>"
                        "<th scope=\"row\">{}<br><code class=\"quiet\">{}</code></th></tr>\n",
                        mistake.count, html_text(mistake.step),
                        html_text(clean_line(mistake.message)), html_text(clean_line(mistake.id)));
    }
    return "<table class=\"mistakes\">\n<caption class=\"skip\">Mistakes by how often they were "
           "made</caption>\n" +
           table + "</tbody>\n</table>\n";
}

std::string mistakes_of(const ClassCounts& counts)
{
    if (counts.mistakes.empty()) {
        return "";
    }
    std::vector<const MistakeCount*> mistakes;
    for (const auto& [key, mistake] : counts.mistakes) {
        mistakes.push_back(&mistake);
    }
    std::stable_sort(mistakes.begin(), mistakes.end(),
                     [](const auto* a, const auto* b) { return a->count > b->count; });
    const std::size_t shown = std::min(mistakes.size(), mistakes_at_once);
    std::string text = "<section>\n<h2>Mistakes, the most frequent first</h2>\n" +
                       mistake_table(mistakes, 0, shown);
    if (shown < mistakes.size()) {
        text +=
            fmt::format("<details><summary>{} more</summary>\n{}</details>\n",
                        mistakes.size() - shown, mistake_table(mistakes, shown, mistakes.size()));
    }
    return text + "</section>\n";
}

class SummaryFile : public ClassFile {
public:
    SummaryFile(const GradingRules& rules, const std::vector<ChapterColumns>& columns,
                const ClassTexts& texts)
        : rules_(rules), texts_(texts), statistics_(columns), students_(rules, columns)
    {
        counts_.columns = columns;
        counts_.max_points = max_points(columns);
    }

    void add(const GradedStudent& student) override
    {
        count_student(rules_, counts_, student);
        statistics_.add(rules_, student);
        contents_.add(student);
        students_.add(student);
    }

    void pieces(const TakePiece& take) override
    {
        // A NUL stands where something long belongs; no text of the page has one.
        const std::string place(1, '\0');
        const std::string body = fmt::format(
            "<header>\n<p class=\"quiet\">{}</p>\n<h1>The class</h1>\n</header>\n"
            "<main>\n{}{}{}{}{}{}{}{}{}</main>\n"
            "<footer>\n<p>The same numbers as tables: "
            "<a href=\"gradebook.csv\">gradebook.csv</a>, "
            "<a href=\"moodle.csv\">moodle.csv</a>, "
            "<a href=\"canvas.csv\">canvas.csv</a>, "
            "<a href=\"statistics.csv\">statistics.csv</a>, "
            "<a href=\"junit.xml\">junit.xml</a>.</p>\n</footer>\n",
            html_text(clean_line(rules_.assignment)), tiles_of(counts_),
            histogram(counts_.points, counts_.max_points), place, steps_of(rules_, counts_),
            mistakes_of(counts_), statistics_section(statistics_), place,
            likeness_section(contents_, texts_), place);
        std::vector<std::string> around;
        const std::string page = html_page("The class – " + rules_.assignment, body);
        boost::split(around, page, [](char c) { return c == '\0'; });
        take(around.at(0));
        students_.notes(take);
        take(around.at(1));
        students_.by_hand(take);
        take(around.at(2));
        students_.table(take);
        take(around.at(3));
    }

private:
    const GradingRules& rules_;
    const ClassTexts& texts_;
    ClassCounts counts_;
    Statistics statistics_;
    ClassContents contents_;
    SummaryOfStudents students_;
};

} // namespace

std::unique_ptr<ClassFile> begin_summary(const GradingRules& rules,
                                         const std::vector<ChapterColumns>& columns,
                                         const ClassTexts& texts)
{
    return std::make_unique<SummaryFile>(rules, columns, texts);
}

} // namespace workbook
