#include "common/system/colour.hpp"

#include "common/system/environment.hpp"

#include <unistd.h>

namespace workbook {

bool wants_color(int descriptor)
{
    return environment("NO_COLOR").empty() && environment("TERM") != "dumb" &&
           ::isatty(descriptor) != 0;
}

} // namespace workbook
