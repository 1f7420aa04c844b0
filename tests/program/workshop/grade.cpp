#include "workshop/workshop.hpp"

#include "build/parallel.hpp"
#include "build/words.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "grade/class_grading.hpp"
#include "grade/class_input.hpp"
#include "grade/due_date.hpp"
#include "grade/outputs.hpp"
#include "grade/wording.hpp"
#include "terminal/terminal.hpp"
#include "verbs/verbs.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>

#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

double parse_fraction(const std::string& text, const char* option)
{
    std::size_t end = 0;
    double number = -1;
    try {
        number = std::stod(text, &end);
    } catch (const std::exception&) {
        end = 0;
    }
    const std::string rest = text.substr(end);
    if (end == 0 || !(number >= 0 && number <= 100) || (rest != "%" && !rest.empty())) {
        throw UserError(fmt::format("{} {} is no share", option, text), "say 10%", 2);
    }
    return number / 100;
}

/// Parses "3/7", the third of seven parts.
std::pair<std::size_t, std::size_t> parse_shard(const std::string& text)
{
    std::size_t part = 0;
    std::size_t of = 0;
    char rest = 0;
    // NOLINTNEXTLINE: two numbers and nothing after them
    if (std::sscanf(text.c_str(), "%zu/%zu%c", &part, &of, &rest) != 2 || part < 1 || part > of) {
        throw UserError(fmt::format("--shard {} is no part of a whole", text),
                        "say 1/4 to 4/4 for four parts", 2);
    }
    return {part, of};
}

/// The steps that these chapters and numbers name, as far as the chapters are graded now: a
/// grading.toml may cover the whole term.
std::set<std::string> steps_named(const Workspace& workspace, const Toolchain& toolchain,
                                  const std::vector<Chapter>& graded,
                                  const std::vector<std::string>& words)
{
    std::set<std::string> steps;
    if (words.empty()) {
        return steps;
    }
    for (const auto& [folder, numbers] : select(workspace, words)) {
        const bool is_graded =
            std::any_of(graded.begin(), graded.end(),
                        [name = folder](const Chapter& chapter) { return chapter.folder == name; });
        if (!is_graded) {
            continue;
        }
        const Catalogue catalogue = catalogue_of(toolchain, workspace.chapter(folder));
        for (const std::string& number : numbers) {
            steps.insert(catalogue.step(number).number);
        }
        if (numbers.empty()) {
            for (const Step& step : catalogue.steps) {
                steps.insert(step.number);
            }
        }
    }
    return steps;
}

GradingRules rules_of(const Workspace& workspace, const Toolchain& toolchain,
                      const std::vector<Chapter>& chapters, const GradeOptions& options)
{
    GradingRules rules;
    rules.assignment = options.assignment;
    rules.counted = steps_named(workspace, toolchain, chapters, options.count);
    rules.hidden = steps_named(workspace, toolchain, chapters, options.hide);
    for (const Chapter& chapter : chapters) {
        for (const Step& step : catalogue_of(toolchain, chapter).steps) {
            if (step.hidden) {
                rules.hidden.insert(step.number);
            }
        }
    }
    if (rules.counted.empty() && !options.count.empty()) {
        throw UserError("no step counts: --count names none of the chapters that are graded",
                        "name one of them, or leave --chapters or --count away", 2);
    }
    for (const std::string& due : options.due) {
        const std::size_t equals = due.find('=');
        const std::string chapter =
            equals == std::string::npos ? "" : workspace.chapter(due.substr(0, equals)).folder;
        const std::string time = due.substr(equals == std::string::npos ? 0 : equals + 1);
        rules.due[chapter] = parse_time(time);
        rules.zones[chapter] = zone_of(time);
    }
    rules.late_per_day = options.late.empty() ? 0 : parse_fraction(options.late, "--late");
    rules.late_at_most = parse_fraction(options.late_at_most, "--late-at-most");
    if (rules.late_per_day > 0 && rules.due.empty()) {
        throw UserError("--late needs --due: when was it due?", "", 2);
    }
    return rules;
}

