/// @file
/// What a student is told of a step, in words and in order; how they are laid out is for the
/// terminal, or the page, to say.
#pragma once

#include "explain/verdict.hpp"
#include "explain/warnings.hpp"

#include <string>
#include <vector>

namespace workbook {

/// A part of what is said of a step.
struct Said {
    enum class Kind {
        verdict, ///< how it ended; `label` is the step
        text,
        lines,   ///< whose ends stay; those that begin with four blanks are code
        finding, ///< which function is wrong, and where
        item,    ///< of a finding: `label` says what it is, or that it goes on ("")
        mistake, ///< what introduces the mistakes of a function
        printed, ///< a line that the student's code printed
    };
    Kind kind;
    std::string label;
    std::string text;
};

/// As it is called in JSON.
std::string to_string(Said::Kind kind);

/// What is said of a verdict. `file` is the name of the student's file, `text` what is in it, and
/// `warnings` those about its lines.
std::vector<Said> said_of(const Verdict& verdict, const std::string& file, const std::string& text,
                          const std::vector<Warning>& warnings);

} // namespace workbook
