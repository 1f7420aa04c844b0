// ./workbook read 3.7: the section in the reader's browser.
#include "course/book_places.hpp"
#include "verbs/browser.hpp"
#include "verbs/verbs.hpp"

#include "common/system/files.hpp"

#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

int read_book(const Workspace& workspace, const std::string& word)
{
    const BookPlace place = place_in_book(workspace, needed_book(workspace), word);
    const std::string address = address_of(place);
    const bool is_open = open_in_browser(address, workspace.build());
    fmt::print("{}{}\n", is_open ? "opened in your browser: " : "open it in a browser: ", address);
    return 0;
}

int shipped_notes(const Workspace& workspace)
{
    const fs::path cover = needed_book(workspace) / "index.html";
    fmt::print("The course notes came with this edition: open {}\n"
               "  ./workbook read opens it, ./workbook read 3.7 a section\n",
               shown(cover));
    return 0;
}

} // namespace workbook
