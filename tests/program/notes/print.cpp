#include "notes/print.hpp"

#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "notes/last_pages.hpp"
#include "notes/printed_book.hpp"

#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>

#include <regex>
#include <sstream>

namespace workbook {

namespace fs = std::filesystem;

namespace {

constexpr int printings_that_mend = 3;

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

/// Sets the lines of a part closer or wider where its last page would hold a few of them only.
void mend_leadings(std::map<std::string, double>& leadings, const std::vector<LastPage>& ends)
{
    for (const LastPage& last : ends) {
        const auto set = leadings.find(last.part);
        const double leading = set == leadings.end() ? usual_leading : set->second;
        if (const double mended = mended_leading(last, leading); mended != leading) {
            leadings[last.part] = mended;
        }
    }
}

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
    const auto finished = read_finished(site, pages);
    const fs::path draft = folder / "draft.pdf";
    // Only what is printed tells which page a section is on, and which part ends with a few lines
    // on a page of their own. So it is printed until that is as the printing before it has shown.
    const auto parts = parts_of_book(finished, pages);
    PrintedBefore before;
    for (int printing = 1;; ++printing) {
        write_file(folder / "book.html", whole_book(finished, pages, before));
        print_page(folder / "book.html", folder, draft);
        PrintedBefore now{page_numbers(draft), before.leadings};
        if (printing <= printings_that_mend) {
            mend_leadings(now.leadings, last_pages(draft, parts, now.numbers));
        }
        if (now.numbers == before.numbers && now.leadings == before.leadings) {
            break;
        }
        before = std::move(now);
    }
    fs::rename(draft, pdf);
    fs::remove_all(folder);
}

} // namespace workbook
