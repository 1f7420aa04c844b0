#include "grade/statistics.hpp"

#include "grade/clean_text.hpp"
#include "grade/csv_table.hpp"
#include "grade/html.hpp"
#include "grade/summary_parts.hpp"
#include "grade/wording.hpp"

#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <optional>

namespace workbook {
namespace {

std::string csv_number(const std::optional<double>& number)
{
    return number ? fmt::format("{:.3f}", *number + 0.0) : "";
}

std::string percent(const std::optional<double>& share)
{
    return share ? fmt::format("{:.0f} %", 100 * *share) : "–";
}

const MeanShare& of_section(const StepStatistics& step, const std::string& section)
{
    static const MeanShare none;
    const auto found = step.by_section.find(section);
    return found == step.by_section.end() ? none : found->second;
}

/// The points of the steps that count, without bonus and lateness.
double points_of_steps(const GradingRules& rules, const GradedStudent& student)
{
    double points = 0;
    for (const GradedChapter& chapter : student.chapters) {
        for (const GradedStep& step : chapter.steps) {
            points += counts(rules, step) ? step.points : 0;
        }
    }
    return points;
}

void add_share(MeanShare& mean, double share)
{
    mean.sum += share;
    ++mean.count;
}

void add_whole(SectionStatistics& section, const GradedStudent& student, const Score& score)
{
    ++section.students;
    section.missing += student.missing ? 1 : 0;
    if (!student.missing && score.max_points > 0) {
        add_share(section.final, score.points / score.max_points);
    }
}

std::string sections_table(const Statistics& statistics)
{
    if (statistics.sections.empty()) {
        return "";
    }
    std::string table = "<thead><tr><th scope=\"col\">Section</th>"
                        "<th scope=\"col\" class=\"number\">Students</th>"
                        "<th scope=\"col\" class=\"number\">Missing</th>"
                        "<th scope=\"col\" class=\"number\">Mean*</th></tr></thead>\n<tbody>\n";
    for (const auto& [name, section] : statistics.sections) {
        table += fmt::format("<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td>"
                             "<td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
                             html_text(clean_line(name)), section.students, section.missing,
                             percent(section.final.mean()));
    }
    return wide_table("Sections", table + "</tbody>\n") +
           "<p class=\"quiet\">* of those who handed in</p>\n";
}

class StatisticsFile : public ClassFile {
public:
    StatisticsFile(const GradingRules& rules, const std::vector<ChapterColumns>& columns)
        : rules_(rules), statistics_(columns)
    {
    }

