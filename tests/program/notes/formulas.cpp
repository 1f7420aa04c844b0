#include "notes/formulas.hpp"

#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "notes/tree.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <regex>
#include <sstream>

namespace workbook {

namespace {

constexpr const char* katex = "/usr/share/javascript/katex/katex.min.js";

/// A formula as Doxygen leaves it in the text for a browser to set, and what punctuation follows.
const std::regex& formula_pattern()
{
    static const std::regex pattern(R"(\\\(([\s\S]*?)\\\)([.,;:?!)]*)|\\\[([\s\S]*?)\\\]|)"
                                    R"((\\begin\{([a-z]+\*?)\}[\s\S]*?\\end\{\5\}))");
    return pattern;
}

Formula formula_of(const std::smatch& match)
{
    return {boost::trim_copy(match[1].str() + match[3].str() + match[4].str()), !match[1].matched};
}

std::vector<pugi::xml_node> texts_with_formulas(const pugi::xml_node& node)
{
    std::vector<pugi::xml_node> texts = texts_in(node, [](const pugi::xml_node& element) {
        const std::string name = element.name();
        return name == "code" || name == "pre" || name == "script" ||
               has_class(element, "fragment");
    });
    texts.erase(std::remove_if(texts.begin(), texts.end(),
                               [](const pugi::xml_node& text) {
                                   return std::string(text.value()).find('\\') == std::string::npos;
                               }),
                texts.end());
    return texts;
}

/// A formula and the punctuation behind it, which stays with its last part. Where a line may end
/// within the formula, behind its = or +, there is a <wbr>.
std::string unbroken(const std::string& formula, const std::string& punctuation)
{
    const std::string part = "<span class=\"base\">";
    std::string html = boost::replace_all_copy(formula, part, "<wbr/>" + part);
    boost::replace_first(html, "<wbr/>", "");
    return fmt::format("<span class=\"unbroken\">{}{}</span>", html, punctuation);
}

} // namespace

std::set<Formula> formulas_in(const pugi::xml_node& node)
{
    std::set<Formula> formulas;
    for (const pugi::xml_node& text : texts_with_formulas(node)) {
        const std::string value = text.value();
        for (std::sregex_iterator at(value.begin(), value.end(), formula_pattern()), end; at != end;
             ++at) {
            formulas.insert(formula_of(*at));
        }
    }
    return formulas;
}

std::map<Formula, SetFormula> set_formulas(const std::set<Formula>& formulas,
                                           const std::filesystem::path& script,
                                           const std::filesystem::path& folder)
{
    std::string asked;
    for (const Formula& formula : formulas) {
        asked += to_text({{"tex", formula.tex}, {"display", formula.display}}) + "\n";
    }
    const std::filesystem::path list = folder / "formulas.txt";
    write_file(list, asked);
    const Finished finished = run({"node", script.string(), katex, list.string()});
    std::map<Formula, SetFormula> set;
    std::istringstream lines(finished.out);
    for (const Formula& formula : formulas) {
        std::string line;
        if (!std::getline(lines, line)) {
            throw UserError(
                fmt::format("Node.js did not set the formulas; it ended with status {}: {}",
                            finished.status, finished.err));
        }
        const auto answer = parse_json(line);
        set[formula] = {answer.value("html", ""), answer.value("error", "")};
    }
    return set;
}

std::vector<std::string> put_in_formulas(const pugi::xml_node& node,
                                         const std::map<Formula, SetFormula>& set)
{
    std::vector<std::string> wrong;
    for (const pugi::xml_node& text : texts_with_formulas(node)) {
        replace_in_text(
            text, formula_pattern(), [&](const std::smatch& match) -> std::optional<std::string> {
                const Formula formula = formula_of(match);
                const SetFormula& made = set.at(formula);
                if (!made.error.empty()) {
                    wrong.push_back(
                        fmt::format("the formula {} cannot be set: {}", formula.tex, made.error));
                    return std::nullopt;
                }
                return match[2].length() == 0 ? made.html : unbroken(made.html, match[2]);
            });
    }
    return wrong;
}

} // namespace workbook
