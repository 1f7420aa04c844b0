/// @file
/// The feedback pages as learning platforms take them: one zip for all students.
#pragma once

#include "grade/result.hpp"

namespace workbook {

/// Where Moodle looks for a student's file in a zip with feedback ("Upload multiple feedback files
/// in a zip"): "Full name_PARTICIPANT_assignsubmission_file_/feedback.html". "" unless what was
/// handed in came from Moodle and so names the participant.
std::string moodle_feedback_name(const GradedStudent& student);

/// The name by which Canvas knows to whom a file belongs ("Upload submissions" as comments):
/// "parkminji_99_1234_feedback.html", with the numbers of user and file of its own download. ""
/// unless what was handed in came from Canvas.
std::string canvas_feedback_name(const GradedStudent& student);

} // namespace workbook
