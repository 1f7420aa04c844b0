#include "notes/previews.hpp"

#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "notes/doxygen_page.hpp"
#include "notes/tree.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace workbook {

namespace {

bool is_heading(const pugi::xml_node& element)
{
    const std::string name = element.name();
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '4';
}

/// The first paragraph of words behind a heading, or nothing if the section begins otherwise.
pugi::xml_node first_paragraph(pugi::xml_node element)
{
    for (; element && !is_heading(element); element = element.next_sibling()) {
        if (std::string(element.name()) == "p" && !has_class(element, "formulaDsp") &&
            !element.text().empty()) {
            return element;
        }
    }
    return {};
}

/// A copy that can stand anywhere: without labels, links and what can be pressed.
std::string detached(const pugi::xml_node& element)
{
    pugi::xml_document copy;
    copy.append_copy(element);
    for (const pugi::xml_node& left_out :
         find_all(copy, "//*[" + of_class("permalink") + " or " + of_class("files") + " or " +
                            of_class("moving") + " or self::button or self::summary]")) {
        remove_node(left_out);
    }
    for (pugi::xml_node each : find_all(copy, "//*")) {
        for (const char* name : {"id", "name", "href", "tabindex", "title", "loading"}) {
            each.remove_attribute(name);
        }
        if (std::string(each.name()) == "a") {
            each.set_name("span");
        }
        if (is_heading(each)) {
            each.set_name("p");
            each.remove_attribute("class");
            each.append_attribute("class").set_value("title");
        }
    }
    return write_html(copy);
}

/// The line of a table as a paragraph: what it is about, then what it says.
std::string preview_of_row(const pugi::xml_node& row)
{
    const auto cells = find_all(row, "./td");
    std::string html;
    for (std::size_t i = 0; i < cells.size() && i < 3; ++i) {
        html += i == 0 ? "<p><b>" : i == 1 ? " " : ": ";
        html += write_inside(cells[i]);
        html += i == 0 ? "</b>" : "";
    }
    pugi::xml_document line = parse_html(html + "</p>");
    return detached(line.select_node("//p").node());
}

std::string preview_of(const pugi::xml_node& element)
{
    if (is_heading(element)) {
        if (has_class(element, "memtitle")) {
            return "";
        }
        const pugi::xml_node words = first_paragraph(element.next_sibling());
        return detached(element) + (words ? detached(words) : "");
    }
    const std::string name = element.name();
    if (name == "figure" || has_class(element, "equation")) {
        return detached(element);
    }
    if (name == "tr") {
        return preview_of_row(element);
    }
    // The label of a work stands at the beginning of its entry, that of an exercise as well.
    const pugi::xml_node around = element.parent();
    return name == "a" && std::string(around.name()) == "p" && !around.text().empty()
               ? detached(around)
               : "";
}

/// The places that the texts lead to, by page: label "" is the page itself.
std::map<std::string, std::set<std::string>> places_of(const std::vector<FinishedPage>& pages)
{
    std::map<std::string, std::set<std::string>> places;
    for (const FinishedPage& page : pages) {
        for (const pugi::xml_node& link : find_all(contents_of(page.html), ".//a[@href]")) {
            const std::string href = link.attribute("href").value();
            const auto hash = href.find('#');
            const std::string file = href.substr(0, hash);
            if (hash != std::string::npos && !has_class(link, "permalink")) {
                places[file.empty() ? page.label + ".html" : file].insert(href.substr(hash + 1));
            }
        }
    }
    return places;
}

} // namespace

std::map<std::string, std::string> previews_of(const std::vector<FinishedPage>& pages)
{
    std::map<std::string, std::string> previews;
    const auto places = places_of(pages);
    for (const FinishedPage& page : pages) {
        const std::string file = page.label + ".html";
        const auto wanted = places.find(file);
        if (wanted == places.end()) {
            continue;
        }
        for (const pugi::xml_node& element : find_all(contents_of(page.html), ".//*[@id]")) {
            const std::string label = element.attribute("id").value();
            if (wanted->second.count(label) == 0) {
                continue;
            }
            if (const std::string html = preview_of(element); !html.empty()) {
                previews[file + "#" + label] = html;
            }
        }
    }
    return previews;
}

void add_previews(const std::filesystem::path& site, const std::vector<FinishedPage>& pages)
{
    write_file(site / "previews-of-links.js",
               "window.bookPreviews = " + to_text(nlohmann::json(previews_of(pages))) + ";\n");
}

} // namespace workbook
