/// @file
/// Where an exception or a crash comes from.
#pragma once

#include <string>

namespace judging {

/// Where the last exception was thrown: a wire::Trace as bytes.
std::string bytes_of_trace();

/// From now on addresses are counted from the beginning of the library that holds this one.
void trace_inside(const void* address);

/// From now on the program says where it crashes before it does, on this descriptor.
void tell_of_crashes(int descriptor);

} // namespace judging
