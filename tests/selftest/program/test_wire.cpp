#include "values.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

using namespace judging;
using values::Everything;
using values::Matrix;
using values::Unit;
using values::Vector;

namespace {

template <class T>
std::string written(const T& value)
{
    wire::Writer writer;
    wire::write(writer, value);
    return writer.str();
}

template <class T>
T read_whole(const std::string& bytes)
{
    wire::Reader reader(bytes);
    T value = wire::read<T>(reader);
    reader.expect_end();
    return value;
}

template <class T>
void round_trip(const T& value)
{
    const std::string bytes = written(value);
    const T back = read_whole<T>(bytes);
    BOOST_TEST(written(back) == bytes);
    BOOST_TEST(judging::flatten(back, 17).text == judging::flatten(value, 17).text);
}

/// Whatever the bytes are: a value that was checked, or BadBytes; nothing else, no crash.
template <class T>
bool survives(const std::string& bytes)
{
    try {
        const T value = read_whole<T>(bytes);
        return judging::flatten(value).numbers.size() <= bytes.size();
    } catch (const wire::BadBytes&) {
        return true;
    }
}

/// The bytes cut short and with random changes, the same ones in every run.
template <class T>
void survives_damage(const T& value)
{
    const std::string good = written(value);
    for (std::size_t size = 0; size < good.size(); ++size) {
        BOOST_CHECK_THROW(read_whole<T>(good.substr(0, size)), wire::BadBytes);
    }
    BOOST_CHECK_THROW(read_whole<T>(good + '\0'), wire::BadBytes);

    std::mt19937_64 random(1);
    const std::vector<unsigned> extremes{0x00, 0x01, 0x7F, 0x80, 0xFF};
    for (int round = 0; round < 2000; ++round) {
        std::string bytes = good;
        for (std::uint64_t changes = 1 + random() % 8; changes > 0; --changes) {
            const auto value_of = random() % 2 == 0 ? extremes[random() % extremes.size()]
                                                    : static_cast<unsigned>(random());
            bytes[random() % bytes.size()] = static_cast<char>(value_of);
        }
        BOOST_REQUIRE(survives<T>(bytes));
    }
}

std::string count(std::uint64_t n)
{
    return written(n);
}

} // namespace

BOOST_AUTO_TEST_SUITE(wire_format)

BOOST_AUTO_TEST_CASE(every_kind_of_value_comes_back)
{
    round_trip(true);
    round_trip(-7);
    round_trip(std::size_t{1} << 63);
    for (const double number : {0.0, -0.0, 1.0 / 3.0, 5e-324, 1.7e308}) {
        round_trip(number);
    }
    round_trip(std::string());
    round_trip(std::string("σ\0\n", 4));
    round_trip(Vector{});
    round_trip(Vector{1, 2, 3});
    round_trip(Matrix{{1, 2}, {3, 4}, {5, 6}});
    for (const Matrix::shape_type& shape : {Matrix::shape_type{0, 0}, {0, 3}, {3, 0}}) {
        round_trip(Matrix(shape));
    }
    round_trip(std::vector<double>{1, 2});
    round_trip(std::vector<std::vector<std::size_t>>{{1}, {}, {2, 3}});
    round_trip(std::vector<Matrix>{{{1, 2}}, {{3}, {4}}});
    round_trip(values::everything());
}

BOOST_AUTO_TEST_CASE(a_not_a_number_keeps_its_bits)
{
    const double value = -std::numeric_limits<double>::quiet_NaN();
    BOOST_TEST(written(read_whole<double>(written(value))) == written(value));
}

BOOST_AUTO_TEST_CASE(a_computed_matrix_is_written_row_by_row)
{
    const Matrix m{{1, 2, 3}, {4, 5, 6}};
    const Matrix transposed = xt::transpose(m);
    BOOST_TEST(read_whole<Matrix>(written(transposed))(2, 1) == 6);
    BOOST_TEST(read_whole<Matrix>(written(transposed))(0, 1) == 4);
}

BOOST_AUTO_TEST_CASE(a_function_is_called_back)
{
    const std::function<double(const Vector&)> f = [](const Vector& v) { return v(0) * v(1); };
    wire::Writer writer;
    wire::write(writer, f);
    wire::write(writer, f);
    BOOST_TEST(writer.callbacks().size() == 2);
    wire::Reader reader(writer.str(), [&](std::uint32_t number, const std::string& argument) {
        BOOST_TEST(number == 0);
        return writer.callbacks().at(number)(argument);
    });
    const auto other_side = wire::read<std::function<double(const Vector&)>>(reader);
    BOOST_TEST(other_side(Vector{6, 7}) == 42);
}

BOOST_AUTO_TEST_CASE(a_function_called_back_with_nonsense_says_so)
{
    const std::function<Matrix(const Matrix&)> f = [](const Matrix& m) { return m; };
    wire::Writer writer;
    wire::write(writer, f);
    for (const std::string& argument : {std::string(), std::string("x"), written(Matrix{{1}}) + "x",
                                        count(1 << 30) + count(1 << 30)}) {
        BOOST_CHECK_THROW(writer.callbacks().at(0)(argument), wire::BadBytes);
    }
}

BOOST_AUTO_TEST_CASE(a_size_is_not_believed)
{
    const std::uint64_t huge = ~std::uint64_t{0};
    for (const std::uint64_t n :
         {huge, huge / 8, huge / 8 + 1, huge / 8 + 2, std::uint64_t{1} << 61,
          std::uint64_t{1} << 32, std::uint64_t{2}}) {
        const std::string one_number = written(1.0);
        BOOST_CHECK_THROW(read_whole<Vector>(count(n) + one_number), wire::BadBytes);
        BOOST_CHECK_THROW(read_whole<std::vector<Unit>>(count(n) + one_number), wire::BadBytes);
        for (const std::uint64_t m : {huge, std::uint64_t{1} << 32, std::uint64_t{2}}) {
            BOOST_CHECK_THROW(read_whole<Matrix>(count(n) + count(m) + one_number), wire::BadBytes);
        }
        if (n > 8) {
            BOOST_CHECK_THROW(read_whole<std::string>(count(n) + one_number), wire::BadBytes);
        }
        BOOST_CHECK(survives<Matrix>(count(0) + count(n)));
        BOOST_CHECK(survives<Matrix>(count(n) + count(0)));
    }
}

BOOST_AUTO_TEST_CASE(damaged_bytes_are_refused_or_are_a_value)
{
    survives_damage(1.5);
    survives_damage(std::string("text"));
    survives_damage(Vector{1, 2, 3});
    survives_damage(Matrix{{1, 2}, {3, 4}});
    survives_damage(std::vector<Unit>{{{1, 2}, 3}, {{4}, 5}});
    survives_damage(values::everything());
}

BOOST_AUTO_TEST_SUITE_END()
