#include "course/markers.hpp"

#include "common/system/text.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace workbook {
namespace {

/// The name before the parameters of the function whose body starts at `line`, and the line that
/// it stands in.
std::pair<std::string, std::size_t> function_above(const std::vector<std::string>& lines,
                                                   std::size_t line)
{
    static const std::regex definition(R"((\w+)\s*\()");
    while (line > 0) {
        --line;
        std::smatch match;
        const bool starts_at_margin = !lines[line].empty() && lines[line].front() != ' ' &&
                                      lines[line].front() != '/' && lines[line].front() != '{';
        if (starts_at_margin && std::regex_search(lines[line], match, definition)) {
            return {match[1], line};
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
    static const std::regex marker(R"(^\s*//! \[([0-9]+\.[0-9]+) (.+)\]\s*$)");
    const auto lines = lines_of(source);
    std::vector<Region> regions;
    bool open = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::smatch match;
        if (!std::regex_match(lines[i], match, marker)) {
            continue;
        }
        if (!open) {
            const auto [function, definition_line] = function_above(lines, i);
            regions.push_back({match[1], match[2], function, definition_line, i + 1, i + 1});
            open = true;
        } else if (regions.back().step == match[1] && regions.back().title == match[2]) {
            regions.back().last_line = i;
            open = false;
        } else {
            throw UserError(fmt::format(
                "line {}: the marker [{} {}] opens before [{} {}] is closed", i + 1, match[1].str(),
                match[2].str(), regions.back().step, regions.back().title));
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
    static const std::regex call(R"re(throw todo\("([0-9.]+)"\))re");
    std::vector<std::string> steps;
    for (std::sregex_iterator at(text.begin(), text.end(), call), end; at != end; ++at) {
        const std::string step = (*at)[1];
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
