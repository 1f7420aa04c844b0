#include "explain/step_words.hpp"

#include "common/system/text.hpp"
#include "course/definition.hpp"
#include "explain/around.hpp"

#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <array>
#include <sstream>

namespace workbook {
namespace {

constexpr std::size_t printed_lines_shown = 10;

/// A file whose step is spoken of.
struct StudentFile {
    const std::string& name;
    const std::string& text;
};

/// Where a function stands: "labs/…/perceptron.cpp:12".
std::string place_of(const StudentFile& file, const std::string& function)
{
    const std::size_t line = line_of_definition(file.text, function);
    const std::string name = shown_name(file.name);
    return line == 0 ? name : fmt::format("{}:{}", name, line);
}

void say_finding(std::vector<Said>& said, const StudentFile& file, const Finding& finding)
{
    const auto item = [&](const std::string& label, const std::string& text) {
        said.push_back({Said::Kind::item, label, text});
    };
    const std::string where =
        finding.where + (finding.place.empty() ? "" : ", number " + finding.place);
    said.push_back(
        {Said::Kind::finding, "",
         fmt::format("{} ({}) at {}:", finding.function, place_of(file, finding.function), where)});
    if (!finding.expected.empty()) {
        item("expected", finding.expected);
    }
    if (!finding.got.empty()) {
        item("got", finding.got);
    }
    if (finding.line != 0) {
        const std::string line = boost::trim_copy(line_at(file.text, finding.line));
        item("in line", fmt::format("{}: {}", finding.line, line));
    }
    std::string label = "with";
    for (const Input& input : finding.inputs) {
        item(label, fmt::format("{} = {}", input.name, input.value));
        label.clear();
    }
    if (!finding.note.empty()) {
        item("note", finding.note);
    }
}

void say_mistakes(std::vector<Said>& said, const Verdict& verdict)
{
    const auto groups = by_function(verdict.mistakes);
    for (const MistakesOfFunction& group : groups) {
        said.push_back({Said::Kind::mistake, "", heading(group, groups.size() == 1) + ":"});
        for (const NamedMistake& mistake : group.mistakes) {
            said.push_back({Said::Kind::text, "", mistake.message});
        }
    }
    if (verdict.status == Status::wrong && verdict.mistakes.empty()) {
        said.push_back({Said::Kind::text, "", "None of the known mistakes gives these numbers."});
    }
}

void say_printed(std::vector<Said>& said, const std::string& printed)
{
    said.push_back({Said::Kind::text, "", "your code printed:"});
    std::istringstream lines(printed);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        if (count < printed_lines_shown) {
            said.push_back({Said::Kind::printed, "", line});
        }
    }
    if (count > printed_lines_shown) {
        said.push_back({Said::Kind::printed, "",
                        fmt::format("… and {} lines more", count - printed_lines_shown)});
    }
}

} // namespace

std::string to_string(Said::Kind kind)
{
    constexpr std::array<const char*, 7> names{"verdict", "text",    "lines",  "finding",
                                               "item",    "mistake", "printed"};
    return names.at(static_cast<std::size_t>(kind));
}

std::vector<Said> said_of(const Verdict& verdict, const std::string& file, const std::string& text,
                          const std::vector<Warning>& all_warnings)
{
    const std::string step = verdict.step.number + " " + verdict.step.name;
    const std::string warnings = warnings_in(all_warnings, verdict.functions, file, text);
    const bool is_right = verdict.status == Status::right;
    std::vector<Said> said{
        {Said::Kind::verdict, step,
         words_for(verdict.status) +
             (is_right && !warnings.empty() ? ", but the compiler warns:" : "")}};
    const auto say = [&](const std::string& words) {
        said.push_back({Said::Kind::text, "", words});
    };
    if (is_right) {
        if (!warnings.empty()) {
            say(warnings);
        }
        return said;
    }
    if (verdict.left_out) {
        said.push_back({Said::Kind::lines, "", verdict.detail});
        return said;
    }
    if (verdict.status == Status::todo || verdict.findings.empty()) {
        say(summary(verdict));
    } else if (!verdict.detail.empty()) {
        say(verdict.detail);
    }
    for (const Finding& finding : verdict.findings) {
        say_finding(said, {file, text}, finding);
    }
    say_mistakes(said, verdict);
    if (!warnings.empty()) {
        say("the compiler warns: " + warnings);
    }
    if (!verdict.printed.empty()) {
        say_printed(said, verdict.printed);
    }
    return said;
}

} // namespace workbook
