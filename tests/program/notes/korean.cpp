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

bool is_all_korean(const std::string& text)
{
    return !text.empty() && end_of_korean(text, 0) == text.size();
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

bool is_in_a_formula(const pugi::xml_node& text)
{
    const std::string formula = "ancestor::*[" + of_class("katex") + "]";
    return !text.select_node(formula.c_str()).node().empty();
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
        return has_class(element, "fragment");
    };
    for (const pugi::xml_node& text : texts_in(node, is_code)) {
        const std::string html = marked(text.value());
        if (html.empty()) {
            continue;
        }
        if (is_in_a_formula(text)) {
            // Its elements stay as they are set, and say it themselves.
            if (is_all_korean(text.value())) {
                text.parent().append_attribute("lang").set_value("ko");
            }
            continue;
        }
        insert_html(text, html);
        remove_node(text);
    }
}

} // namespace workbook
