// Reads PNG and PGM.
#include "picture.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>
#include <png.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace digits {

using workbook::UserError;

namespace {

constexpr std::size_t longest_side = 4096;
constexpr const char* what_to_do = "give a PNG or a PGM, for example what "
                                   "`convert photo.jpg -resize 400x400 digit.png` writes";

void check_size(const std::string& name, std::size_t width, std::size_t height)
{
    if (width == 0 || height == 0)
        throw UserError(fmt::format("{} has no pixels", name), what_to_do);
    if (width > longest_side || height > longest_side)
        throw UserError(fmt::format("{} has {} × {} pixels, and {} a side are the most", name,
                                    width, height, longest_side),
                        what_to_do);
}

Matrix read_png(const std::string& bytes, const std::string& name)
{
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const auto damaged = [&] {
        const std::string why = image.message;
        png_image_free(&image);
        return UserError(fmt::format("{} is a damaged PNG: {}", name, why), what_to_do);
    };
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
        throw damaged();
    image.format = PNG_FORMAT_GRAY;
    try {
        check_size(name, image.width, image.height);
    } catch (const UserError&) {
        png_image_free(&image);
        throw;
    }
    std::vector<png_byte> shades(PNG_IMAGE_SIZE(image));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image, &white, shades.data(), 0, nullptr) == 0)
        throw damaged();
    Matrix picture = xt::zeros<double>({std::size_t{image.height}, std::size_t{image.width}});
    std::transform(shades.begin(), shades.end(), picture.begin(),
                   [](png_byte shade) { return shade / 255.0; });
    return picture;
}

/// The numbers of a PGM's text, between blanks and comments.
class Words {
public:
    Words(const std::string& bytes, std::size_t at) : bytes_(bytes), at_(at) {}

    /// The next whole number; nothing at the end, or if there is none.
    std::optional<std::size_t> number()
    {
        while (at_ < bytes_.size() && (is_blank(bytes_[at_]) || bytes_[at_] == '#')) {
            if (bytes_[at_] == '#')
                at_ = std::min(bytes_.find('\n', at_), bytes_.size());
            else
                ++at_;
        }
        std::size_t value = 0;
        const std::size_t first = at_;
        while (at_ < bytes_.size() && std::isdigit(static_cast<unsigned char>(bytes_[at_])) != 0)
            value = std::min<std::size_t>(
                10 * value + static_cast<std::size_t>(bytes_[at_++] - '0'), 1'000'000'000);
        return at_ == first ? std::nullopt : std::optional(value);
    }

    std::size_t place() const { return at_; }

private:
    static bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

    const std::string& bytes_;
    std::size_t at_;
};

Matrix read_pgm(const std::string& bytes, const std::string& name)
{
    const bool is_text = bytes[1] == '2';
    Words words(bytes, 2);
    const auto width = words.number();
    const auto height = words.number();
    const auto white = words.number();
    if (!width || !height || !white || *white == 0 || *white > 65535)
        throw UserError(fmt::format("{} is a damaged PGM: it does not begin with width, height and "
                                    "the number of white",
                                    name),
                        what_to_do);
    check_size(name, *width, *height);
    Matrix picture = xt::zeros<double>({*height, *width});
    const std::size_t bytes_each = *white < 256 ? 1 : 2;
    std::size_t at = words.place() + 1; // one blank behind the last number
    std::size_t read = 0;
    for (double& shade : picture) {
        std::optional<std::size_t> value;
        if (is_text) {
            value = words.number();
        } else if (at + bytes_each <= bytes.size()) {
            value = static_cast<unsigned char>(bytes[at]);
            if (bytes_each == 2)
                value = 256 * *value + static_cast<unsigned char>(bytes[at + 1]);
            at += bytes_each;
        }
        if (!value || *value > *white)
            throw UserError(fmt::format("{} is a damaged PGM: {} of its {} pixels can be read",
                                        name, read, picture.size()),
                            what_to_do);
        shade = static_cast<double>(*value) / static_cast<double>(*white);
        ++read;
    }
    return picture;
}

} // namespace

Matrix read_picture(const std::filesystem::path& file)
{
    const std::string name = workbook::shown(file);
    std::error_code error;
    if (std::filesystem::is_directory(file, error))
        throw UserError(fmt::format("{} is a folder", name), what_to_do);
    constexpr std::uintmax_t largest = std::uintmax_t{64} << 20;
    if (const auto size = std::filesystem::file_size(file, error); !error && size > largest)
        throw UserError(fmt::format("{} is larger than {} MB", name, largest >> 20), what_to_do);
    const std::string bytes = workbook::read_file(file);
    if (bytes.empty())
        throw UserError(fmt::format("{} is empty", name), what_to_do);
    if (bytes.compare(0, 8, "\x89PNG\r\n\x1a\n") == 0)
        return read_png(bytes, name);
    if (bytes.compare(0, 2, "P2") == 0 || bytes.compare(0, 2, "P5") == 0)
        return read_pgm(bytes, name);
    throw UserError(fmt::format("{} is neither a PNG nor a PGM picture", name), what_to_do);
}

} // namespace digits
