/// @file
/// Where the built course notes are, and which page and section of them somebody means.
#pragma once

#include "course/workspace.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace workbook {

/// Below the folder of a student edition: the course notes, which it brings along built.
inline constexpr const char* shipped_book = "docs/book";

/// The folder of the built course notes, or nothing where none are built.
std::optional<std::filesystem::path> folder_of_book(const Workspace& workspace);

/// The same. Throws UserError, with how to get them, where none are built.
std::filesystem::path needed_book(const Workspace& workspace);

/// A page of the course notes, or a section of it.
struct BookPlace {
    std::filesystem::path page; ///< .../backprop.html
    std::string label;          ///< of the section; "": the beginning of the page
};

/// The place that a word means: "3.7", "3", "backprop", or the name of a page, as "glossary"; ""
/// means the cover. Throws UserError if the notes in `book` have no such place.
BookPlace place_in_book(const Workspace& workspace, const std::filesystem::path& book,
                        const std::string& word);

/// The section that teaches a step, or else its chapter.
BookPlace section_of_step(const Workspace& workspace, const std::filesystem::path& book,
                          const Chapter& chapter, const std::string& step);

/// What a browser is given to open the place: file:///home/.../backprop.html#step_3_7.
std::string address_of(const BookPlace& place);

} // namespace workbook
