#include "notes/typeset.hpp"

#include "notes/doxygen_page.hpp"
#include "notes/headings.hpp"
#include "notes/regex_text.hpp"
#include "notes/tree.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <fmt/format.h>

#include <optional>
#include <regex>
#include <set>

namespace workbook {

namespace {

constexpr const char* no_break = "\u00a0";

/// A point or a shape, as (0, 1) or (N, in), does not break.
void keep_tuples_together(pugi::xml_node text)
{
    static const std::regex tuple(R"(\([^\s(),<>]{1,12}(,\s+[^\s(),<>]{1,12}){1,3}\))");
    static const std::regex comma(R"(,\s+)");
    text.set_value(replace_matches(text.value(), tuple, [](const std::smatch& match) {
                       return std::regex_replace(match.str(), comma, std::string(",") + no_break);
                   }).c_str());
}

/// w11 in a table that an executable has written is the w with the index 11 of the formulas.
void lower_indices(pugi::xml_node text)
{
    static const std::regex symbol(
        R"((\b[wxhbzW]|Δ)([0-9]{1,2})\b|\b(y)([hot][0-9]?)\b|\b(b)([hot][0-9])\b)");
    replace_in_text(text, symbol, [](const std::smatch& match) {
        return match.format("$1$3$5<sub>$2$4$6</sub>");
    });
}

void link_numbers(pugi::xml_node text, const std::string& label,
                  const std::map<std::string, std::string>& places)
{
    static const std::regex reference(
        R"(\b([Cc]hapter|[Ss]ection|[Ss]tep|[Ee]rratum)\s+([0-9]+(?:\.[0-9]+)?)\b)");
    replace_in_text(text, reference, [&](const std::smatch& match) -> std::optional<std::string> {
        const std::string kind = match[1];
        const std::string number = match[2];
        const auto place = places.find(boost::to_lower_copy(kind) + " " + number);
        if (place == places.end() || place->second == label + ".html") {
            return std::nullopt;
        }
        return fmt::format("<a href=\"{}\">{}{}{}</a>", place->second, kind, no_break, number);
    });
}

/// What stays as it is.
bool is_left_alone(const pugi::xml_node& element)
{
    static const std::set<std::string> names{"a",  "code", "tt", "pre", "h1",
                                             "h2", "h3",   "h4", "nav", "script"};
    return names.count(element.name()) != 0 || has_class(element, "fragment") ||
           has_class(element, "katex") || has_class(element, "formulaDsp");
}

bool is_in_a_table(const pugi::xml_node& text)
{
    const std::string table = "ancestor::table[" + of_class("markdownTable") + "]";
    return !text.select_node(table.c_str()).node().empty();
}

} // namespace

std::map<std::string, std::string>
numbered_places(const std::map<std::string, pugi::xml_document>& html,
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
        for (const Heading& heading : headings_of(contents_of(text->second))) {
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

void typeset_text(pugi::xml_node contents, const std::string& label,
                  const std::map<std::string, std::string>& places)
{
    for (const pugi::xml_node& text : texts_in(contents, is_left_alone)) {
        keep_tuples_together(text);
        if (is_in_a_table(text)) {
            lower_indices(text);
        }
    }
    for (const pugi::xml_node& text : texts_in(contents, is_left_alone)) {
        link_numbers(text, label, places);
    }
}

} // namespace workbook
