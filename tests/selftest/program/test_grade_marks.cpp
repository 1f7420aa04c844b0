// Marks by hand, points of steps, weights of chapters: decided by an instructor, applied to what
// was judged, and shown in every output.
#include "grade/class_list.hpp"
#include "grade/marks.hpp"
#include "grade/wording.hpp"
#include "small_class.hpp"

#include <boost/algorithm/string/split.hpp>

using namespace workbook;
using namespace workbook::tests;

namespace {

/// Chapters 3 and 4 of the small class, as the command line would find them.
MarkedPlace place_of(const std::string& where)
{
    const std::map<std::string, MarkedPlace> known{{"3", {"03_backprop", "", 10.0}},
                                                   {"3.1", {"03_backprop", "3.1", 5.0}},
                                                   {"3.2", {"03_backprop", "3.2", 3.0}},
                                                   {"4", {"04_training", "", 2.0}},
                                                   {"4.1", {"04_training", "4.1", 1.0}}};
    const auto found = known.find(where);
    if (found == known.end()) {
        throw UserError("there is no " + where);
    }
    return found->second;
}

const std::string head = "student,where,what,value,who,why\n";

struct Marked : SmallClass {
    std::vector<Classmate> mates() const
    {
        std::vector<Classmate> all;
        for (const GradedStudent& student : students) {
            all.push_back({student.key, student.name, student.id, student.email});
        }
        return all;
    }

    /// Reads these lines as the file of marks.
    void mark(const std::string& lines)
    {
        const TemporaryFolder folder;
        const fs::path file = folder.path() / "marks.csv";
        write_file(file, head + lines);
        rules.marks = by_student(file, read_marks(file, place_of), mates());
    }

    EachStudent marked_class() const { return marked(rules, each()); }

    GradedStudent marked_student(std::size_t i) const { return marked(rules, students[i]); }

