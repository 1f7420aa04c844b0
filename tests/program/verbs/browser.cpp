#include "verbs/browser.hpp"

#include "common/system/environment.hpp"
#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/text.hpp"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/split.hpp>
#include <fmt/format.h>

#include <chrono>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

using Command = std::vector<std::string>;

/// Starts a program that goes on by itself, without this terminal. True if it is still at work
/// after a second, or has ended well by then.
bool starts(const Command& command)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::setsid();
        const int nothing = ::open("/dev/null", O_RDWR);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
            ::dup2(nothing, stream);
        }
        std::vector<char*> words;
        for (const std::string& word : command) {
            words.push_back(const_cast<char*>(word.c_str())); // NOLINT: execvp changes none
        }
        words.push_back(nullptr);
        ::execvp(words.front(), words.data());
        ::_exit(127);
    }
    constexpr int looks = 20;
    for (int look = 0; child > 0 && look < looks; ++look) {
        int status = 0;
        if (::waitpid(child, &status, WNOHANG) == child) {
            return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return child > 0;
}

/// A command of BROWSER with the address where its %s is, or at its end.
Command with_address(const std::string& command, const std::string& address)
{
    Command words;
    boost::split(words, command, boost::is_space(), boost::token_compress_on);
    bool has_place = false;
    for (std::string& word : words) {
        has_place = has_place || word.find("%s") != std::string::npos;
        boost::replace_all(word, "%s", address);
    }
    if (!has_place) {
        words.push_back(address);
    }
    return words;
}

/// Browsers that show pages on the terminal itself.
bool is_for_terminals(const std::string& program)
{
    for (const char* name : {"www-browser", "lynx", "links", "links2", "elinks", "w3m"}) {
        if (fs::path(program).filename() == name) {
            return true;
        }
    }
    return false;
}

/// BROWSER holds commands between colons; the first that can be run is taken.
bool open_in_chosen(const std::string& browsers, const std::string& address)
{
    Command commands;
    boost::split(commands, browsers, boost::is_any_of(":"));
    for (const std::string& command : commands) {
        const Command words = with_address(command, address);
        if (find_program(words.front()).empty()) {
            continue;
        }
        if (is_for_terminals(words.front()) ? run_here(words) == 0 : starts(words)) {
            return true;
        }
    }
    return false;
}

/// The program by which the desktop opens what a user double-clicks; "" without a desktop.
std::string desktops_program()
{
    if (!find_program("wslview").empty()) { // Linux on Windows
        return "wslview";
    }
    if (!environment("DISPLAY").empty() || !environment("WAYLAND_DISPLAY").empty()) {
        return find_program("xdg-open").empty() ? "" : "xdg-open";
    }
#ifdef __APPLE__
    return "open";
#else
    return "";
#endif
}

/// A page that leads to an address.
fs::path leading_page(const std::string& address, const fs::path& folder)
{
    const std::string link = escaped_markup(address);
    const fs::path page = folder / "read.html";
    write_file(page, fmt::format("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n"
                                 "<title>Neural Networks by Hand</title>\n"
                                 "<meta http-equiv=\"refresh\" content=\"0; url={0}\">\n"
                                 "<a href=\"{0}\">{0}</a>\n",
                                 link));
    return page;
}

} // namespace

bool open_in_browser(const std::string& address, const fs::path& folder)
{
    if (const std::string browsers(environment("BROWSER")); !browsers.empty()) {
        return open_in_chosen(browsers, address);
    }
    const std::string program = desktops_program();
    return !program.empty() && starts({program, leading_page(address, folder).string()});
}

} // namespace workbook
