// verdict: all=not_built
// The error is in a line of half a megabyte.
#include "perceptron.hpp"

double f() { Vector v = xt::sum@REPEAT(50000,          )@(1) + "text"; return std::string(v); }
double g() { double d = std::sum@REPEAT(50000,          )@(std::string("x")); return d; }
double perceptron::weighted_sum(const Vector&, const Vector&, double)
{ std::string text = "x"; double sum = text; return xt::sum@REPEAT(5000,          )@(text); }
