#include "grade/class_layout.hpp"
#include "grade/clean_text.hpp"
#include "grade/csv_table.hpp"
#include "grade/due_date.hpp"
#include "grade/html.hpp"
#include "small_class.hpp"

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <nlohmann/json.hpp>

#include <limits>
#include <sstream>

using namespace workbook;
using namespace workbook::tests;
using nlohmann::json;

BOOST_FIXTURE_TEST_SUITE(grade_outputs, SmallClass)

// --- the model -------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_result_comes_back_whole)
{
    for (const GradedStudent& student : students) {
        const json stored = json::parse(to_json(student).dump());
        BOOST_TEST(to_json(student_from(stored)) == stored);
    }
    const GradedStudent back = student_from(to_json(students[0]));
    BOOST_TEST(back.key == "kim_minsu");
    BOOST_TEST(back.name == "김민수");
    BOOST_TEST(back.id == "101");
    BOOST_TEST(back.email == "minsu@example.ac.kr");
    BOOST_TEST(!back.missing);
    BOOST_TEST(back.notes == students[0].notes);
    const GradedChapter& chapter = back.chapters.at(0);
    BOOST_TEST(chapter.folder == "03_backprop");
    BOOST_TEST(chapter.file == "labs/backprop.cpp");
    BOOST_TEST(chapter.handed_in.value() == noon);
    BOOST_TEST(chapter.notes == students[0].chapters[0].notes);
    const GradedStep& one = chapter.steps.at(1);
    BOOST_TEST(one.number == "3.2");
    BOOST_TEST(one.name == "output delta");
    BOOST_TEST(one.points == 0);
    BOOST_TEST(one.max_points == 3);
    BOOST_TEST(one.message == wrong().message);
    BOOST_TEST(one.printed == "some numbers\n");
    BOOST_TEST(one.mistakes.at(0).id == "delta.sign");
    BOOST_TEST(one.mistakes.at(0).message == "the sign is turned");
    BOOST_TEST(one.excerpt.first_line == 41);
    BOOST_TEST(one.excerpt.text == wrong().excerpt.text);
    BOOST_TEST(one.origin.first_line == 43);
    BOOST_TEST(one.origin.text == wrong().origin.text);
    BOOST_TEST(one.warnings == wrong().warnings);
    const Finding& finding = one.finding.value();
    BOOST_TEST(finding.function + finding.where + finding.place + finding.expected + finding.got +
                   finding.note ==
               "deltarandom outputsw(1)0.250.51 of 2 numbers differs");
    BOOST_TEST(finding.inputs.at(1).name == "y_t");
    BOOST_TEST(finding.inputs.at(1).value == "(3, 4)");
    BOOST_TEST(!back.chapters.at(1).handed_in.has_value());
    BOOST_TEST(!back.chapters.at(1).steps.at(0).finding.has_value());
    BOOST_TEST(student_from(to_json(students[2])).missing);
}

BOOST_AUTO_TEST_CASE(every_status_comes_back_by_its_name)
{
    for (const Status status : {Status::right, Status::wrong, Status::todo, Status::crashed,
                                Status::timeout, Status::not_built}) {
        wrong().status = status;
        const json stored = to_json(students[0]);
        BOOST_TEST(stored.at("chapters").at(0).at("steps").at(1).at("status") == to_string(status));
        BOOST_TEST((student_from(stored).chapters[0].steps[1].status == status));
    }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_replaced)
{
    students[0].name = "a\xFF"
                       "b";
    wrong().printed = "\xC3";
    const json stored = to_json(students[0]);
    BOOST_CHECK_NO_THROW(stored.dump());
    BOOST_TEST(student_from(stored).name == "a" + replacement + "b");
    BOOST_TEST(student_from(stored).chapters[0].steps[1].printed == replacement);
}

