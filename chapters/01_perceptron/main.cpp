// The executable lab of chapter 1: prints its tables and draws its figures with the numbers of
// whatever implements the chapter, a lab or the solution.
#include "common/math/random.hpp"
#include "common/report/lab.hpp"
#include "perceptron.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

using namespace workbook;
using namespace perceptron;

namespace {

/// The four rows of every gate's table, and the columns.
const Matrix corners{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
const Vector and_column{0, 0, 0, 1};
const Vector or_column{0, 1, 1, 1};
const Vector nand_column{1, 1, 1, 0};
const Vector xor_column{0, 1, 1, 0};

/// A little more than the unit square, no grid point on a gate's line.
const Plane around{-0.5, 1.5, -0.5, 1.5, 100};

/// The three inputs that section 1.1 adds up by hand.
const Vector hand_x{0.5, -2, 3};
const Vector hand_w{0.4, 0.7, -0.2};
const double hand_b = 1.5;

const Unit zero_unit{{0, 0}, 0};

std::size_t total(const std::vector<std::size_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

/// "1, 2, 1, 0"
std::string listed(const std::vector<std::size_t>& counts)
{
    std::string text;
    for (const std::size_t count : counts)
        text += (text.empty() ? "" : ", ") + std::to_string(count);
    return text;
}

/// Short, with a real minus: "−1.5", "2".
std::string words(double number)
{
    std::string text = std::to_string(std::abs(number));
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return (number < 0 ? "−" : "") + text;
}

/// The line of a unit, "x1 + 2 x2 = 1.5".
std::string line_of(const Unit& unit)
{
    const auto term = [](double w, const std::string& x) {
        return (std::abs(w) == 1 ? "" : words(std::abs(w)) + " ") + x;
    };
    return (unit.w(0) < 0 ? "−" : "") + term(unit.w(0), "x_{1}") + (unit.w(1) < 0 ? " − " : " + ") +
           term(unit.w(1), "x_{2}") + " = " + words(-unit.b);
}

/// How many of the rows a unit answers right.
std::size_t right_answers(const Matrix& X, const Vector& targets, const Unit& unit)
{
    std::size_t right = 0;
    for (std::size_t n = 0; n < X.shape(0); ++n)
        right += classify(xt::row(X, n), unit) == targets(n);
    return right;
}

/// Random rows on both sides of a random line, none nearer to it than `margin`.
struct Separable {
    Matrix X;
    Vector targets;
    Unit separator;
};

Separable separable(Random& random, std::size_t rows, double margin)
{
    const double angle = random.uniform(0, 6.283185307179586);
    Separable data{Matrix::from_shape({rows, 2}),
                   Vector::from_shape({rows}),
                   {{std::cos(angle), std::sin(angle)}, random.uniform(-0.5, 0.5)}};
    const Unit& line = data.separator;
    for (std::size_t n = 0; n < rows; ++n) {
        Vector x;
        double distance = 0;
        do {
            x = random.uniform_vector(2, -2, 2);
            distance = line.w(0) * x(0) + line.w(1) * x(1) + line.b;
        } while (std::abs(distance) < margin);
        xt::row(data.X, n) = x;
        data.targets(n) = distance > 0 ? 1 : 0;
    }
    return data;
}

/// (w, b) as one vector, after every update that changes it; the start first.
std::vector<Vector> after_each_mistake(const Matrix& X, const Vector& targets,
                                       std::size_t max_epochs)
{
    Unit unit = zero_unit;
    std::vector<Vector> history{{0, 0, 0}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        const std::size_t before = history.size();
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            const bool wrong = classify(x, unit) != targets(n);
            unit = rosenblatt_update(unit, x, targets(n), 1.0);
            if (wrong)
                history.push_back({unit.w(0), unit.w(1), unit.b});
        }
        if (history.size() == before)
            break;
    }
    return history;
}

/// The unit square: its corners, full where the target is 1, and the axes.
void draw_square(Figure& figure, const Vector& targets)
{
    for (std::size_t n = 0; n < 4; ++n) {
        figure.points({corners(n, 0)}, {corners(n, 1)},
                      {.color = Color::black,
                       .marker = targets(n) == 1 ? Marker::circle : Marker::open_circle,
                       .size = 1.6});
    }
    figure.x_range(-0.5, 1.5);
    figure.y_range(-0.5, 1.5);
    figure.x_tics({0, 1});
    figure.y_tics({0, 1});
    figure.x_label("x_{1}");
    figure.y_label("x_{2}");
    figure.equal_aspect();
    figure.legend(Legend::none);
}

/// The line on which a unit's weighted sum is 0.
void draw_border(Figure& figure, const Unit& unit, const Style& style)
{
    figure.contour(
        around, [&](double x1, double x2) { return weighted_sum({x1, x2}, unit.w, unit.b); }, {0.0},
        style);
}

/// A tint where a unit answers 1, another where it answers 0, and the line between them.
void draw_answers(Figure& figure, const Unit& unit)
{
    figure.regions(around, [&](double x1, double x2) { return classify({x1, x2}, unit); },
                   {.border = false});
    if (unit.w(0) != 0 || unit.w(1) != 0) // without weights there is no line
        draw_border(figure, unit, {.color = Color::black, .dash = Dash::solid});
}

// --- tables ------------------------------------------------------------------------------

void sums(Lab& lab)
{
    auto table = lab.table("weighted_sum", {"i", "xᵢ", "wᵢ", "wᵢ xᵢ"});
    for (std::size_t i = 0; i < 3; ++i)
        table.row(i + 1, hand_x(i), hand_w(i), hand_w(i) * hand_x(i));
    lab.value("hand_sum", weighted_sum(hand_x, hand_w, hand_b));
}

void steps(Lab& lab)
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

void gates(Lab& lab)
{
    auto units = lab.table("gate_units", {"gate", "w1", "w2", "b"});
    const auto add = [&](const char* name, const Unit& unit) {
        units.row(name, unit.w(0), unit.w(1), unit.b);
    };
    add("AND", and_gate());
    add("OR", or_gate());
    add("NAND", nand_gate());

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
    const Unit unit{{2, -1}, 0.5};
    const Matrix X{{1, 2}, {3, -1}, {0.5, 0.5}};
    const Vector z = weighted_sums(X, unit);
    auto table = lab.table("batch", {"row", "x1", "x2", "z"});
    for (std::size_t n = 0; n < 3; ++n)
        table.row(n + 1, X(n, 0), X(n, 1), z(n));

    // What a wrong axis gives where it does not fail: as many rows as inputs.
    const Matrix square{{1, 2}, {3, -1}};
    lab.value("right_axis_1", weighted_sums(square, unit)(0));
    lab.value("right_axis_2", weighted_sums(square, unit)(1));
    lab.value("wrong_axis_1", weighted_sums(transpose(square), unit)(0));
    lab.value("wrong_axis_2", weighted_sums(transpose(square), unit)(1));
}

void learning(Lab& lab)
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
        const Training result = train(corners, targets, zero_unit, 1.0, 20);
        table.row(name, result.mistakes_per_epoch.size(), listed(result.mistakes_per_epoch),
                  total(result.mistakes_per_epoch), result.unit.w, result.unit.b);
    };
    add("OR", or_column);
    add("AND", and_column);
    add("NAND", nand_column);
    add("XOR", xor_column);

