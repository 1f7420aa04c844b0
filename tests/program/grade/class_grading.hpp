/// @file
/// Judges a class: each student's files once, several students in parallel; a finished student
/// becomes a line in the journal.
#pragma once

#include "build/sandbox.hpp"
#include "grade/chapter_files.hpp"
#include "grade/journal.hpp"
#include "grade/matching.hpp"
#include "grade/rules.hpp"
#include "grade/turns.hpp"

#include <condition_variable>
#include <mutex>
#include <set>

namespace workbook {

/// The options of `grade`.
struct GradeOptions {
    std::string submissions; ///< folder, or the platform's zip
    std::string out;         ///< folder
    std::size_t jobs = 0;    ///< in parallel; 0: as many as there are cores
    bool resume = false;
    std::optional<std::uint64_t> seed; ///< of the random inputs, the same for the whole class
    std::string roster;                ///< CSV file
    std::string mapping;               ///< CSV file: whose a submission is
    std::vector<std::string> chapters; ///< "3", "backprop"; empty: all
    std::vector<std::string> count;    ///< steps or chapters that count; empty: all
    std::vector<std::string> hide;     ///< steps that students do not see
    std::vector<std::string> due;      ///< "TIME" or "CHAPTER=TIME"
    std::string late;                  ///< "10%" of the points per day begun
    std::string late_at_most = "100%";
    std::vector<std::string> points;  ///< "3.7=2"
    std::vector<std::string> weights; ///< "3=30"
    std::string marks;                ///< CSV file of what was decided by hand
    std::string assignment = "Neural Networks by Hand";
    bool unsafe = false;            ///< without the sandbox
    bool follow = false;            ///< grades what arrives, until Ctrl-C
    bool anonymous = false;         ///< outputs without names
    std::vector<std::string> only;  ///< students who are judged again, and nobody else
    std::string shard;              ///< "1/4": only the first quarter of the class
    std::vector<std::string> merge; ///< folders of graded shards
};

int grade(const Workspace& workspace, const GradeOptions& options);

/// Judges the submissions of one class.
class ClassGrading {
public:
    /// Judges `chapters`, some of `all_chapters`. `sandbox` may be nullptr: no sandbox. `roster`
    /// may be nullptr: there is none.
    ClassGrading(const Toolchain& toolchain, const std::vector<Chapter>& chapters,
                 const std::vector<Chapter>& all_chapters, std::uint64_t seed,
                 const Sandbox* sandbox, const Roster* roster, Journal& journal);

    /// Judges one student and writes a line of the journal, unless it has one for the same files.
    /// Can be called from any thread. Throws UserError if the grader itself cannot go on.
    /// `again`: even if it has one.
    void grade(const MatchedSubmission& matched, bool again = false);

    /// Writes the line of a student who is on the roster but has handed in nothing; returns the
    /// key.
    std::string add_missing(const MissingStudent& missing);

private:
    /// A chapter and its judge.
    struct Course {
        Chapter chapter;
        Catalogue catalogue;
        std::string judge_digest;
    };

    GradedChapter judge_chapter(const Course& course, const ChapterFiles& files, bool again);
    std::vector<GradedStep> steps_of(const Course& course, const ChapterFiles& files, bool again);
    void keep_sources(const std::vector<ChapterFiles>& chapters);
    ChapterVerdict judged(const Course& course, StrangerRequest request);
    std::vector<GradedStep> judge_files(const Course& course, const ChapterFiles& files,
                                        const std::filesystem::path& folder);

    const Toolchain& toolchain_;
    std::vector<Course> courses_;
    std::vector<Chapter> all_chapters_;
    std::uint64_t seed_;
    const Sandbox* sandbox_;
    const Roster* roster_;
    Journal& journal_;
    Turns turns_;
    std::mutex mutex_;
    std::condition_variable done_;
    std::set<std::string> under_way_; ///< contents that are being judged in some thread
};

} // namespace workbook
