// verdict: all=not_built
// Lines in which a pattern meets spaces that could belong to either of two places.
#include "perceptron.hpp"
#include <string>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{ std::string text = "x"; double wrong = text; return wrong; }
#if 0
@REPEAT(700,auto@REPEAT(990, )@!
)@
#endif
