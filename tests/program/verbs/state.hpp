/// @file
/// What the workbook remembers between calls, in the build folder: the last verdicts, the seed of a
/// wrong step, the hints given so far. No work is lost if it is lost.
#pragma once

#include "build/judging.hpp"

#include <map>

namespace workbook {

/// The last verdicts on one chapter's lab.
struct ChapterState {
    std::string digest; ///< of the file that was judged
    std::uint64_t seed = 0;
    std::map<std::string, std::string> status; ///< step → verdict

    bool has_failure() const;
};

ChapterState load_state(const Workspace& workspace, const Chapter& chapter);

/// Adds these verdicts; earlier ones of other steps are kept if the file is the same.
void save_state(const Workspace& workspace, const ChapterVerdict& verdict);

/// How many hints of this step have been given; `count_hint` adds one.
int hints_given(const Workspace& workspace, const std::string& step);
void count_hint(const Workspace& workspace, const std::string& step);

} // namespace workbook
