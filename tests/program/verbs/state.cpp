#include "verbs/state.hpp"

#include "common/system/files.hpp"
#include "common/system/json.hpp"

#include <algorithm>

namespace workbook {
namespace {

using json = nlohmann::json;
namespace fs = std::filesystem;

fs::path state_file(const Workspace& workspace, const std::string& name)
{
    return workspace.build() / "state" / (name + ".json");
}

/// The JSON object in the file; empty if the file is missing or damaged, which does no harm.
json load(const fs::path& path)
{
    if (!fs::exists(path)) {
        return json::object();
    }
    json content = parse_json_or_null(read_file(path));
    return content.is_object() ? content : json::object();
}

/// The member of an object; `otherwise` if it is missing or has another type.
template <class T>
T member(const json& object, const char* name, T otherwise)
{
    try {
        return object.value(name, otherwise);
    } catch (const json::exception&) {
        return otherwise;
    }
}

} // namespace

bool ChapterState::has_failure() const
{
    return std::any_of(status.begin(), status.end(), [](const auto& entry) {
        return entry.second != "right" && entry.second != "todo";
    });
}

ChapterState load_state(const Workspace& workspace, const Chapter& chapter)
{
    const json content = load(state_file(workspace, chapter.folder));
    ChapterState state;
    state.digest = member(content, "digest", std::string());
    state.seed = member(content, "seed", std::uint64_t{0});
    state.status = member(content, "status", std::map<std::string, std::string>{});
    return state;
}

void save_state(const Workspace& workspace, const ChapterVerdict& verdict)
{
    ChapterState state = load_state(workspace, verdict.chapter);
    if (state.digest != verdict.built.digest) {
        state.status.clear();
    }
    for (const Verdict& step : verdict.steps) {
        state.status[step.step.number] = to_string(step.status);
    }
    const json content{
        {"digest", verdict.built.digest}, {"seed", verdict.seed}, {"status", state.status}};
    write_file(state_file(workspace, verdict.chapter.folder), to_text(content, 1));
}

int hints_given(const Workspace& workspace, const std::string& step)
{
    return std::max(0, member(load(state_file(workspace, "hints")), step.c_str(), 0));
}

void count_hint(const Workspace& workspace, const std::string& step)
{
    json hints = load(state_file(workspace, "hints"));
    hints[step] = hints_given(workspace, step) + 1;
    write_file(state_file(workspace, "hints"), to_text(hints, 1));
}

} // namespace workbook
