#include "explain/diagnostics.hpp"

#include "common/system/pattern.hpp"
#include "common/system/text.hpp"
#include "course/definition.hpp"
#include "explain/around.hpp"
#include "explain/foreign_characters.hpp"
#include "explain/hints.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <vector>

namespace workbook {

namespace {

/// The part of a compiler's or linker's output that is examined, as lines. Lengths are limited
/// because a hostile file can provoke any output, and a pattern recurses over every character.
std::vector<std::string> messages_of(const std::string& err)
{
    constexpr std::size_t most = 256 * 1024;
    constexpr std::size_t longest = 2000;
    std::vector<std::string> lines = lines_of(first_bytes(err, most));
    for (std::string& line : lines) {
        line = first_bytes(line, longest);
    }
    return lines;
}

/// The parts of "file:line:column: kind: message"; line is 0 if the text does not have this form.
struct Located {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string kind; ///< "error", "fatal error", "warning", "note", "" for context
    std::string message;
};

Located locate(const std::string& line)
{
    static const Pattern form(
        R"(^([^:\n]+):([0-9]{1,9}):([0-9]{1,9}):\s*(?:(fatal error|error|warning|note):\s*)?(.*)$)");
    const auto match = form.whole(line);
    if (!match) {
        return {};
    }
    const auto& parts = match->groups;
    return {parts[1], std::stoul(parts[2]), std::stoul(parts[3]), parts[4], parts[5]};
}

bool is_error(const Located& at)
{
    return at.kind == "error" || at.kind == "fatal error";
}

/// "Vector" or "Matrix" for an xt::xtensor_container with these template arguments; the second is
/// the number of axes.
std::string name_of_container(const std::string& arguments)
{
    int depth = 0;
    std::size_t comma = std::string::npos;
    for (std::size_t i = 0; i < arguments.size() && comma == std::string::npos; ++i) {
        depth += arguments[i] == '<' ? 1 : arguments[i] == '>' ? -1 : 0;
        comma = depth == 0 && arguments[i] == ',' ? i : comma;
    }
    const std::string axes =
        comma == std::string::npos ? "" : boost::trim_left_copy(arguments.substr(comma + 1));
    return axes.empty()     ? ""
           : axes[0] == '0' ? "xt::sum"
           : axes[0] == '1' ? "Vector"
           : axes[0] == '2' ? "Matrix"
                            : "";
}

/// Replaces what the compiler spells out for Vector and Matrix by these names.
std::string with_short_containers(const std::string& message)
{
    static const std::string name = "xt::xtensor_container<";
    std::string result;
    std::size_t at = 0;
    for (std::size_t found = 0; (found = message.find(name, at)) != std::string::npos;) {
        std::size_t end = found + name.size();
        for (int depth = 1; end < message.size() && depth > 0; ++end) {
            depth += message[end] == '<' ? 1 : message[end] == '>' ? -1 : 0;
        }
        const std::size_t begin = found + name.size();
        const std::string shorter = name_of_container(message.substr(begin, end - begin - 1));
        result += message.substr(at, found - at);
        result += shorter.empty() ? message.substr(found, end - found) : shorter;
        at = end;
    }
    return result + message.substr(at);
}

/// The compiler's message without namespaces and template arguments that do not help a reader.
std::string shortened(std::string message)
{
    static const std::vector<std::pair<Pattern, std::string>> rules{
        {Pattern(R"(^could not convert ‘.*’ from ‘)"), "could not convert from ‘"},
        {Pattern(R"(\busing (?:workbook::)?(Vector|Matrix) = [^‘’]*)"), "$1"},
        // Newer clangs keep the name that the type has where it was made.
        {Pattern(R"('(const )?Scalar' \(aka 'xtensor_container)"),
         "'$1xt::sum' (aka 'xtensor_container"},
        {Pattern(R"(xt::xtensor<double, 0[^‘’>]*>)"), "xt::sum"},
        {Pattern(R"(xt::xtensor<double, 1[^‘’>]*>)"), "Vector"},
        {Pattern(R"(xt::xtensor<double, 2[^‘’>]*>)"), "Matrix"},
        {Pattern(R"(workbook::(Vector|Matrix))"), "$1"},
        {Pattern(R"((Vector|Matrix)::xtensor_container\()"), "$1("},
        {Pattern(R"(workbook::arithmetic::Scalar)"), "xt::sum"},
        {Pattern(R"(\s*\{aka [^}]*\})"), ""},
        {Pattern(R"(\s*\(aka '[^']*'\))"), ""},
        {Pattern(R"(\b(Vector|Matrix) const&)"), "const $1&"},
    };
    message = with_short_containers(message);
    for (const auto& [pattern, replacement] : rules) {
        message = pattern.replaced_in(message, replacement);
    }
    static const std::vector<std::pair<Pattern, std::string>> numbers{
        {Pattern(
             R"((?:const )?(?:typename )?xt::uvector<[^‘’'()]*?>::(?:value_type|const_reference|reference))"),
         "double"},
        {Pattern(R"(xt::\w+<[^‘’'<>]*>::size_type)"), "std::size_t"},
    };
    for (const auto& [pattern, replacement] : numbers) {
        message = pattern.replaced_in(message, replacement);
    }
    // Remaining template arguments are left out: xt::xreducer<…>.
    std::string result;
    int depth = 0;
    for (std::size_t i = 0; i < message.size(); ++i) {
        const char c = message[i];
        const bool is_operator = c == '>' && i > 0 && message[i - 1] == '-';
        const bool opens = c == '<' && i > 0 && i + 1 < message.size() && message[i + 1] != '=' &&
                           std::isalnum(static_cast<unsigned char>(message[i - 1])) != 0;
        if (opens) {
            result += depth++ == 0 ? "<…>" : "";
        } else if (c == '>' && depth > 0 && !is_operator) {
            --depth;
        } else if (depth == 0) {
            result += c;
        }
    }
    boost::trim(result);
    return result.size() > 300 ? first_bytes(result, 300) + "…" : result;
}

/// "labs/…/perceptron.cpp:12:9: …"
std::string located(const Located& at, std::size_t column, const std::string& message)
{
    return fmt::format("{}:{}:{}: {}", shown_name(at.file), at.line, column, message);
}

/// The line below the message, and below that a mark at this column of the terminal, from 1.
std::string marked_line(const std::string& whole_line, std::size_t column)
{
    constexpr std::size_t longest_line = 400;
    constexpr std::size_t longest = 96;
    const std::string line = first_bytes(whole_line, longest_line);
    const std::string trimmed = boost::trim_copy(line);
    if (trimmed.empty()) {
        return "";
    }
    std::string text = fmt::format("\n    {}", harmless(trimmed, longest));
    const std::size_t indent = line.find(trimmed);
    if (column > indent && column - indent <= longest) {
        text += fmt::format("\n    {}^", std::string(column - indent - 1, ' '));
    }
    return text;
}

/// A name that is not known may be known with a character that nobody sees, or that looks like
/// another: in another line of the function. "" if that has no such character.
std::string copied_into_name(const CompileError& error, const StudentCode& code,
                             const std::vector<ForeignCharacter>& foreign)
{
    const Function* function = code.function_at(error.line);
    const bool is_unknown = boost::contains(error.message, "not declared") ||
                            boost::contains(error.message, "undeclared identifier");
    const auto found = std::find_if(foreign.begin(), foreign.end(), [&](const auto& each) {
        return function != nullptr && code.function_at(each.line) == function;
    });
    return !is_unknown || found == foreign.end()
               ? ""
               : fmt::format("line {}, column {}: {}", found->line, found->column,
                             described(*found));
}

/// The message with straight quotes, for those who look for words in it.
std::string with_straight_quotes(std::string message)
{
    for (const char* quote : {"‘", "’"}) {
        boost::replace_all(message, quote, "'");
    }
    return message;
}

} // namespace

std::string explain_compile_error(const std::string& err, const std::string& file,
                                  const std::string& text)
{
    std::string block; // the first error with all context before and after it
    Located first;     // the error itself
    Located here;      // the last position in the student's file at or before the error
    for (const std::string& line : messages_of(err)) {
        const Located at = locate(line);
        if (first.line != 0 && (is_error(at) || at.kind == "warning")) {
            break;
        }
        if (at.kind == "warning") { // warnings and their context are not about the error
            block.clear();
            here = {};
            continue;
        }
        block += line + "\n";
        if (at.line != 0 && at.file == file && (here.line == 0 || first.line == 0)) {
            here = at;
        }
        if (is_error(at)) {
            first = at;
        }
    }
    if (first.line == 0) {
        const std::string said = shortened(messages_of(err).front());
        return "the compiler failed" + (said.empty() ? " and said nothing" : ": " + said);
    }
    if (here.line == 0) {
        here = first;
    }
    // A character that C++ does not have explains more than what the compiler makes of it.
    const bool is_own = here.file == file;
    const auto foreign = foreign_characters_in(text);
    const auto [copied, others] = foreign_in_line(foreign, is_own ? here.line : 0);
    std::string message = copied != nullptr ? located(here, copied->column, described(*copied))
                                            : located(here, here.column, shortened(first.message));
    message += marked_line(is_own ? line_at(text, here.line) : "",
                           copied != nullptr ? copied->width_before + 1 : here.column);
    if (copied != nullptr) {
        return message + (others.empty() ? "" : "\nhint: " + others);
    }
    std::string notes;
    for (const std::string& line : lines_of(block)) {
        notes += with_straight_quotes(shortened(line)) + "\n";
    }
    const CompileError error{with_straight_quotes(shortened(first.message)), notes,
                             here.file == file ? here.line : 0, here.column};
    const StudentCode code(text);
    const std::string elsewhere = copied_into_name(error, code, foreign);
    const std::string hint = elsewhere.empty() ? hint_for(error, code) : elsewhere;
    if (!hint.empty()) {
        message += "\nhint: " + hint;
    }
    return message;
}

bool is_said_by_linker(const std::string& err)
{
    const std::vector<std::string> lines = lines_of(err);
    return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        return boost::starts_with(line, "collect2: error") ||
               // "clang: error: …", or under the name by which it was called
               boost::contains(line, ": error: linker command failed") ||
               boost::starts_with(line, "wasm-ld: error: ");
    });
}

