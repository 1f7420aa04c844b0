#include "explain/verdict.hpp"

#include "common/system/user_error.hpp"

#include <boost/algorithm/string/join.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace workbook {
namespace {

constexpr std::array<const char*, 6> status_names{"right",   "wrong",   "todo",
                                                  "crashed", "timeout", "not_built"};

} // namespace

std::string to_string(Status status)
{
    return status_names.at(static_cast<std::size_t>(status));
}

std::string words_for(Status status)
{
    switch (status) {
    case Status::todo: return "to do";
    case Status::timeout: return "takes too long";
    case Status::not_built: return "not built";
    case Status::right:
    case Status::wrong:
    case Status::crashed: break;
    }
    return to_string(status);
}

Status status_from(const std::string& name)
{
    const auto found = std::find(status_names.begin(), status_names.end(), name);
    if (found == status_names.end()) {
        throw UserError("there is no verdict that is called " + name);
    }
    return static_cast<Status>(found - status_names.begin());
}

std::vector<MistakesOfFunction> by_function(const std::vector<NamedMistake>& mistakes)
{
    std::vector<MistakesOfFunction> groups;
    for (const NamedMistake& mistake : mistakes) {
        const std::string function = mistake.id.substr(0, mistake.id.find('.'));
        if (groups.empty() || groups.back().function != function) {
            groups.push_back({function, {}});
        }
        groups.back().mistakes.push_back(mistake);
    }
    return groups;
}

std::string heading(const MistakesOfFunction& mistakes, bool only_function)
{
    return (mistakes.mistakes.size() == 1 ? "The mistake" : "Perhaps") +
           (only_function ? std::string() : " in " + mistakes.function);
}

std::string summary(const Verdict& verdict)
{
    std::string text;
    switch (verdict.status) {
    case Status::right:
        return verdict.waits_for.empty() ? "" : "waits for " + boost::join(verdict.waits_for, ", ");
    case Status::todo:
        return verdict.detail == verdict.step.number
                   ? "not written yet"
                   : fmt::format("needs step {}, which is not written yet", verdict.detail);
    case Status::not_built: return verdict.detail;
    case Status::timeout:
    case Status::crashed:
    case Status::wrong: text = verdict.detail; break;
    }
    if (!verdict.findings.empty()) {
        const Finding& first = verdict.findings.front();
        text += text.empty() ? "" : "; ";
        text += fmt::format("{} {} at {}", first.function,
                            first.got.empty() ? "was asked" : "is wrong", first.where);
        text += first.place.empty() ? "" : fmt::format(", {}", first.place);
        text += first.expected.empty() ? "" : fmt::format(": expected {}", first.expected);
        text += first.got.empty()
                    ? ""
                    : fmt::format("{} got {}", first.expected.empty() ? ":" : ",", first.got);
        text += first.note.empty() ? "" : fmt::format(" ({})", first.note);
        text += first.line == 0 ? "" : fmt::format(" in line {}", first.line);
    }
    for (const NamedMistake& mistake : verdict.mistakes) {
        text += ". " + mistake.message;
    }
    return text;
}

} // namespace workbook