    auto rates = lab.table("learning_rates", {"η", "mistakes in each epoch", "w", "b", "w/η"});
    for (const double eta : {0.25, 1.0, 8.0}) {
        const Training result = train(corners, and_column, zero_unit, eta, 20);
        rates.row(eta, listed(result.mistakes_per_epoch), result.unit.w, result.unit.b,
                  Vector(result.unit.w / eta));
    }

    auto orders =
        lab.table("row_orders", {"order of the rows", "mistakes in each epoch", "w", "b"});
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
        orders.row(name, listed(result.mistakes_per_epoch), result.unit.w, result.unit.b);
    }
}

void convergence(Lab& lab)
{
    auto gates = lab.table("gate_bounds", {"gate", "separator w", "b", "bound", "mistakes made"});
    const auto add = [&](const char* name, const Vector& targets, const Unit& separator) {
        const Training result = train(corners, targets, zero_unit, 1.0, 100);
        gates.row(name, separator.w, separator.b, mistake_bound(corners, targets, separator),
                  total(result.mistakes_per_epoch));
    };
    add("AND", and_column, {{1, 1}, -1.5});
    add("AND", and_column, {{1, 1}, -1.25});
    add("AND", and_column, {{2, 2}, -3});
    add("OR", or_column, {{2, 2}, -1});
    add("NAND", nand_column, {{-2, -2}, 3});

    auto random_rows = lab.table(
        "random_bounds",
        {"rows", {"none nearer than", "%.2f"}, {"bound", "%.1f"}, "mistakes made", "epochs"});
    Random random{17};
    for (const double margin : {1.0, 0.5, 0.3, 0.2, 0.1, 0.05}) {
        const Separable data = separable(random, 40, margin);
        const Training result = train(data.X, data.targets, zero_unit, 1.0, 1000);
        random_rows.row(data.X.shape(0), margin,
                        mistake_bound(data.X, data.targets, data.separator),
                        total(result.mistakes_per_epoch), result.mistakes_per_epoch.size());
    }
}

