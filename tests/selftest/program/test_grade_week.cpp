// What an instructor's week needs beside marks: numbers about the steps, outputs without names,
// feedback for the learning platforms, and work that is done alone.
#include "grade/anonymity.hpp"
#include "grade/archive.hpp"
#include "grade/feedback_files.hpp"
#include "grade/libarchive.hpp"
#include "grade/statistics.hpp"
#include "grade/turns.hpp"
#include "grade/zip_file.hpp"
#include "small_class.hpp"

#include <array>
#include <atomic>
#include <cmath>
#include <random>

using namespace workbook;
using namespace workbook::tests;

namespace {

/// The names of an archive's files, and their bytes.
std::vector<HandedInFile> entries_of(const fs::path& archive)
{
    std::vector<HandedInFile> files;
    const ArchiveReader reader = archive_reader();
    constexpr std::size_t block = 10'240;
    BOOST_REQUIRE(archive_read_open_filename(reader.get(), archive.c_str(), block) == ARCHIVE_OK);
    archive_entry* entry = nullptr;
    while (archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK) {
        HandedInFile& file = files.emplace_back();
        file.path = name_of(entry);
        std::array<char, block> bytes{};
        for (la_ssize_t size = 0;
             (size = archive_read_data(reader.get(), bytes.data(), bytes.size())) > 0;) {
            file.bytes.append(bytes.data(), static_cast<std::size_t>(size));
        }
    }
    return files;
}

/// r = Σ (x - x̄)(y - ȳ) / √(Σ (x - x̄)² Σ (y - ȳ)²), as the textbooks have it.
double plain_correlation(const std::vector<double>& x, const std::vector<double>& y)
{
    const auto mean = [](const std::vector<double>& v) {
        double sum = 0;
        for (const double each : v) {
            sum += each;
        }
        return sum / static_cast<double>(v.size());
    };
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - mean(x)) * (y[i] - mean(y));
        xx += (x[i] - mean(x)) * (x[i] - mean(x));
        yy += (y[i] - mean(y)) * (y[i] - mean(y));
    }
    return xy / std::sqrt(xx * yy);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(grade_week, SmallClass)

