#include "grade/summary_parts.hpp"

#include "grade/clean_text.hpp"
#include "grade/html.hpp"

#include <fmt/format.h>

namespace workbook {

std::string link_to_page(const std::string& key, const std::string& name)
{
    return fmt::format("<a href=\"students/{}/feedback.html\"><bdi>{}</bdi></a>", url_part(key),
                       html_text(clean_line(name)));
}

} // namespace workbook
