// What the frame of a chapter's executable promises: files with stable names, unwritten steps
// left out and named, the right exit status.
#define BOOST_TEST_MODULE lab
#include <boost/test/unit_test.hpp>

#include "common/report/lab.hpp"
#include "common/system/files.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>

#include <unistd.h>

#include <nlohmann/json.hpp>

using namespace workbook;
namespace fs = std::filesystem;

namespace {

struct Outcome {
    int status = 0;
    std::string printed; ///< standard output and standard error
};

// Runs a chapter's main with these arguments, its output caught in a file.
Outcome run(const std::vector<std::string>& arguments, const std::function<void(Lab&)>& chapter)
{
    const TemporaryFolder folder;
    const std::string path = folder.path() / "printed";
    std::fflush(stdout);
    std::fflush(stderr);
    const int out = ::dup(1);
    const int err = ::dup(2);
    std::FILE* file = std::fopen(path.c_str(), "w");
    BOOST_REQUIRE(file);
    ::dup2(::fileno(file), 1);
    ::dup2(::fileno(file), 2);
    std::vector<const char*> argv{"chapter"};
    for (const std::string& argument : arguments)
        argv.push_back(argument.c_str());
    Outcome outcome;
    {
        Lab lab{static_cast<int>(argv.size()), argv.data()};
        chapter(lab);
        outcome.status = lab.finish();
    }
    std::fflush(stdout);
    std::fflush(stderr);
    ::dup2(out, 1);
    ::dup2(err, 2);
    ::close(out);
    ::close(err);
    std::fclose(file);
    outcome.printed = read_file(path);
    return outcome;
}

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

FigureMeta meta(const std::string& name)
{
    return {.name = name, .caption = "A line.", .alt = "a line", .source = "deck B"};
}

void line(Figure& figure)
{
    figure.line({0, 1}, {0, 1});
}

void chapter(Lab& lab)
{
    lab.section("Gates", [&] {
        auto table = lab.table("gates", {"x1", "AND", {"error", "%.2e"}});
        table.row(0, "no", 0.000123);
        table.row(1, "yes", 12.0);
        lab.value("rounding_error", 1.1e-16);
        lab.value("rows", 2);
        lab.value("rate", 0.125, "%.1f");
    });
    lab.section("Training", [&] {
        auto table = lab.table("training", {"epoch"});
        table.row(1);
        throw todo("1.6");
    });
    lab.figure(meta("line"), line);
    lab.figure(meta("training"), [](Figure&) { throw todo("1.6"); });
    lab.graph(meta("unit"), [](Graph& graph) {
        graph.layer("", {{"x", "x"}});
        graph.layer("", {{"y", "y"}});
        graph.edge("x", "y", {.label = "w"});
    });
}

nlohmann::json json(const fs::path& path)
{
    return nlohmann::json::parse(read_file(path));
}

} // namespace

BOOST_AUTO_TEST_CASE(the_terminal_gets_tables_and_values_and_no_figure)
{
    const Outcome outcome = run({}, [](Lab& lab) {
        chapter(lab);
        lab.figure(meta("never"), [](Figure&) { BOOST_ERROR("a figure was drawn"); });
    });
    BOOST_TEST(outcome.status == 0);
    BOOST_TEST(has(outcome.printed, "x1  AND     error\n"
                                    "──  ───  ────────\n"
                                    " 0  no   1.23e-04\n"
                                    " 1  yes  1.20e+01\n"));
    BOOST_TEST(has(outcome.printed, "rounding_error = 1.1e-16"));
    BOOST_TEST(has(outcome.printed, "needs step 1.6"));
    BOOST_TEST(!has(outcome.printed, "\x1b["), "colours although this is no terminal");
}

