#include "notes/glossary.hpp"

#include "common/system/files.hpp"
#include "common/system/text.hpp"
#include "notes/korean.hpp"
#include "notes/list.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/erase.hpp>
#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <set>

namespace workbook {

namespace {

/// A Korean term in parentheses, and the words before them.
struct Introduced {
    std::string korean;
    std::string before; ///< in lower case, without Markdown's asterisks
};

/// Whether a part of what stands in parentheses is Korean; single Latin letters may be in it.
bool is_term(const std::string& part)
{
    std::size_t syllables = 0;
    for (std::size_t at = 0; at < part.size();) {
        if (is_korean(part, at)) {
            ++syllables;
            at += 3;
        } else if (part[at] == ' ' || std::isalpha(static_cast<unsigned char>(part[at])) != 0) {
            ++at;
        } else {
            return false;
        }
    }
    return syllables > 0;
}

std::vector<Introduced> introduced_terms(const std::string& text)
{
    constexpr std::size_t longest_term = 60;
    std::vector<Introduced> terms;
    for (auto open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
        const auto close = text.find(')', open);
        if (close == std::string::npos) {
            break;
        }
        std::vector<std::string> parts;
        boost::split(parts, text.substr(open + 1, close - open - 1), boost::is_any_of(",;"));
        const std::size_t from = open - std::min(open, longest_term);
        std::string before = boost::to_lower_copy(text.substr(from, open - from));
        boost::erase_all(before, "*");
        boost::trim(before);
        for (const std::string& part : parts) {
            if (const std::string term = boost::trim_copy(part); is_term(term)) {
                terms.push_back({term, before});
            }
        }
    }
    return terms;
}

/// A section of a chapter.
struct BookPassage {
    std::string link;
    std::string text; ///< in one line, in lower case
    std::vector<Introduced> introduced;
};

/// All sections of all chapters, in the order of the book.
std::vector<BookPassage> passages_of(const std::vector<NotesChapter>& chapters)
{
    static const std::regex heading(R"(^##+ (.+?) *\{#(\w+)\}\s*$)");
    std::vector<BookPassage> passages;
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
            passages.back().text += line + " ";
        }
    }
    for (BookPassage& passage : passages) {
        passage.introduced = introduced_terms(passage.text);
        boost::to_lower(passage.text);
    }
    return passages;
}

/// Whether a text holds a word or its plural, all in lower case.
bool holds_word(const std::string& text, const std::string& word)
{
    const auto is_letter = [&](std::size_t at) { // an underscore joins the words of a name
        return at < text.size() &&
               (std::isalpha(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_');
    };
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool is_plural = end < text.size() && text[end] == 's' && !is_letter(end + 1);
        if ((at == 0 || !is_letter(at - 1)) && (is_plural || !is_letter(end))) {
            return true;
        }
    }
    return false;
}

/// Where the term is introduced: the English word with the Korean one behind it, as in "slope
/// (기울기)"; else the English one as a word of its own or the Korean one, whichever comes first.
std::string first_place(const std::vector<BookPassage>& passages, const std::string& english,
                        const std::vector<std::string>& korean)
{
    const std::string term = boost::to_lower_copy(english);
    const auto is_one = [&](const Introduced& introduced) {
        return std::find(korean.begin(), korean.end(), introduced.korean) != korean.end();
    };
    const auto is_both = [&](const Introduced& introduced) {
        return is_one(introduced) && (boost::ends_with(introduced.before, term) ||
                                      boost::ends_with(introduced.before, term + "s"));
    };
    const auto introduces = [](const BookPassage& passage, const auto& wanted) {
        return std::any_of(passage.introduced.begin(), passage.introduced.end(), wanted);
    };
    auto found = std::find_if(passages.begin(), passages.end(), [&](const BookPassage& passage) {
        return introduces(passage, is_both);
    });
    if (found == passages.end()) {
        found = std::find_if(passages.begin(), passages.end(), [&](const BookPassage& passage) {
            return holds_word(passage.text, term) || introduces(passage, is_one);
        });
    }
    return found == passages.end() ? "" : found->link;
}

} // namespace

std::vector<std::string> korean_terms(const std::string& text)
{
    std::vector<std::string> terms;
    for (const Introduced& introduced : introduced_terms(text)) {
        terms.push_back(introduced.korean);
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
