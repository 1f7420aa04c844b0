/// @file
/// A book of one small chapter, for the tests of the notes.
#pragma once

#include "notes/bibliography.hpp"
#include "notes/material.hpp"
#include "notes/snippets.hpp"
#include "notes/text.hpp"
#include "support.hpp"

#include <string>
#include <vector>

namespace workbook::tests {

/// A book of one chapter, as its executable would have left it.
struct Book {
    explicit Book(const std::string& text)
    {
        write_file(folder.path() / "chapter.md", text);
        write_file(folder.path() / "tables/truth.md",
                   "| x | y |\n| --- | --- |\n| -1 | 2.5e-07 |\n");
        NotesChapter chapter;
        chapter.chapter = {1, "01_gates", "gates"};
        chapter.text = folder.path() / "chapter.md";
        chapter.label = "gates";
        chapter.title = "1 Gates";
        chapter.folder = folder.path();
        chapter.values = {{"small", "-1.1e-16"}, {"count", "32"}};
        chapter.figures = {
            {"line", "A line.", "a line", "deck A", false, {}, "A line", {"svg", "640", "400"}},
            {"plane", "White is 0.", "a plane", "", true, {}, "A plane", {"svg", "640", "400"}}};
        chapter.solution = "Unit and_gate()\n{\n    //! [1.1 and]\n    return {1, 2};\n"
                           "    //! [1.1 and]\n}\n";
        chapter.regions = regions_of(chapter.solution);
        chapters.push_back(chapter);
    }

    /// The page that the chapter becomes.
    NotesPage page()
    {
        NotesPage page{chapters.front().text, "01_gates.md", "gates", "1 Gates"};
        text.number(chapters.front());
        text.expand(page, &chapters.front());
        return page;
    }

    TemporaryFolder folder;
    std::vector<NotesChapter> chapters;
    std::vector<CitedWork> works{{"sheffer1913", "Sheffer 1913", "H. M. Sheffer: Five."}};
    NotesText text{chapters, false, works};
};

inline const std::string figures = "{{figure plane}}\n\n{{figure line}}\n";

} // namespace workbook::tests
