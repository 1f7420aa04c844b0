#include "verbs/verbs.hpp"

#include "common/system/files.hpp"
#include "course/packages.hpp"
#include "terminal/terminal.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <unistd.h>

namespace workbook {
namespace {

bool writable(const std::filesystem::path& folder)
{
    return ::access(folder.c_str(), W_OK) == 0;
}

void line(bool good, const std::string& what, const std::string& detail)
{
    fmt::print("{} {:<26} {}\n", good ? styled("✓", Style::good) : styled("✗", Style::bad), what,
               detail);
}

} // namespace

int doctor(const Workspace& workspace)
{
    const std::vector<Package> all = packages(workspace.root());
    for (const Package& package : all) {
        line(package.is_there, package.name,
             package.why + (package.group == "core" ? "" : " (" + package.group + ")"));
    }
    const bool can_write = writable(workspace.root()) && writable(workspace.build());
    line(can_write, "write access", shown(workspace.build()));
    std::error_code error;
    const auto space = std::filesystem::space(workspace.build(), error);
    const bool room = error || space.available > (1ULL << 30);
    line(room, "room on the disk",
         error ? "unknown" : fmt::format("{} MB free, 1 GB is needed", space.available >> 20));
    const std::vector<std::string> missing = missing_packages(all);
    const std::string command = how_to_install(workspace.root(), missing);
    if (!missing.empty()) {
        fmt::print("\n{}\n  {}\n",
                   command.empty() ? "These packages (or what your system calls them) are missing:"
                                   : "This installs what is missing:",
                   command.empty() ? boost::join(missing, " ") : command);
    }
    return missing.empty() && can_write && room ? 0 : 1;
}

} // namespace workbook
