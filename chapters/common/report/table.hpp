/// @file
/// Tables of numbers and words, for the terminal and for Markdown.
#pragma once

#include "common/math/tensor.hpp"

#include <concepts>
#include <string>
#include <utility>
#include <vector>

namespace workbook {

/// A column of a table: a name, and optionally how its numbers are written, as for printf.
struct Column {
    Column(const char* name) : header(name) {}
    Column(std::string name, std::string number_format = "%.6g")
        : header(std::move(name)), format(std::move(number_format))
    {
    }
    std::string header;
    std::string format = "%.6g";
};

/// One entry of a row: a number, a word, a bool (yes or no), or a Vector as (1, 2).
class Cell {
public:
    Cell(bool truth);
    Cell(std::integral auto number) : Cell(static_cast<long long>(number), Kind::integer) {}
    Cell(double number);
    Cell(const char* words);
    Cell(std::string words);
    Cell(const Vector& numbers);

    /// The entry as text; integers and words ignore the format.
    std::string text(const std::string& format) const;
    bool is_number() const { return kind_ == Kind::integer || kind_ == Kind::real; }

private:
    enum class Kind { integer, real, words, reals };
    Cell(long long number, Kind kind) : integer_(number), kind_(kind) {}

    long long integer_ = 0;
    double real_ = 0.0;
    std::string words_ = {};
    std::vector<double> reals_ = {};
    Kind kind_ = Kind::words;
};

/// A table with all its rows as text.
struct TableData {
    std::string name;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows = {};
    std::vector<bool> numeric = {}; ///< columns that hold nothing but numbers, ∞, — and percent

    TableData(std::string table_name, std::vector<Column> table_columns);

    /// Throws std::invalid_argument unless there is one cell for each column.
    void add(const std::vector<Cell>& cells);
};

/// A number as printf would write it; throws std::invalid_argument if the format is none for one
/// double. Negative zero is written as zero.
std::string format_number(double number, const std::string& format);

/// Aligned columns, numbers at their decimal points.
std::string aligned(const TableData& table);

/// The same as a Markdown table.
std::string markdown(const TableData& table);

} // namespace workbook
