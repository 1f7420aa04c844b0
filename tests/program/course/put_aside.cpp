#include "course/put_aside.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <ctime>

#include <fcntl.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// Renames without ever replacing a file, even one that is being created at this moment. If the
/// file system cannot guarantee that, checks before renaming.
bool renamed(const fs::path& from, const fs::path& to, std::error_code& error)
{
    error.clear();
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    error = {errno, std::generic_category()};
    if (error != std::errc::invalid_argument) {
        return false;
    }
    if (fs::exists(fs::symlink_status(to))) {
        error = std::make_error_code(std::errc::file_exists);
    } else {
        fs::rename(from, to, error);
    }
    return !error;
}

} // namespace

fs::path put_aside(const fs::path& file)
{
    const std::string base =
        fmt::format("{}.{:%Y-%m-%dT%H-%M-%S}", file.string(), fmt::localtime(std::time(nullptr)));
    fs::path name = base + ".bak";
    std::error_code error;
    for (int i = 2; !renamed(file, name, error) && error == std::errc::file_exists; ++i) {
        name = fmt::format("{}-{}.bak", base, i);
    }
    if (error) {
        throw UserError(
            fmt::format("cannot keep {} as {}: {}", shown(file), shown(name), error.message()),
            "nothing was changed");
    }
    return name;
}

} // namespace workbook
