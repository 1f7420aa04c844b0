#include "grade/class_grading.hpp"

#include "build/digest.hpp"
#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "common/system/user_error.hpp"
#include "grade/graded_step.hpp"
#include "grade/student_of.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace workbook {

namespace fs = std::filesystem;

namespace {

using json = nlohmann::json;

/// Equal for two submissions of a chapter if and only if they have the same contents.
std::string content_of(const ChapterFiles& files)
{
    std::string content;
    const auto add = [&](const std::string& part) {
        content += fmt::format("{}:", part.size()) + part;
    };
    add(files.source.bytes);
    for (const HandedInFile& header : files.headers) {
        add(fs::path(header.path).filename().string());
        add(header.bytes);
    }
    return content;
}

/// Whether the sandbox may be to blame for what went wrong.
bool may_be_the_sandbox(const ChapterVerdict& verdict)
{
    return std::any_of(verdict.steps.begin(), verdict.steps.end(), [](const Verdict& step) {
        return step.detail.find("bwrap:") != std::string::npos ||
               step.printed.find("bwrap:") != std::string::npos;
    });
}

/// Ends the grading of the whole class: no verdict found with a full disk can be trusted.
class DiskIsFull : public UserError {
public:
    using UserError::UserError;
};

/// Throws if the disk is so full that building may have failed for lack of space.
void require_room(const fs::path& folder)
{
    constexpr std::uintmax_t enough = std::uintmax_t{300} << 20; // more than an object may have
    std::error_code error;
    const fs::space_info space = fs::space(folder, error);
    if (!error && space.available < enough) {
        throw DiskIsFull(fmt::format("the disk of {} is full: {} MB are left", shown(folder),
                                     space.available >> 20),
                         "what was graded so far is kept: make room, then go on with --resume");
    }
}

} // namespace

/// What the class is compared by, kept until the grades are in.
void ClassGrading::keep_sources(const std::vector<ChapterFiles>& chapters)
{
    for (const ChapterFiles& files : chapters) {
        const fs::path kept = journal_.sources() / digest(files.source.bytes);
        if (!files.source.path.empty() && !fs::exists(kept)) {
            write_file(kept, files.source.bytes);
        }
    }
}

ClassGrading::ClassGrading(const Toolchain& toolchain, const std::vector<Chapter>& chapters,
                           const std::vector<Chapter>& all_chapters, std::uint64_t seed,
                           const Sandbox* sandbox, const Roster* roster, Journal& journal)
    : toolchain_(toolchain), all_chapters_(all_chapters), seed_(seed), sandbox_(sandbox),
      roster_(roster), journal_(journal)
{
    for (const Chapter& chapter : chapters) {
        courses_.push_back({chapter, catalogue_of(toolchain, chapter),
                            digest(read_file(toolchain.judge_of(chapter)) +
                                   toolchain.stamp(chapter, Product::library))});
    }
}

/// Judges beside others. What ended by time then is judged once more, and only that counts: a busy
/// machine must cost nobody a point. What has waited rather than computed has the machine to itself
/// then. Where every step ended by time, the first shows whether the machine was to blame.
ChapterVerdict ClassGrading::judged(const Course& course, StrangerRequest request)
{
    ChapterVerdict verdict;
    const auto judge = [&] {
        return judge_stranger(toolchain_, course.chapter, course.catalogue, request);
    };
    turns_.beside_others([&] { verdict = judge(); });
    std::vector<std::string> late;
    bool all_computed = true;
    for (const Verdict& step : verdict.steps) {
        if (step.status == Status::timeout) {
            late.push_back(step.step.number);
            all_computed = all_computed && step.computing;
        }
    }
    const auto judge_again = [&](const std::vector<std::string>& steps) {
        request.steps = {steps.begin(), steps.end()};
        bool any_in_time = false;
        const auto replace = [&] {
            for (const Verdict& again : judge().steps) {
                for (Verdict& step : verdict.steps) {
                    if (step.step.number == again.step.number) {
                        step = again;
                        any_in_time = any_in_time || step.status != Status::timeout;
                    }
                }
            }
        };
        if (all_computed) {
            turns_.beside_others(replace);
        } else {
            turns_.alone(replace);
        }
        return any_in_time;
    };
    const bool all_late = late.size() > 1 && late.size() == verdict.steps.size();
    if (all_late && !judge_again({late.front()})) {
        return verdict;
    }
    late.erase(late.begin(), late.begin() + (all_late ? 1 : 0));
    if (!late.empty()) {
        judge_again(late);
    }
    return verdict;
}

