#include "grade/result.hpp"

#include "common/system/json.hpp"
#include "common/system/user_error.hpp"
#include "explain/verdict_json.hpp"

#include <fmt/format.h>

#include <cmath>

namespace workbook {
namespace {

using json = nlohmann::json;

json json_of(const Excerpt& excerpt)
{
    return {{"first_line", excerpt.first_line}, {"text", excerpt.text}};
}

Excerpt excerpt_from(const json& value)
{
    return {value.at("first_line"), value.at("text")};
}

json json_of(const GradedStep& step)
{
    return {{"number", step.number},
            {"name", step.name},
            {"status", to_string(step.status)},
            {"left_out", step.left_out},
            {"points", json_number(step.points)},
            {"max_points", json_number(step.max_points)},
            {"message", step.message},
            {"finding", step.finding ? json(*step.finding) : json()},
            {"mistakes", step.mistakes},
            {"excerpt", json_of(step.excerpt)},
            {"origin", json_of(step.origin)},
            {"warnings", step.warnings},
            {"printed", step.printed},
            {"seconds", std::round(1000 * step.seconds) / 1000}};
}

json json_of(const GradedChapter& chapter)
{
    json steps = json::array();
    for (const GradedStep& step : chapter.steps) {
        steps.push_back(json_of(step));
    }
    return {{"folder", chapter.folder},
            {"file", chapter.file},
            {"handed_in", chapter.handed_in ? json(*chapter.handed_in) : json()},
            {"notes", chapter.notes},
            {"content", chapter.content},
            {"steps", steps}};
}

GradedStep step_from(const json& value)
{
    GradedStep step;
    step.number = value.at("number");
    step.name = value.at("name");
    step.status = status_from(value.at("status"));
    step.left_out = value.at("left_out");
    step.points = value.at("points");
    step.max_points = value.at("max_points");
    step.message = value.at("message");
    if (!value.at("finding").is_null()) {
        step.finding = value.at("finding").get<Finding>();
    }
    value.at("mistakes").get_to(step.mistakes);
    step.excerpt = excerpt_from(value.at("excerpt"));
    step.origin = excerpt_from(value.at("origin"));
    step.warnings = value.at("warnings");
    step.printed = value.at("printed");
    step.seconds = value.value("seconds", 0.0);
    return step;
}

GradedChapter chapter_from(const json& value)
{
    GradedChapter chapter;
    chapter.folder = value.at("folder");
    chapter.file = value.at("file");
    if (!value.at("handed_in").is_null()) {
        chapter.handed_in = value.at("handed_in").get<std::int64_t>();
    }
    chapter.notes = value.at("notes").get<std::vector<std::string>>();
    chapter.content = value.value("content", "");
    for (const json& step : value.at("steps")) {
        chapter.steps.push_back(step_from(step));
    }
    return chapter;
}

} // namespace

json to_json(const GradedStudent& student)
{
    json chapters = json::array();
    for (const GradedChapter& chapter : student.chapters) {
        chapters.push_back(json_of(chapter));
    }
    const json raw{{"key", student.key},
                   {"name", student.name},
                   {"id", student.id},
                   {"email", student.email},
                   {"section", student.section},
                   {"place", student.place},
                   {"missing", student.missing},
                   {"notes", student.notes},
                   {"doubt", student.doubt},
                   {"unrecognised", student.unrecognised},
                   {"roster",
                    {{"header", student.roster.header},
                     {"cells", student.roster.cells},
                     {"row", student.roster.row}}},
                   {"chapters", chapters}};
    // After a round trip every string is UTF-8, so no later dump() can throw.
    return parse_json(to_text(raw));
}

json json_number(double number)
{
    const auto whole = static_cast<std::int64_t>(number);
    return static_cast<double>(whole) == number ? json(whole) : json(number);
}

GradedStudent student_from(const json& value)
{
    try {
        GradedStudent student;
        student.key = value.at("key");
        student.name = value.at("name");
        student.id = value.at("id");
        student.email = value.at("email");
        student.section = value.value("section", "");
        student.place = value.value("place", "");
        student.missing = value.at("missing");
        student.notes = value.at("notes").get<std::vector<std::string>>();
        student.doubt = value.at("doubt");
        student.unrecognised = value.at("unrecognised").get<std::vector<std::string>>();
        const json& roster = value.at("roster");
        student.roster = {roster.at("header").get<std::vector<std::string>>(),
                          roster.at("cells").get<std::vector<std::string>>(), roster.at("row")};
        for (const json& chapter : value.at("chapters")) {
            student.chapters.push_back(chapter_from(chapter));
        }
        return student;
    } catch (const json::exception& error) {
        throw UserError(fmt::format("a stored result cannot be read: {}", error.what()),
                        "it was written by another version of the workbook, or changed");
    }
}

} // namespace workbook
