// Links on a terminal: OSC 8, the sequence that most terminals of today know.
#include "terminal/terminal.hpp"

#include "common/system/environment.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include <unistd.h>

namespace workbook {
namespace {

template <std::size_t count>
bool is_one_of(std::string_view value, const std::array<std::string_view, count>& values)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// Whether the terminal says that it is one of those that know links. None can be asked, and a
/// terminal that does not know them may print the address in the middle of the text.
bool is_known()
{
    static constexpr std::array<std::string_view, 6> programs{"iTerm.app", "vscode", "WezTerm",
                                                              "ghostty",   "Hyper",  "mintty"};
    static constexpr std::array<std::string_view, 5> terminals{"xterm-kitty", "alacritty", "foot",
                                                               "xterm-ghostty", "wezterm"};
    constexpr int first_vte = 5000; // 0.50, which GNOME's terminal and many others are made of
    return std::atoi(std::string(environment("VTE_VERSION")).c_str()) >= first_vte ||
           !environment("KONSOLE_VERSION").empty() || !environment("DOMTERM").empty() ||
           is_one_of(environment("TERM_PROGRAM"), programs) ||
           is_one_of(environment("TERM"), terminals);
}

bool knows_links()
{
    if (const auto forced = environment("FORCE_HYPERLINK"); !forced.empty()) {
        return forced != "0";
    }
    // Over ssh, and in Linux on Windows, the terminal's files are not those of this machine.
    const bool is_elsewhere = !environment("SSH_CONNECTION").empty() ||
                              !environment("SSH_TTY").empty() ||
                              !environment("WSL_DISTRO_NAME").empty();
    return ::isatty(STDOUT_FILENO) != 0 && !is_elsewhere && is_known();
}

} // namespace

std::string linked(const std::string& text, const std::string& address)
{
    static const bool yes = knows_links();
    return yes ? "\033]8;;" + address + "\033\\" + text + "\033]8;;\033\\" : text;
}

} // namespace workbook
