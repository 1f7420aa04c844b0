// verdict: all=not_built
// Names in what the linker says that look like its own words.
#include "perceptron.hpp"

double evil() asm("x' multiple definition of `(((((");
double more() asm("undefined reference to `main'\nmultiple definition of `main'");
double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    return evil();
}
