#include "notes/print.hpp"

#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "notes/last_pages.hpp"
#include "notes/printed_book.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <sstream>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// Which page of the PDF every label stands on, as pdfinfo lists it: page [ XYZ … ] "label".
std::map<std::string, int> page_numbers(const fs::path& pdf)
{
    static const std::regex entry(R"re(^ *([0-9]+) \[.*\] "(.*)")re");
    std::map<std::string, int> numbers;
    std::istringstream lines(run({"pdfinfo", "-dests", pdf.string()}).out);
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_search(line, match, entry)) {
            numbers.emplace(match[2], std::stoi(match[1]));
        }
    }
    return numbers;
}

fs::path browser()
{
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
        if (const fs::path found = find_program(name); !found.empty()) {
            return found;
        }
    }
    throw UserError(
        "a PDF is printed by Chromium, which is not here",
        "on Debian apt-get install chromium, or print the pages in a browser of your own");
}

void print_page(const fs::path& page, const fs::path& folder, const fs::path& pdf)
{
    fs::remove(pdf);
    RunOptions options;
    options.wall_limit = std::chrono::minutes(10);
    // No sandbox: it needs rights that a container lacks, and the page is our own.
    const Finished finished =
        run({browser().string(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
             "--no-first-run", "--disable-background-networking", "--disable-component-update",
             "--disable-sync", "--user-data-dir=" + (folder / "profile").string(),
             "--no-pdf-header-footer", "--generate-pdf-document-outline",
             // The clock of the page stands still while print.js sets its pages.
             "--virtual-time-budget=600000", "--timeout=580000", "--print-to-pdf=" + pdf.string(),
             "file://" + page.string()},
            options);
    if (!fs::exists(pdf)) {
        const auto last = finished.err.find_last_of('\n', finished.err.size() - 2);
        throw UserError(fmt::format("Chromium did not print the book{}",
                                    finished.timed_out     ? " within ten minutes"
                                    : finished.err.empty() ? ""
                                                           : ": " + finished.err.substr(last + 1)),
                        "is there room on the disk?");
    }
}

int number_of_pages(const fs::path& pdf)
{
    static const std::regex line(R"(Pages: *([0-9]+))");
    const std::string info = run({"pdfinfo", pdf.string()}).out;
    std::smatch match;
    return std::regex_search(info, match, line) ? std::stoi(match[1]) : 0;
}

/// Prints the book, or some of its parts, from the pages of a site.
class Press {
public:
    Press(std::vector<FinishedPage> finished, const std::vector<NotesPage>& order, fs::path folder)
        : finished_(std::move(finished)), order_(order), folder_(std::move(folder))
    {
    }

    fs::path draft() const { return folder_ / "draft.pdf"; }

    /// Prints the whole book once its parts end well, with the page of every section.
    void print_all()
    {
        print(order_);
        std::vector<std::string> parts = parts_of_book(finished_, order_);
        // The last part is followed by the interfaces, without a page of their own.
        const int behind = before_.numbers.at(parts.back());
        parts.pop_back();
        end_well(parts, behind);
        for (auto numbers = before_.numbers;; numbers = before_.numbers) {
            print(order_);
            if (before_.numbers == numbers) {
                break;
            }
        }
    }

private:
    void print(const std::vector<NotesPage>& order)
    {
        write_file(folder_ / "book.html", whole_book(finished_, order, before_));
        print_page(folder_ / "book.html", folder_, draft());
        before_.numbers = page_numbers(draft());
    }

    /// Chooses the leading of each part. Those that end with a few lines are printed by themselves,
    /// with another one, until they do not.
    void end_well(std::vector<std::string> parts, int behind)
    {
        std::map<std::string, std::vector<TriedLeading>> tried;
        const auto all_numbers = before_.numbers;
        while (!parts.empty()) {
            std::vector<std::string> open;
            for (const LastPage& last : last_pages(draft(), parts, before_.numbers, behind)) {
                auto& own = tried[last.part];
                own.push_back({next_leading(own), last.filled});
                const double next = next_leading(own);
                before_.leadings[last.part] = next;
                if (std::none_of(own.begin(), own.end(),
                                 [&](const TriedLeading& one) { return one.leading == next; })) {
                    open.push_back(last.part);
                }
            }
            parts = open;
            if (!parts.empty()) {
                print(only_parts(order_, parts));
                behind = number_of_pages(draft()) + 1;
            }
        }
        before_.numbers = all_numbers;
    }

    std::vector<FinishedPage> finished_;
    const std::vector<NotesPage>& order_;
    fs::path folder_;
    PrintedBefore before_;
};

} // namespace

void print_book(const fs::path& site, const fs::path& docs, const std::vector<NotesPage>& pages,
                const fs::path& pdf)
{
    // Beside the site and not in it: who publishes the site publishes no drafts.
    const fs::path folder = pdf.parent_path() / "print";
    fs::remove_all(folder);
    make_folder(folder);
    for (const auto& entry : fs::directory_iterator(site)) {
        const fs::path name = entry.path().filename();
        if (name.extension() == ".css") {
            // print.js measures what is printed, so that it holds before it is printed.
            std::string style = read_file(entry.path());
            boost::replace_all(style, "@media print", "@media all");
            boost::replace_all(style, "@media screen", "@media speech");
            write_file(folder / name, style);
        } else if (name.extension() != ".html") {
            fs::create_symlink(entry.path(), folder / name);
        }
    }
    fs::create_symlink(docs / "print.js", folder / "print.js");
    Press press(read_finished(site, pages), pages, folder);
    press.print_all();
    fs::rename(press.draft(), pdf);
    fs::remove_all(folder);
}

} // namespace workbook
