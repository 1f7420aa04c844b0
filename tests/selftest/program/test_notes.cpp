#include "book_of_one.hpp"
#include "notes/bibliography.hpp"
#include "notes/book.hpp"
#include "notes/figure.hpp"
#include "notes/glossary.hpp"
#include "notes/list.hpp"
#include "notes/numbers.hpp"
#include "notes/snippets.hpp"
#include "notes/text.hpp"

using namespace workbook;
using namespace workbook::tests;

BOOST_AUTO_TEST_SUITE(notes_pages)

BOOST_AUTO_TEST_CASE(numbers_are_written_as_people_write_them)
{
    BOOST_TEST(typeset_number("-1.1e-16", false) == "−1.1·10⁻¹⁶");
    BOOST_TEST(typeset_number("-1.1e-16", true) == "-1.1 \\cdot 10^{-16}");
    BOOST_TEST(typeset_number("3e+05", false) == "3·10⁵");
    BOOST_TEST(typeset_number("1e-06", false) == "10⁻⁶");
    BOOST_TEST(typeset_number("-1e-06", true) == "-10^{-6}");
    BOOST_TEST(typeset_number("3.00e+00", false) == "3.00");
    BOOST_TEST(typeset_number("0.00e+00", false) == "0");
    BOOST_TEST(typeset_number("-inf", false) == "−∞");
    BOOST_TEST(typeset_number("inf", true) == "\\infty");
    BOOST_TEST(typeset_number("0.25", false) == "0.25");
    BOOST_TEST(typeset_number("0.0e+00", false) == "0");
    BOOST_TEST(typeset_number("-2", true) == "-2");
    BOOST_TEST(typeset_number("(1, 2)", false) == "(1, 2)");
}

BOOST_AUTO_TEST_CASE(a_number_that_begins_a_line_begins_no_list)
{
    Book book("# 1 Gates {#gates}\n\nThe bound is\n{{value count}}. It holds.\n\n1. one\n" +
              figures);
    const std::string text = book.page().text;
    BOOST_TEST(holds(text, "\n32\\. It holds.\n"));
    BOOST_TEST(holds(text, "\n1. one\n"));
}

BOOST_AUTO_TEST_CASE(a_value_stands_in_the_text_and_in_a_formula)
{
    Book book("# 1 Gates {#gates}\n\nOff by {{value small}}, \\f$ e = {{value small}} \\f$ "
              "and {{value count}}.\n" +
              figures);
    const NotesPage page = book.page();
    BOOST_TEST(book.text.complaints().empty());
    BOOST_TEST(holds(page.text, "Off by −1.1·10⁻¹⁶, \\f$ e = -1.1 \\cdot 10^{-16} \\f$ "
                                "and 32."));
}

BOOST_AUTO_TEST_CASE(a_table_is_put_in_with_its_numbers_typeset)
{
    Book book("# 1 Gates {#gates}\n\n{{table truth}} Truth.\n\n" + figures);
    BOOST_TEST(holds(book.page().text, "| x | y |\n| --- | --- |\n| −1 | 2.5·10⁻⁷ |\n"));
}

BOOST_AUTO_TEST_CASE(tables_and_equations_have_numbers_and_are_called_by_them)
{
    Book book(
        "# 1 Gates {#gates}\n\n{{table truth}} What is\ntrue.\n\n"
        "{{caption own}} By hand.\n\n| a |\n|---|\n| 1 |\n\n"
        "{{equation sum}}\n\\f[\nz = x\n\\f]\n\n"
        "Table {{table truth}}, table {{table own}}, {{equation gates/sum}} and figure\n"
        "{{figure plane}}.\n\n**Exercise.** Why?\n\n{{answer}}\n{{table truth}}\n{{/answer}}\n\n" +
        figures);
    const std::string text = book.page().text;
    BOOST_TEST(book.text.complaints().empty());
    BOOST_TEST(holds(text, "\\anchor table_gates_truth\n"));
    BOOST_TEST(holds(text, "<b>Table 1.1.</b> What is\ntrue.\n"));
    BOOST_TEST(holds(text, "<b>Table 1.2.</b> By hand.\n"));
    BOOST_TEST(holds(text, "| 1 |\n\n\\htmlonly[block]\n</figure>"));
    BOOST_TEST(holds(text, "<div class=\"equation\" title=\"1.1\">"));
    BOOST_TEST(holds(text, "\\f]\n\n\\htmlonly[block]\n</div>"));
    BOOST_TEST(holds(text, "\\ref table_gates_truth \"Table\u00a01.1\", "
                           "\\ref table_gates_own \"table\u00a01.2\", "
                           "\\ref equation_gates_sum \"(1.1)\" and figure\n"
                           "\\ref figure_gates_plane \"1.1\"."));
}

