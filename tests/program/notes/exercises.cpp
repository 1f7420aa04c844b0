#include "notes/exercises.hpp"

#include "common/system/user_error.hpp"

#include <boost/algorithm/string/join.hpp>
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
            ++count_;
            unanswered_.push_back(number());
            line = fmt::format("\\anchor exercise_{}_{}\n<b>Exercise {}.</b>{}", chapter_, count_,
                               number(), line.substr(word.size()));
        }
    }
    if (line == "{{answer}}") {
        if (in_answer_ || unanswered_.empty() || unanswered_.back() != number()) {
            throw UserError("this answer has no exercise before it");
        }
        in_answer_ = true;
        unanswered_.pop_back();
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

std::string Exercises::still_open() const
{
    if (in_answer_) {
        return fmt::format("the answer {} does not end", number());
    }
    return unanswered_.empty()
               ? ""
               : fmt::format("these exercises have no answer: {}", boost::join(unanswered_, ", "));
}

} // namespace workbook
