// verdict: all=right
// rest: solution
// Other optimisation, other alignment, other visibility: allowed.
#pragma GCC optimize("O3", "unroll-loops")
#pragma GCC visibility push(default)
#include "perceptron.hpp"
#pragma pack(push, 16)
