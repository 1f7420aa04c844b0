// The tables and values of chapter 1.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <vector>

namespace perceptron {
namespace {

/// The three inputs that section 1.1 adds up by hand.
const Vector hand_x{0.5, -2, 3};
const Vector hand_w{0.4, 0.7, -0.2};
const double hand_b = 1.5;

/// The unit that section 1.5 asks about several rows at once.
const Unit batch_unit{{2, -1}, 0.5};

/// "1, 2, 1, 0"
std::string listed(const std::vector<std::size_t>& counts)
{
    std::string text;
    for (const std::size_t count : counts)
        text += (text.empty() ? "" : ", ") + std::to_string(count);
    return text;
}

} // namespace

void weighted_sum(Lab& lab)
{
    auto table = lab.table("weighted_sum", {"i", "xᵢ", "wᵢ", "wᵢ xᵢ"});
    for (std::size_t i = 0; i < 3; ++i)
        table.row(i + 1, hand_x(i), hand_w(i), hand_w(i) * hand_x(i));
    lab.value("hand_sum", weighted_sum(hand_x, hand_w, hand_b));
}

void step_values(Lab& lab)
{
    auto table = lab.table("step_values", {"z", "f(z)"});
    for (const double z : {-2.0, -1e-12, 0.0, 1e-12, 0.5, 2.0})
        table.row(z, step_activation(z));
}

void one_perceptron(Lab& lab)
{
    const Unit unit{{0.5, -1}, 0.25};
    auto table = lab.table("one_perceptron", {"x", "z", "y"});
    for (const Vector& x : {Vector{2, 1}, Vector{1.5, 1}, Vector{1, 1}, Vector{1, 0}})
        table.row(x, weighted_sum(x, unit.w, unit.b), classify(x, unit));
}

void gate_units(Lab& lab)
{
    auto table = lab.table("gate_units", {"gate", "w1", "w2", "b"});
    const auto add = [&](const char* name, const Unit& unit) {
        table.row(name, unit.w(0), unit.w(1), unit.b);
    };
    add("AND", and_gate());
    add("OR", or_gate());
    add("NAND", nand_gate());
}

void gates_table(Lab& lab)
{
    auto table =
        lab.table("gates", {"x1", "x2", "AND: z", "AND", "OR: z", "OR", "NAND: z", "NAND"});
    for (std::size_t n = 0; n < 4; ++n) {
        const Vector x = xt::row(corners, n);
        std::vector<Cell> row{x(0), x(1)};
        for (const Unit& unit : {and_gate(), or_gate(), nand_gate()}) {
            row.emplace_back(weighted_sum(x, unit.w, unit.b));
            row.emplace_back(classify(x, unit));
        }
        table.add(row);
    }
}

void batch(Lab& lab)
{
    const Matrix X{{1, 2}, {3, -1}, {0.5, 0.5}};
    const Vector z = weighted_sums(X, batch_unit);
    auto table = lab.table("batch", {"row", "x1", "x2", "z"});
    for (std::size_t n = 0; n < 3; ++n)
        table.row(n + 1, X(n, 0), X(n, 1), z(n));
}

void wrong_axis(Lab& lab)
{
    // With as many rows as inputs a wrong axis is no error: it gives wrong sums.
    const Matrix square{{1, 2}, {3, -1}};
    lab.value("right_axis_1", weighted_sums(square, batch_unit)(0));
    lab.value("right_axis_2", weighted_sums(square, batch_unit)(1));
    lab.value("wrong_axis_1", weighted_sums(transpose(square), batch_unit)(0));
    lab.value("wrong_axis_2", weighted_sums(transpose(square), batch_unit)(1));
}

void training_or(Lab& lab)
{
    auto table = lab.table("training_or",
                           {"epoch", "(x1, x2)", "t", "z", "y", "t − y", "w after", "b after"});
    Unit unit = zero_unit;
    for (int epoch = 1; epoch <= 4; ++epoch) {
        for (std::size_t n = 0; n < 4; ++n) {
            const Vector x = xt::row(corners, n);
            const double z = weighted_sum(x, unit.w, unit.b);
            const double y = classify(x, unit);
            unit = rosenblatt_update(unit, x, or_column(n), 1.0);
            table.row(epoch, x, or_column(n), z, y, or_column(n) - y, unit.w, unit.b);
        }
    }
}

void training(Lab& lab)
{
    auto table =
        lab.table("training", {"gate", "epochs", "mistakes in each epoch", "all", "w", "b"});
    const auto add = [&](const char* name, const Vector& targets) {
        const Training result = train(corners, targets, zero_unit, 1.0, most_epochs);
        table.row(name, result.mistakes_per_epoch.size(), listed(result.mistakes_per_epoch),
                  total(result.mistakes_per_epoch), result.unit.w, result.unit.b);
    };
    add("OR", or_column);
    add("AND", and_column);
    add("NAND", nand_column);
    add("XOR", xor_column);
}

void learning_rates(Lab& lab)
{
    auto table = lab.table("learning_rates", {"η", "mistakes in each epoch", "w", "b", "w/η"});
    for (const double eta : {0.25, 1.0, 8.0}) {
        const Training result = train(corners, and_column, zero_unit, eta, 20);
        table.row(eta, listed(result.mistakes_per_epoch), result.unit.w, result.unit.b,
                  Vector(result.unit.w / eta));
    }
}

void row_orders(Lab& lab)
{
    auto table = lab.table("row_orders", {"order of the rows", "mistakes in each epoch", "w", "b"});
    for (const std::array<std::size_t, 4>& order :
         {std::array<std::size_t, 4>{0, 1, 2, 3}, {3, 2, 1, 0}, {3, 0, 1, 2}}) {
        Matrix X = corners;
        Vector targets = and_column;
        std::string name;
        for (std::size_t n = 0; n < 4; ++n) {
            xt::row(X, n) = xt::row(corners, order[n]);
            targets(n) = and_column(order[n]);
            name += (n == 0 ? "(" : ", (") + words(X(n, 0)) + ", " + words(X(n, 1)) + ")";
        }
        const Training result = train(X, targets, zero_unit, 1.0, 50);
        table.row(name, listed(result.mistakes_per_epoch), result.unit.w, result.unit.b);
    }
}

void gate_bounds(Lab& lab)
{
    auto table = lab.table("gate_bounds", {"gate", "separator w", "b", "bound", "mistakes made"});
    const auto add = [&](const char* name, const Vector& targets, const Unit& separator) {
        const Training result = train(corners, targets, zero_unit, 1.0, 100);
        table.row(name, separator.w, separator.b, mistake_bound(corners, targets, separator),
                  total(result.mistakes_per_epoch));
    };
    add("AND", and_column, {{1, 1}, -1.5});
    add("AND", and_column, {{1, 1}, -1.25});
    add("AND", and_column, {{2, 2}, -3});
    add("OR", or_column, {{2, 2}, -1});
    add("NAND", nand_column, {{-2, -2}, 3});
}

void random_bounds(Lab& lab)
{
    auto table = lab.table(
        "random_bounds",
        {"rows", {"none nearer than", "%.2f"}, {"bound", "%.1f"}, "mistakes made", "epochs"});
    Random random{17};
    for (const double margin : {1.0, 0.5, 0.3, 0.2, 0.1, 0.05}) {
        const Separable data = separable(random, 40, margin);
        const Training result = train(data.X, data.targets, zero_unit, 1.0, 1000);
        table.row(data.X.shape(0), margin, mistake_bound(data.X, data.targets, data.separator),
                  total(result.mistakes_per_epoch), result.mistakes_per_epoch.size());
    }
}

void bounds_kept(Lab& lab)
{
    const Clouds clouds = many_bounds(200);
    std::size_t kept = 0;
    double nearest = 0;
    for (std::size_t i = 0; i < clouds.bounds.size(); ++i) {
        kept += clouds.mistakes[i] <= clouds.bounds[i];
        nearest = std::max(nearest, clouds.mistakes[i] / clouds.bounds[i]);
    }
    lab.value("data_sets", clouds.bounds.size());
    lab.value("bounds_kept", kept);
    lab.value("nearest_to_bound", nearest, "%.2f");
}

void xor_inequalities(Lab& lab)
{
    const Vector m = xor_contradiction();
    auto table =
        lab.table("xor_inequalities", {"row", "it demands", "multiplier", "w1", "w2", "b"});
    const Matrix terms{{0, 0, -1}, {0, 1, 1}, {1, 0, 1}, {-1, -1, -1}};
    const std::array<const char*, 4> demands{"−b ≥ 0", "w2 + b > 0", "w1 + b > 0",
                                             "−(w1 + w2 + b) ≥ 0"};
    for (std::size_t n = 0; n < 4; ++n) {
        table.row(Vector(xt::row(corners, n)), demands[n], m(n), m(n) * terms(n, 0),
                  m(n) * terms(n, 1), m(n) * terms(n, 2));
    }
    const Vector left = matvec(transpose(terms), m);
    table.row("sum", "0 > 0", "", left(0), left(1), left(2));
}

void xor_search(Lab& lab)
{
    // units[n]: how many units of the grid get n rows of XOR right.
    std::array<std::size_t, 5> units{};
    for (const Unit& unit : unit_grid())
        ++units[right_answers(corners, xor_column, unit)];
    auto table = lab.table("xor_search", {"rows right", "units of the grid"});
    for (std::size_t rows = 0; rows <= 4; ++rows)
        table.row(rows, units[rows]);
    lab.value("grid_units", std::accumulate(units.begin(), units.end(), std::size_t{0}));
}

void xor_epochs(Lab& lab)
{
    // The unit at the end of each epoch, until one comes back.
    std::vector<Unit> ends{zero_unit};
    const auto same = [](const Unit& a, const Unit& b) { return a.w == b.w && a.b == b.b; };
    std::size_t seen = 0;
    do {
        ends.push_back(train(corners, xor_column, ends.back(), 1.0, 1).unit);
        for (seen = 0; !same(ends[seen], ends.back()); ++seen) {
        }
    } while (seen + 1 == ends.size() && ends.size() < 50);
    lab.value("xor_cycle_from", seen);
    lab.value("xor_cycle_length", ends.size() - 1 - seen);
    auto table = lab.table("xor_epochs", {"after epoch", "w", "b"});
    for (std::size_t epoch = 0; epoch < ends.size(); ++epoch)
        table.row(epoch, ends[epoch].w, ends[epoch].b);
}

} // namespace perceptron
