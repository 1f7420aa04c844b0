#include "terminal/terminal.hpp"

#include "common/system/colour.hpp"
#include "common/system/pattern.hpp"
#include "common/system/process.hpp"
#include "common/system/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <sstream>

#include <sys/ioctl.h>
#include <unistd.h>

namespace workbook {
namespace {

bool colorful()
{
    static const bool yes = wants_color(STDOUT_FILENO);
    return yes;
}

/// Columns of the terminal that this is; 80 if it is none, or does not know.
std::size_t columns_of(int descriptor)
{
    winsize size{};
    return ::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 ? 80 : size.ws_col;
}

} // namespace

std::string styled(const std::string& text, Style style)
{
    if (!colorful()) {
        return text;
    }
    const std::array<const char*, 5> codes{"32", "31", "2", "1", "33"};
    return fmt::format("\033[{}m{}\033[0m", codes.at(static_cast<std::size_t>(style)), text);
}

std::size_t width()
{
    return std::clamp<std::size_t>(columns_of(STDOUT_FILENO), 40, 100);
}

std::string wrapped(const std::string& text, std::size_t indent, std::size_t columns)
{
    const std::string margin(indent, ' ');
    std::string result;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string row;
        for (std::string word; words >> word;) {
            const bool fits = indent + display_width(row) + 1 + display_width(word) <= columns;
            if (!row.empty() && !fits) {
                result += margin + row + "\n";
                row.clear();
            }
            row += (row.empty() ? "" : " ") + word;
        }
        result += (row.empty() ? "" : margin + row) + "\n";
    }
    return result;
}

ProgressLine::ProgressLine(std::string what) : what_(std::move(what)) {}

ProgressLine::~ProgressLine()
{
    if (shown_) {
        fmt::print(stderr, "\r\033[K");
        std::fflush(stderr);
    }
}

void ProgressLine::show(std::size_t done, std::size_t all, const std::string& detail)
{
    if (::isatty(STDERR_FILENO) == 0 || all == 0) {
        return;
    }
    const std::size_t columns = columns_of(STDERR_FILENO);
    const std::size_t bar = columns < 60 ? 8 : 24;
    const std::size_t filled = std::min(bar, bar * done / all);
    std::string full;
    for (std::size_t i = 0; i < bar; ++i) {
        full += i < filled ? "█" : "░";
    }
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
    std::string left;
    if (done > 0 && done < all && elapsed.count() > 3) {
        const double seconds =
            elapsed.count() * static_cast<double>(all - done) / static_cast<double>(done);
        left = seconds < 90 ? fmt::format(", {:.0f} s left", seconds)
                            : fmt::format(", {:.0f} min left", seconds / 60);
    }
    const std::string line = fmt::format("{} {} {}/{}{}{}{}", what_, full, done, all, left,
                                         detail.empty() ? "" : " ", harmless(detail, 40));
    fmt::print(stderr, "\r\033[K{}", harmless(line, columns > 2 ? columns - 2 : 1));
    std::fflush(stderr);
    shown_ = true;
}

BuildLog run_with_progress(const std::vector<std::string>& command, const std::string& what)
{
    ProgressLine progress(what);
    static const Pattern counter(R"(^\[([1-9][0-9]*)/([0-9]+)\])");
    BuildLog log;
    bool announced = ::isatty(STDERR_FILENO) != 0; // the moving line says it
    log.status = run_lines(command, [&](const std::string& line) {
        log.text += line + "\n";
        if (const auto match = counter.first_in(line)) {
            if (!announced) {
                fmt::print(stderr, "{} …\n", what);
                announced = true;
            }
            progress.show(std::stoul((*match)[1]), std::stoul((*match)[2]));
        }
    });
    return log;
}

} // namespace workbook
