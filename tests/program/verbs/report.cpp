#include "verbs/report.hpp"

#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "common/system/text.hpp"
#include "course/book_places.hpp"
#include "explain/step_words.hpp"
#include "terminal/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace workbook {
namespace {

std::string mark(Status status)
{
    switch (status) {
    case Status::right: return styled("✓", Style::good);
    case Status::todo: return styled("·", Style::quiet);
    case Status::wrong:
    case Status::crashed:
    case Status::timeout:
    case Status::not_built: break;
    }
    return styled("✗", Style::bad);
}

std::string step_line(const Verdict& verdict)
{
    const std::string name = fmt::format("{:<5} {}", verdict.step.number, verdict.step.name);
    const std::string end =
        verdict.status == Status::right ? summary(verdict) : words_for(verdict.status);
    if (end.empty()) {
        return fmt::format("  {} {}\n", mark(verdict.status), name);
    }
    const std::size_t columns = display_width(name);
    return fmt::format("  {} {}{}{}\n", mark(verdict.status), name,
                       std::string(columns < 44 ? 44 - columns : 1, ' '),
                       styled(end, verdict.status == Status::todo || verdict.status == Status::right
                                       ? Style::quiet
                                       : Style::bad));
}

std::string labelled(const std::string& label, const std::string& text)
{
    const std::string body = wrapped(harmless(text, 2000), 14);
    return "    " + label + std::string(10 - std::min<std::size_t>(9, display_width(label)), ' ') +
           (body.size() > 14 ? body.substr(14) : "\n");
}

const Verdict* first_not_right(const ChapterVerdict& chapter)
{
    const auto found = std::find_if(chapter.steps.begin(), chapter.steps.end(),
                                    [](const auto& v) { return v.status != Status::right; });
    return found == chapter.steps.end() ? nullptr : &*found;
}

/// Where the student's file still says todo("3.5").
std::size_t line_of_todo(const std::filesystem::path& source, const std::string& step)
{
    std::ifstream stream(source);
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (line.find("todo(\"" + step + "\")") != std::string::npos) {
            return number;
        }
    }
    return 0;
}

/// Where the step is taught, and the command that opens it.
std::string where_to_read(const Workspace& workspace, const Chapter& chapter,
                          const std::string& step)
{
    const auto book = folder_of_book(workspace);
    if (!book) {
        return fmt::format("section {} of the course notes; ./workbook notes builds them", step);
    }
    const BookPlace place = section_of_step(workspace, *book, chapter, step);
    const std::string path = shown(place.page) + (place.label.empty() ? "" : "#" + place.label);
    return fmt::format("{}   or   ./workbook read {}", linked(path, address_of(place)), step);
}

std::string next_step(const Workspace& workspace, const ChapterVerdict& chapter,
                      const Verdict& verdict)
{
    const std::size_t line = line_of_todo(chapter.source, verdict.step.number);
    const std::string file = shown(chapter.source) + (line == 0 ? "" : fmt::format(":{}", line));
    const std::string number = verdict.step.number;
    const auto command = [](const std::string& text) { return styled(text, Style::strong); };
    return fmt::format("Next: {} ({} point{})\n"
                       "  read   {}\n"
                       "  write  {}\n"
                       "  then   {}   or, at every save, {}\n"
                       "  stuck  {}\n",
                       styled(number + " " + verdict.step.name, Style::strong), verdict.step.points,
                       verdict.step.points == 1 ? "" : "s",
                       where_to_read(workspace, chapter.chapter, number), file,
                       command("./workbook check " + number),
                       command(fmt::format("./workbook watch {}", chapter.chapter.number)),
                       command("./workbook hint " + number));
}

/// Wraps a message, except for the student's own line and the mark below it.
std::string failure_text(const std::string& message)
{
    std::string text;
    std::istringstream lines(message);
    for (std::string line; std::getline(lines, line);) {
        text += line.find("    ") == 0 ? line + "\n" : wrapped(line, 0);
    }
    return text;
}

/// A part of what is said of a step that ended so.
std::string laid_out(const Said& part, Status status)
{
    switch (part.kind) {
    case Said::Kind::verdict:
        return fmt::format("{} {}: {}\n", mark(status), styled(part.label, Style::strong),
                           part.text);
    case Said::Kind::lines: return failure_text(part.text);
    case Said::Kind::item: return labelled(part.label, part.text);
    case Said::Kind::mistake: return "  " + styled(part.text, Style::warning) + "\n";
    case Said::Kind::printed: {
        const std::string line = harmless(part.text, width() - 8);
        return line.empty() ? "    │\n" : "    │ " + line + "\n";
    }
    case Said::Kind::finding:
    case Said::Kind::text: break;
    }
    return wrapped(part.text, 4);
}

} // namespace

