// verdict: all=not_built
// A zero byte in the middle.
#include "perceptron.hpp"
// @BYTES(00)@
