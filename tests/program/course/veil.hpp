/// @file
/// Right answers in a form that nobody reads by accident. A student edition needs them, so that one
/// slip costs one step there too. It is no secret: whoever wants to can undo it.
#pragma once

#include <string>

namespace workbook {

/// The text as letters and digits, in lines.
std::string veiled(const std::string& text);

/// The text again. Throws UserError, with the file's name, if this is not a veiled text.
std::string unveiled(const std::string& veiled_text, const std::string& file);

} // namespace workbook
