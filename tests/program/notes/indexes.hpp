/// @file
/// The indexes of the whole book: what {{chapters}}, {{figures}}, {{gallery}}, {{slides}} and
/// {{glossary}} stand for.
#pragma once

#include "notes/text.hpp"

#include <optional>

namespace workbook {

/// The index of this kind, if there is one. Lists that authors keep are in the folder `data`; what
/// does not fit in them is complained of.
std::optional<std::string> book_index(const std::string& kind,
                                      const std::vector<NotesChapter>& chapters,
                                      const std::filesystem::path& data,
                                      std::vector<NotesComplaint>& complaints);

} // namespace workbook
