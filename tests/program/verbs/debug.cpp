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

bool shows_entries()
{
    static const bool has_python =
        run({"gdb", "--configuration"}).out.find("--with-python") != std::string::npos;
    return has_python;
}

/// What gdb is told before it runs the call: to stop in the student's function, and to show a
/// Vector as its entries. A gdb that was built without Python shows the internals of xtensor
/// instead.
std::string setup_of_gdb(const Workspace& workspace, const Chapter& chapter,
                         const std::filesystem::path& source, const Verdict& wrong)
{
    std::string setup = "set debuginfod enabled off\nset confirm off\n";
    if (shows_entries()) {
        setup += fmt::format("set print address off\nsource {}\n",
                             (workspace.root() / "tests/program/verbs/gdb_setup.py").string());
    }
    if (!wrong.findings.empty()) {
        // In the student's file, a library that is loaded later: the program has a function of the
        // same name.
        setup +=
            fmt::format("set breakpoint pending on\nbreak -source {} -function {}::{}\n",
                        source.filename().string(), chapter.name, wrong.findings.front().function);
    }
    if (wrong.status == Status::crashed) {
        setup += "catch throw\n"; // stop where it is thrown
    }
    return setup;
}

/// A link in place of an older one.
void link_to(const std::filesystem::path& file, const std::filesystem::path& link)
{
    std::filesystem::remove(link);
    std::filesystem::create_symlink(file, link);
}

} // namespace

// Judges the step with the inputs of the last failure, keeps the bytes of the call that
// failed, and lets gdb replay that call in a library built for debugging. A function that was wrong
// alone is replayed alone: with the answers that it got from the others then.
int debug(const Workspace& workspace, const std::string& number, const DebugOptions& options)
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
        return options.prepare ? 1 : 0; // an editor must not start its debugger
    }
    if (result.status == Status::todo) {
        throw UserError(fmt::format("step {}: {}", step, summary(result)));
    }
    if (!std::filesystem::exists(call) || std::filesystem::file_size(call) == 0) {
        throw UserError(fmt::format("step {}: {}", step, summary(result)),
                        "your code ends before a function is called, so gdb has no call to show");
    }
    const Built built =
        build_submission(workspace, toolchain, chapter, request.source, Product::debug);
    if (built.failure) {
        throw UserError(built.failure->message);
    }
    // .vscode/launch.json names these files.
    const std::filesystem::path folder = workspace.build() / "debug";
    make_folder(folder);
    write_file(folder / "setup.gdb", setup_of_gdb(workspace, chapter, request.source, result));
    link_to(toolchain.host_of(chapter), folder / "host");
    link_to(built.file, folder / "lab.so");
    link_to(call, folder / "wrong.call");
    fmt::print("{}\n", summary(result));
    if (!result.findings.empty() && result.findings.front().alone) {
        fmt::print("{} is asked alone: what it calls of earlier steps is answered for, rightly\n",
                   result.findings.front().function);
    }
    if (options.prepare) {
        return 0;
    }
    fmt::print("gdb stops where your code gets these inputs; next, step, print x, info locals, "
               "quit\n{}",
               shows_entries() ? "an entry: print $at(x, 0)\n" : "");
    std::fflush(stdout);
    return run_here({"gdb", "--quiet", "-x", (folder / "setup.gdb").string(), "-ex", "run",
                     "--args", toolchain.host_of(chapter).string(), built.file.string(),
                     call.string()});
}

} // namespace workbook
