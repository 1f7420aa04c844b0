// A function that does not compile costs its own points, not those of the whole chapter.
#include "build/half_built.hpp"
#include "build/judging.hpp"
#include "explain/diagnostics.hpp"

#include "support.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/test/unit_test.hpp>

using namespace workbook;
using namespace workbook::tests;

namespace {

const std::map<std::string, std::string> steps{{"first", "1.1"}, {"second", "1.2"}};

const std::string text = "#include \"x.hpp\"\n"              // 1
                         "const double limit = 1;\n"         // 2
                         "namespace x {\n"                   // 3
                         "double helper(double a)\n{\n"      // 4
                         "    return a;\n}\n"                // 6
                         "double first(double a)\n{\n"       // 8
                         "    // a } in a comment\n"         // 10
                         "    return a;\n}\n"                // 11
                         "double second(double a)\n{\n"      // 13
                         "    return first(a) + 1;\n}\n}\n"; // 15

std::size_t lines(const std::string& of)
{
    return static_cast<std::size_t>(std::count(of.begin(), of.end(), '\n'));
}

} // namespace

BOOST_AUTO_TEST_SUITE(half_built)

BOOST_AUTO_TEST_CASE(broken_functions_are_left_out_by_their_lines)
{
    for (std::size_t line = 0; line <= 18; ++line) {
        Mended mended{text, {}};
        const bool is_first = line >= 8 && line <= 12;
        const bool is_second = line >= 13 && line <= 16;
        BOOST_TEST(leave_out_broken(mended, {{line, "no"}}, steps) == (is_first || is_second),
                   line);
        if (!is_first && !is_second) {
            BOOST_TEST(mended.text == text);
            continue;
        }
        BOOST_TEST(lines(mended.text) == lines(text));
        BOOST_TEST(holds(mended.text, is_first ? "{ throw workbook::todo(\"1.1\"); }"
                                               : "{ throw workbook::todo(\"1.2\"); }"));
        BOOST_TEST(holds(mended.text, is_first ? "first(a) + 1" : "a } in a comment"));
        BOOST_REQUIRE(mended.left_out.size() == 1U);
        BOOST_TEST(mended.left_out[0].function == (is_first ? "first" : "second"));
        // The same function again: leaving out its body did not help.
        BOOST_TEST(!leave_out_broken(mended, {{is_first ? 8U : 13U, "no"}}, steps));
    }
    Mended both{text, {}};
    BOOST_TEST(leave_out_broken(both, {{15, "b"}, {11, "a"}, {10, "c"}}, steps));
    BOOST_TEST(both.left_out.size() == 2U);
    BOOST_TEST(lines(both.text) == lines(text));
    Mended one_elsewhere{text, {}};
    BOOST_TEST(!leave_out_broken(one_elsewhere, {{11, "a"}, {2, "b"}}, steps));
    BOOST_TEST(!leave_out_broken(one_elsewhere, {}, steps));
}

BOOST_AUTO_TEST_CASE(errors_belong_to_the_lines_that_ask_for_them)
{
    const auto errors = errors_in_lines("/x/a.cpp: In function 'f':\n"
                                        "/x/a.cpp:7:3: error: own\n"
                                        "/x/a.cpp:8:3: warning: no error\n"
                                        "/lib/b.hpp: In instantiation of 'g':\n"
                                        "/x/a.cpp:9:4:   required from here\n"
                                        "/lib/b.hpp:70:1: error: asked by line 9\n"
                                        "/lib/b.hpp:71:1: error: by nobody\n",
                                        "/x/a.cpp", "");
    BOOST_REQUIRE(errors.size() == 3U);
    BOOST_TEST(errors[0].line == 7U);
    BOOST_TEST(errors[1].line == 9U);
    BOOST_TEST(errors[2].line == 0U);
}

BOOST_AUTO_TEST_CASE(the_rest_is_judged)
{
    const Playground playground;
    const Workspace& workspace = playground.workspace;
    const Toolchain toolchain(workspace);
    const Chapter& chapter = workspace.chapter("perceptron");
    const Catalogue catalogue = catalogue_of(toolchain, chapter);
    const std::string right = read_file(workspace.solutions() / "01_perceptron/perceptron.cpp");
    const TemporaryFolder folder;
    JudgeRequest request;
    request.source = folder.path() / "perceptron.cpp";
    const auto judged = [&](const std::string& code) {
        write_file(request.source, code);
        return judge(workspace, toolchain, chapter, catalogue, request);
    };
    const std::size_t place = right.rfind("    return ");
    BOOST_REQUIRE(place != std::string::npos);
    // A typo, a missing semicolon, and a type that does not fit, in the last function.
    for (const std::string& slip :
         {std::string("    retrun "), std::string("    int x = 1 return "),
          std::string("    const std::string word = 1.5;\n    return ")}) {
        const ChapterVerdict verdict = judged(std::string(right).replace(place, 11, slip));
        BOOST_TEST(!verdict.built.failure.has_value());
        std::size_t not_built = 0;
        std::size_t is_right = 0;
        for (const Verdict& step : verdict.steps) {
            not_built += step.status == Status::not_built ? 1U : 0U;
            is_right += step.status == Status::right ? 1U : 0U;
            if (step.status == Status::not_built) {
                BOOST_TEST(step.left_out);
                BOOST_TEST(holds(step.detail, "does not compile"));
                BOOST_TEST(step.points() == 0);
            }
        }
        BOOST_TEST(not_built >= 1U);
        BOOST_TEST(is_right >= 1U);
        BOOST_TEST(not_built + is_right == verdict.steps.size());
    }
    // Outside of the functions nothing can be left out.
    const ChapterVerdict outside = judged("int x = \"no\";\n" + right);
    BOOST_TEST(outside.built.failure.has_value());
    for (const Verdict& step : outside.steps) {
        BOOST_TEST(to_string(step.status) == "not_built");
        BOOST_TEST(!step.left_out);
    }
}

BOOST_AUTO_TEST_SUITE_END()
