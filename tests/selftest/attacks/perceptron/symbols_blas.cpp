// verdict: 1.1=wrong others=todo
// Takes the place of the library under the course's inner product.
#include "perceptron.hpp"

extern "C" double cblas_ddot(int, const double*, int, const double*, int)
{
    return 7;
}
extern "C" double ddot_(const int*, const double*, const int*, const double*, const int*)
{
    return 7;
}

double perceptron::weighted_sum(const Vector& x, const Vector& w, double)
{
    return dot(x, w) + 100;
}
