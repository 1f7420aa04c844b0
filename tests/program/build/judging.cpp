#include "build/judging.hpp"

#include "build/half_built.hpp"
#include "build/judge_call.hpp"
#include "build/origin.hpp"
#include "build/sandbox.hpp"
#include "build/words.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <functional>

#include <unistd.h>

namespace workbook {

namespace {

constexpr std::array<const char*, 6> status_names{"right",   "wrong",   "todo",
                                                  "crashed", "timeout", "not_built"};

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
/// slowly for it. What it makes is read inside the sandbox (nullptr: without one).
void find_lines(ChapterVerdict& chapter, const std::function<Built()>& traced,
                const Sandbox* sandbox)
{
    std::optional<Built> built;
    const auto inside = [&](const std::vector<std::string>& command) {
        return sandbox != nullptr ? sandbox->read(command, built->file.parent_path()) : command;
    };
    for (Verdict& verdict : chapter.steps) {
        for (Finding& finding : verdict.findings) {
            if (finding.trace.empty()) {
                continue;
            }
            built = built ? built : traced();
            if (!built->failure) {
                finding.line = line_of_origin(built->file, chapter.source, finding.trace, inside);
            }
        }
    }
}

/// What the steps say of functions that were left out because they do not compile: they ended as if
/// they were not written yet.
void say_left_out(ChapterVerdict& chapter, const std::vector<LeftOut>& left_out)
{
    for (Verdict& verdict : chapter.steps) {
        const std::string missing = verdict.status == Status::todo ? verdict.detail : "";
        const auto left = std::find_if(left_out.begin(), left_out.end(),
                                       [&](const LeftOut& each) { return each.step == missing; });
        if (missing.empty() || left == left_out.end()) {
            continue;
        }
        verdict.status = Status::not_built;
        verdict.left_out = true;
        verdict.detail =
            missing == verdict.step.number
                ? fmt::format("{} does not compile, and the rest was judged without it:\n{}",
                              left->function, left->message)
                : fmt::format("needs {} of step {}, which does not compile", left->function,
                              missing);
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
    const auto build = [&](const std::filesystem::path& source, Product product) {
        return build_submission(workspace, toolchain, chapter, source, product, request.sandbox);
    };
    const HalfBuilt half = build_what_compiles(
        request.source, workspace.build(), toolchain.interface_of(chapter),
        [&](const std::filesystem::path& source) { return build(source, Product::library); });
    result.built = half.built;
    if (!say_not_built(result)) {
        const Surroundings around(request.sandbox, request.sandbox != nullptr
                                                       ? std::vector<std::string>{}
                                                       : own_processes().prefix);
        JudgeCommand command(toolchain, result, around);
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
        find_lines(result, [&] { return build(half.source, Product::traced); }, request.sandbox);
        say_left_out(result, half.left_out);
    }
    result.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

ChapterVerdict judge_stranger(const Toolchain& toolchain, const Chapter& chapter,
                              const Catalogue& catalogue, const StrangerRequest& request)
{
    ChapterVerdict result = unjudged(chapter, catalogue, request.steps);
    result.source = request.source;
    result.seed = request.seed;
    const auto build = [&](const std::filesystem::path& source, Product product) {
        return build_stranger(toolchain, chapter, source, request.programs, product,
                              request.sandbox);
    };
    const HalfBuilt half = build_what_compiles(
        request.source, request.source.parent_path(), toolchain.interface_of(chapter),
        [&](const std::filesystem::path& source) { return build(source, Product::library); });
    result.built = half.built;
    if (!say_not_built(result)) {
        const Surroundings around(request.sandbox, {});
        JudgeCommand command(toolchain, result, around);
        if (request.sandbox == nullptr && ::geteuid() == 0) {
            // Even without a sandbox, the student's code must not run as root.
            append(command.options, {"--user", std::to_string(nobody)});
        }
        run_judge(command, toolchain, result);
        find_lines(result, [&] { return build(half.source, Product::traced); }, request.sandbox);
        say_left_out(result, half.left_out);
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
