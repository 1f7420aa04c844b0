// Vector and Matrix compute what xtensor computes: the same formula over xt::xarray, which takes
// xtensor's own way, is the oracle. Wrong shapes and indices throw.
#define BOOST_TEST_MODULE tensor
#include <boost/test/unit_test.hpp>

#include "common/math/random.hpp"
#include "common/math/tensor.hpp"

#include <cmath>
#include <limits>
#include <sstream>

using namespace workbook;
using Array = xt::xarray<double>;

namespace {

struct Numbers {
    Matrix m = Random(1).uniform_matrix(3, 4, 0.1, 2.0);
    Matrix n = Random(2).uniform_matrix(3, 4, 0.1, 2.0);
    Matrix one_row = Random(3).uniform_matrix(1, 4, 0.1, 2.0);
    Matrix one_column = Random(4).uniform_matrix(3, 1, 0.1, 2.0);
    Vector v = Random(5).uniform_vector(4, 0.1, 2.0);
    Vector w = Random(6).uniform_vector(4, 0.1, 2.0);
};

template <class T>
bool same_shape(const T& got, const Array& expected)
{
    return std::equal(got.shape().begin(), got.shape().end(), expected.shape().begin(),
                      expected.shape().end());
}

// The entries, bit for bit: both sides do the same additions in the same order.
template <class T>
void check_same(const T& got, const Array& expected)
{
    BOOST_REQUIRE(same_shape(got, expected));
    BOOST_TEST(std::vector<double>(got.begin(), got.end()) ==
                   std::vector<double>(expected.begin(), expected.end()),
               boost::test_tools::per_element());
}

// `formula` is a template: asked with what chapters use, then with xtensor's own container.
template <class Formula, class A, class B>
void check_formula(Formula formula, const A& a, const B& b)
{
    const Array x = a;
    const Array y = b;
    const Array expected = formula(x, y);
    check_same(formula(a, b), expected);
}

template <class Formula>
void check_all_ranks(Formula formula)
{
    const Numbers of;
    check_formula(formula, of.v, of.w);
    check_formula(formula, of.m, of.n);
    check_formula(formula, of.m, of.v);
    check_formula(formula, of.v, of.m);
    check_formula(formula, of.one_row, of.m);
    check_formula(formula, of.m, of.one_column);
    check_formula(formula, of.one_column, of.one_row);
    check_formula(formula, of.one_column, of.v);
}

} // namespace

BOOST_AUTO_TEST_SUITE(values_are_xtensors)

BOOST_AUTO_TEST_CASE(of_operators)
{
    check_all_ranks([](const auto& a, const auto& b) { return (a + b) * a - b / a; });
    check_all_ranks([](const auto& a, const auto& b) { return 2.0 * a - b / 3 + (-a) * 0.5f; });
}

BOOST_AUTO_TEST_CASE(of_functions_of_two)
{
    check_all_ranks([](const auto& a, const auto& b) {
        return xt::maximum(a, b) + xt::minimum(a, 1.0) * xt::pow(b, a) - xt::pow(a, 2);
    });
}

BOOST_AUTO_TEST_CASE(of_comparisons_and_choices)
{
    check_all_ranks([](const auto& a, const auto& b) {
        return xt::where(a < b, a, 0.25) + xt::where(a >= b, 1, b);
    });
    check_all_ranks([](const auto& a, const auto& b) {
        return xt::where(a > 0.7, a, b) * xt::where(a <= b, 2.0, 3.0);
    });
    check_all_ranks([](const auto& a, const auto& b) { return a * (b > 1.0); });
    check_all_ranks([](const auto& a, const auto& b) { return xt::cast<double>(a > b); });
}

