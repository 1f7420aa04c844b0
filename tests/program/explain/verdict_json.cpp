#include "explain/verdict_json.hpp"

#include <algorithm>

namespace workbook {
namespace {

/// The steps that these functions belong to, each once, but for `own`.
std::vector<std::string> steps_of(const std::vector<std::string>& functions,
                                  const std::map<std::string, std::string>& step_of,
                                  const std::string& own)
{
    std::vector<std::string> steps;
    for (const std::string& function : functions) {
        const auto known = step_of.find(function);
        const std::string& name = known == step_of.end() ? function : known->second;
        if (name != own && std::find(steps.begin(), steps.end(), name) == steps.end()) {
            steps.push_back(name);
        }
    }
    return steps;
}

} // namespace

void read_verdict(const nlohmann::json& line, const std::map<std::string, std::string>& step_of,
                  Verdict& verdict)
{
    verdict.status = status_from(line.at("status"));
    verdict.detail = line.at("interruption");
    verdict.printed = line.at("printed");
    verdict.computing = line.at("computing");
    line.at("functions").get_to(verdict.functions);
    verdict.seconds = line.at("seconds");
    line.at("findings").get_to(verdict.findings);
    for (std::size_t i = 0; i < verdict.findings.size(); ++i) {
        line.at("findings").at(i).at("trace").get_to(verdict.findings[i].trace);
        line.at("findings").at(i).at("alone").get_to(verdict.findings[i].alone);
    }
    line.at("mistakes").get_to(verdict.mistakes);
    verdict.waits_for = steps_of(line.at("waits_for").get<std::vector<std::string>>(), step_of,
                                 verdict.step.number);
}

} // namespace workbook
