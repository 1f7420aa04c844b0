#include "course/veil.hpp"

#include "common/system/user_error.hpp"

namespace workbook {
namespace {

constexpr char first_digit = 'a'; // of 16
constexpr std::size_t line_length = 96;

/// Changes with the place, so that equal letters do not look equal.
unsigned char mask(std::size_t place)
{
    return static_cast<unsigned char>(0x5a ^ (place * 37));
}

} // namespace

std::string veiled(const std::string& text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int byte = static_cast<unsigned char>(text[i]) ^ mask(i);
        result += static_cast<char>(first_digit + byte / 16);
        result += static_cast<char>(first_digit + byte % 16);
        if ((i + 1) % (line_length / 2) == 0) {
            result += '\n';
        }
    }
    return result + '\n';
}

std::string unveiled(const std::string& veiled_text, const std::string& file)
{
    std::string digits;
    for (const char c : veiled_text) {
        if (c >= first_digit && c < first_digit + 16) {
            digits += c;
        } else if (c != '\n') {
            throw UserError(file + ": this is not what the student edition came with");
        }
    }
    std::string text;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        const int byte = (digits[i] - first_digit) * 16 + (digits[i + 1] - first_digit);
        text += static_cast<char>(byte ^ mask(i / 2));
    }
    return text;
}

} // namespace workbook
