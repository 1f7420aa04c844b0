#include "diagnostics.hpp"

#include "files.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <regex>
#include <set>
#include <vector>

namespace workbook {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    boost::split(lines, text, boost::is_any_of("\n"));
    return lines;
}

/// "file:line:column: kind: message" taken apart; line 0 when the text is not like that.
struct Located {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string kind; ///< "error", "fatal error", "warning", "note", "" for context
    std::string message;
};

Located locate(const std::string& text)
{
    static const std::regex form(
        R"(^([^:\n]+):([0-9]+):([0-9]+):\s*(?:(fatal error|error|warning|note):\s*)?(.*)$)");
    std::smatch match;
    if (!std::regex_match(text, match, form)) {
        return {};
    }
    return {match[1], std::stoul(match[2]), std::stoul(match[3]), match[4], match[5]};
}

bool is_error(const Located& at)
{
    return at.kind == "error" || at.kind == "fatal error";
}

/// The compiler's words without the namespaces and template arguments that nobody reads.
std::string shortened(std::string message)
{
    static const std::vector<std::pair<std::regex, std::string>> rules{
        {std::regex(R"(xt::xtensor_container<xt::uvector<double[^‘’]*?, 1, [^‘’]*?>)"), "Vector"},
        {std::regex(R"(xt::xtensor_container<xt::uvector<double[^‘’]*?, 2, [^‘’]*?>)"), "Matrix"},
        {std::regex(R"(xt::xtensor<double, 1[^‘’>]*>)"), "Vector"},
        {std::regex(R"(xt::xtensor<double, 2[^‘’>]*>)"), "Matrix"},
        {std::regex(R"(workbook::(Vector|Matrix))"), "$1"},
        {std::regex(R"(\{aka [^}]*\})"), ""},
    };
    for (const auto& [pattern, replacement] : rules) {
        message = std::regex_replace(message, pattern, replacement);
    }
    // What is left of a template's arguments is cut to its name: xt::xreducer<…>.
    std::string result;
    int depth = 0;
    for (std::size_t i = 0; i < message.size(); ++i) {
        const char c = message[i];
        const bool is_operator = c == '>' && i > 0 && message[i - 1] == '-';
        if (c == '<' && i > 0 && (std::isalnum(static_cast<unsigned char>(message[i - 1])) != 0)) {
            result += depth++ == 0 ? "<…>" : "";
        } else if (c == '>' && depth > 0 && !is_operator) {
            --depth;
        } else if (depth == 0) {
            result += c;
        }
    }
    boost::trim(result);
    return result.size() > 300 ? result.substr(0, 300) + "…" : result;
}

/// What usually is behind such an error, or "".
std::string hint_for(const std::string& block, const std::string& code)
{
    const auto says = [&](const char* words) { return boost::contains(block, words); };
    const bool reduces = std::regex_search(
        code, std::regex(R"((xt::)?(sum|mean|amax|amin|prod|norm_l2|norm_sq|variance|stddev)\s*\()"));
    if (says("xreducer") && reduces && (says("cannot convert") || says("no viable conversion") ||
                                        says("could not convert") || says("no match for") ||
                                        says("invalid operands"))) {
        return "xt::sum and its like give a lazy expression, not a number: put () behind it, as "
               "in xt::sum(v)()";
    }
    if (boost::contains(code, "auto ")) {
        return "auto keeps a lazy expression, not its numbers: write Vector or Matrix (or double) "
               "instead of auto";
    }
    if (says("assignment of read-only") || says("discards qualifiers") ||
        says("not assignable because") || says("drops 'const'")) {
        return "the arguments are const: copy one into a Vector or Matrix of your own to change it";
    }
    if ((says("invalid conversion") || says("cannot convert") || says("could not convert") ||
         says("no viable conversion")) &&
        boost::contains(code, "return")) {
        return "what is returned has another type than the function's first line promises "
               "(double, Vector or Matrix)";
    }
    if (says("xfunction") && (says("cannot convert") || says("could not convert") ||
                              says("no viable conversion"))) {
        return "the expression gives a whole vector or matrix where one number belongs";
    }
    if (says("was not declared in this scope") || says("use of undeclared identifier")) {
        return "a name that is not known here: a typing error, xt:: left out before exp, sum, …, "
               "or std:: before max, abs, …";
    }
    if (says("static assertion") || says("broadcast") || says("incompatible")) {
        return "a vector and a matrix, or two shapes that do not fit, in one expression";
    }
    if (says("expected ';'") || says("expected ‘;’")) {
        return "a semicolon is missing at the end of this line or the one before";
    }
    return "";
}

