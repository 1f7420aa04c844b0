#include "build/judging.hpp"

#include "build/sandbox.hpp"
#include "build/verdict_json.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <sstream>

#include <unistd.h>

namespace workbook {
namespace {

using json = nlohmann::json;

constexpr std::array<const char*, 6> status_names{"right",   "wrong",   "todo",
                                                  "crashed", "timeout", "not_built"};

void read_line(const json& line, Verdict& verdict)
{
    verdict.status = status_from(line.at("status"));
    verdict.detail = line.at("interruption");
    verdict.printed = line.at("printed");
    verdict.seconds = line.at("seconds");
    line.at("findings").get_to(verdict.findings);
    line.at("mistakes").get_to(verdict.mistakes);
}

/// The judge's command line without the host, which must come last.
std::vector<std::string> judge_command(const Toolchain& toolchain, const ChapterVerdict& chapter)
{
    std::vector<std::string> numbers;
    for (const Verdict& verdict : chapter.steps) {
        numbers.push_back(verdict.step.number);
    }
    return {toolchain.judge_of(chapter.chapter).string(), "--seed", std::to_string(chapter.seed),
            "--steps", boost::join(numbers, ",")};
}

/// Runs the judge and fills in the verdicts; a step that it did not reach is "crashed".
void run_judge(const std::vector<std::string>& command, ChapterVerdict& chapter)
{
    for (Verdict& verdict : chapter.steps) {
        verdict.status = Status::crashed;
        verdict.detail = "the judge did not come to this step";
    }
    const Finished finished = run(command);

    std::istringstream lines(finished.out);
    for (std::string text; std::getline(lines, text);) {
        const json line = json::parse(text, nullptr, false);
        if (line.is_discarded()) {
            continue; // the judge was killed while writing it
        }
        for (Verdict& verdict : chapter.steps) {
            if (verdict.step.number == line.at("step").get<std::string>()) {
                read_line(line, verdict);
            }
        }
    }
    // A signal is blamed on the student's code; a nonzero exit status is the judge's own failure.
    if (finished.status != 0 && finished.status < 128 && finished.out.empty()) {
        throw UserError(fmt::format("the judge of chapter {} failed: {}", chapter.chapter.number,
                                    finished.err));
    }
}

/// A verdict without results, on these steps or on all.
ChapterVerdict unjudged(const Chapter& chapter, const Catalogue& catalogue,
                        const std::set<std::string>& steps)
{
    ChapterVerdict result;
    result.chapter = chapter;
    for (const Step& step : catalogue.steps) {
        if (steps.empty() || steps.count(step.number) > 0) {
            result.steps.push_back({step, Status::not_built, {}, {}, "", "", 0});
        }
    }
    return result;
}

/// If building failed, makes every step say why, and returns true.
bool say_not_built(ChapterVerdict& chapter)
{
    if (!chapter.built.failure) {
        return false;
    }
    for (Verdict& verdict : chapter.steps) {
        verdict.detail = chapter.built.failure->message;
    }
    return true;
}

} // namespace

std::string to_string(Status status)
{
    return status_names.at(static_cast<std::size_t>(status));
}

bool ChapterVerdict::all_right() const
{
    return std::all_of(steps.begin(), steps.end(),
                       [](const Verdict& verdict) { return verdict.status == Status::right; });
}

Status status_from(const std::string& name)
{
    const auto found = std::find(status_names.begin(), status_names.end(), name);
    if (found == status_names.end()) {
        throw UserError("there is no verdict that is called " + name);
    }
    return static_cast<Status>(found - status_names.begin());
}

Catalogue catalogue_of(const Toolchain& toolchain, const Chapter& chapter)
{
    const Finished listed = run({toolchain.judge_of(chapter).string(), "--list"});
    if (listed.status != 0) {
        throw UserError(
            fmt::format("the judge of chapter {} does not start: {}", chapter.number, listed.err));
    }
    return read_catalogue(listed.out, chapter);
}

ChapterVerdict judge(const Workspace& workspace, const Toolchain& toolchain, const Chapter& chapter,
                     const Catalogue& catalogue, const JudgeRequest& request)
{
    const auto start = std::chrono::steady_clock::now();
    for (const std::string& number : request.steps) {
        catalogue.step(number); // throws, listing the steps, if this is not one of them
    }
    ChapterVerdict result = unjudged(chapter, catalogue, request.steps);
    result.source = request.source;
    result.seed = request.seed;
    result.built = build_submission(workspace, toolchain, chapter, request.source, Product::host);
    if (!say_not_built(result)) {
        std::vector<std::string> command = judge_command(toolchain, result);
        if (!request.record.empty()) {
            command.insert(command.end(), {"--record", request.record.string()});
        }
        if (request.wall_seconds) {
            command.insert(command.end(), {"--wall", fmt::format("{}", *request.wall_seconds)});
        }
        if (request.cpu_seconds) {
            command.insert(command.end(), {"--cpu", std::to_string(*request.cpu_seconds)});
        }
        command.insert(command.end(), {"--", result.built.program.string()});
        run_judge(command, result);
    }
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

ChapterVerdict judge_stranger(const Toolchain& toolchain, const Chapter& chapter,
                              const Catalogue& catalogue, const StrangerRequest& request)
{
    ChapterVerdict result = unjudged(chapter, catalogue, {});
    result.source = request.source;
    result.seed = request.seed;
    result.built =
        build_stranger(toolchain, chapter, request.source, request.programs, request.sandbox);
    if (!say_not_built(result)) {
        std::vector<std::string> command = judge_command(toolchain, result);
        if (request.sandbox == nullptr) {
            // Even without a sandbox, the student's code must not run as root.
            if (::geteuid() == 0) {
                command.insert(command.end(), {"--user", std::to_string(nobody)});
            }
            command.insert(command.end(), {"--", result.built.program.string()});
        } else {
            command.insert(command.end(), {"--wrapped", "--"});
            const auto host = request.sandbox->host(result.built.program);
            command.insert(command.end(), host.begin(), host.end());
        }
        run_judge(command, result);
    }
    return result;
}

std::string summary(const ChapterVerdict& chapter, const Verdict& verdict)
{
    std::string text;
    switch (verdict.status) {
    case Status::right: return "";
    case Status::todo:
        return verdict.detail == verdict.step.number
                   ? "not written yet"
                   : fmt::format("needs step {}, which is not written yet", verdict.detail);
    case Status::not_built:
        return chapter.built.failure ? chapter.built.failure->message : verdict.detail;
    case Status::timeout:
    case Status::crashed:
    case Status::wrong: text = verdict.detail; break;
    }
    if (!verdict.findings.empty()) {
        const Finding& first = verdict.findings.front();
        text += text.empty() ? "" : "; ";
        text += fmt::format("{} {} at {}", first.function,
                            first.got.empty() ? "was asked" : "is wrong", first.where);
        text += first.place.empty() ? "" : fmt::format(", {}", first.place);
        text += first.expected.empty() ? "" : fmt::format(": expected {}", first.expected);
        text += first.got.empty()
                    ? ""
                    : fmt::format("{} got {}", first.expected.empty() ? ":" : ",", first.got);
        text += first.note.empty() ? "" : fmt::format(" ({})", first.note);
    }
    for (const NamedMistake& mistake : verdict.mistakes) {
        text += ". " + mistake.message;
    }
    return text;
}

} // namespace workbook