BOOST_AUTO_TEST_CASE(of_functions_of_one)
{
    const auto formula = [](const auto& a, const auto& b) {
        return xt::exp(a) + xt::expm1(a) + xt::log(a) + xt::log1p(a) + xt::log2(a) + xt::sqrt(b) +
               xt::square(b) + xt::cube(b) + xt::abs(a - b) + xt::sin(a) + xt::cos(a) +
               xt::tanh(b) + xt::sinh(b) + xt::cosh(b) + xt::floor(3.0 * a) + xt::ceil(3.0 * a) +
               xt::round(3.0 * a);
    };
    const Numbers of;
    check_formula(formula, of.v, of.w);
    check_formula(formula, of.m, of.n);
}

BOOST_AUTO_TEST_CASE(of_sums_over_everything)
{
    const auto formula = [](const auto& a, const auto& b) {
        return xt::sum(a * b)() + xt::prod(a)() + xt::amax(b)() + xt::amin(a)() + xt::mean(b)();
    };
    const Numbers of;
    BOOST_TEST(formula(of.v, of.w) == formula(Array(of.v), Array(of.w)));
    BOOST_TEST(formula(of.m, of.n) == formula(Array(of.m), Array(of.n)));
}

BOOST_AUTO_TEST_CASE(of_sums_along_an_axis)
{
    const Numbers of;
    const Array x = of.m;
    check_same(xt::sum(of.m, {0}), xt::sum(x, {0}));
    check_same(xt::sum(of.m, {1}), xt::sum(x, {1}));
    check_same(xt::sum(of.m, {-1}), xt::sum(x, {1}));
    check_same(xt::sum(of.m, 1), xt::sum(x, {1}));
    check_same(xt::prod(of.m, {0}), xt::prod(x, {0}));
    check_same(xt::amax(of.m, {1}), xt::amax(x, {1}));
    check_same(xt::amin(of.m, {0}), xt::amin(x, {0}));
    check_same(xt::mean(of.m, {0}), xt::mean(x, {0}));
    check_same(xt::sum(of.m, {1}, xt::keep_dims), xt::sum(x, {1}, xt::keep_dims));
    check_same(xt::sum(of.m, {0}, xt::keep_dims), xt::sum(x, {0}, xt::keep_dims));
    BOOST_TEST(xt::sum(of.v, {0})() == xt::sum(of.v)());
    BOOST_TEST(xt::argmax(of.m, 1) == xt::argmax(x, 1));
    BOOST_TEST(xt::argmin(of.m, 0) == xt::argmin(x, 0));
}

BOOST_AUTO_TEST_CASE(of_the_spread_of_a_column)
{
    const Numbers of;
    const Vector spread = xt::stddev(of.m, {0});
    for (std::size_t j = 0; j < 4; ++j) {
        double mean = 0.0;
        double variance = 0.0;
        for (std::size_t i = 0; i < 3; ++i)
            mean += of.m(i, j) / 3.0;
        for (std::size_t i = 0; i < 3; ++i)
            variance += (of.m(i, j) - mean) * (of.m(i, j) - mean) / 3.0;
        BOOST_TEST(spread(j) == std::sqrt(variance), boost::test_tools::tolerance(1e-14));
    }
}

BOOST_AUTO_TEST_CASE(of_parts)
{
    const Numbers of;
    const Array x = of.m;
    check_same(Vector(xt::row(of.m, 2)), xt::view(x, 2, xt::all()));
    check_same(Vector(xt::col(of.m, 3)), xt::view(x, xt::all(), 3));
    check_same(Matrix(xt::view(of.m, xt::range(1, 3), xt::range(0, 4, 2))),
               xt::view(x, xt::range(1, 3), xt::range(0, 4, 2)));
    check_same(Matrix(xt::view(of.m, xt::range(2, xt::placeholders::_, -1), xt::all())),
               xt::view(x, xt::range(2, xt::placeholders::_, -1), xt::all()));
    check_same(xt::exp(xt::row(of.m, 1)) + of.v, xt::exp(xt::view(x, 1, xt::all())) + Array(of.v));
    const Vector totals = xt::sum(of.m, {1});
    const Array column = xt::sum(x, {1}, xt::keep_dims);
    check_same(of.m / xt::view(totals, xt::all(), xt::newaxis()), x / column);
    check_same(of.m / xt::sum(of.m, {1}, xt::keep_dims), x / column);
    BOOST_TEST(xt::sum(xt::col(of.m, 0))() == xt::sum(xt::view(x, xt::all(), 0))());
}

