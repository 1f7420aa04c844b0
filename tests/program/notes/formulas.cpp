#include "notes/formulas.hpp"

#include "notes/doxygen_page.hpp"
#include "notes/tree.hpp"

#include <fmt/format.h>

#include <regex>

namespace workbook {

void enclose_formulas(pugi::xml_node page)
{
    static const std::regex formula(R"((\\\([\s\S]*?\\\))([.,;:?!)]*))");
    for (const pugi::xml_node& text :
         texts_in(contents_of(page), [](const auto&) { return false; })) {
        replace_in_text(text, formula, [](const std::smatch& match) {
            const std::string enclosed =
                fmt::format("<span class=\"formula\">{}</span>", escaped_text(match[1]));
            return match[2].length() == 0 ? enclosed
                                          : fmt::format("<span class=\"unbroken\">{}{}</span>",
                                                        enclosed, match[2].str());
        });
    }
}

void drop_unused_scripts(pugi::xml_node page, const std::string& label)
{
    const auto formula = contents_of(page).select_node(
        ".//text()[contains(., '\\(') or contains(., '\\[') or contains(., '\\begin{')]");
    if (label != "index" && !formula) {
        for (const pugi::xml_node& script :
             find_all(page, "//script[@type = 'text/x-mathjax-config' or "
                            "starts-with(@src, 'mathjax/')]")) {
            remove_node(script);
        }
    }
}

} // namespace workbook
