#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "notes/doxygen_page.hpp"
#include "notes/exercises.hpp"
#include "notes/formulas.hpp"
#include "notes/headings.hpp"
#include "notes/korean.hpp"
#include "notes/plain_text.hpp"
#include "notes/printed_book.hpp"
#include "notes/search.hpp"
#include "notes/source_boxes.hpp"
#include "notes/tree.hpp"
#include "notes/typeset.hpp"
#include "support.hpp"

using namespace workbook;
using namespace workbook::tests;

namespace {

/// What is between the tags that all pages have.
const std::string begin = "<div class=\"contents\">";
const std::string end = "</div>";

/// A page that says this, after something was done to it.
std::string after(void (*change)(pugi::xml_node page), const std::string& text)
{
    auto page = parse_html(begin + text + end);
    change(page);
    return write_inside(contents_of(page));
}

/// A page with a title above what it says.
FinishedPage finished(const std::string& label, const std::string& title, const std::string& text)
{
    return {label, title,
            parse_html("<link><h1 class=\"title\">" + title + "</h1>" + begin + text + end)};
}

const auto only_with_node = boost::unit_test::precondition([](boost::unit_test::test_unit_id) {
    return boost::test_tools::assertion_result(!find_program("node").empty());
});

/// Sets the formulas of a page and returns what is wrong with them.
std::vector<std::string> set_all(const pugi::xml_node& page)
{
    const TemporaryFolder folder;
    const fs::path script = root() / "tests/program/notes/set_formulas.js";
    return put_in_formulas(page, set_formulas(formulas_in(page), script, folder.path()));
}

/// The text of a page whose formulas are set.
std::string words(const std::string& html)
{
    const auto page = parse_html(html);
    BOOST_TEST(set_all(page).empty());
    return plain_text(page);
}

/// A chapter with a section, and a page of code.
std::vector<FinishedPage> two_pages()
{
    std::vector<FinishedPage> pages;
    // The first page is the cover; it announces, and is found last.
    pages.push_back(finished("gates_8hpp", "gates.hpp",
                             "<div class=\"line\"><span class=\"lineno\">    1</span>Unit "
                             "and_gate();</div>"));
    pages.push_back(finished("gates", "1 Gates",
                             "<p>before</p><h2 id=\"and\">And</h2><p>연쇄 법칙 η</p>"
                             "<nav class=\"pages\">Next</nav>"));
    return pages;
}

fs::path index_script()
{
    return root() / "tests/program/notes/make_search_index.js";
}

} // namespace

BOOST_AUTO_TEST_SUITE(notes_html)

// --- trees ---------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(a_page_is_read_and_written_as_it_was)
{
    for (const char* html :
         {"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"></head>"
          "<body><p>a&lt;b &amp; c&#160;d \"e\"<br>f</p></body></html>",
          "<html><head><script>if (a < b && c) { say(\"&amp;\"); }</script>"
          "<style>p > a { color: red; }</style></head><body></body></html>",
          "<html><head></head><body><!-- fragment --><pre>\n\n  code\n</pre></body></html>",
          "<html><head></head><body><img alt=\"&quot;a&quot; &amp; b\" src=\"a.svg\">"
          "<svg viewBox=\"0 0 1 1\"><linearGradient xlink:href=\"#a\"></linearGradient>"
          "<path d=\"M0 0\"></path></svg><math><msup><mi>x</mi><mn>2</mn></msup></math>"
          "</body></html>"}) {
        BOOST_TEST(write_html(parse_html(html)) == html);
    }
}

BOOST_AUTO_TEST_CASE(a_page_is_read_as_a_browser_reads_it)
{
    BOOST_TEST(
        write_html(
            parse_html("<p>one<p >two<br/>&nbsp;<IMG SRC=a.png>").child("html").child("body")) ==
        "<body><p>one</p><p>two<br>&#160;<img src=\"a.png\"></p></body>");
}

BOOST_AUTO_TEST_CASE(every_page_of_the_site_is_written_as_it_was_read)
{
    const fs::path site = build() / "notes/html";
    if (!fs::exists(site)) {
        BOOST_TEST_MESSAGE("the notes are not built: ./workbook notes");
        return;
    }
    for (const auto& entry : fs::directory_iterator(site)) {
        if (entry.path().extension() == ".html") {
            const std::string html = read_file(entry.path());
            BOOST_TEST((write_html(parse_html(html)) == html), entry.path().filename());
        }
    }
}

