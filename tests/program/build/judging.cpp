#include "build/judging.hpp"

#include "build/origin.hpp"
#include "build/sandbox.hpp"
#include "build/verdict_json.hpp"
#include "build/words.hpp"
#include "common/system/json.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "course/interface.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <csignal>
#include <functional>
#include <sstream>

#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

using json = nlohmann::json;

constexpr std::array<const char*, 6> status_names{"right",   "wrong",   "todo",
                                                  "crashed", "timeout", "not_built"};

void read_line(const json& line, Verdict& verdict)
{
    verdict.status = status_from(line.at("status"));
    verdict.detail = line.at("interruption");
    verdict.printed = line.at("printed");
    line.at("functions").get_to(verdict.functions);
    verdict.seconds = line.at("seconds");
    line.at("findings").get_to(verdict.findings);
    for (std::size_t i = 0; i < verdict.findings.size(); ++i) {
        line.at("findings").at(i).at("trace").get_to(verdict.findings[i].trace);
        line.at("findings").at(i).at("alone").get_to(verdict.findings[i].alone);
    }
    line.at("mistakes").get_to(verdict.mistakes);
    line.at("waits_for").get_to(verdict.waits_for);
}

/// Whether there is what the judge needs to ask a function alone.
bool can_ask_alone(const Toolchain& toolchain, const ChapterVerdict& chapter)
{
    return fs::exists(chapter.built.library) && fs::exists(toolchain.alone_host(chapter.chapter)) &&
           fs::exists(toolchain.right_host(chapter.chapter));
}

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

    /// The command of a host with the library that it is to load, if there is one.
    std::vector<std::string> host(const fs::path& program, const fs::path& library) const
    {
        if (sandbox_ != nullptr) {
            return sandbox_->host(program, library);
        }
        std::vector<std::string> command = prefix_;
        command.push_back(program.string());
        if (!library.empty()) {
            command.push_back(library.string());
        }
        return command;
    }

private:
    const Sandbox* sandbox_;
    std::vector<std::string> prefix_;
};

/// The commands of the hosts, as the judge takes them.
std::vector<std::string> hosts(const Toolchain& toolchain, const ChapterVerdict& chapter,
                               const Surroundings& around)
{
    std::vector<std::string> words = around.host(chapter.built.program, {});
    if (can_ask_alone(toolchain, chapter)) {
        append(words, {":::"});
        append(words, around.host(toolchain.alone_host(chapter.chapter), chapter.built.library));
        append(words, {":::"});
        append(words, around.host(toolchain.right_host(chapter.chapter), {}));
    }
    return words;
}

/// How the judge is called.
struct JudgeCommand {
    fs::path judge;
    std::vector<std::string> options;
    std::vector<std::string> hosts; ///< must come last
    std::chrono::seconds seconds_of_a_step{10};

    std::vector<std::string> for_steps(const std::vector<std::string>& numbers) const
    {
        std::vector<std::string> command{judge.string(), "--steps", boost::join(numbers, ",")};
        append(command, options);
        append(command, {"--"});
        append(command, hosts);
        return command;
    }
};

std::vector<std::string> judge_options(const Toolchain& toolchain, const ChapterVerdict& chapter)
{
    std::vector<std::string> command{"--seed", std::to_string(chapter.seed)};
    const fs::path texts = toolchain.searched_texts(chapter.chapter);
    if (fs::exists(toolchain.searcher()) && fs::exists(texts)) {
        append(command, {"--search", toolchain.searcher().string(), "--texts", texts.string()});
    }
    return command;
}

/// The judge says which functions a right step waits for; students know them by their steps.
void name_steps(const Toolchain& toolchain, const Chapter& chapter, Verdict& verdict)
{
    if (verdict.waits_for.empty()) {
        return;
    }
    const auto step_of = steps_in_interface(toolchain.interface_of(chapter));
    std::vector<std::string> steps;
    for (const std::string& function : verdict.waits_for) {
        const auto known = step_of.find(function);
        const std::string& name = known == step_of.end() ? function : known->second;
        if (name != verdict.step.number &&
            std::find(steps.begin(), steps.end(), name) == steps.end()) {
            steps.push_back(name);
        }
    }
    verdict.waits_for = steps;
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
    std::istringstream lines(printed);
    for (std::string text; std::getline(lines, text);) {
        const json line = parse_json_or_null(text);
        if (line.is_null()) {
            continue; // the judge was killed while writing it
        }
        for (Verdict& verdict : chapter.steps) {
            if (verdict.step.number == line.at("step").get<std::string>()) {
                read_line(line, verdict);
                name_steps(toolchain, chapter.chapter, verdict);
                pending.erase(std::remove(pending.begin(), pending.end(), verdict.step.number),
                              pending.end());
            }
        }
    }
}

/// Runs the judge and fills in the verdicts. If the judge itself ends in a step, that step is tried
/// once more, since the machine may be at fault, and then given up; a new judge goes on with the
/// next.
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

