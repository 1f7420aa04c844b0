#include "course/book_places.hpp"

#include "common/system/files.hpp"
#include "common/system/pattern.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// A section with a number, as its heading in the chapter's text says.
struct Section {
    std::string number; ///< "3.7"
    std::string label;
};

/// What the headings of a chapter's text say of its page.
struct ChapterPage {
    std::string label; ///< its file is label.html
    std::vector<Section> sections;
};

ChapterPage page_of(const Workspace& workspace, const Chapter& chapter)
{
    static const Pattern title(R"(# .*\{#(\w+)\} *)");
    static const Pattern section(R"(## ([0-9]+\.[0-9]+) .*\{#(\w+)\} *)");
    ChapterPage page{chapter.name, {}};
    const fs::path text = workspace.text_of(chapter);
    if (!fs::exists(text)) {
        return page;
    }
    for (const std::string& line : lines_of(read_file(text))) {
        if (line.empty() || line.front() != '#') {
            continue;
        }
        if (const auto match = title.whole(line)) {
            page.label = (*match)[1];
        } else if (const auto heading = section.whole(line)) {
            page.sections.push_back({(*heading)[1], (*heading)[2]});
        }
    }
    return page;
}

BookPlace place_of(const fs::path& book, const ChapterPage& page, const std::string& label)
{
    return {book / (page.label + ".html"), label};
}

const Section* section_of(const ChapterPage& page, const std::string& number)
{
    const auto found = std::find_if(page.sections.begin(), page.sections.end(),
                                    [&](const Section& one) { return one.number == number; });
    return found == page.sections.end() ? nullptr : &*found;
}

/// Whether a word may be the name of a page and of nothing outside of the notes.
bool is_name(const std::string& word)
{
    return !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char letter) {
        return std::isalpha(letter) != 0 || letter == '_';
    });
}

} // namespace

std::optional<fs::path> folder_of_book(const Workspace& workspace)
{
    for (const fs::path& folder :
         {workspace.root() / shipped_book, workspace.build() / "notes" / "html"}) {
        if (fs::exists(folder / "index.html")) {
            return folder;
        }
    }
    return std::nullopt;
}

fs::path needed_book(const Workspace& workspace)
{
    if (const auto book = folder_of_book(workspace)) {
        return *book;
    }
    throw UserError("the course notes are not here",
                    workspace.is_student_edition()
                        ? fmt::format("they belong into {}; ./workbook update ARCHIVE, with the "
                                      "archive that you were given, puts them there",
                                      shipped_book)
                        : "./workbook notes builds them");
}

BookPlace place_in_book(const Workspace& workspace, const fs::path& book, const std::string& word)
{
    if (word.empty()) {
        return {book / "index.html", ""};
    }
    // A chapter's name comes before that of a page: "initialization" is both.
    const auto dot = word.find('.');
    const auto& chapters = workspace.chapters();
    const bool names_chapter = std::any_of(chapters.begin(), chapters.end(),
                                           [&](const Chapter& one) { return one.name == word; });
    if (!names_chapter && is_name(word)) {
        if (fs::exists(book / (word + ".html"))) {
            return {book / (word + ".html"), ""};
        }
        throw UserError(fmt::format("the book has no page \"{}\"", word),
                        "it has chapters (3), sections (3.7), and among others the pages glossary, "
                        "notation, errata and gallery",
                        2);
    }
    const Chapter& chapter = workspace.chapter(word.substr(0, dot));
    const ChapterPage page = page_of(workspace, chapter);
    if (dot == std::string::npos) {
        return place_of(book, page, "");
    }
    const std::string number = fmt::format("{}.{}", chapter.number, word.substr(dot + 1));
    if (const Section* section = section_of(page, number)) {
        return place_of(book, page, section->label);
    }
    throw UserError(fmt::format("the book has no section {}", number),
                    page.sections.empty()
                        ? fmt::format("chapter {} has no sections with numbers", chapter.number)
                        : fmt::format("chapter {} has the sections {} to {}", chapter.number,
                                      page.sections.front().number, page.sections.back().number),
                    2);
}

BookPlace section_of_step(const Workspace& workspace, const fs::path& book, const Chapter& chapter,
                          const std::string& step)
{
    const ChapterPage page = page_of(workspace, chapter);
    const Section* section = section_of(page, step);
    return place_of(book, page, section == nullptr ? "" : section->label);
}

std::string address_of(const BookPlace& place)
{
    std::string address = "file://";
    for (const char letter : fs::weakly_canonical(place.page).string()) {
        const bool is_plain = std::isalnum(static_cast<unsigned char>(letter)) != 0 ||
                              std::string("-._~/").find(letter) != std::string::npos;
        address += is_plain ? std::string(1, letter)
                            : fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
    return address + (place.label.empty() ? "" : "#" + place.label);
}

} // namespace workbook
