#include "grade/marks.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "grade/clean_text.hpp"
#include "grade/csv_table.hpp"
#include "grade/due_date.hpp"
#include "grade/numbers.hpp"
#include "grade/wording.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr std::array<const char*, 6> names{"student", "where", "what", "value", "who", "why"};
constexpr std::array<const char*, 4> kinds{"points", "bonus", "excuse", "due"};

/// An error about a line, with its advice.
UserError at_line(const fs::path& file, std::size_t line, const std::string& what,
                  const std::string& advice = "")
{
    return UserError(fmt::format("{}, line {}: {}", shown(file), line, what), advice, 2);
}

/// The lines in which the rows of a CSV text begin; a quoted field may hold line breaks.
std::vector<std::size_t> lines_of_rows(const std::string& text)
{
    std::vector<std::size_t> lines;
    std::size_t line = 1;
    bool quoted = false;
    bool begun = false;
    for (const char c : text) {
        if (!begun && c != '\n' && c != '\r') {
            lines.push_back(line);
            begun = true;
        }
        quoted ^= c == '"';
        if (c == '\n') {
            ++line;
            begun = quoted;
        }
    }
    return lines;
}

/// The places of the columns in the first row. Throws UserError.
std::map<std::string, std::size_t> columns_of_marks(const fs::path& file,
                                                    const std::vector<std::string>& header)
{
    std::map<std::string, std::size_t> columns;
    for (std::size_t i = 0; i < header.size(); ++i) {
        columns.emplace(boost::to_lower_copy(boost::trim_copy(header[i])), i);
    }
    for (const char* name : names) {
        if (columns.count(name) == 0) {
            throw at_line(file, 1, fmt::format("there is no column \"{}\"", name),
                          "its columns are " + fmt::format("{}", fmt::join(names, ", ")));
        }
    }
    return columns;
}

double points_from(const std::string& text)
{
    const std::optional<double> points = amount(text);
    if (!points) {
        throw UserError(fmt::format("\"{}\" is no number of points", text),
                        "write 2 or 2.5, with a point, not below 0");
    }
    return *points;
}

void read_value(const std::string& value, const MarkedPlace& place, Mark& mark)
{
    switch (mark.kind) {
    case Mark::Kind::excuse:
        if (!value.empty()) {
            throw UserError(fmt::format("\"{}\" says nothing: what is excused has no value", value),
                            "leave the value empty");
        }
        return;
    case Mark::Kind::due:
        if (!mark.step.empty()) {
            throw UserError("a step has no due date of its own", "name its chapter");
        }
        mark.due = parse_time(value);
        return;
    case Mark::Kind::points:
    case Mark::Kind::bonus: break;
    }
    if (mark.folder.empty()) {
        throw UserError("points need a place", "name a chapter (3) or a step (3.7) as where");
    }
    mark.points = points_from(value);
    if (mark.kind == Mark::Kind::points && place.max_points && mark.points > *place.max_points) {
        throw UserError(fmt::format("{} are more than the {} that there are",
                                    points_words(mark.points), points_text(*place.max_points)),
                        "what goes beyond is a bonus");
    }
}

Mark::Kind kind_from(const std::string& word)
{
    const auto found = std::find(kinds.begin(), kinds.end(), boost::to_lower_copy(word));
    if (found == kinds.end()) {
        throw UserError(fmt::format("nobody knows what \"{}\" is", word),
                        "what is one of points, bonus, excuse, due");
    }
    return static_cast<Mark::Kind>(found - kinds.begin());
}

std::string reason_of(const Mark& mark)
{
    return fmt::format(" ({}: {})", clean_line(mark.who), clean_line(mark.why));
}

bool is_called(const Classmate& mate, const std::string& word)
{
    return mate.key == word || (!mate.anonymous.empty() && mate.anonymous == word) ||
           (!mate.id.empty() && mate.id == word) ||
           (!mate.email.empty() && boost::iequals(mate.email, word));
}

void apply(const Mark& mark, GradedStep& step)
{
    if (mark.kind == Mark::Kind::points) {
        step.by_hand.said.push_back(fmt::format("{} by hand instead of {}{}",
                                                points_words(mark.points), points_text(step.points),
                                                reason_of(mark)));
        step.points = mark.points;
        return;
    }
    step.by_hand.said.push_back(words_for(mark));
    step.by_hand.bonus += mark.kind == Mark::Kind::bonus ? mark.points : 0;
    step.by_hand.excused |= mark.kind == Mark::Kind::excuse;
}

void apply(const Mark& mark, GradedChapter& chapter)
{
    if (!mark.step.empty()) {
        for (GradedStep& step : chapter.steps) {
            if (step.number == mark.step) {
                apply(mark, step);
            }
        }
        return;
    }
    chapter.by_hand.said.push_back(words_for(mark));
    switch (mark.kind) {
    case Mark::Kind::points: chapter.by_hand.points = mark.points; break;
    case Mark::Kind::bonus: chapter.by_hand.bonus += mark.points; break;
    case Mark::Kind::due: chapter.by_hand.due = mark.due; break;
    case Mark::Kind::excuse:
        for (GradedStep& step : chapter.steps) {
            step.by_hand.excused = true;
        }
        break;
    }
}

} // namespace