    void add(const GradedStudent& student) override { statistics_.add(rules_, student); }
    void pieces(const TakePiece& take) override { take(statistics_csv(statistics_)); }

private:
    const GradingRules& rules_;
    Statistics statistics_;
};

} // namespace

std::unique_ptr<ClassFile> begin_statistics(const GradingRules& rules,
                                            const std::vector<ChapterColumns>& columns,
                                            const ClassTexts& /*texts*/)
{
    return std::make_unique<StatisticsFile>(rules, columns);
}

std::optional<double> MeanShare::mean() const
{
    return count == 0 ? std::nullopt : std::optional<double>(sum / static_cast<double>(count));
}

// Welford's sums: no small difference of large numbers.
void Correlation::add(double x, double y)
{
    n_ += 1;
    const double from_x = x - mean_x_;
    const double from_y = y - mean_y_;
    mean_x_ += from_x / n_;
    mean_y_ += from_y / n_;
    square_x_ += from_x * (x - mean_x_);
    square_y_ += from_y * (y - mean_y_);
    product_ += from_x * (y - mean_y_);
}

std::optional<double> Correlation::value() const
{
    const double scale = std::sqrt(square_x_ * square_y_);
    return scale > 1e-12 ? std::optional<double>(product_ / scale) : std::nullopt;
}

Statistics::Statistics(const std::vector<ChapterColumns>& columns)
{
    for (const ChapterColumns& chapter : columns) {
        for (const StepColumn& step : chapter.steps) {
            if (step.counted && step.max_points > 0) {
                places_[step.number] = steps.size();
                steps.push_back({step, {}, {}, {}});
            }
        }
    }
}

void Statistics::add(const GradingRules& rules, const GradedStudent& student)
{
    const double points = points_of_steps(rules, student);
    for (const GradedChapter& chapter : student.chapters) {
        for (const GradedStep& step : chapter.steps) {
            const auto place = places_.find(step.number);
            if (chapter.file.empty() || !counts(rules, step) || place == places_.end()) {
                continue;
            }
            StepStatistics& of_step = steps[place->second];
            const double share = step.points / of_step.step.max_points;
            add_share(of_step.earned, share);
            of_step.discrimination.add(share, points - step.points);
            if (!student.section.empty()) {
                add_share(of_step.by_section[student.section], share);
            }
        }
    }
    const Score score = score_of(rules, student);
    add_whole(all, student, score);
    if (!student.section.empty()) {
        add_whole(sections[student.section], student, score);
    }
}

Statistics statistics_of(const GradingRules& rules, const EachStudent& each_student)
{
    Statistics statistics(columns_of(rules, each_student));
    each_student([&](const GradedStudent& student) { statistics.add(rules, student); });
    return statistics;
}

std::string statistics_csv(const Statistics& statistics)
{
    std::vector<std::string> header{"step",     "name",         "points",
                                    "students", "share earned", "discrimination"};
    for (const auto& [name, section] : statistics.sections) {
        header.push_back("share earned in " + clean_line(name));
    }
    std::string text = csv_line(header);
    for (const StepStatistics& step : statistics.steps) {
        std::vector<std::string> row{step.step.number,
                                     clean_line(step.step.name),
                                     points_text(step.step.max_points),
                                     std::to_string(step.earned.count),
                                     csv_number(step.earned.mean()),
                                     csv_number(step.discrimination.value())};
        for (const auto& [name, section] : statistics.sections) {
            row.push_back(csv_number(of_section(step, name).mean()));
        }
        text += csv_line(row);
    }
    const SectionStatistics& all = statistics.all;
    std::vector<std::string> row{"all",
                                 "final, of those who handed in",
                                 "",
                                 std::to_string(all.final.count),
                                 csv_number(all.final.mean()),
                                 ""};
    for (const auto& [name, section] : statistics.sections) {
        row.push_back(csv_number(section.final.mean()));
    }
    return text + csv_line(row);
}

std::string statistics_section(const Statistics& statistics)
{
    if (statistics.steps.empty()) {
        return "";
    }
    std::string table = "<thead><tr><th scope=\"col\">Step</th>"
                        "<th scope=\"col\" class=\"number\">Students</th>"
                        "<th scope=\"col\" class=\"number\">Points earned</th>"
                        "<th scope=\"col\" class=\"number\">Discrimination</th>";
    for (const auto& [name, section] : statistics.sections) {
        table += "<th scope=\"col\" class=\"number\">in " + html_text(clean_line(name)) + "</th>";
    }
    table += "</tr></thead>\n<tbody>\n";
    for (const StepStatistics& step : statistics.steps) {
        const auto discrimination = step.discrimination.value();
        table += fmt::format("<tr><th scope=\"row\">{} {}</th><td class=\"number\">{}</td>"
                             "<td class=\"number\">{}</td><td class=\"number\">{}</td>",
                             html_text(step.step.number), html_text(clean_line(step.step.name)),
                             step.earned.count, percent(step.earned.mean()),
                             discrimination ? fmt::format("{:.2f}", *discrimination + 0.0) : "–");
        for (const auto& [name, section] : statistics.sections) {
            table +=
                fmt::format("<td class=\"number\">{}</td>", percent(of_section(step, name).mean()));
        }
        table += "</tr>\n";
    }
    return "<section>\n<h2>What the steps tell</h2>\n" + sections_table(statistics) +
           "<p class=\"quiet\">Points earned: the share of the step's points, of those who handed "
           "in the chapter; the lower, the harder. Discrimination: how a step goes with the rest "
           "of the score, from -1 to 1 (the point-biserial correlation); a step near 0 or below "
           "tells nothing about who can do the others.</p>\n" +
           wide_table("Steps, points earned and discrimination", table + "</tbody>\n") +
           "</section>\n";
}

} // namespace workbook
