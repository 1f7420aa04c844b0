#include "notes/typeset.hpp"

#include "notes/html.hpp"
#include "notes/regex_text.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>
#include <utility>

namespace workbook {

namespace {

constexpr const char* no_break = "&#160;";

std::string with_links(const std::string& text, const std::string& label,
                       const std::map<std::string, std::string>& places)
{
    static const std::regex reference(
        R"(\b([Cc]hapter|[Ss]ection|[Ss]tep|[Ee]rratum)\s+([0-9]+(?:\.[0-9]+)?)\b)");
    return replace_matches(text, reference, [&](const std::smatch& match) {
        const std::string kind = match[1];
        const std::string number = match[2];
        const auto place = places.find(boost::to_lower_copy(kind) + " " + number);
        return place == places.end() || place->second == label + ".html"
                   ? match.str()
                   : fmt::format("<a href=\"{}\">{}{}{}</a>", place->second, kind, no_break,
                                 number);
    });
}

/// A point or a shape, as (0, 1) or (N, in), does not break.
std::string with_whole_tuples(const std::string& text)
{
    static const std::regex tuple(R"(\([^\s(),<>]{1,12}(,\s+[^\s(),<>]{1,12}){1,3}\))");
    static const std::regex comma(R"(,\s+)");
    return replace_matches(text, tuple, [](const std::smatch& match) {
        return std::regex_replace(match.str(), comma, std::string(",") + no_break);
    });
}

/// w11 in a table that an executable has written is the w with the index 11 of the formulas.
std::string with_indices(const std::string& text)
{
    static const std::regex symbol(
        R"((\b[wxhbzW]|Δ)([0-9]{1,2})\b|\b(y)([hot][0-9]?)\b|\b(b)([hot][0-9])\b)");
    return std::regex_replace(text, symbol, "$1$3$5<sub>$2$4$6</sub>");
}

/// What is passed over as a whole: how it begins and how it ends.
constexpr std::array<std::pair<const char*, const char*>, 14> left_alone{{
    {"<a ", "</a>"},
    {"<code", "</code>"},
    {"<tt", "</tt>"},
    {"<pre", "</pre>"},
    {"<h1", "</h1>"},
    {"<h2", "</h2>"},
    {"<h3", "</h3>"},
    {"<h4", "</h4>"},
    {"<nav", "</nav>"},
    {"<script", "</script>"},
    {"<div class=\"fragment\">", "<!-- fragment -->"},
    {"<p class=\"formulaDsp\">", "</p>"},
    {"\\(", "\\)"},
    {"\\[", "\\]"},
}};

/// Where the piece that begins at `at` and is no text ends, or `at`.
std::size_t past_markup(const std::string& html, std::size_t at)
{
    for (const auto& [begin, end] : left_alone) {
        const std::string opening = begin;
        if (html.compare(at, opening.size(), opening) == 0) {
            const auto last = html.find(end, at + opening.size());
            return last == std::string::npos ? html.size() : last + std::string(end).size();
        }
    }
    if (html[at] == '<') {
        const auto last = html.find('>', at);
        return last == std::string::npos ? html.size() : last + 1;
    }
    return html[at] == '\\' ? at + 1 : at;
}

} // namespace

std::map<std::string, std::string> numbered_places(const std::map<std::string, std::string>& html,
                                                   const std::vector<NotesPage>& pages)
{
    static const std::regex number(R"(^([0-9]+) )");
    static const std::regex step(R"(^step_([0-9]+)_([0-9]+)$)");
    static const std::regex erratum(R"(^erratum_([0-9]+)$)");
    std::map<std::string, std::string> places;
    for (const NotesPage& page : pages) {
        std::smatch match;
        const std::string file = page.label + ".html";
        if (page.part == BookPart::chapter && std::regex_search(page.title, match, number)) {
            places["chapter " + match[1].str()] = file;
        }
        const auto text = html.find(page.label);
        if (page.part == BookPart::code || text == html.end()) {
            continue;
        }
        for (const Heading& heading : headings_of(text->second)) {
            const std::string to = file + "#" + heading.label;
            if (std::regex_match(heading.label, match, step)) {
                places[fmt::format("section {}.{}", match[1].str(), match[2].str())] = to;
                places[fmt::format("step {}.{}", match[1].str(), match[2].str())] = to;
            } else if (std::regex_match(heading.label, match, erratum)) {
                places["erratum " + match[1].str()] = to;
            }
        }
    }
    return places;
}

std::string typeset_text(const std::string& html, const std::string& label,
                         const std::map<std::string, std::string>& places)
{
    const std::string table_begin = "<table class=\"markdownTable\"";
    auto at = html.find("<div class=\"contents\">");
    if (at == std::string::npos) {
        return html;
    }
    std::string result = html.substr(0, at);
    bool in_table = false;
    while (at < html.size()) {
        if (const auto next = past_markup(html, at); next != at) {
            in_table = html.compare(at, table_begin.size(), table_begin) == 0 ||
                       (in_table && html.compare(at, 8, "</table>") != 0);
            result.append(html, at, next - at);
            at = next;
            continue;
        }
        const auto next = std::min(html.find_first_of("<\\", at), html.size());
        std::string text = with_whole_tuples(html.substr(at, next - at));
        if (in_table) {
            text = with_indices(text);
        }
        result += with_links(text, label, places);
        at = next;
    }
    return result;
}

} // namespace workbook
