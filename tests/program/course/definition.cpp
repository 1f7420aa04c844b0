#include "course/definition.hpp"

#include "common/system/pattern.hpp"
#include "common/system/text.hpp"

#include <algorithm>
#include <cctype>

namespace workbook {

std::size_t line_of_definition(const std::string& text, const std::string& function)
{
    // Names also come from a linker's output, so they may be anything.
    constexpr std::size_t longest_name = 200;
    if (function.empty() || function.size() > longest_name ||
        !std::all_of(function.begin(), function.end(),
                     [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; })) {
        return 0;
    }
    const Pattern definition("^[^ \t/#].*\\b" + function + "\\s*\\(");
    std::size_t number = 0;
    for (const std::string& line : lines_of(text)) {
        ++number;
        constexpr std::size_t longest = 1000; // a pattern recurses over every character
        if (definition.first_in(first_bytes(line, longest))) {
            return number;
        }
    }
    return 0;
}

} // namespace workbook
