#include "notes/plain_text.hpp"

#include "notes/plain_formula.hpp"
#include "notes/tree.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>

#include <set>

namespace workbook {

namespace {

/// Elements that go on in the line that they stand in.
bool is_inline(const std::string& name)
{
    static const std::set<std::string> names{"a",   "b",   "em",   "strong", "code",
                                             "sub", "sup", "span", "tt"};
    return names.count(name) != 0;
}

bool is_left_out(const pugi::xml_node& element)
{
    const std::string name = element.name();
    return name == "script" || (name == "p" && has_class(element, "files")) ||
           (name == "nav" && has_class(element, "pages")) ||
           (name == "span" && has_class(element, "lineno"));
}

/// One space between two words, none around them.
std::string packed(std::string text)
{
    for (const char* space : {"\u00a0", "\u2003", "\u2005", "\u2009", "\u200a"}) {
        boost::replace_all(text, space, " ");
    }
    std::string result;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space || (!result.empty() && result.back() != ' ')) {
            result += space ? ' ' : c;
        }
    }
    return boost::trim_copy(result);
}

void read(const pugi::xml_node& node,
          const std::function<bool(const pugi::xml_node& element)>& is_heading,
          std::vector<Passage>& passages)
{
    if (node.type() == pugi::node_pcdata) {
        passages.back().words += node.value();
        return;
    }
    if (has_class(node, "katex")) { // it is there twice, to be seen and as MathML
        passages.back().words += plain_formula(node.select_node(".//math").node());
        return;
    }
    if (node.type() == pugi::node_comment || is_left_out(node)) {
        passages.back().words += ' ';
        return;
    }
    if (node.type() == pugi::node_element && is_heading(node)) {
        passages.push_back({node, ""});
        return;
    }
    const char* gap = node.type() != pugi::node_element || is_inline(node.name()) ? "" : " ";
    passages.back().words += gap;
    for (const pugi::xml_node& child : node) {
        read(child, is_heading, passages);
    }
    passages.back().words += gap;
}

} // namespace

std::string plain_text(const pugi::xml_node& node)
{
    return passages_of(node, [](const pugi::xml_node&) { return false; }).front().words;
}

std::vector<Passage>
passages_of(const pugi::xml_node& node,
            const std::function<bool(const pugi::xml_node& element)>& is_heading)
{
    std::vector<Passage> passages{{}};
    read(node, is_heading, passages);
    for (Passage& passage : passages) {
        passage.words = packed(passage.words);
    }
    return passages;
}

} // namespace workbook
