// verdict: all=not_built
// Poisons the words that everybody needs.
#include "perceptron.hpp"
#pragma GCC poison double return Vector namespace
