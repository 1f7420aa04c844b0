// Streams of random numbers: those that the chapters draw from.
#include "judging/search/syntax.hpp"

#include "common/math/random.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace judging::search {
namespace {

struct Stream : Object {
    explicit Stream(std::uint64_t seed) : random(seed) {}
    workbook::Random random;
};

Value of(const workbook::Vector& v)
{
    Value result = Value::vector(v.size());
    std::copy(v.begin(), v.end(), result.own_tensor().data.begin());
    return result;
}

Value of(const workbook::Matrix& m)
{
    Value result = Value::matrix(m.shape(0), m.shape(1));
    std::copy(m.begin(), m.end(), result.own_tensor().data.begin());
    return result;
}

Value of(const std::vector<std::size_t>& numbers)
{
    static const Type count(Type::Kind::count, "std::size_t");
    std::vector<Value> items;
    std::transform(numbers.begin(), numbers.end(), std::back_inserter(items), Value::count);
    return Value::list(&count, std::move(items));
}

} // namespace

Value make_random(std::uint64_t seed)
{
    return Value::object(Value::Kind::random, new Stream(seed));
}

Value call_random(Method method, const Value& random, const std::vector<Value>& arguments)
{
    if (random.kind() != Value::Kind::random) {
        throw Broken{};
    }
    auto& stream = const_cast<Stream&>(static_cast<const Stream&>(*random.object())).random;
    // Boost's distributions do not come back from ranges that are not finite.
    const auto number = [&](std::size_t i) {
        constexpr double largest = 1e100;
        const double x = i < arguments.size() ? arguments[i].as_number() : throw Broken{};
        return std::abs(x) < largest ? x : throw Broken{};
    };
    const auto size = [&](std::size_t i) {
        const std::int64_t n = i < arguments.size() ? arguments[i].as_whole() : throw Broken{};
        return n >= 0 && n < 10'000 ? static_cast<std::size_t>(n) : throw Broken{};
    };
    try {
        switch (method) {
        case Method::uniform: return Value::number(stream.uniform(number(0), number(1)));
        case Method::normal: return Value::number(stream.normal(number(0), number(1)));
        case Method::uniform_vector:
            return of(stream.uniform_vector(size(0), number(1), number(2)));
        case Method::normal_vector: return of(stream.normal_vector(size(0), number(1), number(2)));
        case Method::uniform_matrix:
            return of(stream.uniform_matrix(size(0), size(1), number(2), number(3)));
        case Method::normal_matrix:
            return of(stream.normal_matrix(size(0), size(1), number(2), number(3)));
        case Method::draw_index: return Value::count(stream.index(size(0)));
        case Method::permutation: return of(stream.permutation(size(0)));
        default: throw Broken{};
        }
    } catch (const std::exception&) {
        throw Threw{};
    }
}

} // namespace judging::search
