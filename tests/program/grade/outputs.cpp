#include "grade/outputs.hpp"

#include "common/system/files.hpp"
#include "grade/feedback_files.hpp"
#include "grade/statistics.hpp"
#include "grade/zip_file.hpp"

namespace workbook {

void write_outputs(const std::filesystem::path& out, const GradingRules& rules,
                   const EachStudent& each_student, const ClassTexts& texts)
{
    write_file(out / "gradebook.csv", gradebook_csv(rules, each_student));
    write_file(out / "moodle.csv", moodle_csv(rules, each_student));
    write_file(out / "canvas.csv", canvas_csv(rules, each_student));
    write_file(out / "junit.xml", junit_xml(rules, each_student));
    write_file(out / "statistics.csv", statistics_csv(statistics_of(rules, each_student)));
    ZipFile moodle(out / "moodle_feedback.zip");
    ZipFile canvas(out / "canvas_feedback.zip");
    each_student([&](const GradedStudent& student) {
        const std::filesystem::path folder = out / "students" / student.key;
        const std::string page = feedback_page(rules, student);
        write_file(folder / "results.json", gradescope_json(rules, student));
        write_file(folder / "feedback.html", page);
        if (const std::string name = moodle_feedback_name(student); !name.empty()) {
            moodle.add(name, page);
        }
        if (const std::string name = canvas_feedback_name(student); !name.empty()) {
            canvas.add(name, page);
        }
    });
    moodle.finish();
    canvas.finish();
    write_file(out / "summary.html", summary_page(rules, each_student, texts)); // links to all
}

} // namespace workbook
