/// @file
/// From a chapter's list of mistakes and its solution to wrong answers: bodies that can stand
/// between the markers of the solution, and the source file that a judge tries them from.
#pragma once

#include "course/mistake_list.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// A wrong answer, whole.
struct WrongAnswer {
    std::string function;
    std::string id;
    std::string message;
    std::string body; ///< what stands between the function's markers

    std::string full_id() const { return function + "." + id; }
};

/// A source file with a name for messages and #line.
struct NamedText {
    std::string name;
    std::string text;
};

/// Carries out the edits of every mistake. Throws UserError, "file:line: what is wrong", for a
/// function without a region in the solution, and for an edit that does not fit its solution.
std::vector<WrongAnswer> wrong_answers(const NamedText& list, const NamedText& solution);

/// Where the compiler says that something is: in the list and the solution, or, for a file that
/// is given away without them, in itself.
enum class Origin { shown, hidden };

/// The C++ source that holds them all as functions of `chapter` ("backprop") and registers them.
std::string mistakes_source(const NamedText& list, const NamedText& solution,
                            const std::string& chapter, Origin origin);

} // namespace workbook
