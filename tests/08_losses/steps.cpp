// The graded steps of chapter 8.
#include "functions.hpp"
#include "judging/judge/generic.hpp"
#include "oracle.hpp"

#include <fmt/format.h>

using namespace judging;
using workbook::Vector;

namespace oracle = losses::oracle;

BOOST_AUTO_TEST_CASE(mean_square, *label("8.1") * points(1) *
                                      source("the document and the place in it") *
                                      hint("squares first, then their sum, then one division") *
                                      hint("dot(x, x) is Σ xᵢ²"))
{
    Question question{losses::mean_square};
    question.worked("three numbers of the text", 14.0 / 3, {1, -2, 3});
    question.worked("one number", 4, {-2});
    for (const int draw : draws(12)) {
        const std::size_t n = 2 + draw % 5;
        const Vector x = generic_vector(n, 1.3, 2.6); // squaring changes little near 1
        question.expect(fmt::format("{} random numbers", n), oracle::mean_square(x), x);
    }
    question.decide();
}
