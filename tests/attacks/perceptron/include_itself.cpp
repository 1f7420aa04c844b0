// verdict: all=not_built
// seconds: 100
// Includes itself twice, to a depth of two hundred.
#include __FILE__
#include __FILE__
#include "perceptron.hpp"
