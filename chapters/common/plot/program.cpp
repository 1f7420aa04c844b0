#include "common/plot/program.hpp"

#include "common/system/process.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

namespace workbook {

void run_program(const std::string& name, const std::string& package,
                 const std::vector<std::string>& arguments, const std::filesystem::path& folder)
{
    if (find_program(name).empty())
        throw UserError(fmt::format("{} is not installed, and it draws the figures", name),
                        fmt::format("on Debian and Ubuntu apt-get install {}; elsewhere ./workbook "
                                    "doctor says what brings it",
                                    package));
    // Decimal points in numbers, whatever the user's locale.
    std::vector<std::string> command{"env", "LC_ALL=C.UTF-8", name};
    command.insert(command.end(), arguments.begin(), arguments.end());
    RunOptions options;
    options.directory = folder;
    const Finished finished = run(command, options);
    if (finished.status == 0)
        return;
    const std::string words = boost::trim_right_copy(finished.out + finished.err);
    throw UserError(fmt::format("{} failed with status {}{}{}", name, finished.status,
                                words.empty() ? "" : ":\n", words));
}

} // namespace workbook
