/// @file
/// Memory that holds no 0 by chance: what a student forgot to set, or has given back, shows.
#pragma once

namespace judging {

/// From now on as much memory is filled as at the first call. The host says so before it answers.
void fill_memory_again();

} // namespace judging