std::string step_report(const Workspace& workspace, const ChapterVerdict& chapter,
                        const Verdict& verdict)
{
    const std::vector<Said> said = said_of(verdict, chapter.source.string(),
                                           text_if_there(chapter.source), chapter.built.warnings);
    if (verdict.status == Status::right && said.size() == 1) {
        return "";
    }
    if (verdict.status == Status::todo && verdict.detail == verdict.step.number) {
        return next_step(workspace, chapter, verdict);
    }
    std::string text;
    for (const Said& part : said) {
        text += laid_out(part, verdict.status);
    }
    if (verdict.left_out || verdict.status == Status::right) {
        return text;
    }
    const std::string number = verdict.step.number;
    if (verdict.status != Status::todo) {
        for (const std::string& line :
             {"  read   " + where_to_read(workspace, chapter.chapter, number),
              fmt::format("  stuck  ./workbook hint {0}   or look inside: ./workbook debug {0}",
                          number),
              fmt::format("  again  ./workbook check {} --seed {}   (the same inputs)", number,
                          chapter.seed)}) {
            text += styled(line, Style::quiet) + "\n";
        }
    }
    return text;
}

std::string chapter_report(const Workspace& workspace, const ChapterVerdict& chapter)
{
    int points = 0;
    int all = 0;
    std::string lines;
    for (const Verdict& verdict : chapter.steps) {
        points += verdict.points();
        all += verdict.step.points;
        lines += step_line(verdict);
    }
    std::string text = fmt::format(
        "{}  {}\n",
        styled(fmt::format("Chapter {} {}", chapter.chapter.number, chapter.chapter.name),
               Style::strong),
        shown(chapter.source));
    if (chapter.built.failure) {
        text +=
            styled("✗ not built", Style::bad) + "\n" + failure_text(chapter.built.failure->message);
        if (!chapter.built.failure->full_text.empty()) {
            text += styled(fmt::format("all that the compiler said: {}",
                                       shown(chapter.built.failure->full_text)),
                           Style::quiet) +
                    "\n";
        }
        return text;
    }
    text += lines;
    text += fmt::format("  {} of {} points, {:.2f} s\n", points, all, chapter.seconds);
    // All that is wrong; what to write next only once nothing is.
    const bool one_is_wrong =
        std::any_of(chapter.steps.begin(), chapter.steps.end(), [](const Verdict& verdict) {
            return verdict.status != Status::right && verdict.status != Status::todo;
        });
    bool told_todo = one_is_wrong && chapter.steps.size() > 1;
    for (const Verdict& verdict : chapter.steps) {
        if (verdict.status == Status::todo && told_todo) {
            continue;
        }
        told_todo |= verdict.status == Status::todo;
        const std::string about = step_report(workspace, chapter, verdict);
        text += about.empty() ? "" : "\n" + about;
    }
    return text;
}

std::string overview(const Workspace& workspace, const std::vector<ChapterVerdict>& chapters)
{
    std::size_t done = 0;
    std::size_t all = 0;
    std::string lines;
    const ChapterVerdict* next = nullptr;
    for (const ChapterVerdict& chapter : chapters) {
        const auto right = static_cast<std::size_t>(
            std::count_if(chapter.steps.begin(), chapter.steps.end(),
                          [](const Verdict& v) { return v.status == Status::right; }));
        done += right;
        all += chapter.steps.size();
        std::string bar;
        for (const Verdict& verdict : chapter.steps) {
            bar += mark(verdict.status);
        }
        bar = chapter.built.failure ? styled("not built", Style::bad) : bar;
        lines += fmt::format("  {:>2} {:<20} {:>2} of {:<2}  {}\n", chapter.chapter.number,
                             chapter.chapter.name, right, chapter.steps.size(), bar);
        if (next == nullptr && !chapter.all_right()) {
            next = &chapter;
        }
    }
    std::string text = styled("Neural Networks by Hand", Style::strong) +
                       ": read a chapter, write its formulas, check each.\n" + lines;
    if (next == nullptr) {
        return text + styled(fmt::format("All {} steps are right.\n", all), Style::good);
    }
    text += fmt::format("{} of {} steps are right.\n\n", done, all);
    if (next->built.failure) {
        return text + chapter_report(workspace, *next);
    }
    return text + step_report(workspace, *next, *first_not_right(*next));
}

std::string to_json(const std::vector<ChapterVerdict>& chapters)
{
    nlohmann::json steps = nlohmann::json::array();
    for (const ChapterVerdict& chapter : chapters) {
        for (const Verdict& verdict : chapter.steps) {
            nlohmann::json mistakes = nlohmann::json::array();
            for (const NamedMistake& mistake : verdict.mistakes) {
                mistakes.push_back(mistake.id);
            }
            steps.push_back({{"step", verdict.step.number},
                             {"name", verdict.step.name},
                             {"status", to_string(verdict.status)},
                             {"points", verdict.points()},
                             {"max_points", verdict.step.points},
                             {"mistakes", mistakes},
                             {"message", summary(verdict)},
                             {"chapter", chapter.chapter.name},
                             {"source", verdict.step.source},
                             {"seed", chapter.seed},
                             {"printed", verdict.printed},
                             {"seconds", verdict.seconds}});
        }
    }
    return to_text({{"steps", steps}}, 1);
}

} // namespace workbook
