#include "grade/journal.hpp"

#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

using json = nlohmann::json;

/// To be increased whenever older journals cannot be resumed any more.
constexpr int version = 3;

std::string line_of(const json& value)
{
    return to_text(value) + "\n";
}

std::string read_part(int file, std::uint64_t offset, std::uint64_t size)
{
    std::string bytes(size, '\0');
    std::uint64_t done = 0;
    for (ssize_t n = 1; done < size && n > 0; done += static_cast<std::uint64_t>(n)) {
        n = std::max<ssize_t>(
            0, ::pread(file, bytes.data() + done, size - done, static_cast<off_t>(offset + done)));
    }
    bytes.resize(done);
    return bytes;
}

} // namespace

Journal::Journal(fs::path folder, bool resume) : folder_(std::move(folder))
{
    make_folder(folder_);
    folder_ = fs::absolute(folder_);
    const fs::path lock = folder_ / ".lock";
    lock_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock_ < 0) {
        throw UserError(
            fmt::format("cannot write to {}: {}", shown(folder_), std::strerror(errno)));
    }
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock_);
        throw UserError(fmt::format("another grader is at work on {}", shown(folder_)),
                        "wait for it, or choose another folder with --out");
    }
    const fs::path file = folder_ / "journal.jsonl";
    const bool is_there = fs::exists(file) && fs::file_size(file) > 0;
    if (is_there && !resume) {
        ::close(lock_);
        throw UserError(fmt::format("{} holds the results of an earlier run", shown(folder_)),
                        "--resume goes on with it (what is unchanged is not judged again); or "
                        "choose another folder with --out",
                        2);
    }
    file_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (file_ < 0) {
        ::close(lock_);
        throw UserError(fmt::format("cannot write {}: {}", shown(file), std::strerror(errno)));
    }
    read();
}

Journal::~Journal()
{
    ::close(file_);
    ::close(lock_);
}

/// Finds all complete lines; an incomplete last line, left by a killed run, is cut off.
void Journal::read()
{
    std::array<char, 65536> part; // NOLINT: filled by pread
    std::string line;
    std::uint64_t start = 0;
    std::uint64_t at = 0;
    for (ssize_t n = 1; n > 0; at += static_cast<std::uint64_t>(n)) {
        n = std::max<ssize_t>(0, ::pread(file_, part.data(), part.size(), static_cast<off_t>(at)));
        for (ssize_t i = 0; i < n; ++i) {
            if (part[static_cast<std::size_t>(i)] != '\n') {
                line += part[static_cast<std::size_t>(i)];
                continue;
            }
            const std::uint64_t next = at + static_cast<std::uint64_t>(i) + 1;
            const json value = parse_json_or_null(line);
            if (value.is_object() && value.contains("journal")) {
                if (value.at("journal") != version) {
                    throw UserError(fmt::format("the journal in {} is of another version of the "
                                                "workbook",
                                                shown(folder_)),
                                    "choose another folder with --out");
                }
                head_ = JournalHead{value.at("seed"),
                                    value.at("chapters").get<std::vector<std::string>>(),
                                    value.at("unsafe")};
            } else if (value.is_object() && value.contains("student")) {
                places_[value.at("student").at("key")] = {start, next - start,
                                                          value.at("fingerprint")};
            }
            start = next;
            line.clear();
        }
    }
    if (start < at && ::ftruncate(file_, static_cast<off_t>(start)) != 0) {
        throw UserError(
            fmt::format("cannot mend the journal in {}: {}", shown(folder_), std::strerror(errno)));
    }
    end_ = start;
}

void Journal::append(const std::string& line)
{
    std::size_t done = 0;
    while (done < line.size()) {
        const ssize_t n = ::write(file_, line.data() + done, line.size() - done);
        if (n < 0 && errno != EINTR) {
            const std::string reason = std::strerror(errno);
            // The next start would cut off half a line anyway; do it now.
            static_cast<void>(::ftruncate(file_, static_cast<off_t>(end_)));
            throw UserError(
                fmt::format("cannot write the journal in {}: {}", shown(folder_), reason),
                "what was graded so far is kept: make room, then go on with --resume");
        }
        done += n > 0 ? static_cast<std::size_t>(n) : 0;
    }
    ::fdatasync(file_);
    end_ += line.size();
}

void Journal::begin(const JournalHead& head)
{
    const std::lock_guard lock(mutex_);
    append(line_of({{"journal", version},
                    {"seed", head.seed},
                    {"chapters", head.chapters},
                    {"unsafe", head.unsafe}}));
    head_ = head;
}

bool Journal::is_done(const std::string& key, const std::string& fingerprint) const
{
    const std::lock_guard lock(mutex_);
    const auto place = places_.find(key);
    return place != places_.end() && place->second.fingerprint == fingerprint;
}

void Journal::add(const GradedStudent& student, const std::string& fingerprint, double seconds)
{
    const std::string line = line_of({{"fingerprint", fingerprint},
                                      {"seconds", std::round(100 * seconds) / 100},
                                      {"student", to_json(student)}});
    const std::lock_guard lock(mutex_);
    const std::uint64_t start = end_;
    append(line);
    places_[student.key] = {start, line.size(), fingerprint};
}

void Journal::each(const std::set<std::string>& keys,
                   const std::function<void(const GradedStudent&)>& visit) const
{
    for (const std::string& key : keys) {
        const auto place = places_.find(key);
        if (place != places_.end()) {
            const json value =
                parse_json(read_part(file_, place->second.offset, place->second.size));
            visit(student_from(value.at("student")));
        }
    }
}

std::set<std::string> Journal::keys() const
{
    std::set<std::string> keys;
    for (const auto& [key, place] : places_) {
        keys.insert(key);
    }
    return keys;
}

} // namespace workbook
