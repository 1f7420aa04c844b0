#include "workshop/book_pages.hpp"

#include "common/system/user_error.hpp"
#include "notes/snippets.hpp"

#include <array>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// The pages of docs/ around the chapters. The cover is index.html.
constexpr const char* cover = "mainpage.md";
constexpr std::array appendices{"xtensor.md", "editors.md", "notation.md", "glossary.md",
                                "errata.md",  "gallery.md", "figures.md",  "bibliography.md"};
constexpr std::array for_instructors{"grading.md", "site.md"};
constexpr const char* interfaces = "reference.md";

} // namespace

std::vector<Chapter> chapters_with_text(const Workspace& workspace)
{
    std::vector<Chapter> chapters;
    for (const Chapter& chapter : workspace.chapters()) {
        if (fs::exists(workspace.text_of(chapter))) {
            chapters.push_back(chapter);
        }
    }
    if (chapters.empty()) {
        throw UserError("no chapter has a chapter.md");
    }
    return chapters;
}

std::vector<NotesPage> pages_of(const Workspace& workspace,
                                const std::vector<NotesChapter>& chapters, bool instructor)
{
    std::vector<NotesPage> pages;
    const auto add = [&](const fs::path& source, const std::string& name, BookPart part) {
        const auto [label, title] = label_and_title(source);
        pages.push_back(
            {source, name, part == BookPart::cover ? "index" : label, title, part, {}, {}});
    };
    const fs::path docs = workspace.root() / "docs/pages";
    add(docs / cover, cover, BookPart::cover);
    for (const NotesChapter& chapter : chapters) {
        add(chapter.text, chapter.chapter.folder + ".md", BookPart::chapter);
    }
    for (const char* page : appendices) {
        add(docs / page, page, BookPart::appendix);
    }
    if (instructor) {
        for (const char* page : for_instructors) {
            add(docs / page, page, BookPart::appendix);
        }
    }
    add(docs / interfaces, interfaces, BookPart::code);
    for (const NotesChapter& chapter : chapters) {
        pages.push_back(code_page(chapter, "lab"));
    }
    for (const NotesChapter& chapter : chapters) {
        if (instructor) {
            pages.push_back(code_page(chapter, "solution"));
        }
    }
    return pages;
}

std::vector<NotesPage> pages_of_edition(const Workspace& workspace)
{
    std::vector<NotesChapter> chapters;
    for (const Chapter& chapter : chapters_with_text(workspace)) {
        NotesChapter known;
        known.chapter = chapter;
        known.text = workspace.text_of(chapter);
        std::tie(known.label, known.title) = label_and_title(known.text);
        chapters.push_back(std::move(known));
    }
    return pages_of(workspace, chapters, false);
}

} // namespace workbook
