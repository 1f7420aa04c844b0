#include "grade/class_input.hpp"

#include "grade/clean_text.hpp"

#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

ClassInput::ClassInput(const Workspace& workspace, const std::vector<Chapter>& chapters,
                       const GradeOptions& options)
    : workspace_(workspace), chapters_(chapters), submissions_(options.submissions)
{
    if (!options.roster.empty()) {
        roster_ = read_roster(options.roster);
        remarks_ = roster_->remarks;
    }
    if (!options.mapping.empty()) {
        mapping_ = read_mapping(options.mapping, remarks_);
    }
    if (!options.follow && (!fs::is_regular_file(submissions_) || !is_archive(submissions_))) {
        found_ = find_submissions(submissions_, chapters_);
    }
}

void ClassInput::find(const fs::path& work)
{
    if (found_.submissions.empty()) {
        std::vector<std::string> no_students{"labs"};
        for (const Chapter& chapter : workspace_.chapters()) {
            no_students.push_back(chapter.folder);
        }
        archive_.emplace(submissions_, work);
        found_ = find_submissions(archive_->folder(no_students), chapters_);
        found_.passed_over.insert(found_.passed_over.end(), archive_->passed_over().begin(),
                                  archive_->passed_over().end());
    }
    matched_ = match(found_.submissions, roster(), mapping_);
}

void ClassInput::look_again()
{
    std::error_code error;
    const bool nothing = fs::is_directory(submissions_, error) && fs::is_empty(submissions_, error);
    found_ = nothing ? ClassFolder{} : find_submissions(submissions_, chapters_);
    matched_ = match(found_.submissions, roster(), mapping_, true);
}

std::vector<std::string> doubts_of(const Journal& journal, const std::set<std::string>& keys)
{
    constexpr std::size_t letters = 60;
    std::vector<std::string> doubts;
    journal.each(keys, [&](const GradedStudent& student) {
        if (!student.doubt.empty()) {
            doubts.push_back(fmt::format("{}: {}", shortened(clean_line(student.name), letters),
                                         clean_line(student.doubt)));
        }
    });
    return doubts;
}

} // namespace workbook
