#include "common/program.hpp"

#include "common/files.hpp"

#include <boost/process/args.hpp>
#include <boost/process/child.hpp>
#include <boost/process/env.hpp>
#include <boost/process/io.hpp>
#include <boost/process/search_path.hpp>
#include <boost/process/start_dir.hpp>

#include <fmt/format.h>

namespace workbook {

namespace process = boost::process;

void run_program(const std::string& name, const std::string& package,
                 const std::vector<std::string>& arguments, const std::filesystem::path& folder)
{
    const auto program = process::search_path(name);
    if (program.empty())
        throw OutputError(fmt::format(
            "{} is not installed, and it draws the figures: apt-get install {}", name, package));
    // What it says goes to a file: a pipe would have to be emptied while it runs.
    const auto said = folder / "said.txt";
    int status = 0;
    try {
        process::child child(program, process::args(arguments),
                             process::start_dir(folder.string()),
                             process::env["LC_ALL"] = "C.UTF-8", process::std_in < process::null,
                             (process::std_out & process::std_err) > said.string());
        child.wait();
        status = child.exit_code();
    } catch (const process::process_error& error) {
        throw OutputError(fmt::format("cannot run {}: {}", program.string(), error.what()));
    }
    if (status == 0)
        return;
    std::string words = read_file(said);
    while (!words.empty() && (words.back() == '\n' || words.back() == ' '))
        words.pop_back();
    throw OutputError(fmt::format("{} failed with status {}{}{}", name, status,
                                  words.empty() ? "" : ":\n", words));
}

} // namespace workbook