BOOST_AUTO_TEST_CASE(of_what_cannot_be_a_number)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const Vector odd{nan, infinity, -infinity, -0.0};
    const Vector chosen = xt::where(Vector{1.0, 0.0, 1.0, 1.0} > 0.5, odd, 7.0);
    BOOST_TEST(std::isnan(chosen(0)));
    BOOST_TEST(chosen(1) == 7.0);
    BOOST_TEST(chosen(2) == -infinity);
    BOOST_TEST(std::signbit(chosen(3)));
    BOOST_TEST(std::isnan(xt::sum(odd)()));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(what_is_assigned)

BOOST_AUTO_TEST_CASE(a_formula_in_auto_is_finished)
{
    Vector v{1.0, 2.0};
    const auto doubled = 2.0 * v;
    v(0) = 100.0;
    BOOST_TEST(doubled(0) == 2.0);
}

BOOST_AUTO_TEST_CASE(in_place)
{
    Matrix m{{1.0, 2.0}, {3.0, 4.0}};
    const Vector v{10.0, 20.0};
    m += v;
    m -= 0.5 * m;
    m *= 2.0;
    m /= Matrix(m);
    BOOST_TEST(m == Matrix({{1.0, 1.0}, {1.0, 1.0}}));
    Vector w{1.0, 2.0, 3.0};
    w = xt::view(w, xt::range(1, 3));
    BOOST_TEST(w == Vector({2.0, 3.0}));
    xt::row(m, 1) = w;
    BOOST_TEST(m == Matrix({{1.0, 1.0}, {2.0, 3.0}}));
    xt::noalias(m) = m + 1.0;
    BOOST_TEST(m == Matrix({{2.0, 2.0}, {3.0, 4.0}}));
}

BOOST_AUTO_TEST_CASE(constants)
{
    const Matrix zeros = xt::zeros<double>({2, 3});
    BOOST_TEST(zeros == Matrix({{0.0, 0.0, 0.0}, {0.0, 0.0, 0.0}}));
    const Vector ones = xt::ones<int>({3});
    BOOST_TEST(ones == Vector({1.0, 1.0, 1.0}));
    const Vector like = xt::zeros_like(ones);
    BOOST_TEST(like == Vector({0.0, 0.0, 0.0}));
    const Vector steps = xt::arange<double>(3);
    BOOST_TEST(steps == Vector({0.0, 1.0, 2.0}));
}

BOOST_AUTO_TEST_CASE(with_other_tensors_in_the_formula)
{
    const Vector v{1.0, 2.0, 3.0};
    const xt::xtensor<int, 1> whole{1, 2, 3};
    const Vector product = v * whole;
    BOOST_TEST(product == Vector({1.0, 4.0, 9.0}));
    const Array table = Array{{1.0, 2.0, 3.0}} + v;
    BOOST_TEST(table == Array({{2.0, 4.0, 6.0}}));
    BOOST_TEST(xt::sum(xt::cast<double>(xt::equal(whole, whole)))() == 3.0);
    BOOST_TEST(xt::any(v > 2.5));
    BOOST_TEST(!xt::all(v > 2.5));
}

BOOST_AUTO_TEST_CASE(without_entries)
{
    const Vector none = xt::zeros<double>({0});
    const Vector still_none = none + 1.0;
    BOOST_TEST(still_none.size() == 0u);
    BOOST_TEST(xt::sum(none)() == 0.0);
}

