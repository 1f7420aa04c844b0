// Functions that are of no chapter, and that students know all the same.
#include "judging/search/trial.hpp"

namespace judging::search {

const Formulas& well_known_functions()
{
    static const Formulas known({}, R"(
auto known_sigmoid(auto x) { return 1.0 / (1.0 + std::exp(-x)); }
auto known_step(auto x) { return xt::where(x > 0.0, 1.0, 0.0); }
auto known_relu(auto x) { return xt::maximum(x, 0.0); }
auto known_softplus(auto x) { return std::log(1.0 + std::exp(x)); }
auto known_tanh(auto x) { return std::tanh(x); }
auto known_softmax(auto x) { return xt::exp(x) / xt::sum(xt::exp(x))(); }
auto known_slope_of_sigmoid(auto x) { return std::exp(-x) / (1.0 + std::exp(-x)) / (1.0 + std::exp(-x)); }
auto known_slope_from_output(auto y) { return y * (1.0 - y); }
auto known_slope_of_tanh(auto y) { return 1.0 - y * y; }
)");
    return known;
}

std::vector<const Function*> functions_at_hand(const Formulas& chapter)
{
    std::vector<const Function*> all;
    for (const Formulas* formulas : {&chapter, &well_known_functions()}) {
        for (const std::string& name : formulas->functions()) {
            if (formulas->is_understood(name)) {
                all.push_back(formulas->find(name));
            }
        }
    }
    return all;
}

} // namespace judging::search
