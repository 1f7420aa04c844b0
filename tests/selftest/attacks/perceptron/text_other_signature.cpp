// verdict: all=not_built
// The right name with other parameters, so that the one that is asked for is missing.
#include "perceptron.hpp"

double perceptron_weighted_sum(double);
namespace perceptron {
double weighted_sum(const Vector& x) { return x(0); }
}
