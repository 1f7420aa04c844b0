/// @file
/// Text for terminals, pages and tables: its lines, its width, and how it is written where some
/// characters have a meaning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace workbook {

/// The lines without their ends; what follows the last line end is a line too, if an empty one.
std::vector<std::string> lines_of(const std::string& text);

/// The line of this number, counted from 1; "" if there is none.
std::string line_at(const std::string& text, std::size_t number);

/// The first `bytes` bytes of a text, or a few fewer where they would end inside a UTF-8 letter.
inline std::string first_bytes(const std::string& text, std::size_t bytes)
{
    if (text.size() <= bytes) {
        return text;
    }
    constexpr std::size_t longest_letter = 4;
    const auto begins_letter = [&](std::size_t i) {
        return (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    };
    for (std::size_t back = 0; back < longest_letter && back <= bytes; ++back) {
        if (begins_letter(bytes - back)) {
            return text.substr(0, bytes - back);
        }
    }
    return text.substr(0, bytes); // no UTF-8
}

/// How many columns a character takes on a terminal: Hangul, kana, CJK signs and emoji take two,
/// accents that stand over the letter before them none.
std::size_t display_width(char32_t character);

/// How many columns a UTF-8 text takes; what is no UTF-8 takes one.
std::size_t display_width(const std::string& text);

/// As much of the text as fits into `columns`, without control characters.
std::string harmless(const std::string& text, std::size_t columns);

/// The text for HTML, XML and Graphviz's labels: & < > as entities, and those quotes (" and ')
/// that `quotes` holds.
std::string escaped_markup(const std::string& text, std::string_view quotes = "\"");

/// A field of a CSV file (RFC 4180): in quotes if it holds a comma, a quote or a line break.
std::string csv_field(const std::string& text);

} // namespace workbook
