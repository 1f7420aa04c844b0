#include "verbs/verbs.hpp"

#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "course/packages.hpp"
#include "terminal/terminal.hpp"

#include <fmt/format.h>

#include <fstream>

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
    std::string missing;
    for (const Package& package : packages(workspace.root())) {
        line(package.is_there, package.name,
             package.why + (package.group == "core" ? "" : " (" + package.group + ")"));
        missing += package.is_there ? "" : " " + package.name;
    }
    const bool can_write = writable(workspace.root()) && writable(workspace.build());
    line(can_write, "write access", shown(workspace.build()));
    std::error_code error;
    const auto space = std::filesystem::space(workspace.build(), error);
    const bool room = error || space.available > (1ULL << 30);
    line(room, "room on the disk",
         error ? "unknown" : fmt::format("{} MB free, 1 GB is needed", space.available >> 20));
    if (!missing.empty()) {
        const bool debian = !find_program("apt-get").empty();
        fmt::print("\n{}\n  {}{}{}\n",
                   debian ? "This installs what is missing:"
                          : "These Debian packages (or what your system calls "
                            "them) are missing:",
                   debian ? (::geteuid() == 0 ? "apt-get install" : "sudo apt-get install") : "",
                   missing, "");
    }
    return missing.empty() && can_write && room ? 0 : 1;
}

} // namespace workbook
