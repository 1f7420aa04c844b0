// verdict: all=not_built
// The error is in a line of a third of a megabyte, in which a pattern finds no end.
#include "perceptron.hpp"
#include <string>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{ const std::string text = "x"; double wrong = text; return wrong; /* xt::sum@REPEAT(30000,          )@ */ }
