#include "grade/class_list.hpp"

#include "common/system/user_error.hpp"
#include "grade/student_of.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

namespace workbook {

std::vector<Classmate> classmates(const MatchedClass& students)
{
    std::vector<Classmate> mates;
    for (const MatchedSubmission& each : students.submissions) {
        mates.push_back({each.submission.key, each.name, each.id, each.email});
    }
    for (const MissingStudent& missing : students.missing) {
        const GradedStudent student = student_of(missing, nullptr);
        mates.push_back({student.key, student.name, student.id, student.email});
    }
    return mates;
}

std::vector<std::size_t> find_students(const std::vector<MatchedSubmission>& submissions,
                                       const std::vector<std::string>& words)
{
    std::vector<std::size_t> places;
    for (const std::string& word : words) {
        std::vector<std::string> keys;
        for (std::size_t i = 0; i < submissions.size(); ++i) {
            const MatchedSubmission& shown = submissions[i];
            const std::string& key = shown.submission.key;
            if (key == word || (!shown.id.empty() && shown.id == word) ||
                (!shown.email.empty() && boost::iequals(shown.email, word)) || shown.name == word) {
                places.push_back(i);
                keys.push_back(key);
            }
        }
        if (keys.empty()) {
            throw UserError(fmt::format("nobody who handed in is called {}", word),
                            "--only takes a key, id, e-mail or name: the columns of gradebook.csv",
                            2);
        }
        if (keys.size() > 1) {
            throw UserError(fmt::format("{} may be {}", word, boost::join(keys, " or ")),
                            "name the key", 2);
        }
    }
    return places;
}

} // namespace workbook