/// A verdict without results, on these steps or on all.
ChapterVerdict unjudged(const Chapter& chapter, const Catalogue& catalogue,
                        const std::set<std::string>& steps)
{
    ChapterVerdict result;
    result.chapter = chapter;
    for (const Step& step : catalogue.steps) {
        if (steps.empty() || steps.count(step.number) > 0) {
            Verdict& verdict = result.steps.emplace_back();
            verdict.step = step;
            verdict.status = Status::not_built;
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

/// Finds the lines that exceptions and crashes came from, if there are any. `traced` builds the
/// file once more, with line numbers: most files throw nothing, and should not be compiled more
/// slowly for it. `inside` makes a command one that may read what was built.
void find_lines(ChapterVerdict& chapter, const std::function<Built()>& traced,
                const InsideOf& inside)
{
    std::optional<Built> built;
    for (Verdict& verdict : chapter.steps) {
        for (Finding& finding : verdict.findings) {
            if (finding.trace.empty()) {
                continue;
            }
            built = built ? built : traced();
            if (!built->failure) {
                finding.line = line_of_origin(finding.alone ? built->library : built->program,
                                              chapter.source, finding.trace, inside);
            }
        }
    }
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
    result.built = build_submission(workspace, toolchain, chapter, request.source, Product::host,
                                    request.sandbox);
    if (!say_not_built(result)) {
        const Surroundings around(request.sandbox, request.sandbox != nullptr
                                                       ? std::vector<std::string>{}
                                                       : among_its_own_processes());
        JudgeCommand command{toolchain.judge_of(chapter), judge_options(toolchain, result),
                             hosts(toolchain, result, around)};
        if (around.wraps()) {
            append(command.options, {"--wrapped"});
        }
        if (!request.record.empty()) {
            append(command.options, {"--record", request.record.string()});
        }
        if (request.wall_seconds) {
            append(command.options, {"--wall", fmt::format("{}", *request.wall_seconds)});
            command.seconds_of_a_step =
                std::chrono::seconds(static_cast<int>(std::ceil(*request.wall_seconds)));
        }
        if (request.cpu_seconds) {
            append(command.options, {"--cpu", std::to_string(*request.cpu_seconds)});
        }
        run_judge(command, toolchain, result);
        find_lines(
            result,
            [&] {
                return build_submission(workspace, toolchain, chapter, request.source,
                                        Product::traced, request.sandbox);
            },
            [&](const std::vector<std::string>& words) {
                return request.sandbox != nullptr
                           ? request.sandbox->read(words, workspace.build() / "submissions")
                           : words;
            });
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
    const auto build = [&](Product product) {
        return build_stranger(toolchain, chapter, request.source, request.programs, product,
                              request.sandbox);
    };
    result.built = build(Product::host);
    if (!say_not_built(result)) {
        const Surroundings around(request.sandbox, {});
        JudgeCommand command{toolchain.judge_of(chapter), judge_options(toolchain, result),
                             hosts(toolchain, result, around)};
        if (around.wraps()) {
            append(command.options, {"--wrapped"});
        }
        if (request.sandbox == nullptr && ::geteuid() == 0) {
            // Even without a sandbox, the student's code must not run as root.
            append(command.options, {"--user", std::to_string(nobody)});
        }
        run_judge(command, toolchain, result);
        find_lines(
            result, [&] { return build(Product::traced); },
            [&](const std::vector<std::string>& words) {
                return request.sandbox != nullptr ? request.sandbox->read(words, request.programs)
                                                  : words;
            });
    }
    return result;
}

std::string warnings_of(const ChapterVerdict& chapter, const Verdict& verdict)
{
    return warnings_in(chapter.built.warnings, verdict.functions, chapter.source);
}

std::vector<MistakesOfFunction> by_function(const std::vector<NamedMistake>& mistakes)
{
    std::vector<MistakesOfFunction> groups;
    for (const NamedMistake& mistake : mistakes) {
        const std::string function = mistake.id.substr(0, mistake.id.find('.'));
        if (groups.empty() || groups.back().function != function) {
            groups.push_back({function, {}});
        }
        groups.back().mistakes.push_back(mistake);
    }
    return groups;
}

std::string heading(const MistakesOfFunction& mistakes, bool only_function)
{
    return (mistakes.mistakes.size() == 1 ? "The mistake" : "Perhaps") +
           (only_function ? std::string() : " in " + mistakes.function);
}

std::string summary(const ChapterVerdict& chapter, const Verdict& verdict)
{
    std::string text;
    switch (verdict.status) {
    case Status::right:
        return verdict.waits_for.empty() ? "" : "waits for " + boost::join(verdict.waits_for, ", ");
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
        text += first.line == 0 ? "" : fmt::format(" in line {}", first.line);
    }
    for (const NamedMistake& mistake : verdict.mistakes) {
        text += ". " + mistake.message;
    }
    return text;
}

} // namespace workbook
