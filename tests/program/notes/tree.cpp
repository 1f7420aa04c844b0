#include "notes/tree.hpp"

#include <fmt/format.h>
#include <gumbo.h>

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/replace.hpp>

#include <memory>
#include <set>
#include <string_view>

namespace workbook {

namespace {

/// Elements that have no end tag.
bool is_void(const std::string& name)
{
    static const std::set<std::string> names{"area",   "base",  "br",    "col",  "embed",
                                             "hr",     "img",   "input", "link", "meta",
                                             "source", "track", "wbr"};
    return names.count(name) != 0;
}

/// Elements in whose text < and & mean nothing.
bool is_raw(const std::string& name)
{
    return name == "script" || name == "style";
}

/// Elements that lose a line break at their begin when they are read.
bool loses_a_line_break(const std::string& name)
{
    return name == "pre" || name == "textarea" || name == "listing";
}

std::string name_of(const GumboElement& element)
{
    GumboStringPiece original = element.original_tag;
    if (original.data != nullptr) {
        gumbo_tag_from_original_text(&original);
    }
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG) {
        if (const char* mixed_case = gumbo_normalize_svg_tagname(&original)) {
            return mixed_case;
        }
    }
    return element.tag != GUMBO_TAG_UNKNOWN
               ? gumbo_normalized_tagname(element.tag)
               : boost::to_lower_copy(std::string(original.data, original.length));
}

/// The parser takes the prefix from names like xlink:href.
std::string name_of(const GumboAttribute& attribute)
{
    const std::string name = attribute.name;
    switch (attribute.attr_namespace) {
    case GUMBO_ATTR_NAMESPACE_XLINK: return "xlink:" + name;
    case GUMBO_ATTR_NAMESPACE_XML: return "xml:" + name;
    case GUMBO_ATTR_NAMESPACE_XMLNS: return name == "xmlns" ? name : "xmlns:" + name;
    default: return name;
    }
}

template <class Use>
void for_each_child(const GumboVector& children, const Use& use)
{
    for (unsigned i = 0; i < children.length; ++i) {
        use(*static_cast<const GumboNode*>(children.data[i]));
    }
}

void copy(const GumboNode& node, pugi::xml_node parent)
{
    const auto copy_into = [](pugi::xml_node to) {
        return [to](const GumboNode& child) { copy(child, to); };
    };
    switch (node.type) {
    case GUMBO_NODE_DOCUMENT:
        if (node.v.document.has_doctype) {
            parent.append_child(pugi::node_doctype).set_value(node.v.document.name);
        }
        for_each_child(node.v.document.children, copy_into(parent));
        break;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: {
        pugi::xml_node element = parent.append_child(name_of(node.v.element).c_str());
        const GumboVector& attributes = node.v.element.attributes;
        for (unsigned i = 0; i < attributes.length; ++i) {
            const auto& attribute = *static_cast<const GumboAttribute*>(attributes.data[i]);
            element.append_attribute(name_of(attribute).c_str()).set_value(attribute.value);
        }
        for_each_child(node.v.element.children, copy_into(element));
        break;
    }
    case GUMBO_NODE_COMMENT:
        parent.append_child(pugi::node_comment).set_value(node.v.text.text);
        break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
        parent.append_child(pugi::node_pcdata).set_value(node.v.text.text);
        break;
    default: // what newer versions of the library tell apart; Doxygen writes none of it
        break;
    }
}

using Parsed = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

Parsed parsed(const std::string& html, const GumboOptions& options)
{
    return {gumbo_parse_with_options(&options, html.data(), html.size()),
            [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); }};
}

/// The nodes that stand in a <div>, at the top of a document of their own.
pugi::xml_document parse_inside(const std::string& html)
{
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_DIV;
    const Parsed output = parsed(html, options);
    pugi::xml_document document;
    for_each_child(output->root->v.element.children,
                   [&](const GumboNode& child) { copy(child, document); });
    return document;
}

