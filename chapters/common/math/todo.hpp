/// @file
/// What a step does that is not written yet.
#pragma once

#include <stdexcept>
#include <string>

namespace workbook {

/// Thrown by a step that is still to be written.
struct Todo : std::logic_error {
    explicit Todo(const std::string& step_number);
    std::string step; ///< its number, e.g. "1.2"
};

/// `throw todo("1.2");` marks step 1.2 as not yet written.
Todo todo(const std::string& step_number);

} // namespace workbook