/// Bounds, and mistakes made in training, of many random data sets.
struct Clouds {
    std::vector<double> bounds;
    std::vector<double> mistakes;
};

Clouds many_bounds(std::size_t count)
{
    Random random{23};
    Clouds clouds;
    for (std::size_t i = 0; i < count; ++i) {
        const double margin = std::pow(10.0, random.uniform(-1.7, 0.0));
        const Separable data = separable(random, 20, margin);
        const double ones = xt::sum(data.targets)();
        if (ones == 0 || ones == 20)
            continue;
        const Training result = train(data.X, data.targets, zero_unit, 1.0, 300);
        clouds.bounds.push_back(mistake_bound(data.X, data.targets, data.separator));
        clouds.mistakes.push_back(static_cast<double>(total(result.mistakes_per_epoch)));
    }
    return clouds;
}

void theorem(Lab& lab)
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

void impossible(Lab& lab)
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

    // Every unit of a grid, and how many rows of XOR it gets right.
    std::array<std::size_t, 5> units{};
    for (double w1 = -2; w1 <= 2; w1 += 0.25)
        for (double w2 = -2; w2 <= 2; w2 += 0.25)
            for (double b = -2; b <= 2; b += 0.25)
                ++units[right_answers(corners, xor_column, {{w1, w2}, b})];
    auto search = lab.table("xor_search", {"rows right", "units of the grid"});
    for (std::size_t rows = 0; rows <= 4; ++rows)
        search.row(rows, units[rows]);
    lab.value("grid_units", std::accumulate(units.begin(), units.end(), std::size_t{0}));

    // Training on XOR: the unit at the end of each epoch, until one comes back.
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
    auto epochs = lab.table("xor_epochs", {"after epoch", "w", "b"});
    for (std::size_t epoch = 0; epoch < ends.size(); ++epoch)
        epochs.row(epoch, ends[epoch].w, ends[epoch].b);
}

// --- figures -----------------------------------------------------------------------------

void draw_line(Figure& figure)
{
    const auto y = [](double x) { return weighted_sum({x}, {0.5}, 1.0); };
    figure.function(y, -4, 6, {.color = Color::blue});
    figure.line({2, 4, 4}, {y(2), y(2), y(4)},
                {.color = Color::vermilion, .dash = Dash::dashed, .marker = Marker::none});
    figure.text(3, y(2), "2 to the right", {.color = Color::vermilion, .dy = -12});
    figure.text(4, 0.5 * (y(2) + y(4)), "2w = 1 up",
                {.align = Align::left, .color = Color::vermilion, .dx = 8});
    figure.points({0}, {y(0)}, {.color = Color::black, .marker = Marker::circle, .size = 1.3});
    figure.text(0, y(0), "intercept b = 1", {.align = Align::right, .dx = -8, .dy = 10});
    figure.points({-2}, {0}, {.color = Color::black, .marker = Marker::open_circle, .size = 1.3});
    figure.text(-2, 0, "y = 0 at x = −b/w = −2", {.align = Align::left, .dx = 6, .dy = -14});
    figure.zero_lines();
    figure.x_label("x");
    figure.y_label("y = wx + b");
    figure.x_range(-4, 6);
    figure.y_range(-1.5, 4.5);
    figure.legend(Legend::none);
}

