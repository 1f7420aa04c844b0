#include "notes/terms.hpp"

#include "notes/doxygen_page.hpp"
#include "notes/plain_text.hpp"
#include "notes/tree.hpp"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>

#include <algorithm>
#include <cctype>
#include <cstddef>

namespace workbook {

namespace {

/// "gradient descent" → "term_gradient_descent".
std::string label_of(const std::string& english)
{
    std::string label = "term_";
    for (const char letter : english) {
        const auto byte = static_cast<unsigned char>(letter);
        label += std::isalnum(byte) != 0 ? static_cast<char>(std::tolower(byte)) : '_';
    }
    return label;
}

/// The line whose English term stands last before `word` in its paragraph; the first if none does.
const Term& meant(const std::vector<Term>& lines, const pugi::xml_node& word)
{
    std::string before;
    for (pugi::xml_node node = word.previous_sibling(); node; node = node.previous_sibling()) {
        before.insert(0, boost::to_lower_copy(plain_text(node)));
    }
    const auto place = [&before](const Term& line) {
        const auto found = before.rfind(boost::to_lower_copy(line.english));
        return found == std::string::npos ? -1 : static_cast<std::ptrdiff_t>(found);
    };
    return *std::max_element(lines.begin(), lines.end(), [&](const Term& one, const Term& other) {
        return place(one) < place(other);
    });
}

/// Takes the parentheses around `link` into a note together with it, if nothing else is in them.
void set_aside(pugi::xml_node link, const std::string& english)
{
    pugi::xml_node before = link.previous_sibling();
    pugi::xml_node after = link.next_sibling();
    const std::string text = before.value();
    const std::string rest = after.value();
    const std::string opening = " (";
    if (!boost::ends_with(text, opening) || !boost::starts_with(rest, ")")) {
        return;
    }
    before.set_value(text.substr(0, text.size() - opening.size()).c_str());
    after.set_value(rest.substr(1).c_str());
    pugi::xml_node note = link.parent().insert_child_before("span", link);
    note.append_attribute("class").set_value("beside");
    const auto add_parenthesis = [&note](const std::string& parenthesis) {
        pugi::xml_node part = note.append_child("span");
        part.append_attribute("class").set_value("parenthesis");
        part.text().set(parenthesis.c_str());
    };
    add_parenthesis(opening);
    note.append_move(link).append_attribute("data-english").set_value(english.c_str());
    add_parenthesis(")");
}

} // namespace

Terms label_terms(pugi::xml_node glossary)
{
    Terms terms;
    for (pugi::xml_node row : find_all(contents_of(glossary), ".//tr[td]")) {
        const pugi::xml_node cell = row.child("td");
        const std::string english = boost::trim_copy(plain_text(cell));
        const std::string label = label_of(english);
        row.append_attribute("id").set_value(label.c_str());
        std::vector<std::string> words;
        const std::string korean = plain_text(cell.next_sibling("td"));
        boost::split(words, korean, boost::is_any_of(","));
        for (const std::string& word : words) {
            terms[boost::trim_copy(word)].push_back({english, "glossary.html#" + label});
        }
    }
    return terms;
}

void link_terms(pugi::xml_node contents, const Terms& terms)
{
    for (pugi::xml_node word :
         find_all(contents, ".//p//span[@lang = 'ko'] | .//li//span[@lang = 'ko']")) {
        const auto found = terms.find(boost::trim_copy(std::string(word.text().get())));
        if (found == terms.end() || word.select_node("ancestor::a | ancestor::nav")) {
            continue;
        }
        const Term& term = meant(found->second, word);
        word.set_name("a");
        word.append_attribute("class").set_value("term");
        word.append_attribute("href").set_value(term.place.c_str());
        set_aside(word, term.english);
    }
}

} // namespace workbook
