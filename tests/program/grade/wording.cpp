#include "grade/wording.hpp"

#include "grade/clean_text.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace workbook {
namespace {

const GradedStep* first_not_built(const GradedChapter& chapter)
{
    const bool none_is_built =
        std::all_of(chapter.steps.begin(), chapter.steps.end(), [](const auto& step) {
            return step.status == Status::not_built && !step.left_out;
        });
    return chapter.steps.empty() || !none_is_built ? nullptr : &chapter.steps.front();
}

} // namespace

double rounded_points(double points)
{
    return std::round(points * 100) / 100 + 0.0; // + 0.0: no -0
}

std::string points_text(double points)
{
    return fmt::format("{}", rounded_points(points));
}

std::string points_words(double points)
{
    const std::string text = points_text(points);
    return text + (text == "1" ? " point" : " points");
}

std::string count_of(std::size_t count, const std::string& thing)
{
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

std::string chapter_title(const std::string& folder)
{
    const std::size_t bar = folder.find('_');
    const std::size_t first = folder.find_first_not_of('0');
    if (bar == std::string::npos || first >= bar) {
        return clean_line(folder);
    }
    const std::string name = boost::replace_all_copy(folder.substr(bar + 1), "_", " ");
    return clean_line(fmt::format("Chapter {}: {}", folder.substr(first, bar - first), name));
}

std::string short_message(const GradedStep& step)
{
    switch (step.status) {
    case Status::right: return "";
    case Status::not_built: return step.left_out ? "does not compile" : "the file was not built";
    case Status::todo:
    case Status::wrong:
    case Status::crashed:
    case Status::timeout: break;
    }
    if (!step.mistakes.empty()) {
        return clean_line(step.mistakes.front().message);
    }
    return step.message.empty() ? words_for(step.status) : clean_line(step.message);
}

bool is_not_built(const GradedChapter& chapter)
{
    return first_not_built(chapter) != nullptr;
}

std::string build_message(const GradedChapter& chapter)
{
    const GradedStep* step = first_not_built(chapter);
    return step == nullptr ? "" : clean_text(step->message);
}

std::vector<std::string> said_by_hand(const GradedStudent& student)
{
    std::vector<std::string> said;
    for (const GradedChapter& chapter : student.chapters) {
        for (const std::string& decision : chapter.by_hand.said) {
            said.push_back(fmt::format("{}: {}", chapter_title(chapter.folder), decision));
        }
        for (const GradedStep& step : chapter.steps) {
            for (const std::string& decision : step.by_hand.said) {
                said.push_back(
                    fmt::format("{} {}: {}", step.number, clean_line(step.name), decision));
            }
        }
    }
    return said;
}

std::string weight_words(const GradingRules& rules, const GradedChapter& chapter)
{
    if (rules.weights.empty()) {
        return "";
    }
    const Score score = weighted(rules, chapter);
    return fmt::format("{} of {} in all", points_text(score.points), points_text(score.max_points));
}

double points_lost(const Score& score)
{
    return rounded_points(score.before_late - rounded_points(score.points));
}

std::string late_words(const Score& score)
{
    if (score.days_late == 0) {
        return "";
    }
    const std::string days = count_of(static_cast<std::size_t>(score.days_late), "day") + " late";
    const double lost = points_lost(score);
    return lost == 0 ? days : fmt::format("{}, which costs {}", days, points_words(lost));
}

std::string handing_in(const GradedStudent& student)
{
    std::string text = student.missing ? "missing" : "handed in";
    if (!student.unrecognised.empty()) {
        text += fmt::format(", not recognised: {}", fmt::join(student.unrecognised, " "));
    }
    return text + (student.doubt.empty() ? "" : ", " + student.doubt);
}

} // namespace workbook