std::vector<GradedStep> ClassGrading::judge_files(const Course& course, const ChapterFiles& files,
                                                  const fs::path& folder)
{
    StrangerRequest request;
    request.source = folder / (course.chapter.name + ".cpp");
    request.programs = journal_.work() / "programs" / course.chapter.folder;
    request.seed = seed_;
    request.sandbox = sandbox_;
    write_file(request.source, files.source.bytes);
    for (const HandedInFile& header : files.headers) {
        write_file(folder / fs::path(header.path).filename(), header.bytes);
    }
    ChapterVerdict verdict = judged(course, request);
    if (sandbox_ != nullptr && may_be_the_sandbox(verdict)) {
        sandbox_->try_out();
        verdict = judged(course, request);
    }
    if (verdict.built.disk_is_full) {
        require_room(journal_.work());
        verdict = judged(course, request);
    }
    for (int tries = 0; verdict.built.was_killed && tries < 3; ++tries) {
        std::this_thread::sleep_for(std::chrono::seconds(1)); // memory may be short for a moment
        verdict = judged(course, request);
    }
    if (verdict.built.was_killed) {
        throw UserError("the system ended the compiler, several times: is memory short?");
    }
    forget_folder(verdict, folder);
    std::vector<GradedStep> steps;
    for (const Verdict& step : verdict.steps) {
        steps.push_back(graded(verdict, step, files.source.bytes));
        forget_folder(steps.back().warnings, folder);
    }
    return steps;
}

/// The verdict on these contents; the same contents are judged only once, whoever hands them in.
std::vector<GradedStep> ClassGrading::steps_of(const Course& course, const ChapterFiles& files,
                                               bool again)
{
    const std::string key = digest(fmt::format("{}\n{}\n{}\n{}\n", course.chapter.folder,
                                               course.judge_digest, seed_, sandbox_ != nullptr) +
                                   content_of(files));
    const fs::path kept = journal_.work() / "verdicts" / (key + ".json");
    {
        std::unique_lock lock(mutex_);
        done_.wait(lock, [&] { return under_way_.insert(key).second; });
    }
    const std::shared_ptr<void> at_the_end(nullptr, [&](void*) {
        const std::lock_guard lock(mutex_);
        under_way_.erase(key);
        done_.notify_all();
    });
    if (!again && fs::exists(kept)) {
        const json known = parse_json_or_null(read_file(kept));
        if (known.is_object()) {
            return student_from(known).chapters.at(0).steps;
        }
    }
    const fs::path folder = journal_.work() / "files" / key;
    std::error_code ignored;
    fs::remove_all(folder, ignored); // left over from a run that was killed
    GradedStudent holder;
    holder.chapters.emplace_back();
    holder.chapters[0].steps = judge_files(course, files, folder);
    fs::remove_all(folder, ignored);
    write_file(kept, to_text(to_json(holder)));
    return holder.chapters[0].steps;
}