std::string explain_link_error(const std::string& err, const std::string& file,
                               const std::string& text, const std::string& chapter_namespace)
{
    // As GNU's linker says it, and as LLVM's does.
    static const Pattern twice(
        R"(multiple definition of [`'‘]([^'’]+)['’]|error: duplicate symbol: (.+)$)");
    static const Pattern missing(
        R"(undefined reference to [`'‘]([^'’]+)['’]|error: .*undefined symbol: (.+)$)");
    /// "labs/…/perceptron.cpp:17" when the file has such a function, else without the line.
    const auto place_of = [&](const std::string& name) {
        const auto parameters = name.find('(');
        const auto colon = name.rfind(':', parameters);
        const std::string plain =
            name.substr(colon == std::string::npos ? 0 : colon + 1, parameters - colon - 1);
        const std::size_t line = line_of_definition(text, plain);
        return std::pair(
            line == 0 ? shown_name(file) : fmt::format("{}:{}", shown_name(file), line), line != 0);
    };
    std::string defined_twice;
    std::set<std::string> names; // that are missing
    for (const std::string& line : messages_of(err)) {
        if (const auto match = twice.first_in(line); match && defined_twice.empty()) {
            defined_twice = (*match)[1] + (*match)[2];
        }
        for (const PatternMatch& match : missing.all_in(line)) {
            names.insert(match[1] + match[2]);
        }
    }
    if (!defined_twice.empty()) {
        const std::string& name = defined_twice;
        if (name == "main") {
            return fmt::format("{}: defines main(), but this file is a part of a larger program "
                               "that has its own\nhint: leave main out",
                               place_of(name).first);
        }
        return fmt::format("{}: defines {}, which the workbook itself defines\n"
                           "hint: give yours another name or put it into an unnamed namespace",
                           place_of(name).first, shortened(name));
    }
    constexpr std::size_t shown_at_most = 6;
    std::string message;
    std::size_t count = 0;
    for (const std::string& name : names) {
        if (++count > shown_at_most) {
            message += fmt::format("\n(and {} more)", names.size() - shown_at_most);
            break;
        }
        const auto [place, is_there] = place_of(name);
        message += message.empty() ? "" : "\n";
        if (!boost::starts_with(name, chapter_namespace + "::")) {
            message += fmt::format("{}: uses {}, which nothing defines", shown_name(file),
                                   shortened(name));
        } else if (is_there) {
            message += fmt::format("{}: has other parameters than {}.hpp, which declares {}", place,
                                   chapter_namespace, shortened(name));
        } else {
            message += fmt::format("{}: does not define {}", place, shortened(name));
        }
    }
    if (message.empty()) {
        return "the file compiles but cannot be linked";
    }
    return message + "\nhint: every function must stand there as in " + chapter_namespace + ".hpp";
}