BOOST_AUTO_TEST_CASE(a_table_needs_a_caption)
{
    Book book("# 1 Gates {#gates}\n\n{{table truth}}\n\n" + figures);
    book.page();
    BOOST_TEST_REQUIRE(book.text.complaints().size() == 1u);
    BOOST_TEST(book.text.complaints()[0].line == 3u);
    BOOST_TEST(holds(book.text.complaints()[0].message, "the table truth has no caption"));
}

BOOST_AUTO_TEST_CASE(an_erratum_in_a_chapter_leads_to_its_entry)
{
    Book book("# 1 Gates {#gates}\n\n**Erratum 12.** Not 0.3, says erratum 4.\n\n" + figures);
    BOOST_TEST(holds(book.page().text,
                     "<b>\\ref erratum_12 \"Erratum 12\".</b> Not 0.3, says erratum 4.\n"));
}

BOOST_AUTO_TEST_CASE(the_head_of_a_table_has_subscripts)
{
    Book book("# 1 Gates {#gates}\n\n{{table sums}} Sums.\n\n" + figures);
    write_file(book.folder.path() / "tables/sums.md",
               "| σ_z | 3 g_max | unit_spread |\n| --- | --- | --- |\n| a_b | 1 | 2 |\n");
    BOOST_TEST(holds(book.page().text, "| σ<sub>z</sub> | 3 g<sub>max</sub> | unit_spread |\n"
                                       "| --- | --- | --- |\n| a_b | 1 | 2 |\n"));
}

BOOST_AUTO_TEST_CASE(figures_are_numbered_in_the_order_of_the_text)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    const std::string text = book.page().text;
    BOOST_TEST(text.find("<b>Figure 1.1.</b> White is 0.") <
               text.find("<b>Figure 1.2.</b> A line."));
    BOOST_TEST(holds(text, "figures/01_gates/plane.gif"));
    BOOST_TEST(!holds(text, "figures/01_gates/line.gif"));
    BOOST_TEST(holds(figure_index(book.chapters), "\\ref figure_gates_line \"1.2\""));
}

BOOST_AUTO_TEST_CASE(the_index_of_figures_has_the_first_sentence_of_a_caption)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    book.chapters.front().figures.front().caption = "What |x| is. It may be 0.";
    BOOST_TEST(holds(figure_index(book.chapters), " | What \\|x\\| is. `line` | deck A |\n"));
    book.chapters.front().figures.front().caption = "From \\f$ |x| = 1 \\f$ on.";
    BOOST_TEST(holds(figure_index(book.chapters),
                     " | From \\f$ \\vert x\\vert  = 1 \\f$ on. `line` | deck A |\n"));
}

BOOST_AUTO_TEST_CASE(a_caption_has_its_numbers_from_the_values)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    book.chapters.front().figures.front().caption = "All {{value count}} of them.";
    book.text.number(book.chapters.front());
    BOOST_TEST(book.chapters.front().figure("line")->caption == "All 32 of them.");
    BOOST_TEST(book.text.complaints().empty());

    book.chapters.front().figures.front().caption = "All {{value cuont}} of them.";
    book.text.number(book.chapters.front());
    BOOST_TEST_REQUIRE(book.text.complaints().size() == 1u);
    BOOST_TEST(holds(book.text.complaints()[0].message, "no value is called cuont"));
}

