#include "workshop/grade_run.hpp"

#include "build/parallel.hpp"
#include "build/words.hpp"
#include "common/system/files.hpp"
#include "course/skeleton.hpp"
#include "grade/outputs.hpp"
#include "grade/wording.hpp"
#include "terminal/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// Every student of these keys, with the marks.
EachStudent students_of(const GradingRun& run, const std::set<std::string>& keys)
{
    return marked(run.rules,
                  EachStudent([&](const auto& visit) { run.journal.each(keys, visit); }));
}

/// Removes the pages of students whose submissions have disappeared since an earlier run.
void forget_others(const GradingRun& run, const std::set<std::string>& keys)
{
    for (const std::string& key : run.journal.keys()) {
        std::error_code ignored;
        if (keys.count(key) == 0) {
            fs::remove_all(fs::path(run.options.out) / "students" / key, ignored);
        }
    }
}

} // namespace

ClassTexts texts_of(const Workspace& workspace, const std::vector<Chapter>& chapters,
                    const std::vector<fs::path>& folders)
{
    ClassTexts texts{folders, {}};
    for (const Chapter& chapter : chapters) {
        texts.skeletons[chapter.folder] = skeleton_for(workspace, chapter);
    }
    return texts;
}

void take_marks(GradingRun& run, const std::vector<Classmate>& mates, bool may_come)
{
    run.rules.marks = by_student(run.options.marks, run.marks, mates, may_come);
}

void judge(ClassGrading& grading, const ClassList& list, const std::vector<std::size_t>& which,
           bool again, const GradeOptions& options)
{
    std::atomic<bool> stopped = false;
    for_each_in_parallel(
        "grading", which.size(),
        [&](std::size_t i) {
            if (stopped) {
                return;
            }
            try {
                grading.grade(list.submissions[which[i]], list.shown[which[i]], again);
            } catch (...) {
                stopped = true; // the grader itself cannot go on: the disk is full, …
                throw;
            }
        },
        options.jobs);
}

void write_class(const GradingRun& run, const std::set<std::string>& keys)
{
    write_outputs(run.options.out, run.rules, students_of(run, keys), run.texts);
    forget_others(run, keys);
}

void print_class(const GradingRun& run, const std::set<std::string>& keys)
{
    std::size_t handed_in = 0;
    std::size_t missing = 0;
    std::vector<std::string> with_notes;
    double points = 0;
    double most = 0;
    students_of(run, keys)([&](const GradedStudent& student) {
        const Score score = score_of(run.rules, student);
        ++(student.missing ? missing : handed_in);
        points += student.missing ? 0 : score.points;
        most = std::max(most, score.max_points);
        if (!student.notes.empty()) {
            with_notes.push_back(harmless(student.name, 40) + ": " +
                                 harmless(student.notes.front(), 100));
        }
    });
    fmt::print("{} graded{}; {:.1f} of {:g} points on average (seed {})\n",
               count_of(handed_in, "student"),
               missing > 0 ? fmt::format(", {} missing", missing) : "",
               handed_in > 0 ? points / static_cast<double>(handed_in) : 0.0, most, run.seed);
    print_some("note: ", with_notes);
    const fs::path out = run.options.out;
    fmt::print("the class: {}\nthe gradebook: {}\neach student: {}\n", shown(out / "summary.html"),
               shown(out / "gradebook.csv"), shown(out / "students" / "NAME" / "feedback.html"));
}

void print_some(const std::string& before, const std::vector<std::string>& texts)
{
    constexpr std::size_t most = 10;
    for (std::size_t i = 0; i < std::min(texts.size(), most); ++i) {
        fmt::print("{}", wrapped(before + harmless(texts[i], 150), 2));
    }
    if (texts.size() > most) {
        fmt::print("  and {} more\n", texts.size() - most);
    }
}

} // namespace workbook
