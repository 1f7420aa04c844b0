/// @file
/// Judges one chapter of one submission: builds it, runs the judge, collects the verdicts.
#pragma once

#include "build/builder.hpp"
#include "course/catalogue.hpp"

#include <cstdint>

namespace workbook {

/// How a step ended, as `check --json` names it.
enum class Status { right, wrong, todo, crashed, timeout, not_built };
std::string to_string(Status status);

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

/// The verdict on one chapter.
struct ChapterVerdict {
    Chapter chapter;
    std::filesystem::path source;
    Built built;
    std::uint64_t seed = 0;
    std::vector<Verdict> steps;
    double seconds = 0; ///< from the start of the compile to the last verdict

    bool all_right() const;
};

/// What to judge.
struct JudgeRequest {
    std::filesystem::path source;
    std::set<std::string> steps; ///< empty: all
    std::uint64_t seed = 1;
    std::filesystem::path record;       ///< folder for the bytes of failing calls; empty: none
    std::optional<double> wall_seconds; ///< that a step may take
    std::optional<int> cpu_seconds;     ///< that a step may compute
    const Sandbox* sandbox = nullptr;   ///< for a file that is not the user's own
};

/// An untrusted file, one of a class.
struct StrangerRequest {
    std::filesystem::path source;   ///< in a folder of its own
    std::filesystem::path programs; ///< where built programs are kept
    std::set<std::string> steps;    ///< empty: all
    std::uint64_t seed = 1;
    const Sandbox* sandbox = nullptr; ///< nullptr: none
};

/// The mistakes of one function.
struct MistakesOfFunction {
    std::string function;
    std::vector<NamedMistake> mistakes; ///< if more than one, nothing tells them apart here
};
std::vector<MistakesOfFunction> by_function(const std::vector<NamedMistake>& mistakes);

/// "The mistake" or "Perhaps", with the function's name if there are others.
std::string heading(const MistakesOfFunction& mistakes, bool only_function);

/// What the chapter's judge, which must be built, says of itself.
Catalogue catalogue_of(const Toolchain& toolchain, const Chapter& chapter);

/// Builds and judges. Nothing that the student's file does makes it throw.
ChapterVerdict judge(const Workspace& workspace, const Toolchain& toolchain, const Chapter& chapter,
                     const Catalogue& catalogue, const JudgeRequest& request);

/// The same for an untrusted file.
ChapterVerdict judge_stranger(const Toolchain& toolchain, const Chapter& chapter,
                              const Catalogue& catalogue, const StrangerRequest& request);

/// The warnings about the lines of the functions that this step asks about; "" if there are none.
std::string warnings_of(const ChapterVerdict& chapter, const Verdict& verdict);

/// The verdict in one or two sentences of plain text, for JSON and logs.
std::string summary(const ChapterVerdict& chapter, const Verdict& verdict);

} // namespace workbook
