#include "notes/search.hpp"

#include "common/system/json.hpp"
#include "notes/doxygen_page.hpp"
#include "notes/headings.hpp"
#include "notes/plain_text.hpp"

#include <algorithm>
#include <map>

namespace workbook {

namespace {

/// A page, its sections and what they say: page, section, link, words.
void add_sections(const FinishedPage& page, nlohmann::json& sections)
{
    const auto contents = contents_of(page.html);
    std::map<pugi::xml_node, Heading> labelled;
    for (const Heading& heading : headings_of(contents)) {
        if (!heading.label.empty()) {
            labelled[heading.element] = heading;
        }
    }
    const std::string title = plain_text(title_of(page.html));
    for (const Passage& passage :
         passages_of(contents, [&](const auto& element) { return labelled.count(element) != 0; })) {
        const std::string file = page.label + ".html";
        if (passage.heading) {
            const Heading& heading = labelled.at(passage.heading);
            sections.push_back({title, heading.words, file + "#" + heading.label, passage.words});
        } else if (!passage.words.empty()) {
            sections.push_back({title, "", file, passage.words});
        }
    }
}

} // namespace

std::string search_index(const std::vector<FinishedPage>& pages)
{
    nlohmann::json sections = nlohmann::json::array();
    // Of sections that fit equally well the first is shown first. The cover only announces.
    std::for_each(pages.begin() + 1, pages.end(),
                  [&](const FinishedPage& page) { add_sections(page, sections); });
    add_sections(pages.front(), sections);
    return "window.bookSections = " + to_text(sections) + ";\n";
}

} // namespace workbook