void draw_step(Figure& figure)
{
    // The line right of 0 begins beside its open point.
    const Style style{.color = Color::blue, .dash = Dash::solid};
    figure.line({-3, 0}, {step_activation(-3), step_activation(-1e-9)}, style);
    figure.line({0.055, 3}, {step_activation(0.055), step_activation(3)}, style);
    figure.points({0}, {step_activation(0)},
                  {.color = Color::blue, .marker = Marker::circle, .size = 1.5});
    figure.points({0}, {1 - step_activation(0)},
                  {.color = Color::blue, .marker = Marker::open_circle, .size = 1.5});
    figure.text(0, step_activation(0), "f(0) = " + words(step_activation(0)),
                {.align = Align::left, .dx = 10, .dy = 14});
    figure.x_label("weighted sum z");
    figure.y_label("f(z)");
    figure.x_range(-3, 3);
    figure.y_range(-0.2, 1.2);
    figure.y_tics({0, 1});
    figure.legend(Legend::none);
}

void draw_gates(Figure& figure)
{
    figure.grid(2, 2);
    const auto panel = [&](const std::string& name, const Unit& unit, const Vector& targets) {
        figure.panel(name + ": " + line_of(unit));
        draw_answers(figure, unit);
        draw_square(figure, targets);
    };
    panel("AND", and_gate(), and_column);
    panel("OR", or_gate(), or_column);
    panel("NAND", nand_gate(), nand_column);

    figure.panel("XOR: no line");
    for (const Unit& unit : {and_gate(), or_gate(), Unit{{1, -1}, -0.5}, Unit{{1, -1}, 0.5}})
        draw_border(figure, unit, {.color = Color::grey, .dash = Dash::dashed, .width = 1.5});
    draw_square(figure, xor_column);
}

void draw_perceptron(Graph& graph)
{
    const Unit unit = and_gate();
    const Vector x{1, 1};
    const double z = weighted_sum(x, unit.w, unit.b);
    graph.layer("inputs", {{.id = "x1", .label = "x_{1}", .value = words(x(0))},
                           {.id = "x2", .label = "x_{2}", .value = words(x(1))}});
    graph.layer("weighted sum",
                {{.id = "z", .label = "z", .value = words(z), .bias = "b = " + words(unit.b)}});
    graph.layer("output", {{.id = "y", .label = "y", .value = words(classify(x, unit))}});
    graph.edge("x1", "z", {.label = "w_{1} = " + words(unit.w(0)), .value = unit.w(0)});
    graph.edge("x2", "z", {.label = "w_{2} = " + words(unit.w(1)), .value = unit.w(1)});
    graph.edge("z", "y", {.label = "step f"});
}

void draw_mistakes(Figure& figure)
{
    const std::size_t epochs = 12;
    const auto add = [&](const char* name, const Vector& targets, const Style& style) {
        const Training result = train(corners, targets, zero_unit, 1.0, epochs);
        std::vector<double> epoch(result.mistakes_per_epoch.size());
        std::iota(epoch.begin(), epoch.end(), 1.0);
        Style named = style;
        named.label = name;
        figure.line(epoch, result.mistakes_per_epoch, named);
    };
    add("AND", and_column,
        {.color = Color::blue, .dash = Dash::solid, .marker = Marker::circle, .size = 1.2});
    add("OR", or_column,
        {.color = Color::green, .dash = Dash::dashed, .marker = Marker::square, .size = 1.2});
    add("XOR", xor_column,
        {.color = Color::vermilion,
         .dash = Dash::dotted,
         .marker = Marker::open_triangle,
         .size = 1.4});
    figure.x_label("epoch");
    figure.y_label("mistakes in the epoch");
    figure.x_range(0.5, static_cast<double>(epochs) + 0.5);
    figure.y_range(-0.2, 4.4);
    figure.x_tics(evenly(1, static_cast<double>(epochs), epochs));
    figure.y_tics({0, 1, 2, 3, 4});
    figure.legend(Legend::right);
}

