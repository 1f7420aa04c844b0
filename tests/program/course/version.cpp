#include "course/version.hpp"

namespace workbook {

const char* const version = WORKBOOK_VERSION;

} // namespace workbook
