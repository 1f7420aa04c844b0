#include "grade/clean_text.hpp"
#include "grade/due_date.hpp"
#include "grade/html.hpp"
#include "grade/outputs.hpp"
#include "grade/wording.hpp"

#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace workbook {
namespace {

constexpr std::size_t letters_at_once = 240; // longer values are collapsed
constexpr std::size_t lines_at_once = 24;    // of the student's own code
constexpr std::size_t printed_lines = 40;    // of what the code printed
constexpr std::size_t inputs_at_once = 8;

/// A text, collapsed if it is long.
std::string folded(const std::string& text, const std::string& tag)
{
    const std::string whole = clean_text(text);
    const std::string inner = fmt::format("<{0}>{1}</{0}>", tag, html_text(whole));
    const std::string start = shortened(whole, letters_at_once);
    if (start == whole) {
        return inner;
    }
    return fmt::format("<details><summary>{}</summary>{}</details>",
                       html_text(shortened(clean_line(start), letters_at_once / 2)), inner);
}

std::string fact(const std::string& label, const std::string& html)
{
    return fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", label, html);
}

/// What was wrong: the inputs, what was expected, and what the code returned.
std::string facts_of(const Finding& finding, const Excerpt& origin)
{
    std::string rows =
        fact("function", fmt::format("<code>{}</code>", html_text(finding.function)));
    const auto add = [&](const char* label, const std::string& text, const char* tag) {
        rows += text.empty() ? "" : fact(label, folded(text, tag));
    };
    add("where", finding.where, "span");
    add("place", finding.place, "code");
    add("expected", finding.expected, "code");
    add("got", finding.got, "code");
    if (origin.first_line != 0) {
        add("in line", fmt::format("{}: {}", origin.first_line, origin.text), "code");
    }
    add("note", finding.note, "span");
    return "<table class=\"facts\">\n<caption class=\"skip\">What was wrong</caption>\n<tbody>\n" +
           rows + "</tbody>\n</table>\n";
}

std::string inputs_of(const Finding& finding)
{
    if (finding.inputs.empty()) {
        return "";
    }
    std::string rows;
    for (const Input& input : finding.inputs) {
        rows += fmt::format("<tr><th scope=\"row\"><code>{}</code></th><td>{}</td></tr>\n",
                            html_text(clean_line(input.name)), folded(input.value, "code"));
    }
    const std::string table =
        "<table class=\"facts\">\n<caption>It was called with</caption>\n<thead><tr>"
        "<th scope=\"col\">input</th><th scope=\"col\">value</th></tr></thead>\n<tbody>\n" +
        rows + "</tbody>\n</table>\n";
    return finding.inputs.size() <= inputs_at_once
               ? table
               : fmt::format("<details><summary>The {}</summary>\n{}</details>\n",
                             count_of(finding.inputs.size(), "input"), table);
}

std::string mistakes_of(const GradedStep& step)
{
    if (step.mistakes.empty()) {
        return step.status == Status::wrong && step.finding
                   ? "<p class=\"quiet\">None of the known mistakes gives these numbers.</p>\n"
                   : "";
    }
    const auto groups = by_function(step.mistakes);
    std::string text = "<div class=\"mistake\">\n";
    for (const MistakesOfFunction& group : groups) {
        text += "<h4>" + html_text(heading(group, groups.size() == 1)) + "</h4>\n";
        for (const NamedMistake& mistake : group.mistakes) {
            text += "<p>" + html_text(mistake.message) + "</p>\n";
        }
    }
    return text + "</div>\n";
}

/// The student's own lines, numbered as in the file.
std::string excerpt_of(const GradedChapter& chapter, const Excerpt& excerpt)
{
    if (excerpt.first_line == 0 || excerpt.text.empty()) {
        return "";
    }
    std::string lines;
    std::size_t number = excerpt.first_line;
    const std::size_t last = number + all_lines(excerpt.text) - 1;
    const std::size_t digits = std::to_string(last).size();
    std::istringstream text(clean_text(excerpt.text));
    for (std::string line; std::getline(text, line); ++number) {
        lines +=
            fmt::format("<span class=\"no\">{:>{}}</span>{}\n", number, digits, html_text(line));
    }
    const std::string caption =
        last == excerpt.first_line
            ? fmt::format("Line {} of {}", last, html_text(clean_line(chapter.file)))
            : fmt::format("Lines {}–{} of {}", excerpt.first_line, last,
                          html_text(clean_line(chapter.file)));
    const std::string code =
        fmt::format("<pre tabindex=\"0\" role=\"group\" aria-label=\"{}\"><code>{}</code></pre>",
                    caption, lines);
    if (last - excerpt.first_line < lines_at_once) {
        return fmt::format("<figure><figcaption>{}</figcaption>{}</figure>\n", caption, code);
    }
    return fmt::format("<details><summary>{}</summary>{}</details>\n", caption, code);
}

std::string warnings_of(const GradedStep& step)
{
    if (step.warnings.empty()) {
        return "";
    }
    std::string text = "<div class=\"told\">\n<h4>The compiler warns</h4>\n";
    std::istringstream lines(clean_text(step.warnings));
    for (std::string line; std::getline(lines, line);) {
        text += "<p>" + html_text(line) + "</p>\n";
    }
    return text + "</div>\n";
}

std::string printed_of(const GradedStep& step)
{
    if (step.printed.empty()) {
        return "";
    }
    const std::string whole = clean_text(step.printed);
    const std::string start = first_lines(whole, printed_lines);
    return fmt::format("<details><summary>What your code printed{}</summary>"
                       "<pre class=\"wrap\">{}</pre></details>\n",
                       start == whole ? "" : fmt::format(" (the first {} lines)", printed_lines),
                       html_text(start));
}

/// Everything there is to say about a step that is not right.
std::string explanation_of(const GradedChapter& chapter, const GradedStep& step)
{
    switch (step.status) {
    case Status::right: return "";
    case Status::not_built: // where nothing was built, the reason is given once, above all steps
        return step.left_out ? "<pre class=\"wrap\">" + html_text(step.message) + "</pre>\n" : "";
    case Status::todo:
        return step.message.empty() || chapter.file.empty()
                   ? ""
                   : "<div class=\"what told\">" + folded(step.message, "span") + "</div>\n";
    case Status::wrong:
    case Status::crashed:
    case Status::timeout: break;
    }
    std::string text = "<div class=\"what\">\n";
    // The table says what is wrong; for a crash the reason is given separately.
    if (!step.message.empty() && (step.status != Status::wrong || !step.finding)) {
        text += "<div class=\"told\">" + folded(step.message, "span") + "</div>\n";
    }
    text += mistakes_of(step);
    if (step.finding) {
        text += facts_of(*step.finding, step.origin) + inputs_of(*step.finding);
    }
    return text + excerpt_of(chapter, step.excerpt) + warnings_of(step) + printed_of(step) +
           "</div>\n";
}

/// What an instructor has decided by hand.
std::string decided(const ByHand& by_hand)
{
    std::string text;
    for (const std::string& decision : by_hand.said) {
        text += "<p class=\"note\"><strong>By hand:</strong> " + html_text(decision) + ".</p>\n";
    }
    return text;
}

std::string step_html(const GradingRules& rules, const GradedChapter& chapter,
                      const GradedStep& step)
{
    const std::string explanation = decided(step.by_hand) + explanation_of(chapter, step);
    const std::string points =
        counts(rules, step) ? fmt::format("{} of {}", points_text(step.points + step.by_hand.bonus),
                                          points_words(step.max_points))
        : step.by_hand.excused ? "excused"
                               : "does not count";
    return fmt::format("<section class=\"step{}\">\n"
                       "<h3><span class=\"sign {}\" aria-hidden=\"true\">{}</span> "
                       "<span class=\"name\">{} {}</span> "
                       "<span class=\"verdict {}\">{}</span> "
                       "<span class=\"number\">{}</span></h3>\n{}</section>\n",
                       explanation.empty() ? "" : " open", class_of(step.status),
                       sign_of(step.status), html_text(step.number),
                       html_text(clean_line(step.name)), class_of(step.status),
                       words_for(step.status), points, explanation);
}

/// When the chapter was due and when it was handed in, as far as that is known.
std::string dates_of(const GradingRules& rules, const GradedChapter& chapter)
{
    const auto due = due_of(rules, chapter);
    if (!due) {
        return "";
    }
    const auto whole = [&](std::int64_t seconds) { // kept on one line
        return "<span class=\"number\">" + time_text(rules, chapter, seconds) + "</span>";
    };
    const std::string when = "Due " + whole(*due);
    if (chapter.file.empty() || !chapter.handed_in) {
        return when + ".";
    }
    return fmt::format("{}, handed in {}.", when, whole(*chapter.handed_in));
}

std::string build_failure(const GradedChapter& chapter)
{
    if (!is_not_built(chapter)) {
        return "";
    }
    return "<div class=\"mistake\">\n<h3>Not built</h3>\n"
           "<p>The file could not be built, so no step of it could be tried.</p>\n</div>\n"
           "<pre class=\"wrap\">" +
           html_text(boost::trim_right_copy(build_message(chapter))) + "</pre>\n";
}

std::string chapter_html(const GradingRules& rules, const GradedChapter& chapter, std::size_t place)
{
    const Score score = score_of(rules, chapter);
    std::string text = fmt::format(
        "<section aria-labelledby=\"chapter-{0}\">\n<h2 id=\"chapter-{0}\"><span>{1}</span> "
        "<span class=\"number\">{2} of {3}</span></h2>\n",
        place, html_text(chapter_title(chapter.folder)), points_text(score.points),
        points_words(score.max_points));
    if (const std::string in_all = weight_words(rules, chapter); !in_all.empty()) {
        text += "<p class=\"quiet\">That is " + in_all + ".</p>\n";
    }
    if (score.days_late > 0) {
        text += fmt::format("<p class=\"note\"><strong class=\"wrong\">Late:</strong> {}.</p>\n",
                            late_words(score));
    }
    text += decided(chapter.by_hand);
    const std::string file = chapter.file.empty()
                                 ? "Nothing was handed in for this chapter."
                                 : "File <code>" + html_text(clean_line(chapter.file)) + "</code>.";
    text += fmt::format("<p class=\"quiet\">{} {}</p>\n", file, dates_of(rules, chapter));
    for (const std::string& note : chapter.notes) {
        text += "<div class=\"note told\">" + folded(note, "span") + "</div>\n";
    }
    text += build_failure(chapter);
    std::size_t hidden = 0;
    for (const GradedStep& step : chapter.steps) {
        if (is_hidden(rules, step)) {
            ++hidden;
        } else {
            text += step_html(rules, chapter, step);
        }
    }
    if (hidden > 0) {
        text +=
            fmt::format("<p class=\"quiet\">{} {} not shown; the points are in the total.</p>\n",
                        count_of(hidden, "step"), hidden == 1 ? "is" : "are");
    }
    return text + "</section>\n";
}

/// One line per chapter, with links to the details.
std::string contents_of(const GradingRules& rules, const GradedStudent& student)
{
    std::string rows;
    for (std::size_t i = 0; i < student.chapters.size(); ++i) {
        const GradedChapter& chapter = student.chapters[i];
        const Score score = score_of(rules, chapter);
        std::string remark = score.days_late > 0     ? late_words(score)
                             : chapter.file.empty()  ? "not handed in"
                             : is_not_built(chapter) ? "not built"
                                                     : "";
        if (const std::string in_all = weight_words(rules, chapter); !in_all.empty()) {
            remark = in_all + (remark.empty() ? "" : "; ") + remark;
        }
        rows += fmt::format("<tr><th scope=\"row\"><a href=\"#chapter-{}\">{}</a></th>"
                            "<td class=\"number\">{} of {}</td><td>{}</td></tr>\n",
                            i + 1, html_text(chapter_title(chapter.folder)),
                            points_text(score.points), points_text(score.max_points), remark);
    }
    return "<table>\n<caption class=\"skip\">Points of every chapter</caption>\n<thead><tr>"
           "<th scope=\"col\">Chapter</th><th scope=\"col\" class=\"number\">Points</th>"
           "<th scope=\"col\">Remark</th></tr></thead>\n<tbody>\n" +
           rows + "</tbody>\n</table>\n";
}

/// The first visible step that is not right; "" if there is none.
std::string step_to_try(const GradingRules& rules, const GradedStudent& student)
{
    for (const GradedChapter& chapter : student.chapters) {
        for (const GradedStep& step : chapter.steps) {
            if (step.status != Status::right && !is_hidden(rules, step)) {
                return clean_line(step.number);
            }
        }
    }
    return "";
}

} // namespace

