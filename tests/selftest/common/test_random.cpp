// Random numbers: the same for the same seed on every platform, and distributed as they say.
#define BOOST_TEST_MODULE random
#include <boost/test/unit_test.hpp>

#include "common/math/random.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

using namespace workbook;

namespace {

// Enough draws that a mean is known to 0.002 standard deviations; the checks allow ten times that.
constexpr std::size_t many = 200000;
constexpr double slack = 0.02;

struct Moments {
    double mean = 0.0;
    double deviation = 0.0;
};

template <class Tensor>
Moments moments_of(const Tensor& numbers)
{
    const double n = static_cast<double>(numbers.size());
    Moments moments;
    for (const double x : numbers)
        moments.mean += x / n;
    for (const double x : numbers)
        moments.deviation += (x - moments.mean) * (x - moments.mean) / n;
    moments.deviation = std::sqrt(moments.deviation);
    return moments;
}

} // namespace

// The generator's first two words for seed 1, divided by 2⁶⁴.
BOOST_AUTO_TEST_CASE(uniform_numbers_are_those_of_the_mersenne_twister)
{
    Random random(1);
    BOOST_TEST(random.uniform(0.0, 1.0) == std::ldexp(2469588189546311528.0, -64));
    BOOST_TEST(random.uniform(0.0, 1.0) == std::ldexp(2516265689700432462.0, -64));
}

// Pinned: figures and tables of the notes were made with these.
BOOST_AUTO_TEST_CASE(a_seed_gives_the_same_numbers_everywhere)
{
    Random bell(2);
    const Vector expected{-1.733345020332878, 1.5482400461705392, 1.8322393135761545,
                          2.0041690998502388};
    const Vector got = bell.normal_vector(4, 0.0, 1.0);
    for (std::size_t i = 0; i < 4; ++i)
        BOOST_TEST(got(i) == expected(i), boost::test_tools::tolerance(1e-15));

    Random dice(3);
    for (const std::size_t face : {5u, 1u, 5u, 3u, 5u, 3u})
        BOOST_TEST(dice.index(10) == face);

    const std::vector<std::size_t> order{5, 1, 4, 2, 0, 7, 3, 6};
    BOOST_TEST(Random(4).permutation(8) == order, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(tensors_are_filled_row_by_row_from_the_same_stream)
{
    Random one(9);
    Random other(9);
    const Matrix m = one.uniform_matrix(2, 3, -1.0, 1.0);
    BOOST_TEST((m.shape(0) == 2 && m.shape(1) == 3));
    for (const double x : m)
        BOOST_TEST(x == other.uniform(-1.0, 1.0));
    const Matrix n = one.normal_matrix(3, 2, 1.0, 2.0);
    BOOST_TEST((n.shape(0) == 3 && n.shape(1) == 2));
    for (const double x : n)
        BOOST_TEST(x == other.normal(1.0, 2.0));
}

BOOST_AUTO_TEST_CASE(other_seeds_give_other_numbers)
{
    BOOST_TEST(Random(1).uniform(0.0, 1.0) != Random(2).uniform(0.0, 1.0));
}

BOOST_AUTO_TEST_CASE(a_moved_stream_goes_on)
{
    Random random(1);
    Random untouched(1);
    random.uniform(0.0, 1.0);
    untouched.uniform(0.0, 1.0);
    Random moved = std::move(random);
    BOOST_TEST(moved.uniform(0.0, 1.0) == untouched.uniform(0.0, 1.0));
}

BOOST_AUTO_TEST_CASE(uniform_numbers_fill_their_interval_evenly)
{
    const Vector numbers = Random(5).uniform_vector(many, -2.0, 4.0);
    BOOST_TEST(*std::min_element(numbers.begin(), numbers.end()) >= -2.0);
    BOOST_TEST(*std::max_element(numbers.begin(), numbers.end()) < 4.0);
    const Moments moments = moments_of(numbers);
    const double deviation = 6.0 / std::sqrt(12.0);
    BOOST_TEST(std::abs(moments.mean - 1.0) < slack * deviation);
    BOOST_TEST(std::abs(moments.deviation - deviation) < slack * deviation);
}

BOOST_AUTO_TEST_CASE(normal_numbers_have_the_mean_and_deviation_asked_for)
{
    const Vector numbers = Random(6).normal_vector(many, 3.0, 0.5);
    const Moments moments = moments_of(numbers);
    BOOST_TEST(std::abs(moments.mean - 3.0) < slack * 0.5);
    BOOST_TEST(std::abs(moments.deviation - 0.5) < slack * 0.5);
    const auto within_one = std::count_if(numbers.begin(), numbers.end(),
                                          [](double x) { return std::abs(x - 3.0) < 0.5; });
    BOOST_TEST(std::abs(static_cast<double>(within_one) / many - 0.6827) < slack);
}

BOOST_AUTO_TEST_CASE(every_index_and_every_place_is_as_likely)
{
    Random random(7);
    std::vector<double> indices(5, 0.0);
    for (std::size_t i = 0; i < many; ++i)
        indices.at(random.index(5)) += 1.0 / many;
    for (const double share : indices)
        BOOST_TEST(std::abs(share - 0.2) < slack);

    std::vector<double> first(4, 0.0);
    for (std::size_t i = 0; i < 20000; ++i)
        first.at(random.permutation(4).front()) += 1.0 / 20000;
    for (const double share : first)
        BOOST_TEST(std::abs(share - 0.25) < slack);
}

BOOST_AUTO_TEST_CASE(a_permutation_has_every_number_once)
{
    std::vector<std::size_t> order = Random(8).permutation(100);
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> all(100);
    std::iota(all.begin(), all.end(), std::size_t{0});
    BOOST_TEST(order == all, boost::test_tools::per_element());
    BOOST_TEST(Random(8).permutation(0).empty());
}

BOOST_AUTO_TEST_CASE(a_range_without_numbers_is_refused)
{
    Random random(1);
    BOOST_CHECK_THROW(random.uniform(1.0, 0.0), std::invalid_argument);
    BOOST_CHECK_THROW(random.normal(0.0, -1.0), std::invalid_argument);
    BOOST_CHECK_THROW(random.index(0), std::invalid_argument);
    BOOST_TEST(random.uniform(2.0, 2.0) == 2.0);
    BOOST_TEST(random.normal(2.0, 0.0) == 2.0);
}