/// Without a sandbox, root compiles and runs students' files as "nobody", who must be able to reach
/// them.
void must_be_open_to_all(const fs::path& place, const std::string& advice)
{
    for (fs::path folder = place; ::geteuid() == 0 && folder.has_relative_path();
         folder = folder.parent_path()) {
        const bool open = !fs::exists(folder) || (fs::status(folder).permissions() &
                                                  fs::perms::others_exec) != fs::perms::none;
        if (!open) {
            throw UserError(fmt::format("{} is private, and --unsafe compiles and runs students' "
                                        "files as the user nobody, who has to come to {}",
                                        shown(folder), shown(place)),
                            advice, 2);
        }
    }
}

/// Without a sandbox, "nobody" must not be able to read the answers: an #include would be enough.
void must_be_closed(const std::vector<fs::path>& places)
{
    std::string open;
    for (const fs::path& place : places) {
        std::error_code error;
        const fs::perms others = fs::status(place, error).permissions() & fs::perms::others_all;
        if (::geteuid() == 0 && !error && others != fs::perms::none) {
            open += " " + shown(place);
        }
    }
    if (!open.empty()) {
        throw UserError("--unsafe compiles students' files as the user nobody, who could read the "
                        "answers",
                        "chmod o-rwx" + open, 2);
    }
}

std::vector<Chapter> chapters_of(const Workspace& workspace, const std::vector<std::string>& names)
{
    std::vector<Chapter> chapters;
    for (const std::string& name : names) {
        chapters.push_back(workspace.chapter(name));
    }
    return names.empty() ? workspace.chapters() : chapters;
}

/// The head of the run's journal: the old one if the run is resumed, else a new one.
JournalHead head_of(Journal& journal, const std::vector<Chapter>& chapters,
                    const GradeOptions& options)
{
    JournalHead head;
    for (const Chapter& chapter : chapters) {
        head.chapters.push_back(chapter.folder);
    }
    head.unsafe = options.unsafe;
    const std::optional<JournalHead> before = journal.head();
    head.seed = options.seed ? *options.seed : before ? before->seed : fresh_seed();
    if (before && (before->seed != head.seed || before->chapters != head.chapters ||
                   before->unsafe != head.unsafe)) {
        throw UserError(fmt::format("{} was begun with other options (seed {}, chapters {}{})",
                                    shown(options.out), before->seed,
                                    boost::join(before->chapters, ", "),
                                    before->unsafe ? ", --unsafe" : ""),
                        "go on with those, or choose another folder with --out", 2);
    }
    if (!before) {
        journal.begin(head);
    }
    return head;
}

