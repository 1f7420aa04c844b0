#include "verbs/verbs.hpp"

#include "build/parallel.hpp"
#include "common/system/user_error.hpp"
#include "course/state.hpp"
#include "terminal/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace workbook {

namespace fs = std::filesystem;

std::uint64_t fresh_seed()
{
    // Few digits: a student may have to type it.
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

/// A step that is wrong is asked the same inputs until it is right; then come new ones.
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

} // namespace

int check(const Workspace& workspace, const CheckOptions& options)
{
    const Selection selection = select(workspace, options.what);
    const Toolchain toolchain(workspace);
    std::vector<Chapter> chapters;
    std::vector<std::string> targets;
    for (const Chapter& chapter : workspace.chapters()) {
        if (selection.count(chapter.folder) > 0) {
            chapters.push_back(chapter);
            targets.push_back(chapter.folder + "_judge");
            for (const std::string& target : toolchain.targets(chapter, Product::host)) {
                targets.push_back(target);
            }
        }
    }
    build_targets(workspace, toolchain, targets);

    std::vector<ChapterVerdict> verdicts(chapters.size());
    for_each_in_parallel("checking", chapters.size(), [&](std::size_t i) {
        const Chapter& chapter = chapters[i];
        JudgeRequest request;
        request.source = source_for(workspace, chapter, options);
        request.steps = selection.at(chapter.folder);
        request.seed = seed_for(workspace, chapter, options);
        verdicts[i] =
            judge(workspace, toolchain, chapter, catalogue_of(toolchain, chapter), request);
    });

    if (is_lab(options)) {
        for (const ChapterVerdict& verdict : verdicts) {
            save_state(workspace, verdict);
        }
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
    const bool all_right = std::all_of(verdicts.begin(), verdicts.end(),
                                       [](const auto& verdict) { return verdict.all_right(); });
    return all_right ? 0 : 1;
}

} // namespace workbook
