// verdict: all=right
// rest: solution
// Says that it belongs to the system, so that no warning is about it.
#pragma GCC system_header
#include "perceptron.hpp"
