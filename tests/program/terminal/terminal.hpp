/// @file
/// The terminal's colours, its width, and a progress line.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace workbook {

/// What a terminal is sent to become empty.
constexpr const char* emptied_screen = "\033[2J\033[H";

/// Styles for words; plain text where colour is not wanted (wants_colour).
enum class Style { good, bad, quiet, strong, warning };
std::string styled(const std::string& text, Style style);

/// The text as a link that a click opens, on a terminal that knows links; elsewhere the text alone.
/// FORCE_HYPERLINK=1 and =0 say whether standard output knows them.
std::string linked(const std::string& text, const std::string& address);

/// Columns of the terminal, between 40 and 100.
std::size_t width();

/// The text broken into lines of at most `columns`, every line after `indent` spaces.
/// Counts characters, not bytes, and Korean letters as two columns.
std::string wrapped(const std::string& text, std::size_t indent, std::size_t columns = width());

/// A progress line on standard error that is overwritten in place: "building 12/40", after some
/// seconds with an estimate of the remaining time. It is cut to the terminal's width: what wraps
/// cannot be overwritten. Silent if standard error is not a terminal.
class ProgressLine {
public:
    explicit ProgressLine(std::string what);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// `detail` names what is under way.
    void show(std::size_t done, std::size_t all, const std::string& detail = "");

private:
    std::string what_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// The result of a build.
struct BuildLog {
    int status = 0;
    std::string text; ///< its complete output
};

/// Runs CMake's build command and shows its progress, taken from its [12/40] lines; where standard
/// error is not a terminal, only that there is something to do: "building … …".
BuildLog run_with_progress(const std::vector<std::string>& command, const std::string& what);

} // namespace workbook
