/// @file
/// The chapters and steps that a class was graded on: the columns of its tables.
#pragma once

#include "grade/outputs.hpp"

#include <optional>

namespace workbook {

/// One step, the same for every student.
struct StepColumn {
    std::string number;
    std::string name;
    double max_points = 0;
    bool counted = true;
};

/// One chapter with its steps in order.
struct ChapterColumns {
    std::string folder;
    std::vector<StepColumn> steps;

    std::optional<double> weight; ///< in the whole, if chapters have weights

    /// The points of the steps that count.
    double max_points() const;
};

/// All chapters and steps that any student has, in the order of the chapters' folders.
std::vector<ChapterColumns> columns_of(const GradingRules& rules, const EachStudent& each_student);

/// The most that a student can have in all, weighted if chapters have weights.
double max_points(const std::vector<ChapterColumns>& columns);

/// The student's result there; nullptr if there is none.
const GradedChapter* find_chapter(const GradedStudent& student, const std::string& folder);
const GradedStep* find_step(const GradedChapter& chapter, const std::string& number);

} // namespace workbook
