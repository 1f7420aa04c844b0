/// @file
/// The options of `grade`, from the command line and from a file.
#pragma once

#include "grade/class_grading.hpp"

namespace CLI {
class App;
}

namespace workbook {

/// Adds the options to the verb. `--settings FILE` (TOML, with the options' long names without
/// dashes) sets defaults that the command line overrides.
void add_grade_options(CLI::App& verb, GradeOptions& options);

} // namespace workbook
