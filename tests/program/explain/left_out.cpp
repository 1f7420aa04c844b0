#include "explain/left_out.hpp"

#include "course/student_code.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace workbook {
namespace {

/// Where each line begins.
std::vector<std::size_t> line_starts(const std::string& text)
{
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            starts.push_back(i + 1);
        }
    }
    return starts;
}

} // namespace

bool leave_out_broken(Mended& mended, const std::vector<ErrorInLine>& errors,
                      const std::map<std::string, std::string>& steps)
{
    const StudentCode code(mended.text);
    std::map<std::size_t, LeftOut> broken; // by the place of the body's first word
    for (const ErrorInLine& error : errors) {
        const Function* function = code.function_at(error.line);
        const auto step = function == nullptr ? steps.end() : steps.find(function->name);
        const bool is_new =
            step != steps.end() &&
            std::none_of(mended.left_out.begin(), mended.left_out.end(),
                         [&](const LeftOut& left) { return left.function == function->name; });
        if (!is_new) {
            return false;
        }
        broken.try_emplace(function->first_word,
                           LeftOut{function->name, step->second,
                                   fmt::format("line {}: {}", error.line, error.message)});
    }
    if (broken.empty()) {
        return false;
    }
    const std::vector<std::size_t> starts = line_starts(mended.text);
    const auto place = [&](const Word& word) { return starts.at(word.line - 1) + word.column - 1; };
    for (auto left = broken.rbegin(); left != broken.rend(); ++left) { // from the end of the file
        const auto& functions = code.functions();
        const auto function =
            std::find_if(functions.begin(), functions.end(),
                         [&](const Function& f) { return f.first_word == left->first; });
        const Word& last = code.words().at(function->last_word - 1);
        const std::size_t from = place(code.words().at(function->first_word));
        const std::size_t to = place(last) + last.text.size();
        std::string body = fmt::format("{{ throw workbook::todo(\"{}\"); }}", left->second.step);
        body += std::string(static_cast<std::size_t>(std::count(
                                mended.text.begin() + static_cast<std::ptrdiff_t>(from),
                                mended.text.begin() + static_cast<std::ptrdiff_t>(to), '\n')),
                            '\n');
        mended.text.replace(from, to - from, body);
    }
    for (auto& [first, left] : broken) {
        mended.left_out.push_back(std::move(left));
    }
    return true;
}

void explain_first(std::vector<LeftOut>& left_out, const ErrorInLine& first,
                   const std::string& explanation)
{
    const auto found = std::find_if(left_out.begin(), left_out.end(), [&](const LeftOut& left) {
        return boost::starts_with(left.message, fmt::format("line {}: ", first.line));
    });
    if (found != left_out.end()) {
        found->message = explanation;
    }
}

void say_left_out(Verdict& verdict, const std::vector<LeftOut>& left_out)
{
    const std::string missing = verdict.status == Status::todo ? verdict.detail : "";
    const auto left = std::find_if(left_out.begin(), left_out.end(),
                                   [&](const LeftOut& each) { return each.step == missing; });
    if (missing.empty() || left == left_out.end()) {
        return;
    }
    verdict.status = Status::not_built;
    verdict.left_out = true;
    verdict.detail =
        missing == verdict.step.number
            ? fmt::format("{} does not compile, and the rest was judged without it:\n{}",
                          left->function, left->message)
            : fmt::format("needs {} of step {}, which does not compile", left->function, missing);
}

} // namespace workbook
