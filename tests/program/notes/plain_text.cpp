#include "notes/plain_text.hpp"

#include "notes/regex_text.hpp"
#include "notes/tree.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace workbook {

namespace {

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

/// A text whose formulas, if it has any, become plain letters.
std::string with_plain_formulas(std::string text)
{
    static const std::regex formula(R"(\\\(([\s\S]*?)\\\)|\\\[([\s\S]*?)\\\]|)"
                                    R"(\\begin\{align\*\}([\s\S]*?)\\end\{align\*\})");
    return text.find('\\') == std::string::npos
               ? text
               : replace_matches(text, formula, [](const std::smatch& match) {
                     return plain_formula(match[1].str() + match[2].str() + match[3].str());
                 });
}

/// Elements that go on in the line that they stand in.
bool is_inline(const std::string& name)
{
    static const std::set<std::string> names{"a",   "b",   "em",   "strong", "code",
                                             "sub", "sup", "span", "tt"};
    return names.count(name) != 0;
}

bool is_left_out(const pugi::xml_node& element)
{
    const std::string name = element.name();
    return name == "script" || (name == "p" && has_class(element, "files")) ||
           (name == "nav" && has_class(element, "pages"));
}

/// One space between two words, none around them.
std::string packed(std::string text)
{
    boost::replace_all(text, "\u00a0", " ");
    std::string result;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space || (!result.empty() && result.back() != ' ')) {
            result += space ? ' ' : c;
        }
    }
    return boost::trim_copy(result);
}

void read(const pugi::xml_node& node,
          const std::function<bool(const pugi::xml_node& element)>& is_heading,
          std::vector<Passage>& passages)
{
    if (node.type() == pugi::node_pcdata) {
        passages.back().words += with_plain_formulas(node.value());
        return;
    }
    if (node.type() == pugi::node_comment || is_left_out(node)) {
        passages.back().words += ' ';
        return;
    }
    if (node.type() == pugi::node_element && is_heading(node)) {
        passages.push_back({node, ""});
        return;
    }
    const char* gap = node.type() != pugi::node_element || is_inline(node.name()) ? "" : " ";
    passages.back().words += gap;
    for (const pugi::xml_node& child : node) {
        read(child, is_heading, passages);
    }
    passages.back().words += gap;
}

} // namespace

std::string plain_text(const pugi::xml_node& node)
{
    return passages_of(node, [](const pugi::xml_node&) { return false; }).front().words;
}

std::vector<Passage>
passages_of(const pugi::xml_node& node,
            const std::function<bool(const pugi::xml_node& element)>& is_heading)
{
    std::vector<Passage> passages{{}};
    read(node, is_heading, passages);
    for (Passage& passage : passages) {
        passage.words = packed(passage.words);
    }
    return passages;
}

} // namespace workbook