/// AND being learned: a frame per row that is looked at, with the unit after its update.
void animate_learning(Figure& figure)
{
    struct Frame {
        int epoch;
        std::size_t row;
        bool wrong;
        Unit unit;
    };
    std::vector<Frame> frames;
    Unit unit = zero_unit;
    for (int epoch = 1; epoch <= 6; ++epoch) {
        for (std::size_t n = 0; n < 4; ++n) {
            const Vector x = xt::row(corners, n);
            const bool wrong = classify(x, unit) != and_column(n);
            unit = rosenblatt_update(unit, x, and_column(n), 1.0);
            frames.push_back({epoch, n, wrong, unit});
        }
    }
    const auto draw = [&](Figure& at, std::size_t i) {
        const Frame& frame = frames[i];
        at.size(480, 400);
        at.panel("epoch " + std::to_string(frame.epoch) + ", (" + words(corners(frame.row, 0)) +
                 ", " + words(corners(frame.row, 1)) +
                 "): " + (frame.wrong ? "wrong, updated" : "right"));
        draw_answers(at, frame.unit);
        at.points({corners(frame.row, 0)}, {corners(frame.row, 1)},
                  {.color = frame.wrong ? Color::vermilion : Color::light_grey,
                   .marker = Marker::circle,
                   .size = 3.2});
        draw_square(at, and_column);
    };
    figure.animate(frames.size(), draw,
                   {.seconds_per_frame = 0.7, .hold = 3, .stills = {3, 7, 11, 23}});
}

void draw_inequalities(Figure& figure)
{
    // The separator of the text, at length 1, and R and γ of AND.
    const Vector u = Vector{2, 2, -3} / std::sqrt(17.0);
    const double gamma = 1 / std::sqrt(17.0);
    const double R = std::sqrt(3.0);
    const std::vector<Vector> history = after_each_mistake(corners, and_column, 20);
    std::vector<double> along, length;
    for (const Vector& v : history) {
        along.push_back(dot(u, v));
        length.push_back(std::sqrt(dot(v, v)));
    }
    figure.function([&](double k) { return R * std::sqrt(k); }, 0, 60,
                    {.label = "R √k", .color = Color::vermilion, .dash = Dash::dashed});
    figure.function([&](double k) { return gamma * k; }, 0, 60,
                    {.label = "γ k", .color = Color::blue, .dash = Dash::solid});
    figure.points(indices(history.size()), length,
                  {.label = "‖v_{k}‖", .color = Color::vermilion, .marker = Marker::open_circle});
    figure.points(indices(history.size()), along,
                  {.label = "u · v_{k}", .color = Color::blue, .marker = Marker::circle});
    figure.vertical(51);
    figure.text(51, 2, "(R/γ)^{2} = 51", {.align = Align::right, .dx = -8});
    figure.x_label("mistakes so far, k");
    figure.y_label("length");
    figure.x_range(0, 60);
    figure.y_range(0, 15);
}