// --- statistics --------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(discrimination_is_the_correlation_with_the_rest_of_the_score)
{
    std::mt19937 random(1);
    std::bernoulli_distribution is_right(0.6);
    const GradedStudent pattern = students[0];
    students.clear();
    std::vector<double> right;
    std::vector<double> rest;
    for (int i = 0; i < 200; ++i) {
        GradedStudent student = pattern;
        student.key = fmt::format("s{:03}", i);
        student.section = i % 3 == 0 ? "A" : "B";
        for (GradedChapter& chapter : student.chapters) {
            for (GradedStep& one : chapter.steps) {
                one.points = is_right(random) ? one.max_points : 0;
            }
        }
        right.push_back(student.chapters[0].steps[1].points / 3);
        student.chapters[1].steps[0].points = right.back(); // goes with it
        rest.push_back(0);
        for (const GradedChapter& chapter : student.chapters) {
            for (const GradedStep& one : chapter.steps) {
                rest.back() += one.number == "3.2" ? 0 : one.points;
            }
        }
        students.push_back(student);
    }
    const Statistics statistics = statistics_of(rules, each());
    const StepStatistics& step = statistics.steps.at(1);
    BOOST_TEST(step.step.number == "3.2");
    BOOST_TEST(step.discrimination.value().value() == plain_correlation(right, rest),
               boost::test_tools::tolerance(1e-9));
    BOOST_TEST(std::abs(step.discrimination.value().value()) > 0.1);
    double sum = 0;
    for (const double each_right : right) {
        sum += each_right;
    }
    BOOST_TEST(step.earned.mean().value() == sum / 200, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(step.by_section.at("A").count == 67U);
    BOOST_TEST(step.by_section.at("B").count == 133U);
    const std::string csv = statistics_csv(statistics);
    BOOST_TEST(cell(csv, 2, "share earned") == fmt::format("{:.3f}", sum / 200));
    BOOST_TEST(cell(csv, 2, "share earned in A") ==
               fmt::format("{:.3f}", step.by_section.at("A").mean().value()));
    is_well_formed_html(summary_page(rules, each()));
    BOOST_TEST(holds(summary_page(rules, each()), ">in A<"));
}

BOOST_AUTO_TEST_CASE(where_nothing_varies_there_is_no_discrimination)
{
    students.resize(1);
    const Statistics statistics = statistics_of(rules, each());
    BOOST_TEST(!statistics.steps.at(0).discrimination.value().has_value());
    BOOST_TEST(cell(statistics_csv(statistics), 1, "discrimination") == "");
    BOOST_TEST(cell(statistics_csv(statistics), 1, "share earned") == "1.000");
}

BOOST_AUTO_TEST_CASE(only_those_are_counted_who_handed_in_and_for_whom_the_step_counts)
{
    BOOST_TEST(statistics_of(rules, each()).steps.at(0).earned.count == 2U);
    students[0].chapters[0].steps[0].by_hand.excused = true;
    BOOST_TEST(statistics_of(rules, each()).steps.at(0).earned.count == 1U);
    students[1].chapters[0].file.clear();
    BOOST_TEST(statistics_of(rules, each()).steps.at(0).earned.count == 0U);
    rules.counted = {"4.1"};
    BOOST_TEST(statistics_of(rules, each()).steps.size() == 1U);
}

// --- without names -----------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(nothing_in_the_outputs_tells_who_it_is)
{
    GradedStudent& student = students[0];
    student.name = "Minsu Park-Lee";
    student.place = "Minsu Park-Lee_101_assignsubmission_file_";
    student.chapters[0].file = "minsu/backprop.cpp";
    student.chapters[0].notes = {"MINSU handed in twice"};
    student.chapters[0].by_hand.said = {"a bonus (Kim: Minsu Park-Lee drew it)"};
    student.chapters[0].steps[1].printed = "hello from Minsu, 101!";
    student.chapters[0].steps[1].excerpt.text = "// (c) Park\nint sleep_parking = 1;\n";
    const TemporaryFolder folder;
    const Anonymity anonymity(folder.path());
    const GradedStudent hidden = anonymity.hidden(student);
    for (const std::string& output :
         {feedback_page(rules, hidden), gradescope_json(rules, hidden), to_json(hidden).dump()}) {
        for (const char* word : {"Minsu", "minsu", "MINSU", "Park-Lee", "101", "(c) Park"}) {
            BOOST_TEST(!holds(output, word), word);
        }
    }
    BOOST_TEST(holds(hidden.chapters[0].steps[1].excerpt.text, "sleep_parking")); // other words
    BOOST_TEST(holds(hidden.chapters[0].by_hand.said[0], "Kim"));
    BOOST_TEST(score_of(rules, hidden).points == score_of(rules, student).points);
    BOOST_TEST(moodle_feedback_name(hidden) == "");
}

BOOST_AUTO_TEST_CASE(a_name_stays_the_same_and_is_another_elsewhere)
{
    const TemporaryFolder one;
    const TemporaryFolder two;
    std::set<std::string> names;
    for (const char* key : {"a", "b", "ab"}) {
        const std::string name = Anonymity(one.path()).name_for(key);
        BOOST_TEST(name == Anonymity(one.path()).name_for(key));
        BOOST_TEST(name != Anonymity(two.path()).name_for(key));
        BOOST_TEST(name.size() == 18U);
        names.insert(name);
    }
    BOOST_TEST(names.size() == 3U);
    Anonymity(one.path()).write_names(each());
    for (const char* file : {"private", "private/secret", "private/names.csv"}) {
        const fs::perms others = fs::perms::group_all | fs::perms::others_all;
        BOOST_TEST(((fs::status(one.path() / file).permissions() & others) == fs::perms::none));
    }
    const std::string table = read_file(one.path() / "private" / "names.csv");
    BOOST_TEST(cell(table, 1, "name") == students[0].name);
    BOOST_TEST(cell(table, 1, "anonymous") == Anonymity(one.path()).name_for(students[0].key));
}

BOOST_AUTO_TEST_CASE(a_word_is_replaced_where_it_stands_alone)
{
    BOOST_TEST(without_word("Lee, sleep, LEE_1 lee", "lee", "X") == "X, sleep, X_1 X");
    BOOST_TEST(without_word("leelee lee", "lee", "X") == "leelee X");
    BOOST_TEST(without_word("김민수는", "김민수", "X") == "X는");
    BOOST_TEST(without_word("abc", "", "X") == "abc");
    BOOST_TEST(without_word("", "abc", "X") == "");
}

BOOST_FIXTURE_TEST_CASE(hostile_names_are_hidden_as_well, HostileClass)
{
    const TemporaryFolder folder;
    const Anonymity anonymity(folder.path());
    for (const GradedStudent& student : students) {
        const std::string page = feedback_page(rules, anonymity.hidden(student));
        is_well_formed_html(page);
        is_harmless(page);
    }
}

// --- feedback for the platforms ----------------------------------------------------------------

BOOST_AUTO_TEST_CASE(platforms_find_whose_feedback_it_is)
{
    GradedStudent& student = students[0];
    const std::vector<std::pair<std::string, std::string>> moodle{
        {"Minji Park_4711_assignsubmission_file_",
         "Minji Park_4711_assignsubmission_file_/feedback.html"},
        {"Minji Park_4711_assignsubmission_file",
         "Minji Park_4711_assignsubmission_file_/feedback.html"},
        {"Minji Park_4711_assignsubmission_file_lab.zip",
         "Minji Park_4711_assignsubmission_file_/feedback.html"},
        {"김민지_12_assignsubmission_file_", "김민지_12_assignsubmission_file_/feedback.html"},
        {"a_b_7_assignsubmission_file_", "a b_7_assignsubmission_file_/feedback.html"},
        {"minji", ""},
        {"Minji_4711", ""},
        {"../x_1_assignsubmission_file_", ""},
        {std::string(300, 'x') + "_1_assignsubmission_file_", ""}};
    for (const auto& [place, name] : moodle) {
        student.place = place;
        BOOST_TEST(moodle_feedback_name(student) == name);
        BOOST_TEST(canvas_feedback_name(student) == "");
    }
    const std::vector<std::pair<std::string, std::string>> canvas{
        {"parkminji_99_1234_backprop-1.cpp", "parkminji_99_1234_feedback.html"},
        {"parkminji_LATE_99_1234_lab_3.zip", "parkminji_LATE_99_1234_feedback.html"},
        {"parkminji_99_backprop.cpp", ""}};
    for (const auto& [place, name] : canvas) {
        student.place = place;
        BOOST_TEST(canvas_feedback_name(student) == name);
        BOOST_TEST(moodle_feedback_name(student) == "");
    }
}

BOOST_AUTO_TEST_CASE(the_zip_holds_each_students_page)
{
    students[0].place = "김민수_101_assignsubmission_file_";
    students[1].place = "lee_99_1234_backprop.cpp";
    const TemporaryFolder folder;
    write_outputs(folder.path(), rules, each());
    // The reader of hand-ins takes only C++ files, so the archive is looked at as bytes.
    const std::string moodle = read_file(folder.path() / "moodle_feedback.zip");
    BOOST_TEST(holds(moodle, "김민수_101_assignsubmission_file_/feedback.html"));
    BOOST_TEST(!holds(moodle, "lee_99"));
    BOOST_TEST(
        holds(read_file(folder.path() / "canvas_feedback.zip"), "lee_99_1234_feedback.html"));
    for (GradedStudent& student : students) {
        student.place = "";
    }
    write_outputs(folder.path(), rules, each());
    BOOST_TEST(!fs::exists(folder.path() / "moodle_feedback.zip")); // no old ones are left
    BOOST_TEST(!fs::exists(folder.path() / "canvas_feedback.zip"));
}

BOOST_AUTO_TEST_CASE(what_a_zip_holds_comes_out_again)
{
    const TemporaryFolder folder;
    ZipFile zip(folder.path() / "a.zip");
    std::mt19937 random(2);
    std::map<std::string, std::string> files;
    for (int i = 0; i < 30; ++i) {
        std::string bytes(random() % 5000, ' ');
        std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random()); });
        files[fmt::format("{}/minji {}.cpp", i, i)] = bytes;
    }
    for (const auto& [name, bytes] : files) {
        zip.add(name, bytes);
    }
    BOOST_TEST(!fs::exists(folder.path() / "a.zip"));
    zip.finish();
    for (const HandedInFile& file : entries_of(folder.path() / "a.zip")) {
        BOOST_TEST(files.at(file.path) == file.bytes);
        files.erase(file.path);
    }
    BOOST_TEST(files.empty());
}

