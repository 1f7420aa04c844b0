/// @file
/// Marks by hand: what an instructor decides about one student. They are applied when the outputs
/// are written, so nothing is judged again for them.
#pragma once

#include "grade/outputs.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// Somebody of the class, by all that a mark may call him.
struct Classmate {
    std::string key;
    std::string name;
    std::string id;
    std::string email;
    std::string anonymous{}; ///< the name that the outputs show; "" if they show the real one
};

/// A chapter or a step, and the most that it gives; unknown if it is not graded now.
struct MarkedPlace {
    std::string folder;
    std::string step;
    std::optional<double> max_points;
};

/// What "3" or "3.7" names. Throws UserError if there is no such chapter or step.
using FindPlace = std::function<MarkedPlace(const std::string& where)>;

/// Reads a CSV with the columns student, where, what, value, who and why. `what` is points, bonus,
/// excuse or due. Throws UserError, naming the line, for anything that is not understood: an
/// unknown step, points that are no number or too many, a missing who or why.
std::vector<Mark> read_marks(const std::filesystem::path& file, const FindPlace& find_place);

/// Sorts marks by the keys of those whose key, id or e-mail they name. Throws UserError, naming the
/// line, if nobody is called so, if several are, or if one thing is decided twice. Marks of nobody
/// are passed over if `may_come` is set: then the student may hand in yet.
std::map<std::string, std::vector<Mark>> by_student(const std::filesystem::path& file,
                                                    const std::vector<Mark>& marks,
                                                    const std::vector<Classmate>& class_list,
                                                    bool may_come = false);

/// The student with the rules' points of the steps and with the marks.
GradedStudent marked(const GradingRules& rules, GradedStudent student);

/// The same for every student of a class.
EachStudent marked(const GradingRules& rules, const EachStudent& each_student);

/// A decision in words, with who and why: "bonus of 2 points (Kim: drew the figure)".
std::string words_for(const Mark& mark);

} // namespace workbook
