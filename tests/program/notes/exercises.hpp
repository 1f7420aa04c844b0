/// @file
/// The exercises of a chapter, and their answers.
#pragma once

#include <string>
#include <vector>

namespace workbook {

/// Goes through the lines of a chapter. A paragraph that begins with **Exercise.** or **Try.** is
/// an exercise; what stands between the lines {{answer}} and {{/answer}} behind it is its answer.
class Exercises {
public:
    explicit Exercises(int chapter) : chapter_(chapter) {}

    /// Whether the line begins or ends an answer; if so, and where an exercise begins, it is
    /// replaced by what the page shows. Throws UserError for an answer without an exercise.
    bool mark(std::string& line);

    /// At the end: what is wrong, or "".
    std::string still_open() const;

private:
    std::string number() const;

    int chapter_;
    int count_ = 0;
    bool in_answer_ = false;
    std::vector<std::string> unanswered_; ///< the numbers of those without an answer
};

} // namespace workbook