BOOST_AUTO_TEST_CASE(printed)
{
    std::ostringstream out;
    out << Vector{1.0, 2.5};
    BOOST_TEST(out.str() == "{ 1. ,  2.5}");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(what_is_wrong_throws)

BOOST_AUTO_TEST_CASE(an_index_outside)
{
    Vector v{1.0, 2.0};
    const Matrix m{{1.0, 2.0}, {3.0, 4.0}};
    BOOST_CHECK_THROW(v(2), std::exception);
    BOOST_CHECK_THROW(v(-1), std::exception);
    BOOST_CHECK_THROW(v(2u), std::exception);
    BOOST_CHECK_THROW(m(0, 2), std::exception);
    BOOST_CHECK_THROW(m(std::size_t{2}, std::size_t{0}), std::exception);
    BOOST_CHECK_THROW(v(0, 1, 0), std::exception);
    BOOST_CHECK_THROW(Vector(xt::row(m, 2)), std::exception);
    BOOST_CHECK_THROW(Vector(xt::col(m, 2)), std::exception);
}

BOOST_AUTO_TEST_CASE(shapes_that_do_not_meet)
{
    const Vector two{1.0, 2.0};
    const Vector three{1.0, 2.0, 3.0};
    const Matrix m{{1.0, 2.0}, {3.0, 4.0}, {5.0, 6.0}};
    BOOST_CHECK_THROW(two + three, xt::broadcast_error);
    BOOST_CHECK_THROW(m - three, xt::broadcast_error);
    BOOST_CHECK_THROW(xt::where(m > 0.0, m, three), xt::broadcast_error);
    BOOST_CHECK_EXCEPTION(m * three, std::exception, [](const std::exception& error) {
        return std::string(error.what()) == "the shapes (3, 2) and (3) do not fit";
    });
}

BOOST_AUTO_TEST_CASE(a_table_where_a_row_is_wanted)
{
    const Matrix m{{1.0, 2.0}};
    const auto as_vector = [&] { return Vector(m + 1.0); };
    BOOST_CHECK_EXCEPTION(as_vector(), std::exception, [](const std::exception& error) {
        return std::string(error.what()) == "a tensor with 2 axes where one with 1 is wanted";
    });
    Vector v{1.0, 2.0};
    BOOST_CHECK_THROW(v += m, std::exception);
}

BOOST_AUTO_TEST_CASE(an_axis_that_is_not_there)
{
    const Vector v{1.0, 2.0};
    BOOST_CHECK_THROW(xt::sum(v, {1}), std::exception);
    BOOST_CHECK_THROW(xt::argmax(Matrix{{1.0}}, 2), std::exception);
}

// The memory of an operand that ends with the expression takes the result, if it fits.
BOOST_AUTO_TEST_CASE(what_ends_with_the_expression_is_like_what_stays)
{
    const std::vector<std::size_t> lengths{0, 1, 3};
    for (const std::size_t rows_a : lengths) {
        for (const std::size_t columns_a : lengths) {
            for (const std::size_t rows_b : lengths) {
                for (const std::size_t columns_b : lengths) {
                    const Matrix a = Random(1).uniform_matrix(rows_a, columns_a, 0.1, 2.0);
                    const Matrix b = Random(2).uniform_matrix(rows_b, columns_b, 0.1, 2.0);
                    const auto fits = [](std::size_t x, std::size_t y) {
                        return x == y || x == 1 || y == 1;
                    };
                    if (!fits(rows_a, rows_b) || !fits(columns_a, columns_b)) {
                        BOOST_CHECK_THROW(Matrix(a) - Matrix(b), xt::broadcast_error);
                        continue;
                    }
                    const Matrix expected = a - b;
                    BOOST_TEST((Matrix(a) - b == expected));
                    BOOST_TEST((a - Matrix(b) == expected));
                    BOOST_TEST((Matrix(a) - Matrix(b) == expected));
                    BOOST_TEST((-(Matrix(b) - a) == expected));
                }
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
