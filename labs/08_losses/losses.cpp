/// @file
/// Chapter 8, losses. Every function is one step of the chapter; its formula, shapes and source
/// stand in losses.hpp. Vectors: `Vector v{1.0, 2.0}`, `v(0)`, `v + u`, `2.0 * v`; products:
/// `dot`, `matvec` of common/math/linalg.hpp; `xt::sum(v)()` is a number.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "losses.hpp"

namespace losses {

// m = (1/n) Σ xᵢ²
double mean_square(const Vector& x)
{
    throw todo("8.1");
}

} // namespace losses
