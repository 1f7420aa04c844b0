/// @file
/// How hard each step was, how well it tells students apart, and the same for each section.
#pragma once

#include "grade/class_layout.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// A sum of shares.
struct MeanShare {
    double sum = 0;
    std::size_t count = 0;

    /// Nothing if there is none.
    std::optional<double> mean() const;
};

/// Pairs of numbers, summed up: r = cov(x, y) / (σ_x σ_y).
class Correlation {
public:
    void add(double x, double y);

    /// Nothing if one of the two never changes.
    std::optional<double> value() const;

private:
    double n_ = 0;
    double mean_x_ = 0;
    double mean_y_ = 0;
    double square_x_ = 0;
    double square_y_ = 0;
    double product_ = 0;
};

/// Of those who handed in the step's chapter, and for whom it counts.
struct StepStatistics {
    StepColumn step;
    MeanShare earned; ///< share of the step's points
    /// Of the step's points with the points of all other steps: where a step is right or wrong,
    /// the point-biserial correlation.
    Correlation discrimination;
    std::map<std::string, MeanShare> by_section;
};

/// The whole of a section, or of the class ("").
struct SectionStatistics {
    std::size_t students = 0;
    std::size_t missing = 0;
    MeanShare final; ///< share of all points, of those who handed in
};

/// All of it, summed up student by student.
struct Statistics {
    /// Of nobody yet.
    explicit Statistics(const std::vector<ChapterColumns>& columns);

    void add(const GradingRules& rules, const GradedStudent& student);

    std::vector<StepStatistics> steps; ///< as they stand in the chapters; those that count
    std::map<std::string, SectionStatistics> sections; ///< without ""
    SectionStatistics all;

private:
    std::map<std::string, std::size_t> places_; ///< of the steps, by number
};

Statistics statistics_of(const GradingRules& rules, const EachStudent& each_student);

/// A row for each step, and one for the whole.
std::string statistics_csv(const Statistics& statistics);

} // namespace workbook
