// Files that are alike once names, comments and layout are set aside.
#include "course/skeleton.hpp"
#include "grade/likeness.hpp"
#include "support.hpp"

#include <random>
#include <regex>

using namespace workbook;
using namespace workbook::tests;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit)
{
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

/// A line of code that hardly anybody else writes.
std::string odd_line(Random& random)
{
    static const std::vector<std::string> signs{"+", "-", "*", "/", "<", ">"};
    std::string line = "    a = b";
    for (int i = 0; i < 6; ++i) {
        line += " " + signs[below(random, signs.size())] + " " +
                std::to_string(below(random, 100'000)) + " * f(c)";
    }
    return line + ";\n";
}

std::string odd_file(Random& random, std::size_t lines)
{
    std::string text = "double g(double b, double c)\n{\n    double a = 0;\n";
    for (std::size_t i = 0; i < lines; ++i) {
        text += odd_line(random);
    }
    return text + "    return a;\n}\n";
}

/// Several of them.
std::vector<std::string> odd_files(Random& random, int count, std::size_t lines)
{
    std::vector<std::string> files;
    for (int i = 0; i < count; ++i) {
        files.push_back(odd_file(random, lines));
    }
    return files;
}

Likenesses compared(const std::vector<std::string>& files, const std::string& skeleton = "")
{
    return likenesses(files.size(), [&](std::size_t i) { return files[i]; }, skeleton);
}

/// Other names, comments and line breaks.
std::string disguised(const std::string& text)
{
    std::string other = std::regex_replace(text, std::regex(R"(\ba\b)"), "anotherName");
    other = std::regex_replace(other, std::regex(R"(\bb\b)"), "b_2");
    other = std::regex_replace(other, std::regex(" \\* "), " /* times */\n* ");
    return "// all my own work: \"\n" + other + "\n/* the\nend */\n";
}

bool covers(const std::vector<Lines>& lines, std::size_t line)
{
    return std::any_of(lines.begin(), lines.end(), [&](const Lines& range) {
        return range.first <= line && line <= range.last;
    });
}

} // namespace

BOOST_AUTO_TEST_SUITE(likeness)

BOOST_AUTO_TEST_CASE(files_that_have_nothing_in_common_are_not_alike)
{
    Random random(1);
    std::vector<std::string> files = odd_files(random, 40, 20);
    const Likenesses found = compared(files);
    BOOST_TEST(found.same.empty());
    BOOST_TEST(found.pairs.empty());
}

BOOST_AUTO_TEST_CASE(names_comments_and_layout_hide_nothing)
{
    Random random(2);
    for (int round = 0; round < 20; ++round) {
        std::vector<std::string> files = odd_files(random, 8, 10);
        const std::size_t copied = below(random, files.size());
        files.push_back(disguised(files[copied]));
        const Likenesses found = compared(files);
        BOOST_TEST_REQUIRE(found.same.size() == 1U);
        BOOST_TEST(found.same[0] == (std::vector<std::size_t>{copied, files.size() - 1}));
    }
}

BOOST_AUTO_TEST_CASE(a_part_that_was_taken_over_is_found_and_its_lines_are_named)
{
    Random random(3);
    for (int round = 0; round < 20; ++round) {
        std::vector<std::string> files = odd_files(random, 8, 10);
        // Two write two thirds of it together.
        std::string shared;
        for (int i = 0; i < 20; ++i) {
            shared += odd_line(random);
        }
        const std::string more = "    return a;\n";
        files[2].insert(files[2].find(more), shared);
        files[5].insert(files[5].find("    double a"), shared);
        const Likenesses found = compared(files);
        BOOST_TEST_REQUIRE(found.pairs.size() == 1U);
        const LikePair& pair = found.pairs[0];
        BOOST_TEST(pair.first == 2U);
        BOOST_TEST(pair.second == 5U);
        BOOST_TEST(pair.share > 0.5);
        BOOST_TEST(pair.share < 0.8);
        BOOST_TEST(covers(pair.lines_of_first, 24)); // in the middle of what they share
        BOOST_TEST(!covers(pair.lines_of_first, 8));
        BOOST_TEST(covers(pair.lines_of_second, 12));
        BOOST_TEST(!covers(pair.lines_of_second, 29));
    }
}

BOOST_AUTO_TEST_CASE(what_the_skeleton_gives_is_nobodys)
{
    Random random(4);
    const std::string skeleton = odd_file(random, 60);
    std::vector<std::string> files;
    for (int i = 0; i < 3; ++i) {
        files.push_back(skeleton + odd_file(random, 12));
    }
    BOOST_TEST(compared(files).pairs.size() == 3U); // as if they had written it
    BOOST_TEST(compared(files, skeleton).pairs.empty());
    files.push_back(disguised(skeleton));
    files.push_back(skeleton);
    const Likenesses found = compared(files, skeleton);
    BOOST_TEST(found.same.empty());
    BOOST_TEST((found.untouched == std::set<std::size_t>{3, 4}));
}

BOOST_AUTO_TEST_CASE(what_many_have_is_no_likeness)
{
    Random random(5);
    const std::string common = odd_file(random, 30);
    for (const std::size_t sharing : {2, 4, 9, 20, 39}) {
        std::vector<std::string> files;
        for (std::size_t i = 0; i < 40; ++i) {
            files.push_back((i < sharing ? common : "") + odd_file(random, 10));
        }
        // A quarter of 40 files is 10.
        const bool is_told = sharing <= 10;
        BOOST_TEST(compared(files).pairs.empty() == !is_told, sharing << " share it");
    }
}

BOOST_AUTO_TEST_CASE(winnowing_keeps_a_print_of_every_window_and_few_of_all)
{
    Random random(6);
    for (int round = 0; round < 100; ++round) {
        std::vector<std::uint64_t> hashes(below(random, 300));
        for (std::uint64_t& hash : hashes) {
            hash = below(random, round % 2 == 0 ? 1'000'000 : 3);
        }
        const std::vector<Fingerprint> prints = winnowed(hashes);
        for (std::size_t start = 0; start + prints_of_a_window <= hashes.size(); ++start) {
            const auto inside = [&](const Fingerprint& print) {
                return print.place >= start && print.place < start + prints_of_a_window;
            };
            BOOST_TEST(std::any_of(prints.begin(), prints.end(), inside));
        }
        for (const Fingerprint& print : prints) {
            BOOST_TEST(hashes.at(print.place) == print.hash);
        }
        // The expected density is 2 / (w + 1).
        if (hashes.size() > 100 && round % 2 == 0) {
            BOOST_TEST(static_cast<double>(prints.size()) <
                       0.4 * static_cast<double>(hashes.size()));
        }
    }
}

BOOST_AUTO_TEST_CASE(whatever_is_handed_in_can_be_compared)
{
    Random random(7);
    const std::vector<std::string> parts{"/*",   "*/",    "\"",   "\\", "//",
                                         "\n",   "'",     "R\"(", "x",  std::string("\0 ", 2),
                                         "\xFF", "a + b;"};
    std::vector<std::string> files{"", " ", "/*", "\"", "//"};
    for (int i = 0; i < 300; ++i) {
        std::string text;
        for (std::size_t j = below(random, 60); j > 0; --j) {
            text += parts[below(random, parts.size())];
        }
        files.push_back(text);
    }
    BOOST_CHECK_NO_THROW(compared(files));
}

// A thousand students and their real files, each changed a little, take seconds.
BOOST_AUTO_TEST_CASE(a_thousand_students_take_seconds)
{
    const Workspace workspace(root(), build());
    const Chapter& chapter = workspace.chapter("3");
    const std::string solution = read_file(workspace.file_of(chapter, workspace.solutions()));
    Random random(8);
    std::vector<std::string> files;
    for (int i = 0; i < 1000; ++i) {
        files.push_back(solution + odd_file(random, 30));
    }
    files[700] = solution + disguised(files[300].substr(solution.size()));
    const auto start = std::chrono::steady_clock::now();
    const Likenesses found = compared(files, skeleton_for(workspace, chapter));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    BOOST_TEST_MESSAGE("1,000 files took " << took.count() << " s");
    BOOST_TEST(took.count() < 20);
    BOOST_TEST(found.same.size() == 1U);
    BOOST_TEST(found.pairs.empty());
}

BOOST_AUTO_TEST_SUITE_END()
