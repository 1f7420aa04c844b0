#include "notes/material.hpp"

#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

namespace workbook {

namespace fs = std::filesystem;

namespace {

nlohmann::json json_of(const fs::path& file)
{
    try {
        return parse_json(read_file(file));
    } catch (const nlohmann::json::exception& error) {
        throw UserError(fmt::format("{}: {}", shown(file), error.what()));
    }
}

/// The size in the root element of an SVG, so that the page keeps its place before it is loaded.
FigureFile figure_file(const fs::path& folder, const std::string& name, const std::string& ending)
{
    const fs::path svg = folder / "figures" / (name + "." + ending);
    static const std::regex element("<svg[^>]*>");
    static const std::regex width(R"(\swidth="([0-9.]+)(?:px|pt)?")");
    static const std::regex height(R"(\sheight="([0-9.]+)(?:px|pt)?")");
    const std::string start = read_file(svg).substr(0, 4000);
    std::smatch root;
    std::smatch number;
    if (!std::regex_search(start, root, element)) {
        throw UserError(fmt::format("{} does not begin as an SVG", shown(svg)));
    }
    const std::string text = root.str();
    FigureFile file{ending, "", ""};
    if (std::regex_search(text, number, width)) {
        file.width = number[1];
    }
    if (std::regex_search(text, number, height)) {
        file.height = number[1];
    }
    return file;
}

NotesFigure figure_of(const fs::path& folder, const std::string& name)
{
    const auto json = json_of(folder / "figures" / (name + ".json"));
    NotesFigure figure{name, json.value("caption", ""), json.value("alt", ""),
                       json.value("source", ""), fs::exists(folder / "figures" / (name + ".gif"))};
    for (const auto& [text, what] :
         {std::pair{&figure.caption, "caption"}, std::pair{&figure.alt, "alternative text"}}) {
        if (text->empty()) {
            throw UserError(fmt::format("the figure {} has no {}", name, what),
                            "give it one beside the chapter's figure");
        }
    }
    figure.page = figure_file(folder, name, "svg");
    figure.phone = figure_file(folder, name, "phone.svg");
    figure.paper = figure_file(folder, name, "paper.svg");
    return figure;
}

} // namespace

const NotesFigure* NotesChapter::figure(const std::string& name) const
{
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const NotesFigure& one) { return one.name == name; });
    return found == figures.end() ? nullptr : &*found;
}

std::pair<std::string, std::string> label_and_title(const fs::path& page)
{
    static const std::regex heading(R"(^# (.+?) *\{#(\w+)\} *(?:\n|$))");
    const std::string text = read_file(page);
    std::smatch match;
    if (!std::regex_search(text, match, heading) || match.position() != 0) {
        throw UserError(fmt::format("{}:1: a page begins with its title and label, as in "
                                    "# 1 The perceptron {{#perceptron}}",
                                    shown(page)));
    }
    return {match[2], match[1]};
}

NotesChapter notes_chapter(const Workspace& workspace, const DrawnChapter& drawn)
{
    if (!drawn.missing.empty()) {
        throw UserError(fmt::format("the figure {} needs step {}, which the solution of chapter {} "
                                    "lacks",
                                    drawn.missing.front().first, drawn.missing.front().second,
                                    drawn.chapter.number));
    }
    NotesChapter chapter;
    chapter.chapter = drawn.chapter;
    chapter.text = workspace.text_of(drawn.chapter);
    std::tie(chapter.label, chapter.title) = label_and_title(chapter.text);
    chapter.folder = drawn.folder;
    for (const std::string& name : drawn.figures) {
        chapter.figures.push_back(figure_of(drawn.folder, name));
    }
    const auto values = json_of(drawn.folder / "values.json");
    for (const auto& [name, value] : values.items()) {
        chapter.values[name] = value.is_string() ? value.get<std::string>() : to_text(value);
    }
    chapter.solution = read_file(workspace.file_of(drawn.chapter, workspace.solutions()));
    chapter.regions = regions_of(chapter.solution);
    return chapter;
}

std::vector<std::pair<std::string, std::vector<std::string>>>
functions_of_steps(const NotesChapter& chapter)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> steps;
    for (const Region& region : chapter.regions) {
        auto step = std::find_if(steps.begin(), steps.end(),
                                 [&](const auto& one) { return one.first == region.step; });
        if (step == steps.end()) {
            step = steps.insert(step, {region.step, {}});
        }
        step->second.push_back(region.function);
    }
    return steps;
}

} // namespace workbook
