/// @file
/// Wrong answers that real students give, as functions beside the tests. When an answer is wrong,
/// each is tried on the same inputs; the ones that give the student's numbers are named.
///
/// They are written as edits of the solution in tests/NN_name/mistakes.txt, and
/// tests/program/expand_mistakes.cpp makes the functions from it when a judge is built.
#pragma once

#include "judging/protocol/any_function.hpp"

#include <span>
#include <string>
#include <vector>

namespace judging {

/// A known mistake of one function.
struct Mistake {
    AnyFunction stub;  ///< of the function that it is a wrong answer to
    AnyFunction wrong; ///< the same signature
    const char* function;
    const char* id;      ///< within the function
    const char* message; ///< what it is and what would be right

    std::string full_id() const { return std::string(function) + "." + id; }
};

/// Two wrong answers (or, with `second` = "truth", one and the right answer) that no
/// input can tell apart.
struct Tie {
    const char* function;
    const char* first;
    const char* second;
    const char* why;
};

/// Those of this judge's chapter.
std::span<const Mistake> all_mistakes();
std::span<const Tie> all_ties();

template <class F>
Mistake mistake(F* stub, F* wrong, const char* function, const char* id, const char* message)
{
    return {reinterpret_cast<AnyFunction>(stub), reinterpret_cast<AnyFunction>(wrong), function, id,
            message};
}

} // namespace judging
