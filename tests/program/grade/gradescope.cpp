#include "common/system/json.hpp"
#include "grade/clean_text.hpp"
#include "grade/outputs.hpp"
#include "grade/wording.hpp"

#include <fmt/format.h>

namespace workbook {
namespace {

using json = nlohmann::json;

constexpr std::size_t longest_value = 400; // letters
constexpr std::size_t printed_lines = 10;

/// What a student is told about a step. `told_build` is set once the compiler's message has been
/// given, which is the same for all steps of a chapter.
std::string output_of(const GradedStep& step, bool& told_build)
{
    if (step.status == Status::right) {
        return "";
    }
    if (step.status == Status::not_built) {
        const bool tell = !told_build || step.left_out;
        told_build |= !step.left_out;
        return tell ? clean_text(step.message) : short_message(step);
    }
    std::string text = words_for(step.status) + ": " + clean_text(step.message);
    if (step.finding) {
        for (const Input& input : step.finding->inputs) {
            text += fmt::format("\n{} = {}", clean_line(input.name),
                                shortened(clean_line(input.value), longest_value));
        }
    }
    if (step.origin.first_line != 0) {
        text += fmt::format("\nin line {}: {}", step.origin.first_line,
                            shortened(clean_line(step.origin.text), longest_value));
    }
    if (!step.warnings.empty()) {
        text += "\nThe compiler warns:\n" + clean_text(step.warnings);
    }
    for (const NamedMistake& mistake : step.mistakes) {
        if (step.message.find(mistake.message) == std::string::npos) {
            text += "\nThe mistake: " + clean_text(mistake.message);
        }
    }
    if (!step.printed.empty()) {
        const std::string printed = clean_text(step.printed);
        const std::string first = first_lines(printed, printed_lines);
        text += "\nYour code printed:\n" + first + (first == printed ? "" : "…");
    }
    return text;
}

json ids_of(const GradedStep& step)
{
    json ids = json::array();
    for (const NamedMistake& mistake : step.mistakes) {
        ids.push_back(clean_line(mistake.id));
    }
    return ids;
}

json test_of(const GradingRules& rules, const GradedChapter& chapter, const GradedStep& step,
             bool& told_build)
{
    const bool counted = counts(rules, step);
    const bool hidden = is_hidden(rules, step);
    bool untold = false; // students cannot read what is told in a hidden test
    json tags{clean_line(chapter.folder), to_string(step.status)};
    if (!counted) {
        tags.push_back(step.by_hand.excused ? "excused" : "does not count");
    }
    std::string output = output_of(step, hidden ? untold : told_build);
    for (const std::string& decision : step.by_hand.said) {
        output += (output.empty() ? "" : "\n") + ("by hand: " + decision);
    }
    return {{"number", clean_line(step.number)},
            {"name", clean_line(step.name)},
            {"score", json_number(counted ? step.points + step.by_hand.bonus : 0)},
            {"max_score", json_number(counted ? step.max_points : 0)},
            {"status", step.status == Status::right ? "passed" : "failed"},
            {"output", output},
            {"output_format", "text"},
            {"visibility", hidden ? "hidden" : "visible"},
            {"tags", tags},
            {"extra_data", {{"mistakes", ids_of(step)}}}};
}

/// The text above the tests: the points of every chapter and the notes about its file.
std::string overview(const GradingRules& rules, const GradedStudent& student)
{
    std::string text;
    if (student.missing) {
        text = "Nothing was handed in.";
        for (const std::string& decision : said_by_hand(student)) {
            text += "\nby hand: " + decision;
        }
        return text;
    }
    for (const GradedChapter& chapter : student.chapters) {
        const Score score = score_of(rules, chapter);
        text +=
            fmt::format("{}{}: {} of {}", text.empty() ? "" : "\n", chapter_title(chapter.folder),
                        points_text(score.points), points_words(score.max_points));
        text += score.days_late == 0 ? "" : ", " + late_words(score);
        text += chapter.file.empty() ? ", not handed in" : "";
        if (const std::string in_all = weight_words(rules, chapter); !in_all.empty()) {
            text += "; " + in_all;
        }
        for (const std::string& decision : chapter.by_hand.said) {
            text += "\n  by hand: " + decision;
        }
        for (const std::string& note : chapter.notes) {
            text += "\n  " + clean_line(note);
        }
    }
    return text;
}

} // namespace

std::string gradescope_json(const GradingRules& rules, const GradedStudent& student)
{
    json tests = json::array();
    json mistakes = json::array();
    for (const GradedChapter& chapter : student.chapters) {
        bool told_build = false;
        for (const GradedStep& step : chapter.steps) {
            tests.push_back(test_of(rules, chapter, step, told_build));
            if (!is_hidden(rules, step)) {
                for (const json& id : ids_of(step)) {
                    mistakes.push_back(id);
                }
            }
        }
    }
    const Score score = score_of(rules, student);
    const json result{{"score", rounded_points(points_of_platform(score).value_or(0))},
                      {"output", overview(rules, student)},
                      {"output_format", "text"},
                      {"visibility", "visible"},
                      {"tests", tests},
                      {"extra_data",
                       {{"key", clean_line(student.key)},
                        {"points_before_late", score.before_late},
                        {"max_points", score.max_points},
                        {"days_late", score.days_late},
                        {"mistakes", mistakes}}}};
    return to_text(result, 1) + "\n";
}

} // namespace workbook
