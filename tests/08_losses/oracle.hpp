/// @file
/// What the judge of chapter 8 computes itself, in another way than the text does: no function of
/// the chapter is called here.
#pragma once

#include "losses.hpp"

namespace losses::oracle {

/// The sum in long double, from the last number on.
inline double mean_square(const Vector& x)
{
    long double sum = 0;
    for (std::size_t i = x.size(); i-- > 0;)
        sum += static_cast<long double>(x(i)) * x(i);
    return static_cast<double>(sum / x.size());
}

} // namespace losses::oracle
