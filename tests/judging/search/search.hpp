/// @file
/// Names mistakes that nobody has listed: looks for edits of the solution that give exactly the
/// student's numbers.
#pragma once

#include "judging/search/syntax.hpp"

#include <chrono>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace judging::search {

/// One question that the function was asked, and the student's answer. Bad input that was rightly
/// rejected is no case: it says nothing about the formula.
struct Case {
    std::vector<Value> arguments;
    Answer answer;       ///< as judging::Flat has its shape and numbers
    bool threw = false;  ///< the student's function threw an exception: there are no numbers
    double floor = 1.0;  ///< numbers below it are compared as if they had this size
    bool generic = true; ///< random input, which tells most formulas apart
};

/// What the student may have done.
struct Suggestion {
    std::string words; ///< a sentence without its full stop
    int edits = 1;     ///< of which it consists
    double cost = 0;   ///< the smaller, the likelier
    std::string base;  ///< the id of the listed mistake that it begins with, or ""
};

/// A mistake that somebody has listed: its body stands in place of the solution's.
struct Listed {
    std::string id;
    std::string words;
    std::string body;
};

/// How far a search may go. What it finds must not depend on how busy the machine is, so its work
/// is counted: about 25 million units a second. The deadline is for emergencies.
struct Budget {
    std::uint64_t work = 12'000'000;
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
    bool pairs = true; ///< also look for two edits at once
    /// Functions that the student's code called and that were answered for: the slip is in none of
    /// them.
    std::set<std::string> right = {};
};

/// The edits of `function` that agree with the student in all cases to 1e-9, the likeliest first:
/// one, or two or three that can all be (a tie). Empty when nothing fits, when too much fits, when
/// the student's answers are right, when fewer than two cases are generic, or when all answers are
/// 0, 1 and −1 and fewer than 30 of them.
///
/// `ways` are the solution and, behind it, other right answers to the chapter, in loops where the
/// solution has products of matrices: a student's slip may be one edit of any of them.
std::vector<Suggestion> search(const std::vector<const Formulas*>& ways,
                               const std::string& function, const std::vector<Case>& cases,
                               const Budget& budget, const std::vector<Listed>& listed = {});

/// Functions that a student may know from elsewhere and use by mistake: the sigmoid, the step …
const Formulas& well_known_functions();

} // namespace judging::search
