// verdict: 1.1=wrong others=todo
// A line in which the search for the function that is wrong could go back and forth.
#include "perceptron.hpp"

static const char* const text = "@REPEAT(20000,weighted_sum weighted_sum     )@";
double perceptron::weighted_sum(const Vector&, const Vector&, double) { return text[0]; }
