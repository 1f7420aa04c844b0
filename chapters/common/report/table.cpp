#include "common/report/table.hpp"

#include "common/system/pattern.hpp"
#include "common/system/text.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/printf.h>

namespace workbook {

Cell::Cell(bool truth) : words_(truth ? "yes" : "no") {}
Cell::Cell(double number) : real_(number), kind_(Kind::real) {}
Cell::Cell(const char* words) : words_(words) {}
Cell::Cell(std::string words) : words_(std::move(words)) {}
Cell::Cell(const Vector& numbers) : reals_(numbers.begin(), numbers.end()), kind_(Kind::reals) {}

std::string Cell::text(const std::string& format) const
{
    switch (kind_) {
    case Kind::integer: return std::to_string(integer_);
    case Kind::real: return format_number(real_, format);
    case Kind::words: return words_;
    case Kind::reals: break;
    }
    std::string out = "(";
    for (std::size_t i = 0; i < reals_.size(); ++i)
        out += (i == 0 ? "" : ", ") + format_number(reals_[i], format);
    return out + ")";
}

namespace {

// Texts that may stand in a column of numbers: nothing, a dash, infinity, a percentage.
bool reads_as_number(const std::string& words)
{
    static const Pattern number{"|—|(-|−)?(∞|[0-9]+(\\.[0-9]+)?( %)?)"};
    return number.whole(words).has_value();
}

} // namespace

TableData::TableData(std::string table_name, std::vector<Column> table_columns)
    : name(std::move(table_name)), columns(std::move(table_columns)), numeric(columns.size(), true)
{
}

void TableData::add(const std::vector<Cell>& cells)
{
    if (cells.size() != columns.size())
        throw std::invalid_argument(fmt::format("table {}: a row of {} cells for {} columns", name,
                                                cells.size(), columns.size()));
    std::vector<std::string> row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        row.push_back(cells[i].text(columns[i].format));
        numeric[i] = numeric[i] && (cells[i].is_number() || reads_as_number(row.back()));
    }
    rows.push_back(std::move(row));
}

std::string format_number(double number, const std::string& format)
{
    static const Pattern one_double{"[^%]*%[-+ #0]*[0-9]*(\\.[0-9]+)?[aefgAEFG]([^%]|%%)*"};
    if (!one_double.whole(format))
        throw std::invalid_argument("\"" + format + "\" is no printf format for one number");
    if (std::isnan(number))
        return "NaN"; // its sign means nothing
    return fmt::sprintf(format, number == 0.0 ? 0.0 : number);
}

namespace {

std::string spaces(std::size_t count)
{
    return std::string(count, ' ');
}

std::string padded(const std::string& text, std::size_t width, bool right)
{
    const std::size_t own = display_width(text);
    const std::string fill = spaces(width > own ? width - own : 0);
    return right ? fill + text : text + fill;
}

// Appends spaces to the numbers of a column so that their decimal points line up.
void align_points(std::vector<std::string>& column)
{
    const auto behind = [](const std::string& number) {
        const std::size_t point = number.find_first_of(".e");
        return point == std::string::npos ? 0 : number.size() - point;
    };
    std::size_t longest = 0;
    for (const std::string& number : column)
        longest = std::max(longest, behind(number));
    for (std::string& number : column)
        number += spaces(longest - behind(number));
}

std::vector<std::string> column_of(const TableData& table, std::size_t index)
{
    std::vector<std::string> column;
    for (const auto& row : table.rows)
        column.push_back(row[index]);
    return column;
}

// A cell: its bars and angles mean nothing, and it is in one line.
std::string cell_of(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '|')
            out += "\\|";
        else if (c == '<')
            out += "&lt;";
        else if (c == '\n')
            out += ' ';
        else
            out += c;
    }
    return out;
}

} // namespace

std::string aligned(const TableData& table)
{
    std::vector<std::string> lines(table.rows.size() + 2);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        std::vector<std::string> column = column_of(table, i);
        if (table.numeric[i])
            align_points(column);
        std::size_t width = display_width(table.columns[i].header);
        for (const std::string& cell : column)
            width = std::max(width, display_width(cell));
        const std::string gap = i == 0 ? "" : "  ";
        lines[0] += gap + padded(table.columns[i].header, width, table.numeric[i]);
        lines[1] += gap;
        for (std::size_t place = 0; place < width; ++place)
            lines[1] += "─";
        for (std::size_t row = 0; row < column.size(); ++row)
            lines[row + 2] += gap + padded(column[row], width, table.numeric[i]);
    }
    std::string out;
    for (std::string& line : lines) {
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    return out;
}

std::string markdown(const TableData& table)
{
    std::string head = "|", rule = "|", body;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        head += " " + cell_of(table.columns[i].header) + " |";
        rule += table.numeric[i] ? " ---: |" : " :--- |";
    }
    for (const auto& row : table.rows) {
        body += "|";
        for (const std::string& cell : row)
            body += " " + cell_of(cell) + " |";
        body += '\n';
    }
    return head + '\n' + rule + '\n' + body;
}

} // namespace workbook
