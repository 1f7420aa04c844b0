#include "notes/terms.hpp"

#include "notes/doxygen_page.hpp"
#include "notes/plain_text.hpp"
#include "notes/tree.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>

#include <cctype>
#include <vector>

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

} // namespace

std::map<std::string, std::string> label_terms(pugi::xml_node glossary)
{
    std::map<std::string, std::string> places;
    for (pugi::xml_node row : find_all(contents_of(glossary), ".//tr[td]")) {
        const pugi::xml_node english = row.child("td");
        const std::string label = label_of(boost::trim_copy(plain_text(english)));
        row.append_attribute("id").set_value(label.c_str());
        std::vector<std::string> terms;
        const std::string korean = plain_text(english.next_sibling("td"));
        boost::split(terms, korean, boost::is_any_of(","));
        for (const std::string& term : terms) {
            places.emplace(boost::trim_copy(term), "glossary.html#" + label);
        }
    }
    return places;
}

void link_terms(pugi::xml_node contents, const std::map<std::string, std::string>& places)
{
    for (pugi::xml_node word :
         find_all(contents, ".//p//span[@lang = 'ko'] | .//li//span[@lang = 'ko']")) {
        const auto place = places.find(boost::trim_copy(std::string(word.text().get())));
        if (place == places.end() || word.select_node("ancestor::a | ancestor::nav")) {
            continue;
        }
        word.set_name("a");
        word.append_attribute("class").set_value("term");
        word.append_attribute("href").set_value(place->second.c_str());
    }
}

} // namespace workbook
