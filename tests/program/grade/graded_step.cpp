#include "grade/graded_step.hpp"

#include "common/system/files.hpp"
#include "common/system/text.hpp"
#include "course/definition.hpp"

#include <boost/algorithm/string/erase.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longest_text = 4000;
constexpr std::size_t longest_excerpt = 60; // lines

/// The beginning of a text.
std::string beginning(const std::string& text, std::size_t longest = longest_text)
{
    return text.size() <= longest ? text : first_bytes(text, longest) + " …";
}

/// The lines of a function, from its head to its closing brace in the first column.
Excerpt excerpt_of(const std::string& text, const std::string& function)
{
    Excerpt excerpt;
    const std::size_t first = line_of_definition(text, function);
    if (first == 0) {
        return excerpt;
    }
    excerpt.first_line = first;
    std::istringstream lines(text);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        if (number >= first) {
            excerpt.text += line + "\n";
            if (boost::starts_with(line, "}") || number - first == longest_excerpt) {
                break;
            }
        }
    }
    excerpt.text = beginning(excerpt.text);
    return excerpt;
}

} // namespace

void forget_folder(std::string& text, const fs::path& folder)
{
    for (const fs::path& place : {fs::path(shown(folder)), folder}) {
        boost::erase_all(text, (place / "").string());
    }
}

void forget_folder(ChapterVerdict& chapter, const fs::path& folder)
{
    if (chapter.built.failure) {
        forget_folder(chapter.built.failure->message, folder);
    }
    for (Warning& warning : chapter.built.warnings) {
        forget_folder(warning.message, folder);
    }
    for (Verdict& verdict : chapter.steps) {
        forget_folder(verdict.detail, folder);
        forget_folder(verdict.printed, folder);
        for (Finding& finding : verdict.findings) {
            forget_folder(finding.got, folder);
            forget_folder(finding.note, folder);
        }
    }
}

GradedStep graded(const ChapterVerdict& chapter, const Verdict& verdict, const std::string& text)
{
    GradedStep step;
    step.number = verdict.step.number;
    step.name = verdict.step.name;
    step.status = verdict.status;
    step.left_out = verdict.left_out;
    step.points = verdict.points();
    step.max_points = verdict.step.points;
    step.message = beginning(summary(verdict));
    step.printed = beginning(verdict.printed);
    step.seconds = verdict.seconds;
    step.mistakes = verdict.mistakes;
    for (NamedMistake& mistake : step.mistakes) {
        mistake.message = beginning(mistake.message);
    }
    if (!verdict.findings.empty()) {
        Finding finding = verdict.findings.front();
        for (std::string* part :
             {&finding.where, &finding.place, &finding.expected, &finding.got, &finding.note}) {
            *part = beginning(*part);
        }
        step.excerpt = excerpt_of(text, finding.function);
        if (finding.line != 0) {
            step.origin = {finding.line, beginning(boost::trim_copy(line_at(text, finding.line)))};
        }
        step.finding = std::move(finding);
    }
    if (verdict.status != Status::right) {
        step.warnings = beginning(warnings_of(chapter, verdict));
    }
    return step;
}

std::vector<GradedStep> unjudged(const Catalogue& catalogue, const std::string& why)
{
    std::vector<GradedStep> steps;
    for (const Step& step : catalogue.steps) {
        GradedStep graded;
        graded.number = step.number;
        graded.name = step.name;
        graded.max_points = step.points;
        graded.message = why;
        steps.push_back(std::move(graded));
    }
    return steps;
}

std::vector<std::string> first_notes(const std::vector<std::string>& notes)
{
    constexpr std::size_t most = 12;
    constexpr std::size_t longest = 200;
    std::vector<std::string> first;
    for (std::size_t i = 0; i < std::min(most, notes.size()); ++i) {
        first.push_back(beginning(notes[i], longest));
    }
    if (notes.size() > most) {
        first.push_back(fmt::format("and {} notes more", notes.size() - most));
    }
    return first;
}

} // namespace workbook
