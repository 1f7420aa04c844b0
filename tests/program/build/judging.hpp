/// @file
/// Judges one chapter of one submission: builds it, runs the judge, collects the verdicts.
#pragma once

#include "build/builder.hpp"
#include "course/catalogue.hpp"
#include "explain/verdict.hpp"

#include <cstdint>

namespace workbook {

/// The verdict on one chapter.
struct ChapterVerdict {
    Chapter chapter;
    std::filesystem::path source;
    Built built;
    std::uint64_t seed = 0;
    std::vector<Verdict> steps;
    double seconds = 0; ///< from the start of the compile to the last verdict

    bool all_right() const;
};

/// What to judge.
struct JudgeRequest {
    std::filesystem::path source;
    std::set<std::string> steps; ///< empty: all
    std::uint64_t seed = 1;
    std::filesystem::path record;       ///< folder for the bytes of failing calls; empty: none
    std::optional<double> wall_seconds; ///< that a step may take
    std::optional<int> cpu_seconds;     ///< that a step may compute
    const Sandbox* sandbox = nullptr;   ///< for a file that is not the user's own
};

/// An untrusted file, one of a class.
struct StrangerRequest {
    std::filesystem::path source;   ///< in a folder of its own
    std::filesystem::path programs; ///< where built programs are kept
    std::set<std::string> steps;    ///< empty: all
    std::uint64_t seed = 1;
    const Sandbox* sandbox = nullptr; ///< nullptr: none
};

/// What the chapter's judge, which must be built, says of itself.
Catalogue catalogue_of(const Toolchain& toolchain, const Chapter& chapter);

/// Builds and judges. Nothing that the student's file does makes it throw.
ChapterVerdict judge(const Workspace& workspace, const Toolchain& toolchain, const Chapter& chapter,
                     const Catalogue& catalogue, const JudgeRequest& request);

/// The same for an untrusted file.
ChapterVerdict judge_stranger(const Toolchain& toolchain, const Chapter& chapter,
                              const Catalogue& catalogue, const StrangerRequest& request);

/// The warnings about the lines of the functions that this step asks about; "" if there are none.
std::string warnings_of(const ChapterVerdict& chapter, const Verdict& verdict);
} // namespace workbook
