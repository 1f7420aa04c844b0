/// @file
/// What colours stand for: one code for all figures of the book. The page \ref figures tells it to
/// the reader. A figure names the meaning, not the colour: `{.color = meaning::class_1}`.
#pragma once

#include "common/plot/style.hpp"

namespace workbook::meaning {

/// @name Classes, and whatever is true or false
///@{
inline constexpr Color class_1 = Color::blue;   ///< class 1, true, a target that is reached
inline constexpr Color class_0 = Color::orange; ///< class 0, false
///@}

/// @name Learning
///@{
inline constexpr Color error = Color::vermilion;   ///< mistakes, gradients, what is sent back
inline constexpr Color descent = Color::vermilion; ///< the way of the weights
inline constexpr Color function = Color::blue;     ///< the function that a figure is about
inline constexpr Color slope = Color::vermilion;   ///< its derivative, its tangents
inline constexpr Color training = Color::blue;     ///< what is measured on the training rows
inline constexpr Color validation = Color::orange; ///< what is measured on rows held back
inline constexpr Color bound = Color::grey;        ///< a bound, a reference; mostly dashed
///@}

/// @name Activation functions
///@{
inline constexpr Color step = Color::black;
inline constexpr Color sigmoid = Color::vermilion;
inline constexpr Color tanh = Color::green;
inline constexpr Color relu = Color::blue;
inline constexpr Color leaky_relu = Color::orange;
inline constexpr Color prelu = Color::purple;
inline constexpr Color elu = Color::sky;
inline constexpr Color selu = Color::black;
///@}

/// @name Starting weights
///@{
inline constexpr Color zero_weights = Color::black;
inline constexpr Color deviation_1 = Color::vermilion;
inline constexpr Color deviation_hundredth = Color::purple;
inline constexpr Color xavier = Color::blue;
inline constexpr Color he = Color::green;
///@}

/// @name Optimizers
///@{
inline constexpr Color plain_descent = Color::black;
inline constexpr Color momentum = Color::vermilion;
inline constexpr Color nesterov = Color::purple;
inline constexpr Color adagrad = Color::blue;
inline constexpr Color rmsprop = Color::sky;
inline constexpr Color adadelta = Color::green;
inline constexpr Color adam = Color::orange;
///@}

} // namespace workbook::meaning
