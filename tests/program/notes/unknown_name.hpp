/// @file
/// What is said of a name that nothing has: with it come the names that there are.
#pragma once

#include "common/system/user_error.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace workbook {

/// "no figure is called lin; there are line, plane".
inline UserError unknown_name(const std::string& kind, const std::string& name,
                              const std::vector<std::string>& known)
{
    return UserError(
        fmt::format("no {} is called {}; {}", kind, name,
                    known.empty() ? "there is none" : "there are " + boost::join(known, ", ")));
}

} // namespace workbook
