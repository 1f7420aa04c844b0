#include "course/tokens.hpp"
#include "course/wrong_answers.hpp"
#include "support.hpp"

using namespace workbook;
using namespace workbook::tests;

namespace {

const NamedText solution{"solutions/gates.cpp", R"(#include "gates.hpp"
#include <stdexcept>

namespace gates {

/// What the worked file gives itself.
double half(double x)
{
    return 0.5 * x;
}

double unit(const Vector& x, const Vector& w,
            double b)
{
    //! [1.1 unit]
    const double z = dot(w, x) + b; // the sum
    return z > 0.0 ? 1.0 : 0.0;
    //! [1.1 unit]
}

double slope(double y)
{
    require(y < 1.0, "an output of the sigmoid is below 1");
    //! [1.2 slope]
    return y * (1.0 - y);
    //! [1.2 slope]
}

} // namespace gates
)"};

NamedText list(const std::string& text)
{
    return {"tests/mistakes.txt", text};
}

/// The body of the last mistake of a list, its blanks and line breaks as one blank each.
std::string last_body(const std::string& text)
{
    const std::string body = wrong_answers(list(text), solution).back().body;
    std::string packed;
    for (const Token& token : tokens_of(body)) {
        packed += (packed.empty() ? "" : " ") + std::string(token.text);
    }
    return packed;
}

void must_refuse(const std::string& text, const std::string& message)
{
    try {
        wrong_answers(list(text), solution);
        BOOST_ERROR("accepted: " << text);
    } catch (const UserError& error) {
        BOOST_TEST(error.what() == message);
    }
}

} // namespace

BOOST_AUTO_TEST_SUITE(mistakes)

