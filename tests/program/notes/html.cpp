#include "notes/html.hpp"

#include "common/system/files.hpp"
#include "notes/book.hpp"
#include "notes/regex_text.hpp"
#include "notes/typeset.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <set>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr const char* contents_place = "<!-- contents of the book -->";
constexpr const char* contents_begin = "<div class=\"contents\">";
constexpr const char* contents_end = "<!-- start footer part -->";

/// The text between two others, or nothing.
std::string between(const std::string& text, const std::string& before, const std::string& after,
                    std::size_t from = 0)
{
    const auto begin = text.find(before, from);
    if (begin == std::string::npos) {
        return "";
    }
    const auto end = text.find(after, begin + before.size());
    return end == std::string::npos
               ? ""
               : text.substr(begin + before.size(), end - begin - before.size());
}

/// Removes everything from `begin` to `end`, both included, wherever it stands.
void drop(std::string& text, const std::string& begin, const std::string& end)
{
    for (auto at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        const auto last = text.find(end, at);
        if (last == std::string::npos) {
            return;
        }
        text.erase(at, last + end.size() - at);
    }
}

/// Headings as they should be: the title is the first, and each has its own label and link.
std::string with_headings(const std::string& html, bool of_the_book)
{
    std::string result;
    std::size_t rest = 0;
    for (const Heading& heading : headings_of(html, html.find(contents_begin))) {
        const bool member = html.compare(heading.begin, 19, "<h2 class=\"memtitle") == 0;
        result.append(html, rest, heading.begin - rest);
        rest = heading.end;
        const int level = of_the_book ? heading.level + 1 : heading.level;
        if (heading.label.empty() || (!member && !of_the_book)) {
            result.append(html, heading.begin, heading.end - heading.begin);
        } else {
            // A function's label stands before its heading already.
            result += fmt::format(
                "<h{0}{1}>{2} <a class=\"permalink\" href=\"#{3}\" aria-label=\"Link to {4}\">"
                "#</a></h{0}>",
                level, member ? " class=\"memtitle\"" : fmt::format(" id=\"{}\"", heading.label),
                heading.title, heading.label,
                boost::replace_all_copy(plain_text(heading.title), "\"", "&quot;"));
        }
    }
    return result.append(html, rest);
}

/// Formulas in the text as elements of their own: notes.css shows them when they are set, and
/// their source never flashes by. What punctuation follows stays on their line.
void enclose_formulas(std::string& html)
{
    for (auto at = html.find("\\(", html.find(contents_begin)); at != std::string::npos;) {
        const auto end = html.find("\\)", at);
        if (end == std::string::npos) {
            return;
        }
        std::string formula =
            "<span class=\"formula\">" + html.substr(at, end + 2 - at) + "</span>";
        const auto after = std::min(html.find_first_not_of(".,;:?!)", end + 2), html.size());
        if (after > end + 2) {
            formula = "<span class=\"unbroken\">" + formula +
                      html.substr(end + 2, after - end - 2) + "</span>";
        }
        html.replace(at, after - at, formula);
        at = html.find("\\(", at + formula.size());
    }
}

