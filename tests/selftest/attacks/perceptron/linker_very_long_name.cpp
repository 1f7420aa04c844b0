// verdict: all=not_built
// Uses a function that nobody defines, with a name of three hundred thousand letters: what
// explains the linker's message must not search it letter by letter in recursion.
#include "perceptron.hpp"

extern "C" double f@REPEAT(30000,abcdefghij)@();
double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    return f@REPEAT(30000,abcdefghij)@();
}