BOOST_AUTO_TEST_CASE(out_writes_tables_values_and_figures)
{
    const TemporaryFolder folder;
    const fs::path& out = folder.path();
    const Outcome outcome = run({"--out", out}, chapter);
    BOOST_TEST(outcome.status == 0);
    BOOST_TEST(read_file(out / "tables/gates.md") == "| x1 | AND | error |\n"
                                                     "| ---: | :--- | ---: |\n"
                                                     "| 0 | no | 1.23e-04 |\n"
                                                     "| 1 | yes | 1.20e+01 |\n");
    BOOST_TEST(!fs::exists(out / "tables/training.md"), "an unfinished table was written");
    const auto values = json(out / "values.json");
    BOOST_TEST(values["rounding_error"] == "1.1e-16");
    BOOST_TEST(values["rows"] == "2");
    BOOST_TEST(values["rate"] == "0.1");
    for (const char* name : {"line", "unit"}) {
        for (const char* extension : {".svg", ".phone.svg", ".paper.svg", ".png", ".csv", ".json"})
            BOOST_TEST(fs::exists(out / "figures" / (name + std::string(extension))));
        const auto figure = json(out / "figures" / (name + std::string(".json")));
        BOOST_TEST(figure["alt"] == "a line");
        BOOST_TEST(figure["files"].size() == 5u);
        BOOST_TEST(!figure.contains("needs"));
    }
    const auto missing = json(out / "figures/training.json");
    BOOST_TEST(missing["needs"] == "1.6");
    BOOST_TEST(missing["files"].empty());
    BOOST_TEST(!fs::exists(out / "figures/training.svg"));
    BOOST_TEST(has(outcome.printed, "step 1.6"));
}

BOOST_AUTO_TEST_CASE(a_figure_that_is_left_out_loses_its_old_files)
{
    const TemporaryFolder folder;
    run({"--out", folder.path()}, [](Lab& lab) { lab.figure(meta("line"), line); });
    BOOST_TEST(fs::exists(folder.path() / "figures/line.svg"));
    run({"--out", folder.path()},
        [](Lab& lab) { lab.figure(meta("line"), [](Figure&) { throw todo("1.1"); }); });
    BOOST_TEST(!fs::exists(folder.path() / "figures/line.svg"));
    BOOST_TEST(json(folder.path() / "figures/line.json")["needs"] == "1.1");
}

BOOST_AUTO_TEST_CASE(only_draws_what_it_names)
{
    const TemporaryFolder folder;
    const Outcome outcome = run({"--out", folder.path(), "--only", "line", "--no-tables"}, chapter);
    BOOST_TEST(outcome.status == 0);
    BOOST_TEST(fs::exists(folder.path() / "figures/line.svg"));
    BOOST_TEST(!fs::exists(folder.path() / "figures/unit.svg"));
    BOOST_TEST(!fs::exists(folder.path() / "values.json"));
}

BOOST_AUTO_TEST_CASE(only_with_an_unknown_name_lists_those_there_are)
{
    const TemporaryFolder folder;
    const Outcome outcome = run({"--out", folder.path(), "--only", "lime"}, chapter);
    BOOST_TEST(outcome.status == 2);
    BOOST_TEST(has(outcome.printed, "no such figure: lime"));
    BOOST_TEST(has(outcome.printed, "line, training, unit"));
}

BOOST_AUTO_TEST_CASE(list_prints_json_and_runs_nothing)
{
    const Outcome outcome = run({"--list"}, [](Lab& lab) {
        lab.section("never", [] { BOOST_ERROR("a section was run"); });
        lab.figure(meta("line"), [](Figure&) { BOOST_ERROR("a figure was drawn"); });
    });
    BOOST_TEST(outcome.status == 0);
    const auto list = nlohmann::json::parse(outcome.printed);
    BOOST_TEST(list.size() == 1u);
    BOOST_TEST(list[0]["name"] == "line");
    BOOST_TEST(list[0]["animated"] == false);
}

BOOST_AUTO_TEST_CASE(bad_usage_is_status_2_and_runs_nothing)
{
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--nonsense"}, std::vector<std::string>{"--only", "line"}}) {
        const Outcome outcome = run(arguments, [](Lab& lab) {
            lab.section("never", [] { BOOST_ERROR("a section was run"); });
        });
        BOOST_TEST(outcome.status == 2);
        BOOST_TEST(!outcome.printed.empty());
    }
}