/// Removes the pages of students whose submissions have disappeared since an earlier run.
void forget_others(const fs::path& out, const Journal& journal, const std::set<std::string>& keys)
{
    for (const std::string& key : journal.keys()) {
        std::error_code ignored;
        if (keys.count(key) == 0) {
            fs::remove_all(out / "students" / key, ignored);
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

/// What the instructor sees at the end.
void print_class(const GradeOptions& options, const GradingRules& rules, const Journal& journal,
                 const std::set<std::string>& keys, std::uint64_t seed)
{
    std::size_t handed_in = 0;
    std::size_t missing = 0;
    std::vector<std::string> with_notes;
    double points = 0;
    double most = 0;
    journal.each(keys, [&](const GradedStudent& student) {
        const Score score = score_of(rules, student);
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
               handed_in > 0 ? points / static_cast<double>(handed_in) : 0.0, most, seed);
    print_some("note: ", with_notes);
    const fs::path out = options.out;
    fmt::print("the class: {}\nthe gradebook: {}\neach student: {}\n", shown(out / "summary.html"),
               shown(out / "gradebook.csv"), shown(out / "students" / "NAME" / "feedback.html"));
}

int merge(const Workspace& workspace, const Toolchain& toolchain,
          const std::vector<Chapter>& chapters, const GradeOptions& options)
{
    Journal journal(options.out, options.resume);
    std::optional<JournalHead> head = journal.head();
    std::set<std::string> keys;
    for (const std::string& folder : options.merge) {
        if (!fs::exists(fs::path(folder) / "journal.jsonl")) {
            throw UserError(fmt::format("{} holds no graded part of a class", folder),
                            "--merge takes the --out folders of grade --shard", 2);
        }
        const Journal part(folder, true);
        if (!part.head()) {
            throw UserError(fmt::format("the journal in {} has only begun", folder),
                            "grade that part with --resume first");
        }
        if (!head) {
            journal.begin(*part.head());
            head = part.head();
        }
        if (part.head()->seed != head->seed || part.head()->chapters != head->chapters) {
            throw UserError(fmt::format("{} was graded with another seed or other chapters than "
                                        "the first part",
                                        folder),
                            "give every part the same --seed and --chapters", 2);
        }
        part.each(part.keys(), [&](const GradedStudent& student) {
            // Every part lacks the students of the other parts, who are on the roster too.
            if (student.missing && keys.count(student.key) > 0) {
                return;
            }
            keys.insert(student.key);
            journal.add(student, "merged");
        });
    }
    const GradingRules rules = rules_of(workspace, toolchain, chapters, options);
    write_outputs(options.out, rules, [&](const auto& visit) { journal.each(keys, visit); });
    print_class(options, rules, journal, keys, head->seed);
    return 0;
}

} // namespace

int grade(const Workspace& workspace, const GradeOptions& options)
{
    if (options.out.empty() || (options.submissions.empty() && options.merge.empty())) {
        throw UserError("grade needs the folder of submissions, and --out DIR for the results",
                        "./workbook grade SUBMISSIONS --out DIR", 2);
    }
    const Toolchain toolchain(workspace);
    const std::vector<Chapter> chapters = chapters_of(workspace, options.chapters);
    std::vector<std::string> targets;
    for (const Chapter& chapter : chapters) {
        append(targets, toolchain.judging_targets(chapter));
        append(targets, toolchain.alone_targets(chapter));
    }
    build_targets(workspace, toolchain, targets);
    if (!options.merge.empty()) {
        return merge(workspace, toolchain, chapters, options);
    }
    const GradingRules rules = rules_of(workspace, toolchain, chapters, options);
    ClassInput input(workspace, chapters, options);

    Journal journal(options.out, options.resume);
    input.find(journal.work());
    const std::vector<MatchedSubmission>& submissions = input.matched().submissions;
    std::optional<Sandbox> sandbox;
    if (options.unsafe) {
        must_be_open_to_all(fs::absolute(options.out), "choose an --out that every user may enter");
        for (const fs::path& own : {workspace.root(), workspace.build()}) {
            must_be_open_to_all(own, "move the workbook to where every user may enter");
        }
        must_be_closed(
            {workspace.root() / "tests", workspace.solutions(), workspace.build() / "mistakes"});
    } else {
        sandbox.emplace(workspace, toolchain, journal.work());
    }
    const JournalHead head = head_of(journal, chapters, options);
    ClassGrading grading(toolchain, chapters, workspace.chapters(), head.seed,
                         sandbox ? &*sandbox : nullptr, input.roster(), journal);

    const auto [part, parts] = options.shard.empty() ? std::pair<std::size_t, std::size_t>{1, 1}
                                                     : parse_shard(options.shard);
    std::vector<std::size_t> ours;
    for (std::size_t i = part - 1; i < submissions.size(); i += parts) {
        ours.push_back(i);
    }

    std::set<std::string> keys;
    std::atomic<bool> stopped = false;
    for_each_in_parallel(
        "grading", ours.size(),
        [&](std::size_t i) {
            if (stopped) {
                return;
            }
            try {
                grading.grade(submissions[ours[i]]);
            } catch (...) {
                stopped = true; // the grader itself cannot go on: the disk is full, …
                throw;
            }
        },
        options.jobs);
    for (const std::size_t i : ours) {
        keys.insert(submissions[i].submission.key);
    }
    for (const MissingStudent& missing : input.matched().missing) {
        keys.insert(grading.add_missing(missing));
    }
    write_outputs(options.out, rules, [&](const auto& visit) { journal.each(keys, visit); });
    forget_others(options.out, journal, keys);
    print_class(options, rules, journal, keys, head.seed);
    const std::vector<std::string> doubts = doubts_of(journal, keys);
    print_some("whose: ", doubts);
    if (!doubts.empty()) {
        fmt::print("{}",
                   wrapped("--mapping FILE.csv (columns submission, id) says whose one is", 2));
    }
    print_some("", input.remarks());
    print_some("passed over: ", input.passed_over());
    return 0;
}

} // namespace workbook
