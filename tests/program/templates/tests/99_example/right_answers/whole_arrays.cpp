// Whole arrays at a time.
#include "example.hpp"

namespace example {

double mean_square(const Vector& x)
{
    return xt::mean(x * x)();
}

} // namespace example
