#include "files.hpp"

#include "user_error.hpp"

#include <boost/uuid/detail/sha1.hpp>
#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <sys/file.h>
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

void write_file(const fs::path& path, const std::string& bytes)
{
    if (path.has_parent_path()) {
        make_folder(path.parent_path());
    }
    const fs::path temporary = fmt::format("{}.{}.tmp", path.string(), ::getpid());
    errno = 0;
    std::ofstream stream(temporary, std::ios::binary);
    stream << bytes;
    stream.close();
    std::error_code error;
    if (stream) {
        fs::rename(temporary, path, error);
    }
    if (!stream || error) {
        const std::string reason = error ? error.message() : std::strerror(errno);
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw UserError(fmt::format("cannot write {}: {}", shown(path), reason),
                        "make room or give yourself the right to write there");
    }
}

void make_folder(const fs::path& path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error) {
        throw UserError(fmt::format("cannot make the folder {}: {}", shown(path), error.message()),
                        "make room or give yourself the right to write there; "
                        "WORKBOOK_BUILD=DIR puts everything that is built elsewhere");
    }
}

bool says_disk_is_full(const std::string& message)
{
    return message.find(std::strerror(ENOSPC)) != std::string::npos ||
           message.find(std::strerror(EDQUOT)) != std::string::npos;
}

FileLock::FileLock(const fs::path& file)
    : file_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644))
{
    if (file_ >= 0) { // where it cannot be made, building says why
        ::flock(file_, LOCK_EX);
    }
}

FileLock::~FileLock()
{
    if (file_ >= 0) {
        ::close(file_);
    }
}

std::string digest(const std::string& bytes)
{
    boost::uuids::detail::sha1 sha;
    sha.process_bytes(bytes.data(), bytes.size());
    boost::uuids::detail::sha1::digest_type words;
    sha.get_digest(words);
    std::string text;
    for (const unsigned int word : words) {
        text += fmt::format("{:08x}", word);
    }
    return text;
}

std::string shown(const fs::path& path)
{
    std::error_code error;
    const fs::path here = fs::current_path(error);
    const fs::path relative = path.lexically_relative(here);
    const bool inside = !relative.empty() && *relative.begin() != "..";
    return inside ? relative.string() : path.string();
}

} // namespace workbook
