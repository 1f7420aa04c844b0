// The sum in a loop.
#include "losses.hpp"

namespace losses {

double mean_square(const Vector& x)
{
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        sum += x(i) * x(i);
    return sum / x.size();
}

} // namespace losses
