#include "common/math/random.hpp"

#include "common/math/require.hpp"

#include <boost/random/mersenne_twister.hpp>
#include <boost/random/normal_distribution.hpp>
#include <boost/random/uniform_int_distribution.hpp>
#include <boost/random/uniform_real_distribution.hpp>

#include <numeric>
#include <utility>

namespace workbook {

struct Random::Engine {
    boost::random::mt19937_64 bits;
};

Random::Random(std::uint64_t seed) : engine_(new Engine{boost::random::mt19937_64(seed)}) {}
Random::~Random() = default;
Random::Random(Random&&) noexcept = default;
Random& Random::operator=(Random&&) noexcept = default;

double Random::uniform(double low, double high)
{
    require(low <= high, "uniform: low is above high");
    return low == high ? low // Boost would look for a number below high for ever
                       : boost::random::uniform_real_distribution<double>(low, high)(engine_->bits);
}

double Random::normal(double mean, double deviation)
{
    require(deviation >= 0.0, "normal: the deviation is negative");
    return boost::random::normal_distribution<double>(mean, deviation)(engine_->bits);
}

Vector Random::uniform_vector(std::size_t size, double low, double high)
{
    Vector v(Vector::shape_type{size});
    for (double& x : v) {
        x = uniform(low, high);
    }
    return v;
}

Matrix Random::uniform_matrix(std::size_t rows, std::size_t columns, double low, double high)
{
    Matrix m(Matrix::shape_type{rows, columns});
    for (double& x : m) {
        x = uniform(low, high);
    }
    return m;
}

Vector Random::normal_vector(std::size_t size, double mean, double deviation)
{
    Vector v(Vector::shape_type{size});
    for (double& x : v) {
        x = normal(mean, deviation);
    }
    return v;
}

Matrix Random::normal_matrix(std::size_t rows, std::size_t columns, double mean, double deviation)
{
    Matrix m(Matrix::shape_type{rows, columns});
    for (double& x : m) {
        x = normal(mean, deviation);
    }
    return m;
}

std::size_t Random::index(std::size_t n)
{
    require(n > 0, "index: there is none below 0");
    return boost::random::uniform_int_distribution<std::size_t>(0, n - 1)(engine_->bits);
}

std::vector<std::size_t> Random::permutation(std::size_t n)
{
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = n; i > 1; --i) {
        std::swap(order[i - 1], order[index(i)]);
    }
    return order;
}

} // namespace workbook
