#include "common/system/colour.hpp"

#include <cstdlib>
#include <string_view>

#include <unistd.h>

namespace workbook {
namespace {

/// The value of a variable of the environment; "" for one that is not set.
std::string_view variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

} // namespace

bool wants_color(int descriptor)
{
    return variable("NO_COLOR").empty() && variable("TERM") != "dumb" && ::isatty(descriptor) != 0;
}

} // namespace workbook
