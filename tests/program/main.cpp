// The program behind ./workbook, with the verbs of every day. The others are in the workshop, a
// program of its own, so that a student's first check need not wait until they are built.
#include "course/step_at.hpp"
#include "terminal/command_line.hpp"
#include "verbs/verbs.hpp"
#include "workshop/workshop.hpp"

#include <map>
#include <string>
#include <vector>

namespace {

using namespace workbook;

void add_seed(CLI::App& verb, CheckOptions& options)
{
    CLI::Validator not_negative = CLI::NonNegativeNumber;
    verb.add_option("--seed", options.seed, "where the random inputs come from")
        ->type_name("NUMBER")
        ->check(not_negative.description("")); // keeps the check's description out of the help
}

/// A place in a file stands for the step there.
void take_places(const Workspace& workspace, std::vector<std::string>& words)
{
    for (std::string& word : words) {
        word = step_at(workspace, word);
    }
}

/// Adds the options that say what is judged.
void add_check_options(CLI::App& verb, CheckOptions& options)
{
    verb.add_option("what", options.what,
                    "chapters and steps: 3, 3.4, backprop, or a file and a line of it; none: "
                    "everything")
        ->type_name("");
    auto* solutions =
        verb.add_flag("--solutions", options.solutions, "the worked files, not yours");
    verb.add_option("--from", options.from, "files below this folder, laid out like labs/")
        ->type_name("DIR")
        ->excludes(solutions);
    verb.add_flag("--unsafe", options.unsafe, "those files without the sandbox, with your rights");
    add_seed(verb, options);
}

void add_chapter(CLI::App& verb, std::string& chapter)
{
    verb.add_option("chapter", chapter, "for example 3, or a file of it")->required();
}

void add_step(CLI::App& verb, std::string& step)
{
    verb.add_option("step", step, "for example 3.4, or a file and a line of it")->required();
}

} // namespace

int main(int argc, char** argv)
{
    CommandLine line("Neural Networks by Hand: read a chapter, write its formulas, check each.");
    CheckOptions check_options;
    DebugOptions debug_options;
    FigureOptions figure_options;
    std::string chapter;
    std::string step;
    bool json = false;

    auto& check_verb = line.verb("check", "judges your labs: right, or which mistake it is",
                                 [&](const Workspace& w) {
                                     take_places(w, check_options.what);
                                     return check(w, check_options);
                                 });
    add_check_options(check_verb, check_options);
    check_verb.add_flag("--json", check_options.json, "the verdicts as JSON");

    auto& watch_verb = line.verb("watch", "the same, at every save", [&](const Workspace& w) {
        take_places(w, check_options.what);
        return watch(w, check_options);
    });
    add_check_options(watch_verb, check_options);

    auto& list_verb = line.verb("list", "chapters, steps and points; what is done, what is next",
                                [&](const Workspace& w) { return list(w, json); });
    list_verb.add_flag("--json", json, "as JSON");

    auto& hint_verb = line.verb("hint", "one more hint each time",
                                [&](const Workspace& w) { return hint(w, step_at(w, step)); });
    add_step(hint_verb, step);

    std::string place;
    auto& read_verb =
        line.verb("read", "opens the book in your browser: read 3.7 at that section",
                  [&](const Workspace& w) { return read_book(w, step_at(w, place)); });
    read_verb
        .add_option("place", place,
                    "a section, chapter or page: 3.7, 3, glossary, or a file and a line of it; "
                    "none: the cover")
        ->type_name("");

    auto& reset_verb = line.verb("reset", "back to the skeleton; your file is kept beside it",
                                 [&](const Workspace& w) { return reset(w, step_at(w, chapter)); });
    add_chapter(reset_verb, chapter);

    RunChapterOptions run_options;
    CLI::App* run_verb = nullptr;
    run_verb = &line.verb("run", "runs a chapter with your functions: its tables",
                          [&](const Workspace& w) {
                              run_options.chapter = step_at(w, run_options.chapter);
                              run_options.words = run_verb->remaining();
                              return run_chapter(w, run_options);
                          });
    add_chapter(*run_verb, run_options.chapter);
    run_verb->add_flag("--solutions", run_options.solutions, "with the worked functions");
    run_verb->add_flag("--own", run_options.own,
                       "with your functions of the chapters that this one uses, too");
    run_verb->allow_extras(); // for the chapter's executable, as in: run digits --image 3.png

    auto& figures_verb = line.verb("figures", "draws the figures: SVG, PNG, CSV, GIF",
                                   [&](const Workspace& w) { return figures(w, figure_options); });
    figures_verb.add_option("name", figure_options.names, "figures or chapters; none: all");
    figures_verb.add_flag("--solutions", figure_options.solutions, "with the worked functions");
    figures_verb.add_option("--out", figure_options.out, "folder to put them into");

    auto& debug_verb =
        line.verb("debug", "gdb, stopped at your function with the failing inputs",
                  [&](const Workspace& w) { return debug(w, step_at(w, step), debug_options); });
    add_step(debug_verb, step);
    debug_verb.add_flag("--solutions", debug_options.solutions, "the worked file, not yours");
    debug_verb.add_option("--from", debug_options.from, "files below this folder");
    debug_verb.add_flag("--prepare", debug_options.prepare,
                        "for editors: puts what gdb needs into build/debug, and does not start it");
    add_seed(debug_verb, debug_options);

    line.verb("doctor", "what is installed, what is missing, how to fix it", doctor);

    std::map<std::string, CLI::App*> handed_on;
    for (const auto& [name, description] : workshop_verbs) {
        CLI::App*& verb = handed_on[name];
        verb = &line.verb(name, description, [&verb](const Workspace& w) {
            const auto words = verb->remaining();
            if (verb->get_name() == "notes" && words.empty() && w.is_student_edition()) {
                return shipped_notes(w);
            }
            return go_to_workshop(w, verb->get_name(), words);
        });
        verb->prefix_command();
        verb->set_help_flag();
    }
    line.verb("skeletons", "for authors: makes all labs again from the solutions", skeletons);
    return line.run(argc, argv);
}
