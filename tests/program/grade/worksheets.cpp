#include "grade/worksheets.hpp"

#include "grade/clean_text.hpp"
#include "grade/csv_table.hpp"
#include "grade/roster.hpp"
#include "grade/same_name.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>

#include <algorithm>
#include <map>
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

/// The header of the roster, if it is of this kind; "" otherwise.
std::vector<std::string>
roster_header(const EachStudent& each_student,
              const std::function<bool(const std::vector<std::string>&)>& is_kind)
{
    std::vector<std::string> header;
    each_student([&](const GradedStudent& student) {
        if (header.empty() && is_kind(student.roster.header)) {
            header = student.roster.header;
        }
    });
    return header;
}

/// Its rows in their order, each as `line` writes it.
std::string rows_of(const EachStudent& each_student, const std::vector<std::string>& header,
                    const std::function<std::string(const GradedStudent&)>& line)
{
    std::map<std::size_t, std::string> rows;
    each_student([&](const GradedStudent& student) {
        if (student.roster.header == header) {
            rows[student.roster.row] = line(student);
        }
    });
    std::string text;
    for (const auto& [row, written] : rows) {
        text += written;
    }
    return text;
}

std::vector<std::string> clean(std::vector<std::string> cells)
{
    std::transform(cells.begin(), cells.end(), cells.begin(), clean_line);
    return cells;
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

std::optional<std::string> filled_moodle_worksheet(const EachStudent& each_student,
                                                   const MarkOf& mark_of)
{
    const std::vector<std::string> header = roster_header(each_student, is_moodle_worksheet);
    if (header.empty()) {
        return std::nullopt;
    }
    const std::size_t grade = moodle_grade(header);
    const std::size_t comments =
        column_of(header, {"feedback comments", "피드백 댓글", "피드백 코멘트", "피드백 의견"});
    return csv_line(clean(header)) +
           rows_of(each_student, header, [&](const GradedStudent& student) {
               std::vector<std::string> cells = clean(student.roster.cells);
               cells.resize(std::max(cells.size(), header.size()));
               if (student.doubt.empty()) {
                   const PlatformMark mark = mark_of(student);
                   cells[grade] = mark.points;
                   if (comments != none) {
                       cells[comments] = mark.comments;
                   }
               }
               return csv_line(cells);
           });
}

std::optional<std::string> filled_canvas_gradebook(const EachStudent& each_student,
                                                   const std::string& assignment,
                                                   const std::string& most_points,
                                                   const MarkOf& mark_of)
{
    const std::vector<std::string> header = roster_header(each_student, is_canvas_roster);
    if (header.empty()) {
        return std::nullopt;
    }
    static const std::set<std::string> identifying{
        "student",        "id",           "sis user id", "sis login id",
        "integration id", "root account", "section"};
    std::vector<std::size_t> columns;
    std::size_t graded = none; // "Homework 3 (12345)": Canvas adds its number
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name = comparable(header[i]);
        const std::string numbered = comparable(assignment) + " (";
        if (identifying.count(name) > 0) {
            columns.push_back(i);
        } else if (name == comparable(assignment) ||
                   (boost::starts_with(name, numbered) && boost::ends_with(name, ")") &&
                    name.find_first_not_of("0123456789", numbered.size()) == name.size() - 1)) {
            graded = i;
        }
    }
    const auto line = [&](const std::vector<std::string>& cells, const std::string& last) {
        std::vector<std::string> fields;
        for (const std::size_t column : columns) {
            fields.push_back(column < cells.size() ? cells[column] : "");
        }
        fields.push_back(last);
        return csv_line(fields);
    };
    std::vector<std::string> possible(header.size());
    possible[columns.front()] = "    Points Possible";
    return line(clean(header), clean_line(graded == none ? assignment : header[graded])) +
           line(possible, most_points) +
           rows_of(each_student, header, [&](const GradedStudent& student) {
               const auto cells = clean(student.roster.cells);
               const std::string before = graded < cells.size() ? cells[graded] : "";
               return line(cells, student.doubt.empty() ? mark_of(student).points : before);
           });
}

} // namespace workbook
