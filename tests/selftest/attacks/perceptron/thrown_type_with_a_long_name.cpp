// verdict: 1.1=crashed others=todo
// An exception whose type has a name that doubles at every level.
#include "perceptron.hpp"

template <class A, class B>
struct Pair {};
template <int n>
struct Deep {
    using type = Pair<typename Deep<n - 1>::type, typename Deep<n - 1>::type>;
};
template <>
struct Deep<0> {
    using type = int;
};

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    throw Deep<22>::type();
}
