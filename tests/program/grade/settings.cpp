#include "grade/settings.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <sstream>

namespace workbook {
namespace {

/// A section is a list in another form: `3 = 30` under `[weights]` is `weights = ["3=30"]`.
std::vector<CLI::ConfigItem> with_sections_as_lists(const std::vector<CLI::ConfigItem>& items)
{
    std::vector<CLI::ConfigItem> lists;
    for (const CLI::ConfigItem& item : items) {
        if (item.name == "++" || item.name == "--") {
            continue; // the begin or end of a section
        }
        if (item.parents.empty()) {
            lists.push_back(item);
            continue;
        }
        if (lists.empty() || lists.back().name != item.parents.front()) {
            lists.push_back({{}, item.parents.front(), {}});
        }
        for (const std::string& value : item.inputs) {
            lists.back().inputs.push_back(item.name + "=" + value);
        }
    }
    return lists;
}

/// Sets every option that the file names and the command line does not.
void read_settings(CLI::App& verb, const std::string& file)
{
    std::istringstream text(read_file(file));
    std::vector<CLI::ConfigItem> items;
    try {
        CLI::ConfigTOML reader;
        reader.parentSeparator('\x1f'); // "3.7" is the name of a step
        items = with_sections_as_lists(reader.from_config(text));
    } catch (const CLI::Error& error) {
        throw UserError(fmt::format("{}: {}", shown(file), error.what()), "a line is: name = value",
                        2);
    }
    for (const CLI::ConfigItem& item : items) {
        CLI::Option* option = verb.get_option_no_throw("--" + item.name);
        if (option == nullptr || item.name == "settings" || item.name == "help") {
            throw UserError(
                fmt::format("{}: there is no setting called {}", shown(file), item.fullname()),
                "the settings are the long options of ./workbook grade --help", 2);
        }
        if (option->count() > 0) {
            continue;
        }
        std::vector<std::string> values = item.inputs;
        if (option->get_expected_max() == 0) { // a flag
            if (values != std::vector<std::string>{"true"}) {
                continue;
            }
        }
        try {
            option->add_result(std::move(values));
            option->run_callback();
        } catch (const CLI::Error& error) {
            throw UserError(fmt::format("{}: {}", shown(file), error.what()), "", 2);
        }
    }
}

} // namespace

void add_grade_options(CLI::App& verb, GradeOptions& options)
{
    const auto text = [&](const char* name, std::string& value, const char* type,
                          const char* what) {
        return verb.add_option(name, value, what)->type_name(type);
    };
    const auto list = [&](const char* name, std::vector<std::string>& value, const char* type,
                          const char* what) {
        return verb.add_option(name, value, what)->type_name(type)->delimiter(',');
    };
    text("submissions", options.submissions, "DIR",
         "one folder or archive per student, or the zip or files as Moodle, Canvas, Gradescope "
         "export them");
    text("--out", options.out, "DIR", "where gradebook, pages and journal go");
    verb.add_flag("--resume", options.resume, "goes on with what is in --out");
    verb.add_option("--jobs", options.jobs, "students at a time; none: a core each")
        ->type_name("N")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1024}).description(""));
    verb.add_option("--seed", options.seed, "where the random inputs come from")
        ->type_name("NUMBER");
    text("--roster", options.roster, "FILE", "CSV of the class: tells who is missing");
    text("--mapping", options.mapping, "FILE", "CSV that says whose a submission is");
    list("--chapters", options.chapters, "3,4", "only these chapters");
    list("--count", options.count, "3,4.1", "only these chapters and steps give points");
    list("--hide", options.hide, "3.4", "steps that count but are not shown to students");
    list("--due", options.due, "TIME", "2026-11-20T18:00, or for one chapter 3=2026-11-20");
    text("--late", options.late, "10%", "share of the points lost for every day begun");
    text("--late-at-most", options.late_at_most, "50%", "share that is lost at most");
    list("--points", options.points, "3.7=2", "points of a step instead of its own");
    list("--weights", options.weights, "3=30", "what a chapter gives in all, whatever its points");
    text("--marks", options.marks, "FILE", "CSV of what was decided by hand, by whom and why");
    text("--assignment", options.assignment, "NAME", "its column at the learning platform");
    list("--only", options.only, "KEY", "judges these students again, by key, id or name");
    verb.add_flag("--anonymous", options.anonymous, "outputs and pages without names");
    verb.add_flag("--follow", options.follow, "grades what arrives, until Ctrl-C");
    text("--shard", options.shard, "1/4", "only the first of four parts of the class");
    list("--merge", options.merge, "DIR", "no judging: puts graded parts together");
    verb.add_flag("--unsafe", options.unsafe,
                  "without the sandbox: students' code has your rights");
    verb.add_option("--settings", "TOML file with any of these")->type_name("FILE")->expected(1);
    verb.parse_complete_callback([&verb] {
        if (const CLI::Option* file = verb.get_option("--settings"); file->count() > 0) {
            read_settings(verb, file->results().front());
        }
    });
}

} // namespace workbook
