/// @file
/// The bodies of the MISTAKE functions as text, to be put into a copy of the solution.
#pragma once

#include <string>
#include <vector>

namespace workbook {

struct MistakeBody {
    std::string function; ///< "output_delta"
    std::string id;       ///< "sign"
    std::string body;     ///< what stands between its braces

    std::string full_id() const { return function + "." + id; }
};

/// All of a mistakes.cpp, in order. Throws UserError where it cannot be read.
std::vector<MistakeBody> mistake_bodies(const std::string& source);

} // namespace workbook
