#include "common/system/user_error.hpp"
#include "course/encoding.hpp"
#include "grade/submissions.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_archive = std::size_t{1} << 30;
constexpr int deepest = 12;

/// A regular file that is open; never follows a link. Throws UserError.
class RegularFile {
public:
    RegularFile(const fs::path& path, std::size_t largest)
        : file_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
    {
        const auto closed = [&](const std::string& why) {
            if (file_ >= 0) {
                ::close(file_);
            }
            return UserError(why);
        };
        if (file_ < 0 || ::fstat(file_, &status_) != 0 || !S_ISREG(status_.st_mode)) {
            throw closed("is a link, a device or cannot be read");
        }
        if (static_cast<std::size_t>(status_.st_size) > largest) {
            throw closed(fmt::format("is larger than {} MB", largest >> 20));
        }
    }
    ~RegularFile() { ::close(file_); }
    RegularFile(const RegularFile&) = delete;
    RegularFile& operator=(const RegularFile&) = delete;

    int descriptor() const { return file_; }
    std::int64_t time() const { return status_.st_mtime; }

    std::string bytes() const
    {
        std::string bytes(static_cast<std::size_t>(status_.st_size), '\0');
        std::size_t done = 0;
        for (ssize_t n = 1; done < bytes.size() && n > 0; done += static_cast<std::size_t>(n)) {
            n = std::max<ssize_t>(0, ::read(file_, bytes.data() + done, bytes.size() - done));
        }
        bytes.resize(done);
        return bytes;
    }

private:
    int file_;
    struct stat status_ = {};
};

/// Reads one file, or the contents of an archive.
void add_file(const HandedInPlace& place, SubmissionLimits& left, std::vector<HandedInFile>& files,
              std::vector<std::string>& notes)
{
    const std::string& name = place.name;
    const std::size_t before = files.size();
    try {
        if (is_source_name(name)) {
            const RegularFile file(place.path, left.file_bytes);
            std::string bytes = file.bytes();
            keep_bytes(left, bytes.size());
            files.push_back({name, std::move(bytes), file.time()});
        } else if (is_archive(name)) {
            const RegularFile file(place.path, largest_archive);
            const auto times = [&] {
                for (std::size_t i = before; i < files.size(); ++i) {
                    files[i].time = files[i].time != 0 ? files[i].time : file.time();
                }
            };
            try {
                add_archive(file.descriptor(), name, left, files, notes);
            } catch (const UserError&) {
                times();
                throw;
            }
            times();
        } else if (may_be_source(name)) {
            const RegularFile file(place.path, left.other_bytes);
            std::string bytes = file.bytes();
            left.other_bytes -= bytes.size();
            files.push_back({name, std::move(bytes), file.time()});
        } else {
            keep_name(name, left, files);
        }
    } catch (const UserError& error) {
        const std::string why = error.what();
        add_note(notes, boost::starts_with(why, name)
                            ? why
                            : fmt::format("{} was not read: it {}", name, why));
        if (files.size() == before) {
            keep_name(name, left, files);
        }
    }
    for (std::size_t i = before; i < files.size(); ++i) {
        files[i].upload = place.upload;
    }
}

void add_folder(const fs::path& folder, SubmissionLimits& left, std::vector<HandedInFile>& files,
                std::vector<std::string>& notes)
{
    std::error_code error;
    fs::recursive_directory_iterator it(folder, error); // does not follow links
    if (error) {
        add_note(notes,
                 fmt::format("{} cannot be read: {}", folder.filename().string(), error.message()));
        return;
    }
    std::vector<fs::path> paths;
    for (; it != fs::recursive_directory_iterator(); it.increment(error)) {
        if (error || left.entries == 0) {
            add_note(notes, error ? "a part of it cannot be read: " + error.message()
                                  : "it has too many files; the rest was not read");
            break;
        }
        --left.entries;
        const std::string name = it->path().filename().string();
        if (it->is_directory(error) && !it->is_symlink(error) &&
            (it.depth() > deepest || name == ".git" || name == "build" || name == "__MACOSX")) {
            it.disable_recursion_pending();
        } else if (!it->is_directory(error) || it->is_symlink(error)) {
            paths.push_back(it->path());
        }
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
        add_file({path, path.lexically_relative(folder).generic_string()}, left, files, notes);
    }
}

} // namespace

std::vector<HandedInFile> read_submission(const Submission& submission,
                                          std::vector<std::string>& notes)
{
    std::vector<HandedInFile> files;
    SubmissionLimits left;
    for (const HandedInPlace& place : submission.places) {
        std::error_code error;
        if (fs::is_directory(fs::symlink_status(place.path, error))) {
            add_folder(place.path, left, files, notes);
        } else {
            add_file(place, left, files, notes);
        }
    }
    for (HandedInFile& file : files) {
        Recoded recoded = as_utf8(file.bytes);
        if (!recoded.from.empty()) {
            add_note(notes, fmt::format("{} was saved in {}, not in UTF-8: it was read as that",
                                        file.path, recoded.from));
            file.bytes = std::move(recoded.text);
        }
    }
    return files;
}

} // namespace workbook
