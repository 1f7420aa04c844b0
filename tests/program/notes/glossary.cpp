#include "notes/glossary.hpp"

#include "common/system/files.hpp"
#include "common/system/text.hpp"
#include "notes/list.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>

namespace workbook {

namespace {

/// Korean syllables are three bytes in UTF-8, the first from 0xEA to 0xED.
bool is_korean(const std::string& text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= 0xEA && byte <= 0xED && at + 2 < text.size();
}

/// A section of a chapter.
struct Passage {
    std::string link;
    std::string text; ///< in lower case
    std::vector<std::string> korean;
};

/// All sections of all chapters, in the order of the book.
std::vector<Passage> passages_of(const std::vector<NotesChapter>& chapters)
{
    static const std::regex heading(R"(^##+ (.+?) *\{#(\w+)\}\s*$)");
    std::vector<Passage> passages;
    for (const NotesChapter& chapter : chapters) {
        passages.push_back(
            {fmt::format("\\ref {} \"{}\"", chapter.label, chapter.chapter.number), "", {}});
        for (const std::string& line : lines_of(read_file(chapter.text))) {
            std::smatch match;
            if (std::regex_match(line, match, heading)) {
                const std::string title = match[1];
                const std::string number = title.substr(0, title.find(' '));
                const bool numbered = number.find_first_not_of("0123456789.") == std::string::npos;
                passages.push_back(
                    {fmt::format("\\ref {} \"{}\"", match[2].str(),
                                 numbered ? number : std::to_string(chapter.chapter.number)),
                     "",
                     {}});
            }
            passages.back().text += boost::to_lower_copy(line) + " ";
            for (const std::string& term : korean_terms(line)) {
                passages.back().korean.push_back(term);
            }
        }
    }
    return passages;
}

/// Where the Korean word comes up first or, where it never does, the English one.
std::string first_place(const std::vector<Passage>& passages, const std::string& english,
                        const std::vector<std::string>& korean)
{
    for (const Passage& passage : passages) {
        for (const std::string& term : passage.korean) {
            if (std::find(korean.begin(), korean.end(), term) != korean.end()) {
                return passage.link;
            }
        }
    }
    for (const Passage& passage : passages) {
        if (passage.text.find(boost::to_lower_copy(english)) != std::string::npos) {
            return passage.link;
        }
    }
    return "";
}

} // namespace

std::vector<std::string> korean_terms(const std::string& text)
{
    std::vector<std::string> terms;
    for (auto open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
        const auto close = text.find(')', open);
        if (close == std::string::npos) {
            break;
        }
        const std::string inner = text.substr(open + 1, close - open - 1);
        std::size_t syllables = 0;
        bool only = true;
        for (std::size_t at = 0; at < inner.size() && only;) {
            if (is_korean(inner, at)) {
                ++syllables;
                at += 3;
            } else {
                only = inner[at] == ' ' || std::isalpha(static_cast<unsigned char>(inner[at]));
                ++at;
            }
        }
        if (only && syllables > 0) {
            terms.push_back(inner);
        }
    }
    return terms;
}

std::string glossary_table(const std::filesystem::path& list,
                           const std::vector<NotesChapter>& chapters,
                           std::vector<NotesComplaint>& complaints)
{
    const auto passages = passages_of(chapters);
    std::vector<ListedLine> entries = read_list(list, 3);
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return boost::to_lower_copy(a.fields[0]) < boost::to_lower_copy(b.fields[0]);
    });
    std::string text = "| English | Korean | meaning | first in |\n|---|---|---|---|\n";
    std::set<std::string> known;
    for (const ListedLine& entry : entries) {
        const auto korean = parts_of(entry.fields[1], ',');
        known.insert(korean.begin(), korean.end());
        if (const auto place = first_place(passages, entry.fields[0], korean); !place.empty()) {
            text += fmt::format("| {} | {} | {} | {} |\n", entry.fields[0], entry.fields[1],
                                entry.fields[2], place);
        }
    }
    for (const NotesChapter& chapter : chapters) {
        std::set<std::string> said;
        for (const std::string& term : korean_terms(read_file(chapter.text))) {
            if (known.count(term) == 0 && said.insert(term).second) {
                complaints.push_back({chapter.text, 0,
                                      fmt::format("({}) is not in {}: add a line there", term,
                                                  list.filename().string())});
            }
        }
    }
    return text;
}

} // namespace workbook
