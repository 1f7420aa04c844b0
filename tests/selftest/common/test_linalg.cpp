// Products of vectors and matrices: the values of the definition, the shapes, and the errors.
#define BOOST_TEST_MODULE linalg
#include <boost/test/unit_test.hpp>

#include "common/math/linalg.hpp"
#include "common/math/random.hpp"
#include "common/math/todo.hpp"

#include <cmath>
#include <string>

using namespace workbook;

namespace {

// Sums of k products in another order differ by a few roundings of the sum of their sizes.
bool close(double a, double b, std::size_t k)
{
    return std::abs(a - b) <= 1e-15 * static_cast<double>(k + 1);
}

template <class Call>
std::string message_of(Call call)
{
    try {
        call();
    } catch (const ShapeError& error) {
        return error.what();
    }
    return "no ShapeError";
}

} // namespace

BOOST_AUTO_TEST_CASE(a_dot_product_sums_the_products)
{
    BOOST_TEST(dot(Vector{1.0, 2.0, 3.0}, Vector{4.0, -5.0, 6.0}) == 12.0);
    BOOST_TEST(dot(Vector{3.0}, Vector{-2.0}) == -6.0);
    BOOST_TEST(dot(Vector(Vector::shape_type{0}), Vector(Vector::shape_type{0})) == 0.0);
}

BOOST_AUTO_TEST_CASE(a_matrix_product_takes_rows_times_columns)
{
    const Matrix A{{1.0, 2.0}, {3.0, 4.0}, {5.0, 6.0}};
    const Matrix B{{1.0, 0.0, -1.0, 2.0}, {2.0, 1.0, 0.0, -1.0}};
    BOOST_TEST(matmul(A, B) ==
               Matrix({{5.0, 2.0, -1.0, 0.0}, {11.0, 4.0, -3.0, 2.0}, {17.0, 6.0, -5.0, 4.0}}));
}

