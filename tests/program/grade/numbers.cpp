#include "grade/numbers.hpp"

#include <cmath>
#include <stdexcept>

namespace workbook {

std::optional<std::pair<double, std::string>> leading_number(const std::string& text)
{
    try {
        std::size_t end = 0;
        const double number = std::stod(text, &end);
        return std::pair(number, text.substr(end));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::optional<double> amount(const std::string& text)
{
    const auto found = leading_number(text);
    const bool is_one =
        found && found->second.empty() && std::isfinite(found->first) && found->first >= 0;
    return is_one ? std::optional(found->first) : std::nullopt;
}

} // namespace workbook
