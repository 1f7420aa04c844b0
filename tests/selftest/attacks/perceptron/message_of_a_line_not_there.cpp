// verdict: all=not_built
// An error in line zero, or far behind the last, of this file.
#include "perceptron.hpp"

#line 4000000 __FILE__
int wrong = "";
