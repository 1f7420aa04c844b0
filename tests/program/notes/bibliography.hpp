/// @file
/// The works that the book cites: docs/data/bibliography.bib, read and set by pandoc.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace workbook {

/// A cited work.
struct CitedWork {
    std::string key;        ///< what stands behind \cite
    std::string short_name; ///< as the text names it: "Minsky and Papert 1969"
    std::string entry;      ///< as the bibliography lists it, in HTML
};

/// Reads a BibTeX file. How a work is named, how it is listed and in which order is said by
/// `style`, a file of the Citation Style Language. Throws UserError.
std::vector<CitedWork> read_bibliography(const std::filesystem::path& bibtex,
                                         const std::filesystem::path& style);

} // namespace workbook