BOOST_AUTO_TEST_CASE(what_fails_is_named_and_the_rest_goes_on)
{
    bool went_on = false;
    const Outcome outcome = run({}, [&](Lab& lab) {
        lab.section("First", [] { throw std::runtime_error("shapes do not fit"); });
        lab.section("Second", [&] { went_on = true; });
    });
    BOOST_TEST(outcome.status == 1);
    BOOST_TEST(went_on);
    BOOST_TEST(has(outcome.printed, "section \"First\" failed: shapes do not fit"));
}

BOOST_AUTO_TEST_CASE(misuse_by_an_author_fails)
{
    const auto status = [](const std::function<void(Lab&)>& chapter) {
        const TemporaryFolder folder;
        return run({"--out", folder.path()}, chapter).status;
    };
    BOOST_TEST(status([](Lab& lab) {
                   lab.section("s", [&] { lab.table("t", {"a", "b"}).row(1); });
               }) == 1);
    BOOST_TEST(status([](Lab& lab) {
                   lab.section("s", [&] {
                       lab.value("v", 1.0);
                       lab.value("v", 2.0);
                   });
               }) == 1);
    BOOST_TEST(status([](Lab& lab) { lab.section("s", [&] { lab.value("v", 1.0, "%s"); }); }) == 1);
    BOOST_TEST(status([](Lab& lab) { lab.figure({.name = "no_alt", .caption = "c"}, line); }) == 1);
    BOOST_TEST(status([](Lab& lab) {
                   lab.figure(meta("line"), line);
                   lab.figure(meta("line"), line);
               }) == 1);
    BOOST_TEST(status([](Lab& lab) {
                   lab.figure({.name = "s", .caption = "c", .alt = "a", .animated = true}, line);
               }) == 1);
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_is_one_clear_message)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "file", "");
    const Outcome outcome = run({"--out", folder.path() / "file"}, chapter);
    BOOST_TEST(outcome.status == 1);
    const std::size_t first = outcome.printed.find("cannot make the folder");
    BOOST_TEST(first != std::string::npos);
    BOOST_TEST(outcome.printed.find("cannot", first + 1) == std::string::npos);
    BOOST_TEST(has(outcome.printed, "--out"));
}

BOOST_AUTO_TEST_CASE(a_missing_gnuplot_is_one_clear_message_and_tables_are_written)
{
    const TemporaryFolder folder;
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", folder.path().c_str(), 1);
    const Outcome outcome = run({"--out", folder.path()}, [](Lab& lab) {
        chapter(lab);
        lab.figure(meta("second_line"), line);
    });
    ::setenv("PATH", path.c_str(), 1);
    BOOST_TEST(outcome.status == 1);
    const std::size_t first = outcome.printed.find("apt-get install gnuplot-nox");
    BOOST_TEST(first != std::string::npos);
    BOOST_TEST(outcome.printed.find("gnuplot-nox", first + 30) == std::string::npos);
    BOOST_TEST(has(outcome.printed, "apt-get install graphviz"));
    BOOST_TEST(fs::exists(folder.path() / "tables/gates.md"));
}

BOOST_AUTO_TEST_CASE(tables_align_numbers_at_their_points_and_know_wide_letters)
{
    TableData table{"t", {"가중합", "수", "word"}};
    table.add({1.5, 10, "w|x"});
    table.add({-0.25, 7, "가"});
    BOOST_TEST(aligned(table) == "가중합  수  word\n"
                                 "──────  ──  ────\n"
                                 "  1.5   10  w|x\n"
                                 " -0.25   7  가\n");
    BOOST_TEST(has(markdown(table), "w\\|x"));
    BOOST_TEST(format_number(-0.0, "%.6g") == "0");
}

BOOST_AUTO_TEST_CASE(infinity_a_share_and_a_gap_stand_among_numbers)
{
    TableData table{"t", {"slope", "share", "range", "unit"}};
    table.add({"−∞", "27 %", "50 – 75 %", "1"});
    table.add({0.5, "—", "0", "all"});
    BOOST_TEST(has(markdown(table), "| ---: | ---: | :--- | :--- |"));
}
