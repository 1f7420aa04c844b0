/// @file
/// The source documents' pictures and the figures that redraw them: docs/data/slides.txt.
#pragma once

#include "notes/material.hpp"
#include "notes/text.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// The list as a table for Doxygen, documents by documents. Complains of a name that is no
/// figure, of a figure that names a source and is in no line, of a line that has neither figure nor
/// words though its chapter is there, and of a numbered picture that is in no line or in two.
std::string slide_table(const std::filesystem::path& list,
                        const std::vector<NotesChapter>& chapters,
                        std::vector<NotesComplaint>& complaints);

} // namespace workbook
