/// @file
/// Tables as CSV (RFC 4180), the format of rosters and gradebooks.
#pragma once

#include <string>
#include <vector>

namespace workbook {

/// The rows of a CSV text; quoted fields may hold commas, quotes and line breaks; a byte order mark
/// is dropped; CR LF, LF and CR end a row; empty rows are left out. Throws UserError, naming the
/// line, if a quote is never closed.
std::vector<std::vector<std::string>> read_csv(const std::string& text, char separator = ',');

/// What separates the fields of a table: the comma, semicolon or tab that its first row has most
/// of. Spreadsheets write semicolons where the comma stands in decimal numbers.
char separator_of(const std::string& text);

/// One row with its line end. A field that a spreadsheet would take for a formula (it begins with =
/// + - @, a tab or a line break, and is not a number) is prefixed with an apostrophe.
std::string csv_line(const std::vector<std::string>& fields);

} // namespace workbook
