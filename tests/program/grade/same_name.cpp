#include "grade/same_name.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace workbook {
namespace {

std::string mapped(const std::string& text, int options)
{
    utf8proc_uint8_t* result = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()), // NOLINT: bytes of the library
        static_cast<utf8proc_ssize_t>(text.size()), &result,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | options));
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> frees(result, &std::free);
    return size < 0 ? text
                    : std::string(reinterpret_cast<const char*>(result), // NOLINT
                                  static_cast<std::size_t>(size));
}

} // namespace

std::string composed(const std::string& text)
{
    return mapped(text, 0);
}

std::string comparable(const std::string& name)
{
    const std::string folded = mapped(name, UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    std::string result;
    bool blank = false;
    for (const char c : folded) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            blank = !result.empty();
        } else {
            result += (blank ? " " : "");
            result += c;
            blank = false;
        }
    }
    return result;
}

std::string squeezed(const std::string& name)
{
    std::string result;
    for (const char c : comparable(name)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_letter = byte >= 0x80 || (byte >= '0' && byte <= '9') ||
                               (byte >= 'a' && byte <= 'z') || c == '_';
        result += is_letter ? std::string(1, c) : "";
    }
    return result;
}

} // namespace workbook
