/// @file
/// Command lines are put together from words.
#pragma once

#include <string>
#include <vector>

namespace workbook {

inline void append(std::vector<std::string>& words, const std::vector<std::string>& more)
{
    words.insert(words.end(), more.begin(), more.end());
}

} // namespace workbook
