// verdict: all=todo
// Text whose direction changes, so that a comment looks like code.
#include "perceptron.hpp"
/*@BYTES(e280ae)@ } @BYTES(e281a6)@ return 1.5 @BYTES(e281a9)@ begin */
