#include "notes/bibliography.hpp"
#include "notes/book.hpp"
#include "notes/figure.hpp"
#include "notes/glossary.hpp"
#include "notes/list.hpp"
#include "notes/numbers.hpp"
#include "notes/slides.hpp"
#include "notes/snippets.hpp"
#include "notes/text.hpp"
#include "support.hpp"

#include <cstdlib>
#include <set>

using namespace workbook;
using namespace workbook::tests;

namespace {

/// A book of one chapter, as its executable would have left it.
struct Book {
    explicit Book(const std::string& text)
    {
        write_file(folder.path() / "chapter.md", text);
        write_file(folder.path() / "tables/truth.md",
                   "| x | y |\n| --- | --- |\n| -1 | 2.5e-07 |\n");
        NotesChapter chapter;
        chapter.chapter = {1, "01_gates", "gates"};
        chapter.text = folder.path() / "chapter.md";
        chapter.label = "gates";
        chapter.title = "1 Gates";
        chapter.folder = folder.path();
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
        NotesPage page{chapters.front().text, "01_gates.md", "gates", "1 Gates"};
        text.number_figures(chapters.front());
        text.expand(page, &chapters.front());
        return page;
    }

    TemporaryFolder folder;
    std::vector<NotesChapter> chapters;
    std::vector<CitedWork> works{{"sheffer1913", "Sheffer 1913", "H. M. Sheffer: Five."}};
    NotesText text{chapters, false, works};
};

const std::string figures = "{{figure plane}}\n\n{{figure line}}\n";

} // namespace

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
    Book book("# 1 Gates {#gates}\n\n{{table truth}}\n\n" + figures);
    BOOST_TEST(holds(book.page().text, "| x | y |\n| --- | --- |\n| −1 | 2.5·10⁻⁷ |\n"));
}

BOOST_AUTO_TEST_CASE(an_erratum_in_a_chapter_leads_to_its_entry)
{
    Book book("# 1 Gates {#gates}\n\n**Erratum 12.** Not 0.3, says erratum 4.\n\n" + figures);
    BOOST_TEST(holds(book.page().text,
                     "<b>\\ref erratum_12 \"Erratum 12\".</b> Not 0.3, says erratum 4.\n"));
}

BOOST_AUTO_TEST_CASE(the_head_of_a_table_has_subscripts)
{
    Book book("# 1 Gates {#gates}\n\n{{table sums}}\n\n" + figures);
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
}

BOOST_AUTO_TEST_CASE(what_is_unknown_is_named_with_its_line_and_what_there_is)
{
    Book book("# 1 Gates {#gates}\n\n{{value smal}}\n{{table truht}}\n{{figure lin}}\n"
              "see {{figure line}}\n{{tabel truth}}\n" +
              figures);
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

// --- the documents' pictures ---------------------------------------------------------------

namespace {

/// What is complained of in this list of pictures.
std::vector<std::string> complaints_of_slides(Book& book, const std::string& list)
{
    book.page();
    const auto file = book.folder.path() / "slides.txt";
    write_file(file, list);
    std::vector<NotesComplaint> complaints;
    slide_table(file, book.chapters, complaints);
    std::vector<std::string> messages;
    for (const NotesComplaint& complaint : complaints) {
        messages.push_back(fmt::format("{}: {}", complaint.line, complaint.message));
    }
    return messages;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_picture_of_the_documents_leads_to_the_figure_that_redraws_it)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    book.page();
    const auto file = book.folder.path() / "slides.txt";
    write_file(file, "A | gates | a line | 1 | line\n");
    std::vector<NotesComplaint> complaints;
    BOOST_TEST(holds(slide_table(file, book.chapters, complaints),
                     "| A | gates | a line | \\ref figure_gates_line \"1.2\" |"));
    BOOST_TEST(complaints.empty());
}

BOOST_AUTO_TEST_CASE(a_picture_whose_figure_is_not_there_is_complained_of)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    const auto said = complaints_of_slides(book, "A | gates | a line | 1 | line lnie\n");
    BOOST_TEST(said == std::vector<std::string>{"1: no chapter has a figure lnie"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_figure_that_names_a_document_needs_a_line)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    const auto said = complaints_of_slides(book, "A | gates | a plane | 1 | plane\n");
    BOOST_TEST_REQUIRE(said.size() == 1u);
    BOOST_TEST(holds(said[0], "0: the figure line says that it is after \"deck A\""));
}

BOOST_AUTO_TEST_CASE(a_line_without_figure_is_right_only_while_its_chapter_is_not_there)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    const auto said =
        complaints_of_slides(book, "A | gates | a line | 1 | line\nA | later | a curve | 7 |\n"
                                   "A | gates | a square | 1 |\n"
                                   "A | gates | a circle | 1 | not yet\n");
    BOOST_TEST(said == std::vector<std::string>{"3: the picture \"a square\" belongs to chapter 1, "
                                                "and this line names no figure that redraws it: "
                                                "write the figure's name at the end of the line, "
                                                "or why there is none in parentheses, or \"not "
                                                "yet\""},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(words_in_parentheses_stand_for_a_figure_or_after_it)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    book.page();
    const auto file = book.folder.path() / "slides.txt";
    write_file(file, "A | gates | a line | 1 | line (a formula: 1.1)\nA | gates | a photograph | | "
                     "(a photograph)\n");
    std::vector<NotesComplaint> complaints;
    const std::string table = slide_table(file, book.chapters, complaints);
    BOOST_TEST(holds(table, "| \\ref figure_gates_line \"1.2\", a formula: 1.1 |"));
    BOOST_TEST(holds(table, "| A | gates | a photograph | a photograph |"));
    BOOST_TEST(complaints.empty());
}

BOOST_AUTO_TEST_CASE(names_are_not_looked_up_while_a_chapter_of_the_line_is_not_there)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    book.page();
    const auto file = book.folder.path() / "slides.txt";
    write_file(file, "A | gates | a line | 1, 7 | line later\nA | curves | a curve | 7 | curve\n"
                     "A | curves | a bend | 7 | (a formula: 7.1)\n");
    std::vector<NotesComplaint> complaints;
    const std::string table = slide_table(file, book.chapters, complaints);
    BOOST_TEST(holds(table, "| A | gates | a line | \\ref figure_gates_line \"1.2\" |"));
    BOOST_TEST(!holds(table, "curve"));
    BOOST_TEST(complaints.empty());
}

