#include "build/toolchain.hpp"

#include "build/words.hpp"
#include "common/system/files.hpp"
#include "common/system/json.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

namespace workbook {

namespace fs = std::filesystem;

Toolchain::Toolchain(const Workspace& workspace) : workspace_(workspace)
{
    const auto json = parse_json(read_file(workspace.build() / "toolchain.json"));
    compiler_ = json.at("compiler");
    cmake_ = json.at("cmake");
    ctest_ = json.at("ctest");
    header_ = json.at("precompiled_header").get<std::string>();
    flags_ = json.at("flags").get<std::vector<std::string>>();
    host_flags_ = json.at("host_flags").get<std::vector<std::string>>();
    lab_flags_ = json.at("lab_flags").get<std::vector<std::string>>();
    link_flags_ = json.at("link_flags").get<std::vector<std::string>>();
    lab_libraries_ = json.at("lab_libraries").get<std::vector<std::string>>();
    blas_ = json.at("blas").get<std::vector<std::string>>();
    judging_host_ = json.at("judging_host");
    searcher_ = json.at("judging_searcher");
    lab_frame_ = json.at("lab_frame");
    common_ = json.at("common");
    for (const auto& [folder, parts] : json.at("chapters").items()) {
        Parts& own = chapters_[folder];
        own = {parts.at("judge").get<std::string>(),
               parts.at("host").get<std::string>(),
               parts.at("right").get<std::string>(),
               parts.at("list"),
               parts.at("lab_main").get<std::vector<std::string>>(),
               {},
               parts.at("libraries").get<std::vector<std::string>>()};
        for (const auto& used : parts.at("uses")) {
            own.used.emplace_back(used.at("chapter"), used.at("object"));
        }
    }
}

fs::path Toolchain::judge_of(const Chapter& chapter) const
{
    return chapters_.at(chapter.folder).judge;
}

fs::path Toolchain::interface_of(const Chapter& chapter) const
{
    return workspace_.root() / "chapters" / chapter.folder / (chapter.name + ".hpp");
}

fs::path Toolchain::host_of(const Chapter& chapter) const
{
    return chapters_.at(chapter.folder).host;
}

fs::path Toolchain::right_library(const Chapter& chapter) const
{
    return chapters_.at(chapter.folder).right;
}

fs::path Toolchain::searched_texts(const Chapter& chapter) const
{
    return workspace_.build() / "mistakes" / (chapter.folder + ".json");
}

std::vector<std::string> Toolchain::compiler_and_flags(const Chapter& chapter,
                                                       Product product) const
{
    std::vector<std::string> command{compiler_};
    append(command, flags_);
    command.push_back("-I" + (workspace_.root() / "chapters").string());
    command.push_back("-I" + (workspace_.root() / "chapters" / chapter.folder).string());
    switch (product) {
    case Product::library:
        append(command, host_flags_);
        append(command, {"-include", header_.string()});
        break;
    case Product::traced:
        append(command, host_flags_);
        append(command, {"-g", "-include", header_.string()});
        break;
    case Product::lab:
    case Product::part: append(command, lab_flags_); break;
    case Product::debug:
        append(command, host_flags_);
        append(command, {"-O0", "-g"}); // the last -O counts
        break;
    }
    return command;
}

std::vector<std::string> Toolchain::compile(const Chapter& chapter, Product product,
                                            const fs::path& source, const fs::path& object) const
{
    std::vector<std::string> command = compiler_and_flags(chapter, product);
    append(command, {"-c", source.string(), "-o", object.string()});
    return command;
}

/// Everything that is linked with the student's file.
std::vector<std::string> Toolchain::parts(const Chapter& chapter, Product product) const
{
    const Parts& own = chapters_.at(chapter.folder);
    if (product != Product::lab) {
        return {own.list, judging_host_};
    }
    std::vector<std::string> all = own.lab_main;
    for (const auto& [folder, object] : own.used) {
        all.push_back(object);
    }
    append(all, {lab_frame_, common_});
    return all;
}

std::vector<std::string> Toolchain::uses(const Chapter& chapter) const
{
    std::vector<std::string> folders;
    for (const auto& [folder, object] : chapters_.at(chapter.folder).used) {
        folders.push_back(folder);
    }
    return folders;
}

void Toolchain::use(const Chapter& chapter, const Chapter& other, const fs::path& object)
{
    for (auto& [folder, used] : chapters_.at(chapter.folder).used) {
        if (folder == other.folder) {
            used = object.string();
        }
    }
}

std::vector<std::string> Toolchain::build(const Chapter& chapter, Product product,
                                          const fs::path& source, const fs::path& result) const
{
    if (product == Product::part) {
        return compile(chapter, product, source, result);
    }
    std::vector<std::string> command = compiler_and_flags(chapter, product);
    command.push_back(source.string());
    append(command, parts(chapter, product));
    append(command, link_flags_);
    if (product == Product::lab) {
        append(command, blas_);
        append(command, lab_libraries_);
        append(command, chapters_.at(chapter.folder).libraries);
    } else {
        append(command, {"-shared", "-Wl,-z,defs"}); // what nothing defines is an error
    }
    append(command, {"-o", result.string()});
    return command;
}

std::vector<fs::path> Toolchain::readable(const Chapter& chapter) const
{
    return {header_.parent_path(), chapters_.at(chapter.folder).list, judging_host_};
}

std::string Toolchain::stamp(const Chapter& chapter, Product product) const
{
    std::string text;
    for (const std::string& word : build(chapter, product, "source", "result")) {
        text += word + "\n";
    }
    auto files = parts(chapter, product);
    files.push_back(header_.string() + ".gch");
    for (const auto& entry :
         fs::directory_iterator(workspace_.root() / "chapters" / chapter.folder)) {
        if (entry.path().extension() == ".hpp") {
            files.push_back(entry.path().string());
        }
    }
    for (const std::string& file : files) {
        std::error_code error;
        const auto time = fs::last_write_time(file, error).time_since_epoch().count();
        text += fmt::format("{} {}\n", file, error ? 0 : time);
    }
    return text;
}

std::vector<std::string> Toolchain::targets(const Chapter& chapter, Product product) const
{
    if (product == Product::lab) {
        std::vector<std::string> all{chapter.folder + "_lab_main", "lab_frame", "common"};
        for (const std::string& other : uses(chapter)) {
            all.push_back(other + "_worked");
        }
        return all;
    }
    return {"student_header", chapter.folder + "_list", "judging_host"};
}

std::vector<std::string> Toolchain::judging_targets(const Chapter& chapter) const
{
    auto all = targets(chapter, Product::library);
    append(all, {chapter.folder + "_host", chapter.folder + "_judge"});
    return all;
}

std::vector<std::string> Toolchain::alone_targets(const Chapter& chapter) const
{
    return right_library(chapter).empty() ? std::vector<std::string>{}
                                          : std::vector<std::string>{chapter.folder + "_right"};
}

} // namespace workbook
