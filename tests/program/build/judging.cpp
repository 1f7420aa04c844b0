#include "build/judging.hpp"

#include "build/half_built.hpp"
#include "build/judge_call.hpp"
#include "build/origin.hpp"
#include "build/sandbox.hpp"
#include "build/words.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>

#include <unistd.h>

namespace workbook {

namespace {

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

} // namespace

bool ChapterVerdict::all_right() const
{
    return std::all_of(steps.begin(), steps.end(),
                       [](const Verdict& verdict) { return verdict.status == Status::right; });
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
        for (Verdict& verdict : result.steps) {
            say_left_out(verdict, half.left_out);
        }
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
        for (Verdict& verdict : result.steps) {
            say_left_out(verdict, half.left_out);
        }
    }
    return result;
}

std::string warnings_of(const ChapterVerdict& chapter, const Verdict& verdict)
{
    return warnings_in(chapter.built.warnings, verdict.functions, chapter.source.string(),
                       text_if_there(chapter.source));
}

} // namespace workbook
