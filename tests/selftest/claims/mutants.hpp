/// @file
/// Labs with one wrong answer each: a single file that holds all of them, compiled once.
#pragma once

#include "build/toolchain.hpp"
#include "course/workspace.hpp"
#include "course/wrong_answers.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace workbook {

/// The file of right functions with every wrong answer in it, each behind a switch: with
/// WORKBOOK_MUTANT=7 in the environment number 7 stands in place of the right body.
std::string all_mutants(const std::string& right, const std::vector<WrongAnswer>& wrong);

/// The file of right functions, each of which can answer without mathematics (see nothing.hpp).
/// `functions`: the chapter's functions.hpp, whose list has the names of their parameters.
std::string without_mathematics(const std::string& right, const std::filesystem::path& functions);

/// Whether the judge also looks for mistakes that nobody has listed.
enum class Search { no, yes };

/// The steps that are judged of a mutant, with a comma between; all of them if it is empty.
using StepsOfMutant = std::function<std::string(std::size_t)>;

/// Builds `source`, which one of the two has made, and judges it as each of the `count` mutants.
/// `look` gets the mutant's number and what the judge says of a step; it is called from several
/// threads at once. Throws UserError if the source does not build.
void judge_mutants(
    const Workspace& workspace, const Toolchain& toolchain, const Chapter& chapter,
    const std::filesystem::path& source, std::size_t count, Search search,
    const std::function<void(std::size_t, const nlohmann::json&)>& look,
    const StepsOfMutant& steps = [](std::size_t) { return ""; });

} // namespace workbook
