#include "grade/class_layout.hpp"

#include <algorithm>
#include <map>

namespace workbook {

double ChapterColumns::max_points() const
{
    double sum = 0;
    for (const StepColumn& step : steps) {
        sum += step.counted ? step.max_points : 0;
    }
    return sum;
}

std::vector<ChapterColumns> columns_of(const GradingRules& rules, const EachStudent& each_student)
{
    std::map<std::string, std::vector<StepColumn>> chapters;
    each_student([&](const GradedStudent& student) {
        for (const GradedChapter& chapter : student.chapters) {
            std::vector<StepColumn>& columns = chapters[chapter.folder];
            for (const GradedStep& step : chapter.steps) {
                const bool is_known =
                    std::any_of(columns.begin(), columns.end(), [&](const StepColumn& column) {
                        return column.number == step.number;
                    });
                if (!is_known) {
                    columns.push_back(
                        {step.number, step.name, step.max_points, is_counted(rules, step)});
                }
            }
        }
    });
    std::vector<ChapterColumns> result;
    for (const auto& [folder, steps] : chapters) {
        ChapterColumns chapter{folder, steps, {}};
        if (!rules.weights.empty()) {
            const auto weight = rules.weights.find(folder);
            chapter.weight = weight == rules.weights.end() ? 0 : weight->second;
        }
        result.push_back(std::move(chapter));
    }
    return result;
}

double max_points(const std::vector<ChapterColumns>& columns)
{
    double sum = 0;
    for (const ChapterColumns& chapter : columns) {
        const double points = chapter.max_points();
        sum += chapter.weight && points > 0 ? *chapter.weight : chapter.weight ? 0 : points;
    }
    return sum;
}

const GradedChapter* find_chapter(const GradedStudent& student, const std::string& folder)
{
    for (const GradedChapter& chapter : student.chapters) {
        if (chapter.folder == folder) {
            return &chapter;
        }
    }
    return nullptr;
}

const GradedStep* find_step(const GradedChapter& chapter, const std::string& number)
{
    for (const GradedStep& step : chapter.steps) {
        if (step.number == number) {
            return &step;
        }
    }
    return nullptr;
}

} // namespace workbook
