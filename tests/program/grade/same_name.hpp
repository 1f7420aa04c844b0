/// @file
/// Whether two names are the same to a person: however Hangul and accents are stored, whatever the
/// case and the blanks around them.
#pragma once

#include <string>

namespace workbook {

/// The text with composed letters (Unicode's form C): macOS stores 한 as ᄒ + ᅡ + ᆫ in the names of
/// files. A text that is not UTF-8 stays as it is.
std::string composed(const std::string& text);

/// What two names have in common if they are the same: composed, without regard to case, trimmed,
/// with single blanks.
std::string comparable(const std::string& name);

/// The same without anything but letters and digits, as Canvas writes names into those of files:
/// "Park, Minji" is "parkminji".
std::string squeezed(const std::string& name);

} // namespace workbook
