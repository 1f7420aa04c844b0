#include "grade/archive.hpp"

#include "common/system/text.hpp"
#include "common/system/user_error.hpp"
#include "grade/libarchive.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <array>
#include <deque>
#include <mutex>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr int deepest = 3; // archives in archives

/// Whether the name ends like this, regardless of case.
bool ends_with_any(const std::string& path, std::initializer_list<const char*> endings)
{
    for (const char* ending : endings) {
        if (boost::algorithm::iends_with(path, ending)) {
            return true;
        }
    }
    return false;
}

/// Reads the data of the current entry as long as it is no larger than `largest` (0: it is not
/// wanted), and reduces the limits by what was unpacked.
std::string read_entry(archive* from, std::size_t largest, SubmissionLimits& left, bool& too_large)
{
    std::string bytes;
    bool wanted = largest > 0;
    std::array<char, 65536> part; // NOLINT: filled by the library
    for (;;) {
        const la_ssize_t n = archive_read_data(from, part.data(), part.size());
        if (n < 0) {
            throw UserError(fmt::format("it is broken or encrypted: {}", reason(from)));
        }
        if (n == 0) {
            return bytes;
        }
        if (static_cast<std::size_t>(n) > left.unpacked_bytes) {
            left.unpacked_bytes = 0;
            throw UserError(fmt::format("the submission unpacks to more than {} MB",
                                        SubmissionLimits{}.unpacked_bytes >> 20));
        }
        left.unpacked_bytes -= static_cast<std::size_t>(n);
        if (wanted && bytes.size() + static_cast<std::size_t>(n) <= largest) {
            bytes.append(part.data(), static_cast<std::size_t>(n));
        } else if (wanted) {
            too_large = true; // but reads on: skipped data counts too
            bytes = {};
            wanted = false;
        }
    }
}

/// Reads one archive and those inside of it.
class Unpacking {
public:
    Unpacking(SubmissionLimits& left, std::vector<HandedInFile>& files,
              std::vector<std::string>& notes)
        : left_(left), files_(files), notes_(notes)
    {
    }

    /// All entries. `name` is the archive's, for messages; `below` comes before the entries' names.
    void read(archive* from, const std::string& name, const std::string& below, int depth)
    {
        for (archive_entry* entry = nullptr;;) {
            const int status = archive_read_next_header(from, &entry);
            if (status == ARCHIVE_EOF) {
                return;
            }
            try {
                if (status < ARCHIVE_WARN) {
                    throw UserError(reason(from));
                }
                if (left_.entries == 0) {
                    throw UserError(fmt::format("the submission has more than {} entries",
                                                SubmissionLimits{}.entries));
                }
                --left_.entries;
                read_one(from, entry, name, below, depth);
            } catch (const UserError& error) {
                throw UserError(fmt::format("{} cannot be unpacked{}: {}", name,
                                            files_.empty() ? "" : " to its end", error.what()));
            }
        }
    }

    /// The archives inside of those that have been read. They come last: a hostile one uses up the
    /// limits, but takes nothing from the files beside it.
    void read_inner_ones()
    {
        while (!inner_.empty()) {
            const Inner inner = std::move(inner_.front());
            inner_.pop_front();
            read_inner(inner);
            left_.inner_bytes += inner.bytes.size();
        }
    }

private:
    void read_one(archive* from, archive_entry* entry, const std::string& name,
                  const std::string& below, int depth)
    {
        const std::string inside = name_of(entry);
        if (inside.empty()) {
            add_note(notes_, fmt::format("a file in {} has a name that cannot be read", name));
        }
        const std::string path = below + inside;
        const bool is_file =
            archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
        const bool is_source = is_source_name(path);
        if (!is_file && is_source && archive_entry_filetype(entry) != AE_IFDIR) {
            add_note(notes_,
                     fmt::format("{} in {} is a link or a device, and was not read", path, name));
        }
        const bool is_inner = is_file && !is_source && is_archive(path);
        const bool is_other = is_file && !is_source && !is_inner && may_be_source(path);
        const std::size_t largest = !is_file    ? 0
                                    : is_source ? left_.file_bytes
                                    : is_inner  ? left_.inner_bytes
                                    : is_other  ? left_.other_bytes
                                                : 0;
        bool too_large = false;
        std::string content = read_entry(from, largest, left_, too_large);
        if (too_large && (is_source || is_inner)) {
            add_note(
                notes_,
                fmt::format("{} in {} is larger than {} MB, and was not read", path, name,
                            (is_source ? left_.file_bytes : SubmissionLimits{}.inner_bytes) >> 20));
        }
        if (is_source && is_file && !too_large) {
            keep_bytes(left_, content.size());
            files_.push_back({path, std::move(content), archive_entry_mtime(entry)});
        } else if (is_inner && !too_large && largest > 0) {
            keep_inner(std::move(content), path, depth + 1);
        } else if (is_other && !too_large && largest > 0) {
            left_.other_bytes -= content.size();
            files_.push_back({path, std::move(content), archive_entry_mtime(entry)});
        } else if (is_file) {
            keep_name(path, left_, files_);
        }
    }

