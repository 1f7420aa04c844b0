#include "notes/headings.hpp"

#include "notes/plain_text.hpp"
#include "notes/tree.hpp"

#include <boost/algorithm/string/trim.hpp>

namespace workbook {

namespace {

/// Where Doxygen puts a label: an empty link in the heading of a page, a link to the place itself
/// in that of a function. A finished page has it in the heading's own tag.
std::string label_of(const pugi::xml_node& heading)
{
    if (const auto own = heading.attribute("id")) {
        return own.value();
    }
    if (const auto anchor = heading.select_node(".//a[@id]/@id")) {
        return anchor.attribute().value();
    }
    const std::string link = "./span[" + of_class("permalink") + "]/a/@href";
    const std::string to = heading.select_node(link.c_str()).attribute().value();
    return to.empty() ? "" : to.substr(1);
}

} // namespace

std::vector<Heading> headings_of(const pugi::xml_node& node)
{
    std::vector<Heading> headings;
    for (const pugi::xml_node& element : find_all(node, ".//h1 | .//h2 | .//h3 | .//h4")) {
        pugi::xml_document copy;
        const pugi::xml_node title = copy.append_copy(element);
        for (const pugi::xml_node& link :
             find_all(title, ".//a[@id] | .//*[" + of_class("permalink") + "]")) {
            remove_node(link);
        }
        headings.push_back({element, element.name()[1] - '0', label_of(element),
                            boost::trim_copy(write_inside(title)), plain_text(title)});
    }
    return headings;
}

} // namespace workbook
