#include "notes/figure.hpp"
#include "notes/previews.hpp"
#include "notes/terms.hpp"
#include "notes/tree.hpp"
#include "support.hpp"

using namespace workbook;
using namespace workbook::tests;

namespace {

FinishedPage page(const std::string& label, const std::string& text)
{
    return {label, label, parse_html("<div class=\"contents\">" + text + "</div>")};
}

/// What is shown beside a link to #there, if this stands there.
std::string preview(const std::string& text)
{
    std::vector<FinishedPage> pages;
    pages.push_back(page("from", "<p><a href=\"to.html#there\">see</a></p>"));
    pages.push_back(page("to", text));
    const auto previews = previews_of(pages);
    const auto found = previews.find("to.html#there");
    return found == previews.end() ? "" : found->second;
}

} // namespace

BOOST_AUTO_TEST_SUITE(notes_previews)

BOOST_AUTO_TEST_CASE(a_section_shows_its_heading_and_its_first_paragraph)
{
    BOOST_TEST(
        preview("<h3 id=\"there\">1.1 Sum <a class=\"permalink\" href=\"#there\">#</a></h3>"
                "<div class=\"step\">box</div><p>One <a href=\"#x\">link</a>.</p><p>Two.</p>") ==
        "<p class=\"title\">1.1 Sum </p><p>One <span>link</span>.</p>");
    BOOST_TEST(preview("<h3 id=\"there\">Empty</h3><h3 id=\"next\">Next</h3><p>Other.</p>") ==
               "<p class=\"title\">Empty</p>");
}

BOOST_AUTO_TEST_CASE(figures_equations_works_and_terms_show_themselves)
{
    BOOST_TEST(
        preview("<figure id=\"there\"><img src=\"a.svg\"><p class=\"files\">SVG</p></figure>") ==
        "<figure><img src=\"a.svg\"></figure>");
    BOOST_TEST(preview("<div class=\"equation\" id=\"there\"><p>z</p></div>") ==
               "<div class=\"equation\"><p>z</p></div>");
    BOOST_TEST(preview("<p><a id=\"there\"></a><b>Rosenblatt 1958</b> – A title.</p>") ==
               "<p><span></span><b>Rosenblatt 1958</b> – A title.</p>");
    BOOST_TEST(preview("<table><tr id=\"there\"><td>bias</td><td>편향</td><td>a number</td>"
                       "<td>1.1</td></tr></table>") == "<p><b>bias</b> 편향: a number</p>");
}

BOOST_AUTO_TEST_CASE(what_no_text_leads_to_has_no_preview)
{
    std::vector<FinishedPage> pages;
    pages.push_back(page("alone", "<h3 id=\"a\">A <a class=\"permalink\" href=\"#a\">#</a></h3>"));
    BOOST_TEST(previews_of(pages).empty());
}

BOOST_AUTO_TEST_CASE(a_korean_term_leads_to_its_line_of_the_glossary)
{
    const auto glossary = parse_html(
        "<div class=\"contents\"><table><tr><th>English</th></tr>"
        "<tr><td>Hidden unit</td><td>은닉 유닛, 은닉층</td><td>inside</td></tr></table></div>");
    const auto terms = label_terms(glossary);
    BOOST_TEST(terms.at("은닉층").front().place == "glossary.html#term_hidden_unit");
    BOOST_TEST(holds(write_html(glossary), "<tr id=\"term_hidden_unit\">"));
    const auto text = parse_html("<div><p><span lang=\"ko\">은닉층</span>, "
                                 "<span lang=\"ko\">다른</span></p></div>");
    link_terms(text, terms);
    BOOST_TEST(holds(write_html(text), "<a lang=\"ko\" class=\"term\" "
                                       "href=\"glossary.html#term_hidden_unit\">은닉층</a>, "
                                       "<span lang=\"ko\">다른</span>"));
}

BOOST_AUTO_TEST_CASE(a_korean_term_of_two_meanings_leads_to_the_one_that_is_spoken_of)
{
    const auto glossary =
        parse_html("<div class=\"contents\"><table>"
                   "<tr><td>gradient</td><td>기울기</td><td>all slopes</td></tr>"
                   "<tr><td>slope</td><td>기울기</td><td>how fast</td></tr></table></div>");
    const auto place = [&](const std::string& before) {
        const auto text =
            parse_html("<div><p>" + before + " (<span lang=\"ko\">기울기</span>)</p></div>");
        link_terms(text, label_terms(glossary));
        return std::string(text.select_node(".//a").node().attribute("href").value());
    };
    BOOST_TEST(place("No gradient, a <b>Slope</b>") == "glossary.html#term_slope");
    BOOST_TEST(place("From slopes to gradients") == "glossary.html#term_gradient");
    BOOST_TEST(place("It") == "glossary.html#term_gradient");
}

BOOST_AUTO_TEST_CASE(a_korean_term_alone_in_parentheses_is_a_note)
{
    const auto glossary =
        parse_html("<div class=\"contents\"><table><tr><td>Hidden unit</td><td>은닉 유닛</td>"
                   "<td>inside</td></tr></table></div>");
    const auto read = [&](const std::string& paragraph) {
        const auto text = parse_html("<div><p>" + paragraph + "</p></div>");
        link_terms(text, label_terms(glossary));
        return write_html(text);
    };
    const std::string term = "<span lang=\"ko\">은닉 유닛</span>";
    const std::string alone = read("A hidden unit (" + term + ").");
    BOOST_TEST(holds(alone, "A hidden unit<span class=\"beside\"><span class=\"parenthesis\"> ("
                            "</span><a "));
    BOOST_TEST(holds(alone, "data-english=\"Hidden unit\">은닉 유닛</a><span "
                            "class=\"parenthesis\">)</span></span>."));
    for (const std::string& not_alone :
         {"A unit (" + term + ", inside).", "A unit (a " + term + ").", "A unit: " + term + "."}) {
        BOOST_TEST(!holds(read(not_alone), "beside"));
    }
}

BOOST_AUTO_TEST_CASE(a_figure_has_its_title_from_the_list_or_its_caption)
{
    const TemporaryFolder folder;
    const fs::path list = folder.path() / "titles.txt";
    write_file(list, "# name | title\nline | A straight line\nplane | A plane\n");
    NotesChapter chapter;
    chapter.figures = {{"line", "", "", ""},
                       {"dot", "A dot. It is black.", "", ""},
                       {"bend", "The bend of \\f$ f \\f$.", "", ""}};
    std::vector<NotesChapter> chapters{chapter};
    std::vector<NotesComplaint> complaints;
    give_titles(chapters, list, complaints);
    BOOST_TEST(chapters[0].figures[0].title == "A straight line");
    BOOST_TEST(chapters[0].figures[1].title == "A dot.");
    BOOST_TEST_REQUIRE(complaints.size() == 2u);
    BOOST_TEST(holds(complaints[0].message, "the figure bend needs a title"));
    BOOST_TEST(complaints[1].message == "no chapter has a figure plane");
    BOOST_TEST(complaints[1].line == 3u);
}

BOOST_AUTO_TEST_SUITE_END()
