#include "grade/class_archive.hpp"

#include "build/digest.hpp"
#include "common/system/files.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"
#include "grade/archive.hpp"
#include "grade/libarchive.hpp"
#include "grade/platform_names.hpp"
#include "grade/same_name.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_entries = 200'000;
constexpr std::uint64_t most_bytes = std::uint64_t{8} << 30;
constexpr std::uintmax_t room_left = std::uintmax_t{300} << 20; // for the grading itself

/// A name that every file system takes, and that means the same however Hangul is stored. The end
/// stays: it holds the platform's numbers and the kind of file.
std::string fitting(const std::string& stored)
{
    constexpr std::size_t longest = 255;
    constexpr std::size_t head = 120;
    constexpr std::size_t tail = 110;
    const std::string name = composed(stored);
    if (name.size() <= longest) {
        return name;
    }
    std::size_t from = name.size() - tail;
    while (from < name.size() && (static_cast<unsigned char>(name[from]) & 0xC0U) == 0x80U) {
        ++from;
    }
    return first_bytes(name, head) + "~" + digest(name).substr(0, 8) + "~" + name.substr(from);
}

/// The path below the class's folder; empty if it leads out of it. Windows' archives may have `\`.
fs::path safe_path(const std::string& stored)
{
    std::vector<std::string> parts;
    boost::split(parts, stored, boost::is_any_of("/\\"));
    fs::path path;
    for (const std::string& part : parts) {
        if (part == ".." || part.find('\0') != std::string::npos) {
            return {};
        }
        if (!part.empty() && part != ".") {
            path /= fitting(part);
        }
    }
    return path;
}

/// "perceptron (2).cpp" where an archive has two files of one name: both are kept.
fs::path numbered(const fs::path& path, int number)
{
    return path.parent_path() /
           fmt::format("{} ({}){}", path.stem().string(), number, path.extension().string());
}

UserError cannot_write(const fs::path& path)
{
    return UserError(fmt::format("cannot unpack {}: {}", shown(path), std::strerror(errno)),
                     "make room, or unpack it yourself and name the folder");
}

/// A new file that is written once.
class NewFile {
public:
    explicit NewFile(fs::path path) : path_(std::move(path))
    {
        constexpr int most = 100;
        const fs::path first = path_;
        for (int number = 2; file_ < 0; ++number) {
            file_ =
                ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
            if (file_ < 0 && (errno != EEXIST || number > most)) {
                throw cannot_write(path_);
            }
            path_ = file_ < 0 ? numbered(first, number) : path_;
        }
    }
    ~NewFile() { ::close(file_); }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void write(const char* bytes, std::size_t size)
    {
        for (std::size_t done = 0; done < size;) {
            const ssize_t n = ::write(file_, bytes + done, size - done);
            if (n < 0 && errno != EINTR) {
                throw cannot_write(path_);
            }
            done += n > 0 ? static_cast<std::size_t>(n) : 0;
        }
    }

    void set_time(std::int64_t seconds)
    {
        const std::array<timespec, 2> times{timespec{seconds, 0}, timespec{seconds, 0}};
        ::futimens(file_, times.data());
    }

private:
    fs::path path_;
    int file_ = -1;
};

/// The data of the current entry.
void unpack_entry(archive* from, archive_entry* entry, const fs::path& path, std::uint64_t& left)
{
    make_folder(path.parent_path());
    NewFile file(path);
    std::array<char, 65536> part; // NOLINT: filled by the library
    for (la_ssize_t n = 1; n != 0;) {
        n = archive_read_data(from, part.data(), part.size());
        if (n < 0) {
            throw UserError(reason(from));
        }
        if (static_cast<std::uint64_t>(n) > left) {
            throw UserError("it unpacks to more than 8 GB, or than the disk holds");
        }
        left -= static_cast<std::uint64_t>(n);
        file.write(part.data(), static_cast<std::size_t>(n));
    }
    if (archive_entry_mtime_is_set(entry) != 0) {
        file.set_time(archive_entry_mtime(entry));
    }
}

} // namespace

ClassArchive::ClassArchive(const fs::path& archive, const fs::path& work)
    : folder_(work / "submissions")
{
    std::error_code ignored;
    fs::remove_all(folder_, ignored); // left by a run that was killed
    make_folder(folder_);
    fs::permissions(folder_, fs::perms::owner_all);
    try {
        unpack(archive);
    } catch (...) {
        fs::remove_all(folder_, ignored);
        throw;
    }
}

ClassArchive::~ClassArchive()
{
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void ClassArchive::unpack(const fs::path& archive)
{
    constexpr std::size_t block = 65536;
    const ArchiveReader reader = archive_reader();
    const auto fail = [&](const std::string& why) {
        return UserError(fmt::format("{} cannot be unpacked: {}", shown(archive), why),
                         "download it again, or unpack it yourself and name the folder", 2);
    };
    if (archive_read_open_filename(reader.get(), archive.c_str(), block) != ARCHIVE_OK) {
        throw fail(reason(reader.get()));
    }
    const std::uintmax_t room = fs::space(folder_).available;
    std::uint64_t left =
        std::min<std::uint64_t>(most_bytes, room > room_left ? room - room_left : 0);
    std::size_t entries = 0;
    for (archive_entry* entry = nullptr;;) {
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) {
            return;
        }
        if (status < ARCHIVE_WARN) {
            throw fail(reason(reader.get()));
        }
        if (++entries > most_entries) {
            throw fail(fmt::format("it has more than {} files", most_entries));
        }
        const std::string name = name_of(entry);
        const fs::path path = safe_path(name);
        const auto kind = archive_entry_filetype(entry);
        if (path.empty() || (kind != AE_IFREG && kind != AE_IFDIR) ||
            archive_entry_hardlink(entry) != nullptr) {
            if (!name.empty() && kind != AE_IFDIR) {
                add_note(passed_over_, name + (path.empty() ? ", whose name leads out of the folder"
                                                            : ", a link or device"));
            }
            continue;
        }
        try {
            if (kind == AE_IFDIR) {
                make_folder(folder_ / path);
            } else if (path.begin()->string() != "__MACOSX") {
                unpack_entry(reader.get(), entry, folder_ / path, left);
            }
        } catch (const UserError& error) {
            throw fail(error.what());
        }
    }
}

fs::path ClassArchive::folder(const std::vector<std::string>& chapters) const
{
    const auto entries_of = [](const fs::path& folder) {
        std::vector<fs::path> entries;
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (!is_of_the_system(entry.path().filename().string())) {
                entries.push_back(entry.path());
            }
        }
        return entries;
    };
    const std::vector<fs::path> top = entries_of(folder_);
    if (top.size() != 1 || !fs::is_directory(top.front()) ||
        !owner_of(top.front().filename().string(), true).id.empty()) {
        return folder_;
    }
    // One folder around all others, as Gradescope's, or the only student's.
    if (fs::exists(top.front() / "submission_metadata.yml")) {
        return top.front();
    }
    const std::vector<fs::path> inside = entries_of(top.front());
    const bool holds_students =
        !inside.empty() && std::all_of(inside.begin(), inside.end(), [&](const fs::path& entry) {
            const std::string name = entry.filename().string();
            const bool is_folder = fs::is_directory(entry);
            return !owner_of(name, is_folder).id.empty() || is_archive(entry) ||
                   (is_folder &&
                    std::find(chapters.begin(), chapters.end(), name) == chapters.end());
        });
    return holds_students ? top.front() : folder_;
}

} // namespace workbook
