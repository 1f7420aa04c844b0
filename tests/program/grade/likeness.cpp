#include "grade/likeness.hpp"

#include "build/digest.hpp"
#include "course/tokens.hpp"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <iterator>
#include <map>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace workbook {
namespace {

constexpr std::size_t most_pairs = 40;
constexpr std::size_t fewest_common = 5; // fingerprints, or a pair is not worth a look
constexpr double least_share = 0.5;

const std::unordered_set<std::string_view>& keywords()
{
    static const std::unordered_set<std::string_view> words{
        "auto",   "bool",     "break",    "case",     "char",     "class",  "const", "constexpr",
        "catch",  "continue", "default",  "delete",   "do",       "double", "else",  "enum",
        "false",  "float",    "for",      "if",       "inline",   "int",    "long",  "namespace",
        "new",    "nullptr",  "operator", "private",  "public",   "return", "short", "signed",
        "sizeof", "static",   "struct",   "switch",   "template", "this",   "throw", "true",
        "try",    "typedef",  "typename", "unsigned", "using",    "void",   "while"};
    return words;
}

/// The text with its /* comments */ blanked, line breaks kept; `//` and quotes are left alone.
std::string without_long_comments(std::string text)
{
    const auto ends = [&](std::size_t from, const char* sign) {
        const std::size_t end = text.find(sign, from);
        return end == std::string::npos ? text.size() : end + std::string_view(sign).size();
    };
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"' && text[at] != '\n'; ++at) {
                at += text[at] == '\\' ? 1 : 0;
            }
            ++at;
        } else if (text.compare(at, 2, "//") == 0) {
            at = ends(at, "\n");
        } else if (text.compare(at, 2, "/*") == 0) {
            for (const std::size_t end = ends(at + 2, "*/"); at < end; ++at) {
                text[at] = text[at] == '\n' ? '\n' : ' ';
            }
        } else {
            ++at;
        }
    }
    return text;
}

/// A file as a list of words that say nothing of its names, comments and layout.
struct Shape {
    std::vector<std::uint64_t> words;
    std::vector<std::size_t> lines; ///< of each word

    std::vector<std::uint64_t> hashes() const
    {
        std::vector<std::uint64_t> result;
        for (std::size_t i = 0; i + words_of_a_print <= words.size(); ++i) {
            std::uint64_t hash = 0;
            for (std::size_t j = i; j < i + words_of_a_print; ++j) {
                hash = (hash ^ words[j]) * 0x9E3779B97F4A7C15U;
                hash ^= hash >> 29U;
            }
            result.push_back(hash);
        }
        return result;
    }
};

Shape shape_of(const std::string& file)
{
    const std::string text = without_long_comments(file);
    const std::vector<Token> tokens = tokens_of(text);
    const std::hash<std::string_view> hash;
    Shape shape;
    std::size_t line = 1;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string_view word = tokens[i].text;
        line += static_cast<std::size_t>(
            std::count(text.begin() + static_cast<std::ptrdiff_t>(seen),
                       text.begin() + static_cast<std::ptrdiff_t>(tokens[i].begin), '\n'));
        seen = tokens[i].begin;
        const auto first = static_cast<unsigned char>(word.front());
        const bool is_name = std::isalpha(first) != 0 || first == '_' || first >= 0x80;
        // What a library calls its own, as in xt::sum, is no choice of the student's.
        const bool is_of_a_library = i > 0 && tokens[i - 1].text == "::";
        const bool is_any = is_name && !is_of_a_library && keywords().count(word) == 0;
        shape.words.push_back(is_any ? 1 : hash(word));
        shape.lines.push_back(line);
    }
    return shape;
}

/// The words as bytes, so that equal shapes have equal names.
std::string bytes_of(const std::vector<std::uint64_t>& words)
{
    std::string bytes(words.size() * sizeof(std::uint64_t), '\0');
    std::memcpy(bytes.data(), words.data(), bytes.size());
    return bytes;
}

/// The fingerprints of one file that are not everybody's, each once, in ascending order.
using Prints = std::vector<std::uint64_t>;

Prints prints_of(const Shape& shape)
{
    Prints prints;
    for (const Fingerprint& print : winnowed(shape.hashes())) {
        prints.push_back(print.hash);
    }
    std::sort(prints.begin(), prints.end());
    prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
    return prints;
}

Prints common_prints(const Prints& a, const Prints& b)
{
    Prints common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    return common;
}

