#include "grade/outputs.hpp"

#include "common/system/files.hpp"
#include "grade/class_layout.hpp"
#include "grade/feedback_files.hpp"
#include "grade/zip_file.hpp"

namespace workbook {

namespace {

/// Collects rows.
class Table : public ClassFile {
public:
    Table(const std::string& head, std::function<std::string(const GradedStudent&)> row)
        : row_(std::move(row))
    {
        text_.add(head);
    }

    void add(const GradedStudent& student) override { text_.add(row_(student)); }
    void pieces(const TakePiece& take) override { text_.pieces(take); }

private:
    LongText text_;
    std::function<std::string(const GradedStudent&)> row_;
};

} // namespace

std::unique_ptr<ClassFile> begin_table(const std::string& head,
                                       std::function<std::string(const GradedStudent&)> row)
{
    return std::make_unique<Table>(head, std::move(row));
}

std::string whole_file(BeginFile begin, const GradingRules& rules, const EachStudent& each_student,
                       const ClassTexts& texts)
{
    const std::vector<ChapterColumns> columns = columns_of(rules, each_student);
    const std::unique_ptr<ClassFile> file = begin(rules, columns, texts);
    each_student([&](const GradedStudent& student) { file->add(student); });
    std::string text;
    file->pieces([&](const std::string& piece) { text += piece; });
    return text;
}

void write_outputs(const std::filesystem::path& out, const GradingRules& rules,
                   const EachStudent& each_student, const ClassTexts& texts)
{
    const std::vector<ChapterColumns> columns = columns_of(rules, each_student);
    std::vector<std::pair<const char*, std::unique_ptr<ClassFile>>> files;
    const auto begin = [&](const char* name, BeginFile how) {
        files.emplace_back(name, how(rules, columns, texts));
    };
    begin("gradebook.csv", begin_gradebook);
    begin("moodle.csv", begin_moodle);
    begin("canvas.csv", begin_canvas);
    begin("junit.xml", begin_junit);
    begin("statistics.csv", begin_statistics);
    begin("summary.html", begin_summary); // links to all others
    ZipFile moodle(out / "moodle_feedback.zip");
    ZipFile canvas(out / "canvas_feedback.zip");
    each_student([&](const GradedStudent& student) {
        for (const auto& [name, file] : files) {
            file->add(student);
        }
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
    for (auto& [name, file] : files) {
        write_file_in_pieces(out / name, [&](const TakePiece& take) { file->pieces(take); });
        file.reset();
    }
}

} // namespace workbook
