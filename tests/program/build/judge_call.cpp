#include "build/judge_call.hpp"

#include "build/sandbox.hpp"
#include "build/words.hpp"
#include "common/system/json.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "course/interface.hpp"
#include "explain/verdict_json.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <sstream>

namespace workbook {

namespace fs = std::filesystem;

namespace {

using json = nlohmann::json;

/// The commands of the hosts, as the judge takes them.
std::vector<std::string> commands_of_hosts(const Toolchain& toolchain,
                                           const ChapterVerdict& chapter,
                                           const Surroundings& around)
{
    const fs::path host = toolchain.host_of(chapter.chapter);
    const fs::path right = toolchain.right_library(chapter.chapter);
    std::vector<std::string> words = around.host(host, chapter.built.file);
    if (fs::exists(right)) { // or no function can be asked alone
        append(words, {":::"});
        append(words, around.host(host, right));
    }
    return words;
}

/// What the judge itself may take, whatever a student's answers make it do. A step takes it a
/// second at most, most of it the search for mistakes, and the hosts have limits of their own.
RunOptions limits_of_judge(std::size_t steps, std::chrono::seconds of_a_step)
{
    RunOptions limits;
    limits.cpu_limit = std::chrono::seconds(60) + steps * std::chrono::seconds(5);
    limits.wall_limit = std::chrono::seconds(120) + steps * 4 * of_a_step;
    return limits;
}

/// Fills in the verdicts that the judge has printed.
void read_verdicts(const std::string& printed, const Toolchain& toolchain, ChapterVerdict& chapter,
                   std::vector<std::string>& pending)
{
    const auto step_of = steps_in_interface(toolchain.interface_of(chapter.chapter));
    std::istringstream lines(printed);
    for (std::string text; std::getline(lines, text);) {
        const json line = parse_json_or_null(text);
        if (line.is_null()) {
            continue; // the judge was killed while writing it
        }
        for (Verdict& verdict : chapter.steps) {
            if (verdict.step.number == line.at("step").get<std::string>()) {
                read_verdict(line, step_of, verdict);
                pending.erase(std::remove(pending.begin(), pending.end(), verdict.step.number),
                              pending.end());
            }
        }
    }
}

} // namespace

std::vector<std::string> Surroundings::host(const fs::path& program, const fs::path& library) const
{
    if (sandbox_ != nullptr) {
        return sandbox_->host(program, library);
    }
    std::vector<std::string> command = prefix_;
    append(command, {program.string(), library.string()});
    return command;
}

JudgeCommand::JudgeCommand(const Toolchain& toolchain, const ChapterVerdict& chapter,
                           const Surroundings& around)
    : judge(toolchain.judge_of(chapter.chapter)), options{"--seed", std::to_string(chapter.seed)},
      hosts(commands_of_hosts(toolchain, chapter, around))
{
    const fs::path texts = toolchain.searched_texts(chapter.chapter);
    if (fs::exists(toolchain.searcher()) && fs::exists(texts)) {
        append(options, {"--search", toolchain.searcher().string(), "--texts", texts.string()});
    }
    if (around.wraps()) {
        append(options, {"--wrapped"});
    }
}

std::vector<std::string> JudgeCommand::for_steps(const std::vector<std::string>& numbers) const
{
    std::vector<std::string> command{judge.string(), "--steps", boost::join(numbers, ",")};
    append(command, options);
    append(command, {"--"});
    append(command, hosts);
    return command;
}

void run_judge(const JudgeCommand& command, const Toolchain& toolchain, ChapterVerdict& chapter)
{
    std::vector<std::string> pending;
    for (Verdict& verdict : chapter.steps) {
        verdict.status = Status::crashed;
        verdict.detail = "the judge did not come to this step";
        pending.push_back(verdict.step.number);
    }
    std::string tried;
    while (!pending.empty()) {
        const Finished finished = run(command.for_steps(pending),
                                      limits_of_judge(pending.size(), command.seconds_of_a_step));
        read_verdicts(finished.out, toolchain, chapter, pending);
        const bool late = finished.timed_out || finished.status == 128 + SIGXCPU;
        if (!late && finished.status < 128) {
            if (finished.status != 0 && finished.out.empty()) {
                throw UserError(fmt::format("the judge of chapter {} failed: {}",
                                            chapter.chapter.number, finished.err));
            }
            return;
        }
        if (pending.empty()) {
            return;
        }
        if (!late && tried != pending.front()) {
            tried = pending.front();
            continue;
        }
        for (Verdict& verdict : chapter.steps) {
            if (verdict.step.number == pending.front()) {
                verdict.detail =
                    late ? "the judge itself took too long over these answers"
                         : "the judge itself ended in this step, twice: that is a fault of the "
                           "workbook, which its authors would like to hear of";
            }
        }
        pending.erase(pending.begin());
    }
}

} // namespace workbook