GradedChapter ClassGrading::judge_chapter(const Course& course, const ChapterFiles& files,
                                          bool again)
{
    GradedChapter chapter;
    chapter.folder = course.chapter.folder;
    chapter.notes = first_notes(files.notes);
    if (files.source.path.empty()) {
        chapter.steps = unjudged(course.catalogue, "not handed in");
        return chapter;
    }
    chapter.file = files.source.path;
    chapter.content = digest(files.source.bytes);
    if (files.source.time != 0) {
        chapter.handed_in = files.source.time;
    }
    try {
        chapter.steps = steps_of(course, files, again);
    } catch (const DiskIsFull&) {
        throw;
    } catch (const std::exception& error) {
        if (says_disk_is_full(error.what())) {
            require_room(journal_.work());
        }
        // A file that the grader cannot cope with must not end the grading of the class; a full
        // disk or a sandbox that no longer works must, so these are checked here.
        write_file(journal_.work() / "probe", std::string(100'000, ' '));
        if (sandbox_ != nullptr) {
            sandbox_->try_out();
        }
        chapter.steps = unjudged(course.catalogue, "could not be judged; your instructor is told");
        chapter.could_not_be_judged = true;
        chapter.notes.push_back(
            fmt::format("the grader could not judge this chapter: {}", error.what()));
    }
    return chapter;
}

std::string ClassGrading::add_missing(const MissingStudent& missing)
{
    GradedStudent student = student_of(missing, roster_);
    for (const Course& course : courses_) {
        student.chapters.push_back(judge_chapter(course, {}, false));
    }
    const std::string fingerprint = digest(to_text(to_json(student)));
    if (!journal_.is_done(student.key, fingerprint)) {
        journal_.add(student, fingerprint);
    }
    return student.key;
}

void ClassGrading::grade(const MatchedSubmission& matched, bool again)
{
    const auto start = std::chrono::steady_clock::now();
    const Submission& submission = matched.submission;
    GradedStudent student = student_of(matched, roster_);
    std::vector<std::string> notes;
    const std::vector<HandedInFile> files = read_submission(submission, notes);
    notes.insert(notes.end(), submission.remarks.begin(), submission.remarks.end());
    student.notes = first_notes(notes);

    std::vector<ChapterFiles> chapters;
    std::vector<std::string> used;
    std::string fingerprint = fmt::format("{}\n{}\n", seed_, sandbox_ != nullptr);
    for (const Course& course : courses_) {
        chapters.push_back(files_of(course.chapter, files, course.catalogue.functions));
        const ChapterFiles& found = chapters.back();
        used.push_back(found.source.path);
        fingerprint +=
            fmt::format("{} {} {} {} {}\n", course.judge_digest, found.source.path,
                        found.source.time, fmt::join(found.notes, " "), digest(content_of(found)));
    }
    const bool lacks_one = std::any_of(chapters.begin(), chapters.end(),
                                       [](const auto& found) { return found.source.path.empty(); });
    if (lacks_one) {
        student.unrecognised = unrecognised(all_chapters_, files, used);
    }
    if (!student.unrecognised.empty()) {
        student.notes.push_back(
            fmt::format("handed in, not recognised: {}", fmt::join(student.unrecognised, ", ")));
    }
    fingerprint = digest(fingerprint + to_text(to_json(student)) +
                         std::to_string(submission.handed_in.value_or(0)));
    keep_sources(chapters);
    if (!again && journal_.is_done(student.key, fingerprint)) {
        return;
    }
    bool any = false;
    bool all_judged = true;
    for (std::size_t i = 0; i < courses_.size(); ++i) {
        student.chapters.push_back(judge_chapter(courses_[i], chapters[i], again));
        any |= !chapters[i].source.path.empty();
        if (student.chapters.back().could_not_be_judged) {
            all_judged = false;
            student.notes.push_back(fmt::format("NOT GRADED, --resume tries again: {}: {}",
                                                courses_[i].chapter.folder,
                                                student.chapters.back().notes.back()));
        }
        if (submission.handed_in) {
            student.chapters.back().handed_in = submission.handed_in;
        }
    }
    if (!any && student.unrecognised.empty()) {
        student.notes.push_back("no file of any chapter was found in what was handed in");
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    // What could not be judged is tried again by --resume.
    journal_.add(student, all_judged ? fingerprint : "not judged", took.count());
}

} // namespace workbook