BOOST_AUTO_TEST_CASE(every_match_in_a_text_can_become_html_and_the_rest_stays)
{
    auto page = parse_html("<p>1 &lt; 22 &lt; 3</p>");
    const auto paragraph = page.select_node("//p").node();
    replace_in_text(paragraph.first_child(), std::regex("[0-9]+"),
                    [](const std::smatch& match) -> std::optional<std::string> {
                        if (match.str() == "1") {
                            return std::nullopt;
                        }
                        return "<b>" + match.str() + "</b>";
                    });
    BOOST_TEST(write_html(paragraph) == "<p>1 &lt; <b>22</b> &lt; <b>3</b></p>");
}

// --- what Doxygen writes -------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_title_is_a_heading_and_begins_with_what_is_described)
{
    auto page = parse_html("<div class=\"headertitle\"><div class=\"title\">"
                           "nets::Layer Struct Reference </div></div>");
    make_title_a_heading(page);
    put_kind_before_name(page);
    BOOST_TEST(write_html(title_of(page)) == "<h1 class=\"title\">Struct nets::Layer</h1>");
}

BOOST_AUTO_TEST_CASE(a_page_without_its_title_or_contents_is_refused)
{
    auto page = parse_html("<p>A page of another Doxygen.</p>");
    BOOST_CHECK_EXCEPTION(make_title_a_heading(page), UserError, says("has written no title"));
    BOOST_CHECK_EXCEPTION(contents_of(page), UserError, says("<div class=\"contents\">"));
    BOOST_CHECK_EXCEPTION(put_in_contents(page, ""), UserError, says("<nav id=\"book\">"));
}

BOOST_AUTO_TEST_CASE(anchors_that_are_named_after_folders_go)
{
    BOOST_TEST(after(remove_folder_anchors,
                     "<p ><a class=\"anchor\" id=\"md__home_me_gates\"></a></p>\n<p>Gates "
                     "<a class=\"anchor\" id=\"md__home_me\"></a>are "
                     "<a class=\"anchor\" id=\"here\"></a>here.</p>") ==
               "<p>Gates are <a class=\"anchor\" id=\"here\"></a>here.</p>");
}

BOOST_AUTO_TEST_CASE(what_leads_nowhere_in_the_book_goes)
{
    auto page = parse_html("<div id=\"nav-path\"><ul><li>folder</li></ul></div><div "
                           "class=\"summary\"><a href=\"#f\">Functions</a></div><p>stays</p>");
    remove_path_and_summary(page);
    BOOST_TEST(write_inside(page.child("html").child("body")) == "<p>stays</p>");
    BOOST_TEST(after(remove_heading_of_description,
                     "<h2 class=\"groupheader\">Detailed Description</h2><h2 "
                     "class=\"groupheader\">Functions</h2>") ==
               "<h2 class=\"groupheader\">Functions</h2>");
    BOOST_TEST(after(remove_more_links, "<p>The sum.  <a href=\"a.html#f\">More...</a></p>") ==
               "<p>The sum.</p>");
}

BOOST_AUTO_TEST_CASE(a_figure_carries_its_label)
{
    const std::string label = "<p ><a class=\"anchor\" id=\"figure_gates_line\"></a></p>\n";
    BOOST_TEST(after(label_numbered, label + "<figure class=\"still\"></figure>") ==
               "<figure id=\"figure_gates_line\" class=\"still\"></figure>");
    BOOST_TEST(after(label_numbered, "<p ><a class=\"anchor\" id=\"equation_gates_sum\"></a></p>\n"
                                     "<div class=\"equation\" title=\"1.1\"><p>z</p></div>") ==
               "<div id=\"equation_gates_sum\" class=\"equation\"><p>z</p>"
               "<span class=\"number\">(1.1)</span></div>");
    BOOST_CHECK_EXCEPTION(after(label_numbered, label + "<p>none</p>"), UserError,
                          says("figure_gates_line does not stand before a figure"));
}