BOOST_AUTO_TEST_CASE(a_damaged_result_is_refused)
{
    json no_name = to_json(students[0]);
    no_name.erase("name");
    json bad_status = to_json(students[0]);
    bad_status["chapters"][0]["steps"][0]["status"] = "perfect";
    for (const json& damaged : {json(), json(7), json::object(), no_name}) {
        BOOST_CHECK_EXCEPTION(student_from(damaged), UserError, says("cannot be read"));
    }
    BOOST_CHECK_EXCEPTION(student_from(bad_status), UserError, says("perfect"));
}

// --- the rules -------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(days_late_are_days_begun)
{
    GradedChapter chapter = students[0].chapters[0];
    rules.due[""] = noon;
    for (const auto& [seconds, days] : std::vector<std::pair<std::int64_t, int>>{
             {-day, 0}, {-1, 0}, {0, 0}, {1, 1}, {day, 1}, {day + 1, 2}, {10 * day, 10}}) {
        chapter.handed_in = noon + seconds;
        BOOST_TEST(days_late(rules, chapter) == days, seconds << " seconds late");
    }
    chapter.handed_in = std::numeric_limits<std::int64_t>::max();
    BOOST_TEST(days_late(rules, chapter) > 1000000);
    chapter.handed_in = std::numeric_limits<std::int64_t>::min();
    BOOST_TEST(days_late(rules, chapter) == 0);
}

BOOST_AUTO_TEST_CASE(nobody_is_late_without_a_date_or_a_file)
{
    GradedChapter chapter = students[0].chapters[0];
    chapter.handed_in = noon + day;
    BOOST_TEST(days_late(rules, chapter) == 0);
    rules.due["02_xor_mlp"] = noon;
    BOOST_TEST(days_late(rules, chapter) == 0);
    rules.due["03_backprop"] = noon;
    BOOST_TEST(days_late(rules, chapter) == 1);
    rules.due["03_backprop"] = noon + 2 * day; // goes before the date of all others
    rules.due[""] = noon;
    BOOST_TEST(days_late(rules, chapter) == 0);
    rules.due["03_backprop"] = noon;
    chapter.handed_in.reset();
    BOOST_TEST(days_late(rules, chapter) == 0);
    chapter.handed_in = noon + day;
    chapter.file.clear();
    BOOST_TEST(days_late(rules, chapter) == 0);
}

