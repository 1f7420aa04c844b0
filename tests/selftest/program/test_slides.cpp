// The documents' pictures: docs/data/slides.txt.
#include "book_of_one.hpp"
#include "notes/list.hpp"
#include "notes/slides.hpp"

#include <cstdlib>
#include <set>

using namespace workbook;
using namespace workbook::tests;

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

BOOST_AUTO_TEST_SUITE(notes_pages)

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
                             "E: initialization from the normal distribution, weights from −4 to 4",
                             "E: initialization from N(0, 0.1)",
                             "E: Xavier, He",
                             "E: momentum",
                             "A, B: advanced descent: overview",
                             "C: hyperparameters"}) {
        BOOST_TEST(pages.count(page) == 1u, "no line has " << page);
    }
}

BOOST_AUTO_TEST_SUITE_END()
