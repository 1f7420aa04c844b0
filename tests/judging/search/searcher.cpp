#include "judging/search/searcher.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <memory>

namespace judging::search {
namespace {

using json = nlohmann::json;

class ChapterSearcher : public Searcher {
public:
    explicit ChapterSearcher(const json& texts)
    {
        const auto headers = texts.at("headers").get<std::vector<std::string>>();
        for (const json& way : texts.at("ways")) {
            formulas_.push_back(std::make_unique<Formulas>(headers, way.get<std::string>()));
            ways_.push_back(formulas_.back().get());
        }
        for (const json& mistake : texts.at("mistakes")) {
            listed_[mistake.at("function")].push_back(
                {mistake.at("id"), mistake.at("message"), mistake.at("body")});
        }
    }

    std::vector<const Type*> parameters(const std::string& function) const override
    {
        std::vector<const Type*> types;
        if (ways_.front()->is_understood(function)) {
            for (const Parameter& parameter : ways_.front()->find(function)->parameters) {
                types.push_back(parameter.type);
            }
        }
        return types;
    }

    std::vector<Suggestion> search(const std::string& function, const std::vector<Case>& cases,
                                   const Budget& budget) const override
    {
        const auto listed = listed_.find(function);
        return judging::search::search(ways_, function, cases, budget,
                                       listed == listed_.end() ? std::vector<Listed>{}
                                                               : listed->second);
    }

private:
    std::vector<std::unique_ptr<Formulas>> formulas_;
    std::vector<const Formulas*> ways_; ///< the solution first
    std::map<std::string, std::vector<Listed>> listed_;
};

} // namespace

extern "C" Searcher* make_searcher(const char* texts)
{
    std::ifstream file(texts);
    const json content = json::parse(file, nullptr, false);
    try {
        return std::make_unique<ChapterSearcher>(content).release();
    } catch (const std::exception&) {
        return nullptr;
    }
}

} // namespace judging::search