BOOST_AUTO_TEST_CASE(junit_says_how_long_a_step_took)
{
    students[0].chapters[0].steps[0].seconds = 1.25;
    BOOST_TEST(holds(junit_xml(rules, each()), "name=\"3.1 descent\" time=\"1.250\""));
    BOOST_TEST(student_from(to_json(students[0])).chapters[0].steps[0].seconds == 1.25);
}

// --- alone -------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(who_is_alone_is_alone_and_nobody_waits_for_ever)
{
    Turns turns;
    std::atomic<int> at_work = 0;
    std::atomic<int> alone = 0;
    std::atomic<bool> disturbed = false;
    std::atomic<int> done = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 50; ++i) {
                if ((i + t) % 5 == 0) {
                    turns.alone([&] {
                        disturbed = disturbed || ++alone != 1 || at_work != 0;
                        std::this_thread::sleep_for(std::chrono::microseconds(200));
                        disturbed = disturbed || at_work != 0;
                        --alone;
                    });
                } else {
                    turns.beside_others([&] {
                        ++at_work;
                        disturbed = disturbed || alone != 0;
                        std::this_thread::sleep_for(std::chrono::microseconds(100));
                        --at_work;
                    });
                }
                ++done;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    BOOST_TEST(!disturbed);
    BOOST_TEST(done == 400);
    BOOST_CHECK_THROW(turns.alone([] { throw std::runtime_error("x"); }), std::runtime_error);
    BOOST_CHECK_THROW(turns.beside_others([] { throw std::runtime_error("x"); }),
                      std::runtime_error);
    turns.alone([&] { ++done; }); // nobody is thought to be at work still
    BOOST_TEST(done == 401);
}

BOOST_AUTO_TEST_SUITE_END()
