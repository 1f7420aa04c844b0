#include "grade/due_date.hpp"

#include <fmt/format.h>

#include <chrono>

namespace workbook {

std::optional<std::int64_t> due_of(const GradingRules& rules, const GradedChapter& chapter)
{
    if (chapter.by_hand.due) {
        return chapter.by_hand.due;
    }
    for (const std::string& folder : {chapter.folder, std::string{}}) {
        if (const auto found = rules.due.find(folder); found != rules.due.end()) {
            return found->second;
        }
    }
    return std::nullopt;
}

std::string utc_text(std::int64_t seconds)
{
    constexpr std::int64_t end_of_year_9999 = 253402300799;
    if (seconds < 0 || seconds > end_of_year_9999) {
        return "at a time that cannot be";
    }
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format(
        "{:04}-{:02}-{:02} {:02}:{:02}{} UTC", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        clock.hours().count(), clock.minutes().count(),
        clock.seconds().count() == 0 ? "" : fmt::format(":{:02}", clock.seconds().count()));
}

} // namespace workbook