BOOST_AUTO_TEST_CASE(what_is_unknown_is_named_with_its_line_and_what_there_is)
{
    Book book("# 1 Gates {#gates}\n\n{{value smal}}\n\n{{table truht}} Truth.\n\n{{figure lin}}\n\n"
              "see {{figure pane}}\n{{tabel truth}}\n" +
              figures);
    book.page();
    const std::vector<std::pair<std::size_t, std::string>> expected{
        {3, "no value is called smal; there are count, small"},
        {5, "no table is called truht; there are truth"},
        {7, "no figure is called lin; there are plane, line"},
        {9, "no figure is called pane; there are lin, line, plane"},
        {10, "{{tabel truth}} is no placeholder"},
    };
    BOOST_TEST_REQUIRE(book.text.complaints().size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        BOOST_TEST(book.text.complaints()[i].line == expected[i].first);
        BOOST_TEST(book.text.complaints()[i].message == expected[i].second);
        BOOST_TEST(book.text.complaints()[i].file == book.chapters.front().text);
    }
}

BOOST_AUTO_TEST_CASE(a_figure_must_be_shown_and_only_once)
{
    Book book("# 1 Gates {#gates}\n\n{{figure line}}\n\n{{figure line}}\n");
    book.page();
    BOOST_TEST_REQUIRE(book.text.complaints().size() == 2u);
    BOOST_TEST(book.text.complaints()[0].line == 5u);
    BOOST_TEST(holds(book.text.complaints()[0].message, "is shown in line 3 already"));
    BOOST_TEST(holds(book.text.complaints()[1].message, "the figure plane is drawn but not shown"));
}

/// A book whose chapter has an explorable, "turn". `built`: its module can be had.
struct ExplorableBook : Book {
    ExplorableBook(const std::string& lines, bool built) : Book("# 1 Gates {#gates}\n\n" + lines)
    {
        const auto web = folder.path() / "web";
        write_file(web / "01_gates.js", "Explore.figures.turn = (stage) => {};\n");
        NotesText explored(chapters, false, works, {web, built ? web / "modules" : ""});
        made = {chapters.front().text, "01_gates.md", "gates", "1 Gates"};
        explored.number(chapters.front());
        explored.expand(made, &chapters.front());
        complaints = explored.complaints();
    }

    NotesPage made;
    std::vector<NotesComplaint> complaints;
};

BOOST_AUTO_TEST_CASE(a_figure_that_can_be_touched_is_numbered_and_wrapped)
{
    const ExplorableBook book("{{figure plane}}\n\n{{explore turn line}}\n", true);
    BOOST_TEST(book.complaints.empty());
    BOOST_TEST(holds(book.made.text, "<div class=\"explorable\" data-explorable=\"turn\" "
                                     "data-chapter=\"01_gates\">"));
    BOOST_TEST(holds(book.made.text, "<b>Figure 1.2.</b> A line."));
}

BOOST_AUTO_TEST_CASE(where_none_can_be_built_the_figure_stands_alone)
{
    const ExplorableBook book("{{figure plane}}\n\n{{explore turn line}}\n", false);
    BOOST_TEST(book.complaints.empty());
    BOOST_TEST(!holds(book.made.text, "explorable"));
    BOOST_TEST(holds(book.made.text, "<b>Figure 1.2.</b> A line."));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_explored_is_named)
{
    const ExplorableBook book("{{explore drag line}}\n{{explore turn}}\n{{figure plane line}}\n\n"
                              "{{figure plane}}\n",
                              true);
    const std::vector<std::string> expected{
        "no explorable of this chapter is called drag; there are turn",
        "{{explore turn …}} stands in a chapter and names the figure in whose place it comes",
        "{{figure plane line}} is one name too many",
    };
    BOOST_TEST_REQUIRE(book.complaints.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        BOOST_TEST(book.complaints[i].line == i + 3);
        BOOST_TEST(book.complaints[i].message == expected[i]);
    }
}