BOOST_AUTO_TEST_CASE(numbered_pictures_are_each_in_one_line)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    const std::string all = "A | gates | a line | 1 | line\nD 1-6 | all | | |\n";
    BOOST_TEST(complaints_of_slides(book, all + "D 1, 3-4 | p | a | 1 | line\nD 2, 5-6, A | p | b "
                                                "| 9 | later\n")
                   .empty());
    const std::vector<std::string> expected{
        "4: picture 3 of D is in line 3 already", "4: D has 6 pictures, there is no picture 7",
        "5: which of the 6 pictures of D? Write their numbers, as in D 12-14, 20",
        "2: no line has picture 2, 5 of D"};
    BOOST_TEST(complaints_of_slides(book, all + "D 1, 3-4 | p | a | 1 | line\nD 3, 6-7 | p | b | 9 "
                                                "| later\nD | p | c | 1 | line\n") == expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_no_number_of_a_picture_is_said_with_its_line)
{
    Book book("# 1 Gates {#gates}\n\n" + figures);
    const std::string line = "A | gates | a line | 1 | line\n";
    const auto first = [&](const std::string& documents) {
        const auto said = complaints_of_slides(book, line + documents + " | p | a | 1 | line\n");
        return said.empty() ? "" : said.front();
    };
    BOOST_TEST(holds(first("D 4-2"), "2: \"D 4-2\": pictures count from 1"));
    BOOST_TEST(holds(first("D 1, x"), "2: \"x\" is no picture of a document"));
    BOOST_TEST(holds(first("7"), "2: \"7\" is no picture of a document"));
    BOOST_TEST(holds(first("D 7"), "2: the pictures of D have numbers, and no line says how many"));
}

// The documents are not in the workbook: what their pictures are is known only from this list.
BOOST_AUTO_TEST_CASE(every_picture_of_the_documents_is_listed)
{
    const auto list = std::filesystem::path(std::getenv("WORKBOOK_ROOT")) / "docs/data/slides.txt";
    std::set<std::string> pages;
    bool counted = false;
    for (const ListedLine& entry : read_list(list, 5)) {
        pages.insert(entry.fields[0] + ": " + entry.fields[1]);
        counted = counted || (entry.fields[0] == "D 1-66" && entry.fields[1] == "all");
    }
    BOOST_TEST(counted);
    // That each of them is in one line is a complaint of its own.
    std::vector<NotesComplaint> complaints;
    slide_table(list, {}, complaints);
    for (const NotesComplaint& complaint : complaints) {
        BOOST_ERROR(fmt::format("slides.txt:{}: {}", complaint.line, complaint.message));
    }
    for (const char* page : {"A, B: perceptron",
                             "A, B: weights, weighted sum, bias, activation function",
                             "A, B: limits of the perceptron",
                             "A, B: multilayer perceptron: from two dimensions to three",
                             "A, B: multilayer perceptron",
                             "A, B: structure of the multilayer perceptron",
                             "A, B: solving XOR: structure with weights and biases filled in",
                             "A, B: hidden layers with TensorFlow",
                             "A, B: likeness to gradient descent",
                             "A, B: difference from gradient descent",
                             "A, B: how backpropagation runs",
                             "A, B: how backpropagation is computed",
                             "A, B: updating the weights",
                             "A, B: updating the hidden layer",
                             "A, B: the vanishing gradient",
                             "A, B: the vanishing gradient: the sigmoid",
                             "A, B: activation functions: tanh",
                             "A, B: activation functions: ReLU",
                             "A, B: activation functions: leaky ReLU, PReLU, ELU, SELU",
                             "A, B: activation functions: softmax",
                             "A, B: activation functions: table",
                             "A, B: stochastic gradient descent",
                             "A, B: momentum",
                             "A, B: Adagrad, RMSProp, Adam",
                             "A, B: advanced descent: convergence",
                             "C: page 1",
                             "C: perceptrons",
                             "C: chain rule",
                             "C: vanishing gradient",
                             "C: ReLU",
                             "C: batch, stochastic, mini-batch",
                             "C: momentum",
                             "C: Adagrad and Adam",
                             "E: vanishing gradient",
                             "E: ReLU, leaky ReLU",
                             "E: global optimum",
                             "E: local optimum",
                             "E: initialization from N(0, 1) and U(−4, 4)",
                             "E: initialization from N(0, 0.1)",
                             "E: Xavier, He",
                             "E: momentum",
                             "A, B: advanced descent: overview",
                             "C: hyperparameters"}) {
        BOOST_TEST(pages.count(page) == 1u, "no line has " << page);
    }
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
