#include "notes/explorables.hpp"

#include "build/targets.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "course/packages.hpp"
#include "notes/tree.hpp"
#include "notes/unknown_name.hpp"

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <regex>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// A chapter's scripts: 03_backprop.js, 03_backprop_drawing.js …
std::string scripts_of(const Explorables& explorables, const Chapter& chapter)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(explorables.scripts)) {
        const std::string name = entry.path().filename().string();
        if (boost::starts_with(name, chapter.folder) && entry.path().extension() == ".js") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::string text;
    for (const fs::path& file : files) {
        text += read_file(file);
    }
    return text;
}

/// The names in `Explore.figures.network = …`.
std::vector<std::string> names_in(const std::string& scripts)
{
    static const std::regex definition(R"(Explore\.figures\.(\w+) = )");
    std::vector<std::string> names;
    for (std::sregex_iterator at(scripts.begin(), scripts.end(), definition), end; at != end;
         ++at) {
        names.push_back((*at)[1]);
    }
    return names;
}

std::string base64(const std::string& bytes)
{
    static const char* const letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            three = (three << 8) | (i + k < bytes.size() ? std::uint8_t(bytes[i + k]) : 0);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            text += i + k <= bytes.size() ? letters[(three >> (18 - 6 * k)) & 63] : '=';
        }
    }
    return text;
}

} // namespace

Explorables build_explorables(const Workspace& workspace)
{
    const fs::path scripts = workspace.root() / "tests/web/explorables";
    std::vector<std::string> missing;
    for (const Package& package : packages(workspace.root(), {"web"})) {
        if (!package.is_there) {
            missing.push_back(package.name);
        }
    }
    if (!missing.empty()) {
        fmt::print("The figures that can be touched are left out; they need {}\n",
                   boost::join(missing, ", "));
        return {scripts, {}};
    }
    build_targets(workspace, Toolchain(workspace), {"explorables"});
    return {scripts, workspace.build() / "web/explorables"};
}

std::string explorable_block(const Explorables& explorables, const Chapter& chapter,
                             const std::string& name, const std::string& figure)
{
    const auto names = names_in(scripts_of(explorables, chapter));
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        throw unknown_name("explorable of this chapter", name, names);
    }
    if (!explorables.there()) {
        return figure;
    }
    return fmt::format("\\htmlonly[block]\n<div class=\"explorable\" data-explorable=\"{}\" "
                       "data-chapter=\"{}\">\n\\endhtmlonly\n\n{}\n\n"
                       "\\htmlonly[block]\n</div>\n\\endhtmlonly\n",
                       name, chapter.folder, figure);
}

void link_explorables(pugi::xml_node page)
{
    if (find_all(page, "//div[" + of_class("explorable") + "]").empty()) {
        return;
    }
    pugi::xml_node head = find_all(page, "//head").front();
    pugi::xml_node looks = head.append_child("link");
    looks.append_attribute("rel").set_value("stylesheet");
    looks.append_attribute("href").set_value("explorables/explore.css");
    pugi::xml_node script = head.append_child("script");
    script.append_attribute("src").set_value("explorables/start.js");
    script.append_attribute("defer").set_value("defer");
}

void copy_explorables(const Explorables& explorables, const std::vector<NotesChapter>& chapters,
                      const fs::path& site)
{
    if (!explorables.there()) {
        return;
    }
    const fs::path folder = site / "explorables";
    for (const auto& entry : fs::directory_iterator(explorables.scripts / "page")) {
        write_file(folder / entry.path().filename(), read_file(entry.path()));
    }
    for (const NotesChapter& chapter : chapters) {
        const std::string& name = chapter.chapter.folder;
        const fs::path module = explorables.modules / (name + ".wasm");
        if (fs::exists(module)) {
            write_file(folder / (name + ".js"), scripts_of(explorables, chapter.chapter));
            write_file(folder / (name + ".wasm.js"),
                       fmt::format("\"use strict\";\nExplore.modules[\"{}\"] = \"{}\";\n", name,
                                   base64(read_file(module))));
        }
    }
}

} // namespace workbook
