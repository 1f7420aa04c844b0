/// @file
/// What explanations ask of the place where they are made: the program, or a page of the site.
#pragma once

#include <string>

namespace workbook {

/// A file's name, as the compiler says it, as a person would type it.
std::string shown_name(const std::string& file);

/// Unicode's category of a character, such as "Lu" for a capital letter.
std::string category_of(char32_t point);

/// What Unicode says that a letter stands for (NFKC): x for ｘ and for 𝑥, 2 for ₂.
std::string plain_form(const std::string& letter);

} // namespace workbook