BOOST_AUTO_TEST_CASE(no_space_stands_before_a_comma_or_behind_a_bracket)
{
    BOOST_TEST(after(close_up_punctuation, "<a href=\"a\">a</a> , b ( \\( x \\) )") ==
               "<a href=\"a\">a</a>, b (\\( x \\) )");
}

BOOST_AUTO_TEST_CASE(tables_that_only_place_things_say_so)
{
    BOOST_TEST(after(mark_tables_of_layout, "<table class=\"memname\"></table>"
                                            "<table class=\"markdownTable\"></table>") ==
               "<table class=\"memname\" role=\"presentation\"></table>"
               "<table class=\"markdownTable\"></table>");
}

BOOST_AUTO_TEST_CASE(headings_can_be_linked_to_and_stand_below_the_title)
{
    const auto linked = [](bool of_the_book, const std::string& text) {
        auto page = parse_html(begin + text + end);
        link_headings(page, of_the_book);
        return write_inside(contents_of(page));
    };
    BOOST_TEST(linked(true, "<h1><a class=\"anchor\" id=\"one\"></a>\nThe <em>one</em></h1>") ==
               "<h2 id=\"one\">The <em>one</em> <a class=\"permalink\" href=\"#one\" "
               "aria-label=\"Link to The one\">#</a></h2>");
    BOOST_TEST(linked(false, "<h2 class=\"memtitle\"><span class=\"permalink\"><a href=\"#f\">"
                             "◆</a></span>f()</h2>") ==
               "<h2 class=\"memtitle\">f() <a class=\"permalink\" href=\"#f\" "
               "aria-label=\"Link to f()\">#</a></h2>");
    BOOST_TEST(linked(false, "<h2 class=\"groupheader\">Functions</h2>") ==
               "<h2 class=\"groupheader\">Functions</h2>");
}

BOOST_AUTO_TEST_CASE(the_contents_stand_at_the_side_of_a_page)
{
    auto page = parse_html("<nav id=\"book\"></nav>");
    put_in_contents(page, "<ul>\n<li><a href=\"gates.html\">1 Gates</a></li>\n</ul>\n");
    BOOST_TEST(write_html(page.select_node("//nav").node()) ==
               "<nav id=\"book\"><ul>\n<li><a href=\"gates.html\">1 Gates</a></li>\n</ul>\n</nav>");
}

// --- formulas ------------------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(formulas_are_found_in_texts_and_not_in_code)
{
    const std::set<Formula> found = formulas_in(parse_html(
        "<p>a \\( x &lt; 1 \\) b</p><p class=\"formulaDsp\">\n\\[ y \\]\n</p><code>\\( z "
        "\\)</code><p>\\begin{align*} w &amp;= 1 \\end{align*}</p>"));
    BOOST_TEST_REQUIRE(found.size() == 3u);
    BOOST_TEST(found.count({"x < 1", false}) == 1u);
    BOOST_TEST(found.count({"y", true}) == 1u);
    BOOST_TEST(found.count({"\\begin{align*} w &= 1 \\end{align*}", true}) == 1u);
}

BOOST_AUTO_TEST_CASE(a_formula_and_its_punctuation_stay_together)
{
    auto page = parse_html(begin + "as \\( a &lt; b \\), so \\( c \\) is" + end);
    const auto wrong = put_in_formulas(
        page, {{{"a < b", false}, {"<b>a</b>", ""}}, {{"c", false}, {"<b>c</b>", ""}}});
    BOOST_TEST(wrong.empty());
    BOOST_TEST(write_inside(contents_of(page)) ==
               "as <span class=\"unbroken\"><b>a</b>,</span> so <b>c</b> is");
    // Such a formula may end a line between its parts.
    const std::string part = "<span class=\"base\">a</span>";
    page = parse_html(begin + "\\( a = b \\)." + end);
    put_in_formulas(page, {{{"a = b", false}, {part + part, ""}}});
    BOOST_TEST(write_inside(contents_of(page)) ==
               "<span class=\"unbroken\">" + part + "<wbr>" + part + ".</span>");
}

