// What can be said when no edit gives the student's numbers: all are the right ones times a
// constant, or plus a constant.
#include "judging/search/proportion.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace judging::search {
namespace {

constexpr double closely = 1e-9;
/// Subtracting from 1 loses as much: 1e-15, closely.
constexpr double lost_digits = 1e-6;

/// A constant that has been the same for every number so far.
class Constant {
public:
    void see(double value, double size)
    {
        value_ = seen_++ == 0 ? value : value_;
        holds_ = holds_ && std::isfinite(value) && std::abs(value - value_) <= closely * size;
    }
    void fail() { holds_ = false; }

    /// Whether it is known by enough numbers, and does anything at all.
    bool tells(double nothing) const
    {
        constexpr std::size_t enough = 4;
        return holds_ && seen_ >= enough && std::abs(value_ - nothing) > closely;
    }
    double value() const { return value_; }

private:
    double value_ = 0.0;
    std::size_t seen_ = 0;
    bool holds_ = true;
};

/// 4, 1/3, or as many digits as it takes.
std::string spoken_constant(double c)
{
    constexpr int largest = 12;
    for (int below = 1; below <= largest; ++below) {
        const double above = std::round(c * below);
        if (above != 0.0 && std::abs(c * below - above) <= closely * std::abs(above)) {
            const std::string whole = std::to_string(static_cast<long long>(above));
            return below == 1 ? whole : whole + "/" + std::to_string(below);
        }
    }
    return std::to_string(c);
}

} // namespace

std::vector<Suggestion> constant_off(Trial& trial, const std::vector<Case>& cases)
{
    constexpr double unlikely = 3.0;
    if (trial.is_coarse()) {
        return {};
    }
    Constant factor;
    Constant term;
    for (const Case& asked : cases) {
        const Trial::Outcome right = trial.evaluate(asked.arguments);
        const bool value = right.status == Trial::Status::value;
        if (asked.threw || !value) {
            if (asked.threw == value) {
                return {};
            }
            continue;
        }
        std::vector<double> truth;
        append_numbers(right.value, truth);
        const std::vector<double>& given = asked.answer.numbers;
        if (truth.size() != given.size() || shape_of(right.value) != asked.answer.shape) {
            return {};
        }
        for (std::size_t i = 0; i < truth.size(); ++i) {
            if (!std::isfinite(truth[i]) || !std::isfinite(given[i])) {
                const bool same =
                    truth[i] == given[i] || (std::isnan(truth[i]) && std::isnan(given[i]));
                if (!same) {
                    return {};
                }
                continue;
            }
            constexpr double nothing = 1e-12; // where digits cancel, it is 0 or nearly so
            if (std::abs(truth[i]) < nothing) {
                if (std::abs(given[i]) >= closely) {
                    factor.fail();
                }
            } else {
                const double times = given[i] / truth[i];
                factor.see(times, std::abs(times) + lost_digits / std::abs(truth[i]));
            }
            term.see(given[i] - truth[i], std::max(1.0, std::abs(truth[i])));
        }
    }
    if (factor.tells(1.0) && factor.value() != 0.0) {
        return {Suggestion{"every number is " + spoken_constant(factor.value()) +
                               " times what it should be: a factor is missing, or one too many",
                           1, unlikely, ""}};
    }
    if (term.tells(0.0)) {
        const std::string way = term.value() > 0.0 ? " too large" : " too small";
        return {Suggestion{"every number is " + spoken_constant(std::abs(term.value())) + way +
                               ": a term is missing, or one too many",
                           1, unlikely, ""}};
    }
    return {};
}

} // namespace judging::search