void write(const pugi::xml_node& node, bool foreign, std::string& html)
{
    const std::string name = node.name();
    switch (node.type()) {
    case pugi::node_doctype: html += fmt::format("<!DOCTYPE {}>\n", node.value()); return;
    case pugi::node_comment: html += fmt::format("<!--{}-->", node.value()); return;
    case pugi::node_pcdata:
        html +=
            !foreign && is_raw(node.parent().name()) ? node.value() : escaped_text(node.value());
        return;
    default: break;
    }
    const bool is_element = node.type() == pugi::node_element;
    foreign = foreign || name == "svg" || name == "math";
    if (is_element) {
        html += '<' + name;
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            html += fmt::format(
                " {}=\"{}\"", attribute.name(),
                boost::replace_all_copy(escaped_text(attribute.value()), "\"", "&quot;"));
        }
        html += '>';
        if (!foreign && is_void(name)) {
            return;
        }
        if (loses_a_line_break(name) && *node.first_child().value() == '\n') {
            html += '\n';
        }
    }
    for (const pugi::xml_node& child : node) {
        write(child, foreign, html);
    }
    if (is_element) {
        html += "</" + name + '>';
    }
}

} // namespace

pugi::xml_document parse_html(const std::string& html)
{
    const Parsed output = parsed(html, kGumboDefaultOptions);
    pugi::xml_document document;
    copy(*output->document, document);
    return document;
}

std::string write_html(const pugi::xml_node& node)
{
    std::string html;
    write(node, false, html);
    return html;
}

std::string write_inside(const pugi::xml_node& node)
{
    std::string html;
    for (const pugi::xml_node& child : node) {
        write(child, false, html);
    }
    return html;
}

void insert_html(pugi::xml_node place, const std::string& html)
{
    const pugi::xml_document made = parse_inside(html);
    for (const pugi::xml_node& node : made) {
        place.parent().insert_copy_before(node, place);
    }
}

void append_html(pugi::xml_node parent, const std::string& html)
{
    const pugi::xml_document made = parse_inside(html);
    for (const pugi::xml_node& node : made) {
        parent.append_copy(node);
    }
}

bool has_class(const pugi::xml_node& element, const std::string& name)
{
    const std::string classes = fmt::format(" {} ", element.attribute("class").value());
    return classes.find(' ' + name + ' ') != std::string::npos;
}

std::vector<pugi::xml_node> find_all(const pugi::xml_node& node, const std::string& xpath)
{
    pugi::xpath_node_set found = node.select_nodes(xpath.c_str());
    found.sort();
    std::vector<pugi::xml_node> nodes;
    for (const pugi::xpath_node& one : found) {
        nodes.push_back(one.node());
    }
    return nodes;
}

std::string of_class(const std::string& name)
{
    return fmt::format("contains(concat(' ', normalize-space(@class), ' '), ' {} ')", name);
}

void remove_node(pugi::xml_node node)
{
    node.parent().remove_child(node);
}

std::vector<pugi::xml_node>
texts_in(const pugi::xml_node& node,
         const std::function<bool(const pugi::xml_node& element)>& passed_over)
{
    std::vector<pugi::xml_node> texts;
    for (const pugi::xml_node& child : node) {
        if (child.type() == pugi::node_pcdata) {
            texts.push_back(child);
        } else if (child.type() == pugi::node_element && !passed_over(child)) {
            const auto below = texts_in(child, passed_over);
            texts.insert(texts.end(), below.begin(), below.end());
        }
    }
    return texts;
}

void replace_in_text(
    pugi::xml_node text, const std::regex& pattern,
    const std::function<std::optional<std::string>(const std::smatch& match)>& make)
{
    const std::string whole = text.value();
    const auto insert_text = [&](auto from, auto to) {
        if (from != to) {
            text.parent()
                .insert_child_before(pugi::node_pcdata, text)
                .set_value(std::string(from, to).c_str());
        }
    };
    auto rest = whole.begin();
    for (std::sregex_iterator at(whole.begin(), whole.end(), pattern), end; at != end; ++at) {
        if (const std::optional<std::string> html = make(*at)) {
            insert_text(rest, (*at)[0].first);
            insert_html(text, *html);
            rest = (*at)[0].second;
        }
    }
    if (rest != whole.begin()) {
        insert_text(rest, whole.end());
        remove_node(text);
    }
}

std::string escaped_text(const std::string& text)
{
    std::string html;
    for (std::size_t i = 0; i < text.size(); ++i) {
        switch (text[i]) {
        case '&': html += "&amp;"; break;
        case '<': html += "&lt;"; break;
        case '>': html += "&gt;"; break;
        default: html += text[i];
        }
    }
    // One sees a space that does not break.
    return boost::replace_all_copy(html, "\u00a0", "&#160;");
}

} // namespace workbook