BOOST_AUTO_TEST_CASE(tokens_are_names_numbers_strings_and_operators)
{
    std::vector<std::string> words;
    for (const Token& token : tokens_of("x_1+=1e-3*.5->y; // no\n\"a \\\" b\"'c'::σ<=1'000")) {
        words.emplace_back(token.text);
    }
    const std::vector<std::string> expected{"x_1", "+=",   "1e-3",         "*",   ".5", "->",
                                            "y",   ";",    "\"a \\\" b\"", "'c'", "::", "σ",
                                            "<=",  "1'000"};
    BOOST_TEST(words == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(comments_and_quotes_end_where_the_compiler_ends_them)
{
    const auto words = [](const std::string& text) {
        std::vector<std::string> found;
        for (const Token& token : tokens_of(text)) {
            found.emplace_back(token.text);
        }
        return found;
    };
    using Words = std::vector<std::string>;
    BOOST_TEST(words("a /* b\n \" */ c /* d") == (Words{"a", "c"}));
    BOOST_TEST(words("a ' b\nc") == (Words{"a", "' b", "c"}));
    BOOST_TEST(words("R\"x(a)\"\n)x\" b") == (Words{"R", "\"x(a)\"\n)x\"", "b"}));
    BOOST_TEST(words("OR \"(a\" b") == (Words{"OR", "\"(a\"", "b"}));
    BOOST_TEST(words("u8R\"(a") == (Words{"u8R", "\"(a"}));
}

BOOST_AUTO_TEST_CASE(an_edit_stands_in_place_of_what_it_names)
{
    BOOST_TEST(last_body("slope.sign: text\n- y * (1.0 - y)\n+ y * (y - 1.0)\n") ==
               "return y * ( y - 1.0 ) ;");
    // Blanks, line breaks and comments do not matter.
    BOOST_TEST(
        last_body("unit.bias_lost: text\n- dot(w,x)+b;\n- return z\n+ dot(w, x);\n+ return z\n") ==
        "const double z = dot ( w , x ) ; return z > 0.0 ? 1.0 : 0.0 ;");
    BOOST_TEST(last_body("unit.two: text\n- + b\n+\n- 1.0 : 0.0\n+ 0.0 : 1.0\n") ==
               "const double z = dot ( w , x ) ; return z > 0.0 ? 0.0 : 1.0 ;");
    BOOST_TEST(last_body("slope.all: text\n-* y\n+ x\n") == "return x * ( 1.0 - x ) ;");
    BOOST_TEST(last_body("slope.whole: text\n= return\n=     1.0;\n") == "return 1.0 ;");
}

BOOST_AUTO_TEST_CASE(mistakes_combine)
{
    const std::string two =
        "unit.bias: text\n- + b\n+\n\nunit.turned: text\n- 1.0 : 0.0\n+ 0.0 : 1.0\n\n";
    const std::string both = "const double z = dot ( w , x ) ; return z > 0.0 ? 0.0 : 1.0 ;";
    BOOST_TEST(last_body(two + "unit.both: text\nwith unit.bias, unit.turned\n") == both);
    BOOST_TEST(last_body(two + "unit.both: text\nwith unit.bias\n- 1.0 : 0.0\n+ 0.0 : 1.0\n") ==
               both);
    // The edits of both may be the same.
    BOOST_TEST(last_body(two + "unit.both: text\nwith unit.bias, unit.turned\n- + b\n+\n") == both);
    // What begins with a whole body is edited there.
    BOOST_TEST(
        last_body(
            "slope.a: text\n= return 2.0 * y;\n\nslope.b: text\nwith slope.a\n- 2.0\n+ 3.0\n") ==
        "return 3.0 * y ;");
}

BOOST_AUTO_TEST_CASE(messages_go_on_in_indented_lines)
{
    const auto answers = wrong_answers(
        list("// a section\n\nslope.sign: the sign\n    is \"turned\"\n- 1.0 - y\n+ y - 1.0\n"),
        solution);
    BOOST_TEST(answers.front().full_id() == "slope.sign");
    BOOST_TEST(answers.front().message == "the sign is \"turned\"");
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_refused_with_its_line)
{
    const std::string sign = "slope.sign: text\n- 1.0 - y\n+ y - 1.0\n";
    must_refuse("\nslope.sign: text\n- 2.0 - y\n+ y\n",
                "tests/mistakes.txt:3: this does not stand in slope (solutions/gates.cpp:25)");
    must_refuse("slope.sign: text\n- y\n+ x\n",
                "tests/mistakes.txt:2: this stands in slope 2 times (solutions/gates.cpp:25)");
    must_refuse("slope.sign: text\n- y * (1.0\n+ x\n- 1.0 - y\n+ y\n",
                "tests/mistakes.txt:4: this overlaps with what line 2 changes");
    must_refuse("gate.sign: text\n- y\n+ x\n",
                "tests/mistakes.txt:1: solutions/gates.cpp has no marked function gate");
    must_refuse(sign + "\n" + sign, "tests/mistakes.txt:5: two mistakes are called slope.sign");
    must_refuse("slope.sign:\n- y\n+ x\n", "tests/mistakes.txt:1: slope.sign has no message");
    must_refuse("slope.sign: text\n", "tests/mistakes.txt:1: slope.sign changes nothing");
    must_refuse("slope.sign: text\n- 1.0 - y\n+ 1.0-y\n",
                "tests/mistakes.txt:2: this is what stands there already");
    must_refuse("slope.sign: text\n- y\n\n" + sign,
                "tests/mistakes.txt:2: nothing says what stands there instead");
    must_refuse("slope.sign: text\n+ y\n", "tests/mistakes.txt:2: what this line puts in stands "
                                           "for nothing: there is no - line above it");
    must_refuse("slope.sign: text\n-\n+ y\n",
                "tests/mistakes.txt:2: this line says nothing of what stands there");
    must_refuse("slope.sign: text\n- 1.0\n+ 2.0\n= return y;\n",
                "tests/mistakes.txt:4: slope.sign has a whole body and edits too");
    must_refuse("slope.sign: text\nwith slope.other\n- 1.0\n+ 2.0\n",
                "tests/mistakes.txt:2: there is no mistake slope.other above this one");
    must_refuse(sign + "\nunit.sign: text\nwith slope.sign\n- 1.0\n+ 2.0\n",
                "tests/mistakes.txt:6: slope.sign is a mistake of another function");
    must_refuse(
        "slope.truth: text\n- y\n+ x\n",
        "tests/mistakes.txt:1: \"truth\" is what ties call the right answer; choose another id");
    must_refuse("slope.sign = truth: why\n",
                "tests/mistakes.txt:1: there is no mistake slope.sign above");
    must_refuse(sign + "\nslope.sign = truth:\n",
                "tests/mistakes.txt:5: say why nothing can tell them apart");
    must_refuse(
        "slope sign: text\n",
        "tests/mistakes.txt:1: \"slope sign: text\" is neither a mistake nor a part of one");
    must_refuse("- y\n+ x\n", "tests/mistakes.txt:1: a line that begins with - belongs to a "
                              "mistake, and here is none before it");
    must_refuse("  text\n", "tests/mistakes.txt:1: an indented line goes on with a message, and "
                            "here is none before it");
}

BOOST_AUTO_TEST_CASE(the_source_leads_to_the_edit_or_hides_where_it_comes_from)
{
    const NamedText mistakes =
        list("slope.sign: say \"no\"\n- 1.0 - y\n+ y - 1.0\n\nslope.sign = truth: no\n");
    const std::string shown = mistakes_source(mistakes, solution, "gates", Origin::shown);
    BOOST_TEST(shown.find("#line 3 \"tests/mistakes.txt\"\ny - 1.0") != std::string::npos);
    BOOST_TEST(shown.find("#line 25 \"solutions/gates.cpp\"\n    return y * (") !=
               std::string::npos);
    BOOST_TEST(shown.find("static double slope_as_sign(double y)") != std::string::npos);
    // What students are given is there: the checks of arguments, functions without markers.
    BOOST_TEST(shown.find("#line 23 \"solutions/gates.cpp\"\n    require(y < 1.0") !=
               std::string::npos);
    BOOST_TEST(shown.find("double half(double x)\n{\n    return 0.5 * x;\n}") != std::string::npos);
    BOOST_TEST(shown.find("double slope(") == std::string::npos);
    BOOST_TEST(shown.find("\"say \\\"no\\\"\"") != std::string::npos);
    BOOST_TEST(shown.find("{\"slope\", \"sign\", \"truth\", \"no\"}") != std::string::npos);
    const std::string hidden = mistakes_source(mistakes, solution, "gates", Origin::hidden);
    BOOST_TEST(hidden.find("solutions/") == std::string::npos);
    BOOST_TEST(hidden.find("#line") == std::string::npos);
    BOOST_TEST(hidden.find("return y * (y - 1.0);") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
