// The class's list, whose a submission is, and what goes back to the learning platform.
#include "grade/csv_table.hpp"
#include "grade/matching.hpp"
#include "grade/outputs.hpp"
#include "grade/same_name.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "support.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <map>

#include <iconv.h>

using namespace workbook;
using workbook::tests::holds;
using workbook::tests::says;
namespace fs = std::filesystem;

namespace {

/// 박민지 as macOS stores it in names of files.
const std::string decomposed = "\u1107\u1161\u11A8\u1106\u1175\u11AB\u110C\u1175";

std::string in_encoding(const std::string& text, const char* encoding)
{
    const iconv_t converter = ::iconv_open(encoding, "UTF-8");
    std::string from = text;
    std::string result(4 * text.size() + 8, '\0');
    char* in = from.data();
    char* out = result.data();
    std::size_t left = from.size();
    std::size_t room = result.size();
    ::iconv(converter, &in, &left, &out, &room);
    ::iconv_close(converter);
    result.resize(result.size() - room);
    return result;
}

Roster roster_of(const std::string& text)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "class.csv", text);
    return read_roster(folder.path() / "class.csv");
}

Submission submission(const std::string& name, const std::string& id = "",
                      const std::string& email = "")
{
    Submission one;
    one.name = name;
    one.id = id;
    one.email = email;
    one.is_listed = !email.empty();
    one.key = safe_key(id.empty() ? name : name + "_" + id);
    one.places.push_back({fs::path("/class") / name, "", 0});
    return one;
}

/// Who got which submission: "name: row of the roster", or why nobody did.
std::map<std::string, std::string> owners(const std::string& roster,
                                          const std::vector<Submission>& submissions,
                                          const std::vector<MappedSubmission>& mapping = {})
{
    const Roster list = roster_of(roster);
    std::map<std::string, std::string> result;
    const MatchedClass matched = match(submissions, &list, mapping);
    for (const MatchedSubmission& one : matched.submissions) {
        result[one.submission.key] =
            one.entry == nullptr ? one.doubt : "row " + std::to_string(one.entry->row);
        BOOST_TEST((one.entry == nullptr) == !one.doubt.empty());
    }
    for (const MissingStudent& one : matched.missing) {
        result["missing " + std::to_string(one.entry->row)] = one.doubt;
    }
    return result;
}

} // namespace

BOOST_AUTO_TEST_SUITE(rosters)

BOOST_AUTO_TEST_CASE(tables_of_every_kind)
{
    const std::vector<std::vector<std::string>> headers{{"name", "id", "email"},
                                                        {"Full name", "Student ID", "E-mail"},
                                                        {"이름", "학번", "이메일"},
                                                        {"성명", "학생 번호", "이메일 주소"}};
    const auto same = [](const Roster& roster) {
        return roster.entries.size() == 2U && roster.entries[0].name == "박민지" &&
               roster.entries[0].id == "7" && roster.entries[1].email == "jisu@example.org";
    };
    for (const auto& header : headers) {
        for (const char* separator : {",", ";", "\t"}) {
            for (const char* end : {"\n", "\r\n", "\r"}) {
                std::string text;
                for (const auto& row : {header,
                                        {"박민지", "7", "minji@example.org"},
                                        {"이지수", "8", "jisu@example.org"}}) {
                    text += row[0] + separator + row[1] + separator + row[2] + end;
                }
                for (const char* encoding : {"UTF-8", "CP949", "UTF-16", "UTF-16LE"}) {
                    BOOST_TEST(same(roster_of(in_encoding(text, encoding))),
                               encoding << " " << text);
                }
            }
        }
    }
    BOOST_CHECK_EXCEPTION(roster_of("colour;size\nred;3\n"), UserError, says("colour | size"));
    BOOST_CHECK_EXCEPTION(roster_of("colour;size\nred;3\n"), UserError, says("semicolons"));
    BOOST_CHECK_THROW(roster_of(""), UserError);
}

BOOST_AUTO_TEST_CASE(who_is_listed_twice_is_used_once)
{
    const Roster roster = roster_of("name,id\nAda,7\nBea,8\nAda,7\nAda L.,7\n");
    BOOST_TEST(roster.entries.size() == 2U);
    BOOST_REQUIRE(roster.remarks.size() == 2U);
    BOOST_TEST(holds(roster.remarks[0], "row 4"));
    BOOST_TEST(holds(roster.remarks[1], "Ada L."));
    BOOST_TEST(roster_of("name\n김민수\n김민수\n").entries.size() == 2U); // two of one name
}