// Rows or columns of length 1 are where a library of strides goes wrong.
BOOST_AUTO_TEST_CASE(products_of_every_small_shape_follow_the_definition)
{
    Random random(7);
    for (std::size_t n = 1; n <= 4; ++n) {
        for (std::size_t k = 1; k <= 4; ++k) {
            const Vector x = random.uniform_vector(k, -1.0, 1.0);
            const Vector y = random.uniform_vector(n, -1.0, 1.0);
            const Matrix A = random.uniform_matrix(n, k, -1.0, 1.0);
            const Vector Ax = matvec(A, x);
            const Matrix yx = outer(y, x);
            const Matrix At = transpose(A);
            BOOST_TEST(Ax.size() == n);
            BOOST_TEST((yx.shape(0) == n && yx.shape(1) == k));
            BOOST_TEST((At.shape(0) == k && At.shape(1) == n));
            for (std::size_t i = 0; i < n; ++i) {
                double sum = 0.0;
                for (std::size_t j = 0; j < k; ++j) {
                    sum += A(i, j) * x(j);
                    BOOST_TEST(yx(i, j) == y(i) * x(j));
                    BOOST_TEST(At(j, i) == A(i, j));
                }
                BOOST_TEST(close(Ax(i), sum, k));
            }
            for (std::size_t m = 1; m <= 4; ++m) {
                const Matrix B = random.uniform_matrix(k, m, -1.0, 1.0);
                const Matrix AB = matmul(A, B);
                BOOST_TEST((AB.shape(0) == n && AB.shape(1) == m));
                for (std::size_t i = 0; i < n; ++i) {
                    for (std::size_t l = 0; l < m; ++l) {
                        double sum = 0.0;
                        for (std::size_t j = 0; j < k; ++j)
                            sum += A(i, j) * B(j, l);
                        BOOST_TEST(close(AB(i, l), sum, k));
                    }
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_product_over_no_entries_is_zero)
{
    const Matrix nothing(Matrix::shape_type{2, 0});
    BOOST_TEST(matmul(nothing, transpose(nothing)) == Matrix({{0.0, 0.0}, {0.0, 0.0}}));
    BOOST_TEST(matvec(nothing, Vector(Vector::shape_type{0})) == Vector({0.0, 0.0}));
    BOOST_TEST(outer(Vector(Vector::shape_type{0}), Vector{1.0}).shape(0) == 0u);
}

BOOST_AUTO_TEST_CASE(the_arguments_may_be_any_kind_of_vector_or_matrix)
{
    Matrix A{{1.0, 2.0}, {3.0, 4.0}};
    const Matrix fixed = A;
    const Matrix expected{{1.0, 3.0}, {2.0, 4.0}};
    BOOST_TEST(transpose(A) == expected);
    BOOST_TEST(transpose(fixed) == expected);
    BOOST_TEST(transpose(A + 0.0) == expected);
    BOOST_TEST(matvec(A, xt::row(A, 0)) == Vector({5.0, 11.0}));
    BOOST_TEST(matmul(A, 2.0 * A) == Matrix({{14.0, 20.0}, {30.0, 44.0}}));
}

BOOST_AUTO_TEST_CASE(shapes_that_do_not_fit_are_named)
{
    const Vector two{1.0, 2.0};
    const Vector three{1.0, 2.0, 3.0};
    const Matrix wide{{1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}};
    BOOST_TEST(message_of([&] { dot(two, three); }) == "dot: the shapes (2) and (3) do not fit");
    BOOST_TEST(message_of([&] { matmul(wide, wide); }) ==
               "matmul: the shapes (2, 3) and (2, 3) do not fit");
    BOOST_TEST(message_of([&] { matvec(wide, two); }) ==
               "matvec: the shapes (2, 3) and (2) do not fit");
}

BOOST_AUTO_TEST_CASE(an_unwritten_step_says_which)
{
    const Todo unwritten = todo("1.2");
    BOOST_TEST(unwritten.step == "1.2");
    BOOST_TEST(std::string(unwritten.what()) == "step 1.2 is not written yet");
}

// Pivots are needed where a 0 stands on the diagonal; residuals measure what a solution is worth.
BOOST_AUTO_TEST_CASE(solve_solves)
{
    BOOST_TEST(solve(Matrix{{0.0, 2.0}, {4.0, 1.0}}, Vector{6.0, 11.0}) == Vector({2.0, 3.0}));
    BOOST_TEST(solve(Matrix{{-4.0}}, Vector{2.0}) == Vector({-0.5}));
    Random random(11);
    for (std::size_t n = 1; n <= 8; ++n) {
        const Matrix A = random.uniform_matrix(n, n, -1.0, 1.0);
        const Vector b = random.uniform_vector(n, -1.0, 1.0);
        const Vector x = solve(A, b);
        const double size = 1.0 + xt::amax(xt::abs(x))();
        for (std::size_t i = 0; i < n; ++i)
            BOOST_TEST(std::abs(matvec(A, x)(i) - b(i)) <= 1e-14 * size * static_cast<double>(n));
    }
}

BOOST_AUTO_TEST_CASE(solve_refuses_what_has_no_solution)
{
    BOOST_CHECK_THROW(solve(Matrix{{1.0, 2.0}, {2.0, 4.0}}, Vector{1.0, 2.0}),
                      std::invalid_argument);
    BOOST_CHECK_THROW(solve(Matrix{{1.0, 2.0}}, Vector{1.0}), ShapeError);
    BOOST_CHECK_THROW(solve(Matrix{{1.0}}, Vector{1.0, 2.0}), ShapeError);
    BOOST_CHECK_THROW(eigenvalues(Matrix{{1.0, 2.0}}), ShapeError);
}

// Σ λ is the trace and Σ λ² the sum of all squared entries, whatever the matrix.
BOOST_AUTO_TEST_CASE(eigenvalues_are_those_of_the_matrix)
{
    const Vector two = eigenvalues(Matrix{{2.0, 1.0}, {1.0, 2.0}});
    BOOST_TEST(std::abs(two(0) - 1.0) <= 1e-15);
    BOOST_TEST(std::abs(two(1) - 3.0) <= 1e-15);
    BOOST_TEST(eigenvalues(Matrix{{3.0, 0.0}, {0.0, -1.0}}) == Vector({-1.0, 3.0}));
    Random random(12);
    for (std::size_t n = 1; n <= 9; ++n) {
        const Matrix B = random.uniform_matrix(n + 2, n, -1.0, 1.0);
        const Matrix A = matmul(transpose(B), B);
        const Vector values = eigenvalues(A);
        double trace = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            trace += A(i, i);
            BOOST_TEST((i == 0 || values(i - 1) <= values(i)));
            BOOST_TEST(values(i) > 0.0);
        }
        BOOST_TEST(std::abs(xt::sum(values)() - trace) <= 1e-13 * trace);
        BOOST_TEST(std::abs(dot(values, values) - xt::sum(xt::square(A))()) <=
                   1e-13 * trace * trace);
    }
}
