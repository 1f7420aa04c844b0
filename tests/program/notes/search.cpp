#include "notes/search.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace workbook {

std::string search_index(const std::vector<FinishedPage>& pages)
{
    nlohmann::json sections = nlohmann::json::array();
    const auto add_page = [&](const FinishedPage& page) {
        const std::string title = plain_text(page.title);
        const std::string body = body_of(page.html);
        const auto add = [&](const std::string& section, const std::string& label, std::size_t from,
                             std::size_t to) {
            std::string words = plain_text(body.substr(from, to - from));
            if (!words.empty() || !section.empty()) {
                sections.push_back({title, section,
                                    page.label + ".html" + (label.empty() ? "" : "#" + label),
                                    std::move(words)});
            }
        };
        std::size_t from = 0;
        std::string section;
        std::string label;
        for (const Heading& heading : headings_of(body)) {
            if (heading.label.empty()) {
                continue;
            }
            add(section, label, from, heading.begin);
            section = plain_text(heading.title);
            label = heading.label;
            from = heading.end;
        }
        add(section, label, from, body.size());
    };
    // Of sections that fit equally well the first is shown first. The cover only announces.
    std::for_each(pages.begin() + 1, pages.end(), add_page);
    add_page(pages.front());
    return "window.bookSections = " +
           sections.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + ";\n";
}

} // namespace workbook
