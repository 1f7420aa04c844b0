#include "notes/print.hpp"

#include "common/system/files.hpp"
#include "common/system/process.hpp"
#include "common/system/user_error.hpp"
#include "notes/regex_text.hpp"

#include <boost/algorithm/string/erase.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <sstream>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// What is left out on paper: the gallery shows again what the chapters show, and the labs are
/// files to be typed into.
bool is_printed(const std::string& label)
{
    return label != "index" && label != "gallery" && !boost::starts_with(label, "lab_");
}

std::string label_in_book(const std::string& page, const std::string& label)
{
    return page + "--" + label;
}

/// Labels and links of one page, as they are in the book.
std::string joined(const std::string& html, const std::string& page,
                   const std::map<std::string, std::string>& printed)
{
    static const std::regex attribute(R"re( (id|name|href)="([^"]*)")re");
    return replace_matches(html, attribute, [&](const std::smatch& match) {
        const std::string name = match[1];
        const std::string value = match[2];
        if (name != "href") {
            return fmt::format(" {}=\"{}\"", name, label_in_book(page, value));
        }
        const auto hash = value.find('#');
        std::string to = value.substr(0, hash);
        if (to.empty()) {
            to = page + ".html";
        }
        if (boost::starts_with(value, "http")) {
            return fmt::format(" href=\"{}\"", value);
        }
        if (boost::ends_with(to, ".html")) {
            to.erase(to.size() - 5);
            if (printed.count(to) != 0) {
                return fmt::format(
                    " href=\"#{}\"",
                    label_in_book(to, hash == std::string::npos ? "" : value.substr(hash + 1)));
            }
        }
        return std::string{};
    });
}

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
    throw UserError("a PDF is printed by Chromium, which is not here",
                    "apt-get install chromium, or print the pages in a browser of your own");
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
             // The clock of the page stands still while formulas are set.
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

/// Whether a page describes a type, `struct perceptron::Unit`.
bool is_type(const std::string& label)
{
    return (boost::starts_with(label, "struct") || boost::starts_with(label, "class")) &&
           !boost::ends_with(label, "-members");
}

/// The contents on paper: chapters with their sections, and the other pages.
std::string printed_contents(const std::vector<FinishedPage>& pages,
                             const std::map<std::string, BookPart>& parts,
                             const std::map<std::string, int>& numbers)
{
    std::string html = "<nav class=\"printed\"><h1 class=\"title\">Contents</h1>\n";
    const auto line = [&](const char* html_class, const std::string& label,
                          const std::string& title) {
        const auto number = numbers.find(label);
        html += fmt::format("<a class=\"{}\" href=\"#{}\"><span>{}</span><i></i><b>{}</b></a>\n",
                            html_class, label, title,
                            number == numbers.end() ? "" : std::to_string(number->second));
    };
    for (const FinishedPage& page : pages) {
        if (is_type(page.label)) {
            continue;
        }
        const auto part = parts.find(page.label);
        line(part == parts.end() ? "section" : "page", label_in_book(page.label, ""), page.title);
        if (part == parts.end() || part->second != BookPart::chapter) {
            continue;
        }
        for (const Heading& heading : headings_of(page.html)) {
            if (heading.level == 2 && !heading.label.empty()) {
                line("section", label_in_book(page.label, heading.label), heading.title);
            }
        }
    }
    return html + "</nav>\n";
}

/// The pages as they follow each other on paper. Behind the list of interfaces stand the
/// interfaces themselves, in the order of the chapters, each with its types.
std::vector<FinishedPage> printed_pages(const std::vector<FinishedPage>& pages,
                                        const std::vector<NotesPage>& order)
{
    std::vector<FinishedPage> printed;
    const auto add = [&](const auto& wanted) {
        std::copy_if(pages.begin(), pages.end(), std::back_inserter(printed), wanted);
    };
    const auto add_namespace = [&](const std::string& name) {
        add([&](const FinishedPage& one) { return one.label == "namespace" + name; });
        add([&](const FinishedPage& one) {
            return is_type(one.label) && one.label.find(name + "_1_1") != std::string::npos;
        });
    };
    for (const NotesPage& page : order) {
        if (is_printed(page.label)) {
            add([&](const FinishedPage& one) { return one.label == page.label; });
        }
        if (page.label == "reference") {
            for (const NotesPage& lab : order) {
                if (boost::starts_with(lab.label, "lab_")) {
                    add_namespace(boost::replace_all_copy(lab.label.substr(4), "_", "__"));
                }
            }
            add_namespace("workbook");
        }
    }
    return printed;
}

/// The title of every part stands in the head of its pages.
std::string running_heads(const std::vector<FinishedPage>& printed)
{
    std::string style;
    for (const FinishedPage& page : printed) {
        if (!is_type(page.label)) {
            std::string title = plain_text(page.title);
            boost::erase_all(title, "\\");
            boost::erase_all(title, "\"");
            style += fmt::format("@page {} {{ "
                                 "@top-left {{ content: \"Neural Networks by Hand\"; }} "
                                 "@top-right {{ content: \"{}\"; }} }}\n",
                                 page.label, title);
        }
    }
    return "<style>\n" + style + "</style>\n";
}

} // namespace

std::string whole_book(const std::vector<FinishedPage>& pages, const std::vector<NotesPage>& order,
                       const std::map<std::string, int>& numbers)
{
    const auto printed = printed_pages(pages, order);
    std::map<std::string, std::string> labels;
    for (const FinishedPage& page : printed) {
        labels[page.label] = page.title;
    }
    std::map<std::string, BookPart> parts;
    for (const NotesPage& page : order) {
        parts[page.label] = page.part;
    }
    const std::string& cover = pages.front().html;
    const auto piece = [](const std::string& html, const char* from, const char* to) {
        const auto begin = html.find(from);
        const auto end = html.find(to, begin);
        return begin == std::string::npos || end == std::string::npos
                   ? ""
                   : html.substr(begin, end - begin);
    };
    // The cover's frame holds what every page loads; the scripts of the pages are not for paper.
    std::string head = piece(cover, "<link", "</head>");
    boost::replace_all(head, "<script src=\"notes.js\" defer></script>", "");
    boost::replace_all(head, "<script src=\"search.js\" defer></script>", "");
    boost::replace_all(head, "extensions: [\"AssistiveMML.js\"],", "");
    std::string html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\" class=\"light-mode\"><head><meta charset=\"utf-8\"/>\n"
        "<title>Neural Networks by Hand</title>\n{}{}<script src=\"print.js\" defer></script>\n"
        "</head>\n<body class=\"whole\">\n<main>\n"
        "<section class=\"printed-cover\"><p class=\"name\">Neural Networks by Hand</p>\n"
        "<p class=\"brief\">{}</p>\n<div class=\"contents\">{}{}</figure></div></section>\n{}",
        head, running_heads(printed),
        [&] {
            const std::string brief = piece(cover, "<span>", "</span>");
            return brief.size() > 6 ? brief.substr(6) : "";
        }(),
        joined(piece(cover, "<div class=\"lead\">", "<div class=\"start\">"), "index", labels),
        joined(piece(cover, "<figure", "</figure>"), "index", labels),
        printed_contents(printed, parts, numbers));
    std::string head_of_page; // a type goes on with the pages of what it belongs to
    for (const FinishedPage& page : printed) {
        head_of_page = is_type(page.label) ? head_of_page : page.label;
        html +=
            fmt::format("<section id=\"{}\"{} style=\"page: {}\">\n"
                        "<h1 class=\"title\">{}</h1>\n<div class=\"contents\">{}</section>\n",
                        label_in_book(page.label, ""),
                        is_type(page.label) ? " class=\"type\""
                        : page.html.find("<div class=\"memitem\">") != std::string::npos
                            ? " class=\"documented\""
                            : "",
                        head_of_page, page.title, joined(body_of(page.html), page.label, labels));
    }
    return html + "</main>\n</body>\n</html>\n";
}

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
    // Printed twice: only then is it known which page a section is on.
    std::map<std::string, int> numbers;
    for (int pass = 0; pass < 2; ++pass) {
        write_file(folder / "book.html", whole_book(finished, pages, numbers));
        print_page(folder / "book.html", folder, draft);
        numbers = page_numbers(draft);
    }
    fs::rename(draft, pdf);
    fs::remove_all(folder);
}

} // namespace workbook
