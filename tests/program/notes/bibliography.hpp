/// @file
/// The works that the book cites: docs/data/bibliography.bib.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace workbook {

/// A cited work.
struct CitedWork {
    std::string key;                           ///< what stands behind \cite
    std::map<std::string, std::string> fields; ///< author, title, year, …

    /// A field, or nothing.
    std::string field(const std::string& name) const;
    /// As the text names it: "Minsky and Papert 1969", "Rumelhart et al. 1986".
    std::string short_name() const;
    /// As the bibliography lists it, in Markdown.
    std::string full_name() const;
};

/// Reads the entries of a BibTeX file, in the order of their authors and years. Throws UserError.
std::vector<CitedWork> read_bibliography(const std::filesystem::path& file);

} // namespace workbook
