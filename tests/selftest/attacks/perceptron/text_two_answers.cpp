// verdict: all=not_built
// rest: solution
// Two definitions of one function, a right and a wrong one.
#include "perceptron.hpp"

namespace perceptron {
double weighted_sum(const Vector&, const Vector&, double) { return 0; }
double weighted_sum(const Vector& x, const Vector& w, double b) { return dot(x, w) + b; }
}
