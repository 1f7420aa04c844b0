#include "course/catalogue.hpp"

#include "common/system/json.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>

namespace workbook {

const Step& Catalogue::step(const std::string& number) const
{
    std::string known;
    for (const Step& step : steps) {
        if (step.number == number) {
            return step;
        }
        known += (known.empty() ? "" : ", ") + step.number;
    }
    throw UserError(fmt::format("there is no step {}", number),
                    fmt::format("the steps of this chapter are {}", known), 2);
}

Catalogue read_catalogue(const std::string& listed, const Chapter& chapter)
{
    const auto json = parse_json(listed);
    Catalogue catalogue;
    for (const auto& step : json.at("steps")) {
        catalogue.steps.push_back(
            {step.at("step"), step.at("name"), step.at("points"), step.at("source"),
             step.at("hints").get<std::vector<std::string>>(), step.at("hidden")});
    }
    if (catalogue.steps.empty()) {
        throw UserError(fmt::format("tests/{}/steps.cpp has no steps", chapter.folder),
                        "a step is a BOOST_AUTO_TEST_CASE with *label(\"" +
                            std::to_string(chapter.number) + ".1\") and points(1)");
    }
    catalogue.functions = json.at("functions").get<std::vector<std::string>>();
    for (const auto& mistake : json.at("mistakes")) {
        catalogue.mistakes.push_back(mistake.at("id"));
    }
    for (const auto& tie : json.at("ties")) {
        catalogue.ties.push_back({tie.at(0), tie.at(1), tie.at(2), tie.at(3)});
    }
    return catalogue;
}

} // namespace workbook
