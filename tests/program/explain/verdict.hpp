/// @file
/// What the judge found out about a step, and how it is said in a word or a sentence.
#pragma once

#include "course/step.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace workbook {

/// How a step ended, as `check --json` names it.
enum class Status { right, wrong, todo, crashed, timeout, not_built };
std::string to_string(Status status);

/// How it ended, for people: "takes too long", "to do".
std::string words_for(Status status);

/// The status of this name. Throws UserError when it is none.
Status status_from(const std::string& name);

/// An argument of the call that went wrong.
struct Input {
    std::string name;
    std::string value;
};

/// What was wrong with one function.
struct Finding {
    std::string function;
    std::string where;
    std::string place;
    std::string expected;
    std::string got;
    std::string note;
    std::vector<Input> inputs;
    std::vector<std::uint64_t> trace{}; ///< where it threw or crashed, as the host says
    bool alone = false;                 ///< called with the other functions answered for, rightly
    std::size_t line = 0;               ///< of the file, where it threw or crashed; 0: not known
};

/// A known mistake that explains the wrong answer.
struct NamedMistake {
    std::string id;
    std::string message;
};

/// The verdict on one step.
struct Verdict {
    Step step;
    Status status = Status::todo;
    std::vector<Finding> findings;
    std::vector<NamedMistake> mistakes;
    std::string detail;     ///< of a crash, a timeout, a compile error; the missing step of a todo
    bool computing = false; ///< a timeout by the limit of computing time
    std::string printed;    ///< what the student's code printed
    std::vector<std::string> functions; ///< that the step asked about
    std::vector<std::string> waits_for; ///< other steps, which are not right while this one is
    bool left_out = false;              ///< not built, while the rest of the file was
    double seconds = 0;

    int points() const { return status == Status::right ? step.points : 0; }
};

/// The mistakes of one function.
struct MistakesOfFunction {
    std::string function;
    std::vector<NamedMistake> mistakes; ///< if more than one, nothing tells them apart here
};
std::vector<MistakesOfFunction> by_function(const std::vector<NamedMistake>& mistakes);

/// "The mistake" or "Perhaps", with the function's name if there are others.
std::string heading(const MistakesOfFunction& mistakes, bool only_function);

/// The verdict in one or two sentences of plain text, for JSON and logs.
std::string summary(const Verdict& verdict);

} // namespace workbook
