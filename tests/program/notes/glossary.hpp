/// @file
/// English and Korean words for the same thing: docs/data/glossary.txt.
#pragma once

#include "notes/material.hpp"
#include "notes/text.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// The list as a table for Doxygen; every term leads to the section where it comes up first, and
/// one that no chapter uses is left out. Complains of a Korean word that a chapter gives in
/// parentheses and the list lacks.
std::string glossary_table(const std::filesystem::path& list,
                           const std::vector<NotesChapter>& chapters,
                           std::vector<NotesComplaint>& complaints);

/// The Korean words that stand in parentheses in a text, as in "bias (바이어스)".
std::vector<std::string> korean_terms(const std::string& text);

} // namespace workbook
