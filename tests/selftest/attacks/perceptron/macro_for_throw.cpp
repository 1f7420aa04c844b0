// verdict: all=crashed|todo|wrong|timeout
// What is not written answers instead.
#include "perceptron.hpp"
#define throw return {}; (void)
