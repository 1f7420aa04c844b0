/// @file
/// The tables of learning platforms that come in as a roster and go back with the marks: the same
/// rows and the same headers, so that the platform takes them.
#pragma once

#include "grade/outputs.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace workbook {

/// What a platform is told of a student.
struct PlatformMark {
    std::string points;
    std::string comments; ///< HTML
};
using MarkOf = std::function<PlatformMark(const GradedStudent&)>;

/// Moodle's number in "Participant 4711" (in Korean "참가자4711"); any other text as it is.
std::string moodle_number(const std::string& id);

/// Whether a table with this header is the gradebook that Canvas exports.
bool is_canvas_roster(const std::vector<std::string>& header);

/// The worksheet of Moodle that was the roster, with grades and comments filled in; a row of which
/// it is not certain whose it is stays as it was. `plain`, if the roster was another table.
std::unique_ptr<ClassFile> moodle_worksheet_or(std::unique_ptr<ClassFile> plain, MarkOf mark_of);

/// The same for Canvas: the columns that identify a student, and one of this assignment with its
/// most points. If the export has the assignment, its column keeps its name.
std::unique_ptr<ClassFile> canvas_gradebook_or(std::unique_ptr<ClassFile> plain,
                                               std::string assignment, std::string most_points,
                                               MarkOf mark_of);

} // namespace workbook
