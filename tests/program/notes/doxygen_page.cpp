#include "notes/doxygen_page.hpp"

#include "common/system/user_error.hpp"
#include "notes/headings.hpp"
#include "notes/tree.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <regex>
#include <set>

namespace workbook {

namespace {

/// The one element of an XPath that every page has.
pugi::xml_node needed(const pugi::xml_node& page, const std::string& xpath, const char* what)
{
    const pugi::xml_node found = page.select_node(xpath.c_str()).node();
    if (!found) {
        throw UserError(fmt::format("Doxygen has written no {}", what),
                        "has a new version of it changed its pages? What the notes expect is in "
                        "tests/program/notes/doxygen_page.cpp");
    }
    return found;
}

bool is_blank(const pugi::xml_node& node)
{
    return node.type() == pugi::node_pcdata && boost::trim_copy(std::string(node.value())).empty();
}

/// Takes a label out of the page. A paragraph that held nothing else goes with it, and so does
/// the white space behind that. Returns what follows then.
pugi::xml_node remove_label(pugi::xml_node anchor)
{
    const pugi::xml_node paragraph = anchor.parent();
    if (std::string(paragraph.name()) != "p" || anchor.previous_sibling() ||
        anchor.next_sibling()) {
        const pugi::xml_node next = anchor.next_sibling();
        remove_node(anchor);
        return next;
    }
    pugi::xml_node next = paragraph.next_sibling();
    if (is_blank(next)) {
        const pugi::xml_node blank = next;
        next = next.next_sibling();
        remove_node(blank);
    }
    remove_node(paragraph);
    return next;
}

} // namespace

pugi::xml_node contents_of(const pugi::xml_node& page)
{
    return needed(page, "//div[" + of_class("contents") + "]", "<div class=\"contents\">");
}

pugi::xml_node title_of(const pugi::xml_node& page)
{
    return needed(page, "//h1[" + of_class("title") + "]", "title");
}

void make_title_a_heading(pugi::xml_node page)
{
    pugi::xml_node title = needed(page, "//div[" + of_class("title") + "]", "title");
    title.set_name("h1");
    if (pugi::xml_node last = title.last_child(); last.type() == pugi::node_pcdata) {
        last.set_value(boost::trim_right_copy(std::string(last.value())).c_str());
    }
}

void put_kind_before_name(pugi::xml_node page)
{
    static const std::regex title(R"((.*) (Namespace|Struct|Class)( Template)? Reference)");
    for (pugi::xml_node text : texts_in(title_of(page), [](const auto&) { return true; })) {
        text.set_value(std::regex_replace(text.value(), title, "$2 $1").c_str());
    }
}

void remove_folder_anchors(pugi::xml_node page)
{
    for (const pugi::xml_node& anchor :
         find_all(page, "//a[" + of_class("anchor") + "][starts-with(@id, 'md_')]")) {
        remove_label(anchor);
    }
}

void remove_path_and_summary(pugi::xml_node page)
{
    for (const pugi::xml_node& frame :
         find_all(page, "//div[@id = 'nav-path'] | //div[" + of_class("summary") + "]")) {
        remove_node(frame);
    }
}

void remove_heading_of_description(pugi::xml_node page)
{
    for (const pugi::xml_node& heading :
         find_all(page, "//h2[" + of_class("groupheader") +
                            "][starts-with(., 'Detailed Description')]")) {
        remove_node(heading);
    }
}

void remove_more_links(pugi::xml_node page)
{
    for (const pugi::xml_node& link : find_all(page, "//a[. = 'More...']")) {
        if (pugi::xml_node before = link.previous_sibling(); before.type() == pugi::node_pcdata) {
            const std::string text = before.value();
            before.set_value(
                boost::trim_right_copy_if(text, [](char c) { return c == ' '; }).c_str());
        }
        remove_node(link);
    }
}

void label_numbered(pugi::xml_node page)
{
    for (const pugi::xml_node& anchor :
         find_all(page, "//a[" + of_class("anchor") +
                            "][starts-with(@id, 'figure_') or starts-with(@id, 'table_') or "
                            "starts-with(@id, 'equation_')]")) {
        const std::string label = anchor.attribute("id").value();
        pugi::xml_node part = remove_label(anchor);
        const bool is_equation = has_class(part, "equation");
        if (std::string(part.name()) != "figure" && !is_equation) {
            throw UserError(fmt::format("the label {} does not stand before a figure", label));
        }
        part.prepend_attribute("id").set_value(label.c_str());
        if (is_equation) {
            const std::string number = part.attribute("title").value();
            part.remove_attribute("title");
            append_html(part, fmt::format("<span class=\"number\">({})</span>", number));
        }
    }
}

void fold_answers(pugi::xml_node page)
{
    std::set<std::string> titles;
    for (pugi::xml_node answer : find_all(page, "//div[" + of_class("answer") + "]")) {
        answer.set_name("details");
        const std::string title = answer.attribute("title").value();
        if (!titles.insert(title).second) {
            throw UserError(fmt::format("{} has come out in pieces", title));
        }
        answer.remove_attribute("title");
        answer.prepend_child("summary").text().set(title.c_str());
    }
}

void close_up_punctuation(pugi::xml_node page)
{
    for (pugi::xml_node text : texts_in(contents_of(page), [](const auto&) { return false; })) {
        std::string closed = text.value();
        if (boost::starts_with(closed, " ,") &&
            std::string(text.previous_sibling().name()) == "a") {
            closed.erase(0, 1);
        }
        boost::replace_all(closed, "( \\(", "(\\(");
        text.set_value(closed.c_str());
    }
}

void mark_tables_of_layout(pugi::xml_node page)
{
    for (pugi::xml_node table :
         find_all(page, "//table[" + of_class("memberdecls") + " or " + of_class("memname") +
                            " or " + of_class("mlabels") + "]")) {
        table.append_attribute("role").set_value("presentation");
    }
}

void link_headings(pugi::xml_node page, bool of_the_book)
{
    for (const Heading& heading : headings_of(contents_of(page))) {
        pugi::xml_node element = heading.element;
        const bool of_a_function = has_class(element, "memtitle");
        if (heading.label.empty() || (!of_a_function && !of_the_book)) {
            continue;
        }
        while (element.remove_child(element.first_child())) {
        }
        append_html(element, fmt::format("{} <a class=\"permalink\" href=\"#{}\">#</a>",
                                         heading.title, heading.label));
        element.last_child()
            .append_attribute("aria-label")
            .set_value(("Link to " + heading.words).c_str());
        if (!of_a_function) { // the label of a function stands before its heading already
            element.append_attribute("id").set_value(heading.label.c_str());
        }
        if (of_the_book) {
            element.set_name(fmt::format("h{}", heading.level + 1).c_str());
        }
    }
}

void put_in_contents(pugi::xml_node page, const std::string& contents)
{
    append_html(needed(page, "//nav[@id = 'book']", "<nav id=\"book\">"), contents);
}

} // namespace workbook
