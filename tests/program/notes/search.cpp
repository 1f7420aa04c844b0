#include "notes/search.hpp"

#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "notes/doxygen_page.hpp"
#include "notes/headings.hpp"
#include "notes/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace workbook {

namespace {

/// What the ranks of hits go by.
const char* name_of(BookPart part)
{
    switch (part) {
    case BookPart::cover: return "cover";
    case BookPart::chapter: return "chapter";
    case BookPart::appendix: return "appendix";
    case BookPart::code: break;
    }
    return "code";
}

/// A page, its sections and what they say: page, section, link, words, part.
void add_sections(const FinishedPage& page, BookPart part, nlohmann::json& sections)
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
            sections.push_back(
                {title, heading.words, file + "#" + heading.label, passage.words, name_of(part)});
        } else if (!passage.words.empty()) {
            sections.push_back({title, "", file, passage.words, name_of(part)});
        }
    }
}

} // namespace

std::string search_index(const std::vector<FinishedPage>& pages,
                         const std::vector<NotesPage>& order)
{
    const auto part_of = [&](const FinishedPage& page) {
        const NotesPage* own = page_of_the_book(page.label, order);
        return own == nullptr ? BookPart::code : own->part;
    };
    nlohmann::json sections = nlohmann::json::array();
    // Of sections that fit equally well the first is shown first. The cover only announces.
    std::for_each(pages.begin() + 1, pages.end(),
                  [&](const FinishedPage& page) { add_sections(page, part_of(page), sections); });
    add_sections(pages.front(), part_of(pages.front()), sections);
    return "window.bookSections = " + to_text(sections) + ";\n";
}

void add_search(const std::filesystem::path& site, const std::vector<FinishedPage>& pages,
                const std::vector<NotesPage>& order, const std::filesystem::path& script,
                const std::filesystem::path& library)
{
    const std::filesystem::path index = site / "search-index.js";
    const std::string sections = search_index(pages, order);
    write_file(index, sections);
    if (!std::filesystem::exists(library)) {
        return;
    }
    const Finished made = run({"node", script.string(), library.string(),
                               (site / "search_words.js").string(), index.string()});
    if (made.status != 0) {
        throw UserError(fmt::format("Node.js did not make the index of the search; it ended with "
                                    "status {}: {}",
                                    made.status, made.err));
    }
    write_file(index, sections + made.out);
    write_file(site / "lunr.min.js", read_file(library));
}

} // namespace workbook
