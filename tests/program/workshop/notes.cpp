// ./workbook notes: the course notes as a site that opens from a file.
#include "workshop/workshop.hpp"

#include "build/builder.hpp"
#include "build/digest.hpp"
#include "build/figure_drawing.hpp"
#include "build/targets.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "course/book_places.hpp"
#include "notes/book.hpp"
#include "notes/explorables.hpp"
#include "notes/figure.hpp"
#include "notes/material.hpp"
#include "notes/pages.hpp"
#include "notes/previews.hpp"
#include "notes/print.hpp"
#include "notes/search.hpp"
#include "notes/site.hpp"
#include "notes/snippets.hpp"
#include "notes/text.hpp"
#include "verbs/verbs.hpp"
#include "workshop/book_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// The first complaints, as many as a person reads; the rest are in a file.
constexpr std::size_t complaints_shown = 10;

fs::path formula_script(const Workspace& workspace)
{
    return workspace.root() / "tests/program/notes/set_formulas.js";
}

fs::path index_script(const Workspace& workspace)
{
    return workspace.root() / "tests/program/notes/make_search_index.js";
}

/// A digest of everything that the site is made from.
std::string stamp_of(const Workspace& workspace, const std::vector<DrawnChapter>& drawn,
                     const Explorables& explorables)
{
    std::set<fs::path> files{this_program(), formula_script(workspace), index_script(workspace),
                             search_library};
    const auto add = [&](const fs::path& folder) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file()) {
                files.insert(entry.path());
            }
        }
    };
    add(workspace.root() / "docs");
    if (explorables.there()) {
        add(explorables.scripts);
        add(explorables.modules);
    }
    for (const DrawnChapter& chapter : drawn) {
        add(workspace.root() / "chapters" / chapter.chapter.folder);
        files.insert(workspace.file_of(chapter.chapter, workspace.solutions()));
        files.insert(chapter.folder / "drawn_by");
        files.insert(chapter.folder / "values.json");
    }
    add(workspace.root() / "chapters" / "common");
    std::string text;
    for (const fs::path& file : files) {
        std::error_code error;
        const auto time = fs::last_write_time(file, error).time_since_epoch().count();
        text += fmt::format("{} {}\n", file.string(), error ? 0 : time);
    }
    return digest(text);
}

std::vector<DrawnChapter> draw_all(const Workspace& workspace)
{
    const auto chapters = chapters_with_text(workspace);
    const Toolchain toolchain(workspace);
    std::vector<std::string> targets;
    for (const Chapter& chapter : chapters) {
        if (const fs::path solution = workspace.file_of(chapter, workspace.solutions());
            !fs::exists(solution)) {
            throw UserError(fmt::format("the notes show numbers and figures of the worked "
                                        "chapters, and {} is not there",
                                        shown(solution)));
        }
        for (const std::string& target : toolchain.targets(chapter, Product::lab)) {
            targets.push_back(target);
        }
    }
    build_targets(workspace, toolchain, targets);
    return draw(workspace, toolchain, chapters, true);
}

/// Documents the chapters' namespaces, which their headers only open.
std::string namespaces_of(const std::vector<NotesChapter>& chapters)
{
    std::string text = "/// @namespace workbook\n/// What all chapters share: vectors and "
                       "matrices, products, random numbers.\n";
    for (const NotesChapter& chapter : chapters) {
        text += fmt::format("\n/// @namespace {0}\n/// Chapter {1}: the functions of its steps. "
                            "The text is @ref {2}.\n",
                            chapter.chapter.name, chapter.chapter.number, chapter.label);
    }
    return text;
}

std::vector<fs::path> headers_of(const Workspace& workspace,
                                 const std::vector<NotesChapter>& chapters)
{
    std::vector<fs::path> headers;
    const fs::path text = workspace.root() / "chapters";
    for (const NotesChapter& chapter : chapters) {
        headers.push_back(text / chapter.chapter.folder / (chapter.chapter.name + ".hpp"));
    }
    for (const char* name : {"tensor", "linalg", "todo", "random"}) {
        headers.push_back(text / "common/math" / fmt::format("{}.hpp", name));
    }
    return headers;
}

