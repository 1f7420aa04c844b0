/// @file
/// What has been graded so far, on disk: one line per finished student. Even if the grader is
/// killed, all lines are complete, and grading can be resumed from there.
#pragma once

#include "grade/result.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <set>

namespace workbook {

/// What all lines of a journal have in common; if it changes, a new journal is needed.
struct JournalHead {
    std::uint64_t seed = 0;
    std::vector<std::string> chapters; ///< folders that are judged
    bool unsafe = false;
};

/// The output folder of one grading run; it belongs to one process at a time.
class Journal {
public:
    /// Takes possession of the folder. Throws UserError if another grader is using it, or if it
    /// holds a journal and `resume` is not set.
    Journal(std::filesystem::path folder, bool resume);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// The head of the journal that is being resumed; empty if the journal is new.
    const std::optional<JournalHead>& head() const { return head_; }
    void begin(const JournalHead& head);

    /// Whether this student is done, with exactly these files and this judge.
    bool is_done(const std::string& key, const std::string& fingerprint) const;

    /// Appends a line and makes sure that it has reached the disk. Can be called from any thread.
    /// `seconds` says how long judging took, so that slow submissions can be found in the journal.
    void add(const GradedStudent& student, const std::string& fingerprint, double seconds = 0);

    /// Reads the last line of every student in `keys`, in the order of the keys, one at a time.
    void each(const std::set<std::string>& keys,
              const std::function<void(const GradedStudent&)>& visit) const;

    /// The keys of all students in it.
    std::set<std::string> keys() const;

    /// A folder for files that are needed only while grading.
    std::filesystem::path work() const { return folder_ / "work"; }

    /// The files that were handed in, by the names of their contents.
    std::filesystem::path sources() const { return work() / "sources"; }

private:
    /// Where the last line about a student is.
    struct Place {
        std::uint64_t offset;
        std::uint64_t size;
        std::string fingerprint;
    };

    void read();
    void append(const std::string& line);

    std::filesystem::path folder_;
    int lock_ = -1;
    int file_ = -1;
    std::uint64_t end_ = 0;
    std::optional<JournalHead> head_;
    std::map<std::string, Place> places_;
    mutable std::mutex mutex_;
};

} // namespace workbook
