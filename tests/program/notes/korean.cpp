#include "notes/korean.hpp"

#include "notes/tree.hpp"

#include <fmt/format.h>

namespace workbook {

namespace {

constexpr std::size_t syllable = 3; ///< bytes

/// The end of the Korean words that begin at `from`; single blanks between them belong to them.
std::size_t end_of_korean(const std::string& text, std::size_t from)
{
    std::size_t end = from;
    while (is_korean(text, end) ||
           (end > from && end < text.size() && text[end] == ' ' && is_korean(text, end + 1))) {
        end += text[end] == ' ' ? 1 : syllable;
    }
    return end;
}

/// The text as HTML, or nothing if it has no Korean word.
std::string marked(const std::string& text)
{
    std::string html;
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_korean(text, at)) {
            const std::size_t end = end_of_korean(text, at);
            html +=
                fmt::format("{}<span lang=\"ko\">{}</span>",
                            escaped_text(text.substr(done, at - done)), text.substr(at, end - at));
            done = end;
            at = end - 1;
        }
    }
    return done == 0 ? "" : html + escaped_text(text.substr(done));
}

} // namespace

bool is_korean(const std::string& text, std::size_t at)
{
    if (at + syllable > text.size()) {
        return false;
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 0xEA && byte <= 0xED;
}

void mark_korean(const pugi::xml_node& node)
{
    const auto is_code = [](const pugi::xml_node& element) {
        return has_class(element, "fragment") || has_class(element, "katex");
    };
    for (const pugi::xml_node& text : texts_in(node, is_code)) {
        if (const std::string html = marked(text.value()); !html.empty()) {
            insert_html(text, html);
            remove_node(text);
        }
    }
}

} // namespace workbook
