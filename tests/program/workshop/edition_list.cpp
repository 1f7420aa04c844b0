// What an edition says of itself, as JSON.
#include "workshop/edition.hpp"

#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

#include <regex>

namespace workbook {

namespace {

constexpr const char* course = "neural-networks-by-hand";

/// Whether a path stays below the folder that it is laid into.
bool is_below(const std::filesystem::path& path)
{
    return !path.empty() && path.is_relative() && path.lexically_normal() == path &&
           *path.begin() != "..";
}

} // namespace

std::string text_of(const EditionList& list)
{
    nlohmann::json json{{"course", course}, {"version", list.version}, {"files", list.files}};
    for (const auto& [number, step] : list.steps) {
        json["steps"][number] = {{"name", step.name}, {"points", step.points}, {"text", step.text}};
    }
    return to_text(json, 1) + "\n";
}

EditionList read_list(const std::string& text, const std::filesystem::path& place)
{
    static const std::regex step_number(R"([0-9]{1,4}\.[0-9]{1,4})");
    EditionList list;
    try {
        const auto json = parse_json(text);
        bool is_good = json.at("course") == course;
        list.version = json.at("version");
        json.at("files").get_to(list.files);
        for (const auto& [number, step] : json.at("steps").items()) {
            list.steps[number] = {step.at("name"), step.at("points"), step.at("text")};
            is_good = is_good && std::regex_match(number, step_number);
        }
        for (const auto& [path, digest] : list.files) {
            is_good = is_good && is_below(path);
        }
        if (is_good) {
            return list;
        }
    } catch (const nlohmann::json::exception&) {
        // said below
    }
    throw UserError(fmt::format("{} is no list of this course's files", shown(place)),
                    "take the archive that was handed out, or a new folder");
}

} // namespace workbook
