#include "common/system/pattern.hpp"

#include <regex>

namespace workbook {

struct Pattern::Compiled {
    std::regex regex;
};

namespace {

PatternMatch copied(const std::smatch& match)
{
    return {static_cast<std::size_t>(match.position()), {match.begin(), match.end()}};
}

} // namespace

Pattern::Pattern(const std::string& expression)
    : compiled_(std::make_shared<Compiled>(Compiled{std::regex(expression)}))
{
}

std::optional<PatternMatch> Pattern::whole(const std::string& text) const
{
    std::smatch match;
    return std::regex_match(text, match, compiled_->regex) ? std::optional(copied(match))
                                                           : std::nullopt;
}

std::optional<PatternMatch> Pattern::first_in(const std::string& text) const
{
    std::smatch match;
    return std::regex_search(text, match, compiled_->regex) ? std::optional(copied(match))
                                                            : std::nullopt;
}

std::vector<PatternMatch> Pattern::all_in(const std::string& text) const
{
    std::vector<PatternMatch> matches;
    for (std::sregex_iterator at(text.begin(), text.end(), compiled_->regex), end; at != end;
         ++at) {
        matches.push_back(copied(*at));
    }
    return matches;
}

std::string Pattern::replaced_in(const std::string& text, const std::string& replacement) const
{
    return std::regex_replace(text, compiled_->regex, replacement);
}

} // namespace workbook
