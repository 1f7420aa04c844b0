/// @file
/// Which of the files that a student handed in is a chapter's.
#pragma once

#include "course/workspace.hpp"
#include "grade/archive.hpp"

#include <string>
#include <vector>

namespace workbook {

/// What a student handed in for one chapter.
struct ChapterFiles {
    HandedInFile source;               ///< "" as its path: nothing was handed in
    std::vector<HandedInFile> headers; ///< those in the same folder
    std::vector<std::string> notes;    ///< e.g. which of two files was taken, and why
};

/// Picks the chapter's file. By its name: `03_backprop/backprop.cpp` at any depth, else
/// `backprop.cpp`; copies (`backprop-1.cpp`, `backprop (2).cpp`, `backprop - Copy.cpp`) count like
/// the original, and the newest is taken: the last uploaded, else the last changed, else the one
/// with the highest number. If no name fits, by its contents: the only file that has the chapter's
/// namespace and defines one of its `functions` (none are given: only names count).
ChapterFiles files_of(const Chapter& chapter, const std::vector<HandedInFile>& files,
                      const std::vector<std::string>& functions = {});

/// The names of files that are no chapter's, neither of `chapters` nor in `used`: what a student
/// may have meant as one.
std::vector<std::string> unrecognised(const std::vector<Chapter>& chapters,
                                      const std::vector<HandedInFile>& files,
                                      const std::vector<std::string>& used);

} // namespace workbook
