#include "common/plot/theme.hpp"

#include "common/plot/style.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>

#include <fmt/format.h>

namespace workbook {

namespace {

struct Pair {
    std::string name; ///< of the variable
    std::string light;
    std::string dark;
};

constexpr std::array palette{std::pair{"black", Color::black},
                             std::pair{"orange", Color::orange},
                             std::pair{"sky", Color::sky},
                             std::pair{"green", Color::green},
                             std::pair{"yellow", Color::yellow},
                             std::pair{"blue", Color::blue},
                             std::pair{"vermilion", Color::vermilion},
                             std::pair{"purple", Color::purple},
                             std::pair{"grey", Color::grey},
                             std::pair{"light-grey", Color::light_grey},
                             std::pair{"paper", Color::white}};

/// The palette, its letters and tints, and the greys of axes and networks.
std::vector<Pair> pairs()
{
    std::vector<Pair> all;
    for (const auto& [name, color] : palette) {
        all.push_back({name, hex(color), dark_hex(color)});
        if (text_hex(color) != hex(color))
            all.push_back({fmt::format("{}-text", name), text_hex(color), dark_text_hex(color)});
        if (color != Color::white && color != Color::black)
            for (const double fraction : {0.15, 0.3})
                all.push_back({fmt::format("{}-{}", name, std::lround(100 * fraction)),
                               tint(color, fraction), dark_tint(color, fraction)});
    }
    all.push_back({"axis", "#404040", "#b4b6b9"});
    all.push_back({"numbers", "#202020", "#d3d5d7"});
    all.push_back({"grid", "#e2e2e2", "#37393c"});
    all.push_back({"zero-line", "#808080", "#85878a"});
    all.push_back({"mesh", "#5a5a5a", "#8f9194"});
    all.push_back({"faint", "#c4c4c4", "#505356"});
    all.push_back({"faint-text", "#767676", "#96989b"});
    all.push_back({"bias", "#eeeeee", "#2e3033"});
    return all;
}

/// gnuplot writes colours as "black" and "rgb(  0, 114, 178)": all as #rrggbb in small letters.
std::string with_hex_colors(const std::string& svg)
{
    std::string out;
    out.reserve(svg.size());
    for (std::size_t i = 0; i < svg.size();) {
        int red = 0, green = 0, blue = 0, length = 0;
        const bool quoted = i > 0 && (svg[i - 1] == '"' || svg[i - 1] == '\'');
        if (quoted && svg.compare(i, 4, "rgb(") == 0 &&
            std::sscanf(svg.c_str() + i, "rgb(%d ,%d ,%d )%n", &red, &green, &blue, &length) == 3 &&
            length > 0) {
            out += fmt::format("#{:02x}{:02x}{:02x}", red, green, blue);
            i += static_cast<std::size_t>(length);
        } else if (quoted && svg.compare(i, 5, "black") == 0 && svg[i + 5] == svg[i - 1]) {
            out += "#000000";
            i += 5;
        } else if (quoted && svg[i] == '#' &&
                   svg.find_first_not_of("0123456789abcdefABCDEF", i + 1) == i + 7 &&
                   svg[i + 7] == svg[i - 1]) {
            for (std::size_t end = i + 7; i < end; ++i)
                out += static_cast<char>(std::tolower(static_cast<unsigned char>(svg[i])));
        } else {
            out += svg[i++];
        }
    }
    return out;
}

/// The colours that occur, each with the attributes that have it.
std::map<std::string, std::set<std::string>> colors_in(const std::string& svg)
{
    std::map<std::string, std::set<std::string>> found;
    for (const std::string attribute : {"fill", "stroke", "color", "flood-color"}) {
        for (std::size_t at = svg.find(attribute); at != std::string::npos;
             at = svg.find(attribute, at + 1)) {
            if (at == 0 || (svg[at - 1] != ' ' && svg[at - 1] != '\t'))
                continue;
            std::size_t value = at + attribute.size();
            while (svg[value] == ' ' || svg[value] == '=')
                ++value;
            if ((svg[value] == '"' || svg[value] == '\'') && svg[value + 1] == '#' &&
                svg[value + 8] == svg[value])
                found[svg.substr(value + 1, 7)].insert(attribute);
        }
    }
    return found;
}

/// Light and dark exchanged, the hue about kept: what the filter of CSS below makes of a picture,
/// by the matrix that CSS gives for half a turn of the hues.
std::string reversed(const std::string& color)
{
    const auto inverted = [&color](std::size_t at) {
        return 0.89 - 0.78 * std::stoi(color.substr(at, 2), nullptr, 16) / 255.0;
    };
    const double r = inverted(1), g = inverted(3), b = inverted(5);
    const auto channel = [](double value) {
        return std::lround(255.0 * std::clamp(value, 0.0, 1.0));
    };
    return fmt::format("#{:02x}{:02x}{:02x}", channel(-0.574 * r + 1.430 * g + 0.144 * b),
                       channel(0.426 * r + 0.430 * g + 0.144 * b),
                       channel(0.426 * r + 1.430 * g - 0.856 * b));
}

/// As dark as a dark page and as light as its letters, not black and white.
const std::string reversing_filter = "invert(.89) hue-rotate(180deg)";

std::string selectors(const std::string& color, const std::set<std::string>& attributes,
                      const std::string& value)
{
    std::string out;
    for (const std::string& attribute : attributes)
        out += fmt::format("[{0}=\"{1}\"]{{{0}:{2}}}", attribute, color, value);
    return out;
}

} // namespace

std::string themed_svg(const std::string& plain)
{
    const std::string svg = with_hex_colors(plain);
    auto found = colors_in(svg);
    std::string light, dark, rules, others;
    for (const Pair& pair : pairs()) {
        const auto used = found.find(pair.light);
        if (used == found.end())
            continue;
        light += fmt::format("--{}:{};", pair.name, pair.light);
        dark += fmt::format("--{}:{};", pair.name, pair.dark);
        rules += selectors(pair.light, used->second, "var(--" + pair.name + ")") + "\n";
        found.erase(used);
    }
    for (const auto& [color, attributes] : found)
        others += selectors(color, attributes, reversed(color));
    if (svg.find("<image") != std::string::npos)
        others += fmt::format("image{{filter:{}}}", reversing_filter);
    const std::string style =
        fmt::format("<style>\n:root{{{}}}\n{}@media (prefers-color-scheme:dark){{:root{{{}}}\n"
                    "{}}}\n</style>\n",
                    light, rules, dark, others);
    const std::size_t root = svg.find("<svg");
    const std::size_t end = svg.find('>', root) + 1;
    return svg.substr(0, end) + "\n" + style + svg.substr(end);
}

} // namespace workbook
