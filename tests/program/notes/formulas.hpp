/// @file
/// Formulas are set while the site is built: a page shows them without a script.
#pragma once

#include "notes/text.hpp"

#include <pugixml.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace workbook {

/// A formula as its author wrote it.
struct Formula {
    std::string tex;
    bool display = false; ///< a line of its own
    auto operator<=>(const Formula&) const = default;
};

/// A formula that is set, or why it cannot be.
struct SetFormula {
    std::string html;
    std::string error;
};

/// Sets formulas with KaTeX, all in one process. `script` is set_formulas.js; what it reads is
/// written to `folder`.
std::map<Formula, SetFormula> set_formulas(const std::set<Formula>& formulas,
                                           const std::filesystem::path& script,
                                           const std::filesystem::path& folder);

/// The formulas below a node: \( … \) in a text, \[ … \] or \begin{…} … \end{…} on a line of
/// their own. In code they are none.
std::set<Formula> formulas_in(const pugi::xml_node& node);

/// Puts them in as they are set. What punctuation follows one in a text stays on its line.
/// Returns what cannot be set, with the reason.
std::vector<std::string> put_in_formulas(const pugi::xml_node& node,
                                         const std::map<Formula, SetFormula>& set);

} // namespace workbook
