#include "workshop/grade_run.hpp"

#include "build/targets.hpp"
#include "build/words.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "grade/chosen_rules.hpp"
#include "grade/class_grading.hpp"
#include "grade/unsafe.hpp"
#include "grade/wording.hpp"
#include "verbs/verbs.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>

namespace workbook {

namespace fs = std::filesystem;

namespace {

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

/// The sandbox, unless the user does without: then what must hold is checked.
std::optional<Sandbox> sandbox_for(const Workspace& workspace, const Toolchain& toolchain,
                                   const Journal& journal, const GradeOptions& options)
{
    std::optional<Sandbox> sandbox;
    if (!options.unsafe) {
        sandbox.emplace(workspace, toolchain, journal.work());
        return sandbox;
    }
    must_be_open_to_all(fs::absolute(options.out), "choose an --out that every user may enter");
    for (const fs::path& own : {workspace.root(), workspace.build()}) {
        must_be_open_to_all(own, "move the workbook to where every user may enter");
    }
    must_be_closed(
        {workspace.root() / "tests", workspace.solutions(), workspace.build() / "mistakes"});
    return sandbox;
}

/// The submissions that are to be judged: the shard's, or those of --only.
std::vector<std::size_t> chosen(const std::vector<MatchedSubmission>& submissions,
                                const GradeOptions& options)
{
    if (!options.only.empty()) {
        return find_students(submissions, options.only);
    }
    const auto [part, parts] = options.shard.empty() ? std::pair<std::size_t, std::size_t>{1, 1}
                                                     : parse_shard(options.shard);
    std::vector<std::size_t> ours;
    for (std::size_t i = part - 1; i < submissions.size(); i += parts) {
        ours.push_back(i);
    }
    return ours;
}

/// Those of the class who are not judged yet; --only leaves them so.
void say_unjudged(const std::vector<MatchedSubmission>& submissions, const Journal& journal)
{
    const std::set<std::string> known = journal.keys();
    const auto unjudged =
        std::count_if(submissions.begin(), submissions.end(), [&](const MatchedSubmission& each) {
            return known.count(each.submission.key) == 0;
        });
    if (unjudged > 0) {
        fmt::print("{} more, not judged yet: without --only they are\n",
                   count_of(static_cast<std::size_t>(unjudged), "submission"));
    }
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

    Journal journal(options.out, options.resume || options.follow || !options.only.empty());
    if (!options.follow) {
        input.find(journal.work());
    }
    const std::vector<MatchedSubmission>& submissions = input.matched().submissions;
    // Wrong names are said before anything is judged.
    const std::vector<std::size_t> ours = chosen(submissions, options);
    GradingRun run{options,
                   rules,
                   marks_of(workspace, toolchain, chapters, rules, options),
                   journal,
                   0,
                   texts_of(workspace, chapters, {journal.sources()}),
                   anonymity_for(options)};
    take_marks(run, classmates(input.matched()), options.follow);
    const std::optional<Sandbox> sandbox = sandbox_for(workspace, toolchain, journal, options);
    run.seed = head_of(journal, chapters, options).seed;
    ClassGrading grading(toolchain, chapters, workspace.chapters(), run.seed,
                         sandbox ? &*sandbox : nullptr, input.roster(), journal);
    if (options.follow) {
        return follow(run, grading, input);
    }
    judge(grading, submissions, ours, !options.only.empty(), options);

    std::set<std::string> keys;
    for (std::size_t i = 0; i < submissions.size(); ++i) {
        if (!options.only.empty() || std::binary_search(ours.begin(), ours.end(), i)) {
            keys.insert(submissions[i].submission.key);
        }
    }
    for (const MissingStudent& missing : input.matched().missing) {
        keys.insert(grading.add_missing(missing));
    }
    write_class(run, keys);
    print_class(run, keys, &input);
    if (!options.only.empty()) {
        say_unjudged(submissions, journal);
    }
    return 0;
}

} // namespace workbook
