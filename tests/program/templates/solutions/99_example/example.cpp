/// @file
/// Chapter 99, example. Every function is one step of the chapter; its formula, shapes and source
/// stand in example.hpp. Vectors: `Vector v{1.0, 2.0}`, `v(0)`, `v + u`, `2.0 * v`; products:
/// `dot`, `matvec` of common/math/linalg.hpp; `xt::sum(v)()` is a number.
/// How zeros, rows, sums and products are written: docs/pages/xtensor.md.

#include "example.hpp"

namespace example {

// m = (1/n) Σ xᵢ²
double mean_square(const Vector& x)
{
    //! [99.1 mean square]
    return dot(x, x) / static_cast<double>(x.size());
    //! [99.1 mean square]
}

} // namespace example
