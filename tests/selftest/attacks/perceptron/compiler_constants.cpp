// verdict: all=not_built
// seconds: 400
// Constants that are computed without end, many times over.
#include "perceptron.hpp"

template <int n>
constexpr long spin()
{
    long sum = n;
    for (long i = 0; i >= 0; ++i) {
        for (long j = 0; j < 100000; ++j) {
            sum += i ^ j;
        }
    }
    return sum;
}
template <int... n>
constexpr long all(std::integer_sequence<int, n...>)
{
    return (spin<n>() + ...);
}
constexpr long never = all(std::make_integer_sequence<int, 500>());
