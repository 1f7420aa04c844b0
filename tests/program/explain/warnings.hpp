/// @file
/// What is suspicious in a student's file although it compiles: the compiler's warnings in plain
/// words, and divisions of whole numbers.
#pragma once

#include <string>
#include <vector>

namespace workbook {

/// An error in a line of the student's file.
struct ErrorInLine {
    std::size_t line; ///< 0: elsewhere
    std::string message;
};

/// A warning about a line of the student's file.
struct Warning {
    std::size_t line;
    std::string message;
};

/// All warnings about the student's own lines, in their order: `err` is what the compiler wrote,
/// `file` the file's name there, `text` what is in it. What does no harm, such as a comparison of
/// int and std::size_t, is left out.
std::vector<Warning> warnings_about(const std::string& err, const std::string& file,
                                    const std::string& text);

/// Those about lines of these functions, the first three, each "labs/…/perceptron.cpp:12: …" in a
/// line of its own; "" if there are none.
std::string warnings_in(const std::vector<Warning>& warnings,
                        const std::vector<std::string>& functions, const std::string& file,
                        const std::string& text);

} // namespace workbook
