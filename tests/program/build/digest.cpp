#include "build/digest.hpp"

#include <boost/uuid/detail/sha1.hpp>
#include <fmt/format.h>

namespace workbook {

std::string digest(const std::string& bytes)
{
    boost::uuids::detail::sha1 sha;
    sha.process_bytes(bytes.data(), bytes.size());
    boost::uuids::detail::sha1::digest_type words;
    sha.get_digest(words);
    std::string text;
    for (const unsigned int word : words) {
        text += fmt::format("{:08x}", word);
    }
    return text;
}

} // namespace workbook
