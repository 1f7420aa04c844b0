#include "verbs/verbs.hpp"

#include "build/judging.hpp"
#include "build/targets.hpp"
#include "build/words.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "course/packages.hpp"
#include "verbs/state.hpp"

#include <fmt/format.h>

namespace workbook {

namespace {

/// Makes gdb show a Vector as its entries. A gdb that was built without Python shows the internals
/// of xtensor instead.
std::vector<std::string> setup_of_gdb(const Workspace& workspace)
{
    if (run({"gdb", "--configuration"}).out.find("--with-python") == std::string::npos) {
        return {};
    }
    const auto setup = workspace.root() / "tests/program/verbs/gdb_setup.py";
    return {"-ex", "set print address off", "-x", setup.string()};
}

} // namespace

// Judges the step with the inputs of the last failure, keeps the bytes of the call that
// failed, and lets gdb replay that call in a library built for debugging. A function that was wrong
// alone is replayed alone: with the answers that it got from the others then.
int debug(const Workspace& workspace, const std::string& number, const CheckOptions& options)
{
    const auto dot = number.find('.');
    const Chapter& chapter = workspace.chapter(number.substr(0, dot));
    if (dot == std::string::npos) {
        throw UserError("which step?",
                        fmt::format("like this: ./workbook debug {}.1", chapter.number), 2);
    }
    const std::string step = fmt::format("{}.{}", chapter.number, number.substr(dot + 1));
    if (find_program("gdb").empty()) {
        throw UserError("gdb, the debugger, is not installed",
                        how_to_install(workspace.root(), {"gdb"}));
    }
    const Toolchain toolchain(workspace);
    std::vector<std::string> targets = toolchain.judging_targets(chapter);
    append(targets, toolchain.alone_targets(chapter));
    build_targets(workspace, toolchain, targets);

    JudgeRequest request;
    request.source = source_for(workspace, chapter, options);
    request.steps = {step};
    const ChapterState state = load_state(workspace, chapter);
    request.seed = options.seed.value_or(state.has_failure() ? state.seed : fresh_seed());
    request.record = workspace.build() / "state" / "calls";
    make_folder(request.record);
    const std::filesystem::path call = request.record / (step + ".call");
    std::filesystem::remove(call); // of an earlier failure
    const Catalogue catalogue = catalogue_of(toolchain, chapter);
    const ChapterVerdict verdict = judge(workspace, toolchain, chapter, catalogue, request);
    if (verdict.built.failure) {
        throw UserError(verdict.built.failure->message);
    }
    const Verdict& result = verdict.steps.front();
    if (result.status == Status::right) {
        fmt::print("step {} is right: there is nothing to debug\n", step);
        return 0;
    }
    if (result.status == Status::todo) {
        throw UserError(fmt::format("step {}: {}", step, summary(verdict, result)));
    }
    if (!std::filesystem::exists(call) || std::filesystem::file_size(call) == 0) {
        throw UserError(fmt::format("step {}: {}", step, summary(verdict, result)),
                        "your code ends before a function is called, so gdb has no call to show");
    }
    const Built built =
        build_submission(workspace, toolchain, chapter, request.source, Product::debug);
    if (built.failure) {
        throw UserError(built.failure->message);
    }
    const std::string function = result.findings.empty() ? "" : result.findings.front().function;
    const auto setup = setup_of_gdb(workspace);
    fmt::print("{}\n", summary(verdict, result));
    if (!result.findings.empty() && result.findings.front().alone) {
        fmt::print("{} is asked alone: what it calls of earlier steps is answered for, rightly\n",
                   function);
    }
    fmt::print("gdb stops where your code gets these inputs; next, step, print x, info locals, "
               "quit\n{}",
               setup.empty() ? "" : "an entry: print $at(x, 0)\n");
    std::fflush(stdout);
    std::vector<std::string> command{"gdb", "--quiet",        "-ex", "set debuginfod enabled off",
                                     "-ex", "set confirm off"};
    append(command, setup);
    if (!function.empty()) {
        // In the student's file, a library that is loaded later: the program has a function of the
        // same name.
        append(command, {"-ex", "set breakpoint pending on", "-ex",
                         fmt::format("break -source {} -function {}::{}",
                                     request.source.filename().string(), chapter.name, function)});
    }
    if (result.status == Status::crashed) {
        append(command, {"-ex", "catch throw"}); // stop where it is thrown
    }
    append(command, {"-ex", "run", "--args", toolchain.host_of(chapter).string(),
                     built.file.string(), call.string()});
    return run_here(command);
}

} // namespace workbook