std::string code_line(const std::string& text, std::size_t line)
{
    const auto lines = lines_of(text);
    return line >= 1 && line <= lines.size() ? lines[line - 1] : "";
}

} // namespace

std::string explain_compile_error(const std::string& err, const fs::path& source,
                                  const std::string& text)
{
    const std::string file = source.string();
    std::string block;   // the context lines before the first error, and that error
    Located first;       // the error itself
    Located here;        // the last place in the student's file before or at it
    for (const std::string& line : lines_of(err)) {
        const Located at = locate(line);
        if (is_error(at) && first.line != 0) {
            break;
        }
        block += line + "\n";
        if (at.line != 0 && at.file == file && at.kind != "warning" &&
            (here.line == 0 || first.line == 0)) {
            here = at;
        }
        if (is_error(at)) {
            first = at;
        }
    }
    if (first.line == 0) {
        return fmt::format("the compiler failed: {}", shortened(lines_of(err).front()));
    }
    if (here.line == 0) {
        here = first;
    }
    const std::string code = here.file == file ? code_line(text, here.line) : "";
    std::string message = fmt::format("{}:{}: {}", shown(here.file), here.line,
                                      shortened(first.message));
    if (!code.empty()) {
        const auto indent = code.find_first_not_of(" \t");
        const std::string trimmed = indent == std::string::npos ? "" : code.substr(indent);
        message += fmt::format("\n    {}", trimmed.substr(0, 96));
        if (here.column > indent && here.column - indent <= 96) {
            message += fmt::format("\n    {}^", std::string(here.column - indent - 1, ' '));
        }
    }
    const std::string hint = hint_for(block, code);
    if (!hint.empty()) {
        message += "\nhint: " + hint;
    }
    return message;
}

std::string explain_link_error(const std::string& err, const fs::path& source,
                               const std::string& chapter_namespace)
{
    static const std::regex twice(R"(multiple definition of [`'‘]([^'’]+)['’])");
    static const std::regex missing(R"(undefined reference to [`'‘]([^'’]+)['’])");
    std::smatch match;
    if (std::regex_search(err, match, twice)) {
        const std::string name = match[1];
        if (name == "main") {
            return fmt::format("{} defines main(), but it is a part of a larger program that has "
                               "its own: leave main out",
                               shown(source));
        }
        return fmt::format("{} defines {}, which the workbook itself defines: give yours another "
                           "name or put it into an unnamed namespace",
                           shown(source), name);
    }
    std::set<std::string> names;
    for (std::sregex_iterator at(err.begin(), err.end(), missing), end; at != end; ++at) {
        names.insert((*at)[1]);
    }
    std::string message;
    for (const std::string& name : names) {
        if (boost::starts_with(name, chapter_namespace + "::")) {
            message += fmt::format("{}{} does not define {} (or with other parameters than "
                                   "{}.hpp says)",
                                   message.empty() ? "" : "\n", shown(source), shortened(name),
                                   chapter_namespace);
        } else if (message.empty()) {
            message = fmt::format("{} uses {}, which nothing defines", shown(source), name);
        }
        if (std::count(message.begin(), message.end(), '\n') == 5) {
            message += fmt::format("\n(and {} more)", names.size() - 6);
            break;
        }
    }
    return message.empty() ? "the file compiles but cannot be linked" : message;
}

std::string first_warnings(const std::string& err, const fs::path& source)
{
    std::string warnings;
    int count = 0;
    for (const std::string& line : lines_of(err)) {
        const Located at = locate(line);
        if (at.kind == "warning" && at.file == source.string() && count++ < 3) {
            warnings += fmt::format("{}{}:{}: {}", warnings.empty() ? "" : "\n", shown(source),
                                    at.line, shortened(at.message));
        }
    }
    return warnings;
}

} // namespace workbook