BOOST_AUTO_TEST_CASE(two_chapters_cannot_have_a_figure_of_one_name)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    book.chapters.push_back(book.chapters.front());
    book.chapters.back().chapter = {2, "02_more", "more"};
    book.text.number(book.chapters.front());
    BOOST_TEST(book.text.complaints().empty());
    book.text.number(book.chapters.back());
    BOOST_TEST_REQUIRE(book.text.complaints().size() == 2u);
    BOOST_TEST(holds(book.text.complaints()[0].message, "chapter 1 has a figure line too"));
}

BOOST_AUTO_TEST_CASE(a_page_outside_of_the_chapters_says_which_chapter_it_means)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    book.page();
    const auto file = book.folder.path() / "errata.md";
    write_file(file, "# Errata {#errata}\n\n{{value 01_gates/count}} {{value gates/count}}\n"
                     "{{value count}}\n{{value 07_none/count}}\n");
    NotesPage page{file, "errata.md", "errata", "Errata"};
    book.text.expand(page, nullptr);
    BOOST_TEST(holds(page.text, "32 32\n"));
    BOOST_TEST_REQUIRE(book.text.complaints().size() == 2u);
    BOOST_TEST(holds(book.text.complaints()[0].message, "needs its chapter before it"));
    BOOST_TEST(holds(book.text.complaints()[1].message, "there is no chapter 07_none"));
}

BOOST_AUTO_TEST_CASE(every_line_of_a_page_knows_where_it_comes_from)
{
    Book book("# 1 Gates {#gates}\n\n" + figures + "the last line\n");
    const NotesPage page = book.page();
    std::size_t line = 0;
    std::size_t at = page.text.find("the last line");
    for (std::size_t i = 0; i < at; ++i) {
        line += page.text[i] == '\n';
    }
    BOOST_TEST(page.source_lines.at(line) == 6u);
}

BOOST_AUTO_TEST_CASE(a_step_says_where_it_is_written)
{
    Book book("# 1 Gates {#gates}\n\n" + figures + "## 1.1 And {#step_1_1}\n");
    const std::string text = book.page().text;
    BOOST_TEST(holds(text, "\\ref gates::and_gate \"and_gate\""));
    BOOST_TEST(holds(text, "\\ref lab_1_1 \"labs/01_gates/gates.cpp\""));
    BOOST_TEST(!holds(text, "solution"));
}

BOOST_AUTO_TEST_CASE(code_with_a_quote_is_safe_from_doxygen_and_fenced_code_is_left_alone)
{
    Book book("# 1 Gates {#gates}\n\n`a` isn't `f('x')`\n\n```\n`f('x')` {{value none}}\n```\n" +
              figures);
    const std::string text = book.page().text;
    BOOST_TEST(holds(text, "`a` isn't ``f('x')``\n"));
    BOOST_TEST(holds(text, "\n`f('x')` {{value none}}\n"));
    BOOST_TEST(book.text.complaints().empty());
}

BOOST_AUTO_TEST_CASE(students_see_the_skeleton_and_instructors_the_solution)
{
    Book book("");
    const std::string head = "//! [1.1 and]\nUnit and_gate()\n{\n";
    BOOST_TEST(snippets_of(book.chapters.front(), false) ==
               head + "    throw todo(\"1.1\");\n}\n//! [1.1 and]\n\n");
    BOOST_TEST(snippets_of(book.chapters.front(), true) ==
               head + "    return {1, 2};\n}\n//! [1.1 and]\n\n");
}

BOOST_AUTO_TEST_CASE(only_a_picture_whose_caption_speaks_of_tones_stays_light_on_a_dark_page)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    book.page();
    const NotesChapter& chapter = book.chapters.front();
    BOOST_TEST(holds(figure_block(chapter, *chapter.figure("plane")), "as-drawn"));
    BOOST_TEST(!holds(figure_block(chapter, *chapter.figure("line")), "as-drawn"));
}

