#include "grade/due_date.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

namespace workbook {

namespace {

constexpr std::int64_t latest = 253402300799; // the end of the year 9999

/// What the rules have for this chapter, or else for all.
std::optional<std::int64_t> of_chapter(const std::map<std::string, std::int64_t>& rules,
                                       const GradedChapter& chapter)
{
    if (chapter.by_hand.due) {
        return chapter.by_hand.due;
    }
    for (const std::string& folder : {chapter.folder, std::string{}}) {
        if (const auto found = rules.find(folder); found != rules.end()) {
            return found->second;
        }
    }
    return std::nullopt;
}

/// "2026-11-20 18:00"; empty for a time that cannot be.
std::string clock_text(std::int64_t seconds)
{
    if (seconds < 0 || seconds > latest) {
        return "";
    }
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format(
        "{:04}-{:02}-{:02} {:02}:{:02}{}", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        clock.hours().count(), clock.minutes().count(),
        clock.seconds().count() == 0 ? "" : fmt::format(":{:02}", clock.seconds().count()));
}

} // namespace

std::optional<std::int64_t> due_of(const GradingRules& rules, const GradedChapter& chapter)
{
    return of_chapter(rules.due, chapter);
}

std::int64_t zone_of(const std::string& time)
{
    const std::int64_t seconds = parse_time(time);
    constexpr std::size_t date = 10; // letters
    const std::size_t zone = time.find_first_of("Zz+-", date);
    const std::string clock = time.substr(0, zone);
    // What the clock shows, less what it is in UTC.
    return parse_time(clock.size() == date ? clock + "T23:59:59Z" : clock + "Z") - seconds;
}

std::string time_text(const GradingRules& rules, const GradedChapter& chapter, std::int64_t seconds)
{
    constexpr std::int64_t a_day = 24 * 60 * 60;
    const std::int64_t zone = of_chapter(rules.zones, chapter).value_or(0);
    const std::string there = seconds < a_day || seconds > latest ? "" : clock_text(seconds + zone);
    if (zone == 0 || there.empty()) {
        return utc_text(seconds);
    }
    const std::int64_t minutes = std::abs(zone) / 60;
    return fmt::format("{} {}{:02}:{:02}", there, zone < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string utc_text(std::int64_t seconds)
{
    const std::string text = clock_text(seconds);
    return text.empty() ? "at a time that cannot be" : text + " UTC";
}

} // namespace workbook
