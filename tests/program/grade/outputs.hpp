/// @file
/// Everything that an instructor gets; it depends only on the students' results and the rules.
#pragma once

#include "grade/class_texts.hpp"
#include "grade/long_text.hpp"
#include "grade/rules.hpp"

#include <filesystem>
#include <functional>
#include <memory>

namespace workbook {

/// Calls its argument for every student of the class, in the order of their keys. It can be called
/// repeatedly, because a class is never held in memory as a whole.
using EachStudent = std::function<void(const std::function<void(const GradedStudent&)>&)>;

/// Writes below `out`: gradebook.csv, moodle.csv, canvas.csv, junit.xml, statistics.csv,
/// summary.html, students/KEY/results.json (Gradescope's schema), students/KEY/feedback.html and,
/// for what came from them, moodle_feedback.zip and canvas_feedback.zip. Students are compared as
/// far as `texts` has what they handed in. The same results and rules give the same bytes. Throws
/// UserError if writing fails.
void write_outputs(const std::filesystem::path& out, const GradingRules& rules,
                   const EachStudent& each_student, const ClassTexts& texts = {});

struct ChapterColumns;

/// A file about the whole class. All are made together, so that each student is read once.
class ClassFile {
public:
    ClassFile() = default;
    virtual ~ClassFile() = default;
    ClassFile(const ClassFile&) = delete;
    ClassFile& operator=(const ClassFile&) = delete;

    /// The next student, in the order of EachStudent.
    virtual void add(const GradedStudent& student) = 0;

    /// The file, once all were added.
    virtual void pieces(const TakePiece& take) = 0;
};

/// How a file is begun. Rules, columns and texts must outlive it.
using BeginFile = std::unique_ptr<ClassFile> (*)(const GradingRules& rules,
                                                 const std::vector<ChapterColumns>& columns,
                                                 const ClassTexts& texts);
std::unique_ptr<ClassFile> begin_gradebook(const GradingRules& rules,
                                           const std::vector<ChapterColumns>& columns,
                                           const ClassTexts& texts);
std::unique_ptr<ClassFile> begin_moodle(const GradingRules& rules,
                                        const std::vector<ChapterColumns>& columns,
                                        const ClassTexts& texts);
std::unique_ptr<ClassFile> begin_canvas(const GradingRules& rules,
                                        const std::vector<ChapterColumns>& columns,
                                        const ClassTexts& texts);
std::unique_ptr<ClassFile> begin_junit(const GradingRules& rules,
                                       const std::vector<ChapterColumns>& columns,
                                       const ClassTexts& texts);
std::unique_ptr<ClassFile> begin_statistics(const GradingRules& rules,
                                            const std::vector<ChapterColumns>& columns,
                                            const ClassTexts& texts);
std::unique_ptr<ClassFile> begin_summary(const GradingRules& rules,
                                         const std::vector<ChapterColumns>& columns,
                                         const ClassTexts& texts);

/// A table: its first rows, and the row of each student.
std::unique_ptr<ClassFile> begin_table(const std::string& head,
                                       std::function<std::string(const GradedStudent&)> row);

/// One file alone.
std::string whole_file(BeginFile begin, const GradingRules& rules, const EachStudent& each_student,
                       const ClassTexts& texts = {});
inline std::string gradebook_csv(const GradingRules& rules, const EachStudent& each_student)
{
    return whole_file(begin_gradebook, rules, each_student);
}
inline std::string moodle_csv(const GradingRules& rules, const EachStudent& each_student)
{
    return whole_file(begin_moodle, rules, each_student);
}
inline std::string canvas_csv(const GradingRules& rules, const EachStudent& each_student)
{
    return whole_file(begin_canvas, rules, each_student);
}
inline std::string junit_xml(const GradingRules& rules, const EachStudent& each_student)
{
    return whole_file(begin_junit, rules, each_student);
}
inline std::string summary_page(const GradingRules& rules, const EachStudent& each_student)
{
    return whole_file(begin_summary, rules, each_student);
}

/// What one student gets.
std::string gradescope_json(const GradingRules& rules, const GradedStudent& student);
std::string feedback_page(const GradingRules& rules, const GradedStudent& student);

} // namespace workbook
