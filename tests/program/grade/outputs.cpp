#include "grade/outputs.hpp"

#include "common/system/files.hpp"

namespace workbook {

void write_outputs(const std::filesystem::path& out, const GradingRules& rules,
                   const EachStudent& each_student)
{
    write_file(out / "gradebook.csv", gradebook_csv(rules, each_student));
    write_file(out / "moodle.csv", moodle_csv(rules, each_student));
    write_file(out / "canvas.csv", canvas_csv(rules, each_student));
    write_file(out / "junit.xml", junit_xml(rules, each_student));
    each_student([&](const GradedStudent& student) {
        const std::filesystem::path folder = out / "students" / student.key;
        write_file(folder / "results.json", gradescope_json(rules, student));
        write_file(folder / "feedback.html", feedback_page(rules, student));
    });
    write_file(out / "summary.html", summary_page(rules, each_student)); // links to all others
}

} // namespace workbook