/// Reports what has to be mended and where; the old site is kept.
[[noreturn]] void refuse(const std::vector<NotesComplaint>& complaints, const fs::path& folder)
{
    std::string all;
    std::string first;
    std::set<std::string> said;
    for (const NotesComplaint& complaint : complaints) {
        std::string where;
        if (!complaint.file.empty()) {
            where = shown(complaint.file) + ":" +
                    (complaint.line > 0 ? fmt::format("{}:", complaint.line) : "") + " ";
        }
        if (!said.insert(where + complaint.message).second) {
            continue;
        }
        all += where + complaint.message + "\n";
        if (said.size() <= complaints_shown) {
            first += "\n  " + where + complaint.message;
        }
    }
    const fs::path file = folder / "complaints.txt";
    write_file(file, all);
    throw UserError(
        fmt::format("the notes are not built, {} to mend:{}",
                    said.size() == 1 ? "one thing is" : fmt::format("{} things are", said.size()),
                    first),
        said.size() > complaints_shown ? "all of them: " + shown(file) : "");
}

/// The chapters with their figures, and the pages of the book with their texts.
struct Book {
    std::vector<NotesChapter> chapters;
    std::vector<NotesPage> pages;
};

/// Reads all texts and fills in everything that Doxygen is given.
Book written_book(const Workspace& workspace, const std::vector<DrawnChapter>& drawn,
                  bool instructor, const Explorables& explorables, const fs::path& folder)
{
    Book book;
    for (const DrawnChapter& chapter : drawn) {
        book.chapters.push_back(notes_chapter(workspace, chapter));
    }
    const fs::path data = workspace.root() / "docs/data";
    NotesText text(book.chapters, instructor,
                   read_bibliography(data / "bibliography.bib", data / "bibliography.csl"),
                   explorables);
    for (NotesChapter& chapter : book.chapters) {
        text.number(chapter);
    }
    std::vector<NotesComplaint> complaints;
    give_titles(book.chapters, data / "titles.txt", complaints);
    book.pages = pages_of(workspace, book.chapters, instructor);
    for (std::size_t i = 0; i < book.pages.size(); ++i) {
        NotesPage& page = book.pages[i];
        if (page.text.empty()) {
            const auto own =
                std::find_if(book.chapters.begin(), book.chapters.end(),
                             [&](const auto& chapter) { return chapter.text == page.source; });
            text.expand(page, own == book.chapters.end() ? nullptr : &*own);
        }
        page.text += turn_the_page(book.pages, i);
    }
    complaints.insert(complaints.end(), text.complaints().begin(), text.complaints().end());
    if (!complaints.empty()) {
        refuse(complaints, folder);
    }
    return book;
}

/// Builds the site from scratch below `folder`.
void build_site(const Workspace& workspace, const Book& book, bool instructor,
                const Explorables& explorables, const fs::path& folder)
{
    const fs::path work = folder / "work";
    fs::remove_all(work);
    DoxygenInput input{work, {}, work / "snippets", instructor};
    for (const NotesPage& page : book.pages) {
        write_file(work / "pages" / page.name, page.text);
        input.files.push_back(work / "pages" / page.name);
    }
    for (const NotesChapter& chapter : book.chapters) {
        write_file(input.snippets / chapter.chapter.folder / (chapter.chapter.name + ".cpp"),
                   snippets_of(chapter, instructor));
    }
    write_file(work / "namespaces.dox", namespaces_of(book.chapters));
    input.files.push_back(work / "namespaces.dox");
    for (const fs::path& header : headers_of(workspace, book.chapters)) {
        input.files.push_back(header);
    }
    if (const auto complaints = run_doxygen(workspace, input, book.pages); !complaints.empty()) {
        refuse(complaints, folder);
    }
    std::vector<NotesComplaint> complaints;
    const auto finished =
        finish_pages(work / "html", book.pages, formula_script(workspace), complaints);
    if (!complaints.empty()) {
        refuse(complaints, folder);
    }
    add_search(work / "html", finished, book.pages, index_script(workspace));
    add_previews(work / "html", finished);
    copy_figures(book.chapters, work / "html");
    copy_explorables(explorables, book.chapters, work / "html");
    copy_fonts(work / "html");
    copy_katex(work / "html");

    // A reader sees either the old site or the new one, never half of one.
    fs::remove_all(folder / "html");
    fs::rename(work / "html", folder / "html");

    // `doxygen docs/Doxyfile` writes its pages there, and they show the site's figures.
    const fs::path plain = folder / "plain";
    make_folder(plain);
    if (!fs::is_symlink(plain / "figures")) {
        fs::create_directory_symlink("../html/figures", plain / "figures");
    }
}

