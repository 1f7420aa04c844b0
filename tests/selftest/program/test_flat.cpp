#include "values.hpp"

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace judging;
using values::Matrix;
using values::Unit;
using values::Vector;

namespace {

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

enum class Shape { round, square };

template <class T>
bool differ(const T& a, const T& b, double tolerance = 1e-10)
{
    return compare(judging::flatten(a), judging::flatten(b), tolerance).differs;
}

} // namespace

BOOST_AUTO_TEST_SUITE(flat)

BOOST_AUTO_TEST_CASE(every_number_knows_its_place)
{
    const Flat unit = judging::flatten(Unit{{1, 2}, 3});
    BOOST_TEST(unit.shape == "{w: (2), b: number}");
    BOOST_TEST(unit.text == "{w = (1, 2), b = 3}");
    BOOST_TEST((unit.places == std::vector<std::string>{"w(0)", "w(1)", "b"}));
    BOOST_TEST((unit.numbers == std::vector<double>{1, 2, 3}));

    const Flat list = judging::flatten(std::vector<Unit>{{{1}, 2}, {{}, 3}});
    BOOST_TEST(list.shape == "2 × [{w: (1), b: number}, {w: (0), b: number}]");
    BOOST_TEST((list.places == std::vector<std::string>{"[0].w(0)", "[0].b", "[1].b"}));

    const Flat matrix = judging::flatten(Matrix{{1, 2}, {3, 4}});
    BOOST_TEST(matrix.shape == "(2, 2)");
    BOOST_TEST(matrix.text == "[[1, 2], [3, 4]]");
    BOOST_TEST(matrix.places[2] == "(1, 0)");

    BOOST_TEST(judging::flatten(2.5).places[0] == "");
    BOOST_TEST(judging::flatten(std::vector<std::size_t>{7, 8}).text == "[7, 8]");
    BOOST_TEST(judging::flatten(std::vector<std::size_t>{7, 8}).places[1] == "[1]");
}

BOOST_AUTO_TEST_CASE(everything_is_taken_apart)
{
    const Flat all = judging::flatten(values::everything());
    BOOST_TEST(all.numbers.size() == all.places.size());
    BOOST_TEST(all.numbers.size() == 4 + 3 + 6 + 3 + 2 + 2);
    BOOST_TEST(!differ(values::everything(), values::everything()));
}

BOOST_AUTO_TEST_CASE(a_long_list_is_cut_in_the_text_and_compared_whole)
{
    const Vector long_vector = xt::arange<double>(1000.0);
    const Matrix long_matrix = xt::ones<double>({1000, 1000});
    const std::vector<double> long_list(1000, 1.0);
    const std::vector<Unit> long_structs(1000, Unit{{1, 2}, 3});
    for (const Flat& flat : {judging::flatten(long_vector), judging::flatten(long_matrix),
                             judging::flatten(long_list), judging::flatten(long_structs)}) {
        BOOST_TEST(flat.text.size() < 400);
        BOOST_TEST(flat.numbers.size() >= 1000);
    }
    BOOST_TEST(judging::flatten(long_vector).text == "(0, 1, 2, 3, 4, 5, 6, 7, … 992 more)");
    BOOST_TEST(judging::flatten(long_list).text == "[1, 1, 1, 1, 1, 1, 1, 1, … 992 more]");
    BOOST_TEST(judging::flatten(long_list).shape == "1000 numbers");
    Vector other = long_vector;
    other(999) += 1e-3;
    BOOST_TEST(differ(long_vector, other));
}

BOOST_AUTO_TEST_CASE(shapes_must_be_equal)
{
    BOOST_TEST(differ(Vector{1, 2}, Vector{1, 2, 3}));
    BOOST_TEST(differ(Matrix{{1, 2}}, Matrix{{1}, {2}}));
    BOOST_TEST(differ(Matrix::from_shape({0, 3}), Matrix::from_shape({3, 0})));
    BOOST_TEST(differ(std::vector<double>{}, std::vector<double>{0}));
    BOOST_TEST(differ(std::vector<Vector>{{1, 2}, {3}}, std::vector<Vector>{{1}, {2, 3}}));
    BOOST_TEST(differ(std::string("a"), std::string("b")));
    BOOST_TEST(!differ(Vector{}, Vector{}));
    BOOST_TEST(compare(judging::flatten(Vector{1}), judging::flatten(Vector{}), 1).in_shape);
}

BOOST_AUTO_TEST_CASE(numbers_agree_to_the_tolerance_relative_above_one_absolute_below)
{
    BOOST_TEST(!differ(1e6, 1e6 * (1 + 0.9e-10)));
    BOOST_TEST(differ(1e6, 1e6 * (1 + 1.1e-10)));
    BOOST_TEST(!differ(0.0, 0.9e-10));
    BOOST_TEST(differ(0.0, 1.1e-10));
    BOOST_TEST(!differ(0.0, -0.0));
}

