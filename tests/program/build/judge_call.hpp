/// @file
/// Calling a chapter's judge: its command line, its limits, and what it prints.
#pragma once

#include "build/judging.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace workbook {

/// Where the hosts run: in the sandbox, if there is one.
class Surroundings {
public:
    /// `prefix`: what comes before a command if there is no sandbox.
    Surroundings(const Sandbox* sandbox, std::vector<std::string> prefix)
        : sandbox_(sandbox), prefix_(std::move(prefix))
    {
    }

    /// Whether another program stands between the judge and a host.
    bool wraps() const { return sandbox_ != nullptr || !prefix_.empty(); }

    /// The command of a host with the library that it is to load.
    std::vector<std::string> host(const std::filesystem::path& program,
                                  const std::filesystem::path& library) const;

private:
    const Sandbox* sandbox_;
    std::vector<std::string> prefix_;
};

/// How the judge is called.
struct JudgeCommand {
    /// Judges the built file with its seed.
    JudgeCommand(const Toolchain& toolchain, const ChapterVerdict& chapter,
                 const Surroundings& around);

    std::vector<std::string> for_steps(const std::vector<std::string>& numbers) const;

    std::filesystem::path judge;
    std::vector<std::string> options;
    std::vector<std::string> hosts; ///< must come last
    std::chrono::seconds seconds_of_a_step{10};
};

/// Runs the judge and fills in the verdicts. If the judge itself ends in a step, that step is tried
/// once more, since the machine may be at fault, and then given up; a new judge goes on with the
/// next.
void run_judge(const JudgeCommand& command, const Toolchain& toolchain, ChapterVerdict& chapter);

} // namespace workbook
