#include "build/targets.hpp"

#include "build/background.hpp"
#include "build/file_lock.hpp"
#include "common/system/files.hpp"
#include "common/system/pattern.hpp"
#include "common/system/user_error.hpp"
#include "terminal/terminal.hpp"

#include <boost/algorithm/string/erase.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// The errors of compiler, linker and CMake, one per line, without the workbook's folder.
std::string errors_in(const Workspace& workspace, const std::string& log)
{
    constexpr std::size_t most = 10;
    std::string errors;
    std::size_t count = 0;
    std::istringstream lines(log);
    for (std::string line; std::getline(lines, line) && count < most;) {
        const auto place = line.find("error: ");
        if (place == std::string::npos && line.find("undefined reference") == std::string::npos) {
            continue;
        }
        boost::erase_all(line, (workspace.root() / "").string());
        // The text of one of our own static_asserts says more than all other errors.
        if (line.find("static assertion failed: ") != std::string::npos) {
            return "  " + line;
        }
        errors += (errors.empty() ? "  " : "\n  ") + line;
        ++count;
    }
    return errors;
}

/// If the judge failed to link because a function has no stub: which function, and where to list
/// it. "" if the log is about something else.
std::string missing_in_functions(const Workspace& workspace, const std::string& log)
{
    static const Pattern undefined(R"(undefined reference to .(\w+)::(\w+)\()");
    const auto match = undefined.first_in(log);
    if (!match) {
        return "";
    }
    for (const Chapter& chapter : workspace.chapters()) {
        if (chapter.name == (*match)[1]) {
            return fmt::format("the steps or mistakes of chapter {} call {}, which "
                               "tests/{}/functions.hpp does not list",
                               chapter.number, (*match)[2], chapter.folder);
        }
    }
    return "";
}

/// What these targets are, for people who wait: "building the judge of chapter 3".
std::string what_is_built(const Workspace& workspace, const std::vector<std::string>& targets)
{
    const auto builds = [&](const std::string& target) {
        return std::find(targets.begin(), targets.end(), target) != targets.end();
    };
    std::string judged;
    for (const Chapter& chapter : workspace.chapters()) {
        if (builds(chapter.folder + "_judge")) {
            judged += fmt::format("{}{}", judged.empty() ? "" : ", ", chapter.number);
        }
    }
    if (!judged.empty()) {
        const bool several = judged.find(',') != std::string::npos;
        return (several ? "building the judges of chapters " : "building the judge of chapter ") +
               judged;
    }
    return builds("workbook_workshop") ? "building the workshop" : "building";
}

} // namespace

void build_targets(const Workspace& workspace, const Toolchain& toolchain,
                   const std::vector<std::string>& targets)
{
    const FileLock lock(workspace.build() / ".lock"); // only one build at a time
    end_background_build(workspace);
    std::vector<std::string> command{toolchain.cmake(), "--build", workspace.build().string(),
                                     "--target"};
    command.insert(command.end(), targets.begin(), targets.end());
    const BuildLog built = run_with_progress(command, what_is_built(workspace, targets));
    if (built.status == 0) {
        return;
    }
    if (const std::string missing = missing_in_functions(workspace, built.text); !missing.empty()) {
        throw UserError(missing, "add it there, with the names of its parameters");
    }
    const fs::path full = workspace.build() / "messages" / "build.txt";
    write_file(full, built.text);
    const std::string errors = errors_in(workspace, built.text);
    throw UserError("a part of the workbook itself did not build:\n" +
                        (errors.empty() ? built.text : errors),
                    fmt::format("all that was said: {}; ./workbook doctor names missing packages",
                                shown(full)));
}

} // namespace workbook