    Score score(std::size_t i) const { return score_of(rules, marked_student(i)); }
};

/// The final points of a student in each output.
std::vector<double> finals(const GradingRules& rules, const EachStudent& each, std::size_t i)
{
    std::size_t place = 0;
    double gradescope = 0;
    std::string page;
    each([&](const GradedStudent& student) {
        if (place++ == i) {
            gradescope = json::parse(gradescope_json(rules, student)).at("score");
            page = feedback_page(rules, student);
        }
    });
    const std::string before = "<p class=\"big\">";
    return {std::stod(cell(gradebook_csv(rules, each), i + 1, "final")),
            std::stod(cell(moodle_csv(rules, each), i + 1, "Grade")),
            std::stod(cell(canvas_csv(rules, each), i + 2, rules.assignment)), gradescope,
            std::stod(page.substr(page.find(before) + before.size()))};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(grade_marks, Marked)

BOOST_AUTO_TEST_CASE(points_by_hand_replace_those_of_the_judge)
{
    mark("kim_minsu,3.2,points,2.5,Kim,only a slip\n");
    BOOST_TEST(score(0).points == 7.5);
    BOOST_TEST(score(0).max_points == 12);
    BOOST_TEST(score(1).points == score_of(rules, students[1]).points); // nobody else's
}

BOOST_AUTO_TEST_CASE(a_chapter_has_points_by_hand_late_or_not)
{
    rules.due["03_backprop"] = noon - day;
    rules.late_per_day = 0.5;
    BOOST_TEST(score(0).points == 2.5);
    mark("kim_minsu,3,points,9,Kim,shown at the desk\n");
    BOOST_TEST(score(0).points == 9);
    BOOST_TEST(points_lost(score(0)) == 0);
}

BOOST_AUTO_TEST_CASE(a_bonus_comes_on_top_and_lateness_does_not_lessen_it)
{
    rules.due["03_backprop"] = noon - day;
    rules.late_per_day = 0.2;
    mark("kim_minsu,3.1,bonus,1,Kim,a\nkim_minsu,3,bonus,2,Kim,b\nkim_minsu,3,bonus,4,Kim,c\n");
    BOOST_TEST(score(0).points == 5 * 0.8 + 7);
    BOOST_TEST(score(0).before_late == 12);
    BOOST_TEST(score(0).max_points == 12);
}

BOOST_AUTO_TEST_CASE(what_is_excused_is_in_no_maximum)
{
    mark("kim_minsu,3.2,excuse,,Kim,ill\n");
    BOOST_TEST(score(0).points == 5);
    BOOST_TEST(score(0).max_points == 9);
    // A platform has one maximum for the class: the share is what counts.
    BOOST_TEST(points_of_platform(score(0)).value() == 5.0 * 12 / 9);
    BOOST_TEST(cell(gradebook_csv(rules, marked_class()), 1, "3.2 output delta (3)") == "excused");
    BOOST_TEST(cell(gradebook_csv(rules, marked_class()), 1, "max") == "9");
    mark("kim_minsu,,excuse,,Kim,ill\n");
    BOOST_TEST(score(0).max_points == 0);
    BOOST_TEST(!points_of_platform(score(0)).has_value());
    BOOST_TEST(cell(canvas_csv(rules, marked_class()), 2, rules.assignment) == "EX");
    BOOST_TEST(cell(moodle_csv(rules, marked_class()), 1, "Grade") == "");
}

BOOST_AUTO_TEST_CASE(a_date_of_ones_own_goes_before_all_others)
{
    rules.due[""] = noon - 3 * day;
    rules.late_per_day = 0.1;
    BOOST_TEST(score(0).days_late == 3);
    mark("kim_minsu,,due,2026-11-19T12:00Z,Lee,moved\n");
    BOOST_TEST(score(0).days_late == 1);
    mark("kim_minsu,,due,2026-11-19T12:00Z,Lee,moved\nkim_minsu,3,due,2026-11-20T12:00Z,Lee,far\n");
    BOOST_TEST(score(0).days_late == 0);
    BOOST_TEST(score(1).days_late == 4);
}

BOOST_AUTO_TEST_CASE(every_output_shows_who_and_why)
{
    const std::vector<std::string> marks{"3.2,points,2.5",  "3,points,9",  "3.2,bonus,1",
                                         "3,bonus,1",       "3.2,excuse,", "4,excuse,",
                                         "3,due,2026-12-24"};
    for (const std::string& what : marks) {
        mark("kim_minsu," + what + ",Prof <Kim>,\"because & so, too\"\n");
        const GradedStudent student = marked_student(0);
        const std::string why = "Prof &lt;Kim&gt;: because &amp; so, too";
        BOOST_TEST(holds(feedback_page(rules, student), why), what);
        BOOST_TEST(holds(summary_page(rules, marked_class()), why), what);
        is_well_formed_html(feedback_page(rules, student));
        is_well_formed_html(summary_page(rules, marked_class()));
        BOOST_TEST(holds(cell(moodle_csv(rules, marked_class()), 1, "Feedback comments"), why),
                   what);
        BOOST_TEST(holds(cell(gradebook_csv(rules, marked_class()), 1, "by hand"),
                         "Prof <Kim>: because & so, too"),
                   what);
        BOOST_TEST(cell(gradebook_csv(rules, marked_class()), 2, "by hand") == "");
        BOOST_TEST(holds(gradescope_json(rules, student), "because & so, too"), what);
    }
    rules.marks.clear();
    BOOST_TEST(!holds(gradebook_csv(rules, each()), "by hand"));
}

BOOST_AUTO_TEST_CASE(a_student_is_named_by_key_id_or_e_mail)
{
    students[1].email = "lee@example.ac.kr";
    for (const char* name : {"kim_minsu", "101", "Minsu@example.ac.kr"}) {
        mark(std::string(name) + ",3.2,points,3,Kim,right\n");
        BOOST_TEST(score(0).points == 8);
    }
    students[1].id = "101";
    BOOST_CHECK_EXCEPTION(mark("101,3.2,points,3,Kim,right\n"), UserError,
                          says("line 2: \"101\" may be kim_minsu or lee late", 2));
}

BOOST_AUTO_TEST_CASE(what_is_not_understood_is_refused_and_its_line_named)
{
    const std::vector<std::pair<std::string, std::string>> bad{
        {"nobody,3.2,points,2,Kim,x", "there is no student \"nobody\""},
        {"Kim Minsu,3.2,points,2,Kim,x", "there is no student"}, // a name may be another's too
        {"101,3.9,points,2,Kim,x", "there is no 3.9"},
        {"101,3.2,points,two,Kim,x", "\"two\" is no number"},
        {"101,3.2,points,2x,Kim,x", "no number"},
        {"101,3.2,points,-1,Kim,x", "no number"},
        {"101,3.2,points,nan,Kim,x", "no number"},
        {"101,3.2,points,,Kim,x", "no number"},
        {"101,3.2,points,3.5,Kim,x", "more than the 3"},
        {"101,3,points,10.5,Kim,x", "more than the 10"},
        {"101,,points,2,Kim,x", "need a place"},
        {"101,3.2,excuse,2,Kim,x", "has no value"},
        {"101,3.2,due,2026-11-20,Kim,x", "no due date of its own"},
        {"101,3,due,soon,Kim,x", "\"soon\" is no time"},
        {"101,3.2,present,2,Kim,x", "nobody knows what \"present\" is"},
        {"101,3.2,points,2,,x", "does not say \"who\""},
        {"101,3.2,points,2,Kim,", "does not say \"why\""},
        {",3.2,points,2,Kim,x", "does not say \"student\""},
        {"101,3.2,points,1,Kim,x", "line 2 has decided that already"},
    };
    for (const auto& [line, why] : bad) {
        // An empty line and a field of two lines come before it.
        const std::string first = "101,3.2,points,2,Kim,\"first\nsecond\"\n\n";
        BOOST_CHECK_EXCEPTION(mark(first + line + "\n"), UserError, says("marks.csv, line 5: ", 2));
        BOOST_CHECK_EXCEPTION(mark(first + line + "\n"), UserError, says(why, 2));
    }
    const TemporaryFolder folder;
    for (const std::string word : {"student", "where", "what", "value", "who", "why"}) {
        std::string columns = head;
        columns.replace(columns.find(word), word.size(), "x");
        write_file(folder.path() / "marks.csv", columns);
        BOOST_CHECK_EXCEPTION(read_marks(folder.path() / "marks.csv", place_of), UserError,
                              says("line 1: there is no column \"" + word + "\"", 2));
    }
}

BOOST_AUTO_TEST_CASE(who_hands_in_later_may_be_marked_before)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "m", head + "nobody,3.2,points,2,Kim,x\n");
    const auto marks = read_marks(folder.path() / "m", place_of);
    BOOST_TEST(by_student(folder.path() / "m", marks, mates(), true).empty());
}

