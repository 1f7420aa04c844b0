// verdict: all=not_built
// Says that the error is in another file.
#include "perceptron.hpp"

#line 1 "/etc/passwd"
int wrong = "";
#line 2147483647 "@ROOT@/solutions/01_perceptron/perceptron.cpp"
int wrong2 = "";
