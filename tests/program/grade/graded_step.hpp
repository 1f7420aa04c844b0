/// @file
/// From what the judge says to what is kept of it: shortened, and free of this machine's folders.
#pragma once

#include "grade/result.hpp"

#include <filesystem>

namespace workbook {

/// The verdict on a step of a chapter, whose source has this text.
GradedStep graded(const ChapterVerdict& chapter, const Verdict& verdict, const std::string& text);

/// The steps of a chapter, none of them judged.
std::vector<GradedStep> unjudged(const Catalogue& catalogue, const std::string& why);

/// Takes the folder in which a file was judged out of a text: a reader knows the file by its name.
void forget_folder(std::string& text, const std::filesystem::path& folder);

/// The same in all that is said about a file: by the compiler, an exception or a failed assertion.
void forget_folder(ChapterVerdict& chapter, const std::filesystem::path& folder);

/// The first notes, shortened: as many as a person reads.
std::vector<std::string> first_notes(const std::vector<std::string>& notes);

} // namespace workbook
