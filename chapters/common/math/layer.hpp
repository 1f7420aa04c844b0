/// @file
/// One layer of units, as all chapters about networks use it.
#pragma once

#include "common/math/tensor.hpp"

namespace workbook {

/// One layer of units: Z = X W + b. In the 2-2-2 network of chapter 3 the hidden layer has
/// W = [[w11, w21], [w12, w22]] and the output layer W = [[w31, w41], [w32, w42]].
/// A layer's gradient, ∂E/∂W and ∂E/∂b, has the same shape, and is held by the same struct.
struct Layer {
    Matrix W; ///< shape (inputs, units): column j holds the weights of unit j
    Vector b; ///< shape (units)
};

} // namespace workbook
