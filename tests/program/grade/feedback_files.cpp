#include "grade/feedback_files.hpp"

#include "grade/clean_text.hpp"

#include <boost/algorithm/string/replace.hpp>

#include <regex>

namespace workbook {
namespace {

/// Whether a name from outside is short enough for std::regex, and no path.
bool is_plain_name(const std::string& name)
{
    return name.size() <= 255 && name.find('/') == std::string::npos;
}

} // namespace

std::string moodle_feedback_name(const GradedStudent& student)
{
    static const std::regex form(R"(([^\n]+)_(\d+)_assignsubmission_file_?[^\n]*)");
    std::smatch match;
    if (!is_plain_name(student.place) || !std::regex_match(student.place, match, form)) {
        return "";
    }
    // Moodle takes what stands between the first two underscores for the participant.
    const std::string name = boost::replace_all_copy(clean_line(match[1]), "_", " ");
    return name + "_" + match[2].str() + "_assignsubmission_file_/feedback.html";
}

std::string canvas_feedback_name(const GradedStudent& student)
{
    static const std::regex form(R"(([^_\n]+)_((?:LATE_)?\d+_\d+)_[^\n]+)");
    std::smatch match;
    if (!is_plain_name(student.place) || !moodle_feedback_name(student).empty() ||
        !std::regex_match(student.place, match, form)) {
        return "";
    }
    return clean_line(match[1]) + "_" + match[2].str() + "_feedback.html";
}

} // namespace workbook