BOOST_AUTO_TEST_CASE(a_formula_that_cannot_be_set_is_named, *only_with_node)
{
    auto page = parse_html(begin + "\\( \\nonsense \\) \\( \\text{½} \\)" + end);
    const auto wrong = set_all(page);
    BOOST_TEST_REQUIRE(wrong.size() == 2u);
    BOOST_TEST(holds(wrong[0], "the formula \\nonsense cannot be set: "));
    BOOST_TEST(holds(wrong[0], "Undefined control sequence"));
    BOOST_TEST(holds(wrong[1], "Unrecognized Unicode character"));
}

// --- what a reader reads -------------------------------------------------------------------------

BOOST_AUTO_TEST_CASE(the_text_of_a_page_is_what_one_reads, *only_with_node)
{
    BOOST_TEST(words("<p>The <b>chain</b> rule</p><p>a&lt;b \\( \\eta \\cdot w_{1} \\)</p>") ==
               "The chain rule a<b η · w1");
    BOOST_TEST(words("<p>\\( y\\,(1 - y) = \\tfrac18 \\) where \\( f&#39; &gt; 0 \\).</p>") ==
               "y (1 - y) = 1/8 where f' > 0.");
    BOOST_TEST(words("\\( \\frac{1 - e^{-x}}{\\sqrt{2}} \\to \\left(\\pi\\right) \\)") ==
               "(1 - e^-x)/√2 → (π)");
    BOOST_TEST(
        words("so \\begin{align*} a &= \\ln x \\\\[1ex] &amp;= \\tfrac3{16} \\end{align*}") ==
        "so a = ln x = 3/16");
    BOOST_TEST(words("<p>the steps \\( \\kappa\\,x \\)</p>") == "the steps κ x");
}

BOOST_AUTO_TEST_CASE(a_formula_is_read_as_one_types_it, *only_with_node)
{
    BOOST_TEST(words("\\( \\sum_{i} w_i x_i^2 - b \\)") == "Σiwixi^2 - b");
    BOOST_TEST(words("\\( e^{x + 1} = -\\frac12 (x - 1) \\)") == "e^(x + 1) = -1/2 (x - 1)");
    BOOST_TEST(words("\\( \\sigma'(z) = \\tanh(z), \\hat{y} \\)") == "σ'(z) = tanh(z), y");
}

BOOST_AUTO_TEST_CASE(headings_have_labels_and_titles_without_the_links_around_them)
{
    const auto page = parse_html("<h1><a class=\"anchor\" id=\"one\"></a>\nOne</h1>"
                                 "<h2 class=\"memtitle\"><span class=\"permalink\">"
                                 "<a href=\"#two\">#</a></span>two()</h2><hr/><h3>Three</h3>");
    const auto headings = headings_of(page);
    BOOST_TEST_REQUIRE(headings.size() == 3u);
    BOOST_TEST(headings[0].label == "one");
    BOOST_TEST(headings[0].title == "One");
    BOOST_TEST(headings[1].label == "two");
    BOOST_TEST(headings[1].title == "two()");
    BOOST_TEST(headings[2].label == "");
}

/// What a page says, after the last touch.
std::string set(const std::string& text)
{
    auto page = parse_html(begin + text + end);
    typeset_text(contents_of(page), "gates",
                 {{"chapter 1", "gates.html"},
                  {"chapter 2", "nets.html"},
                  {"section 1.3", "gates.html#step_1_3"},
                  {"erratum 4", "errata.html#erratum_4"}});
    return write_inside(contents_of(page));
}

BOOST_AUTO_TEST_CASE(what_the_text_refers_to_by_number_is_a_link)
{
    BOOST_TEST(set("as in section\n1.3.") ==
               "as in <a href=\"gates.html#step_1_3\">section&#160;1.3</a>.");
    BOOST_TEST(set("<b>Erratum 4.</b>") ==
               "<b><a href=\"errata.html#erratum_4\">Erratum&#160;4</a>.</b>");
    BOOST_TEST(set("Chapter 2, chapter 20") ==
               "<a href=\"nets.html\">Chapter&#160;2</a>, chapter 20");
    // A page does not lead to itself; links, headings, code and formulas stay as they are.
    for (const char* same : {"chapter 1", "<a href=\"x\">chapter 2</a>", "<h2>Chapter 2</h2>",
                             "<code>chapter 2</code>", "<span class=\"katex\">chapter 2</span>",
                             "<div class=\"fragment\">chapter 2</div><!-- fragment -->"}) {
        BOOST_TEST(set(same) == same);
    }
}