/// The notes as far as they are there already, and what they are made from.
struct Notes {
    explicit Notes(const Workspace& workspace, bool for_instructors)
        : instructor(for_instructors),
          folder(workspace.build() / (instructor ? "notes-instructor" : "notes")),
          drawn(draw_all(workspace)), explorables(build_explorables(workspace)),
          stamp(stamp_of(workspace, drawn, explorables))
    {
    }

    fs::path site() const { return folder / "html"; }
    fs::path cover_page() const { return site() / "index.html"; }
    fs::path printed() const { return folder / "neural-networks-by-hand.pdf"; }
    fs::path stamp_file() const { return folder / "stamp"; }

    bool site_is_there() const
    {
        return fs::exists(cover_page()) && fs::exists(stamp_file()) &&
               read_file(stamp_file()) == stamp;
    }

    bool instructor;
    fs::path folder;
    std::vector<DrawnChapter> drawn;
    Explorables explorables;
    std::string stamp;
};

void build(const Workspace& workspace, const Notes& notes, const Book& book)
{
    fs::remove(notes.stamp_file());
    fs::remove(notes.printed()); // it was printed from the old book
    build_site(workspace, book, notes.instructor, notes.explorables, notes.folder);
    write_file(notes.stamp_file(), notes.stamp);
}

Notes begun(const Workspace& workspace, bool instructor)
{
    require_packages(workspace, "the notes need", {"notes", "figures"});
    return Notes(workspace, instructor);
}

/// The notes of a student edition came with it; what can still be made of them is the PDF.
int notes_of_edition(const Workspace& workspace, bool instructor, bool pdf)
{
    if (instructor) {
        throw UserError("the notes for instructors show the solutions, and a student edition has "
                        "none");
    }
    if (!pdf) {
        return shipped_notes(workspace);
    }
    const fs::path site = needed_book(workspace);
    const fs::path printed = workspace.build() / "notes" / "neural-networks-by-hand.pdf";
    print_book(site, workspace.root() / "docs/theme", pages_of_edition(workspace), printed);
    fmt::print("The course notes are printed: open {}\n", shown(printed));
    return 0;
}

} // namespace

fs::path built_notes(const Workspace& workspace)
{
    const Notes notes = begun(workspace, false);
    if (!notes.site_is_there()) {
        build(workspace, notes,
              written_book(workspace, notes.drawn, false, notes.explorables, notes.folder));
    }
    return notes.site();
}

int notes(const Workspace& workspace, bool instructor, bool pdf)
{
    if (pdf) {
        require_packages(workspace, "a PDF of the notes needs", {"print"});
    }
    if (workspace.is_student_edition()) {
        return notes_of_edition(workspace, instructor, pdf);
    }
    const Notes notes = begun(workspace, instructor);
    const bool site_is_there = notes.site_is_there();
    const bool all_is_there = site_is_there && (!pdf || fs::exists(notes.printed()));
    if (!all_is_there) {
        const Book book =
            written_book(workspace, notes.drawn, instructor, notes.explorables, notes.folder);
        if (!site_is_there) {
            build(workspace, notes, book);
        }
        if (pdf) {
            print_book(notes.site(), workspace.root() / "docs/theme", book.pages, notes.printed());
        }
    }
    fmt::print("The course notes{} are {}: open {}\n", instructor ? " for instructors" : "",
               all_is_there ? "as they were" : "built",
               shown(pdf ? notes.printed() : notes.cover_page()));
    return 0;
}

} // namespace workbook
