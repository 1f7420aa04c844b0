#include "grade/class_texts.hpp"

#include "common/system/files.hpp"

namespace workbook {

std::string ClassTexts::text(const std::string& content) const
{
    for (const std::filesystem::path& folder : folders) {
        std::error_code error;
        if (std::filesystem::is_regular_file(folder / content, error)) {
            return read_file(folder / content);
        }
    }
    return "";
}

} // namespace workbook
