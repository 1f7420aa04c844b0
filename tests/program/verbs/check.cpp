#include "verbs/verbs.hpp"

#include "build/background.hpp"
#include "build/digest.hpp"
#include "build/file_lock.hpp"
#include "build/parallel.hpp"
#include "build/sandbox.hpp"
#include "build/targets.hpp"
#include "build/words.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/markers.hpp"
#include "course/skeleton.hpp"
#include "terminal/terminal.hpp"
#include "verbs/report.hpp"
#include "verbs/state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <random>

#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

std::uint64_t fresh_seed()
{
    // Few digits, since a student may have to type it.
    return std::random_device{}() % 1'000'000;
}

fs::path source_for(const Workspace& workspace, const Chapter& chapter, const CheckOptions& options)
{
    if (!options.from.empty()) {
        if (!fs::is_directory(options.from)) {
            throw UserError(fmt::format("{} is not a folder", options.from),
                            "--from takes a folder laid out like labs/", 2);
        }
        return workspace.file_of(chapter, options.from);
    }
    return workspace.file_of(chapter, options.solutions ? workspace.solutions() : workspace.labs());
}

namespace {

bool is_lab(const CheckOptions& options)
{
    return !options.solutions && options.from.empty();
}

/// A wrong step is judged on the same inputs until it is right, then on new ones.
std::uint64_t seed_for(const Workspace& workspace, const Chapter& chapter,
                       const CheckOptions& options)
{
    if (options.seed) {
        return *options.seed;
    }
    if (is_lab(options)) {
        const ChapterState state = load_state(workspace, chapter);
        if (state.has_failure()) {
            return state.seed;
        }
    }
    return fresh_seed();
}

/// The verdict on a lab that is still the skeleton: every step is to do. This needs no judge.
ChapterVerdict to_do(const Workspace& workspace, const Chapter& chapter)
{
    ChapterVerdict verdict;
    verdict.chapter = chapter;
    verdict.source = workspace.file_of(chapter, workspace.labs());
    const std::string text = read_file(verdict.source);
    verdict.built.digest = digest(text);
    for (const std::string& number : steps_to_do(text)) {
        Verdict step;
        step.step.number = number;
        step.detail = number;
        verdict.steps.push_back(step);
    }
    return verdict;
}

/// Whether the student only asks what comes next. Then the first chapter that is not begun is
/// enough, and the judges of the others need not be built yet.
bool is_overview(const CheckOptions& options)
{
    return options.what.empty() && is_lab(options) && !options.json;
}

/// On a terminal, builds the judges of the other chapters while the student reads and writes.
void prepare_other_chapters(const Workspace& workspace, const Toolchain& toolchain, bool say_so)
{
    std::vector<std::string> targets;
    for (const Chapter& chapter : workspace.chapters()) {
        if (!fs::exists(toolchain.judge_of(chapter)) ||
            !fs::exists(toolchain.right_library(chapter))) {
            append(targets, toolchain.judging_targets(chapter));
            append(targets, toolchain.alone_targets(chapter));
        }
    }
    if (targets.empty() || ::isatty(STDOUT_FILENO) == 0 || std::getenv("CI") != nullptr) {
        return;
    }
    const FileLock lock(workspace.build() / ".lock");
    build_in_background(workspace, toolchain, targets);
    if (say_so) {
        fmt::print("\n{}\n",
                   styled("The other chapters are being built in the background.", Style::quiet));
    }
}

/// In a container without user namespaces the lab runs among all processes of its user. That is
/// said once: judging is the same.
void say_once_what_is_not_kept_apart(const Workspace& workspace)
{
    const fs::path said = workspace.build() / "state" / "said_what_is_not_kept_apart";
    const std::string& why_not = own_processes().why_not;
    if (why_not.empty() || fs::exists(said)) {
        return;
    }
    fmt::print(stderr, "{}",
               wrapped(why_not +
                           ". So your code is judged without a sandbox, with your rights; its "
                           "limits on time and memory hold all the same. (This is said "
                           "once.)",
                       0));
    write_file(said, "");
}

} // namespace

std::unique_ptr<Sandbox> sandbox_for(const Workspace& workspace, const Toolchain& toolchain,
                                     const CheckOptions& options)
{
    std::error_code ignored;
    const bool own = options.from.empty() ||
                     fs::equivalent(options.from, workspace.labs(), ignored) ||
                     fs::equivalent(options.from, workspace.solutions(), ignored);
    return own || options.unsafe
               ? nullptr
               : std::make_unique<Sandbox>(workspace, toolchain, workspace.build() / "sandbox");
}

int check(const Workspace& workspace, const CheckOptions& options)
{
    const Selection selection = select(workspace, options.what);
    const Toolchain toolchain(workspace);
    std::vector<ChapterVerdict> verdicts;
    std::vector<std::pair<std::size_t, Chapter>> judged; // index of its verdict, chapter
    std::vector<std::string> targets;
    bool met_untouched = false;
    for (const Chapter& chapter : workspace.chapters()) {
        if (selection.count(chapter.folder) == 0) {
            continue;
        }
        const bool untouched = is_overview(options) && is_untouched(workspace, chapter);
        if (!untouched || !met_untouched) {
            judged.emplace_back(verdicts.size(), chapter);
            append(targets, toolchain.judging_targets(chapter));
            // Nothing in a skeleton can be wrong, and a first check should not take long.
            if (!is_lab(options) || !is_untouched(workspace, chapter)) {
                append(targets, toolchain.alone_targets(chapter));
            }
        }
        verdicts.push_back(untouched ? to_do(workspace, chapter) : ChapterVerdict{});
        met_untouched |= untouched;
    }
    build_targets(workspace, toolchain, targets);
    const auto sandbox = sandbox_for(workspace, toolchain, options);

    for_each_in_parallel("checking", judged.size(), [&](std::size_t i) {
        const auto& [place, chapter] = judged[i];
        JudgeRequest request;
        request.source = source_for(workspace, chapter, options);
        request.steps = selection.at(chapter.folder);
        request.seed = seed_for(workspace, chapter, options);
        request.sandbox = sandbox.get();
        verdicts[place] =
            judge(workspace, toolchain, chapter, catalogue_of(toolchain, chapter), request);
    });

    if (is_lab(options)) {
        for (const ChapterVerdict& verdict : verdicts) {
            save_state(workspace, verdict);
        }
    }
    if (options.clear_screen) {
        fmt::print("{}", emptied_screen);
    }
    if (options.json) {
        fmt::print("{}\n", to_json(verdicts));
    } else if (options.what.empty()) {
        fmt::print("{}", overview(workspace, verdicts));
    } else {
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            fmt::print("{}{}", i == 0 ? "" : "\n", chapter_report(workspace, verdicts[i]));
        }
    }
    if (sandbox == nullptr) {
        say_once_what_is_not_kept_apart(workspace);
    }
    if (is_lab(options) && !options.json) {
        prepare_other_chapters(workspace, toolchain, options.what.empty());
    }
    const bool all_right = std::all_of(verdicts.begin(), verdicts.end(),
                                       [](const auto& verdict) { return verdict.all_right(); });
    return all_right ? 0 : 1;
}

} // namespace workbook