std::string tidied(std::string html)
{
    // Where a page begins Doxygen leaves an anchor that is named after a folder of this machine.
    static const std::regex page_anchor(R"(<p ?><a class="anchor" id="md_[^"]*"></a></p>\n?)");
    static const std::regex inner_anchor(R"(<a class="anchor" id="md_[^"]*"></a>)");
    static const std::regex more(R"re( *<a href="[^"]*">More\.\.\.</a>)re");
    // A figure carries its own label: it may move on paper.
    static const std::regex figure(
        R"re(<p ?><a class="anchor" id="(figure_[^"]*)"></a></p>\s*<figure)re");
    static const std::regex title(R"(<div class="title">([^\n]*?) ?</div></div>)");
    html = std::regex_replace(html, page_anchor, "");
    html = std::regex_replace(html, inner_anchor, "");
    static const std::regex kind(
        R"(<h1 class="title">([^<]*?) (Namespace|Struct|Class)( Template)? Reference</h1>)");
    html = std::regex_replace(html, title, "<h1 class=\"title\">$1</h1></div>");
    html = std::regex_replace(html, kind, "<h1 class=\"title\">$2 $1</h1>");
    boost::replace_all(html, "</a> ,", "</a>,");
    boost::replace_all(html, "( \\(", "(\\(");
    drop(html, "<div id=\"nav-path\"", "</div>"); // folders are no part of the book
    drop(html, "<div class=\"summary\">", "</div>");
    // A description stands where a page begins, and the name of a function leads to its own.
    drop(html, "<h2 class=\"groupheader\">Detailed Description", "</h2>");
    html = std::regex_replace(html, more, "");
    html = std::regex_replace(html, figure, "<figure id=\"$1\"");
    enclose_formulas(html);
    boost::replace_all(html, "<p >", "<p>");
    boost::replace_all(html, "<table class=\"memberdecls\">",
                       "<table class=\"memberdecls\" role=\"presentation\">");
    for (const char* name : {"memname", "mlabels"}) {
        boost::replace_all(html, fmt::format("<table class=\"{}\">", name),
                           fmt::format("<table class=\"{}\" role=\"presentation\">", name));
    }
    return html;
}

/// A page without a formula opens in a fraction of the time without what sets formulas. The cover
/// keeps it: the printed book takes its head from there.
void drop_unused_scripts(std::string& html, const std::string& label)
{
    const auto text = html.find(contents_begin);
    if (label != "index" && html.find("\\(", text) == std::string::npos &&
        html.find("\\[", text) == std::string::npos) {
        drop(html, "<script type=\"text/x-mathjax-config\">", "</script>\n");
        drop(html, "<script src=\"mathjax/", "</script>\n");
    }
}

/// The pages that can be reached from the cover.
std::set<std::string> reached(const std::map<std::string, std::string>& pages)
{
    std::set<std::string> known{"index"};
    std::vector<std::string> open{"index"};
    while (!open.empty()) {
        const std::string& html = pages.at(open.back());
        open.pop_back();
        for (auto at = html.find("href=\""); at != std::string::npos;
             at = html.find("href=\"", at + 1)) {
            const auto name = html.substr(at + 6, html.find_first_of("\"#", at + 6) - at - 6);
            if (boost::ends_with(name, ".html")) {
                const std::string label = name.substr(0, name.size() - 5);
                if (pages.count(label) != 0 && known.insert(label).second) {
                    open.push_back(label);
                }
            }
        }
    }
    return known;
}

/// A part of a fraction on one line: with brackets where it is a sum.
std::string on_one_line(std::string part)
{
    if (part.front() == '{') {
        part = part.substr(1, part.size() - 2);
    }
    return part.find_first_of("+-") == std::string::npos ? part : "(" + part + ")";
}

/// A formula as a reader would type it: \eta becomes η, \frac{a}{b} a/b, and \tanh keeps its name.
std::string plain_formula(std::string tex)
{
    static const std::map<std::string, std::string> letters{
        {"alpha", "α"},     {"beta", "β"},       {"gamma", "γ"}, {"delta", "δ"},
        {"epsilon", "ε"},   {"varepsilon", "ε"}, {"eta", "η"},   {"kappa", "κ"},
        {"lambda", "λ"},    {"mu", "μ"},         {"pi", "π"},    {"sigma", "σ"},
        {"varphi", "φ"},    {"Delta", "Δ"},      {"Phi", "Φ"},   {"nabla", "∇"},
        {"partial", "∂"},   {"infty", "∞"},      {"cdot", "·"},  {"times", "×"},
        {"circ", "∘"},      {"pm", "±"},         {"sum", "Σ"},   {"prod", "∏"},
        {"int", "∫"},       {"sqrt", "√"},       {"le", "≤"},    {"ge", "≥"},
        {"ne", "≠"},        {"approx", "≈"},     {"in", "∈"},    {"to", "→"},
        {"leftarrow", "←"}, {"iff", "⇔"},        {"dots", "…"},  {"cdots", "…"},
        {"lvert", "|"},     {"rvert", "|"},      {"quad", " "},  {"qquad", " "},
        {"max", "max"},     {"min", "min"},      {"ln", "ln"},   {"tan", "tan"},
        {"tanh", "tanh"},   {"arctan", "arctan"}};
    static const std::regex environment(R"(\\(begin|end)\{[^}]*\})");
    static const std::string part = R"(\s*(\{(?:[^{}]|\{[^{}]*\})*\}|[0-9A-Za-z]))";
    static const std::regex fraction(R"(\\[td]?frac)" + part + part);
    static const std::regex column(R"(&amp;|&(?![#a-z0-9]+;))"); // not the & of &gt;
    static const std::regex command(R"(\\([A-Za-z]+)\*?)");
    static const std::regex space(R"(\\\\\[\d+[a-z]+\]|\\[^A-Za-z])"); // \\[1ex] ends a line
    tex = std::regex_replace(tex, environment, " ");
    tex = std::regex_replace(tex, column, " ");
    while (std::regex_search(tex, fraction)) { // one may stand in another
        tex = replace_matches(tex, fraction, [](const std::smatch& match) {
            return on_one_line(match[1]) + "/" + on_one_line(match[2]);
        });
    }
    tex = std::regex_replace(tex, space, " ");
    tex = replace_matches(tex, command, [](const std::smatch& match) {
        const auto letter = letters.find(match[1]);
        return letter == letters.end() ? std::string() : letter->second;
    });
    tex.erase(std::remove_if(tex.begin(), tex.end(),
                             [](char c) { return c == '{' || c == '}' || c == '_' || c == '$'; }),
              tex.end());
    return boost::trim_copy(tex);
}

} // namespace

std::vector<Heading> headings_of(const std::string& html, std::size_t from)
{
    static const std::regex anchor(R"re(<a (?:class="anchor" )?id="([^"]+)"[^>]*></a>\s*)re");
    static const std::regex permalink(
        R"re(<span class="permalink"><a href="#([^"]+)">[^<]*</a></span>)re");
    static const std::regex own_link(R"re( ?<a class="permalink"[^>]*>#</a>)re");
    static const std::regex own_label(R"re(^<h[1-4] id="([^"]+)")re");
    std::vector<Heading> headings;
    for (auto at = html.find("<h", from); at != std::string::npos; at = html.find("<h", at + 1)) {
        const int level = html[at + 2] - '0';
        if (level < 1 || level > 4 || (html[at + 3] != '>' && html[at + 3] != ' ')) {
            continue;
        }
        const auto open = html.find('>', at);
        const auto close = html.find(fmt::format("</h{}>", level), open);
        if (open == std::string::npos || close == std::string::npos) {
            break;
        }
        Heading heading{at, close + 5, level, "", html.substr(open + 1, close - open - 1)};
        const std::string tag = html.substr(at, open - at);
        std::smatch match;
        if (std::regex_search(tag, match, own_label) ||
            std::regex_search(heading.title, match, anchor) ||
            std::regex_search(heading.title, match, permalink)) {
            heading.label = match[1];
        }
        for (const std::regex* link : {&anchor, &permalink, &own_link}) {
            heading.title = std::regex_replace(heading.title, *link, "");
        }
        boost::trim(heading.title);
        headings.push_back(heading);
    }
    return headings;
}

std::string body_of(const std::string& html)
{
    std::string body = between(html, contents_begin, contents_end);
    drop(body, "<nav class=\"pages\"", "</nav>");
    return body;
}

std::string plain_text(const std::string& html)
{
    static const std::array<const char*, 9> inline_tags{"a",   "b",   "em",   "strong", "code",
                                                        "sub", "sup", "span", "tt"};
    static const std::array<std::pair<std::string, std::string>, 3> formula_signs{
        {{"\\(", "\\)"}, {"\\[", "\\]"}, {"\\begin{align*}", "\\end{align*}"}}};
    std::string source = html;
    drop(source, "<script", "</script>");
    drop(source, "<p class=\"files\">", "</p>");
    std::string text;
    for (std::size_t at = 0; at < source.size();) {
        const auto formula =
            std::find_if(formula_signs.begin(), formula_signs.end(), [&](auto& signs) {
                return source.compare(at, signs.first.size(), signs.first) == 0;
            });
        if (formula != formula_signs.end()) {
            const auto from = at + formula->first.size();
            const auto end = source.find(formula->second, from);
            if (end != std::string::npos) {
                text += plain_formula(source.substr(from, end - from));
                at = end + formula->second.size();
                continue;
            }
        }
        if (source[at] != '<') {
            text += source[at++];
            continue;
        }
        const auto end = source.find('>', at);
        if (end == std::string::npos) {
            break;
        }
        const auto name_begin = at + (source[at + 1] == '/' ? 2 : 1);
        const auto name =
            source.substr(name_begin, source.find_first_of(" >/", name_begin) - name_begin);
        if (std::find(inline_tags.begin(), inline_tags.end(), name) == inline_tags.end()) {
            text += ' ';
        }
        at = end + 1;
    }
    for (const auto& [entity, letter] : {std::pair{"&#160;", " "},
                                         {"&nbsp;", " "},
                                         {"&lt;", "<"},
                                         {"&gt;", ">"},
                                         {"&quot;", "\""},
                                         {"&#39;", "'"},
                                         {"&ndash;", "–"},
                                         {"&mdash;", "—"},
                                         {"&times;", "×"},
                                         {"&#124;", "|"},
                                         {"&amp;", "&"}}) {
        boost::replace_all(text, entity, letter);
    }
    std::string packed;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space || (!packed.empty() && packed.back() != ' ')) {
            packed += space ? ' ' : c;
        }
    }
    return boost::trim_copy(packed);
}

std::vector<FinishedPage> finish_pages(const fs::path& site, const std::vector<NotesPage>& pages)
{
    const auto is_of_the_book = [&](const std::string& label) {
        return std::any_of(pages.begin(), pages.end(),
                           [&](const NotesPage& page) { return page.label == label; });
    };
    std::map<std::string, std::string> html;
    for (const auto& entry : fs::directory_iterator(site)) {
        if (entry.path().extension() != ".html") {
            continue;
        }
        const std::string label = entry.path().stem().string();
        const bool of_the_book = is_of_the_book(label);
        std::string page = with_headings(tidied(read_file(entry.path())), of_the_book);
        std::vector<BookSection> sections;
        for (const Heading& heading : headings_of(page, page.find(contents_begin))) {
            if (of_the_book && heading.level == 2 && !heading.label.empty()) {
                sections.push_back({heading.label, heading.title});
            }
        }
        // A page of Doxygen's stands below the list of functions.
        boost::replace_first(page, contents_place,
                             book_contents(pages, of_the_book ? label : "reference", sections));
        drop_unused_scripts(page, label);
        html[label] = page;
    }

    const auto places = numbered_places(html, pages);
    for (auto& [label, page] : html) {
        page = typeset_text(page, label, places);
    }
    const std::set<std::string> wanted = reached(html);
    for (const auto& [label, page] : html) {
        const fs::path file = site / (label + ".html");
        if (wanted.count(label) == 0) {
            fs::remove(file);
        } else {
            write_file(file, page);
        }
    }
    return read_finished(site, pages);
}

std::vector<FinishedPage> read_finished(const fs::path& site, const std::vector<NotesPage>& pages)
{
    std::map<std::string, FinishedPage> others;
    for (const auto& entry : fs::directory_iterator(site)) {
        if (entry.path().extension() == ".html") {
            const std::string html = read_file(entry.path());
            others[entry.path().stem().string()] = {
                entry.path().stem().string(), between(html, "<h1 class=\"title\">", "</h1>"), html};
        }
    }
    std::vector<FinishedPage> finished;
    for (const NotesPage& page : pages) {
        finished.push_back(others.at(page.label));
        others.erase(page.label);
    }
    for (const auto& [label, page] : others) {
        finished.push_back(page);
    }
    return finished;
}

} // namespace workbook
