#include "notes/book.hpp"

#include "common/system/text.hpp"

#include <fmt/format.h>

namespace workbook {

namespace {

/// What stands above a part of the contents.
const char* heading_of(BookPart part)
{
    switch (part) {
    case BookPart::cover: return "";
    case BookPart::chapter: return "Chapters";
    case BookPart::appendix: return "Appendix";
    case BookPart::code: return "Code";
    }
    return "";
}

std::string name_of(const NotesPage& page)
{
    return page.part == BookPart::cover ? "Cover" : escaped_markup(page.title);
}

} // namespace

std::string turn_the_page(const std::vector<NotesPage>& pages, std::size_t i)
{
    const auto link = [&](std::size_t to, const char* relation, const char* says) {
        return fmt::format("<a class=\"{0}\" rel=\"{0}\" href=\"{1}.html\" "
                           "aria-keyshortcuts=\"{2}\">{3}<span>{4}</span></a>",
                           relation, pages[to].label, to < i ? "ArrowLeft" : "ArrowRight", says,
                           name_of(pages[to]));
    };
    return fmt::format("\n\\htmlonly[block]\n<nav class=\"pages\" "
                       "aria-label=\"Previous and next page\">{}{}</nav>\n\\endhtmlonly\n",
                       i == 0 ? "" : link(i - 1, "prev", "Previous"),
                       i + 1 == pages.size() ? "" : link(i + 1, "next", "Next"));
}

std::string book_contents(const std::vector<NotesPage>& pages, const std::string& current,
                          const std::vector<BookSection>& sections)
{
    std::string html;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i == 0 || pages[i].part != pages[i - 1].part) {
            html += i == 0 ? "" : "</ul>\n";
            if (const std::string heading = heading_of(pages[i].part); !heading.empty()) {
                html += fmt::format("<p>{}</p>\n", heading);
            }
            html += "<ul>\n";
        }
        const bool here = pages[i].label == current;
        html += fmt::format("<li><a href=\"{}.html\"{}>{}</a>", pages[i].label,
                            here ? " aria-current=\"page\"" : "", name_of(pages[i]));
        if (here && !sections.empty() && pages[i].part != BookPart::cover) {
            html += "\n<ul>\n";
            for (const BookSection& section : sections) {
                html +=
                    fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.label, section.title);
            }
            html += "</ul>\n";
        }
        html += "</li>\n";
    }
    return html + "</ul>\n";
}

} // namespace workbook
