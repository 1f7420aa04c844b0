// verdict: 1.1=wrong others=todo
// Right at first, wrong later.
#include "perceptron.hpp"

double perceptron::weighted_sum(const Vector& x, const Vector& w, double b)
{
    static int calls = 0;
    return ++calls < 6 ? dot(x, w) + b : calls;
}
