/// @file
/// The markers in a solution, `//! [1.2 step activation]` twice, and what is made from
/// them: the skeleton that students get, and labs with one step answered wrongly.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace workbook {

/// The lines between a pair of markers: the whole body of one function.
struct Region {
    std::string step;            ///< "1.4"
    std::string title;           ///< "gates: AND"
    std::string function;        ///< "and_gate"
    std::size_t definition_line; ///< where the function begins, from 0
    std::size_t first_line;      ///< of the body, from 0, without the markers
    std::size_t last_line;       ///< one past it
};

/// All regions of a source text. Throws UserError for a marker without its pair.
std::vector<Region> regions_of(const std::string& source);

/// The step that every marked function belongs to: "and_gate" → "1.4".
std::map<std::string, std::string> step_of_functions(const std::string& source);

/// The student's file: every region becomes `throw todo("1.2");`, everything else stays.
std::string skeleton_of(const std::string& solution);

/// The steps that are still to do in a student's file, in the file's order: "1.2" for `throw
/// todo("1.2")`.
std::vector<std::string> steps_to_do(const std::string& text);

/// The text with the body of `function` replaced. Throws UserError when it has no region.
std::string with_body(const std::string& solution, const std::string& function,
                      const std::string& body);

} // namespace workbook
