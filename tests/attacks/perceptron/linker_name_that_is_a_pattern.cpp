// verdict: all=not_built
// Uses a function that nobody defines, with a name that is half a regular expression.
#include "perceptron.hpp"

struct Row {
    double operator[](int) const;
};
extern "C" double open() asm("a[b*+?{9,1}(c\\");
double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    return Row()[0] + open();
}