    /// An archive in an archive.
    struct Inner {
        std::string bytes;
        std::string path;
        int depth;
    };

    void keep_inner(std::string bytes, const std::string& path, int depth)
    {
        if (depth > deepest) {
            add_note(notes_,
                     fmt::format("{} was not read: it is an archive in an archive, {} times", path,
                                 deepest));
            keep_name(path, left_, files_);
            return;
        }
        left_.inner_bytes -= bytes.size(); // for as long as it is held in memory
        inner_.push_back({std::move(bytes), path, depth});
    }

    /// A broken or hostile one is noted: it does not take others along.
    void read_inner(const Inner& inner)
    {
        try {
            const ArchiveReader reader = archive_reader();
            if (archive_read_open_memory(reader.get(), inner.bytes.data(), inner.bytes.size()) !=
                ARCHIVE_OK) {
                throw UserError(
                    fmt::format("{} cannot be unpacked: {}", inner.path, reason(reader.get())));
            }
            read(reader.get(), inner.path, inner.path + "/", inner.depth);
        } catch (const UserError& error) {
            add_note(notes_, error.what());
            keep_name(inner.path, left_, files_);
        }
    }

    SubmissionLimits& left_;
    std::vector<HandedInFile>& files_;
    std::vector<std::string>& notes_;
    std::deque<Inner> inner_; ///< still to be read
};

} // namespace

void keep_bytes(SubmissionLimits& left, std::size_t size)
{
    if (size > left.kept_bytes) {
        left.kept_bytes = 0;
        throw UserError(fmt::format("its sources are larger than {} MB together",
                                    SubmissionLimits{}.kept_bytes >> 20));
    }
    left.kept_bytes -= size;
}

void add_note(std::vector<std::string>& notes, const std::string& text)
{
    constexpr std::size_t most = 100;
    constexpr std::size_t longest = 500;
    if (notes.size() < most) {
        notes.push_back(first_bytes(text, longest));
    }
}

bool is_archive(const fs::path& path)
{
    return ends_with_any(path.string(),
                         {".zip", ".tar.gz", ".tgz", ".tar", ".tar.xz", ".tar.bz2", ".7z", ".rar"});
}

bool is_source_name(const std::string& path)
{
    return ends_with_any(path, {".cpp", ".hpp", ".h"});
}

bool may_be_source(const std::string& path)
{
    return ends_with_any(path, {".cc", ".cxx", ".c++", ".cp", ".c", ".txt", ".cppm"}) ||
           boost::icontains(fs::path(path).filename().string(), ".cpp");
}

void keep_name(const std::string& path, SubmissionLimits& left, std::vector<HandedInFile>& files)
{
    const std::string name = fs::path(path).filename().string();
    const bool is_left_behind =
        name.empty() || name.front() == '.' || name == "CMakeLists.txt" || name == "Makefile" ||
        boost::contains("/" + path, "/.") || boost::contains("/" + path, "/build/") ||
        boost::contains(path, "__MACOSX") ||
        ends_with_any(name, {".o", ".obj", ".d", ".exe", ".out", ".hpp", ".h"});
    if (!is_left_behind && left.names > 0) {
        --left.names;
        HandedInFile file;
        file.path = first_bytes(path, 1000);
        file.is_read = false;
        files.push_back(std::move(file));
    }
}

void add_archive(int file, const std::string& name, SubmissionLimits& left,
                 std::vector<HandedInFile>& files, std::vector<std::string>& notes)
{
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    const ArchiveReader reader = archive_reader();
    constexpr std::size_t block = 65536;
    if (archive_read_open_fd(reader.get(), file, block) != ARCHIVE_OK) {
        throw UserError(fmt::format("{} cannot be unpacked: {}", name, reason(reader.get())));
    }
    Unpacking unpacking(left, files, notes);
    try {
        unpacking.read(reader.get(), name, "", 1);
    } catch (const UserError&) {
        unpacking.read_inner_ones();
        throw;
    }
    unpacking.read_inner_ones();
}

} // namespace workbook
