/// @file
/// Text in which every match of a pattern is replaced by what a function makes of it: what
/// std::regex_replace cannot do.
#pragma once

#include <regex>
#include <string>

namespace workbook {

/// `make(match)` gives the text that takes the place of a match, a std::smatch.
template <class Make>
std::string replace_matches(const std::string& text, const std::regex& pattern, const Make& make)
{
    std::string result;
    auto rest = text.cbegin();
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) {
        result.append(rest, (*at)[0].first);
        result += make(*at);
        rest = (*at)[0].second;
    }
    return result.append(rest, text.cend());
}

} // namespace workbook
