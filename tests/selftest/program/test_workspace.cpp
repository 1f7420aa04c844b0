#include "course/workspace.hpp"
#include "support.hpp"
#include "workshop/edition.hpp"

#include <boost/algorithm/string/replace.hpp>

using namespace workbook;
using namespace workbook::tests;

namespace {

/// A workbook with chapters 1, 3 and 10 and something that is none.
struct Tree {
    Tree()
    {
        for (const char* name :
             {"01_perceptron", "03_backprop", "10_attention", "common", "4_short"}) {
            fs::create_directories(folder.path() / "chapters" / name);
        }
        write_file(folder.path() / "chapters" / "05_file", "not a folder");
    }

    TemporaryFolder folder;
    Workspace workspace() const { return {folder.path(), folder.path() / "build"}; }

    Selection selected(const std::vector<std::string>& words) const
    {
        return select(workspace(), words);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(workspace, Tree)

BOOST_AUTO_TEST_CASE(chapters_are_the_numbered_folders_in_order)
{
    const auto all = workspace().chapters();
    BOOST_REQUIRE_EQUAL(all.size(), 3);
    BOOST_TEST(all[0].number == 1);
    BOOST_TEST(all[1].folder == "03_backprop");
    BOOST_TEST(all[2].name == "attention");
}

BOOST_AUTO_TEST_CASE(a_chapter_has_four_names)
{
    const Workspace w = workspace();
    for (const char* name : {"3", "03", "003", "backprop", "03_backprop"}) {
        BOOST_TEST(w.chapter(name).folder == "03_backprop");
    }
    BOOST_TEST(w.chapter("10").name == "attention");
}

BOOST_AUTO_TEST_CASE(a_wrong_chapter_is_a_wrong_command_line)
{
    const Workspace w = workspace();
    for (const char* name : {"0", "2", "4", "99", "", "-1", "+3", "3x", "Backprop", "back", "..",
                             "99999999999999999999", "3 ", "\xFF"}) {
        BOOST_TEST_CONTEXT(name)
        BOOST_CHECK_EXCEPTION(w.chapter(name), UserError, says("1 perceptron, 3 backprop", 2));
    }
}

BOOST_AUTO_TEST_CASE(words_choose_chapters_and_steps)
{
    using Steps = std::set<std::string>;
    BOOST_TEST((selected({"3.4"}) == Selection{{"03_backprop", {"3.4"}}}));
    BOOST_TEST((selected({"03.4", "backprop.10"}) == Selection{{"03_backprop", {"3.4", "3.10"}}}));
    BOOST_TEST((selected({"3"}) == Selection{{"03_backprop", {}}}));
    BOOST_TEST((selected({"1", "3.4"}) ==
                Selection{{"01_perceptron", Steps{}}, {"03_backprop", Steps{"3.4"}}}));
    // A chapter holds its steps, in whatever order they are named.
    BOOST_TEST((selected({"3", "3.4"}) == Selection{{"03_backprop", {}}}));
    BOOST_TEST((selected({"3.4", "3"}) == Selection{{"03_backprop", {}}}));
    BOOST_TEST(selected({}).size() == 3);
}

BOOST_AUTO_TEST_CASE(a_wrong_word_is_a_wrong_command_line)
{
    for (const char* word : {"7", "7.1", ".4", "", "forward"}) {
        BOOST_TEST_CONTEXT(word)
        BOOST_CHECK_EXCEPTION(selected({word}), UserError, says("the chapters are", 2));
    }
}

BOOST_AUTO_TEST_CASE(a_wrong_step_lists_those_there_are)
{
    Catalogue catalogue;
    catalogue.steps = {{"3.1", "error", 1, "", {}}, {"3.2", "sigmoid", 1, "", {}}};
    BOOST_TEST(catalogue.step("3.2").name == "sigmoid");
    for (const char* number : {"3.3", "3.", "3.02", "3"}) {
        BOOST_CHECK_EXCEPTION(catalogue.step(number), UserError, says("3.1, 3.2", 2));
    }
}

BOOST_AUTO_TEST_CASE(a_file_stands_in_the_chapters_folder_or_flat)
{
    const Workspace w = workspace();
    const Chapter& chapter = w.chapter("3");
    const fs::path below = folder.path() / "from";
    BOOST_TEST(w.file_of(chapter, below) == below / "03_backprop" / "backprop.cpp");
    write_file(below / "backprop.cpp", "flat");
    BOOST_TEST(w.file_of(chapter, below) == below / "backprop.cpp");
    write_file(below / "03_backprop" / "backprop.cpp", "nested");
    BOOST_TEST(w.file_of(chapter, below) == below / "03_backprop" / "backprop.cpp");
}

BOOST_AUTO_TEST_CASE(a_folder_without_chapters_is_no_workbook)
{
    BOOST_CHECK_EXCEPTION(Workspace(folder.path() / "chapters", ""), UserError,
                          says("has no chapters"));
    BOOST_CHECK_EXCEPTION(Workspace("/nowhere", ""), UserError, says("has no chapters"));
}

BOOST_AUTO_TEST_CASE(what_is_no_list_of_an_edition_is_refused)
{
    const EditionList good{"1.0.0", {{"labs/a.cpp", "1f"}}, {{"1.1", {"sum", 1, "2e"}}}};
    const std::string text = text_of(good);
    BOOST_TEST(text_of(read_list(text, "list")) == text);
    for (const auto& [what, instead] :
         std::vector<std::pair<std::string, std::string>>{{"neural-networks-by-hand", "another"},
                                                          {"labs/a.cpp", "../a.cpp"},
                                                          {"labs/a.cpp", "/etc/passwd"},
                                                          {"1.1", "one"},
                                                          {"1.1", "99999999999.1"},
                                                          {"1.1", ""},
                                                          {"\"points\"", "\"marks\""}}) {
        BOOST_CHECK_EXCEPTION(read_list(boost::replace_first_copy(text, what, instead), "list"),
                              UserError, says("no list of this course"));
    }
    for (std::size_t size = 0; size + 2 < text.size(); ++size) { // an end that was cut off
        BOOST_CHECK_THROW(read_list(text.substr(0, size), "list"), UserError);
    }
}

BOOST_AUTO_TEST_SUITE_END()
