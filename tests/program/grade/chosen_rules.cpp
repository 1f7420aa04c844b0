#include "grade/chosen_rules.hpp"

#include "build/judging.hpp"
#include "common/system/user_error.hpp"
#include "grade/due_date.hpp"
#include "grade/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace workbook {
namespace {

double parse_fraction(const std::string& text, const char* option)
{
    const auto found = leading_number(text);
    const bool is_share = found && found->first >= 0 && found->first <= 100 &&
                          (found->second == "%" || found->second.empty());
    if (!is_share) {
        throw UserError(fmt::format("{} {} is no share", option, text), "say 10%", 2);
    }
    return found->first / 100;
}

bool is_graded(const std::vector<Chapter>& graded, const std::string& folder)
{
    return std::any_of(graded.begin(), graded.end(),
                       [&](const Chapter& chapter) { return chapter.folder == folder; });
}

/// The steps that these chapters and numbers name, as far as the chapters are graded now: a
/// grading.toml may cover the whole term.
std::set<std::string> steps_named(const Workspace& workspace, const Toolchain& toolchain,
                                  const std::vector<Chapter>& graded,
                                  const std::vector<std::string>& words)
{
    std::set<std::string> steps;
    if (words.empty()) {
        return steps;
    }
    for (const auto& [folder, numbers] : select(workspace, words)) {
        if (!is_graded(graded, folder)) {
            continue;
        }
        const Catalogue catalogue = catalogue_of(toolchain, workspace.chapter(folder));
        for (const std::string& number : numbers) {
            steps.insert(catalogue.step(number).number);
        }
        if (numbers.empty()) {
            for (const Step& step : catalogue.steps) {
                steps.insert(step.number);
            }
        }
    }
    return steps;
}

/// Parses "3.7=2" into a name and a number that is not below 0.
std::pair<std::string, double> parse_assignment(const std::string& text, const char* option)
{
    const std::size_t equals = text.find('=');
    const std::string value = equals == std::string::npos ? "" : text.substr(equals + 1);
    const std::optional<double> number = amount(value);
    if (!number) {
        throw UserError(fmt::format("{} {} gives nothing a number", option, text),
                        fmt::format("say {} 3{}=2, or in grading.toml under [{}]: {} = 2", option,
                                    option[2] == 'p' ? ".7" : "", option + 2,
                                    option[2] == 'p' ? "\"3.7\"" : "3"),
                        2);
    }
    return {text.substr(0, equals), *number};
}

/// The points that --points gives steps, as far as their chapters are graded now.
std::map<std::string, double> points_of_steps(const Workspace& workspace,
                                              const Toolchain& toolchain,
                                              const std::vector<Chapter>& graded,
                                              const std::vector<std::string>& assignments)
{
    std::map<std::string, double> points;
    for (const std::string& text : assignments) {
        const auto [name, number] = parse_assignment(text, "--points");
        if (name.find('.') == std::string::npos) {
            throw UserError(fmt::format("--points {}: {} is no step", text, name),
                            "points are those of a step, such as 3.7; a chapter has a weight", 2);
        }
        for (const std::string& step : steps_named(workspace, toolchain, graded, {name})) {
            points[step] = number;
        }
    }
    return points;
}

/// The weights of chapters by folder; every chapter that is graded has one, or none has.
std::map<std::string, double> weights_of(const Workspace& workspace,
                                         const std::vector<Chapter>& graded,
                                         const std::vector<std::string>& assignments)
{
    std::map<std::string, double> weights;
    for (const std::string& text : assignments) {
        const auto [name, number] = parse_assignment(text, "--weights");
        weights[workspace.chapter(name).folder] = number;
    }
    for (const Chapter& chapter : graded) {
        if (!weights.empty() && weights.count(chapter.folder) == 0) {
            throw UserError(fmt::format("chapter {} has no weight, others have", chapter.number),
                            fmt::format("--weights {}=0 if it shall not count", chapter.number), 2);
        }
    }
    return weights;
}

} // namespace

std::vector<Chapter> chapters_of(const Workspace& workspace, const std::vector<std::string>& names)
{
    std::vector<Chapter> chapters;
    for (const std::string& name : names) {
        chapters.push_back(workspace.chapter(name));
    }
    return names.empty() ? workspace.chapters() : chapters;
}

GradingRules rules_of(const Workspace& workspace, const Toolchain& toolchain,
                      const std::vector<Chapter>& chapters, const GradeOptions& options)
{
    GradingRules rules;
    rules.assignment = options.assignment;
    rules.counted = steps_named(workspace, toolchain, chapters, options.count);
    rules.hidden = steps_named(workspace, toolchain, chapters, options.hide);
    for (const Chapter& chapter : chapters) {
        for (const Step& step : catalogue_of(toolchain, chapter).steps) {
            if (step.hidden) {
                rules.hidden.insert(step.number);
            }
        }
    }
    if (rules.counted.empty() && !options.count.empty()) {
        throw UserError("no step counts: --count names none of the chapters that are graded",
                        "name one of them, or leave --chapters or --count away", 2);
    }
    for (const std::string& due : options.due) {
        const std::size_t equals = due.find('=');
        const std::string chapter =
            equals == std::string::npos ? "" : workspace.chapter(due.substr(0, equals)).folder;
        const std::string time = due.substr(equals == std::string::npos ? 0 : equals + 1);
        rules.due[chapter] = parse_time(time);
        rules.zones[chapter] = zone_of(time);
    }
    rules.late_per_day = options.late.empty() ? 0 : parse_fraction(options.late, "--late");
    rules.late_at_most = parse_fraction(options.late_at_most, "--late-at-most");
    rules.points = points_of_steps(workspace, toolchain, chapters, options.points);
    rules.weights = weights_of(workspace, chapters, options.weights);
    if (rules.late_per_day > 0 && rules.due.empty()) {
        throw UserError("--late needs --due: when was it due?", "", 2);
    }
    return rules;
}

std::vector<Mark> marks_of(const Workspace& workspace, const Toolchain& toolchain,
                           const std::vector<Chapter>& chapters, const GradingRules& rules,
                           const GradeOptions& options)
{
    if (options.marks.empty()) {
        return {};
    }
    const auto points_of = [&](const Step& step) {
        const auto found = rules.points.find(step.number);
        return found == rules.points.end() ? step.points : found->second;
    };
    const auto find_place = [&](const std::string& where) {
        const auto selected = select(workspace, {where});
        const auto& [folder, numbers] = *selected.begin();
        MarkedPlace place{folder, numbers.empty() ? "" : *numbers.begin(), {}};
        if (!is_graded(chapters, folder)) {
            return place;
        }
        const Catalogue catalogue = catalogue_of(toolchain, workspace.chapter(folder));
        if (!place.step.empty()) {
            place.max_points = points_of(catalogue.step(place.step));
            return place;
        }
        place.max_points = 0;
        for (const Step& step : catalogue.steps) {
            const bool counted = rules.counted.empty() || rules.counted.count(step.number) > 0;
            *place.max_points += counted ? points_of(step) : 0;
        }
        return place;
    };
    std::vector<Mark> marks = read_marks(options.marks, find_place);
    marks.erase(std::remove_if(marks.begin(), marks.end(),
                               [&](const Mark& mark) {
                                   return !mark.folder.empty() && !is_graded(chapters, mark.folder);
                               }),
                marks.end());
    return marks;
}

} // namespace workbook
