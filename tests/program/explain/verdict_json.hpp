/// @file
/// How what was found out about a step is written as JSON: by the judge for the program, and by the
/// program for what it remembers of a class.
#pragma once

#include "explain/verdict.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <string>

namespace workbook {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Input, name, value)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Finding, function, where, place, expected, got, note, inputs)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NamedMistake, id, message)

/// Fills in what a line of the judge says of a step. The judge says which functions a right step
/// waits for; students know them by their steps, which `step_of` has.
void read_verdict(const nlohmann::json& line, const std::map<std::string, std::string>& step_of,
                  Verdict& verdict);

} // namespace workbook
