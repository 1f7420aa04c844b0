#include "common/files.hpp"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include <unistd.h>

#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void cannot_write(const fs::path& path, int error)
{
    const char* advice = "";
    if (error == ENOSPC || error == EDQUOT)
        advice = ": make room, or write elsewhere with --out DIR";
    else if (error == ENOENT || error == EACCES || error == EROFS || error == EPERM
             || error == ENOTDIR)
        advice = ": choose another folder with --out DIR";
    throw CannotWrite(
        fmt::format("cannot write {}: {}{}", path.string(), std::strerror(error), advice));
}

} // namespace

void write_file(const fs::path& path, const std::string& content)
{
    if (path.has_parent_path()) {
        std::error_code failed;
        fs::create_directories(path.parent_path(), failed);
        if (failed)
            cannot_write(path, failed.value());
    }
    const fs::path temporary = path.string() + fmt::format(".{}.part", ::getpid());
    std::FILE* file = std::fopen(temporary.c_str(), "wb");
    if (!file)
        cannot_write(path, errno);
    errno = 0;
    const bool written = std::fwrite(content.data(), 1, content.size(), file) == content.size()
                         && std::fflush(file) == 0;
    int error = errno;
    const bool closed = std::fclose(file) == 0;
    if (written && !closed)
        error = errno;
    if (!written || !closed || std::rename(temporary.c_str(), path.c_str()) != 0) {
        if (written && closed)
            error = errno;
        ::unlink(temporary.c_str());
        cannot_write(path, error);
    }
}

std::string read_file(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    if (file)
        content << file.rdbuf();
    if (!file)
        throw OutputError(fmt::format("cannot read {}", path.string()));
    return content.str();
}

std::string read_whole_file(const fs::path& path, const std::string& ending)
{
    std::string content = read_file(path);
    constexpr std::size_t tail = 64;
    if (content.find(ending, content.size() < tail ? 0 : content.size() - tail)
        == std::string::npos)
        throw OutputError(fmt::format("{} was written only in part: is the disk full?",
                                      path.string()));
    return content;
}

TemporaryFolder::TemporaryFolder()
{
    std::error_code failed;
    fs::path base = fs::temp_directory_path(failed);
    if (failed)
        base = "/tmp";
    std::string name = (base / "workbook-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        throw CannotWrite(fmt::format("cannot make a temporary folder in {}: {}: set TMPDIR to a "
                                      "folder that can be written",
                                      base.string(), std::strerror(errno)));
    path_ = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

} // namespace workbook
