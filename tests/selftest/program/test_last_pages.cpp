#include "notes/last_pages.hpp"
#include "support.hpp"

using namespace workbook;
using namespace workbook::tests;

namespace {

/// How far down the last page a part goes once its lines are mended, if the leading makes up six
/// tenths of its height.
double filled_when_mended(int pages, double filled)
{
    const double leading = mended_leading({"part", pages, filled}, usual_leading);
    return filled + (pages - 1 + filled) * 0.6 * (leading / usual_leading - 1);
}

} // namespace

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

BOOST_AUTO_TEST_CASE(a_last_page_with_more_than_a_few_lines_stays)
{
    BOOST_TEST(mended_leading({"part", 20, 0.4}, usual_leading) == usual_leading);
    BOOST_TEST(mended_leading({"part", 2, 1.0}, usual_leading) == usual_leading);
}

BOOST_AUTO_TEST_CASE(a_last_page_with_a_few_lines_is_filled_or_is_not_needed)
{
    for (const int pages : {20, 40}) {
        for (const double filled : {0.05, 0.1, 0.3}) {
            BOOST_TEST(filled_when_mended(pages, filled) > 0.4);
        }
    }
    BOOST_TEST(filled_when_mended(8, 0.02) < 0.0);
}

BOOST_AUTO_TEST_CASE(lines_move_no_farther_than_one_sees)
{
    for (const int pages : {2, 5, 20}) {
        for (const double filled : {0.02, 0.1, 0.3}) {
            const double leading = mended_leading({"part", pages, filled}, usual_leading);
            BOOST_TEST(leading > 0.92 * usual_leading);
            BOOST_TEST(leading < 1.08 * usual_leading);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
