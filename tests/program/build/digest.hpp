/// @file
/// Names for contents.
#pragma once

#include <string>

namespace workbook {

/// Another name for other bytes: a UUID of version 5 (RFC 4122), that is 122 bits of their SHA-1.
/// Chance does not give two contents one name. Who makes two such files on purpose has written both
/// and gains nothing: the one is judged as the other, which could have been handed in as well.
std::string digest(const std::string& bytes);

} // namespace workbook
