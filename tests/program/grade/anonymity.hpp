/// @file
/// Outputs without names: who is who stays in a private folder beside the journal.
#pragma once

#include "grade/marks.hpp"

#include <set>

namespace workbook {

/// Gives students other names, the same in every run into one folder.
class Anonymity {
public:
    /// The secret is kept in `folder`/private, which only the user may enter; made if it is not
    /// there. Throws UserError.
    explicit Anonymity(const std::filesystem::path& folder);

    /// "s-" and 16 hexadecimal digits of HMAC(secret, key) (RFC 2104).
    std::string name_for(const std::string& key) const;

    /// The student under that name, without id, e-mail and the name of what was handed in; the same
    /// words, where the texts hold them, are replaced.
    GradedStudent hidden(GradedStudent student) const;

    /// Writes private/names.csv: who is who.
    void write_names(const EachStudent& each_student) const;

private:
    std::filesystem::path folder_;
    std::string secret_;
};

/// Replaces a word, in capitals or not; only where it stands alone, if it is of plain letters.
std::string without_word(const std::string& text, const std::string& word,
                         const std::string& instead);

} // namespace workbook
