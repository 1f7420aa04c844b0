#include "notes/printed_book.hpp"

#include "notes/doxygen_page.hpp"
#include "notes/headings.hpp"
#include "notes/plain_text.hpp"
#include "notes/tree.hpp"

#include <boost/algorithm/string/erase.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace workbook {

namespace {

/// The pages as they follow each other on paper.
using Printed = std::vector<const FinishedPage*>;

/// What is left out on paper: the gallery shows again what the chapters show, and the labs are
/// files to be typed into.
bool is_printed(const std::string& label)
{
    return label != "index" && label != "gallery" && !boost::starts_with(label, "lab_");
}

/// Whether a page describes a type, `struct perceptron::Unit`.
bool is_type(const std::string& label)
{
    return (boost::starts_with(label, "struct") || boost::starts_with(label, "class")) &&
           !boost::ends_with(label, "-members");
}

/// Behind the list of interfaces stand the interfaces themselves, in the order of the chapters,
/// each with its types.
Printed printed_pages(const std::vector<FinishedPage>& pages, const std::vector<NotesPage>& order)
{
    Printed printed;
    const auto add = [&](const auto& wanted) {
        for (const FinishedPage& page : pages) {
            if (wanted(page)) {
                printed.push_back(&page);
            }
        }
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

/// Whether a page goes on where the one before it ends: the interfaces follow their list.
bool goes_on(const std::string& label)
{
    return is_type(label) || boost::starts_with(label, "namespace");
}

// --- labels and links ---------------------------------------------------------------------------

std::string label_in_book(const std::string& page, const std::string& label)
{
    return page + "--" + label;
}

/// Where a link of a page leads in the book, or nothing where that is not on paper.
std::string link_in_book(const std::string& link, const std::string& page,
                         const std::set<std::string>& printed)
{
    if (boost::starts_with(link, "http")) {
        return link;
    }
    const auto hash = link.find('#');
    const std::string file = hash == 0 ? page + ".html" : link.substr(0, hash);
    const std::string to = boost::erase_last_copy(file, ".html");
    return to == file || printed.count(to) == 0
               ? ""
               : "#" + label_in_book(to, hash == std::string::npos ? "" : link.substr(hash + 1));
}

/// Labels and links below a node of one page become those of the book.
void join(const pugi::xml_node& node, const std::string& page, const std::set<std::string>& printed)
{
    for (pugi::xml_node element : find_all(node, ".//*[@id or @name or @href]")) {
        for (const char* name : {"id", "name"}) {
            if (auto label = element.attribute(name)) {
                label.set_value(label_in_book(page, label.value()).c_str());
            }
        }
        if (auto link = element.attribute("href")) {
            const std::string to = link_in_book(link.value(), page, printed);
            if (to.empty()) {
                element.remove_attribute(link);
            } else {
                link.set_value(to.c_str());
            }
        }
    }
}

// --- parts of the book --------------------------------------------------------------------------

/// The title of every part stands in the head of its pages.
std::string running_heads(const Printed& printed)
{
    std::string style;
    for (const FinishedPage* page : printed) {
        if (!goes_on(page->label)) {
            const std::string title = boost::erase_all_copy(plain_text(title_of(page->html)), "\"");
            style += fmt::format("@page {} {{ "
                                 "@top-left {{ content: \"Neural Networks by Hand\"; }} "
                                 "@top-right {{ content: \"{}\"; }} }}\n",
                                 page->label, title);
        }
    }
    return style;
}

/// The styles that every page loads, and what is for paper only.
void add_head(pugi::xml_node html, const FinishedPage& cover, const Printed& printed)
{
    pugi::xml_node head = html.append_child("head");
    append_html(head, "<meta charset=\"utf-8\"><title>Neural Networks by Hand</title>\n");
    for (const pugi::xml_node& style : find_all(cover.html, "//head/link")) {
        head.append_copy(style);
    }
    head.append_child("style").text().set(running_heads(printed).c_str());
    append_html(head, "<script src=\"print.js\" defer></script>");
}

/// Of each figure the variant for paper.
void take_paper_variants(pugi::xml_node contents)
{
    for (pugi::xml_node picture : find_all(contents, ".//picture")) {
        pugi::xml_node image = picture.child("img");
        const pugi::xml_node paper = picture.find_child_by_attribute("source", "media", "print");
        image.attribute("src").set_value(paper.attribute("srcset").value());
        for (const char* side : {"width", "height"}) {
            image.attribute(side).set_value(paper.attribute(side).value());
        }
        while (picture.remove_child("source")) {
        }
    }
}

/// On paper answers stand at the end of their chapter.
void move_answers(pugi::xml_node contents)
{
    const auto answers = find_all(contents, ".//details[" + of_class("answer") + "]");
    if (!answers.empty()) {
        append_html(contents, "<h2>Answers</h2>\n");
    }
    for (const pugi::xml_node& answer : answers) {
        pugi::xml_node moved = contents.append_move(answer);
        moved.set_name("div");
        moved.child("summary").set_name("h3");
    }
}

void add_cover(pugi::xml_node main, const FinishedPage& cover, const std::set<std::string>& printed)
{
    pugi::xml_node section = main.append_child("section");
    section.append_attribute("class").set_value("printed-cover");
    append_html(
        section,
        fmt::format("<p class=\"name\">Neural Networks by Hand</p>\n"
                    "<p class=\"brief\">{}</p>\n",
                    write_inside(cover.html.select_node("//*[@id = 'booktitle']/span").node())));
    pugi::xml_node contents = section.append_child("div");
    contents.append_attribute("class").set_value("contents");
    const pugi::xml_node all = contents_of(cover.html);
    const std::string lead = ".//div[" + of_class("lead") + "]";
    for (const std::string& part : {lead, std::string(".//figure")}) {
        if (const pugi::xml_node found = all.select_node(part.c_str()).node()) {
            contents.append_copy(found);
        }
    }
    take_paper_variants(contents);
    join(contents, cover.label, printed);
    // Version, date and authors: the first line below every page of the site.
    if (const pugi::xml_node footer = cover.html.select_node("//main/footer/text()[1]").node()) {
        append_html(section, fmt::format("<p class=\"imprint\">{}</p>\n", footer.value()));
    }
}

/// The contents on paper: chapters with their sections, and the other pages.
void add_contents(pugi::xml_node main, const Printed& pages, const std::vector<NotesPage>& order,
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
    for (const FinishedPage* page : pages) {
        if (is_type(page->label)) {
            continue;
        }
        const auto own = std::find_if(order.begin(), order.end(), [&](const NotesPage& one) {
            return one.label == page->label;
        });
        line(own == order.end() ? "section" : "page", label_in_book(page->label, ""), page->title);
        if (own == order.end() || own->part != BookPart::chapter) {
            continue;
        }
        for (const Heading& heading : headings_of(contents_of(page->html))) {
            if (heading.level == 2 && !heading.label.empty()) {
                line("section", label_in_book(page->label, heading.label), heading.title);
            }
        }
    }
    append_html(main, html + "</nav>\n");
}

/// A page of the book. A type goes on with the pages of what it belongs to.
void add_page(pugi::xml_node main, const FinishedPage& page, const std::string& head_of_page,
              const std::set<std::string>& printed, const std::map<std::string, double>& leadings)
{
    pugi::xml_node section = main.append_child("section");
    const std::string label = label_in_book(page.label, "");
    section.append_attribute("id").set_value(label.c_str());
    const pugi::xml_node all = contents_of(page.html);
    if (is_type(page.label)) {
        section.append_attribute("class").set_value("type");
    } else if (all.select_node((".//div[" + of_class("memitem") + "]").c_str())) {
        section.append_attribute("class").set_value("documented");
    }
    std::string style = "page: " + head_of_page;
    if (const auto leading = leadings.find(label); leading != leadings.end()) {
        style += fmt::format("; --content-line-height: {:.4f}", leading->second);
    }
    section.append_attribute("style").set_value(style.c_str());
    append_html(section, fmt::format("<h1 class=\"title\">{}</h1>\n", page.title));
    pugi::xml_node contents = section.append_copy(all);
    for (const pugi::xml_node& turning : find_all(contents, ".//nav[" + of_class("pages") + "]")) {
        remove_node(turning);
    }
    move_answers(contents);
    take_paper_variants(contents);
    join(contents, page.label, printed);
    append_html(main, "\n");
}

} // namespace

std::vector<std::string> parts_of_book(const std::vector<FinishedPage>& pages,
                                       const std::vector<NotesPage>& order)
{
    std::vector<std::string> parts;
    for (const FinishedPage* page : printed_pages(pages, order)) {
        if (!goes_on(page->label)) {
            parts.push_back(label_in_book(page->label, ""));
        }
    }
    return parts;
}

std::vector<NotesPage> only_parts(const std::vector<NotesPage>& order,
                                  const std::vector<std::string>& parts)
{
    std::vector<NotesPage> chosen;
    for (const NotesPage& page : order) {
        if (page.part == BookPart::cover ||
            std::find(parts.begin(), parts.end(), label_in_book(page.label, "")) != parts.end()) {
            chosen.push_back(page);
        }
    }
    return chosen;
}

std::string whole_book(const std::vector<FinishedPage>& pages, const std::vector<NotesPage>& order,
                       const PrintedBefore& before)
{
    const FinishedPage& cover = pages.front();
    const Printed printed = printed_pages(pages, order);
    std::set<std::string> labels;
    for (const FinishedPage* page : printed) {
        labels.insert(page->label);
    }
    pugi::xml_document book;
    book.append_child(pugi::node_doctype).set_value("html");
    pugi::xml_node html = book.append_child("html");
    html.append_attribute("lang").set_value("en");
    html.append_attribute("class").set_value("light-mode");
    add_head(html, cover, printed);
    pugi::xml_node body = html.append_child("body");
    body.append_attribute("class").set_value("whole");
    pugi::xml_node main = body.append_child("main");
    add_cover(main, cover, labels);
    add_contents(main, printed, order, before.numbers);
    std::string head_of_page;
    for (const FinishedPage* page : printed) {
        // Interfaces go on where the list of them ends, on pages with one head.
        if (!goes_on(page->label)) {
            head_of_page = page->label;
        }
        add_page(main, *page, head_of_page, labels, before.leadings);
    }
    return write_html(book);
}

} // namespace workbook
