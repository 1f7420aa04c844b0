// ./workbook new 8 losses: a chapter whose tests pass at once, made from the one in templates/.
#include "workshop/workshop.hpp"

#include "common/system/files.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"
#include "course/skeleton.hpp"
#include "terminal/terminal.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// The placeholders in the templates, and what replaces them.
struct Names {
    std::string number; ///< "8"
    std::string name;   ///< "losses"
    std::string folder; ///< "08_losses"
    std::string title;  ///< "Losses"
};

std::string renamed(std::string text, const Names& names)
{
    boost::replace_all(text, "99_example", names.folder);
    boost::replace_all(text, "99", names.number);
    boost::replace_all(text, "example", names.name);
    boost::replace_all(text, "Example", names.title);
    return text;
}

/// Throws UserError if a chapter cannot have this name.
Names names_of(const Workspace& workspace, const std::string& number, const std::string& name)
{
    const bool is_number =
        !number.empty() && number.size() <= 2 &&
        std::all_of(number.begin(), number.end(), [](unsigned char c) { return std::isdigit(c); });
    if (!is_number || std::stoi(number) == 0) {
        throw UserError(fmt::format("\"{}\" is not the number of a chapter", number),
                        "numbers go from 1 to 98: ./workbook new 8 losses", 2);
    }
    const bool is_name = !name.empty() && std::islower(static_cast<unsigned char>(name.front())) &&
                         std::all_of(name.begin(), name.end(), [](unsigned char c) {
                             return std::islower(c) || std::isdigit(c) || c == '_';
                         });
    if (!is_name) {
        throw UserError(fmt::format("a chapter cannot be called \"{}\"", name),
                        "its name is a C++ namespace: small letters, digits and _, a letter first",
                        2);
    }
    // It would clash with another name in the chapter's files.
    constexpr std::array taken{"common", "judging",  "workbook", "std",     "xt",   "boost",
                               "oracle", "mistakes", "example",  "chapter", "main", "lab"};
    if (std::find(taken.begin(), taken.end(), name) != taken.end()) {
        throw UserError(fmt::format("a chapter cannot be called \"{}\": that name is taken", name),
                        "", 2);
    }
    const int value = std::stoi(number);
    for (const Chapter& chapter : workspace.chapters()) {
        if (chapter.number == value || chapter.name == name) {
            throw UserError(
                fmt::format("there is a chapter {} {} already", chapter.number, chapter.name),
                "choose another number and another name", 2);
        }
    }
    std::string title = name;
    boost::replace_all(title, "_", " ");
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    return {std::to_string(value), name, fmt::format("{:02}_{}", value, name), title};
}

/// Marks the documents' pictures that belong to the chapter alone as not yet redrawn: as soon as
/// the chapter exists, the list wants its figures and sections. Returns how many there are.
std::size_t postpone_pictures(const fs::path& list, const std::string& number)
{
    std::vector<std::string> lines = lines_of(read_file(list));
    std::size_t count = 0;
    for (std::string& line : lines) {
        std::vector<std::string> fields;
        boost::split(fields, line, boost::is_any_of("|"));
        if (boost::starts_with(line, "#") || fields.size() != 5) {
            continue;
        }
        if (boost::trim_copy(fields[3]) == number &&
            !boost::starts_with(boost::trim_copy(fields[4]), "not yet")) {
            const std::string planned = boost::trim_copy(fields[4]);
            fields[4] = planned.empty() ? " not yet" : " not yet " + planned;
            line = boost::join(fields, "|");
            ++count;
        }
    }
    if (count > 0) {
        write_file(list, boost::join(lines, "\n"));
    }
    return count;
}

} // namespace

int new_chapter(const Workspace& workspace, const std::string& number, const std::string& name)
{
    const Names names = names_of(workspace, number, name);
    const fs::path templates = workspace.root() / "tests/program/templates";
    if (!fs::exists(workspace.solutions())) {
        throw UserError("this is a student edition: chapters are written where the solutions are");
    }
    for (const char* place : {"chapters", "solutions", "tests", "labs"}) {
        const fs::path folder = workspace.root() / place / names.folder;
        if (fs::exists(folder)) {
            throw UserError(fmt::format("{} is there already", shown(folder)),
                            "move it away first: nothing is overwritten");
        }
    }
    for (const auto& entry : fs::recursive_directory_iterator(templates)) {
        if (entry.is_regular_file()) {
            const std::string path = entry.path().lexically_relative(templates).string();
            write_file(workspace.root() / renamed(path, names),
                       renamed(read_file(entry.path()), names));
        }
    }
    const Workspace now(workspace.root(), workspace.build());
    const Chapter& chapter = now.chapter(name);
    write_file(now.labs() / chapter.folder / (name + ".cpp"), skeleton_for(now, chapter));
    const std::size_t pictures =
        postpone_pictures(workspace.root() / "docs/data/slides.txt", names.number);

    fmt::print("chapter {} {} is made, with one small step that works:\n", names.number,
               names.name);
    const auto line = [](const std::string& what, const std::string& why) {
        fmt::print("  {:<36} {}\n", what, why);
    };
    line(fmt::format("chapters/{}/chapter.md", names.folder), "the text");
    line(fmt::format("chapters/{}/{}.hpp", names.folder, names.name), "the interface");
    line(fmt::format("chapters/{}/tables.cpp", names.folder),
         "its tables; figures.cpp: its figures");
    line(fmt::format("solutions/{}/{}.cpp", names.folder, names.name), "the worked file");
    line(fmt::format("tests/{}/", names.folder), "steps, mistakes, oracle, right answers");
    fmt::print(
        "\nWrite next: the text of section {0}.1, its function in {1}.hpp, the solution between "
        "its\nmarkers, and the step in steps.cpp. Then:\n",
        names.number, names.name);
    line("./workbook skeletons", "makes the lab anew from the solution");
    line("./workbook test " + names.number, "proves the chapter's claims");
    line("./workbook run " + names.number + " --solutions", "shows its tables");
    line("./workbook notes --instructor", "shows the chapter in the notes");
    fmt::print("docs/contributing.md goes through an author's day.\n");
    if (pictures > 0) {
        fmt::print(
            "\ndocs/data/slides.txt: {} of the documents' pictures belong to this chapter; write "
            "the names\nof the figures that redraw them where \"not yet\" stands.\n",
            pictures);
    }
    return 0;
}

} // namespace workbook