BOOST_AUTO_TEST_CASE(points_do_not_break_and_symbols_in_tables_have_indices)
{
    BOOST_TEST(set("at (0,\n1) and (N, in), not (as here, where\nit breaks)") ==
               "at (0,&#160;1) and (N,&#160;in), not (as here, where\nit breaks)");
    BOOST_TEST(
        set("<table class=\"markdownTable\"><tbody><tr><td>w11 yh yo2 bh1 Δ2</td>"
            "</tr></tbody></table> w11") ==
        "<table class=\"markdownTable\"><tbody><tr><td>w<sub>11</sub> y<sub>h</sub> y<sub>o2</sub> "
        "b<sub>h1</sub> Δ<sub>2</sub></td></tr></tbody></table> w11");
}

BOOST_AUTO_TEST_CASE(the_search_index_has_an_entry_for_every_section)
{
    const std::vector<NotesPage> order{{"", "", "gates", "1 Gates", BookPart::chapter}};
    BOOST_TEST(search_index(two_pages(), order) ==
               "window.bookSections = [[\"1 Gates\",\"\",\"gates.html\",\"before\",\"chapter\"],"
               "[\"1 Gates\",\"And\",\"gates.html#and\",\"연쇄 법칙 η\",\"chapter\"],"
               "[\"gates.hpp\",\"\",\"gates_8hpp.html\",\"Unit and_gate();\",\"code\"]];\n");
}

BOOST_AUTO_TEST_CASE(without_lunr_the_search_has_the_text_alone)
{
    const TemporaryFolder site;
    add_search(site.path(), two_pages(), {}, index_script(), "/no/lunr.min.js");
    BOOST_TEST(read_file(site.path() / "search-index.js") == search_index(two_pages(), {}));
    BOOST_TEST(!fs::exists(site.path() / "lunr.min.js"));
}

BOOST_AUTO_TEST_CASE(lunrs_index_has_words_of_every_alphabet_and_parts_of_names, *only_with_node)
{
    if (!fs::exists(search_library)) {
        BOOST_TEST_MESSAGE("the package libjs-lunr is not here");
        return;
    }
    const TemporaryFolder site;
    fs::copy_file(root() / "docs/theme/search_words.js", site.path() / "search_words.js");
    add_search(site.path(), two_pages(), {}, index_script());
    BOOST_TEST(fs::exists(site.path() / "lunr.min.js"));
    const std::string script = read_file(site.path() / "search-index.js");
    for (const char* word : {"before", "연쇄", "η", "and_gate", "gate", "1"}) {
        BOOST_TEST(holds(script, fmt::format("[\"{}\",", word)), word);
    }
}

