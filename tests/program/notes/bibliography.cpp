#include "notes/bibliography.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace workbook {

namespace {

/// Family names, from "Minsky, M. and Papert, S.".
std::vector<std::string> families(const std::string& authors)
{
    std::vector<std::string> names;
    std::string rest = authors + " and ";
    for (auto end = rest.find(" and "); end != std::string::npos; end = rest.find(" and ")) {
        names.push_back(boost::trim_copy(rest.substr(0, std::min(end, rest.find(',')))));
        rest.erase(0, end + 5);
    }
    return names;
}

/// "A, B and C" of "A and B and C"; each "Family, F." turned to "F. Family".
std::string written_out(const std::string& authors)
{
    std::vector<std::string> names;
    std::string rest = authors + " and ";
    for (auto end = rest.find(" and "); end != std::string::npos; end = rest.find(" and ")) {
        const std::string name = rest.substr(0, end);
        const auto comma = name.find(", ");
        names.push_back(comma == std::string::npos
                            ? name
                            : name.substr(comma + 2) + " " + name.substr(0, comma));
        rest.erase(0, end + 5);
    }
    const std::string last = names.back();
    names.pop_back();
    return names.empty() ? last : boost::join(names, ", ") + " and " + last;
}

/// One past the brace that closes the one at `open`.
std::size_t past_brace(const std::string& text, std::size_t open)
{
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
        if (depth == 0) {
            return i + 1;
        }
    }
    return std::string::npos;
}

CitedWork work_of(const std::string& entry, const std::string& where)
{
    const auto comma = entry.find(',');
    CitedWork work{boost::trim_copy(entry.substr(0, comma)), {}};
    auto at = comma;
    while (at != std::string::npos) {
        const auto equals = entry.find('=', at);
        const auto open = entry.find('{', at);
        if (equals == std::string::npos || open == std::string::npos) {
            break;
        }
        const auto end = past_brace(entry, open);
        if (end == std::string::npos) {
            throw UserError(fmt::format("{}: a brace of {} is not closed", where, work.key));
        }
        std::string value = entry.substr(open + 1, end - open - 2);
        boost::replace_all(value, "--", "–");
        work.fields[boost::trim_copy(entry.substr(at + 1, equals - at - 1))] =
            boost::trim_copy(value);
        at = entry.find(',', end);
    }
    for (const char* needed : {"author", "title", "year"}) {
        if (work.field(needed).empty()) {
            throw UserError(fmt::format("{}: {} has no {}", where, work.key, needed));
        }
    }
    return work;
}

} // namespace

std::string CitedWork::field(const std::string& name) const
{
    const auto found = fields.find(name);
    return found == fields.end() ? "" : found->second;
}

std::string CitedWork::short_name() const
{
    const auto names = families(field("author"));
    const std::string who = names.size() == 1   ? names[0]
                            : names.size() == 2 ? names[0] + " and " + names[1]
                                                : names[0] + " et al.";
    return who + " " + field("year");
}

std::string CitedWork::full_name() const
{
    std::string text = fmt::format("{}: {}.", written_out(field("author")), field("title"));
    const std::string in = field("journal") + field("booktitle") + field("publisher");
    if (!in.empty()) {
        text += fmt::format(" <em>{}</em>", in);
        if (const std::string volume = field("volume"); !volume.empty()) {
            text += " " + volume;
        }
        if (const std::string number = field("number"); !number.empty()) {
            text += "(" + number + ")";
        }
        if (const std::string pages = field("pages"); !pages.empty()) {
            text += ", " + pages;
        }
        text += ".";
    }
    if (const std::string doi = field("doi"); !doi.empty()) {
        text += fmt::format(" <a href=\"https://doi.org/{0}\">doi:{0}</a>.", doi);
    }
    if (const std::string arxiv = field("eprint"); !arxiv.empty()) {
        text += fmt::format(" <a href=\"https://arxiv.org/abs/{0}\">arXiv:{0}</a>.", arxiv);
    }
    return text;
}

std::vector<CitedWork> read_bibliography(const std::filesystem::path& file)
{
    const std::string text = read_file(file);
    std::vector<CitedWork> works;
    for (auto at = text.find("\n@"); at != std::string::npos; at = text.find("\n@", at + 1)) {
        const auto open = text.find('{', at);
        const auto end = open == std::string::npos ? open : past_brace(text, open);
        if (end == std::string::npos) {
            throw UserError(fmt::format("{}: an entry is not closed: {}", shown(file),
                                        text.substr(at + 1, 40)));
        }
        works.push_back(work_of(text.substr(open + 1, end - open - 2), shown(file)));
    }
    std::sort(works.begin(), works.end(), [](const CitedWork& a, const CitedWork& b) {
        return std::tuple(a.field("author"), a.field("year")) <
               std::tuple(b.field("author"), b.field("year"));
    });
    return works;
}

} // namespace workbook
