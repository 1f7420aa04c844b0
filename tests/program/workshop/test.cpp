#include "workshop/workshop.hpp"

#include "build/builder.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"

#include <algorithm>
#include <thread>

namespace workbook {

int self_test(const Workspace& workspace, const std::vector<std::string>& ctest_arguments)
{
    if (!std::filesystem::exists(workspace.root() / "tests" / "selftest")) {
        throw UserError("the student edition has no tests of its own",
                        "./workbook check judges your labs", 2);
    }
    const Toolchain toolchain(workspace);
    build_targets(workspace, toolchain, {"everything_tested"});
    std::vector<std::string> command{
        toolchain.ctest(),
        "--test-dir",
        workspace.build().string(),
        "--output-on-failure",
        "--no-tests=error",
        "--parallel",
        std::to_string(std::max(1U, std::thread::hardware_concurrency()))};
    command.insert(command.end(), ctest_arguments.begin(), ctest_arguments.end());
    return run_here(command) == 0 ? 0 : 1;
}

} // namespace workbook
