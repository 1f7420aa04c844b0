#include "explain/around.hpp"

#include "common/system/files.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace workbook {

std::string shown_name(const std::string& file)
{
    return shown(file);
}

std::string category_of(char32_t point)
{
    return utf8proc_category_string(static_cast<utf8proc_int32_t>(point));
}

std::string plain_form(const std::string& letter)
{
    const std::unique_ptr<utf8proc_uint8_t, void (*)(void*)> plain(
        utf8proc_NFKC(reinterpret_cast<const utf8proc_uint8_t*>(letter.c_str())), // NOLINT: bytes
        &std::free);
    return plain == nullptr ? "" : reinterpret_cast<const char*>(plain.get()); // NOLINT: bytes
}

} // namespace workbook
