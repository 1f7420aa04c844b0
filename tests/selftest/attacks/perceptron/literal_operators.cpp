// verdict: all=right
// rest: solution
// Literals and operators of its own.
#include "perceptron.hpp"

constexpr double operator""_half(long double x) { return static_cast<double>(x) / 2; }
template <char... c>
constexpr int operator""_count() { return sizeof...(c); }
namespace perceptron {
struct Mine {};
inline Mine operator,(Mine, double) { return {}; }
static_assert(3.0_half == 1.5 && 123_count == 3);
}
