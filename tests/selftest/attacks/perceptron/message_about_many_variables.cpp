// verdict: all=not_built
// Forty thousand variables declared with auto, each of which would be looked for in the error's
// line of a quarter of a megabyte.
#include "perceptron.hpp"
#include <string>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{ std::string text = "x"; double wrong = text; /*@REPEAT(50000,abcd )@*/ return wrong; }
#if 0
@REPEAT(40000,auto a_name =
)@
#endif
