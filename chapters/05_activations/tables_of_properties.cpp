// The tables of chapter 5 about the properties of the functions: a printed table, decided by
// computation.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace activations {
namespace {

/// The last four columns of the table in decks A and B, as they stand there.
struct PrintedRow {
    std::string range;
    std::string order;
    std::string monotonic;
    std::string slope_monotonic;
};

/// The eight rows, in the order of pairs().
const std::vector<PrintedRow> printed{
    {"(−∞, ∞)", "∞", "yes", "yes"},    {"{0, 1}", "−1", "yes", "no"},
    {"(0, 1)", "∞", "yes", "no"},      {"(−1, 1)", "∞", "yes", "no"},
    {"(−π/2, π/2)", "∞", "yes", "no"}, {"(−1, 1)", "1", "yes", "no"},
    {"[0, ∞)", "0", "yes", "yes"},     {"(−∞, ∞)", "0", "yes", "yes"}};

const char* yes_or_no(bool truth)
{
    return truth ? "yes" : "no";
}

/// One row in words: range, order, monotonic, derivative monotonic.
std::vector<std::string> computed_row(const Activation& f, const Activation& slope)
{
    const Properties row = properties(f, slope, table_points());
    return {range_text(row.range, f), row.order == 3 ? "≥ 3" : number_text(row.order),
            yes_or_no(row.monotonic), yes_or_no(row.slope_monotonic)};
}

/// Whether a computed entry is what the table says; "at least 3" stands for ∞.
bool agree(const std::string& computed, const std::string& entry)
{
    return computed == entry || (computed == "≥ 3" && entry == "∞");
}

/// The lowest order of continuity, 3 at most, of any function at some points other than 0.
int least_order_elsewhere()
{
    int least = 3;
    for (const Pair& pair : pairs())
        for (double point : {-3.0, -2.0, -1.0, -0.5, 0.5, 1.0, 2.0, 3.0})
            least = std::min(least, order_of_continuity(pair.f, point, 3));
    return least;
}

} // namespace

void properties(Lab& lab)
{
    auto table = lab.table("properties", {"function", "range", "order of continuity", "monotonic",
                                          "derivative monotonic", "the printed table differs"});
    const std::vector<const char*> names{"range", "order", "monotonic", "derivative monotonic"};
    std::size_t compared = 0;
    std::size_t equal = 0;
    const std::vector<Pair> all = pairs();
    for (std::size_t i = 0; i < printed.size(); ++i) {
        const std::vector<std::string> mine = computed_row(all[i].f, all[i].slope);
        const std::vector<std::string> theirs{printed[i].range, printed[i].order,
                                              printed[i].monotonic, printed[i].slope_monotonic};
        std::string differs;
        for (std::size_t column = 0; column < mine.size(); ++column) {
            ++compared;
            if (agree(mine[column], theirs[column]))
                ++equal;
            else
                differs += fmt::format("{}{}: {}", differs.empty() ? "" : "; ", names[column],
                                       theirs[column]);
        }
        table.row(all[i].name, mine[0], mine[1], mine[2], mine[3],
                  differs.empty() ? "nowhere" : differs);
    }
    lab.value("entries_compared", compared);
    lab.value("order_elsewhere", least_order_elsewhere());
    lab.value("entries_equal", equal);
}

void properties_of_others(Lab& lab)
{
    auto table = lab.table("properties_of_others", {"function", "range", "order of continuity",
                                                    "monotonic", "derivative monotonic"});
    const auto add = [&](const std::string& name, const Activation& f, const Activation& slope) {
        const std::vector<std::string> row = computed_row(f, slope);
        table.row(name, row[0], row[1], row[2], row[3]);
    };
    for (double alpha : {0.25, 2.0, -0.5})
        add(fmt::format("PReLU, α = {}", number_text(alpha)), prelu_with(alpha),
            prelu_slope_with(alpha));
    for (double alpha : {0.5, 1.0, 2.0, -0.5})
        add(fmt::format("ELU, α = {}", number_text(alpha)), elu_with(alpha), elu_slope_with(alpha));
    add("SELU", selu, selu_slope);
}

void steep_logistic(Lab& lab)
{
    auto table = lab.table("steep_logistic",
                           {"function", "monotonic", "derivative monotonic", "derivative at 0"});
    for (double k : {1.0, 10.0, 100.0}) {
        const Activation f = [k](const Matrix& X) { return logistic(k * X); };
        const Activation slope = [k](const Matrix& X) -> Matrix {
            return k * logistic_slope(k * X);
        };
        table.row(fmt::format("σ({}x)", k == 1.0 ? "" : fmt::format("{}", k)),
                  yes_or_no(is_monotonic(f, table_points())),
                  yes_or_no(is_monotonic(slope, table_points())), at(slope, 0.0));
    }
    table.row("binary step", yes_or_no(is_monotonic(binary_step, table_points())),
              yes_or_no(is_monotonic(binary_step_slope, table_points())),
              at(binary_step_slope, 0.0));
}

void jumps(Lab& lab)
{
    auto table = lab.table("jumps", {"function", "h", "k = 0", "k = 1", "k = 2", "k = 3"});
    const std::vector<std::pair<std::string, Activation>> functions{{"binary step", binary_step},
                                                                    {"ReLU", relu},
                                                                    {"ELU, α = 1", elu_with(1.0)},
                                                                    {"softsign", softsign},
                                                                    {"tanh", hyperbolic_tangent}};
    for (const auto& [name, f] : functions)
        for (const auto& [h, words] : {std::pair{1.0 / 256.0, "1/256"}, {1.0 / 2048.0, "1/2048"}})
            table.row(name, words, derivative_jump(f, 0.0, 0, h), derivative_jump(f, 0.0, 1, h),
                      derivative_jump(f, 0.0, 2, h), derivative_jump(f, 0.0, 3, h));
}

} // namespace activations
