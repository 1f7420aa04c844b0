#include "course/definition.hpp"
#include "support.hpp"
#include "terminal/terminal.hpp"
#include "verbs/report.hpp"
#include "verbs/state.hpp"

#include <nlohmann/json.hpp>

#include <sstream>

using namespace workbook;
using namespace workbook::tests;
using nlohmann::json;

namespace {

/// A workbook of one chapter, judged by hand.
struct Judged {
    Judged()
    {
        fs::create_directories(folder.path() / "chapters" / "03_backprop");
        write_file(lab,
                   "#include \"backprop.hpp\"\n\n"
                   "// error(y_o, y_t) in words\n"
                   "double error(const Vector& y_o, const Vector& y_t)\n{\n    return 0;\n}\n\n"
                   "Vector sigmoid(const Vector& z)\n{\n    throw todo(\"3.3\");\n}\n");
        chapter.chapter = workspace().chapter("3");
        chapter.source = lab;
        chapter.seed = 4711;
        chapter.built.file = "library";
    }

    Workspace workspace() const { return {folder.path(), folder.path() / "build"}; }

    Verdict& add(const std::string& number, const std::string& name, int points, Status status)
    {
        Verdict verdict;
        verdict.step = {number, name, points, "deck B", {"think"}};
        verdict.status = status;
        if (status == Status::todo) {
            verdict.detail = number;
        }
        chapter.steps.push_back(verdict);
        return chapter.steps.back();
    }

    Verdict& add_wrong()
    {
        Verdict& verdict = add("3.2", "error", 2, Status::wrong);
        verdict.findings = {{"error",
                             "random outputs",
                             "w(1)",
                             "0.25",
                             "0.5",
                             "3 of 4 numbers differ",
                             {{"y_o", "(1, 2)"}, {"y_t", "(3, 4)"}}}};
        verdict.mistakes = {{"error.no_half", "the factor ½ is missing"}};
        return verdict;
    }

    json first_as_json() const { return json::parse(to_json({chapter})).at("steps").at(0); }

