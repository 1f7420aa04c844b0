/// @file
/// How what was found out about a step is written as JSON: by the judge for the program, and by the
/// program for what it remembers of a class.
#pragma once

#include "build/judging.hpp"

#include <nlohmann/json.hpp>

namespace workbook {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Input, name, value)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Finding, function, where, place, expected, got, note, inputs)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NamedMistake, id, message)

} // namespace workbook
