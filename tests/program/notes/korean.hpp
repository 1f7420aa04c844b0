/// @file
/// Korean words in English text.
#pragma once

#include <pugixml.hpp>

#include <string>

namespace workbook {

/// Whether a Korean syllable begins at this byte: three bytes in UTF-8, the first from 0xEA to
/// 0xED.
bool is_korean(const std::string& text, std::size_t at);

/// Says of the Korean words below `node` that they are Korean, for readers that speak and for the
/// choice of letters.
void mark_korean(const pugi::xml_node& node);

} // namespace workbook
