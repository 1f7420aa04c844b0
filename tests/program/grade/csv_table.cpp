#include "grade/csv_table.hpp"

#include "common/system/text.hpp"
#include "common/system/user_error.hpp"

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <regex>

namespace workbook {
namespace {

/// Reads a CSV text from left to right.
class Reader {
public:
    Reader(const std::string& text, char separator) : text_(text), separator_(separator)
    {
        if (boost::starts_with(text_, "\xEF\xBB\xBF")) {
            at_ = 3;
        }
    }

    bool is_done() const { return at_ == text_.size(); }

    std::vector<std::string> row()
    {
        std::vector<std::string> fields{field()};
        while (!is_done() && text_[at_] == separator_) {
            ++at_;
            fields.push_back(field());
        }
        take_line_end();
        return fields;
    }

private:
    /// A quoted field; as in spreadsheets, text after the closing quote belongs to it too.
    std::string field()
    {
        std::string value;
        if (!is_done() && text_[at_] == '"') {
            value = quoted();
        }
        while (!is_done() && text_[at_] != separator_ && !is_line_end()) {
            value += text_[at_++];
        }
        return value;
    }

    std::string quoted()
    {
        const std::size_t opened = at_++;
        std::string value;
        for (; !is_done(); ++at_) {
            if (text_[at_] != '"') {
                value += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                value += text_[at_++];
            } else {
                ++at_;
                return value;
            }
        }
        const auto line = 1 + std::count(text_.begin(),
                                         text_.begin() + static_cast<std::ptrdiff_t>(opened), '\n');
        throw UserError(fmt::format("the quote that opens in line {} is never closed", line),
                        "a quote inside a quoted field is written twice");
    }

    bool is_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

    void take_line_end()
    {
        if (!is_done() && text_[at_] == '\r') {
            ++at_;
        }
        if (!is_done() && text_[at_] == '\n') {
            ++at_;
        }
    }

    const std::string& text_;
    char separator_;
    std::size_t at_ = 0;
};

bool is_number(const std::string& field)
{
    static const std::regex form(R"([+-]?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]+)?)");
    return field.size() < 40 && std::regex_match(field, form);
}

/// Whether a spreadsheet would evaluate the field as a formula. Excel treats the full-width signs
/// of Korean and Japanese keyboards in the same way, and some programs skip leading blanks.
bool is_formula(const std::string& field)
{
    const std::string start = field.substr(std::min(field.size(), field.find_first_not_of(' ')));
    const auto begins = [&](const char* sign) { return boost::starts_with(start, sign); };
    return !is_number(field) && start != "-" &&
           (begins("=") || begins("+") || begins("-") || begins("@") || begins("\t") ||
            begins("\r") || begins("\n") || begins("＝") || begins("＋") || begins("－") ||
            begins("＠"));
}

} // namespace

char separator_of(const std::string& text)
{
    std::map<char, std::size_t> counts{{',', 0}, {';', 0}, {'\t', 0}};
    bool quoted = false;
    for (const char c : text) {
        quoted ^= c == '"';
        if (!quoted && (c == '\n' || c == '\r')) {
            break;
        }
        if (const auto found = counts.find(c); !quoted && found != counts.end()) {
            ++found->second;
        }
    }
    char best = ',';
    for (const auto& [separator, count] : counts) {
        best = count > counts[best] ? separator : best;
    }
    return best;
}

std::vector<std::vector<std::string>> read_csv(const std::string& text, char separator)
{
    std::vector<std::vector<std::string>> rows;
    Reader reader(text, separator);
    while (!reader.is_done()) {
        std::vector<std::string> row = reader.row();
        // Spreadsheets write ",,," for empty rows.
        if (std::any_of(row.begin(), row.end(), [](const auto& f) { return !f.empty(); })) {
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::string csv_line(const std::vector<std::string>& fields)
{
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        line += (i == 0 ? "" : ",") + csv_field((is_formula(fields[i]) ? "'" : "") + fields[i]);
    }
    return line + "\r\n";
}

} // namespace workbook
