/// @file
/// What the ways of grading a class share: once, again for some, for ever, in parts.
#pragma once

#include "grade/anonymity.hpp"
#include "grade/class_grading.hpp"
#include "grade/class_input.hpp"
#include "grade/class_list.hpp"

#include <functional>
#include <optional>
#include <set>

namespace workbook {

/// A class that is being graded into a folder.
struct GradingRun {
    const GradeOptions& options;
    GradingRules rules;      ///< its marks are those of the class list
    std::vector<Mark> marks; ///< as they stand in the file
    Journal& journal;
    std::uint64_t seed;
    ClassTexts texts;                   ///< by which students are compared
    std::optional<Anonymity> anonymity; ///< if the outputs shall be without names
};

/// What is compared: what was handed in, in these folders, and what the chapters began with.
ClassTexts texts_of(const Workspace& workspace, const std::vector<Chapter>& chapters,
                    const std::vector<std::filesystem::path>& folders);

/// Names for a class that shall have none, if that is wanted.
std::optional<Anonymity> anonymity_for(const GradeOptions& options);

/// Sorts the marks by student.
void take_marks(GradingRun& run, std::vector<Classmate> mates, bool may_come = false);

/// Judges these submissions, several at a time; `again`: even if nothing has changed. None is begun
/// any more once `shall_end` says so.
void judge(
    ClassGrading& grading, const std::vector<MatchedSubmission>& submissions,
    const std::vector<std::size_t>& which, bool again, const GradeOptions& options,
    const std::function<bool()>& shall_end = [] { return false; });

/// Writes all outputs for the students of these keys.
void write_class(const GradingRun& run, const std::set<std::string>& keys);

/// Says what came out, where it is, and what is to be looked at.
void print_class(const GradingRun& run, const std::set<std::string>& keys,
                 const ClassInput* input = nullptr);

/// Grades what arrives in the folder of submissions as soon as it no longer grows, and writes the
/// outputs each time, until Ctrl-C.
int follow(GradingRun& run, ClassGrading& grading, ClassInput& input);

/// Puts graded parts of a class together.
int merge(const Workspace& workspace, const Toolchain& toolchain,
          const std::vector<Chapter>& chapters, const GradeOptions& options);

} // namespace workbook
