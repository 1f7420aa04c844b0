// verdict: all=timeout
// A global variable that computes for ever.
#include "perceptron.hpp"

static const int never = [] {
    for (volatile bool on = true; on;) {
    }
    return 0;
}();
