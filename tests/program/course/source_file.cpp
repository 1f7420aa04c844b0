#include "course/source_file.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/how_it_is_saved.hpp"

#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest = 1 << 20;

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
    if (const std::string fault = fault_of_saving(text); !fault.empty()) {
        throw UserError(fmt::format("{} {}", shown(path), fault), advice);
    }
    return text;
}

} // namespace workbook
