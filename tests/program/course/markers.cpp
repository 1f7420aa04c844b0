#include "course/markers.hpp"

#include "common/system/pattern.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace workbook {
namespace {

/// The name before the parameters of the function whose body starts at `line`, and the line that
/// it stands in.
std::pair<std::string, std::size_t> function_above(const std::vector<std::string>& lines,
                                                   std::size_t line)
{
    static const Pattern definition(R"((\w+)\s*\()");
    while (line > 0) {
        --line;
        const bool starts_at_margin = !lines[line].empty() && lines[line].front() != ' ' &&
                                      lines[line].front() != '/' && lines[line].front() != '{';
        if (!starts_at_margin) {
            continue;
        }
        if (const auto match = definition.first_in(lines[line])) {
            return {(*match)[1], line};
        }
    }
    return {"", 0};
}

/// Replaces the lines of a region and its markers, or only those between the markers.
std::vector<std::string> replaced(const std::vector<std::string>& lines, const Region& region,
                                  const std::vector<std::string>& body)
{
    std::vector<std::string> result(lines.begin(),
                                    lines.begin() + static_cast<long>(region.first_line) - 1);
    result.insert(result.end(), body.begin(), body.end());
    result.insert(result.end(), lines.begin() + static_cast<long>(region.last_line) + 1,
                  lines.end());
    return result;
}

} // namespace

std::vector<Region> regions_of(const std::string& source)
{
    static const Pattern marker(R"(^\s*//! \[([0-9]+\.[0-9]+) (.+)\]\s*$)");
    const auto lines = lines_of(source);
    std::vector<Region> regions;
    bool open = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto match = marker.whole(lines[i]);
        if (!match) {
            continue;
        }
        const std::string& step = (*match)[1];
        const std::string& title = (*match)[2];
        if (!open) {
            const auto [function, definition_line] = function_above(lines, i);
            regions.push_back({step, title, function, definition_line, i + 1, i + 1});
            open = true;
        } else if (regions.back().step == step && regions.back().title == title) {
            regions.back().last_line = i;
            open = false;
        } else {
            throw UserError(
                fmt::format("line {}: the marker [{} {}] opens before [{} {}] is closed", i + 1,
                            step, title, regions.back().step, regions.back().title));
        }
    }
    if (open) {
        throw UserError(fmt::format("the marker [{} {}] in line {} has no second one",
                                    regions.back().step, regions.back().title,
                                    regions.back().first_line));
    }
    return regions;
}

std::map<std::string, std::string> step_of_functions(const std::string& source)
{
    std::map<std::string, std::string> steps;
    for (const Region& region : regions_of(source)) {
        steps[region.function] = region.step;
    }
    return steps;
}

std::string skeleton_of(const std::string& solution)
{
    auto lines = lines_of(solution);
    auto regions = regions_of(solution);
    for (auto region = regions.rbegin(); region != regions.rend(); ++region) {
        lines = replaced(lines, *region, {fmt::format("    throw todo(\"{}\");", region->step)});
    }
    return boost::join(lines, "\n");
}

std::vector<std::string> steps_to_do(const std::string& text)
{
    static const Pattern call(R"re(throw todo\("([0-9.]+)"\))re");
    std::vector<std::string> steps;
    for (const PatternMatch& match : call.all_in(text)) {
        const std::string& step = match[1];
        if (std::find(steps.begin(), steps.end(), step) == steps.end()) {
            steps.push_back(step);
        }
    }
    return steps;
}

std::string with_body(const std::string& solution, const std::string& function,
                      const std::string& body)
{
    for (const Region& region : regions_of(solution)) {
        if (region.function == function) {
            return boost::join(replaced(lines_of(solution), region, lines_of(body)), "\n");
        }
    }
    throw UserError(fmt::format("no marked region belongs to the function {}", function));
}

} // namespace workbook
