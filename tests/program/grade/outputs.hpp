/// @file
/// Everything that an instructor gets; it depends only on the students' results and the rules.
#pragma once

#include "grade/class_texts.hpp"
#include "grade/rules.hpp"

#include <filesystem>
#include <functional>

namespace workbook {

/// Calls its argument for every student of the class, in the order of their keys. It can be called
/// repeatedly, because a class is never held in memory as a whole.
using EachStudent = std::function<void(const std::function<void(const GradedStudent&)>&)>;

/// Writes below `out`: gradebook.csv, moodle.csv, canvas.csv, junit.xml, statistics.csv,
/// summary.html, students/KEY/results.json (Gradescope's schema), students/KEY/feedback.html and,
/// for what came from them, moodle_feedback.zip and canvas_feedback.zip. Students are compared as
/// far as `texts` has what they handed in. The same results and rules give the same bytes. Throws
/// UserError if writing fails.
void write_outputs(const std::filesystem::path& out, const GradingRules& rules,
                   const EachStudent& each_student, const ClassTexts& texts = {});

/// One file each.
std::string gradebook_csv(const GradingRules& rules, const EachStudent& each_student);
std::string moodle_csv(const GradingRules& rules, const EachStudent& each_student);
std::string canvas_csv(const GradingRules& rules, const EachStudent& each_student);
std::string junit_xml(const GradingRules& rules, const EachStudent& each_student);
std::string summary_page(const GradingRules& rules, const EachStudent& each_student,
                         const ClassTexts& texts = {});
std::string gradescope_json(const GradingRules& rules, const GradedStudent& student);
std::string feedback_page(const GradingRules& rules, const GradedStudent& student);

} // namespace workbook
