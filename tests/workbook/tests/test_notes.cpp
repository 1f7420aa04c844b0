#include "notes_figure.hpp"
#include "notes_snippets.hpp"
#include "notes_text.hpp"
#include "support.hpp"

using namespace workbook;
using namespace workbook::tests;

namespace {

/// A book of one chapter, as its executable would have left it.
struct Book {
    explicit Book(const std::string& text)
    {
        write_file(folder.path / "chapter.md", text);
        write_file(folder.path / "tables/truth.md", "| x | y |\n| --- | --- |\n| -1 | 2.5e-07 |\n");
        NotesChapter chapter;
        chapter.chapter = {1, "01_gates", "gates"};
        chapter.text = folder.path / "chapter.md";
        chapter.label = "gates";
        chapter.title = "1 Gates";
        chapter.folder = folder.path;
        chapter.values = {{"small", "-1.1e-16"}, {"count", "32"}};
        chapter.figures = {{"line", "A line.", "a line", "deck A", false, {}, "640", "400"},
                           {"plane", "White is 0.", "a plane", "", true, {}, "640", "400"}};
        chapter.solution = "Unit and_gate()\n{\n    //! [1.1 and]\n    return {1, 2};\n"
                           "    //! [1.1 and]\n}\n";
        chapter.regions = regions_of(chapter.solution);
        chapters.push_back(chapter);
    }

    /// The page that the chapter becomes.
    NotesPage page()
    {
        NotesPage page{chapters.front().text, "01_gates.md", "gates", "1 Gates", {}, {}};
        text.number_figures(chapters.front());
        text.expand(page, &chapters.front());
        return page;
    }

    TemporaryFolder folder;
    std::vector<NotesChapter> chapters;
    NotesText text{chapters, false};
};

const std::string figures = "{{figure plane}}\n\n{{figure line}}\n";

bool holds(const std::string& text, const std::string& words)
{
    return boost::contains(text, words);
}

} // namespace

BOOST_AUTO_TEST_SUITE(notes_pages)

BOOST_AUTO_TEST_CASE(numbers_are_written_as_people_write_them)
{
    BOOST_TEST(typeset_number("-1.1e-16", false) == "−1.1·10⁻¹⁶");
    BOOST_TEST(typeset_number("-1.1e-16", true) == "-1.1 \\cdot 10^{-16}");
    BOOST_TEST(typeset_number("3e+05", false) == "3·10⁵");
    BOOST_TEST(typeset_number("0.25", false) == "0.25");
    BOOST_TEST(typeset_number("-2", true) == "-2");
    BOOST_TEST(typeset_number("(1, 2)", false) == "(1, 2)");
}

BOOST_AUTO_TEST_CASE(a_value_stands_in_the_text_and_in_a_formula)
{
    Book book("# 1 Gates {#gates}\n\nOff by {{value small}}, \\f$ e = {{value small}} \\f$ "
              "and {{value count}}.\n" + figures);
    const NotesPage page = book.page();
    BOOST_TEST(book.text.complaints().empty());
    BOOST_TEST(holds(page.text, "Off by −1.1·10⁻¹⁶, \\f$ e = -1.1 \\cdot 10^{-16} \\f$ "
                                "and 32."));
}

BOOST_AUTO_TEST_CASE(a_table_is_put_in_with_its_numbers_typeset)
{
    Book book("# 1 Gates {#gates}\n\n{{table truth}}\n\n" + figures);
    BOOST_TEST(holds(book.page().text, "| x | y |\n| --- | --- |\n| −1 | 2.5·10⁻⁷ |\n"));
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

BOOST_AUTO_TEST_CASE(what_is_unknown_is_named_with_its_line_and_what_there_is)
{
    Book book("# 1 Gates {#gates}\n\n{{value smal}}\n{{table truht}}\n{{figure lin}}\n"
              "see {{figure line}}\n{{tabel truth}}\n" + figures);
    book.page();
    const std::vector<std::pair<std::size_t, std::string>> expected{
        {3, "no value is called smal; there are count, small"},
        {4, "no table is called truht; there are truth"},
        {5, "no figure is called lin; there are plane, line"},
        {6, "{{figure line}} stands on a line of its own"},
        {7, "{{tabel truth}} is no placeholder"},
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

BOOST_AUTO_TEST_CASE(two_chapters_cannot_have_a_figure_of_one_name)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    book.chapters.push_back(book.chapters.front());
    book.chapters.back().chapter = {2, "02_more", "more"};
    book.text.number_figures(book.chapters.front());
    BOOST_TEST(book.text.complaints().empty());
    book.text.number_figures(book.chapters.back());
    BOOST_TEST_REQUIRE(book.text.complaints().size() == 2u);
    BOOST_TEST(holds(book.text.complaints()[0].message, "chapter 1 has a figure line too"));
}

BOOST_AUTO_TEST_CASE(a_page_outside_of_the_chapters_says_which_chapter_it_means)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    book.page();
    const auto file = book.folder.path / "errata.md";
    write_file(file, "# Errata {#errata}\n\n{{value 01_gates/count}} {{value gates/count}}\n"
                     "{{value count}}\n{{value 07_none/count}}\n");
    NotesPage page{file, "errata.md", "errata", "Errata", {}, {}};
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
    BOOST_TEST(holds(text, "`labs/01_gates/gates.cpp`"));
    BOOST_TEST(!holds(text, "solutions/"));
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
    write_file(folder.path / "a.md", "# 1 The perceptron {#perceptron}\n");
    BOOST_TEST(label_and_title(folder.path / "a.md").first == "perceptron");
    BOOST_TEST(label_and_title(folder.path / "a.md").second == "1 The perceptron");
    write_file(folder.path / "b.md", "\n# 1 The perceptron {#perceptron}\n");
    BOOST_CHECK_EXCEPTION(label_and_title(folder.path / "b.md"), UserError, says("b.md:1:"));
}

BOOST_AUTO_TEST_SUITE_END()
