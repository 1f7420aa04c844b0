/// @file
/// Parts of the summary that are in files of their own.
#pragma once

#include "grade/class_texts.hpp"
#include "grade/outputs.hpp"
#include "grade/statistics.hpp"

#include <string>

namespace workbook {

/// A link to a student's page.
std::string link_to_page(const std::string& key, const std::string& name);

/// How many students have what share of the points, as a drawing; "" if there are none.
std::string histogram(const std::vector<double>& points, double max_points);

/// What the steps tell about the class and its sections.
std::string statistics_section(const Statistics& statistics);

/// Files that are alike, chapter by chapter; "" if there are none.
std::string likeness_section(const EachStudent& each_student, const ClassTexts& texts);

} // namespace workbook
