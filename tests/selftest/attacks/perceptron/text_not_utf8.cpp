// verdict: all=not_built
// Bytes that are no text, in a comment.
#include "perceptron.hpp"
// @BYTES(fffe80)@
