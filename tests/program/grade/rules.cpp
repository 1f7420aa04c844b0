#include "grade/rules.hpp"

#include "common/system/user_error.hpp"
#include "grade/due_date.hpp"
#include "grade/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <limits>
#include <regex>

namespace workbook {
namespace {

constexpr std::uint64_t seconds_of_a_day = 24 * 60 * 60;

UserError bad_time(const std::string& text, const std::string& why)
{
    return UserError(fmt::format("\"{}\" is no time: {}", text, why),
                     "write 2026-11-20T18:00+09:00; without the zone it is the time of this "
                     "machine, 2026-11-20 alone is the end of that day",
                     2);
}

/// The offset from UTC in seconds, positive to the east: "Z", "+09:00", "-0330".
std::int64_t zone_seconds(const std::string& text, const std::string& zone)
{
    if (zone == "Z" || zone == "z") {
        return 0;
    }
    const int hours = std::stoi(zone.substr(1, 2));
    const int minutes = std::stoi(zone.substr(zone.size() - 2));
    if (hours > 14 || minutes > 59) {
        throw bad_time(text, "no zone is so far from UTC");
    }
    return (zone[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

} // namespace

bool counts(const GradingRules& rules, const GradedStep& step)
{
    return !step.by_hand.excused && is_counted(rules, step);
}

bool is_counted(const GradingRules& rules, const GradedStep& step)
{
    return rules.counted.empty() || rules.counted.count(step.number) > 0;
}

bool is_hidden(const GradingRules& rules, const GradedStep& step)
{
    return rules.hidden.count(step.number) > 0;
}

int days_late(const GradingRules& rules, const GradedChapter& chapter)
{
    const auto limit = due_of(rules, chapter);
    if (chapter.file.empty() || !chapter.handed_in || !limit || *chapter.handed_in <= *limit) {
        return 0;
    }
    // The time comes from an untrusted archive and may be anything; unsigned arithmetic cannot
    // overflow.
    const std::uint64_t seconds =
        static_cast<std::uint64_t>(*chapter.handed_in) - static_cast<std::uint64_t>(*limit);
    const std::uint64_t days = (seconds - 1) / seconds_of_a_day + 1;
    return static_cast<int>(std::min<std::uint64_t>(days, std::numeric_limits<int>::max()));
}

Score score_of(const GradingRules& rules, const GradedChapter& chapter)
{
    Score score;
    double bonus = chapter.by_hand.bonus;
    for (const GradedStep& step : chapter.steps) {
        if (counts(rules, step)) {
            score.before_late += step.points;
            score.max_points += step.max_points;
            bonus += step.by_hand.bonus;
        } else if (is_counted(rules, step)) {
            score.excused += step.max_points;
        }
    }
    score.days_late = days_late(rules, chapter);
    const double lost =
        std::clamp(std::min(rules.late_per_day * score.days_late, rules.late_at_most), 0.0, 1.0);
    score.points = score.before_late * (1 - lost) + bonus;
    score.before_late += bonus;
    if (chapter.by_hand.points) {
        score.points = score.before_late = *chapter.by_hand.points + bonus;
    }
    return score;
}

Score weighted(const GradingRules& rules, const GradedChapter& chapter)
{
    Score score = score_of(rules, chapter);
    if (rules.weights.empty()) {
        score.points = rounded_points(score.points);
        score.before_late = rounded_points(score.before_late);
        return score;
    }
    const auto found = rules.weights.find(chapter.folder);
    const double weight = found == rules.weights.end() ? 0 : found->second;
    // A chapter that is excused as a whole takes its whole weight out of the maximum.
    const double all = score.max_points > 0 ? score.max_points : score.excused;
    const double factor = all > 0 ? weight / all : 0;
    score.points = rounded_points(score.points * factor);
    score.before_late = rounded_points(score.before_late * factor);
    score.excused = score.max_points > 0 ? 0 : factor * score.excused;
    score.max_points *= factor;
    return score;
}

Score score_of(const GradingRules& rules, const GradedStudent& student)
{
    Score sum;
    for (const GradedChapter& chapter : student.chapters) {
        const Score score = weighted(rules, chapter);
        sum.points += score.points;
        sum.before_late += score.before_late;
        sum.max_points += score.max_points;
        sum.excused += score.excused;
        sum.days_late = std::max(sum.days_late, score.days_late);
    }
    return sum;
}

std::optional<double> points_of_platform(const Score& score)
{
    if (score.excused == 0) {
        return score.points;
    }
    if (score.max_points == 0) {
        return std::nullopt;
    }
    return score.points * (score.max_points + score.excused) / score.max_points;
}

std::int64_t parse_time(const std::string& text)
{
    static const std::regex form(R"(([0-9]{4})-([0-9]{2})-([0-9]{2}))"
                                 R"((?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?)"
                                 R"(([Zz]|[+-][0-9]{2}:?[0-9]{2})?)?)");
    std::smatch match;
    // std::regex recurses over every character, so a long text is rejected first.
    if (text.size() > 40 || !std::regex_match(text, match, form)) {
        throw bad_time(text, "it is not written like one");
    }
    const auto number = [&](std::size_t part, int otherwise) {
        return match[part].matched ? std::stoi(match[part].str()) : otherwise;
    };
    const std::chrono::year_month_day date{std::chrono::year(number(1, 0)),
                                           std::chrono::month(static_cast<unsigned>(number(2, 0))),
                                           std::chrono::day(static_cast<unsigned>(number(3, 0)))};
    if (!date.ok()) {
        throw bad_time(text, "there is no such day");
    }
    const bool has_time = match[4].matched;
    const int hour = number(4, 23);
    const int minute = number(5, 59);
    const int second = number(6, has_time ? 0 : 59);
    if (hour > 23 || minute > 59 || second > 59) {
        throw bad_time(text, "the last minute of a day is 23:59");
    }
    if (match[7].matched) {
        const std::chrono::sys_days midnight(date);
        return std::chrono::duration_cast<std::chrono::seconds>(midnight.time_since_epoch())
                   .count() +
               hour * 3600 + minute * 60 + second - zone_seconds(text, match[7]);
    }
    std::tm local{};
    local.tm_year = number(1, 0) - 1900;
    local.tm_mon = number(2, 0) - 1;
    local.tm_mday = number(3, 0);
    local.tm_hour = hour;
    local.tm_min = minute;
    local.tm_sec = second;
    local.tm_isdst = -1; // whether daylight saving time holds is up to the date
    return std::mktime(&local);
}

} // namespace workbook