BOOST_AUTO_TEST_CASE(being_late_costs_a_share_of_its_own_chapter_and_no_more_than_agreed)
{
    rules.due["03_backprop"] = noon - 2 * day;
    rules.late_per_day = 0.1;
    Score score = score_of(rules, students[0].chapters[0]);
    BOOST_TEST(score.days_late == 2);
    BOOST_TEST(score.before_late == 5);
    BOOST_TEST(score.points == 4, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(score.max_points == 10);

    rules.late_at_most = 0.15;
    BOOST_TEST(score_of(rules, students[0].chapters[0]).points == 4.25,
               boost::test_tools::tolerance(1e-12));
    rules.late_per_day = 5;
    rules.late_at_most = 7; // a share is at most the whole
    BOOST_TEST(score_of(rules, students[0].chapters[0]).points == 0);

    rules.late_per_day = 0.1;
    rules.late_at_most = 1;
    students[0].chapters[1] = students[0].chapters[0];
    students[0].chapters[1].folder = "04_training";
    score = score_of(rules, students[0]);
    BOOST_TEST(score.before_late == 10);
    BOOST_TEST(score.points == 9, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(score.days_late == 2);
}

BOOST_AUTO_TEST_CASE(only_counted_steps_give_points)
{
    rules.counted = {"3.2", "3.3"};
    const Score score = score_of(rules, students[0]);
    BOOST_TEST(score.points == 0);
    BOOST_TEST(score.max_points == 5);
    rules.counted = {"3.1"};
    rules.hidden = {"3.1"}; // hidden is not uncounted
    BOOST_TEST(score_of(rules, students[0]).points == 5);
}

BOOST_AUTO_TEST_CASE(times_are_read)
{
    BOOST_TEST(parse_time("2026-11-20T12:00Z") == noon);
    BOOST_TEST(parse_time("2026-11-20T21:00+09:00") == noon);
    BOOST_TEST(parse_time("2026-11-20 21:00:05+0900") == noon + 5);
    BOOST_TEST(parse_time("2026-11-20T08:30-03:30") == noon);
    BOOST_TEST(parse_time("1970-01-01T00:00z") == 0);
    BOOST_TEST(parse_time("2024-02-29T00:00Z") == 1709164800);

    const char* before = std::getenv("TZ");
    const std::string zone = before == nullptr ? "" : before;
    ::setenv("TZ", "KST-9", 1);
    BOOST_TEST(parse_time("2026-11-20T21:00") == noon);
    BOOST_TEST(parse_time("2026-11-20") == noon + 3 * 60 * 60 - 1);
    before == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", zone.c_str(), 1);
}

BOOST_AUTO_TEST_CASE(what_is_no_time_is_refused)
{
    for (const std::string text :
         {"", "tomorrow", "2026-11", "2026-13-01", "2026-02-29", "2026-11-20T24:00",
          "2026-11-20T18:60", "2026-11-20T18", "2026-11-20T18:00+9", "2026-11-20Z", "20.11.2026",
          " 2026-11-20", "2026-11-20T18:00+99:00"}) {
        BOOST_CHECK_EXCEPTION(parse_time(text), UserError, says("\"" + text + "\"", 2));
    }
    BOOST_CHECK_THROW(parse_time(std::string(100000, '1')), UserError);
}

// --- CSV -------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(csv_is_read)
{
    using Rows = std::vector<std::vector<std::string>>;
    BOOST_TEST((read_csv("").empty()));
    BOOST_TEST((read_csv("a,b\nc,d") == Rows{{"a", "b"}, {"c", "d"}}));
    BOOST_TEST((read_csv("\xEF\xBB\xBF"
                         "a,b\r\n\r\n,\n\nc,\r\n") == Rows{{"a", "b"}, {"c", ""}}));
    BOOST_TEST((read_csv("\"a,\"\"b\"\"\nc\",d\n") == Rows{{"a,\"b\"\nc", "d"}}));
    BOOST_TEST((read_csv("a \"b\",\"c\"d\n") == Rows{{"a \"b\"", "cd"}}));
    BOOST_TEST((read_csv("a\rb,c\r") == Rows{{"a"}, {"b", "c"}}));
    BOOST_CHECK_EXCEPTION(read_csv("a\nb,c\n\"d,e\nf\n"), UserError, says("line 3"));
}

BOOST_AUTO_TEST_CASE(csv_is_written_so_that_no_spreadsheet_computes_it)
{
    BOOST_TEST(csv_line({"a", "b c", ""}) == "a,b c,\r\n");
    BOOST_TEST(csv_line({"", "x"}) == ",x\r\n");
    BOOST_TEST(csv_line({"a,\"b\"", "c\nd"}) == "\"a,\"\"b\"\"\",\"c\nd\"\r\n");
    BOOST_TEST(csv_line({"-5", "+1.5", "-2e-3", "-"}) == "-5,+1.5,-2e-3,-\r\n");
    for (const char* formula : {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1",
                                "＝1+1", "--", "=", "+82-10"}) {
        const std::string read = read_csv(csv_line({formula})).at(0).at(0);
        BOOST_TEST(read == "'" + std::string(formula));
    }
    for (const std::string& text : hostile_texts) {
        const auto rows = read_csv(csv_line({text, "end"}));
        BOOST_TEST(rows.size() == 1);
        BOOST_TEST(boost::ends_with(rows.at(0).at(0), text));
        BOOST_TEST(rows.at(0).at(1) == "end");
    }
}

// --- tables of the class ---------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_gradebook_has_a_row_a_student_and_a_column_a_step)
{
    rules.due["03_backprop"] = noon;
    rules.late_per_day = 0.25;
    rules.counted = {"3.1", "3.2", "4.1"};
    const std::string csv = gradebook_csv(rules, each());
    BOOST_TEST(boost::starts_with(csv, "\xEF\xBB\xBFkey,name,id,email,status,3.1 descent (5),"
                                       "3.2 output delta (3),4.1 loop (1),"));
    BOOST_TEST(line_count(csv) == 4);
    BOOST_TEST(cell(csv, 1, "name") == "김민수");
    BOOST_TEST(cell(csv, 1, "status") == "handed in");
    BOOST_TEST(cell(csv, 1, "3.1 descent (5)") == "5");
    BOOST_TEST(cell(csv, 1, "final") == "5");

    BOOST_TEST(cell(csv, 2, "Chapter 3: backprop (8)") == "5");
    BOOST_TEST(cell(csv, 2, "Chapter 4: training (1)") == "1");
    BOOST_TEST(cell(csv, 2, "total") == "6");
    BOOST_TEST(cell(csv, 2, "max") == "9");
    BOOST_TEST(cell(csv, 2, "days late") == "1");
    BOOST_TEST(cell(csv, 2, "lost by lateness") == "1.25");
    BOOST_TEST(cell(csv, 2, "final") == "4.75");

    BOOST_TEST(cell(csv, 3, "status") == "missing");
    BOOST_TEST(cell(csv, 3, "3.1 descent (5)") == "0");
    BOOST_TEST(cell(csv, 3, "max") == "9");
    BOOST_TEST(cell(csv, 3, "final") == "0");
}

BOOST_AUTO_TEST_CASE(numbers_have_no_needless_digits_and_add_up)
{
    rules.due["03_backprop"] = noon - day;
    rules.late_per_day = 1.0 / 3;
    const std::string csv = gradebook_csv(rules, each());
    BOOST_TEST(cell(csv, 1, "final") == "3.33");
    BOOST_TEST(cell(csv, 1, "lost by lateness") == "1.67");
    for (int thousandths = 1; thousandths < 100; ++thousandths) {
        rules.late_per_day = thousandths / 1000.0;
        const std::string other = gradebook_csv(rules, each());
        const double sum =
            std::stod(cell(other, 1, "final")) + std::stod(cell(other, 1, "lost by lateness"));
        BOOST_TEST(sum == 5, boost::test_tools::tolerance(1e-9));
    }
}

BOOST_AUTO_TEST_CASE(moodle_gets_its_grading_worksheet)
{
    students[1].id = "Participant 102";
    const std::string csv = moodle_csv(rules, each());
    BOOST_TEST(boost::starts_with(csv, "Identifier,Full name,Email address,Status,Grade,"));
    BOOST_TEST(cell(csv, 1, "Identifier") == "Participant 101");
    BOOST_TEST(cell(csv, 2, "Identifier") == "Participant 102");
    BOOST_TEST(cell(csv, 3, "Identifier") == "");
    BOOST_TEST(cell(csv, 1, "Grade") == "5");
    BOOST_TEST(cell(csv, 1, "Maximum Grade") == "12");
    BOOST_TEST(cell(csv, 1, "Last modified (grade)") == ""); // without the column Moodle refuses
    BOOST_TEST(cell(csv, 3, "Status") == "No submission");
    BOOST_TEST(cell(csv, 3, "Grade") == "0");
    const std::string comments = cell(csv, 1, "Feedback comments");
    for (const char* words : {"Chapter 3: backprop: 5 of 10 points", "the sign is turned",
                              "Chapter 4: training: 0 of 2 points, the file was not built"}) {
        BOOST_TEST(holds(comments, words));
    }
    BOOST_TEST(!holds(comments, "expected ';'"));
}

BOOST_AUTO_TEST_CASE(what_moodle_shows_as_html_is_escaped)
{
    wrong().mistakes[0].message = "<script>alert(1)</script>" + std::string(5000, 'x');
    const std::string comments = cell(moodle_csv(rules, each()), 1, "Feedback comments");
    BOOST_TEST(holds(comments, "&lt;script&gt;"));
    BOOST_TEST(!holds(comments, "<script"));
    BOOST_TEST(comments.size() < 1000);
}

BOOST_AUTO_TEST_CASE(canvas_gets_its_gradebook)
{
    rules.assignment = "Lab 1";
    students[1].id = "B-77";
    const std::string csv = canvas_csv(rules, each());
    BOOST_TEST(boost::starts_with(csv, "Student,ID,SIS User ID,SIS Login ID,Section,Lab 1\r\n"
                                       "    Points Possible,,,,,12\r\n"));
    BOOST_TEST(cell(csv, 2, "ID") == "101");
    BOOST_TEST(cell(csv, 2, "SIS Login ID") == "minsu@example.ac.kr");
    BOOST_TEST(cell(csv, 2, "Lab 1") == "5");
    BOOST_TEST(cell(csv, 3, "ID") == "");
    BOOST_TEST(cell(csv, 3, "SIS User ID") == "B-77");
    BOOST_TEST(cell(csv, 4, "Lab 1") == "0");
}

BOOST_FIXTURE_TEST_CASE(hostile_names_leave_the_tables_whole, HostileClass)
{
    for (const std::string& csv :
         {gradebook_csv(rules, each()), moodle_csv(rules, each()), canvas_csv(rules, each())}) {
        const auto rows = read_csv(csv);
        BOOST_CHECK_NO_THROW(json(csv).dump());
        BOOST_TEST(!holds(csv, right_to_left));
        const std::size_t heads = rows.at(1).at(0) == "    Points Possible" ? 2 : 1;
        BOOST_TEST(rows.size() == students.size() + heads);
        for (const auto& row : rows) {
            BOOST_TEST(row.size() == rows[0].size());
            for (const std::string& field : row) {
                BOOST_TEST((field.empty() || field[0] != '='), field);
            }
        }
    }
}

// --- Gradescope and JUnit --------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(gradescope_gets_numbers_as_numbers)
{
    rules.due["03_backprop"] = noon - 1;
    rules.late_per_day = 0.1;
    rules.counted = {"3.1", "3.2", "4.1"};
    const json result = json::parse(gradescope_json(rules, students[0]));
    BOOST_TEST(result.at("score").is_number());
    BOOST_TEST(result.at("score") == 4.5);
    BOOST_TEST(result.at("visibility") == "visible");
    BOOST_TEST(holds(result.at("output"), "1 day late, which costs 0.5 points"));
    BOOST_TEST(result.at("extra_data").at("mistakes") == json{"delta.sign"});
    BOOST_TEST(result.at("extra_data").at("days_late") == 1);
    BOOST_TEST_REQUIRE(result.at("tests").size() == 5);
    for (const json& test : result.at("tests")) {
        for (const char* name : {"number", "name", "output", "visibility"}) {
            BOOST_TEST(test.at(name).is_string());
        }
        BOOST_TEST(test.at("score").is_number());
        BOOST_TEST(test.at("max_score").is_number());
        BOOST_TEST(test.at("tags").is_array());
        BOOST_TEST(test.at("output_format") == "text");
    }
    const json& right = result.at("tests").at(0);
    BOOST_TEST(right.at("number") == "3.1");
    BOOST_TEST(right.at("status") == "passed");
    BOOST_TEST(right.at("score") == 5);
    BOOST_TEST(right.at("output") == "");
    const json& failed = result.at("tests").at(1);
    BOOST_TEST(failed.at("status") == "failed");
    BOOST_TEST(failed.at("score") == 0);
    BOOST_TEST(failed.at("max_score") == 3);
    for (const char* words :
         {"expected 0.25, got 0.5", "y_o = (1, 2)", "the sign is turned", "some numbers",
          "in line 43: return a < b;", "backprop.cpp:42: 1 / 2 is a division of whole numbers"}) {
        BOOST_TEST(holds(failed.at("output"), words));
    }
    const json& uncounted = result.at("tests").at(2);
    BOOST_TEST(uncounted.at("max_score") == 0);
    BOOST_TEST(count(result.dump(), "expected ';'") == 1); // the compiler's message, once
    const json missing = json::parse(gradescope_json(rules, students[2]));
    BOOST_TEST(missing.at("score") == 0);
    BOOST_TEST(missing.at("tests").is_array());
}

BOOST_AUTO_TEST_CASE(junit_says_what_failed_and_what_was_skipped)
{
    students[0].chapters[0].steps.push_back(step("3.4", "train", Status::timeout, 1));
    std::istringstream text(junit_xml(rules, each()));
    boost::property_tree::ptree tree;
    boost::property_tree::read_xml(text, tree);
    const auto& suites = tree.get_child("testsuites");
    BOOST_TEST(suites.get<int>("<xmlattr>.tests") == 11);
    BOOST_TEST(suites.get<int>("<xmlattr>.failures") == 2);
    BOOST_TEST(suites.get<int>("<xmlattr>.errors") == 4);
    BOOST_TEST(suites.get<int>("<xmlattr>.skipped") == 2);
    BOOST_TEST(suites.count("testsuite") == 3);
    const auto& suite = suites.get_child("testsuite");
    BOOST_TEST(suite.get<std::string>("<xmlattr>.name") == "kim_minsu");
    BOOST_TEST(suite.get<int>("<xmlattr>.tests") == 6);
    std::string kinds;
    for (const auto& [name, test] : suite) {
        if (name == "testcase") {
            kinds += test.count("failure") > 0   ? "F"
                     : test.count("error") > 0   ? "E"
                     : test.count("skipped") > 0 ? "S"
                                                 : ".";
        }
    }
    BOOST_TEST(kinds == ".FSEEE");
    BOOST_TEST(count(text.str(), "expected ';'") == 1); // the compiler's message, once
}

BOOST_FIXTURE_TEST_CASE(hostile_names_leave_xml_and_json_well_formed, HostileClass)
{
    const std::string xml = junit_xml(rules, each());
    is_harmless(xml);
    std::istringstream text(xml);
    boost::property_tree::ptree tree;
    BOOST_CHECK_NO_THROW(boost::property_tree::read_xml(text, tree));
    std::vector<std::string> names;
    for (const auto& [tag, suite] : tree.get_child("testsuites")) {
        if (tag == "testsuite") {
            names.push_back(suite.get<std::string>("properties.property.<xmlattr>.value"));
        }
    }
    BOOST_TEST_REQUIRE(names.size() == students.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        BOOST_TEST(names[i] == clean_line(students[i].name));
    }
    for (const GradedStudent& student : students) {
        const std::string result = gradescope_json(rules, student);
        BOOST_TEST(json::accept(result));
        BOOST_TEST(!holds(result, right_to_left));
    }
}

// --- pages -----------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(text_is_made_visible)
{
    BOOST_TEST(clean_text("가나 <b> é\n\tx") == "가나 <b> é\n\tx");
    BOOST_TEST(clean_text("a\r\nb\rc") == "a\nb␍c");
    BOOST_TEST(clean_text(std::string("\0\x1B[1m\x7F", 6)) == "␀␛[1m␡");
    BOOST_TEST(clean_text("a" + right_to_left + "b") == "a[U+202E]b");
    BOOST_TEST(clean_text("\xE2\x81\xA6\xE2\x80\x8B\xEF\xBB\xBF") == "[U+2066][U+200B][U+FEFF]");
    BOOST_TEST(clean_text("\xC3<") == replacement + "<");
    BOOST_TEST(clean_line(" a\nb ") == "a b");
    BOOST_TEST(shortened("가나다", 3) == "가나다");
    BOOST_TEST(shortened("가나다라", 3) == "가나다…");
    BOOST_TEST(first_lines("a\nb\nc", 2) == "a\nb\n");
    BOOST_TEST(first_lines("a\nb", 2) == "a\nb");
    BOOST_TEST(html_text("<a href=\"'&\">") == "&lt;a href=&quot;&#39;&amp;&quot;&gt;");
    BOOST_TEST(url_part("김 a/b?#%") == "%EA%B9%80%20a%2Fb%3F%23%25");
}

BOOST_AUTO_TEST_CASE(times_are_shown_in_the_zone_of_the_due_date)
{
    const GradedChapter& chapter = students[0].chapters[0];
    const std::int64_t time = parse_time("2026-11-20T18:00Z");
    for (const auto& [due, shown] :
         std::map<std::string, std::string>{{"2026-11-20T18:00+09:00", "2026-11-21 03:00 +09:00"},
                                            {"2026-11-20T18:00-0330", "2026-11-20 14:30 -03:30"},
                                            {"2026-11-20T18:00Z", "2026-11-20 18:00 UTC"}}) {
        rules.due = {{"", parse_time(due)}};
        rules.zones = {{"", zone_of(due)}};
        BOOST_TEST(time_text(rules, chapter, time) == shown);
        for (const std::int64_t hostile :
             {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1},
              std::numeric_limits<std::int64_t>::max()}) {
            BOOST_TEST(time_text(rules, chapter, hostile) == "at a time that cannot be");
        }
    }
    // Without a zone it is the machine's, at that time of the year.
    for (const char* due : {"2026-11-20", "2026-07-20T18:00"}) {
        rules.due = {{"", parse_time(due)}};
        rules.zones = {{"", zone_of(due)}};
        BOOST_TEST(boost::starts_with(time_text(rules, chapter, parse_time(due)),
                                      std::string(due).substr(0, 10)));
    }
}

BOOST_AUTO_TEST_CASE(the_feedback_page_tells_what_was_wrong)
{
    rules.due["03_backprop"] = noon - day - 1;
    rules.late_per_day = 0.1;
    const std::string page = feedback_page(rules, students[0]);
    is_well_formed_html(page);
    is_harmless(page);
    for (const char* words : {"<html lang=\"en\">",
                              "<bdi>김민수</bdi>",
                              "4 of 12 points",
                              "Chapter 3: backprop",
                              "2 days late, which costs 1 point",
                              "2026-11-20 12:00 UTC",
                              "the newer of two files was taken",
                              "3.1 descent",
                              ">right<",
                              ">wrong<",
                              ">to do<",
                              "not written yet",
                              "The mistake",
                              "the sign is turned",
                              "random outputs",
                              "w(1)",
                              "0.25",
                              "0.5",
                              "1 of 2 numbers differs",
                              "(3, 4)",
                              "Lines 41–44 of labs/backprop.cpp",
                              "<span class=\"no\">43</span>    return a &lt; b;",
                              "43: return a &lt; b;",
                              "The compiler warns",
                              "backprop.cpp:42: 1 / 2 is a division of whole numbers",
                              "backprop.cpp:43: c is computed and never used",
                              "some numbers",
                              "./workbook check 3.2"}) {
        BOOST_TEST(holds(page, words), words);
    }
    BOOST_TEST(count(page, "expected &#39;;&#39;") == 1); // the compiler's message, once
    BOOST_TEST(holds(page, "the archive is broken"));
    BOOST_TEST(holds(feedback_page(rules, students[2]), "Nothing was handed in"));
}

BOOST_AUTO_TEST_CASE(long_things_open_on_demand)
{
    const std::string all = feedback_page(rules, students[0]);
    wrong().finding->inputs[0].value = std::string(4000, '1');
    wrong().excerpt.text = std::string(60, '\n');
    const std::string page = feedback_page(rules, students[0]);
    is_well_formed_html(page);
    BOOST_TEST(count(page, "<details>") == count(all, "<details>") + 2);
}

BOOST_AUTO_TEST_CASE(hidden_steps_are_not_told_but_count)
{
    rules.hidden = {"3.2", "4.1"};
    wrong().message = wrong().printed = wrong().mistakes[0].message = "secret";
    wrong().mistakes[0].id = wrong().excerpt.text = wrong().name = "secret";
    wrong().finding->where = wrong().finding->inputs[0].value = "secret";
    const std::string page = feedback_page(rules, students[0]);
    BOOST_TEST(!holds(page, "secret"));
    BOOST_TEST(!holds(page, "3.2"));
    BOOST_TEST(count(page, "1 step is not shown") == 2);
    BOOST_TEST(holds(page, "5 of 12 points"));
    BOOST_TEST(!holds(cell(moodle_csv(rules, each()), 1, "Feedback comments"), "secret"));

    json result = json::parse(gradescope_json(rules, students[0]));
    BOOST_TEST(result.at("tests").at(0).at("visibility") == "visible");
    BOOST_TEST(result.at("tests").at(1).at("visibility") == "hidden");
    BOOST_TEST(holds(result.at("tests").at(4).at("output"), "expected ';'")); // not in hidden 4.1
    result["tests"].erase(1);
    BOOST_TEST(!holds(result.dump(), "secret"));
}

BOOST_AUTO_TEST_CASE(the_summary_counts_the_class)
{
    rules.due["03_backprop"] = noon;
    const std::string page = summary_page(rules, each());
    is_well_formed_html(page);
    is_harmless(page);
    for (const char* words :
         {"<dt>Students</dt><dd>3<", "<dt>Handed in</dt><dd>2<", "<dt>Missing</dt><dd>1<",
          "<dt>Late</dt><dd>1<", "<dt>Mean*</dt><dd>5.5 ", "<dt>Median*</dt><dd>5.5 ",
          "40 to 50 %: 1; 50 to 60 %: 1;", "href=\"students/lee%20late/feedback.html\"",
          "delta.sign", "the archive is broken", "1 day late", ">missing<", "<svg", "<desc"}) {
        BOOST_TEST(holds(page, words), words);
    }
    BOOST_TEST(page.find("3.2 output delta") < page.find("3.1 descent")); // the hardest first
    BOOST_TEST(holds(page, "<td class=\"number\">2</td><td class=\"number\">3.2</td>"));
}

BOOST_AUTO_TEST_CASE(a_chapter_that_was_not_handed_in_says_nothing_about_its_steps)
{
    const std::string of_two = "<td class=\"number\">5</td><td class=\"number\">100 %";
    BOOST_TEST(holds(summary_page(rules, each()), of_two));
    GradedChapter& chapter = students[1].chapters[0];
    chapter.file.clear();
    for (GradedStep& one : chapter.steps) {
        one.status = Status::todo;
        one.points = 0;
    }
    BOOST_TEST(holds(summary_page(rules, each()), of_two));
    BOOST_TEST(holds(feedback_page(rules, students[1]), "Nothing was handed in for this chapter"));
}

BOOST_AUTO_TEST_CASE(the_summary_of_nobody_is_a_page)
{
    students.clear();
    is_well_formed_html(summary_page(rules, each()));
    BOOST_TEST(line_count(gradebook_csv(rules, each())) == 1);
}

BOOST_FIXTURE_TEST_CASE(hostile_names_leave_the_pages_harmless, HostileClass)
{
    for (const GradedStudent& student : students) {
        const std::string page = feedback_page(rules, student);
        is_well_formed_html(page);
        is_harmless(page);
    }
    const std::string page = summary_page(rules, each());
    is_well_formed_html(page);
    is_harmless(page);
    BOOST_TEST(holds(page, "&lt;script&gt;"));
    BOOST_TEST(holds(page, "[U+202E]gnp.exe"));
}

// --- all files -------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_same_results_give_the_same_files)
{
    const TemporaryFolder one;
    const TemporaryFolder two;
    write_outputs(one.path(), rules, each());
    write_outputs(two.path(), rules, each());
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(one.path())) {
        if (entry.is_regular_file()) {
            ++files;
            BOOST_TEST(read_file(entry.path()) ==
                       read_file(two.path() / entry.path().lexically_relative(one.path())));
        }
    }
    BOOST_TEST(files == 6 + 2 * students.size());
    for (const char* name : {"gradebook.csv", "moodle.csv", "canvas.csv", "junit.xml",
                             "summary.html", "statistics.csv", "students/kim_minsu/results.json",
                             "students/kim_minsu/feedback.html"}) {
        BOOST_TEST(fs::exists(one.path() / name), name);
    }
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_is_said)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "file", "");
    BOOST_CHECK_EXCEPTION(write_outputs(folder.path() / "file" / "out", rules, each()), UserError,
                          says("cannot make the folder"));
}

BOOST_AUTO_TEST_SUITE_END()