/// The lines that these fingerprints cover.
std::vector<Lines> lines_of(const Shape& shape, const Prints& prints)
{
    std::vector<Lines> lines;
    for (const Fingerprint& print : winnowed(shape.hashes())) {
        if (!std::binary_search(prints.begin(), prints.end(), print.hash)) {
            continue;
        }
        const std::size_t first = shape.lines[print.place];
        const std::size_t last = shape.lines[print.place + words_of_a_print - 1];
        if (!lines.empty() && first <= lines.back().last + 1) {
            lines.back().last = std::max(lines.back().last, last);
        } else {
            lines.push_back({first, last});
        }
    }
    return lines;
}

/// Who has which fingerprint, in ascending order; a list of pairs takes little room.
using Index = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

/// The part of the index with this fingerprint.
auto owners_of(const Index& index, std::uint64_t print)
{
    return std::equal_range(index.begin(), index.end(), std::pair(print, std::uint32_t{0}),
                            [](const auto& a, const auto& b) { return a.first < b.first; });
}

/// Removes what is everybody's from every file, and tells who has what is left.
Index leave_out_the_common(std::vector<Prints>& files,
                           const std::unordered_set<std::uint64_t>& skeleton)
{
    Index index;
    std::ptrdiff_t filled = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        filled += files[i].empty() ? 0 : 1;
        for (const std::uint64_t print : files[i]) {
            index.emplace_back(print, static_cast<std::uint32_t>(i));
        }
    }
    std::sort(index.begin(), index.end());
    const std::ptrdiff_t most = std::clamp<std::ptrdiff_t>(filled / 4, 4, 50);
    for (Prints& prints : files) {
        const auto is_common = [&](std::uint64_t print) {
            const auto [begin, end] = owners_of(index, print);
            return skeleton.count(print) > 0 || end - begin > most;
        };
        prints.erase(std::remove_if(prints.begin(), prints.end(), is_common), prints.end());
    }
    return index;
}

/// All pairs that share enough, the most alike first.
std::vector<LikePair> pairs_of(const std::vector<Prints>& files, const Index& index)
{
    std::vector<LikePair> pairs;
    std::vector<std::size_t> common(files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
        std::vector<std::size_t> touched;
        for (const std::uint64_t print : files[i]) {
            const auto [begin, end] = owners_of(index, print);
            for (auto owner = begin; owner != end; ++owner) {
                if (owner->second > i && common[owner->second]++ == 0) {
                    touched.push_back(owner->second);
                }
            }
        }
        for (const std::size_t other : touched) {
            const double share =
                static_cast<double>(common[other]) /
                static_cast<double>(std::min(files[i].size(), files[other].size()));
            if (common[other] >= fewest_common && share >= least_share) {
                pairs.push_back({i, other, share, {}, {}});
            }
            common[other] = 0;
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const LikePair& a, const LikePair& b) { return a.share > b.share; });
    pairs.resize(std::min(pairs.size(), most_pairs));
    return pairs;
}

} // namespace

std::vector<Fingerprint> winnowed(const std::vector<std::uint64_t>& hashes)
{
    std::vector<Fingerprint> prints;
    const std::size_t window = std::min(prints_of_a_window, hashes.size());
    for (std::size_t start = 0; window > 0 && start + window <= hashes.size(); ++start) {
        std::size_t least = start;
        for (std::size_t i = start; i < start + window; ++i) {
            least = hashes[i] <= hashes[least] ? i : least;
        }
        if (prints.empty() || prints.back().place != least) {
            prints.push_back({hashes[least], least});
        }
    }
    return prints;
}

Likenesses likenesses(std::size_t count, const std::function<std::string(std::size_t)>& text,
                      const std::string& skeleton)
{
    Likenesses found;
    const Shape empty = shape_of(skeleton);
    const std::vector<std::uint64_t> given = empty.hashes();
    const std::unordered_set<std::uint64_t> of_skeleton(given.begin(), given.end());

    std::unordered_map<std::string, std::size_t> known; // where this shape came first
    std::map<std::size_t, std::vector<std::size_t>> groups;
    std::vector<Prints> files(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Shape shape = shape_of(text(i));
        if (shape.words == empty.words || shape.words.empty()) {
            found.untouched.insert(i);
            continue;
        }
        const auto [first, is_new] = known.emplace(digest(bytes_of(shape.words)), i);
        if (is_new) {
            files[i] = prints_of(shape);
        } else {
            groups[first->second].push_back(i);
        }
    }
    for (auto& [first, others] : groups) {
        others.insert(others.begin(), first);
        found.same.push_back(others);
    }
    const Index index = leave_out_the_common(files, of_skeleton);
    found.pairs = pairs_of(files, index);
    for (LikePair& pair : found.pairs) {
        const Prints common = common_prints(files[pair.first], files[pair.second]);
        pair.lines_of_first = lines_of(shape_of(text(pair.first)), common);
        pair.lines_of_second = lines_of(shape_of(text(pair.second)), common);
    }
    return found;
}

} // namespace workbook
