#include "grade/worksheets.hpp"

#include "grade/clean_text.hpp"
#include "grade/csv_table.hpp"
#include "grade/roster.hpp"
#include "grade/same_name.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace workbook {
namespace {

constexpr std::size_t none = std::string::npos;

bool has(const std::vector<std::string>& header, const std::string& name)
{
    return column_of(header, {name}) != none;
}

std::size_t moodle_grade(const std::vector<std::string>& header)
{
    return column_of(header, {"grade", "성적", "점수"});
}

bool is_moodle_worksheet(const std::vector<std::string>& header)
{
    return column_of(header, {"identifier", "식별자"}) != none && moodle_grade(header) != none;
}

using Cells = std::vector<std::string>;

/// What is known of a platform's table.
struct Kind {
    std::function<bool(const Cells& header)> is_it;
    std::function<std::string(const Cells& header)> head; ///< the rows above those of students
    std::function<std::string(const Cells& header, const GradedStudent&)> row;
};

/// The table that was the roster, its rows in their order, or another one.
class Worksheet : public ClassFile {
public:
    Worksheet(std::unique_ptr<ClassFile> plain, Kind kind)
        : plain_(std::move(plain)), kind_(std::move(kind))
    {
    }

    void add(const GradedStudent& student) override
    {
        plain_->add(student);
        if (header_.empty() && kind_.is_it(student.roster.header)) {
            header_ = student.roster.header;
        }
        if (!header_.empty() && student.roster.header == header_) {
            rows_[student.roster.row] = kind_.row(header_, student);
        }
    }

    void pieces(const TakePiece& take) override
    {
        if (header_.empty()) {
            plain_->pieces(take);
            return;
        }
        take(kind_.head(header_));
        for (const auto& [number, row] : rows_) {
            take(row);
        }
    }

private:
    std::unique_ptr<ClassFile> plain_;
    Kind kind_;
    Cells header_;
    std::map<std::size_t, std::string> rows_;
};

Cells clean(Cells cells)
{
    std::transform(cells.begin(), cells.end(), cells.begin(), clean_line);
    return cells;
}

/// The columns of Canvas' export that are written.
struct CanvasColumns {
    std::vector<std::size_t> identifying;
    std::size_t graded = none; ///< that of the assignment: "Homework 3 (12345)", with its number
};

CanvasColumns canvas_columns(const Cells& header, const std::string& assignment)
{
    static const std::set<std::string> identifying{
        "student",        "id",           "sis user id", "sis login id",
        "integration id", "root account", "section"};
    CanvasColumns columns;
    const std::string numbered = comparable(assignment) + " (";
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name = comparable(header[i]);
        if (identifying.count(name) > 0) {
            columns.identifying.push_back(i);
        } else if (name == comparable(assignment) ||
                   (boost::starts_with(name, numbered) && boost::ends_with(name, ")") &&
                    name.find_first_not_of("0123456789", numbered.size()) == name.size() - 1)) {
            columns.graded = i;
        }
    }
    return columns;
}

std::string canvas_line(const CanvasColumns& columns, const Cells& cells, const std::string& last)
{
    Cells fields;
    for (const std::size_t column : columns.identifying) {
        fields.push_back(column < cells.size() ? cells[column] : "");
    }
    fields.push_back(last);
    return csv_line(fields);
}

} // namespace

std::string moodle_number(const std::string& id)
{
    for (const char* word : {"participant ", "참가자"}) {
        if (boost::istarts_with(id, word)) {
            return boost::trim_copy(id.substr(std::string(word).size()));
        }
    }
    return id;
}

bool is_canvas_roster(const std::vector<std::string>& header)
{
    return has(header, "student") && has(header, "id") &&
           (has(header, "sis user id") || has(header, "sis login id") || has(header, "section"));
}

std::unique_ptr<ClassFile> moodle_worksheet_or(std::unique_ptr<ClassFile> plain, MarkOf mark_of)
{
    const auto row = [mark_of = std::move(mark_of)](const Cells& header,
                                                    const GradedStudent& student) {
        Cells cells = clean(student.roster.cells);
        cells.resize(std::max(cells.size(), header.size()));
        if (student.doubt.empty()) {
            const PlatformMark mark = mark_of(student);
            cells[moodle_grade(header)] = mark.points;
            const std::size_t comments = column_of(
                header, {"feedback comments", "피드백 댓글", "피드백 코멘트", "피드백 의견"});
            if (comments != none) {
                cells[comments] = mark.comments;
            }
        }
        return csv_line(cells);
    };
    const auto head = [](const Cells& header) { return csv_line(clean(header)); };
    return std::make_unique<Worksheet>(std::move(plain), Kind{is_moodle_worksheet, head, row});
}

std::unique_ptr<ClassFile> canvas_gradebook_or(std::unique_ptr<ClassFile> plain,
                                               std::string assignment, std::string most_points,
                                               MarkOf mark_of)
{
    const auto head = [assignment, most_points](const Cells& header) {
        const CanvasColumns columns = canvas_columns(header, assignment);
        Cells possible(header.size());
        possible[columns.identifying.front()] = "    Points Possible";
        const std::string& name = columns.graded == none ? assignment : header[columns.graded];
        return canvas_line(columns, clean(header), clean_line(name)) +
               canvas_line(columns, possible, most_points);
    };
    const auto row = [assignment, mark_of = std::move(mark_of)](const Cells& header,
                                                                const GradedStudent& student) {
        const CanvasColumns columns = canvas_columns(header, assignment);
        const Cells cells = clean(student.roster.cells);
        const std::string before = columns.graded < cells.size() ? cells[columns.graded] : "";
        return canvas_line(columns, cells,
                           student.doubt.empty() ? mark_of(student).points : before);
    };
    return std::make_unique<Worksheet>(std::move(plain), Kind{is_canvas_roster, head, row});
}

} // namespace workbook
