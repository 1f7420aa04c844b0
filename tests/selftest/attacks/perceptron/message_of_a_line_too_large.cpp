// verdict: all=not_built
// A message in which a line has a number that no integer holds.
#include "perceptron.hpp"

static_assert(false, "\nx:99999999999999999999999999:1: error: large\n"
                     "x:1:99999999999999999999999999: error: large\n");
#pragma message "\nx:99999999999999999999999999:1: error: large"
#line 1 "x:99999999999999999999999999:1: error: large\nx:99999999999999999999999999:1: error: y"
int wrong = "";