std::vector<ErrorInLine> errors_in_lines(const std::string& err, const std::string& file,
                                         const std::string& text)
{
    const auto foreign = foreign_characters_in(text);
    constexpr std::size_t most = 100;
    std::vector<ErrorInLine> errors;
    std::size_t asked_by = 0; // the line that the next error in a header comes from
    for (const std::string& line : messages_of(err)) {
        const Located at = locate(line);
        const bool is_own = at.line != 0 && at.file == file;
        if (is_own && at.kind.empty()) {
            asked_by = at.line; // "required from here"
        } else if (is_error(at) && errors.size() < most) {
            const std::size_t line_number = is_own ? at.line : asked_by;
            const ForeignCharacter* copied = foreign_in_line(foreign, line_number).first;
            errors.push_back(
                {line_number, copied != nullptr
                                  ? described(*copied, fmt::format(" in column {}", copied->column))
                                  : shortened(at.message)});
        }
        asked_by = at.kind.empty() || at.kind == "note" ? asked_by : 0;
    }
    return errors;
}

std::vector<Warning> compiler_warnings(const std::string& err, const std::string& file)
{
    constexpr std::size_t most = 100;
    std::vector<Warning> warnings;
    for (const std::string& line : messages_of(err)) {
        const Located at = locate(line);
        if (at.kind == "warning" && at.file == file && warnings.size() < most) {
            warnings.push_back({at.line, shortened(at.message)});
        }
    }
    return warnings;
}

} // namespace workbook