BOOST_AUTO_TEST_CASE(what_is_no_number_agrees_with_its_like_only)
{
    for (const double number : {0.0, 1.0, 1e308, infinity, -infinity}) {
        BOOST_TEST(differ(nan_value, number, 1.0));
        BOOST_TEST(differ(number, nan_value, 1.0));
    }
    BOOST_TEST(!differ(nan_value, -nan_value));
    BOOST_TEST(!differ(infinity, infinity));
    BOOST_TEST(differ(infinity, -infinity, 1.0));
    BOOST_TEST(differ(infinity, 1e308, 1.0));
}

BOOST_AUTO_TEST_CASE(the_first_difference_is_reported_and_all_are_counted)
{
    const Difference difference = compare(judging::flatten(Vector{1, 2, 3}),
                                          judging::flatten(Vector{1, 2.5, nan_value}), 1e-10);
    BOOST_TEST(difference.place == "(1)");
    BOOST_TEST(difference.expected == 2);
    BOOST_TEST(difference.got == 2.5);
    BOOST_TEST(difference.places == 2);
    BOOST_TEST(difference.of == 3);
}

BOOST_AUTO_TEST_CASE(a_closer_look_tells_right_members_from_wrong_ones)
{
    const auto look = [](const Unit& expected, const Unit& got) {
        return look_closer(judging::flatten(expected), judging::flatten(got), 1e-10);
    };
    using Members = std::vector<std::string>;
    const Unit right{{1, 2}, 3};
    BOOST_TEST((look(right, {{1, 5}, 3}).wrong_members == Members{"w"}));
    BOOST_TEST((look(right, {{1, 5}, 3}).right_members == Members{"b"}));
    BOOST_TEST((look(right, {{1, 2}, 4}).wrong_members == Members{"b"}));
    BOOST_TEST((look(right, {{5, 2}, 4}).wrong_members == Members{"w", "b"}));
    BOOST_TEST((look(right, {{1}, 3}).wrong_members == Members{"w"}));
    BOOST_TEST((look(right, {{}, 3}).wrong_members == Members{"w"}));
    BOOST_TEST((look({{}, 3}, {{1}, 3}).right_members == Members{"b"}));
    BOOST_TEST(look(right, right).wrong_members.empty());
    // No struct, no members.
    BOOST_TEST(look_closer(judging::flatten(Vector{1}), judging::flatten(Vector{2}), 1e-10)
                   .wrong_members.empty());
}

BOOST_AUTO_TEST_CASE(where_shapes_differ_the_numbers_in_common_places_are_compared)
{
    const auto common = [](const auto& expected, const auto& got) {
        return look_closer(judging::flatten(expected), judging::flatten(got), 1e-10).common;
    };
    const Difference turned = common(Matrix{{1, 2}, {3, 4}, {5, 6}}, Matrix{{1, 3, 5}, {2, 4, 6}});
    BOOST_TEST(turned.place == "(0, 1)");
    BOOST_TEST(turned.expected == 2);
    BOOST_TEST(turned.got == 3);
    BOOST_TEST(common(Vector{1, 2}, Vector{1, 2, 3}).place == "");
    BOOST_TEST(common(Unit{{1}, 2}, Unit{{1, 2}, 3}).place == "b");
}

BOOST_AUTO_TEST_CASE(a_bool_is_true_or_false)
{
    BOOST_TEST(judging::flatten(true).text == "true");
    BOOST_TEST(judging::flatten(false).text == "false");
    BOOST_TEST(judging::flatten(std::vector<bool>{true, false}).text == "[true, false]");
    const Difference difference = compare(judging::flatten(true), judging::flatten(false), 1e-10);
    BOOST_TEST(difference.expected_word == "true");
    BOOST_TEST(difference.got_word == "false");
    BOOST_TEST(compare(judging::flatten(1.0), judging::flatten(0.0), 1e-10).expected_word.empty());
    const Flat all = judging::flatten(values::everything());
    BOOST_TEST(all.words.size() == all.numbers.size());
}

BOOST_AUTO_TEST_CASE(an_enumerator_is_written_as_in_a_program)
{
    BOOST_TEST(judging::flatten(Shape::square).text == "Shape::square");
    BOOST_TEST(judging::flatten(std::vector{Shape::round, Shape::square}).text ==
               "[Shape::round, Shape::square]");
    // What arrives from a process may be no enumerator at all.
    BOOST_TEST(judging::flatten(static_cast<Shape>(2)).text == "2");
    BOOST_TEST(judging::flatten(static_cast<Shape>(1000)).text == "1000");
    BOOST_TEST(judging::flatten(static_cast<Shape>(-1)).text == "-1");
    const Difference difference =
        compare(judging::flatten(Shape::round), judging::flatten(Shape::square), 1e-10);
    BOOST_TEST(difference.expected_word == "Shape::round");
    BOOST_TEST(difference.got_word == "Shape::square");
}

BOOST_AUTO_TEST_CASE(numbers_are_written_for_people)
{
    BOOST_TEST(to_text(0.1 + 0.2) == "0.3");
    BOOST_TEST(to_text(0.1 + 0.2, 17) == "0.30000000000000004");
    BOOST_TEST(to_text(-0.0) == "0");
    BOOST_TEST(to_text(-nan_value) == "nan");
    BOOST_TEST(to_text(-infinity) == "-inf");
}

BOOST_AUTO_TEST_SUITE_END()
