/// @file
/// Characters that C++ does not have, as they come with a formula copied from a page, a slide or a
/// chat: signs of mathematics, curly quotes, dashes, blanks that are none, what nobody sees.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace workbook {

struct ForeignCharacter {
    char32_t point;
    std::string letter;
    std::size_t line;         ///< from 1
    std::size_t column;       ///< in characters, from 1
    std::size_t width_before; ///< what the line takes on a terminal before it
};

/// Those in the code of a file, in their order. What stands in comments and in quotes may be any
/// character, and names may have the letters of every language.
std::vector<ForeignCharacter> foreign_characters_in(const std::string& text);

/// "“−” (U+2212, minus sign) is not the - of the keyboard". `place`, such as " in column 9", stands
/// behind the character.
std::string described(const ForeignCharacter& foreign, const std::string& place = "");

/// The first in a line, and what there is to say of all others in the file.
struct ForeignInLine {
    const ForeignCharacter* first; ///< nullptr if the line has none
    std::string others;            ///< "" or "2 more such characters are in lines 14, 17"
};
ForeignInLine foreign_in_line(const std::vector<ForeignCharacter>& all, std::size_t line);

} // namespace workbook
