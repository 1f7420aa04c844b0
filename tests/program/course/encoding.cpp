#include "course/encoding.hpp"

#include "course/how_it_is_saved.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <boost/algorithm/string/predicate.hpp>

#include <iconv.h>

namespace workbook {
namespace {

/// The text in UTF-8; "" if it is not in that encoding, or the system does not know it.
std::string converted(const std::string& bytes, const char* encoding)
{
    const iconv_t converter = ::iconv_open("UTF-8", encoding);
    if (converter == reinterpret_cast<iconv_t>(-1)) { // NOLINT: that is how it reports failure
        return "";
    }
    const std::unique_ptr<void, int (*)(void*)> closes(converter, &::iconv_close);
    std::string from = bytes;
    std::string text;
    std::array<char, 4096> part; // NOLINT: filled by iconv
    char* in = from.data();
    for (std::size_t left = from.size(); left > 0;) {
        char* out = part.data();
        std::size_t room = part.size();
        const std::size_t left_before = left;
        ::iconv(converter, &in, &left, &out, &room);
        text.append(part.data(), part.size() - room);
        if (left == left_before) {
            return ""; // no progress: a byte that cannot be
        }
    }
    return text;
}

/// Latin letters are every second byte of UTF-16, the others are 0.
const char* utf16_of(const std::string& bytes)
{
    if (boost::starts_with(bytes, "\xff\xfe")) {
        return "UTF-16LE";
    }
    if (boost::starts_with(bytes, "\xfe\xff")) {
        return "UTF-16BE";
    }
    std::array<std::size_t, 2> zeros{}; // at even and odd places
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        zeros.at(i % 2) += bytes[i] == '\0' ? 1 : 0;
    }
    const std::size_t many = bytes.size() / 4;
    return zeros[1] > many && zeros[1] > 10 * zeros[0]   ? "UTF-16LE"
           : zeros[0] > many && zeros[0] > 10 * zeros[1] ? "UTF-16BE"
                                                         : nullptr;
}

} // namespace

Recoded as_utf8(const std::string& bytes)
{
    if (const char* encoding = utf16_of(bytes)) {
        if (std::string text = converted(bytes, encoding); !text.empty()) {
            if (boost::starts_with(text, "\xef\xbb\xbf")) {
                text.erase(0, 3);
            }
            return {std::move(text), "UTF-16"};
        }
    } else if (!is_utf8(bytes)) {
        if (std::string text = converted(bytes, "CP949"); !text.empty()) {
            return {std::move(text), "CP949"};
        }
    }
    return {bytes, ""};
}

} // namespace workbook
