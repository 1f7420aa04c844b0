/// @file
/// The options of `grade`, from the command line and from a file.
#pragma once

#include "grade/class_grading.hpp"

namespace CLI {
class App;
}

namespace workbook {

/// Adds the options to the verb. What `--settings FILE` (TOML, the long names without dashes)
/// says holds unless the command line says otherwise.
void add_grade_options(CLI::App& verb, GradeOptions& options);

} // namespace workbook
