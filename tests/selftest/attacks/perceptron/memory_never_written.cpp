// verdict: all=crashed|not_built
// A variable of eight gigabytes that the file on disk does not show.
#include "perceptron.hpp"

char huge[std::size_t{8} << 30];