std::vector<Mark> read_marks(const fs::path& file, const FindPlace& find_place)
{
    const std::string text = read_file(file);
    const std::vector<std::vector<std::string>> rows = read_csv(text);
    const std::vector<std::size_t> lines = lines_of_rows(text);
    if (rows.empty()) {
        throw at_line(file, 1, "it is empty",
                      "its columns are " + fmt::format("{}", fmt::join(names, ", ")));
    }
    const auto columns = columns_of_marks(file, rows.front());
    std::vector<Mark> marks;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto field = [&, &row = rows[i]](const char* name) {
            const std::size_t place = columns.at(name);
            return place < row.size() ? boost::trim_copy(row[place]) : std::string();
        };
        Mark mark;
        mark.line = i < lines.size() ? lines[i] : i + 1;
        mark.student = field("student");
        mark.who = field("who");
        mark.why = field("why");
        try {
            for (const char* needed : {"student", "what", "who", "why"}) {
                if (field(needed).empty()) {
                    throw UserError(fmt::format("it does not say \"{}\"", needed),
                                    "every mark has a student, what, who and why");
                }
            }
            mark.kind = kind_from(field("what"));
            const MarkedPlace place =
                field("where").empty() ? MarkedPlace{} : find_place(field("where"));
            mark.folder = place.folder;
            mark.step = place.step;
            read_value(field("value"), place, mark);
        } catch (const UserError& error) {
            throw at_line(file, mark.line, error.what(), error.advice);
        }
        marks.push_back(std::move(mark));
    }
    return marks;
}

std::map<std::string, std::vector<Mark>> by_student(const fs::path& file,
                                                    const std::vector<Mark>& marks,
                                                    const std::vector<Classmate>& class_list,
                                                    bool may_come)
{
    std::map<std::string, std::vector<Mark>> result;
    std::map<std::tuple<std::string, std::string, std::string, Mark::Kind>, std::size_t> decided;
    for (const Mark& mark : marks) {
        std::vector<std::string> keys;
        for (const Classmate& mate : class_list) {
            if (is_called(mate, mark.student)) {
                keys.push_back(mate.key);
            }
        }
        if (keys.size() > 1) {
            throw at_line(file, mark.line,
                          fmt::format("\"{}\" may be {}", mark.student, boost::join(keys, " or ")),
                          "name the key, the first column of gradebook.csv");
        }
        if (keys.empty() && may_come) {
            continue;
        }
        if (keys.empty()) {
            throw at_line(file, mark.line, fmt::format("there is no student \"{}\"", mark.student),
                          "a student is named by key, id or e-mail: the columns of gradebook.csv");
        }
        const auto [before, is_new] =
            decided.emplace(std::tuple(keys.front(), mark.folder, mark.step, mark.kind), mark.line);
        if (!is_new && mark.kind != Mark::Kind::bonus) {
            throw at_line(file, mark.line,
                          fmt::format("line {} has decided that already", before->second),
                          "leave one of the two; only a bonus may be given twice");
        }
        result[keys.front()].push_back(mark);
    }
    return result;
}

GradedStudent marked(const GradingRules& rules, GradedStudent student)
{
    for (GradedChapter& chapter : student.chapters) {
        for (GradedStep& step : chapter.steps) {
            const auto points = rules.points.find(step.number);
            if (points != rules.points.end()) {
                step.points =
                    step.max_points > 0 ? step.points * points->second / step.max_points : 0;
                step.max_points = points->second;
            }
        }
    }
    const auto found = rules.marks.find(student.key);
    if (found == rules.marks.end()) {
        return student;
    }
    for (const Mark& mark : found->second) {
        for (GradedChapter& chapter : student.chapters) {
            // What is said about all chapters makes way for what is said about one.
            const bool is_meant =
                mark.folder == chapter.folder ||
                (mark.folder.empty() &&
                 std::none_of(found->second.begin(), found->second.end(), [&](const Mark& other) {
                     return other.kind == mark.kind && other.folder == chapter.folder &&
                            other.step.empty();
                 }));
            if (is_meant) {
                apply(mark, chapter);
            }
        }
    }
    return student;
}

EachStudent marked(const GradingRules& rules, const EachStudent& each_student)
{
    return [&rules, each_student](const auto& visit) {
        each_student([&](const GradedStudent& student) { visit(marked(rules, student)); });
    };
}

std::string words_for(const Mark& mark)
{
    std::string words;
    switch (mark.kind) {
    case Mark::Kind::points:
        words = points_words(mark.points) + " by hand" + (mark.step.empty() ? ", late or not" : "");
        break;
    case Mark::Kind::bonus: words = "a bonus of " + points_words(mark.points); break;
    case Mark::Kind::excuse: words = "excused: does not count"; break;
    case Mark::Kind::due: words = "due " + utc_text(mark.due) + " instead"; break;
    }
    return words + reason_of(mark);
}

} // namespace workbook
