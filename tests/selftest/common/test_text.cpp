// Text: its lines, its width, how it is escaped and quoted, and whether it may be coloured.
#define BOOST_TEST_MODULE text
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "common/system/colour.hpp"
#include "common/system/text.hpp"

#include <array>
#include <cstdlib>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

using namespace workbook;
namespace data = boost::unit_test::data;

namespace {

/// Sets a variable of the environment, or takes it away where `value` is "unset".
void set_variable(const char* name, const std::string& value)
{
    if (value == "unset") {
        ::unsetenv(name);
    } else {
        ::setenv(name, value.c_str(), 1);
    }
}

/// A terminal that nobody sees.
class Terminal {
public:
    Terminal() : keyboard_(::posix_openpt(O_RDWR | O_NOCTTY))
    {
        if (::grantpt(keyboard_) != 0 || ::unlockpt(keyboard_) != 0) {
            throw std::runtime_error("there is no pseudo-terminal here");
        }
        screen_ = ::open(::ptsname(keyboard_), O_RDWR | O_NOCTTY);
    }
    ~Terminal()
    {
        ::close(screen_);
        ::close(keyboard_);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    int screen() const { return screen_; }

private:
    int keyboard_;
    int screen_ = -1;
};

} // namespace

BOOST_DATA_TEST_CASE(color_is_for_terminals_that_understand_it_and_people_who_want_it,
                     data::make({"unset", "", "0", "1"}) *
                         data::make({"unset", "", "dumb", "xterm", "xterm-256color"}) *
                         data::make({true, false}),
                     no_color, term, is_terminal)
{
    set_variable("NO_COLOR", no_color);
    set_variable("TERM", term);
    const Terminal terminal;
    std::array<int, 2> pipe{};
    BOOST_REQUIRE(::pipe(pipe.data()) == 0);

    const bool is_refused = std::string(no_color) == "0" || std::string(no_color) == "1";
    BOOST_TEST(wants_color(is_terminal ? terminal.screen() : pipe[1]) ==
               (is_terminal && !is_refused && std::string(term) != "dumb"));
    ::close(pipe[0]);
    ::close(pipe[1]);
}

BOOST_AUTO_TEST_CASE(a_text_is_cut_at_every_line_end)
{
    using Lines = std::vector<std::string>;
    BOOST_TEST(lines_of("") == Lines{""}, boost::test_tools::per_element());
    BOOST_TEST(lines_of("a\n\nb") == (Lines{"a", "", "b"}), boost::test_tools::per_element());
    BOOST_TEST(lines_of("a\n") == (Lines{"a", ""}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(no_letter_is_cut_in_two)
{
    const std::vector<std::string> letters{"a", "é", "Σ", "…", "가", "🙂"};
    for (const std::string& one : letters) {
        for (const std::string& other : letters) {
            std::string text;
            std::set<std::string> beginnings{""};
            for (int i = 0; i < 4; ++i) {
                beginnings.insert(text += one);
                beginnings.insert(text += other);
            }
            for (std::size_t bytes = 0; bytes <= text.size() + 1; ++bytes) {
                const std::string cut = first_bytes(text, bytes);
                BOOST_TEST(cut.size() <= bytes);
                BOOST_TEST(cut.size() + 4 > std::min(bytes, text.size()));
                BOOST_TEST(beginnings.count(cut) == 1U);
            }
        }
    }
    const std::string broken(20, '\x80');
    BOOST_TEST(first_bytes(broken, 10).size() == 10U);
    BOOST_TEST(first_bytes(broken, 2).size() == 2U);
}

BOOST_AUTO_TEST_CASE(korean_and_emoji_are_wide_and_accents_take_no_place)
{
    BOOST_TEST(display_width("") == 0U);
    BOOST_TEST(display_width("yₕ₁ 가") == 6U);
    BOOST_TEST(display_width("🙂 ＝") == 5U);
    BOOST_TEST(display_width("e\u0301") == 1U);
    BOOST_TEST(display_width("σ가\xFF") == 4U);
    BOOST_TEST(display_width(U'가') == 2U);
    BOOST_TEST(display_width(U'ŷ') == 1U);
}

BOOST_AUTO_TEST_CASE(markup_is_escaped_with_the_quotes_that_are_asked_for)
{
    BOOST_TEST(escaped_markup("<a href=\"'&\">") == "&lt;a href=&quot;'&amp;&quot;&gt;");
    BOOST_TEST(escaped_markup("<\"'>", "\"'") == "&lt;&quot;&#39;&gt;");
    BOOST_TEST(escaped_markup("<\"'>", "") == "&lt;\"'&gt;");
    BOOST_TEST(escaped_markup("&lt;") == "&amp;lt;");
}

BOOST_AUTO_TEST_CASE(a_field_of_a_csv_file_is_quoted_where_it_must)
{
    BOOST_TEST(csv_field("") == "");
    BOOST_TEST(csv_field("a b") == "a b");
    BOOST_TEST(csv_field("a,b") == "\"a,b\"");
    BOOST_TEST(csv_field("say \"a\"") == "\"say \"\"a\"\"\"");
    BOOST_TEST(csv_field("a\nb") == "\"a\nb\"");
    BOOST_TEST(csv_field("a\rb") == "\"a\rb\"");
}
