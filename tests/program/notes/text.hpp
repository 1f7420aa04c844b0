/// @file
/// From a page as its author writes it to a page for Doxygen: placeholders become what the
/// chapters' executables have written.
///
///     {{value name}}    a number, anywhere in the text or in a formula
///     {{figure name}}   a figure, on a line of its own; so tables and equations, see numbered.hpp
///     figure {{figure name}}   in a text: "figure 3.7", a link to it; so tables and equations
///     {{explore name figure}}
///                       a figure that becomes one to touch, on a line of its own
///     {{chapters}}      the chapters with their steps, on a line of its own
///     {{reference}}     the functions of every step, on a line of its own
///     {{figures}}       the index of all figures, on a line of its own
///     {{gallery}}       all figures small, on a line of its own
///     {{slides}}        the documents' pictures and what redraws them, from docs/data/slides.txt
///                       the page, on a line of its own
///     {{glossary}}      English and Korean, from docs/data/glossary.txt
///     {{bibliography}}  the cited works and where they are cited
///
/// A name from another chapter is qualified: {{value 03_backprop/erratum_2_share}}. \cite and a key
/// of bibliography.bib give a work's short name with a link.
#pragma once

#include "notes/citations.hpp"
#include "notes/explorables.hpp"
#include "notes/material.hpp"
#include "notes/placeholders.hpp"

#include <regex>
#include <string>
#include <vector>

namespace workbook {

/// The parts of the book, as its contents list them.
enum class BookPart { cover, chapter, appendix, code };

/// A page for Doxygen.
struct NotesPage {
    std::filesystem::path source; ///< the author's file
    std::string name;             ///< of the file that Doxygen reads
    std::string label;            ///< its HTML file is label.html
    std::string title;
    BookPart part = BookPart::appendix;
    std::string text = {};                      ///< filled by `expand`
    std::vector<std::size_t> source_lines = {}; ///< for each line of `text` its line in the source
};

/// Something that an author has to mend.
struct NotesComplaint {
    std::filesystem::path file;
    std::size_t line = 0; ///< from 1; 0: the whole file
    std::string message;
};

/// Fills in the pages of the book.
class NotesText {
public:
    /// `instructor`: the pages also lead to the worked files. `works` can be cited.
    NotesText(std::vector<NotesChapter>& chapters, bool instructor,
              std::vector<CitedWork> works = {}, Explorables explorables = {})
        : chapters_(chapters), instructor_(instructor), placeholders_(chapters),
          citations_(std::move(works)), explorables_(std::move(explorables))
    {
    }

    /// Numbers what a chapter shows (see numbered.hpp), and puts the values into the figures'
    /// captions. Call it for all chapters before any page is filled. Complains also of a figure
    /// that the text does not show, and of one whose name another chapter has taken.
    void number(NotesChapter& chapter);

    /// Fills one page; `own` is its chapter, or nullptr. The bibliography knows of the citations
    /// in the pages before it.
    void expand(NotesPage& page, const NotesChapter* own);

    const std::vector<NotesComplaint>& complaints() const { return complaints_; }

private:
    /// What a placeholder alone on its line stands for: its kind, its name, a figure.
    std::string block(const std::smatch& placeholder, const NotesChapter* own,
                      const std::filesystem::path& folder);
    std::string explorable(const std::string& name, const std::string& figure,
                           const NotesChapter* own);

    std::vector<NotesChapter>& chapters_;
    bool instructor_;
    Placeholders placeholders_;
    Citations citations_;
    Explorables explorables_;
    std::string section_; ///< link to where we are
    std::vector<NotesComplaint> complaints_;
};

} // namespace workbook
