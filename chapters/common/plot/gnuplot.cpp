#include "common/plot/gnuplot.hpp"

#include "common/plot/csv.hpp"
#include "common/plot/gnuplot_layout.hpp"
#include "common/plot/gnuplot_one_legend.hpp"
#include "common/plot/gnuplot_script.hpp"
#include "common/plot/gnuplot_text.hpp"
#include "common/plot/program.hpp"
#include "common/plot/theme.hpp"
#include "common/system/files.hpp"
#include "common/system/pattern.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

namespace workbook {

namespace {

std::string terminal(const char* kind, const Drawing& drawing, int scale, const std::string& font)
{
    const auto [width, height] = drawing.size();
    return fmt::format("set encoding utf8\nset terminal {} size {},{} enhanced {} background "
                       "\"#ffffff\"\n",
                       kind, width * scale, height * scale, font);
}

std::string svg_terminal(const Drawing& drawing)
{
    return terminal("svg", drawing, 1,
                    fmt::format("font \"{},{}\" butt", font_family, drawing.font_size));
}

// Cairo's unit is the point (here ¾ of a pixel), and its dashes are half as long as those in SVG.
std::string png_terminal(const Drawing& drawing, int scale)
{
    return terminal("pngcairo", drawing, scale,
                    fmt::format("font \"{},{}\" fontscale {:.4g} linewidth {} pointscale {} "
                                "dashlength 2 butt",
                                font_family, drawing.font_size, 0.75 * scale, scale, scale));
}

void replace_all(std::string& text, const std::string& from, const std::string& to)
{
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// Removes gnuplot's name and version, names fallback fonts, and says how many rows and columns of
// panels there are, and how many pixels are above and below them.
std::string tidied_svg(std::string svg, const Drawing& drawing, bool drawn_for_medium)
{
    svg = Pattern("<(title|desc)>[^<]*</(title|desc)>\n?").replaced_in(svg, "");
    replace_all(svg, "font-family=\"" + font_family + "\"",
                "font-family=\"" + font_fallback + "\"");
    const std::size_t root = svg.find("<svg") + 4;
    svg.insert(root,
               fmt::format(" data-panels=\"{} {} {:.4g} {:.4g}\"", drawing.rows, drawing.columns,
                           gnuplot::one_legend_height(drawing), gnuplot::strip_height(drawing)));
    if (drawn_for_medium)
        svg.insert(root, " data-drawn-for-medium=\"\"");
    return themed_svg(svg);
}

void run_gnuplot(const std::string& script, const std::filesystem::path& folder)
{
    write_file(folder / "script.gp", script);
    run_program("gnuplot", "gnuplot-nox", {"-d", "script.gp"}, folder);
}

// A GIF has 256 colours, many of which gnuplot reserves for itself. So the colours of these frames
// are allocated first: the scales, greys for text, and each hue fading to white. Whatever else
// occurs gets the nearest of these.
std::vector<std::string> gif_colors(const std::vector<Drawing>& frames)
{
    std::set<Palette> palettes;
    std::set<Color> hues, tints;
    for (const Drawing& frame : frames) {
        for (const Panel& panel : frame.panels) {
            if (panel.scale)
                palettes.insert(panel.scale->palette);
            for (const Series& series : panel.series) {
                hues.insert(series.style.color);
                hues.insert(series.text_style.color);
                tints.insert(series.colors.begin(), series.colors.end());
            }
        }
    }
    std::vector<std::string> colors;
    for (const Color color : tints)
        colors.push_back(tint(color, 0.3));
    for (const Color color : hues)
        colors.push_back(hex(color));
    for (int i = 0; i <= 15; ++i)
        colors.push_back(fmt::format("#{0:02x}{0:02x}{0:02x}", 17 * i));
    const int shades = palettes.empty() ? 0 : 56 / static_cast<int>(palettes.size());
    for (const Palette palette : palettes)
        for (int i = 0; i <= shades; ++i)
            colors.push_back(color_at(palette, static_cast<double>(i) / shades));
    for (int i = 1; i <= 5; ++i)
        for (const Color color : hues)
            colors.push_back(tint(color, i / 6.0));
    return colors;
}

// These colours as gnuplot data, two pixels each: what is drawn first is allocated first.
std::string gif_swatch(const std::vector<Drawing>& frames)
{
    std::string out = "$colors << EOD\n";
    int position = 0;
    for (const std::string& c : gif_colors(frames)) {
        for (int row = 0; row < 2; ++row)
            out += fmt::format("{} {} {}\n", position, row, gnuplot::channels(c));
        ++position;
    }
    return out + "EOD\n";
}

// gnuplot's GIF terminal draws without anti-aliasing. So the frames are drawn as PNG, and the GIF
// terminal only assembles them.
std::string render_gif(const Drawing& drawing, const std::filesystem::path& folder)
{
    std::string script;
    for (std::size_t i = 0; i < drawing.frames.size(); ++i)
        script += png_terminal(drawing.frames[i], 1) + fmt::format("set output \"{}.png\"\n", i) +
                  gnuplot_script(drawing.frames[i]) + "unset output\n";
    run_gnuplot(script, folder);

    const auto [width, height] = drawing.size();
    const double seconds = std::max(drawing.animation.seconds_per_frame, 0.02);
    const auto repeats = static_cast<std::size_t>(std::max(drawing.animation.hold / seconds, 0.0));
    script = fmt::format(
        "set terminal gif animate delay {} loop 0 optimize size {},{} background \"#ffffff\"\n"
        "set output \"animation.gif\"\n"
        "unset key\nunset border\nunset tics\nunset colorbox\n"
        "set margins screen 0, screen 1, screen 0, screen 1\n"
        "set xrange [-0.5:{}.5]\nset yrange [-0.5:{}.5]\n",
        std::lround(100.0 * seconds), width, height, width - 1, height - 1);
    script += gif_swatch(drawing.frames);
    for (std::size_t i = 0; i < drawing.frames.size() + repeats; ++i)
        script += fmt::format("plot {}\"{}.png\" binary filetype=png with rgbimage\n",
                              i == 0 ? "$colors using 1:2:3:4:5 with rgbimage, " : "",
                              std::min(i, drawing.frames.size() - 1));
    script += "unset output\n";
    run_gnuplot(script, folder);
    return read_whole_file(folder / "animation.gif", ";");
}

} // namespace

std::map<std::string, std::string> render(const Drawing& drawing,
                                          const std::function<Drawing(Medium)>& drawn_for)
{
    std::map<std::string, std::string> files;
    files["csv"] = csv(drawing);
    const TemporaryFolder folder;
    const Drawing page = drawing.still();
    const auto fitted = [&](Medium medium) {
        return (drawn_for ? drawn_for(medium).still() : page).fitted(medium);
    };
    std::string script;
    const auto add_svg = [&](const std::string& name, const Drawing& one) {
        script += svg_terminal(one) + fmt::format("set output \"figure.{}\"\n", name) +
                  gnuplot_script(one) + "unset output\nreset session\n";
    };
    const std::map<std::string, Drawing> svgs{
        {"svg", page}, {"phone.svg", fitted(Medium::phone)}, {"paper.svg", fitted(Medium::paper)}};
    for (const auto& [name, one] : svgs)
        add_svg(name, one);
    script += png_terminal(page, 2) + "set output \"figure.png\"\n" + gnuplot_script(page) +
              "unset output\n";
    run_gnuplot(script, folder.path());
    for (const auto& [name, one] : svgs)
        files[name] = tidied_svg(read_whole_file(folder.path() / ("figure." + name), "</svg>"), one,
                                 drawn_for != nullptr);
    files["png"] = read_whole_file(folder.path() / "figure.png", "IEND");
    if (drawing.animated())
        files["gif"] = render_gif(drawing, folder.path());
    return files;
}

} // namespace workbook
