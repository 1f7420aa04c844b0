#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "grade/chosen_rules.hpp"
#include "workshop/grade_run.hpp"

#include <set>

#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

int merge(const Workspace& workspace, const Toolchain& toolchain,
          const std::vector<Chapter>& chapters, const GradeOptions& options)
{
    Journal journal(options.out, options.resume);
    std::optional<JournalHead> head = journal.head();
    std::set<std::string> keys;
    std::vector<fs::path> sources;
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
        sources.push_back(part.sources());
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
    GradingRun run{options,
                   rules_of(workspace, toolchain, chapters, options),
                   {},
                   journal,
                   head->seed,
                   texts_of(workspace, chapters, sources),
                   anonymity_for(options)};
    run.marks = marks_of(workspace, toolchain, chapters, run.rules, options);
    std::vector<Classmate> mates;
    journal.each(keys, [&](const GradedStudent& student) {
        mates.push_back({student.key, student.name, student.id, student.email});
    });
    take_marks(run, mates);
    write_class(run, keys);
    print_class(run, keys);
    return 0;
}

} // namespace workbook
