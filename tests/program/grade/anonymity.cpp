#include "grade/anonymity.hpp"

#include "build/digest.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "grade/clean_text.hpp"
#include "grade/csv_table.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/erase.hpp>
#include <boost/algorithm/string/split.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <random>
#include <set>

namespace workbook {

namespace fs = std::filesystem;

namespace {

using json = nlohmann::json;

constexpr std::size_t block = 64; // bytes, of SHA-1
constexpr std::size_t shortest_word = 3;

std::string fresh_secret()
{
    std::random_device random;
    std::string secret;
    while (secret.size() < block) {
        secret += fmt::format("{:08x}", random());
    }
    return secret;
}

/// The bytes of a key, each changed by `pad`.
std::string padded(const std::string& key, char pad)
{
    std::string bytes = key;
    bytes.resize(block, '\0');
    for (char& byte : bytes) {
        byte = static_cast<char>(byte ^ pad);
    }
    return bytes;
}

bool is_letter(unsigned char c)
{
    return std::isalnum(c) != 0 || c >= 0x80;
}

/// All by which the student may be called, the longest first; without `parts` as a whole only.
std::vector<std::string> words_of(const GradedStudent& student, bool parts)
{
    std::set<std::string> words{student.key, student.name, student.id, student.email,
                                student.place};
    if (parts) {
        std::vector<std::string> names;
        boost::split(names, student.name, boost::is_any_of(" ,.-_"));
        words.insert(names.begin(), names.end());
        words.insert(student.email.substr(0, student.email.find('@')));
    }
    std::vector<std::string> longest_first(words.begin(), words.end());
    std::stable_sort(longest_first.begin(), longest_first.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return longest_first;
}

/// The text with the words replaced.
std::string without_words(std::string text, const std::vector<std::string>& words,
                          const std::string& instead)
{
    for (const std::string& word : words) {
        if (word.size() >= shortest_word) {
            text = without_word(text, word, instead);
        }
    }
    return text;
}

/// Replaces the words in all that the student or the file's name may have brought in.
void hide(json& value, const std::function<std::string(const std::string&)>& replaced)
{
    static const std::set<std::string> free_texts{"message", "printed", "warnings", "text", "value",
                                                  "got",     "note",    "file",     "notes"};
    if (value.is_array()) {
        for (json& one : value) {
            hide(one, replaced);
        }
        return;
    }
    if (!value.is_object()) {
        return;
    }
    for (auto& [name, one] : value.items()) {
        if (free_texts.count(name) == 0) {
            hide(one, replaced);
        } else if (one.is_string()) {
            one = replaced(one);
        } else if (one.is_array()) {
            for (json& text : one) {
                text = replaced(text);
            }
        }
    }
}

} // namespace

Anonymity::Anonymity(const fs::path& folder) : folder_(folder / "private")
{
    make_folder(folder_);
    fs::permissions(folder_, fs::perms::owner_all);
    const fs::path file = folder_ / "secret";
    if (!fs::exists(file)) {
        write_file(file, fresh_secret());
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    }
    secret_ = read_file(file);
    if (secret_.size() != block) {
        throw UserError(fmt::format("{} is damaged", shown(file)),
                        "remove it; then students get new names");
    }
}

std::string Anonymity::name_for(const std::string& key) const
{
    const std::string inner = digest(padded(secret_, 0x36) + key);
    const std::string outer = digest(padded(secret_, 0x5c) + inner);
    return "s-" + boost::erase_all_copy(outer, "-").substr(0, 12) + outer.substr(outer.size() - 4);
}

GradedStudent Anonymity::hidden(GradedStudent student) const
{
    const std::string name = name_for(student.key);
    const auto replaced = [&, words = words_of(student, true)](const std::string& text) {
        return without_words(text, words, name);
    };
    // Who has marked by hand may have the student's family name.
    const auto replaced_in = [&, words = words_of(student, false)](std::vector<std::string>& said) {
        for (std::string& sentence : said) {
            sentence = without_words(sentence, words, name);
        }
    };
    json all = to_json(student);
    hide(all, replaced);
    GradedStudent other = student_from(all);
    other.key = other.name = name;
    other.id = other.email = other.place = "";
    for (std::size_t i = 0; i < student.chapters.size(); ++i) {
        GradedChapter& chapter = other.chapters[i];
        chapter.by_hand = student.chapters[i].by_hand;
        replaced_in(chapter.by_hand.said);
        for (std::size_t j = 0; j < chapter.steps.size(); ++j) {
            ByHand& by_hand = chapter.steps[j].by_hand;
            by_hand = student.chapters[i].steps[j].by_hand;
            replaced_in(by_hand.said);
        }
    }
    return other;
}

void Anonymity::write_names(const EachStudent& each_student) const
{
    std::string table = csv_line({"anonymous", "key", "name", "id", "email"});
    each_student([&](const GradedStudent& student) {
        table += csv_line({name_for(student.key), clean_line(student.key), clean_line(student.name),
                           clean_line(student.id), clean_line(student.email)});
    });
    write_file(folder_ / "names.csv", table);
    fs::permissions(folder_ / "names.csv", fs::perms::owner_read | fs::perms::owner_write);
}

std::string without_word(const std::string& text, const std::string& word,
                         const std::string& instead)
{
    const std::string low_text = boost::to_lower_copy(text);
    const std::string low_word = boost::to_lower_copy(word);
    // In Korean a particle follows a name without a blank.
    const bool is_plain = std::none_of(
        word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    std::string result;
    std::size_t done = 0;
    for (std::size_t at = low_text.find(low_word); !low_word.empty() && at != std::string::npos;
         at = low_text.find(low_word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool inside = (at > 0 && is_letter(static_cast<unsigned char>(text[at - 1]))) ||
                            (end < text.size() && is_letter(static_cast<unsigned char>(text[end])));
        if (at >= done && (!is_plain || !inside)) {
            result += text.substr(done, at - done) + instead;
            done = end;
        }
    }
    return result + text.substr(done);
}

} // namespace workbook
