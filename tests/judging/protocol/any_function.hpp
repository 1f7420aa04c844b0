/// @file
/// A function of whatever signature, by its address alone.
#pragma once

namespace judging {

using AnyFunction = void (*)();

} // namespace judging
