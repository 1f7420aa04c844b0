// The program behind ./workbook: reads the command line and calls the verb.
#include "common/system/user_error.hpp"
#include "grade/class_grading.hpp"
#include "grade/settings.hpp"
#include "terminal/terminal.hpp"
#include "verbs/verbs.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <clocale>
#include <cstdlib>

namespace {

using namespace workbook;

/// A seed; its validator keeps out of the help.
void add_seed(CLI::App& verb, CheckOptions& options)
{
    CLI::Validator not_negative = CLI::NonNegativeNumber;
    verb.add_option("--seed", options.seed, "where the random inputs come from")
        ->type_name("NUMBER")
        ->check(not_negative.description(""));
}

/// Adds the options that say what is judged.
void add_check_options(CLI::App& verb, CheckOptions& options)
{
    verb.add_option("what", options.what, "chapters and steps: 3, 3.4, backprop; none: everything")
        ->type_name("");
    auto* solutions =
        verb.add_flag("--solutions", options.solutions, "the worked files, not yours");
    verb.add_option("--from", options.from, "files below this folder, laid out like labs/")
        ->type_name("DIR")
        ->excludes(solutions);
    add_seed(verb, options);
}

int run_program(int argc, char** argv)
{
    CLI::App app{"Neural Networks by Hand: read a chapter, write its formulas, check each."};
    app.name("./workbook");
    app.require_subcommand(0, 1);
    app.set_help_flag("-h,--help", "what can be typed");
    app.get_formatter()->column_width(26);

    std::string root;
    std::string build;
    app.add_option("--root", root)->required()->group("");
    app.add_option("--build", build)->required()->group("");

    int status = 0;
    const auto with_workspace = [&](auto verb) {
        return [&, verb] { status = verb(Workspace(root, build)); };
    };

    CheckOptions check_options;
    auto* check_verb =
        app.add_subcommand("check", "judges your labs: right, or which mistake it is");
    add_check_options(*check_verb, check_options);
    check_verb->add_flag("--json", check_options.json, "the verdicts as JSON");
    check_verb->callback(
        with_workspace([&](const Workspace& w) { return check(w, check_options); }));

    auto* watch_verb = app.add_subcommand("watch", "the same at every save");
    add_check_options(*watch_verb, check_options);
    watch_verb->callback(
        with_workspace([&](const Workspace& w) { return watch(w, check_options); }));

    bool list_json = false;
    auto* list_verb =
        app.add_subcommand("list", "chapters, steps, points, what is done, what is next");
    list_verb->add_flag("--json", list_json, "as JSON");
    list_verb->callback(with_workspace([&](const Workspace& w) { return list(w, list_json); }));

    std::string step;
    auto* hint_verb = app.add_subcommand("hint", "one hint more each time");
    hint_verb->add_option("step", step, "for example 3.4")->required();
    hint_verb->callback(with_workspace([&](const Workspace& w) { return hint(w, step); }));

    std::string chapter;
    auto* reset_verb =
        app.add_subcommand("reset", "the skeleton again; your file is kept beside it");
    reset_verb->add_option("chapter", chapter, "for example 3")->required();
    reset_verb->callback(with_workspace([&](const Workspace& w) { return reset(w, chapter); }));

    bool solutions = false;
    auto* run_verb = app.add_subcommand("run", "runs a chapter with your functions: its tables");
    run_verb->add_option("chapter", chapter, "for example 3")->required();
    run_verb->add_flag("--solutions", solutions, "with the worked functions");
    run_verb->callback(
        with_workspace([&](const Workspace& w) { return run_chapter(w, chapter, solutions); }));

    FigureOptions figure_options;
    auto* figures_verb = app.add_subcommand("figures", "draws the figures: SVG, PNG, CSV, GIF");
    figures_verb->add_option("name", figure_options.names, "figures or chapters; none: all");
    figures_verb->add_flag("--solutions", figure_options.solutions, "with the worked functions");
    figures_verb->add_option("--out", figure_options.out, "folder to put them into");
    figures_verb->callback(
        with_workspace([&](const Workspace& w) { return figures(w, figure_options); }));

    bool instructor = false;
    bool pdf = false;
    auto* notes_verb = app.add_subcommand("notes", "builds the course notes");
    notes_verb->add_flag("--instructor", instructor, "with the solutions");
    notes_verb->add_flag("--pdf", pdf, "one file for paper, beside the pages");
    notes_verb->callback(
        with_workspace([&](const Workspace& w) { return notes(w, instructor, pdf); }));

    GradeOptions grade_options;
    auto* grade_verb = app.add_subcommand("grade", "judges a whole class, each student apart");
    add_grade_options(*grade_verb, grade_options);
    grade_verb->callback(
        with_workspace([&](const Workspace& w) { return grade(w, grade_options); }));

    std::string release_folder;
    auto* release_verb = app.add_subcommand("release", "the student edition: no solutions");
    release_verb->add_option("folder", release_folder, "a new folder")->required();
    release_verb->callback(
        with_workspace([&](const Workspace& w) { return release(w, release_folder); }));

    auto* debug_verb =
        app.add_subcommand("debug", "gdb, stopped at your function with the failing inputs");
    debug_verb->add_option("step", step, "for example 3.4")->required();
    debug_verb->add_flag("--solutions", check_options.solutions, "the worked file, not yours");
    debug_verb->add_option("--from", check_options.from, "files below this folder");
    add_seed(*debug_verb, check_options);
    debug_verb->callback(
        with_workspace([&](const Workspace& w) { return debug(w, step, check_options); }));

    auto* test_verb = app.add_subcommand("test", "the workbook's own tests; arguments go to ctest");
    test_verb->prefix_command();
    test_verb->callback(
        with_workspace([&](const Workspace& w) { return self_test(w, test_verb->remaining()); }));

    auto* bench_verb = app.add_subcommand("bench", "times save to verdict against a plain compile");
    bench_verb->add_option("what", check_options.what, "chapters; none: all");
    bench_verb
        ->add_option("--students", check_options.students,
                     "times a class of so many against the compiling alone")
        ->type_name("NUMBER");
    bench_verb->callback(
        with_workspace([&](const Workspace& w) { return bench(w, check_options); }));

    auto* skeletons_verb =
        app.add_subcommand("skeletons", "for authors: makes all labs anew from the solutions");
    skeletons_verb->callback(with_workspace([&](const Workspace& w) { return skeletons(w); }));

    auto* doctor_verb =
        app.add_subcommand("doctor", "what is installed, what is missing, what mends it");
    doctor_verb->callback(with_workspace([&](const Workspace& w) { return doctor(w); }));

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : 2;
    }
    if (app.get_subcommands().empty()) {
        fmt::print(stderr, "{}", app.help());
        return 2;
    }
    return status;
}

} // namespace

int main(int argc, char** argv)
{
    std::setlocale(LC_CTYPE, "C.UTF-8"); // names in archives are UTF-8
    ::setenv("LC_ALL", "C.UTF-8", 1);    // compilers speak English here: what they say is explained
    try {
        return run_program(argc, argv);
    } catch (const workbook::UserError& error) {
        fmt::print(stderr, "workbook: {}\n", error.what());
        if (!error.advice.empty()) {
            fmt::print(stderr, "  {}\n", error.advice);
        }
        return error.status;
    } catch (const std::exception& error) {
        fmt::print(stderr, "workbook: {}\n", error.what());
        return 1;
    }
}
