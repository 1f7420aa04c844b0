#include "notes/last_pages.hpp"
#include "support.hpp"

#include <cmath>
#include <set>
#include <vector>

using namespace workbook;
using namespace workbook::tests;

BOOST_AUTO_TEST_SUITE(notes_last_pages)

BOOST_AUTO_TEST_CASE(a_page_is_filled_down_to_its_lowest_word)
{
    const std::string head =
        "<word xMin=\"56\" yMin=\"30\" xMax=\"90\" yMax=\"40.5\">Errata</word>\n";
    const std::string foot = "<word xMin=\"290\" yMin=\"800\" xMax=\"300\" yMax=\"812\">7</word>\n";
    const std::string word =
        "<word xMin=\"56\" yMin=\"400\" xMax=\"90\" yMax=\"418.11\">end</word>\n";
    BOOST_TEST(filled_share(head + word + foot) == 0.5, boost::test_tools::tolerance(0.01));
    BOOST_TEST(filled_share(head + foot) == 0.0);
}

BOOST_AUTO_TEST_CASE(a_part_that_ends_well_keeps_its_leading)
{
    BOOST_TEST(next_leading({}) == 1.5);
    BOOST_TEST(next_leading({{1.5, 0.4}}) == 1.5);
    BOOST_TEST(next_leading({{1.5, 0.1}, {1.53, 0.4}}) == 1.53);
}

BOOST_AUTO_TEST_CASE(a_part_that_ends_with_a_few_lines_is_tried_with_others_and_gets_the_best)
{
    std::vector<TriedLeading> tried{{1.5, 0.1}};
    std::set<double> leadings{1.5};
    for (double filled : {0.2, 0.3, 0.05, 0.15, 0.1}) {
        const double leading = next_leading(tried);
        BOOST_TEST(leadings.insert(leading).second);
        BOOST_TEST(std::abs(leading - 1.5) < 0.11);
        tried.push_back({leading, filled});
    }
    BOOST_TEST(next_leading(tried) == tried[2].leading);
}

BOOST_AUTO_TEST_SUITE_END()
