#include "verbs/verbs.hpp"

#include "build/targets.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace workbook {

int go_to_workshop(const Workspace& workspace, const std::string& verb,
                   const std::vector<std::string>& words)
{
    const auto program = this_program().parent_path() / "workbook_workshop";
    const bool asks_for_help =
        !words.empty() && (words.front() == "--help" || words.front() == "-h");
    if (!asks_for_help) {
        const Toolchain toolchain(workspace);
        build_targets(workspace, toolchain, {"workbook_workshop"});
    } else if (std::error_code error; !std::filesystem::exists(program, error)) {
        // Help builds nothing.
        fmt::print("./workbook {} is not built yet: its first call builds it.\n"
                   "README.md shows what it does{}.\n",
                   verb, verb == "grade" ? ", docs/pages/grading.md all of its options" : "");
        return 0;
    }
    std::vector<std::string> command{program.string(),           "--root",
                                     workspace.root().string(),  "--build",
                                     workspace.build().string(), verb};
    command.insert(command.end(), words.begin(), words.end());
    std::vector<char*> arguments;
    for (std::string& word : command) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    ::execv(program.c_str(), arguments.data());
    throw UserError(fmt::format("{} does not start: {}", shown(program), std::strerror(errno)));
}

} // namespace workbook
