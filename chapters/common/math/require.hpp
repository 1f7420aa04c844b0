/// @file
/// How a chapter's function rejects arguments that it cannot compute with.
#pragma once

#include <stdexcept>

namespace workbook {

/// Throws std::invalid_argument with `message` unless `fits`:
/// `require(t >= 1, "Adam counts its steps from 1");`
inline void require(bool fits, const char* message)
{
    if (!fits) {
        throw std::invalid_argument(message);
    }
}

} // namespace workbook
