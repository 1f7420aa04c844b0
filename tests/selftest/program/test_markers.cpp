#include "course/markers.hpp"
#include "support.hpp"

using namespace workbook;
using namespace workbook::tests;

namespace {

const std::string solution = R"(/// @file
#include "gates.hpp"

namespace gates {

// The weighted sum w·x + b.
double weighted_sum(const Vector& x, const Vector& w,
                    double b)
{
    //! [1.1 weighted sum]
    return dot(w, x) + b;
    //! [1.1 weighted sum]
}

// Both must be 1.
Unit and_gate()
{
    //! [1.4 gates: AND]
    const Vector w{1.0, 1.0};

    return {w, -1.5};
    //! [1.4 gates: AND]
}

} // namespace gates
)";

} // namespace

BOOST_AUTO_TEST_SUITE(markers)

BOOST_AUTO_TEST_CASE(a_region_knows_its_step_title_function_and_lines)
{
    const auto regions = regions_of(solution);
    BOOST_REQUIRE_EQUAL(regions.size(), 2);
    BOOST_TEST(regions[0].step == "1.1");
    BOOST_TEST(regions[0].title == "weighted sum");
    BOOST_TEST(regions[0].function == "weighted_sum");
    BOOST_TEST(regions[0].first_line == 10);
    BOOST_TEST(regions[0].last_line == 11);
    BOOST_TEST(regions[1].title == "gates: AND");
    BOOST_TEST(regions[1].function == "and_gate");
    BOOST_TEST(regions[1].last_line - regions[1].first_line == 3);
}

BOOST_AUTO_TEST_CASE(a_skeleton_has_a_todo_for_each_region_and_keeps_everything_else)
{
    const std::string skeleton = skeleton_of(solution);
    BOOST_TEST(skeleton == R"(/// @file
#include "gates.hpp"

namespace gates {

// The weighted sum w·x + b.
double weighted_sum(const Vector& x, const Vector& w,
                    double b)
{
    throw todo("1.1");
}

// Both must be 1.
Unit and_gate()
{
    throw todo("1.4");
}

} // namespace gates
)");
    BOOST_TEST(skeleton_of(skeleton) == skeleton);
}

BOOST_AUTO_TEST_CASE(one_body_is_replaced_and_the_other_stays)
{
    const std::string changed = with_body(solution, "weighted_sum", "    return b;\n    // no");
    BOOST_TEST(boost::contains(changed, "{\n    return b;\n    // no\n}\n"));
    BOOST_TEST(!boost::contains(changed, "dot(w, x)"));
    BOOST_TEST(boost::contains(changed, "//! [1.4 gates: AND]"));
    BOOST_TEST(regions_of(changed).size() == 1);
}

BOOST_AUTO_TEST_CASE(a_file_says_which_steps_are_to_do)
{
    const std::vector<std::string> expected{"1.1", "1.10"};
    BOOST_TEST(steps_to_do("throw todo(\"1.1\");\nthrow todo(\"1.10\"); throw todo(\"1.1\");") ==
               expected);
    BOOST_TEST(steps_to_do("return 1.1; // todo(\"1.1\")").empty());
}

BOOST_AUTO_TEST_CASE(a_body_of_a_function_that_is_not_there_is_refused)
{
    BOOST_CHECK_EXCEPTION(with_body(solution, "or_gate", ""), UserError, says("or_gate"));
}

BOOST_AUTO_TEST_CASE(a_marker_without_its_pair_is_refused_by_line)
{
    const std::string open = "double f()\n{\n    //! [1.1 sum]\n}\n";
    BOOST_CHECK_EXCEPTION(regions_of(open), UserError, says("line 3"));
    const std::string crossed = open + "//! [1.2 other]\n";
    BOOST_CHECK_EXCEPTION(regions_of(crossed), UserError, says("line 5"));
}

BOOST_AUTO_TEST_CASE(a_text_without_markers_has_no_regions)
{
    BOOST_TEST(regions_of("").empty());
    BOOST_TEST(skeleton_of("int x;") == "int x;");
    BOOST_TEST(regions_of("// ! [1.1 a]\n//! [one a]\n//! [1.1]\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
