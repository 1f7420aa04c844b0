// The program with the verbs of those who read, teach and write the course; ./workbook calls it.
#include "grade/class_grading.hpp"
#include "grade/settings.hpp"
#include "terminal/command_line.hpp"
#include "workshop/workshop.hpp"

#include <functional>
#include <map>
#include <string>

int main(int argc, char** argv)
{
    using namespace workbook;
    CommandLine line("Neural Networks by Hand: for those who read, teach and write it.");
    bool instructor = false;
    bool pdf = false;
    SiteOptions site_options;
    GradeOptions grade_options;
    ReleaseOptions release_options;
    std::string newer;
    BenchOptions bench_options;
    std::string number;
    std::string name;
    std::map<std::string, CLI::App*> verbs;
    const std::map<std::string, std::function<int(const Workspace&)>> calls{
        {"notes", [&](const Workspace& w) { return notes(w, instructor, pdf); }},
        {"site", [&](const Workspace& w) { return site(w, site_options); }},
        {"grade", [&](const Workspace& w) { return grade(w, grade_options); }},
        {"release", [&](const Workspace& w) { return release(w, release_options); }},
        {"update", [&](const Workspace& w) { return update(w, newer); }},
        {"test", [&](const Workspace& w) { return self_test(w, verbs["test"]->remaining()); }},
        {"new", [&](const Workspace& w) { return new_chapter(w, number, name); }},
        {"bench", [&](const Workspace& w) { return bench(w, bench_options); }},
    };
    for (const auto& [name, description] : workshop_verbs) {
        verbs[name] = &line.verb(name, description, calls.at(name));
    }

    verbs["notes"]->add_flag("--instructor", instructor, "with the solutions");
    verbs["notes"]->add_flag("--pdf", pdf, "one file for paper, beside the pages");
    verbs["site"]->add_option("--out", site_options.folder, "a folder; else build/site");
    verbs["site"]->add_flag("--serve", site_options.serve, "serve it on this machine");
    add_grade_options(*verbs["grade"], grade_options);
    verbs["release"]
        ->add_option("folder", release_options.folder,
                     "a new folder, or one that an earlier edition was released to")
        ->required();
    verbs["release"]->add_flag("--archive", release_options.archives,
                               "a .tar.gz and a .zip of it into that folder, with their SHA-256");
    verbs["release"]->add_flag("--without-book", release_options.without_book,
                               "where the course notes cannot be built");
    verbs["update"]
        ->add_option("archive", newer, "or the folder that it was unpacked to")
        ->required();
    verbs["new"]->add_option("number", number, "of the chapter, for example 8")->required();
    verbs["new"]->add_option("name", name, "its C++ namespace, for example losses")->required();
    verbs["bench"]->add_option(
        "what", bench_options.what,
        "chapters; none: all. \"grade\": what grading a class takes; "
        "\"training\": an update, beside NumPy and PyTorch; \"site\": a check "
        "on a page");
    verbs["bench"]
        ->add_option("--students", bench_options.students,
                     "times a class of so many against the compiling alone")
        ->type_name("NUMBER");
    verbs["bench"]
        ->add_option("--sizes", bench_options.sizes, "of the classes that bench grade tries")
        ->type_name("10,100")
        ->delimiter(',');
    verbs["bench"]
        ->add_option("--different", bench_options.different,
                     "files in a class of bench grade; 0: every student's own")
        ->type_name("NUMBER");
    verbs["test"]->prefix_command();
    return line.run(argc, argv);
}
