#include "explain/warnings.hpp"

#include "common/system/pattern.hpp"
#include "course/student_code.hpp"
#include "explain/around.hpp"
#include "explain/diagnostics.hpp"
#include "explain/suspicious_code.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace workbook {

namespace {

/// A compiler's warning in plain words; "" for one that does no harm.
std::string in_plain_words(const std::string& message)
{
    const auto has = [&](const char* words) { return boost::contains(message, words); };
    for (const char* harmless : {"-Wsign-compare", "-Wunused-parameter", "-Wnarrowing",
                                 "-Wc++11-narrowing", "-Wunused-command-line-argument",
                                 // Characters in comments and quotes may be any.
                                 "-Wbidi-chars", "-Wunicode-whitespace"}) {
        if (has(harmless)) {
            return "";
        }
    }
    const std::array<std::pair<bool, const char*>, 11> known{{
        {has("assignment") && has("-Wparentheses"), "= assigns; a comparison is written =="},
        {has("comparisons like"), "this compares 0 or 1, the result of the first comparison, with "
                                  "the last number: write a < b && b < c"},
        {has("-Wempty-body"), "the ; right behind the brackets ends it: what follows is no part "
                              "of it"},
        {has("-Wmisleading-indentation"), "only the first statement belongs to it: put braces "
                                          "around all that do"},
        {has("comma-subscript"), "[i, j] is [j]: an entry of a Matrix is X(i, j)"},
        {has("left operand of comma"), "a comma drops what stands before it; a decimal point "
                                       "is written ."},
        {has("-Wunused-value") || has("-Wunused-comparison"),
         "this computes something and drops it: is return, = or += missing?"},
        {has("-Wfloat-conversion"), "a double becomes a whole number here and loses its fraction"},
        {has("-Wunused-command"), ""},
        {has("-Wunused-function"), "a function that nothing calls"},
        {has("logical-not-parentheses"), "! and not take only what stands next to them: put "
                                         "brackets around the comparison"},
    }};
    for (const auto& [is_it, words] : known) {
        if (is_it) {
            return words;
        }
    }
    static const Pattern named(R"(['‘](?:[^'’]*[ :&])?(\w+)['’])");
    const auto match = named.first_in(message);
    const std::string name = match ? (*match)[1] : "it";
    if (has("-Wshadow")) {

        return has("lambda") || !match
                   ? message
                   : fmt::format("a second {} hides the first: they are two variables", name);
    }
    if (has("uninitialized")) {
        return fmt::format("{} is used before it has a value", name);
    }
    if (has("-Wunused-variable") || has("-Wunused-but-set-variable")) {
        return fmt::format("{} is computed and never used", name);
    }
    return message;
}

} // namespace

std::vector<Warning> warnings_about(const std::string& err, const std::string& file,
                                    const std::string& text)
{
    const StudentCode code(text);
    std::vector<Warning> warnings = suspicious_in(code);
    for (const Warning& each : compiler_warnings(err, file)) {
        if (const std::string plain = in_plain_words(each.message); !plain.empty()) {
            warnings.push_back({each.line, plain});
        }
    }
    std::stable_sort(warnings.begin(), warnings.end(),
                     [](const Warning& a, const Warning& b) { return a.line < b.line; });
    // Two about one line mostly have one cause.
    warnings.erase(std::unique(warnings.begin(), warnings.end(),
                               [](const Warning& a, const Warning& b) { return a.line == b.line; }),
                   warnings.end());
    return warnings;
}

std::string warnings_in(const std::vector<Warning>& warnings,
                        const std::vector<std::string>& functions, const std::string& file,
                        const std::string& text)
{
    const StudentCode code(text);
    std::string shown_ones;
    int count = 0;
    for (const Warning& each : warnings) {
        const Function* function = code.function_at(each.line);
        const bool asked = function != nullptr && std::find(functions.begin(), functions.end(),
                                                            function->name) != functions.end();
        if (asked && count++ < 3) {
            shown_ones += fmt::format("{}{}:{}: {}", shown_ones.empty() ? "" : "\n",
                                      shown_name(file), each.line, each.message);
        }
    }
    return shown_ones;
}

} // namespace workbook