std::string feedback_page(const GradingRules& rules, const GradedStudent& student)
{
    const Score score = score_of(rules, student);
    const std::string name = clean_line(student.name);
    std::string body =
        fmt::format("<header>\n<p class=\"quiet\">{}</p>\n<h1><bdi>{}</bdi></h1>\n"
                    "<p class=\"big\">{} of {}</p>\n{}\n",
                    html_text(clean_line(rules.assignment)), html_text(name),
                    points_text(score.points), points_words(score.max_points),
                    html_bar(score.max_points > 0 ? score.points / score.max_points : 0));
    if (student.missing) {
        body += "<p class=\"note\">Nothing was handed in.</p>\n";
        for (const std::string& decision : said_by_hand(student)) {
            body +=
                "<p class=\"note\"><strong>By hand:</strong> " + html_text(decision) + ".</p>\n";
        }
        body += "</header>\n";
        return html_page(fmt::format("{} – {}", name, rules.assignment), body);
    }
    for (const std::string& note : student.notes) {
        body += "<div class=\"note told\">" + folded(note, "span") + "</div>\n";
    }
    if (student.chapters.size() > 1) {
        body += contents_of(rules, student);
    }
    body += "</header>\n<main>\n";
    for (std::size_t i = 0; i < student.chapters.size(); ++i) {
        body += chapter_html(rules, student.chapters[i], i + 1);
    }
    body += "</main>\n";
    if (const std::string step = step_to_try(rules, student); !step.empty()) {
        body += fmt::format("<footer>\n<p>The same judge is in your workbook: <code>./workbook "
                            "check {0}</code> tries step {0} again, <code>./workbook hint "
                            "{0}</code> helps.</p>\n</footer>\n",
                            html_text(step));
    }
    return html_page(fmt::format("{} – {}", name, rules.assignment), body);
}

} // namespace workbook