BOOST_AUTO_TEST_CASE(names_are_compared_as_people_do)
{
    BOOST_TEST(composed(decomposed) == "박민지");
    BOOST_TEST(comparable("  PARK   Minji ") == comparable("park minji"));
    BOOST_TEST(comparable("Ångström") == comparable("a\u030angstro\u0308m"));
    BOOST_TEST(comparable("\xff bytes") == "\xff bytes");
    const std::string roster = "name,id,email\nMinji Park,7,minji@example.org\n박민지,8,\n";
    for (const Submission& one :
         {submission("Minji Park"), submission("park minji"), submission("parkminji"),
          submission("Park, Minji"), submission("7"), submission("MINJI"), submission("x", "7"),
          submission("minji@example.org"), submission("y", "", "Minji@Example.org")}) {
        BOOST_TEST(owners(roster, {one}).at(one.key) == "row 2", one.key);
    }
    for (const Submission& one : {submission(decomposed), submission("박민지", "4711")}) {
        BOOST_TEST(owners(roster, {one}).at(one.key) == "row 3", one.key);
    }
    BOOST_TEST(owners(roster, {submission("stranger")}).at("stranger") == "not on the roster");
}

BOOST_AUTO_TEST_CASE(nobody_is_guessed)
{
    const std::string twins = "name,id\n김민수,1\n김민수,2\nLee Jisu,3\n4,5\n";
    // Two of one name, without a number.
    auto found = owners(twins, {submission("김민수", "4711"), submission("김민수", "4712")});
    for (const auto& [key, owner] : found) {
        BOOST_TEST((key == "missing 4" || key == "missing 5" ? owner.empty() : !owner.empty()),
                   key);
    }
    BOOST_TEST(found.size() == 6U);
    // One of them with a number; the other may still be anybody's.
    found = owners(twins, {submission("김민수", "1"), submission("김민수", "4712")});
    BOOST_TEST(found.at(submission("김민수", "1").key) == "row 2");
    BOOST_TEST(holds(found.at(submission("김민수", "4712").key), "ambiguous"));
    // A name that is another's id, and an id whose name is another's.
    found = owners("name,id\n4,9\nLee,4\n", {submission("4")});
    BOOST_TEST(holds(found.at("4"), "ambiguous"));
    found = owners("name,id\nChoi,9\nLee,4\n", {submission("4", "9")});
    BOOST_TEST(found.at(submission("4", "9").key) == "row 2"); // its id decides, its name is none
    found = owners("name,id\nChoi,9\nLee,4\n", {submission("Lee", "9")});
    BOOST_TEST(holds(found.at(submission("Lee", "9").key), "its name that of another"));
    BOOST_TEST(holds(found.at("missing 2"), "may be this student's"));
    // Two submissions of one student.
    found = owners("name,id\nAda,1\n", {submission("ada"), submission("1")});
    BOOST_TEST(holds(found.at("ada"), "has another submission"));
    BOOST_TEST(holds(found.at("1"), "has another submission"));
    BOOST_TEST(holds(found.at("missing 2"), "ada, 1"));
}

BOOST_AUTO_TEST_CASE(a_mapping_decides)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "mapping.csv";
    const std::string twins = "name,id\n김민수,1\n김민수,2\n";
    const std::vector<Submission> two{submission("김민수", "4711"), submission("김민수", "4712")};
    const auto mapped = [&](const std::string& text) {
        write_file(file, text);
        std::vector<std::string> remarks;
        return owners(twins, two, read_mapping(file, remarks));
    };
    const auto found = mapped("submission,id\n김민수_4711,2\n4712,1\n");
    BOOST_TEST(found.at(two[0].key) == "row 3");
    BOOST_TEST(found.at(two[1].key) == "row 2");
    BOOST_TEST(found.size() == 2U);
    // Both are one student's: one submission with both places.
    BOOST_TEST(mapped("submission;id\n김민수_4711;2\n4712;2\n").size() == 2U);
    for (const auto& [text, words] : std::map<std::string, std::string>{
             {"submission,id\nnobody,1\n", "row 2 of the mapping"},
             {"submission,id\n4711,77\n", "no such student"},
             {"submission,name\n4711,김민수\n", "may be"},
             {"submission,id\n김민수,1\n", "may be 2 submissions"},
             {"submission,id\n4711,1\n4711,2\n", "row 2 says already"},
             {"submission,id\n4711,\n", "does not say"},
             {"folder,id\n4711,1\n", "needs the column submission"}}) {
        BOOST_CHECK_EXCEPTION(mapped(text), UserError, says(words, 2));
    }
}

namespace {

/// A class of one step of 3 points: what write-back is made from.
struct Graded {
    explicit Graded(const std::string& text, const std::vector<Submission>& submissions)
        : roster(roster_of(text))
    {
        const MatchedClass matched = match(submissions, &roster, {});
        for (const MatchedSubmission& one : matched.submissions) {
            add(one.submission.key, one.name, one.entry, one.doubt, 2);
        }
        for (const MissingStudent& one : matched.missing) {
            add("missing_" + std::to_string(one.entry->row), one.entry->name, one.entry, one.doubt,
                0);
            students.back().missing = true;
        }
    }

