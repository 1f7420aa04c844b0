#include "builder.hpp"

#include "diagnostics.hpp"
#include "files.hpp"
#include "process.hpp"
#include "source_file.hpp"
#include "terminal.hpp"
#include "user_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <vector>

#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// A compiler that runs longer or needs more was sent into an endless template.
constexpr std::chrono::seconds compile_limit{60};
constexpr std::size_t compile_memory = std::size_t{4} << 30;

/// How many built versions of a chapter are kept.
constexpr std::size_t versions_kept = 12;

const char* name_of(Product product)
{
    switch (product) {
    case Product::host:
        return "host";
    case Product::lab:
        return "lab";
    case Product::debug:
        break;
    }
    return "debug";
}

Finished timed(const std::vector<std::string>& command, double& seconds)
{
    RunOptions options;
    options.wall_limit = compile_limit;
    options.memory_limit = compile_memory;
    const auto start = std::chrono::steady_clock::now();
    Finished finished = run(command, options);
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return finished;
}

void forget_old_versions(const fs::path& folder)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> programs;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        programs.emplace_back(fs::last_write_time(entry, error), entry.path());
    }
    std::sort(programs.rbegin(), programs.rend());
    for (std::size_t i = versions_kept; i < programs.size(); ++i) {
        fs::remove(programs[i].second, error);
    }
}

bool is_still(const std::string& text, const fs::path& source)
{
    try {
        return read_file(source) == text;
    } catch (const UserError&) {
        return false;
    }
}

/// The headers in the student's folder: the file may include them, so they count as part of it.
std::string headers_beside(const fs::path& source)
{
    std::string text;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(source.parent_path(), error)) {
        const auto ending = entry.path().extension();
        if ((ending == ".hpp" || ending == ".h") && entry.is_regular_file(error)) {
            text += entry.path().string() + "\n" + read_file(entry.path());
        }
    }
    return text;
}

std::string refusal(const UserError& error)
{
    return error.what() + (error.advice.empty() ? "" : "\n" + error.advice);
}

} // namespace

Built build_submission(const Workspace& workspace, const Toolchain& toolchain,
                       const Chapter& chapter, const fs::path& source, Product product)
{
    Built built;
    std::string text;
    try {
        const bool is_lab = source.lexically_normal().string().find(
                                (workspace.labs() / "").lexically_normal().string()) == 0;
        text = read_source(source, is_lab ? fmt::format("./workbook reset {} makes the skeleton "
                                                        "again and keeps what is there",
                                                        chapter.number)
                                          : std::string{});
    } catch (const UserError& error) {
        built.failure = BuildFailure{refusal(error), {}};
        return built;
    }
    built.digest = digest(text);
    const std::string key = digest(text + headers_beside(source) + toolchain.stamp(chapter, product));
    const fs::path folder = workspace.build() / "submissions" / chapter.folder / name_of(product);
    const fs::path program = folder / key;
    std::error_code ignored;
    if (fs::exists(program)) {
        fs::last_write_time(program, fs::file_time_type::clock::now(), ignored);
        built.program = program;
        return built;
    }

    make_folder(folder);
    const std::string unique = fmt::format("{}.{}", program.string(), ::getpid());
    const fs::path object = unique + ".o";
    const fs::path unnamed = unique + ".tmp";
    const Finished compiled = timed(toolchain.compile(chapter, product, source, object),
                                    built.compile_seconds);
    Finished linked;
    if (compiled.status == 0 && !compiled.timed_out) {
        linked = timed(toolchain.link(chapter, product, object, unnamed), built.link_seconds);
    }
    fs::remove(object, ignored);
    if (!is_still(text, source)) {
        // Saved while the compiler read it: what was built goes with neither text.
        fs::remove(unnamed, ignored);
        return build_submission(workspace, toolchain, chapter, source, product);
    }

    const bool no_object = compiled.status != 0 || compiled.timed_out;
    if (no_object || linked.status != 0 || linked.timed_out) {
        fs::remove(unnamed, ignored);
        const Finished& failed = no_object ? compiled : linked;
        const fs::path full = workspace.build() / "messages" / (chapter.folder + ".txt");
        write_file(full, failed.err + failed.out);
        BuildFailure failure;
        failure.full_text = full;
        failure.message =
            failed.timed_out
                ? fmt::format("{}: the compiler was not done after {} s (an endless template?)",
                              shown(source), compile_limit.count())
                : no_object ? explain_compile_error(failed.err, source, text)
                            : explain_link_error(failed.err, source, chapter.name);
        built.failure = std::move(failure);
        return built;
    }
    built.warnings = first_warnings(compiled.err, source);
    fs::rename(unnamed, program);
    forget_old_versions(folder);
    built.program = program;
    return built;
}

void build_targets(const Workspace& workspace, const Toolchain& toolchain,
                   const std::vector<std::string>& targets)
{
    std::vector<std::string> command{toolchain.cmake(), "--build", workspace.build().string(),
                                     "--target"};
    command.insert(command.end(), targets.begin(), targets.end());
    if (run_with_progress(command, "building") != 0) {
        throw UserError("a part of the workbook itself did not build (see above)",
                        "./workbook doctor names missing packages");
    }
}

} // namespace workbook