void draw_bounds(Figure& figure)
{
    const Clouds clouds = many_bounds(200);
    figure.log_x();
    figure.log_y();
    figure.points(clouds.bounds, clouds.mistakes,
                  {.label = "a random data set",
                   .color = Color::blue,
                   .marker = Marker::open_circle,
                   .size = 0.8});
    figure.line({1, 2000}, {1, 2000},
                {.label = "mistakes = bound", .color = Color::vermilion, .dash = Dash::dashed});
    figure.x_label("bound (R/γ)^{2}");
    figure.y_label("mistakes made in training");
    figure.x_range(1, 1e5);
    figure.y_range(0.5, 2000);
}

} // namespace

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("Weighted sum", [&] { sums(lab); });
    lab.section("Step activation", [&] { steps(lab); });
    lab.section("The perceptron", [&] { one_perceptron(lab); });
    lab.section("Gates", [&] { gates(lab); });
    lab.section("A batch", [&] { batch(lab); });
    lab.section("Learning rule: OR, row by row", [&] { learning(lab); });
    lab.section("Learning rule: training", [&] { training(lab); });
    lab.section("Convergence", [&] { convergence(lab); });
    lab.section("Convergence on many data sets", [&] { theorem(lab); });
    lab.section("XOR is impossible", [&] { impossible(lab); });

    lab.figure({.name = "line_slope_intercept",
                .caption = "The line y = wx + b with w = ½ and b = 1. The weight is the slope, the "
                           "bias the height at x = 0; the sum changes its sign at −b/w.",
                .alt = "A rising straight line that crosses the y axis at 1 and the x axis at −2; "
                       "a triangle shows that it rises by 1 over a distance of 2.",
                .source = "decks A and B, weights, weighted sum, bias, activation function"},
               draw_line);
    lab.figure({.name = "step_activation",
                .caption = "The step activation. The full point belongs to the graph, the open one "
                           "does not: at exactly 0 the value is 0.",
                .alt = "A graph that is 0 up to and including z = 0 and jumps to 1 right of it.",
                .source = "decks A and B, weights, weighted sum, bias, activation function"},
               draw_step);
    lab.graph({.name = "perceptron_graph",
               .caption = "The AND perceptron at (1, 1): each input times its weight, all added up "
                          "with the bias, and the step of the sum.",
               .alt = "Two inputs with arrows that carry the weights 1 and 1 into a unit z, which "
                      "also gets the bias −1.5; an arrow called step f leads on to the output 1.",
               .source = "decks A and B, perceptron"},
              draw_perceptron);
    lab.figure({.name = "gates",
                .caption = "AND, OR and NAND with their lines; full points must give 1, open ones "
                           "0, and the unit answers 1 on the orange side. Each of the lines tried "
                           "on XOR leaves a point on the wrong side.",
                .alt = "Four unit squares. In the first three a line cuts the corners with 1 from "
                       "those with 0. In the last, XOR's full corners lie on one diagonal and the "
                       "open ones on the other, and none of four dashed lines parts them.",
                .source = "decks A and B, limits of the perceptron"},
               draw_gates);
    lab.figure({.name = "mistakes_per_epoch",
                .caption = "Training from zero weights with η = 1. AND and OR reach an epoch "
                           "without mistakes and stop; XOR never does.",
                .alt = "Mistakes against epochs. OR falls to 0 in epoch 4, AND in epoch 6; XOR "
                       "rises to 4 and stays there.",
                .source = ""},
               draw_mistakes);
    lab.figure({.name = "learning_and",
                .caption = "AND being learned, row by row. The ring marks the row that is looked "
                           "at, red when the answer was wrong; the line is that of the unit after "
                           "the update. The stills are the ends of epochs 1, 2, 3 and 6.",
                .alt = "A line moves about the unit square until the corner (1, 1) alone is on its "
                       "orange side.",
                .source = "",
                .animated = true},
               animate_learning);
    lab.figure({.name = "two_inequalities",
                .caption = "The proof on AND. With every mistake the part of v along the "
                           "separator grows by γ or more, and the length of v is at most R √k. "
                           "Beyond k = 51 the lower curve would be above the upper one.",
                .alt = "A straight line γk and a curve R√k that meet at 51 mistakes; the points "
                       "of the real training end at 10 mistakes, between the two.",
                .source = ""},
               draw_inequalities);
    lab.figure({.name = "mistakes_and_bound",
                .caption = "Random separable rows: mistakes made in training against the bound. "
                           "No point is above the line, and most are far below it.",
                .alt = "A cloud of points in logarithmic scales, all of them below the diagonal.",
                .source = ""},
               draw_bounds);
    return lab.finish();
}