BOOST_AUTO_TEST_CASE(in_one_file_labels_and_links_carry_the_name_of_their_page)
{
    const std::vector<NotesPage> order{{"", "", "index", "The book", BookPart::cover},
                                       {"", "", "gates", "1 Gates", BookPart::chapter},
                                       {"", "", "lab_gates", "Lab 1", BookPart::code}};
    std::vector<FinishedPage> pages;
    pages.push_back(finished("index", "The book", ""));
    pages.push_back(
        finished("gates", "1 Gates",
                 "<h2 id=\"and\">And</h2><a href=\"#and\">a</a><a href=\"gates.html\">b</a>"
                 "<a href=\"lab_gates.html\">c</a><a href=\"https://doi.org/1\">d</a>"));
    const std::string book = whole_book(pages, order, {{{"gates--and", 12}}, {{"gates--", 1.53}}});
    BOOST_TEST(holds(book, "<h2 id=\"gates--and\">And</h2><a href=\"#gates--and\">a</a>"
                           "<a href=\"#gates--\">b</a><a>c</a><a href=\"https://doi.org/1\">d"));
    BOOST_TEST(holds(book, "href=\"#gates--and\"><span>And</span><i></i><b>12</b>"));
    BOOST_TEST(holds(book, "@page gates { @top-left { content: \"Neural Networks by Hand\"; } "
                           "@top-right { content: \"1 Gates\"; } }"));
    BOOST_TEST(holds(book, "style=\"page: gates; --content-line-height: 1.5300\""));
    BOOST_TEST(parts_of_book(pages, order) == std::vector<std::string>{"gates--"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(exercises_are_counted_and_answers_belong_to_one)
{
    Exercises exercises(3);
    const auto marked = [&](std::string line) {
        exercises.mark(line);
        return line;
    };
    BOOST_TEST(marked("An **Exercise.** in a line") == "An **Exercise.** in a line");
    BOOST_CHECK_THROW(marked("{{answer}}"), UserError); // of nothing
    BOOST_CHECK_THROW(marked("{{/answer}}"), UserError);
    BOOST_TEST(holds(marked("**Exercise.** Why?"), "exercise_3_1"));
    BOOST_TEST(holds(marked("{{answer}}"), "title=\"Answer 3.1\""));
    BOOST_TEST(!exercises.still_open().empty());
    BOOST_CHECK_THROW(marked("{{answer}}"), UserError);
    BOOST_TEST(marked("**Exercise.** quoted") == "**Exercise.** quoted"); // within an answer
    marked("{{/answer}}");
    BOOST_TEST(exercises.still_open() == "");
    BOOST_CHECK_THROW(marked("{{answer}}"), UserError); // a second one
    BOOST_TEST(holds(marked("**Try.** Do it."), "<b>Exercise 3.2.</b> Do it."));
    marked("**Exercise.** And now?");
    marked("{{answer}}");
    marked("{{/answer}}");
    BOOST_TEST(holds(exercises.still_open(), "no answer: 3.2"));
}

BOOST_AUTO_TEST_CASE(korean_words_are_said_to_be_korean)
{
    const auto mark = [](pugi::xml_node page) { mark_korean(page); };
    BOOST_TEST(
        after(mark, "<p>bias (바이어스), <b>활성화 함수</b> a&lt;b 끝</p>") ==
        "<p>bias (<span lang=\"ko\">바이어스</span>), <b><span lang=\"ko\">활성화 함수</span></b> "
        "a&lt;b <span lang=\"ko\">끝</span></p>");
    for (const char* untouched : {"<p>σ → − “é”</p>", "<div class=\"fragment\">// 편향</div>"}) {
        BOOST_TEST(after(mark, untouched) == untouched);
    }
    BOOST_TEST(after(mark, "<span class=\"katex\"><i>오차</i><i>E 오차</i></span>") ==
               "<span class=\"katex\"><i lang=\"ko\">오차</i><i>E 오차</i></span>");
}

BOOST_AUTO_TEST_CASE(what_a_source_says_stands_in_a_box)
{
    SourceBoxes boxes;
    const auto marked = [&](std::string line) {
        boxes.mark(line);
        return line;
    };
    BOOST_TEST(marked("as {{source}} in a line") == "as {{source}} in a line");
    BOOST_CHECK_THROW(marked("{{/source}}"), UserError); // of nothing
    BOOST_TEST(holds(marked("{{source}}"), "In the source"));
    BOOST_TEST(!boxes.still_open().empty());
    BOOST_CHECK_THROW(marked("{{source}}"), UserError); // a box in a box
    BOOST_TEST(holds(marked("{{/source}}"), "</aside>"));
    BOOST_TEST(boxes.still_open() == "");
}

BOOST_AUTO_TEST_CASE(an_answer_is_folded_and_whole)
{
    const auto page = parse_html("<html><body><div class=\"answer\" title=\"Answer 3.1\">"
                                 "<p>Because.</p></div></body></html>");
    fold_answers(page);
    const std::string html = write_html(page);
    BOOST_TEST(holds(html, "<details class=\"answer\"><summary>Answer 3.1</summary>"
                           "<p>Because.</p></details>"));
    const auto torn =
        parse_html("<html><body><div class=\"answer\" title=\"Answer 3.1\"></div>"
                   "<div class=\"answer\" title=\"Answer 3.1\">x</div></body></html>");
    BOOST_CHECK_THROW(fold_answers(torn), UserError);
}

BOOST_AUTO_TEST_SUITE_END()
