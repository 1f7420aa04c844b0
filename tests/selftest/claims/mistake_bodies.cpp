#include "mistake_bodies.hpp"

#include "common/system/user_error.hpp"

#include <regex>

namespace workbook {
namespace {

/// One past the bracket that closes the one at `open`; strings and comments do not count.
std::size_t past_closing(const std::string& text, std::size_t open)
{
    const char opening = text[open];
    const char closing = opening == '(' ? ')' : '}';
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        if (text[i] == '"' || text[i] == '\'') {
            const char quote = text[i];
            for (++i; i < text.size() && text[i] != quote; ++i) {
                i += text[i] == '\\' ? 1 : 0;
            }
        } else if (text.compare(i, 2, "//") == 0) {
            i = text.find('\n', i);
        } else if (text[i] == opening) {
            ++depth;
        } else if (text[i] == closing && --depth == 0) {
            return i + 1;
        }
    }
    throw UserError("a bracket in mistakes.cpp is not closed: " + text.substr(open, 60));
}

} // namespace

std::vector<MistakeBody> mistake_bodies(const std::string& source)
{
    static const std::regex start(R"((?:^|\n)MISTAKE\(\s*(\w+)\s*,\s*(\w+)\s*,)");
    std::vector<MistakeBody> bodies;
    for (std::sregex_iterator at(source.begin(), source.end(), start), end; at != end; ++at) {
        const auto macro = source.find('(', static_cast<std::size_t>(at->position()));
        const auto parameters = source.find('(', past_closing(source, macro));
        const auto body = source.find('{', past_closing(source, parameters));
        const auto past = past_closing(source, body);
        bodies.push_back({(*at)[1], (*at)[2], source.substr(body + 1, past - body - 2)});
    }
    return bodies;
}

} // namespace workbook
