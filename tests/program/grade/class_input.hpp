/// @file
/// All that a class's grading begins with: the submissions, the roster, and whose they are.
#pragma once

#include "grade/class_archive.hpp"
#include "grade/class_grading.hpp"

#include <optional>
#include <set>

namespace workbook {

/// What `grade` was given.
class ClassInput {
public:
    /// Reads roster and mapping, and, if the submissions are a folder that is not followed, what it
    /// holds. Throws UserError.
    ClassInput(const Workspace& workspace, const std::vector<Chapter>& chapters,
               const GradeOptions& options);

    /// Unpacks a platform's archive below `work`, and finds whose every submission is. Throws
    /// UserError.
    void find(const std::filesystem::path& work);

    /// Finds what has been handed in to the folder by now; nothing yet is no error.
    void look_again();

    const MatchedClass& matched() const { return matched_; }
    const Roster* roster() const { return roster_ ? &*roster_ : nullptr; }

    /// What is to be said about the roster and the mapping.
    const std::vector<std::string>& remarks() const { return remarks_; }
    const std::vector<std::string>& passed_over() const { return found_.passed_over; }

private:
    const Workspace& workspace_;
    const std::vector<Chapter>& chapters_;
    std::filesystem::path submissions_;
    std::optional<Roster> roster_;
    std::vector<MappedSubmission> mapping_;
    std::vector<std::string> remarks_;
    std::optional<ClassArchive> archive_;
    ClassFolder found_;
    MatchedClass matched_;
};

/// "NAME: why it is not certain whose this is" for those of whom it is not.
std::vector<std::string> doubts_of(const Journal& journal, const std::set<std::string>& keys);

} // namespace workbook
