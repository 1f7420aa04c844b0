// verdict: all=right
// rest: solution
// Puts its own things into std, xt and the course's namespace.
#include "perceptron.hpp"

namespace std {
struct perceptron_of_mine {};
inline double abs(perceptron_of_mine) { return 0; }
}
namespace xt {
inline double sum_of_mine(double x) { return x; }
}
namespace workbook {
inline double helper_of_mine(double x) { return x; }
}
namespace judging {
inline double helper_of_mine(double x) { return x; }
}
