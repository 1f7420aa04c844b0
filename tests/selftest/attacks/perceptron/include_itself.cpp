// verdict: all=not_built
// seconds: 400
// Includes itself twice, to a depth of two hundred.
#include __FILE__
#include __FILE__
#include "perceptron.hpp"
