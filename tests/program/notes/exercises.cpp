#include "notes/exercises.hpp"

#include "common/system/user_error.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

namespace workbook {

std::string Exercises::number() const
{
    return fmt::format("{}.{}", chapter_, count_);
}

bool Exercises::mark(std::string& line)
{
    for (const std::string word : {"**Exercise.**", "**Try.**"}) {
        if (!in_answer_ && boost::starts_with(line, word)) {
            note_missing_answer();
            ++count_;
            is_answered_ = false;
            line = fmt::format("\\anchor exercise_{}_{}\n<b>Exercise {}.</b>{}", chapter_, count_,
                               number(), line.substr(word.size()));
        }
    }
    if (line == "{{answer}}") {
        if (is_answered_ || in_answer_) {
            throw UserError("this answer has no exercise before it");
        }
        in_answer_ = true;
        is_answered_ = true;
        line = fmt::format("\\htmlonly[block]\n<div class=\"answer\" title=\"Answer {}\">\n"
                           "\\endhtmlonly\n",
                           number());
        return true;
    }
    if (line == "{{/answer}}") {
        if (!in_answer_) {
            throw UserError("no answer is open here");
        }
        in_answer_ = false;
        line = "\n\\htmlonly[block]\n</div>\n\\endhtmlonly";
        return true;
    }
    return false;
}

void Exercises::note_missing_answer()
{
    if (!is_answered_) {
        unanswered_ += (unanswered_.empty() ? "" : ", ") + number();
    }
}

std::string Exercises::still_open()
{
    if (in_answer_) {
        return fmt::format("the answer {} does not end", number());
    }
    note_missing_answer();
    return unanswered_.empty() ? ""
                               : fmt::format("these exercises have no answer: {}", unanswered_);
}

} // namespace workbook
