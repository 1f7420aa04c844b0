#include "course/source_file.hpp"

#include "common/system/files.hpp"
#include "common/system/pattern.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"

#include <boost/locale/utf.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest = 1 << 20;

std::string position(const std::string& text, std::size_t offset)
{
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(offset), '\n');
    const auto start = text.rfind('\n', offset == 0 ? 0 : offset - 1);
    const auto column = start == std::string::npos || offset == 0 ? offset + 1 : offset - start;
    return fmt::format("line {}, byte {} of the line", line, column);
}

/// The position of the first byte that is not valid UTF-8, or npos.
std::size_t first_bad_byte(const std::string& text)
{
    using traits = boost::locale::utf::utf_traits<char>;
    auto at = text.begin();
    while (at != text.end()) {
        const auto start = at;
        const auto point = traits::decode(at, text.end());
        if (point == boost::locale::utf::illegal || point == boost::locale::utf::incomplete) {
            return static_cast<std::size_t>(start - text.begin());
        }
    }
    return std::string::npos;
}

} // namespace

std::string read_source(const fs::path& path, const std::string& advice)
{
    std::error_code error;
    const auto status = fs::status(path, error);
    if (error && status.type() == fs::file_type::none) {
        throw UserError(fmt::format("cannot read {}: {}", shown(path), error.message()), advice);
    }
    if (!fs::exists(status)) {
        throw UserError(fmt::format("there is no file {}", shown(path)), advice);
    }
    if (!fs::is_regular_file(status)) {
        throw UserError(fmt::format("{} is not a file but a {}", shown(path),
                                    fs::is_directory(status) ? "folder" : "device or pipe"),
                        advice);
    }
    if (fs::file_size(path, error) > largest) {
        throw UserError(
            fmt::format("{} is larger than 1 MB: that is no solution of a chapter", shown(path)),
            advice);
    }
    const std::string text = read_file(path);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        throw UserError(fmt::format("{} is empty", shown(path)), advice);
    }
    if (const auto zero = text.find('\0'); zero != std::string::npos) {
        throw UserError(fmt::format("{} holds a NUL byte ({}): it is not a text file", shown(path),
                                    position(text, zero)),
                        advice);
    }
    if (const auto bad = first_bad_byte(text); bad != std::string::npos) {
        throw UserError(
            fmt::format("{} is not UTF-8 ({}): save it as UTF-8", shown(path), position(text, bad)),
            advice);
    }
    return text;
}

bool is_utf8(const std::string& text)
{
    return first_bad_byte(text) == std::string::npos;
}

std::size_t line_of(const fs::path& source, const std::string& function)
{
    // Names also come from a linker's output, so they may be anything.
    constexpr std::size_t longest_name = 200;
    if (function.empty() || function.size() > longest_name ||
        !std::all_of(function.begin(), function.end(),
                     [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; })) {
        return 0;
    }
    std::ifstream stream(source);
    const Pattern definition("^[^ \t/#].*\\b" + function + "\\s*\\(");
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        constexpr std::size_t longest = 1000; // a pattern recurses over every character
        if (definition.first_in(first_bytes(line, longest))) {
            return number;
        }
    }
    return 0;
}

} // namespace workbook
