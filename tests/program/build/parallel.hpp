/// @file
/// Does independent work on all cores, with a progress line.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace workbook {

/// Calls work(0) … work(count − 1), `jobs` at a time (0: as many as there are cores). If some
/// throw, the others are still done; then the first exception is rethrown.
void for_each_in_parallel(const std::string& what, std::size_t count,
                          const std::function<void(std::size_t)>& work, std::size_t jobs = 0);

} // namespace workbook