BOOST_AUTO_TEST_CASE(a_page_without_title_and_label_is_refused)
{
    TemporaryFolder folder;
    write_file(folder.path() / "a.md", "# 1 The perceptron {#perceptron}\n");
    BOOST_TEST(label_and_title(folder.path() / "a.md").first == "perceptron");
    BOOST_TEST(label_and_title(folder.path() / "a.md").second == "1 The perceptron");
    write_file(folder.path() / "b.md", "\n# 1 The perceptron {#perceptron}\n");
    BOOST_CHECK_EXCEPTION(label_and_title(folder.path() / "b.md"), UserError, says("b.md:1:"));
}

BOOST_AUTO_TEST_CASE(a_list_says_which_line_has_too_few_fields)
{
    TemporaryFolder folder;
    write_file(folder.path() / "list.txt", "# a | b\n\none | two\nonly one\n");
    BOOST_CHECK_EXCEPTION(read_list(folder.path() / "list.txt", 2), UserError, says("list.txt:4:"));
}

// --- words and works -----------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(korean_terms_are_those_in_parentheses)
{
    const std::vector<std::string> expected{"바이어스", "활성화 함수", "y절편"};
    BOOST_TEST(korean_terms("bias (바이어스), f (활성화 함수) of (x + 1) and b (y절편), 배치") ==
                   expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_glossary_knows_where_a_term_comes_up_and_which_it_lacks)
{
    Book book("# 1 Gates {#gates}\n\n" + figures +
              "## 1.1 And {#step_1_1}\nbias (바이어스), gate (게이트)\n\n"
              "## What next {#next}\nrange (치역)\n");
    const auto file = book.folder.path() / "glossary.txt";
    write_file(file, "weight | 가중치 | not used\nbias | 편향, 바이어스 | a number\n"
                     "range | 치역 | values\n");
    std::vector<NotesComplaint> complaints;
    const std::string table = glossary_table(file, book.chapters, complaints);
    BOOST_TEST(holds(table, "| bias | 편향, 바이어스 | a number | \\ref step_1_1 \"1.1\" |"));
    BOOST_TEST(holds(table, "| values | \\ref next \"1\" |"));
    BOOST_TEST(!holds(table, "weight"));
    BOOST_TEST_REQUIRE(complaints.size() == 1u);
    BOOST_TEST(holds(complaints[0].message, "(게이트) is not in glossary.txt"));
}

BOOST_AUTO_TEST_CASE(a_citation_becomes_a_link_and_the_bibliography_leads_back)
{
    Book book("# 1 Gates {#gates}\n\n## 1.1 And {#step_1_1}\nsee \\cite sheffer1913.\n" + figures +
              "\\cite peirce1880\n\n## Next {#next}\n\\cite sheffer1913\n\n"
              "{{bibliography}}\n");
    const std::string text = book.page().text;
    BOOST_TEST(holds(text, "see \\ref cite_sheffer1913 \"Sheffer 1913\"."));
    BOOST_TEST(holds(text, "<b>Sheffer 1913</b> – H. M. Sheffer: Five. Cited in "
                           "\\ref step_1_1 \"1.1 And\", \\ref next \"Next (chapter 1)\"."));
    BOOST_TEST_REQUIRE(book.text.complaints().size() == 1u);
    BOOST_TEST(holds(book.text.complaints()[0].message,
                     "no work is called peirce1880; there are sheffer1913"));
}

BOOST_AUTO_TEST_CASE(works_are_read_as_bibtex_writes_them)
{
    TemporaryFolder folder;
    const auto file = folder.path() / "works.bib";
    write_file(file, "a word before\n@book{two, author = {Minsky, M. and Papert, S.},\n"
                     "  title = {On {P}}, publisher = {MIT Press}, year = {1969}}\n"
                     "@article{three,\n  author = {Ba, J. and Cho, K. and Dahl, G.},\n"
                     "  title = {T}, journal = {J}, volume = {5}, number = {2},\n"
                     "  pages = {1--9}, year = {2015}, doi = {10.1/x}\n}\n");
    const auto style = root() / "docs/data/bibliography.csl";
    const auto works = read_bibliography(file, style);
    BOOST_TEST_REQUIRE(works.size() == 2u);
    BOOST_TEST(works[0].short_name == "Ba et al. 2015");
    BOOST_TEST(works[0].key == "three");
    BOOST_TEST(works[0].entry == "J. Ba, K. Cho and G. Dahl: T. <em>J</em> 5(2), 1–9. "
                                 "doi:<a href=\"https://doi.org/10.1/x\">10.1/x</a>.");
    BOOST_TEST(works[1].short_name == "Minsky and Papert 1969");
    write_file(file, "\n@book{no_year, author = {A}, title = {B}}\n");
    BOOST_CHECK_EXCEPTION(read_bibliography(file, style), UserError, says("no_year has no year"));
    write_file(file, "\n@book{open, author = {A}, title = {B\n");
    BOOST_CHECK_EXCEPTION(read_bibliography(file, style), UserError, says("is not closed"));
    write_file(file, "\n@book{comma author = {A}, title = {B}, year = {1900}}\n");
    BOOST_CHECK_EXCEPTION(read_bibliography(file, style), UserError,
                          says("works.bib:2: this is no BibTeX"));
    BOOST_CHECK_EXCEPTION(read_bibliography(folder.path() / "none.bib", style), UserError,
                          says("none.bib"));
}

// --- around the pages -------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_contents_mark_the_page_and_list_its_sections)
{
    const std::vector<NotesPage> pages{{"", "a.md", "index", "The book", BookPart::cover},
                                       {"", "b.md", "gates", "1 Gates", BookPart::chapter},
                                       {"", "c.md", "errata", "Errata", BookPart::appendix}};
    const std::string html = book_contents(pages, "gates", {{"and", "And"}});
    BOOST_TEST(holds(html, "<a href=\"gates.html\" aria-current=\"page\">1 Gates</a>"));
    BOOST_TEST(holds(html, "<a href=\"#and\">And</a>"));
    BOOST_TEST(holds(html, "<p>Appendix</p>"));
    BOOST_TEST(!holds(turn_the_page(pages, 0), "prev"));
    BOOST_TEST(holds(turn_the_page(pages, 1),
                     "href=\"index.html\" aria-keyshortcuts=\"ArrowLeft\">Previous<span>Cover"));
    BOOST_TEST(!holds(turn_the_page(pages, 2), "rel=\"next\""));
}

BOOST_AUTO_TEST_CASE(a_code_page_holds_the_whole_file_and_students_get_no_solution)
{
    Book book("# 1 Gates {#gates}\n\n## 1.1 And {#step_1_1}\n");
    NotesChapter& chapter = book.chapters.front();
    chapter.solution =
        "#include \"gates.hpp\"\n\n// 1 when both are.\n" + chapter.solution + "\n// the end\n";
    chapter.regions = regions_of(chapter.solution);
    const std::string lab = code_page(chapter, "lab").text;
    BOOST_TEST(holds(lab, "# Lab 1 {#lab_gates}"));
    BOOST_TEST(holds(lab, "## 1.1 and {#lab_1_1}\n\nDerived in \\ref step_1_1."));
    BOOST_TEST(
        holds(lab, "// 1 when both are.\nUnit and_gate()\n{\n    throw todo(\"1.1\");\n}\n"));
    BOOST_TEST(holds(lab, "#include \"gates.hpp\""));
    BOOST_TEST(holds(lab, "// the end"));
    BOOST_TEST(!holds(lab, "return {1, 2}"));
    const std::string solution = code_page(chapter, "solution").text;
    BOOST_TEST(holds(solution, "{\n    return {1, 2};\n}"));
    BOOST_TEST(!holds(solution, "//!"));
}

BOOST_AUTO_TEST_SUITE_END()
