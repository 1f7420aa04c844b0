/// @file
/// What the notes are made from: the figures, tables and numbers that the chapters' executables
/// have written, and the functions that the solutions mark.
#pragma once

#include "build/figure_drawing.hpp"
#include "course/markers.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace workbook {

/// One of a figure's SVG files, and its size in pixels as it says itself.
struct FigureFile {
    std::string ending; ///< "svg", "phone.svg" or "paper.svg"
    std::string width;
    std::string height;
};

/// A figure as its executable describes it, and its place in the text.
struct NotesFigure {
    std::string name;
    std::string caption;
    std::string alt;
    std::string source;      ///< document and place; empty: the workbook's own
    bool animated = false;   ///< there is a GIF beside the still
    std::string number = {}; ///< "1.2", by its place in the text; empty until it is shown there
    std::string title = {};  ///< in the gallery
    FigureFile page = {};    ///< as the page shows it
    FigureFile phone = {};   ///< for a small screen
    FigureFile paper = {};   ///< for the printed book
};

/// One chapter.
struct NotesChapter {
    Chapter chapter;
    std::filesystem::path text;   ///< chapter.md
    std::string label;            ///< "xor_mlp": its page is xor_mlp.html
    std::string title;            ///< "2 XOR and the multilayer perceptron"
    std::filesystem::path folder; ///< what its executable wrote
    std::vector<NotesFigure> figures;
    std::map<std::string, std::string> numbers = {}; ///< "table gates" → "1.4", by number_parts
    std::map<std::string, std::string> values;
    std::vector<Region> regions; ///< of the solution, in its order
    std::string solution;        ///< the text of the worked file

    /// The figure with this name, or nullptr.
    const NotesFigure* figure(const std::string& name) const;
};

/// Reads everything that belongs to one chapter. Throws UserError.
NotesChapter notes_chapter(const Workspace& workspace, const DrawnChapter& drawn);

/// "perceptron" and "1 The perceptron" from the first line, `# 1 The perceptron {#perceptron}`.
/// Throws UserError when the file does not begin so.
std::pair<std::string, std::string> label_and_title(const std::filesystem::path& page);

/// The steps of a chapter in order, each with its functions.
std::vector<std::pair<std::string, std::vector<std::string>>>
functions_of_steps(const NotesChapter& chapter);

} // namespace workbook
