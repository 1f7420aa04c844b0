// verdict: all=not_built|crashed|wrong
// rest: solution
// Returns become something else.
#include "perceptron.hpp"
#define return while (false) throw
