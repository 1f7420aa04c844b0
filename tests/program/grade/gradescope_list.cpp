#include "grade/gradescope_list.hpp"

#include "common/system/files.hpp"
#include "common/system/user_error.hpp"
#include "grade/rules.hpp"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <regex>

namespace workbook {

namespace fs = std::filesystem;

namespace {

std::string text_at(const YAML::Node& node, const char* name)
{
    const YAML::Node value = node.IsMap() ? node[name] : YAML::Node();
    return value.IsDefined() && value.IsScalar() && !value.IsNull() ? value.Scalar() : "";
}

/// Ruby writes "2026-11-20 09:00:12.345678000 Z"; without a zone YAML means UTC.
std::optional<std::int64_t> time_in(const std::string& text)
{
    static const std::regex form(
        R"((\d{4}-\d{2}-\d{2})[T ]+(\d{2}:\d{2}:\d{2})(?:\.\d{1,12})?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)");
    std::smatch match;
    if (text.size() > 60 || !std::regex_match(text, match, form)) {
        return std::nullopt;
    }
    const std::string zone = match[3].matched && match[3] != "UTC" ? match[3].str() : "Z";
    try {
        return parse_time(match[1].str() + "T" + match[2].str() + zone);
    } catch (const UserError&) {
        return std::nullopt;
    }
}

} // namespace

std::map<std::string, GradescopeEntry> read_gradescope_list(const fs::path& file)
{
    constexpr std::uintmax_t largest = std::uintmax_t{64} << 20;
    std::map<std::string, GradescopeEntry> list;
    if (std::error_code error; fs::file_size(file, error) > largest) {
        throw UserError(fmt::format("{} is larger than {} MB", shown(file), largest >> 20));
    }
    try {
        const YAML::Node all = YAML::Load(read_file(file));
        if (!all.IsMap()) {
            throw UserError(fmt::format("{} is no list of submissions", shown(file)));
        }
        for (const auto& item : all) {
            if (!item.first.IsScalar() || !item.second.IsMap()) {
                continue;
            }
            GradescopeEntry& entry = list[item.first.Scalar()];
            entry.created_at = time_in(text_at(item.second, ":created_at"));
            const YAML::Node submitters = item.second[":submitters"];
            if (!submitters.IsDefined() || !submitters.IsSequence()) {
                continue;
            }
            for (const auto& one : submitters) {
                Submitter submitter{text_at(one, ":name"), text_at(one, ":sid"),
                                    text_at(one, ":email")};
                if (!submitter.name.empty() || !submitter.id.empty() || !submitter.email.empty()) {
                    entry.submitters.push_back(std::move(submitter));
                }
            }
        }
    } catch (const YAML::Exception& error) {
        throw UserError(fmt::format("{} cannot be read: {}", shown(file), error.what()),
                        "download it from Gradescope again");
    }
    return list;
}

} // namespace workbook
