/// @file
/// Variables of the environment.
#pragma once

#include <cstdlib>
#include <string_view>

namespace workbook {

/// The value of a variable of the environment; "" for one that is not set.
inline std::string_view environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

} // namespace workbook