    TemporaryFolder folder;
    fs::path lab = folder.path() / "labs" / "03_backprop" / "backprop.cpp";
    ChapterVerdict chapter;
};

/// No trailing blanks, nothing wider than a terminal, no colour where there is no terminal.
void is_tidy(const std::string& text)
{
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        BOOST_TEST_CONTEXT("|" << line << "|")
        {
            BOOST_TEST((line.empty() || line.back() != ' '));
            BOOST_TEST(!boost::contains(line, "\033"));
        }
    }
    BOOST_TEST(text.back() == '\n');
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(report, Judged)

BOOST_AUTO_TEST_CASE(a_right_chapter_is_a_line_for_each_step)
{
    add("3.1", "descent on one weight", 2, Status::right);
    add("3.2", "error", 1, Status::right);
    const std::string text = chapter_report(workspace(), chapter);
    is_tidy(text);
    BOOST_TEST(line_count(text) == 4);
    BOOST_TEST(holds(text, "3 of 3 points"));
    BOOST_TEST(chapter.all_right());
}

BOOST_AUTO_TEST_CASE(a_wrong_step_says_where_expected_got_with_mistake_and_what_to_type)
{
    add("3.1", "descent on one weight", 2, Status::right);
    add_wrong();
    const std::string text = chapter_report(workspace(), chapter);
    is_tidy(text);
    for (const char* words :
         {"2 of 4 points", "3.2 error: wrong", "backprop.cpp:4", "w(1)", "expected  0.25",
          "got       0.5", "with      y_o = (1, 2)", "          y_t = (3, 4)",
          "3 of 4 numbers differ", "The mistake", "the factor ½ is missing", "./workbook hint 3.2",
          "./workbook check 3.2 --seed 4711", "section 3.2 of the course notes"}) {
        BOOST_TEST(holds(text, words));
    }
}

BOOST_AUTO_TEST_CASE(an_exception_shows_the_line_it_came_from)
{
    Verdict& verdict = add_wrong();
    verdict.status = Status::crashed;
    verdict.findings[0].line = 6;
    const std::string text = step_report(workspace(), chapter, verdict);
    is_tidy(text);
    BOOST_TEST(holds(text, "in line   6: return 0;\n"));
    BOOST_TEST(holds(summary(verdict), " in line 6"));
    verdict.findings[0].line = 4711; // the file was changed meanwhile
    BOOST_TEST(holds(step_report(workspace(), chapter, verdict), "in line   4711:"));
}

BOOST_AUTO_TEST_CASE(only_warnings_about_the_asked_functions_are_shown)
{
    chapter.built.warnings = {{6, "this computes 0"}, {11, "about another step"}};
    Verdict& wrong = add_wrong();
    wrong.functions = {"error"};
    BOOST_TEST(holds(step_report(workspace(), chapter, wrong), "backprop.cpp:6:"));
    BOOST_TEST(holds(step_report(workspace(), chapter, wrong), "this computes 0"));
    BOOST_TEST(!holds(step_report(workspace(), chapter, wrong), "another step"));
    Verdict& right = add("3.3", "sigmoid", 1, Status::right);
    BOOST_TEST(step_report(workspace(), chapter, right) == "");
    right.functions = {"sigmoid"};
    BOOST_TEST(holds(step_report(workspace(), chapter, right), "backprop.cpp:11:"));
    BOOST_TEST(holds(step_report(workspace(), chapter, right), "right, but the compiler warns"));
    is_tidy(step_report(workspace(), chapter, right));
}

BOOST_AUTO_TEST_CASE(two_mistakes_are_perhaps)
{
    Verdict& verdict = add_wrong();
    verdict.mistakes.push_back({"error.other", "another reading"});
    const std::string text = chapter_report(workspace(), chapter);
    BOOST_TEST(holds(text, "Perhaps"));
    BOOST_TEST(holds(text, "another reading"));
}

BOOST_AUTO_TEST_CASE(an_unknown_mistake_says_so)
{
    add_wrong().mistakes.clear();
    BOOST_TEST(holds(chapter_report(workspace(), chapter), "None of the known mistakes"));
}

BOOST_AUTO_TEST_CASE(the_next_step_names_text_line_and_commands)
{
    add("3.3", "sigma and its slope", 1, Status::todo);
    add("3.4", "forward", 1, Status::todo);
    const std::string text = chapter_report(workspace(), chapter);
    is_tidy(text);
    for (const char* words :
         {"Next: 3.3 sigma and its slope (1 point)", "section 3.3 of the course notes",
          "backprop.cpp:11", "./workbook check 3.3", "./workbook hint 3.3"}) {
        BOOST_TEST(holds(text, words));
    }
    BOOST_TEST(!holds(text, "Next: 3.4"));
}

BOOST_AUTO_TEST_CASE(a_step_that_needs_another_names_it)
{
    add("3.4", "forward", 1, Status::todo).detail = "3.3";
    BOOST_TEST(holds(chapter_report(workspace(), chapter), "needs step 3.3, which is not written"));
}

BOOST_AUTO_TEST_CASE(a_file_that_was_not_built_shows_the_reason_and_no_steps)
{
    Verdict& verdict = add("3.1", "descent on one weight", 2, Status::not_built);
    chapter.built.failure = BuildFailure{"labs/x.cpp:3: error\nhint: this", "messages.txt"};
    verdict.detail = chapter.built.failure->message;
    for (const std::string& text :
         {chapter_report(workspace(), chapter), overview(workspace(), {chapter})}) {
        is_tidy(text);
        BOOST_TEST(holds(text, "labs/x.cpp:3: error\nhint: this\n"));
        BOOST_TEST(holds(text, "messages.txt"));
    }
    BOOST_TEST(first_as_json().at("message") == "labs/x.cpp:3: error\nhint: this");
}

BOOST_AUTO_TEST_CASE(a_call_that_never_came_back_is_named)
{
    Verdict& verdict = add("3.2", "error", 1, Status::timeout);
    verdict.detail = "not done after 3 s";
    verdict.findings = {{"error", "random outputs", "", "", "", "", {{"y_o", "(1, 2)"}}}};
    const std::string text = chapter_report(workspace(), chapter);
    is_tidy(text);
    BOOST_TEST(holds(text, "not done after 3 s"));
    BOOST_TEST(holds(text, "outputs:\n    with      y_o = (1, 2)\n"));
    BOOST_TEST(!holds(text, "got"));
    BOOST_TEST(!holds(text, "known mistakes"));
    BOOST_TEST(first_as_json().at("message") ==
               "not done after 3 s; error was asked at random outputs");
}

BOOST_AUTO_TEST_CASE(what_the_code_printed_is_shown_and_cut)
{
    Verdict& verdict = add("3.2", "error", 1, Status::crashed);
    verdict.detail = "your code crashed";
    for (int i = 0; i < 1000; ++i) {
        verdict.printed += "line " + std::to_string(i) + "\n";
    }
    verdict.printed += "tail without end";
    const std::string text = chapter_report(workspace(), chapter);
    is_tidy(text);
    BOOST_TEST(holds(text, "line 9\n"));
    BOOST_TEST(!holds(text, "line 10\n"));
    BOOST_TEST(holds(text, "991 lines more"));
}

BOOST_AUTO_TEST_CASE(what_the_code_printed_cannot_drive_the_terminal)
{
    Verdict& verdict = add("3.2", "error", 1, Status::crashed);
    verdict.detail = "your code crashed";
    verdict.printed = "\033[2Jgone\a\rover\ttab\n" + std::string(300, 'x') + "\n" +
                      // 199 bytes and a letter of three: a cut at 200 bytes would halve it
                      std::string(199, 'y') + "가\n";
    const std::string text = chapter_report(workspace(), chapter);
    is_tidy(text);
    BOOST_TEST(!holds(text, "\a"));
    BOOST_TEST(!holds(text, "\r"));
    BOOST_TEST(holds(text, "gone"));
    BOOST_TEST(!holds(text, std::string(250, 'x')));
    BOOST_CHECK_NO_THROW(json(text).dump()); // is UTF-8
}

BOOST_AUTO_TEST_CASE(the_overview_is_a_line_for_each_chapter_and_what_is_next)
{
    add("3.1", "descent on one weight", 2, Status::right);
    add_wrong();
    add("3.3", "sigma and its slope", 1, Status::todo);
    const std::string text = overview(workspace(), {chapter});
    is_tidy(text);
    BOOST_TEST(holds(text, "1 of 3"));
    BOOST_TEST(holds(text, "✓✗·"));
    BOOST_TEST(holds(text, "3.2 error: wrong"));

    chapter.steps.resize(1);
    BOOST_TEST(holds(overview(workspace(), {chapter}), "All 1 steps are right"));
}

BOOST_AUTO_TEST_CASE(json_keeps_the_contract)
{
    add_wrong();
    const json step = first_as_json();
    BOOST_TEST(step.at("step") == "3.2");
    BOOST_TEST(step.at("name") == "error");
    BOOST_TEST(step.at("status") == "wrong");
    BOOST_TEST(step.at("points") == 0);
    BOOST_TEST(step.at("max_points") == 2);
    BOOST_TEST((step.at("mistakes") == json{"error.no_half"}));
    BOOST_TEST(holds(step.at("message"), "expected 0.25, got 0.5"));
    for (const auto& [status, name] : {std::pair{Status::right, "right"},
                                       {Status::wrong, "wrong"},
                                       {Status::todo, "todo"},
                                       {Status::crashed, "crashed"},
                                       {Status::timeout, "timeout"},
                                       {Status::not_built, "not_built"}}) {
        BOOST_TEST(to_string(status) == name);
    }
}

BOOST_AUTO_TEST_CASE(json_stays_valid_whatever_was_printed)
{
    Verdict& verdict = add("3.2", "error", 1, Status::crashed);
    verdict.printed = std::string("\xFF\xFE\0\xEA\xB0 \"quoted\"\n", 15);
    verdict.detail = "\xC3";
    BOOST_CHECK_NO_THROW(first_as_json());
}

BOOST_AUTO_TEST_CASE(a_function_is_found_where_it_is_defined)
{
    const std::string text = read_file(lab);
    BOOST_TEST(line_of_definition(text, "error") == 4);
    BOOST_TEST(line_of_definition(text, "sigmoid") == 9);
    BOOST_TEST(line_of_definition(text, "forward") == 0);
    BOOST_TEST(line_of_definition("", "error") == 0);
}

BOOST_AUTO_TEST_CASE(text_is_broken_at_words_by_columns)
{
    BOOST_TEST(wrapped("one two three", 2, 9) == "  one two\n  three\n");
    BOOST_TEST(wrapped("가중합 가중합", 0, 13) == "가중합 가중합\n");
    BOOST_TEST(wrapped("가중합 가중합", 0, 12) == "가중합\n가중합\n");
    BOOST_TEST(wrapped("averyveryverylongword x", 2, 8) == "  averyveryverylongword\n  x\n");
}

BOOST_AUTO_TEST_CASE(verdicts_are_remembered_as_long_as_the_file_is_the_same)
{
    const Workspace w = workspace();
    BOOST_TEST(load_state(w, chapter.chapter).status.empty());
    chapter.built.digest = "one";
    add("3.1", "descent", 1, Status::right);
    save_state(w, chapter);
    chapter.steps.clear();
    add("3.2", "error", 1, Status::wrong);
    save_state(w, chapter);
    ChapterState state = load_state(w, chapter.chapter);
    BOOST_TEST(state.status.size() == 2);
    BOOST_TEST(state.has_failure());
    BOOST_TEST(state.seed == 4711);

    chapter.built.digest = "two";
    chapter.steps.clear();
    add("3.3", "sigmoid", 1, Status::todo);
    save_state(w, chapter);
    state = load_state(w, chapter.chapter);
    BOOST_TEST(state.status.size() == 1);
    BOOST_TEST(!state.has_failure());
}

BOOST_AUTO_TEST_CASE(a_damaged_memory_is_an_empty_one)
{
    const Workspace w = workspace();
    for (const char* damage : {"", "{", "[]", "7", "null", "{\"digest\": 7}", "{\"status\": []}",
                               "{\"seed\": -1}", "{\"status\": {\"3.1\": 7}}"}) {
        BOOST_TEST_CONTEXT(damage)
        {
            write_file(w.build() / "state" / "03_backprop.json", damage);
            BOOST_CHECK_NO_THROW(BOOST_TEST(load_state(w, chapter.chapter).status.empty()));
        }
    }
    for (const char* damage : {"", "[]", "{\"3.1\": \"many\"}", "{\"3.1\": null}"}) {
        BOOST_TEST_CONTEXT(damage)
        {
            write_file(w.build() / "state" / "hints.json", damage);
            BOOST_TEST(hints_given(w, "3.1") == 0);
            BOOST_CHECK_NO_THROW(count_hint(w, "3.1"));
            BOOST_TEST(hints_given(w, "3.1") == 1);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