    void add(const std::string& key, const std::string& name, const RosterEntry* entry,
             const std::string& doubt, int points)
    {
        GradedStudent student;
        student.key = key;
        student.name = name;
        student.doubt = doubt;
        if (entry != nullptr) {
            student.id = entry->id;
            student.roster = {roster.header, entry->cells, entry->row};
        }
        GradedStep step;
        step.number = "3.1";
        step.points = points;
        step.max_points = 3;
        GradedChapter chapter;
        chapter.folder = "03_backprop";
        chapter.file = "backprop.cpp";
        chapter.steps.push_back(step);
        student.chapters.push_back(chapter);
        students.push_back(student_from(to_json(student)));
    }

    EachStudent each() const
    {
        return [this](const auto& visit) {
            for (const GradedStudent& student : students) {
                visit(student);
            }
        };
    }

    Roster roster;
    std::vector<GradedStudent> students;
};

} // namespace

BOOST_AUTO_TEST_CASE(moodles_worksheet_goes_back)
{
    const std::vector<std::vector<std::string>> headers{
        {"Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade",
         "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
         "Feedback comments"},
        {"식별자", "성명", "이메일 주소", "상태", "성적", "최대 성적", "성적 수정 가능",
         "마지막 수정됨(제출)", "마지막 수정됨(성적)", "피드백 댓글"}};
    for (const auto& header : headers) {
        const std::string participant = header[0] == "식별자" ? "참가자" : "Participant ";
        const std::vector<std::vector<std::string>> rows{
            header,
            {participant + "4712", "이지수", "jisu@example.org", "No submission", "", "100.00",
             "Yes", "-", "-", ""},
            {participant + "4711", "Park, \"MJ\" Minji", "minji@example.org", "Submitted", "",
             "100.00", "Yes", "Friday, 20 November 2026, 6:00 PM", "-", ""},
            {participant + "4713", "Kim", "", "", "17.00", "100.00", "Yes", "-", "-", "by hand"},
            {participant + "4714", "Kim", "", "", "", "100.00", "Yes", "-", "-", ""}};
        std::string text = "\xEF\xBB\xBF";
        for (const auto& row : rows) {
            text += csv_line(row);
        }
        const Graded graded(text, {submission("Park, \"MJ\" Minji", "4711"), submission("Kim")});
        const auto back = read_csv(moodle_csv(GradingRules{}, graded.each()));
        BOOST_REQUIRE(back.size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (std::size_t j = 0; j < header.size(); ++j) {
                if (i == 0 || (j != 4 && j != 9) || i > 2) {
                    BOOST_TEST(back[i].at(j) == rows[i][j]); // ambiguous rows as they were
                }
            }
        }
        BOOST_TEST(back[1][4] == "0");
        BOOST_TEST(back[2][4] == "2");
        BOOST_TEST(holds(back[2][9], "2 of 3 points"));
    }
}

BOOST_AUTO_TEST_CASE(canvas_gradebook_goes_back)
{
    const std::string text =
        "Student,ID,SIS User ID,SIS Login ID,Section,Homework 2 (11),Homework 3 (12),Final Score\n"
        "    Points Possible,,,,,10,3,(read only)\n"
        "\"Park, Minji\",99,2026-7,minji,\"Deep Learning, 1\",9,,90\n"
        "\"Lee, Jisu\",98,2026-8,jisu,Deep Learning,8,,80\n"
        "\"Student, Test\",97,,abc,Deep Learning,,,\n";
    const Graded graded(text, {submission("parkminji", "99"), submission("2026-8")});
    BOOST_TEST(graded.roster.entries.size() == 2U);
    GradingRules rules;
    rules.assignment = "Homework 3";
    BOOST_TEST(canvas_csv(rules, graded.each()) ==
               "Student,ID,SIS User ID,SIS Login ID,Section,Homework 3 (12)\r\n"
               "    Points Possible,,,,,3\r\n"
               "\"Park, Minji\",99,2026-7,minji,\"Deep Learning, 1\",2\r\n"
               "\"Lee, Jisu\",98,2026-8,jisu,Deep Learning,2\r\n");
    rules.assignment = "New";
    BOOST_TEST(read_csv(canvas_csv(rules, graded.each()))[0].back() == "New");
}

BOOST_AUTO_TEST_CASE(what_is_unclear_is_no_zero)
{
    const Graded graded("name,id\nKim,1\nKim,2\nLee,3\n", {submission("Kim"), submission("Who")});
    const auto canvas = read_csv(canvas_csv(GradingRules{}, graded.each()));
    std::map<std::string, std::string> points;
    for (const auto& row : canvas) {
        points[row.at(1)] = row.at(5);
    }
    BOOST_TEST(points.at("1") == "");
    BOOST_TEST(points.at("2") == "");
    BOOST_TEST(points.at("3") == "0");
    const std::string gradebook = gradebook_csv(GradingRules{}, graded.each());
    BOOST_TEST(holds(gradebook, "handed in, not on the roster"));
    BOOST_TEST(holds(gradebook, "handed in, ambiguous"));
    BOOST_TEST(holds(gradebook, "missing, one of these may be this student's: Kim"));
    BOOST_TEST(holds(summary_page(GradingRules{}, graded.each()), "not on the roster"));
}

BOOST_AUTO_TEST_SUITE_END()
