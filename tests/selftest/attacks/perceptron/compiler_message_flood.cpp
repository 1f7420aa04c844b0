// verdict: all=not_built
// seconds: 400
// Twenty megabytes of messages.
#include "perceptron.hpp"

#define S "@REPEAT(1000,0123456789)@"
#define M(n) _Pragma("GCC warning \"@REPEAT(500,0123456789)@\"")
#define M10 M(0) M(1) M(2) M(3) M(4) M(5) M(6) M(7) M(8) M(9)
#define M100 M10 M10 M10 M10 M10 M10 M10 M10 M10 M10
#define M1000 M100 M100 M100 M100 M100 M100 M100 M100 M100 M100
M1000 M1000 M1000 M1000
int wrong = "";