BOOST_AUTO_TEST_CASE(points_of_a_step_are_the_rules)
{
    rules.points = {{"3.1", 2}, {"3.2", 0.5}, {"4.1", 0}};
    BOOST_TEST(score(0).points == 2);
    BOOST_TEST(score(0).max_points == 2 + 0.5 + 2 + 0 + 1);
    BOOST_TEST(holds(gradebook_csv(rules, marked_class()), "3.2 output delta (0.5)"));
}

BOOST_AUTO_TEST_CASE(weights_make_chapters_count_as_they_say)
{
    rules.weights = {{"03_backprop", 30}, {"04_training", 70}};
    BOOST_TEST(score(1).points == 30 * 0.5 + 70 * 0.5);
    BOOST_TEST(score(1).max_points == 100);
    mark("kim_minsu,4,excuse,,Kim,ill\n");
    BOOST_TEST(score(0).points == 15);
    BOOST_TEST(score(0).max_points == 30);
    BOOST_TEST(cell(gradebook_csv(rules, marked_class()), 1, "Chapter 3: backprop weighted (30)") ==
               "15");
    BOOST_TEST(holds(feedback_page(rules, marked_student(0)), "15 of 30 in all"));
}

// Whatever the rules are, one student has the same points everywhere, and what is shown adds up.
BOOST_AUTO_TEST_CASE(the_sums_agree_in_all_outputs)
{
    const std::vector<std::string> some_marks{
        "", "101,3.2,points,1.37,K,w\n", "101,3,points,7.77,K,w\n101,3.1,bonus,0.333,K,w\n",
        "101,3,bonus,1.119,K,w\n", "101,,due,2026-11-19T12:00Z,K,w\n"};
    for (const std::string& lines : some_marks) {
        for (const double late : {0.0, 0.07, 1.0 / 3}) {
            for (const double weight : {0.0, 30.0, 33.333}) {
                for (const double points : {0.0, 0.7, 2.0}) {
                    rules.due[""] = noon - 2 * day;
                    rules.late_per_day = late;
                    rules.weights.clear();
                    if (weight > 0) {
                        rules.weights = {{"03_backprop", weight}, {"04_training", 17.5}};
                    }
                    rules.points = {{"3.1", 5 + points}};
                    mark(lines);
                    for (std::size_t i = 0; i < 2; ++i) {
                        for (const double final : finals(rules, marked_class(), i)) {
                            BOOST_TEST(final == rounded_points(score(i).points),
                                       boost::test_tools::tolerance(1e-9));
                        }
                        double sum = 0;
                        for (const GradedChapter& chapter : marked_student(i).chapters) {
                            sum += std::stod(points_text(weighted(rules, chapter).points));
                        }
                        BOOST_TEST(std::abs(sum - score(i).points) < 1e-9);
                        const std::string csv = gradebook_csv(rules, marked_class());
                        BOOST_TEST(std::abs(std::stod(cell(csv, i + 1, "total")) -
                                            std::stod(cell(csv, i + 1, "lost by lateness")) -
                                            std::stod(cell(csv, i + 1, "final"))) < 1e-9);
                    }
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(only_finds_students_and_never_guesses)
{
    std::vector<MatchedSubmission> list(3);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string key(1, "abc"[i]);
        list[i].submission.key = key;
        list[i].name = "Kim";
        list[i].id = "id-" + key;
        list[i].email = key + "@x.org";
    }
    list[2].name = "Lee";
    BOOST_TEST(find_students(list, {"b"}) == std::vector<std::size_t>{1});
    BOOST_TEST(find_students(list, {"id-a", "C@x.org"}) == (std::vector<std::size_t>{0, 2}));
    BOOST_TEST(find_students(list, {"Lee"}) == std::vector<std::size_t>{2});
    BOOST_CHECK_EXCEPTION(find_students(list, {"Kim"}), UserError, says("Kim may be a or b", 2));
    BOOST_CHECK_EXCEPTION(find_students(list, {"d"}), UserError, says("is called d", 2));
}

BOOST_AUTO_TEST_SUITE_END()
