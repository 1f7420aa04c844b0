#include "notes/pages.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "notes/book.hpp"
#include "notes/doxygen_page.hpp"
#include "notes/explorables.hpp"
#include "notes/formulas.hpp"
#include "notes/headings.hpp"
#include "notes/korean.hpp"
#include "notes/terms.hpp"
#include "notes/tree.hpp"
#include "notes/typeset.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// The pages below a folder by their label.
using Pages = std::map<std::string, pugi::xml_document>;

Pages read_pages(const fs::path& site)
{
    // A newer Doxygen's list of all addresses is for search engines and no page of a book.
    fs::remove(site / "doxygen_crawl.html");
    Pages pages;
    for (const auto& entry : fs::directory_iterator(site)) {
        if (entry.path().extension() == ".html") {
            pages[entry.path().stem().string()] = parse_html(read_file(entry.path()));
        }
    }
    return pages;
}

/// Does something to every page; an error tells which page it is about.
template <class Change>
void for_each_page(const Pages& html, const Change& change)
{
    for (const auto& [label, page] : html) {
        try {
            change(label, page);
        } catch (const UserError& error) {
            throw UserError(fmt::format("{}.html: {}", label, error.what()), error.advice);
        }
    }
}

/// What is done to a page while its formulas are TeX.
void tidy(const pugi::xml_node& page)
{
    make_title_a_heading(page);
    put_kind_before_name(page);
    remove_folder_anchors(page);
    remove_heading_of_description(page);
    label_numbered(page);
    fold_answers(page);
    close_up_punctuation(page);
    mark_tables_of_layout(page);
    link_explorables(page);
}

/// Sets the formulas of all pages.
void set_all(const Pages& html, const std::vector<NotesPage>& pages, const fs::path& script,
             const fs::path& folder, std::vector<NotesComplaint>& complaints)
{
    std::set<Formula> formulas;
    for (const auto& [label, page] : html) {
        formulas.merge(formulas_in(page));
    }
    const auto set = set_formulas(formulas, script, folder);
    for (const auto& [label, page] : html) {
        const NotesPage* own = page_of_the_book(label, pages);
        for (const std::string& wrong : put_in_formulas(page, set)) {
            complaints.push_back(
                {own != nullptr ? own->source : fs::path(label + ".html"), 0, wrong});
        }
    }
}

std::vector<BookSection> sections_of(const pugi::xml_node& page)
{
    std::vector<BookSection> sections;
    for (const Heading& heading : headings_of(contents_of(page))) {
        if (heading.level == 2 && !heading.label.empty()) {
            sections.push_back({heading.label, heading.title});
        }
    }
    return sections;
}

/// The pages that can be reached from those of the book, which all contents list.
std::set<std::string> reached(const Pages& html, const std::vector<NotesPage>& pages)
{
    std::set<std::string> known;
    std::vector<std::string> open;
    const auto reach = [&](const std::string& label) {
        if (html.count(label) != 0 && known.insert(label).second) {
            open.push_back(label);
        }
    };
    for (const NotesPage& page : pages) {
        reach(page.label);
    }
    while (!open.empty()) {
        const auto& page = html.at(open.back());
        open.pop_back();
        for (const pugi::xml_node& link : find_all(page, "//*[@href]")) {
            const std::string href = link.attribute("href").value();
            const std::string file = href.substr(0, href.find('#'));
            if (boost::ends_with(file, ".html")) {
                reach(file.substr(0, file.size() - 5));
            }
        }
    }
    return known;
}

/// Takes away the pages that none leads to: Doxygen's lists of files, folders and members.
void keep_reached(Pages& html, const std::vector<NotesPage>& pages, const fs::path& site)
{
    const std::set<std::string> wanted = reached(html, pages);
    for (auto page = html.begin(); page != html.end();) {
        if (wanted.count(page->first) == 0) {
            fs::remove(site / (page->first + ".html"));
            page = html.erase(page);
        } else {
            ++page;
        }
    }
}

/// The book's own pages first, in their order.
std::vector<FinishedPage> in_order(Pages html, const std::vector<NotesPage>& pages)
{
    std::vector<FinishedPage> finished;
    const auto add = [&](const std::string& label, pugi::xml_document page) {
        finished.push_back({label, write_inside(title_of(page)), std::move(page)});
    };
    for (const NotesPage& page : pages) {
        add(page.label, std::move(html.at(page.label)));
        html.erase(page.label);
    }
    for (auto& [label, page] : html) {
        add(label, std::move(page));
    }
    return finished;
}

} // namespace

const NotesPage* page_of_the_book(const std::string& label, const std::vector<NotesPage>& pages)
{
    const auto found = std::find_if(pages.begin(), pages.end(),
                                    [&](const NotesPage& page) { return page.label == label; });
    return found == pages.end() ? nullptr : &*found;
}

std::vector<FinishedPage> finish_pages(const fs::path& site, const std::vector<NotesPage>& pages,
                                       const fs::path& formula_script,
                                       std::vector<NotesComplaint>& complaints)
{
    Pages html = read_pages(site);
    for (const auto& [label, page] : html) {
        remove_path_and_summary(page);
        remove_more_links(page);
    }
    keep_reached(html, pages, site);
    for_each_page(html, [](const std::string&, const pugi::xml_node& page) { tidy(page); });
    set_all(html, pages, formula_script, site.parent_path(), complaints);
    for_each_page(html, [&](const std::string& label, const pugi::xml_node& page) {
        const bool of_the_book = page_of_the_book(label, pages) != nullptr;
        link_headings(page, of_the_book);
        // A page of Doxygen's stands below the list of functions.
        put_in_contents(page, of_the_book ? book_contents(pages, label, sections_of(page))
                                          : book_contents(pages, "reference", {}));
    });
    const auto places = numbered_places(html, pages);
    for (auto& [label, page] : html) {
        typeset_text(contents_of(page), label, places);
        mark_korean(contents_of(page));
    }
    if (const auto glossary = html.find("glossary"); glossary != html.end()) {
        const auto terms = label_terms(glossary->second);
        for (const NotesPage& page : pages) {
            if (page.part == BookPart::chapter) {
                link_terms(contents_of(html.at(page.label)), terms);
            }
        }
    }
    for (const auto& [label, page] : html) {
        write_file(site / (label + ".html"), write_html(page));
    }
    return in_order(std::move(html), pages);
}

std::vector<FinishedPage> read_finished(const fs::path& site, const std::vector<NotesPage>& pages)
{
    return in_order(read_pages(site), pages);
}

} // namespace workbook
