#include "workshop/grade_run.hpp"

#include "build/parallel.hpp"
#include "build/words.hpp"
#include "common/system/files.hpp"
#include "common/system/text.hpp"
#include "course/skeleton.hpp"
#include "grade/outputs.hpp"
#include "grade/wording.hpp"
#include "terminal/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <set>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// Every student of these keys, with the marks.
EachStudent students_of(const GradingRun& run, const std::set<std::string>& keys)
{
    return marked(run.rules,
                  EachStudent([&](const auto& visit) { run.journal.each(keys, visit); }));
}

/// Every student as the outputs show them. Their order must not tell who is who either.
EachStudent shown_students(const GradingRun& run, const std::set<std::string>& keys)
{
    if (!run.anonymity) {
        return students_of(run, keys);
    }
    std::map<std::string, std::string> in_order;
    for (const std::string& key : keys) {
        in_order[run.anonymity->name_for(key)] = key;
    }
    return [&run, in_order](const auto& visit) {
        for (const auto& [name, key] : in_order) {
            students_of(run, {key})(
                [&](const GradedStudent& student) { visit(run.anonymity->hidden(student)); });
        }
    };
}

/// Removes the pages of students whose submissions have disappeared since an earlier run, or who
/// are shown under another name now.
void forget_others(const GradingRun& run, const std::set<std::string>& keys)
{
    const fs::path out = run.options.out;
    const auto forget = [&](const std::string& name) {
        std::error_code ignored;
        fs::remove_all(out / "students" / name, ignored);
    };
    const std::optional<Anonymity> before =
        fs::exists(out / "private") ? std::optional<Anonymity>(out) : std::nullopt;
    for (const std::string& key : run.journal.keys()) {
        if (keys.count(key) == 0 || run.anonymity) {
            forget(key);
        }
        if (before && (keys.count(key) == 0 || !run.anonymity)) {
            forget(before->name_for(key));
        }
    }
}

/// The first entries of a list, a paragraph each, and how many more there are.
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

std::optional<Anonymity> anonymity_for(const GradeOptions& options)
{
    return options.anonymous ? std::optional<Anonymity>(options.out) : std::nullopt;
}

void take_marks(GradingRun& run, std::vector<Classmate> mates, bool may_come)
{
    for (Classmate& mate : mates) {
        mate.anonymous = run.anonymity ? run.anonymity->name_for(mate.key) : "";
    }
    run.rules.marks = by_student(run.options.marks, run.marks, mates, may_come);
}

void judge(ClassGrading& grading, const std::vector<MatchedSubmission>& submissions,
           const std::vector<std::size_t>& which, bool again, const GradeOptions& options,
           const std::function<bool()>& shall_end)
{
    std::atomic<bool> stopped = false;
    for_each_in_parallel(
        "grading", which.size(),
        [&](std::size_t i) {
            if (stopped || shall_end()) {
                return;
            }
            try {
                grading.grade(submissions[which[i]], again);
            } catch (...) {
                stopped = true; // the grader itself cannot go on: the disk is full, …
                throw;
            }
        },
        options.jobs);
}

void write_class(const GradingRun& run, const std::set<std::string>& keys)
{
    if (run.anonymity) {
        run.anonymity->write_names(students_of(run, keys));
    }
    write_outputs(run.options.out, run.rules, shown_students(run, keys), run.texts);
    forget_others(run, keys);
}

void print_class(const GradingRun& run, const std::set<std::string>& keys, const ClassInput* input)
{
    std::size_t handed_in = 0;
    std::size_t missing = 0;
    std::vector<std::string> with_notes;
    double points = 0;
    double most = 0;
    shown_students(run, keys)([&](const GradedStudent& student) {
        const Score score = score_of(run.rules, student);
        ++(student.missing ? missing : handed_in);
        points += student.missing ? 0 : points_of_platform(score).value_or(0);
        most = std::max(most, score.max_points + score.excused);
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
    const std::vector<std::string> doubts = doubts_of(run.journal, keys);
    print_some("whose: ", doubts);
    if (!doubts.empty()) {
        fmt::print("{}",
                   wrapped("--mapping FILE.csv (columns submission, id) says whose one is", 2));
    }
    if (input != nullptr) {
        print_some("", input->remarks());
        print_some("passed over: ", input->passed_over());
    }
}

} // namespace workbook
