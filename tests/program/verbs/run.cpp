#include "verbs/verbs.hpp"

#include "build/builder.hpp"
#include "build/digest.hpp"
#include "build/targets.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "terminal/terminal.hpp"
#include "verbs/state.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

namespace workbook {

namespace {

/// Says which steps are not right, since what the tables and figures show rests on them. A lab that
/// has changed since it was judged is judged first.
void say_what_is_not_right(const Workspace& workspace, const Toolchain& toolchain,
                           const Chapter& chapter, const std::filesystem::path& source)
{
    ChapterState state = load_state(workspace, chapter);
    build_targets(workspace, toolchain, toolchain.judging_targets(chapter));
    const Catalogue catalogue = catalogue_of(toolchain, chapter);
    if (state.digest != digest(read_file(source)) || state.status.size() < catalogue.steps.size()) {
        build_targets(workspace, toolchain, toolchain.alone_targets(chapter));
        JudgeRequest request;
        request.source = source;
        request.seed = fresh_seed();
        save_state(workspace, judge(workspace, toolchain, chapter, catalogue, request));
        state = load_state(workspace, chapter);
    }
    std::vector<std::string> not_right;
    for (const Step& step : catalogue.steps) {
        const std::string& status = state.status[step.number];
        if (status != "right") {
            not_right.push_back(fmt::format("{} {} ({})", step.number, step.name,
                                            status == "todo" ? "to do" : status));
        }
    }
    if (!not_right.empty()) {
        fmt::print(
            stderr, "{}",
            wrapped("not right, so nothing that rests on it is: " + boost::join(not_right, ", "),
                    0));
    }
}

/// Throws UserError if a file was not built.
void throw_failure(const Built& built)
{
    if (built.failure) {
        throw UserError(built.failure->message,
                        built.failure->full_text.empty()
                            ? ""
                            : "all that the compiler said: " + shown(built.failure->full_text));
    }
}

/// The student's functions of the chapters that this one uses take the place of the worked ones.
void use_own(const Workspace& workspace, Toolchain& toolchain, const Chapter& chapter)
{
    for (const std::string& folder : toolchain.uses(chapter)) {
        const Chapter& other = workspace.chapter(folder);
        const Built part = build_submission(workspace, toolchain, other,
                                            source_for(workspace, other, {}), Product::part);
        throw_failure(part);
        toolchain.use(chapter, other, part.program);
    }
}

} // namespace

int run_chapter(const Workspace& workspace, const RunChapterOptions& options)
{
    const Chapter& chapter = workspace.chapter(options.chapter);
    Toolchain toolchain(workspace);
    build_targets(workspace, toolchain, toolchain.targets(chapter, Product::lab));
    if (options.own) {
        use_own(workspace, toolchain, chapter);
    }
    CheckOptions which;
    which.solutions = options.solutions;
    const auto source = source_for(workspace, chapter, which);
    const Built built = build_submission(workspace, toolchain, chapter, source, Product::lab);
    throw_failure(built);
    if (!options.solutions) {
        say_what_is_not_right(workspace, toolchain, chapter, source);
    }
    std::vector<std::string> command{built.program.string()};
    command.insert(command.end(), options.words.begin(), options.words.end());
    return run_here(command);
}

} // namespace workbook
