#include "common/system/files.hpp"

#include <fmt/format.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path)
{
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    std::string bytes;
    std::array<char, 65536> part; // NOLINT: filled by read
    while (stream) {
        stream.read(part.data(), part.size());
        bytes.append(part.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (!stream.is_open() || stream.bad()) {
        throw UserError(fmt::format("cannot read {}: {}", shown(path),
                                    errno != 0 ? std::strerror(errno) : "unknown error"));
    }
    return bytes;
}

std::string text_if_there(const fs::path& path)
{
    try {
        return read_file(path);
    } catch (const UserError&) {
        return "";
    }
}

std::string read_whole_file(const fs::path& path, const std::string& ending)
{
    std::string content = read_file(path);
    constexpr std::size_t tail = 64;
    if (content.find(ending, content.size() < tail ? 0 : content.size() - tail) ==
        std::string::npos) {
        throw UserError(fmt::format("{} was written only in part: is the disk full?", shown(path)));
    }
    return content;
}

void write_file(const fs::path& path, const std::string& bytes)
{
    write_file_in_pieces(path, [&](const auto& take) { take(bytes); });
}

void write_file_in_pieces(
    const fs::path& path,
    const std::function<void(const std::function<void(const std::string&)>& take)>& produce)
{
    if (path.has_parent_path()) {
        make_folder(path.parent_path());
    }
    // A name of its own for every call: threads that write one file must not share an unfinished
    // one.
    static std::atomic<unsigned> calls{0};
    const fs::path temporary = fmt::format("{}.{}.{}.tmp", path.string(), ::getpid(), ++calls);
    errno = 0;
    std::ofstream stream(temporary, std::ios::binary);
    produce([&](const std::string& piece) { stream << piece; });
    stream.close();
    std::error_code error;
    if (stream) {
        fs::rename(temporary, path, error);
    }
    if (!stream || error) {
        const std::string reason = error ? error.message() : std::strerror(errno);
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw CannotWrite(fmt::format("cannot write {}: {}", shown(path), reason));
    }
}

void make_folder(const fs::path& path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error) {
        throw CannotWrite(
            fmt::format("cannot make the folder {}: {}", shown(path), error.message()));
    }
}

bool says_disk_is_full(const std::string& message)
{
    return message.find(std::strerror(ENOSPC)) != std::string::npos ||
           message.find(std::strerror(EDQUOT)) != std::string::npos;
}

namespace {

bool leads_out(const fs::path& relative)
{
    return relative.empty() || *relative.begin() == "..";
}

/// The path by the user's own name for its folder: the front door, ./workbook, works in folders
/// with troublesome names by another name, and lists both.
fs::path by_its_own_name(const fs::path& path)
{
    const char* const names = std::getenv("WORKBOOK_NAMES");
    std::istringstream lines(names != nullptr ? names : "");
    std::string name;
    std::string own;
    while (std::getline(lines, name, '\t') && std::getline(lines, own)) {
        const fs::path relative = path.lexically_relative(name);
        if (!leads_out(relative)) {
            return relative == "." ? fs::path(own) : own / relative;
        }
    }
    return path;
}

} // namespace

std::string shown(const fs::path& path)
{
    const fs::path own = by_its_own_name(path);
    std::error_code error;
    const fs::path relative = own.lexically_relative(fs::current_path(error));
    return leads_out(relative) ? own.string() : relative.string();
}

namespace {

fs::path place_of_the_system()
{
    std::error_code failed;
    const fs::path place = fs::temp_directory_path(failed);
    return failed ? fs::path("/tmp") : place;
}

/// Empty if it cannot be made; errno says why.
fs::path new_folder_in(const fs::path& parent)
{
    std::string name = (parent / "workbook-XXXXXX").string();
    return ::mkdtemp(name.data()) == nullptr ? fs::path() : fs::canonical(name);
}

std::string cannot_make_one_in(const fs::path& parent, int why)
{
    return fmt::format("cannot make a temporary folder in {}: {}", parent.string(),
                       std::strerror(why));
}

} // namespace

TemporaryFolder::TemporaryFolder() : path_(new_folder_in(place_of_the_system()))
{
    if (path_.empty()) {
        const int why = errno;
        throw CannotWrite(cannot_make_one_in(place_of_the_system(), why),
                          "make room, or set TMPDIR to a folder that can be written");
    }
}

TemporaryFolder::TemporaryFolder(const fs::path& parent) : path_(new_folder_in(parent))
{
    if (path_.empty()) {
        throw CannotWrite(cannot_make_one_in(parent, errno));
    }
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

} // namespace workbook
