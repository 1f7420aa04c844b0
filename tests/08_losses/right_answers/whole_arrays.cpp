// Whole arrays at a time.
#include "losses.hpp"

namespace losses {

double mean_square(const Vector& x)
{
    return xt::mean(x * x)();
}

} // namespace losses
