/// @file
/// The lab of chapter 7: the test functions, batches of a noisy regression, every optimizer's step
/// in numbers, where ε stands, and the races on the valley, Beale's function and the saddle.

#include "optimizers.hpp"

#include "common/math/random.hpp"
#include "common/report/lab.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace optimizers;

namespace {

using Gradient = std::function<Vector(const Vector&)>;
using Path = std::vector<Vector>;

// --- The optimizers, each as a whole run ------------------------------------------------------

enum class Kind { descent, momentum, nesterov, adagrad, rmsprop, adadelta, adam };

const std::vector<Kind> all_kinds{Kind::descent, Kind::momentum, Kind::nesterov, Kind::adagrad,
                                  Kind::rmsprop, Kind::adadelta, Kind::adam};

struct Look {
    const char* name;
    Color color;
    Dash dash;
    Marker marker;
};

Look look(Kind kind)
{
    switch (kind) {
    case Kind::descent: return {"plain descent", Color::black, Dash::solid, Marker::circle};
    case Kind::momentum: return {"momentum", Color::vermilion, Dash::solid, Marker::square};
    case Kind::nesterov: return {"Nesterov", Color::purple, Dash::dashed, Marker::diamond};
    case Kind::adagrad: return {"Adagrad", Color::blue, Dash::solid, Marker::triangle};
    case Kind::rmsprop: return {"RMSProp", Color::sky, Dash::dashed, Marker::inverted_triangle};
    case Kind::adadelta: return {"Adadelta", Color::green, Dash::dash_dot, Marker::open_circle};
    case Kind::adam: return {"Adam", Color::orange, Dash::solid, Marker::open_square};
    }
    return {};
}

constexpr double alpha = 0.9;
constexpr double gamma_rmsprop = 0.9;
constexpr double gamma_adadelta = 0.95;
constexpr double beta_1 = 0.9;
constexpr double beta_2 = 0.999;
constexpr double epsilon = 1e-6;
constexpr double epsilon_adadelta = 1e-4;
constexpr double epsilon_adam = 1e-8;

/// The places after 0, 1, …, `steps` steps.
Path run(Kind kind, const Gradient& gradient, const Vector& start, double eta, std::size_t steps)
{
    const Vector zero = xt::zeros<double>({start.size()});
    Momentum momentum{start, zero};
    Adaptive adaptive{start, zero};
    Adadelta adadelta{start, zero, zero};
    Adam adam{start, zero, zero, zero, 0};
    Path path{start};
    for (std::size_t step = 0; step < steps; ++step) {
        const Vector w = path.back();
        switch (kind) {
        case Kind::descent: path.push_back(descend(w, gradient(w), eta)); break;
        case Kind::momentum:
            momentum = momentum_step(momentum, gradient(w), eta, alpha);
            path.push_back(momentum.w);
            break;
        case Kind::nesterov:
            momentum = nesterov_step(momentum, gradient, eta, alpha);
            path.push_back(momentum.w);
            break;
        case Kind::adagrad:
            adaptive = adagrad_step(adaptive, gradient(w), eta, epsilon, Epsilon::outside);
            path.push_back(adaptive.w);
            break;
        case Kind::rmsprop:
            adaptive =
                rmsprop_step(adaptive, gradient(w), eta, gamma_rmsprop, epsilon, Epsilon::outside);
            path.push_back(adaptive.w);
            break;
        case Kind::adadelta:
            adadelta = adadelta_step(adadelta, gradient(w), eta, gamma_adadelta, epsilon_adadelta);
            path.push_back(adadelta.w);
            break;
        case Kind::adam:
            adam =
                adam_step(adam, gradient(w), eta, beta_1, beta_2, epsilon_adam, Epsilon::outside);
            path.push_back(adam.w);
            break;
        }
    }
    return path;
}

Numbers column(const Path& path, std::size_t i, std::size_t count)
{
    std::vector<double> values;
    for (std::size_t k = 0; k < std::min(count, path.size()); ++k)
        values.push_back(path[k](i));
    return values;
}

Numbers column(const Path& path, std::size_t i)
{
    return column(path, i, path.size());
}

// --- The races ----------------------------------------------------------------------------------

struct Race {
    const char* name;
    double (*f)(const Vector&);
    Gradient gradient;
    Vector start;
    std::vector<double> etas; ///< in the order of all_kinds
    std::size_t steps;
    Plane plane;
    std::vector<double> levels;
    std::vector<double> levels_below;
    Vector goal; ///< the lowest place; empty if there is none
};

Race valley_race()
{
    return {"long valley",
            valley,
            valley_gradient,
            {-0.6, 1.4},
            {0.001, 0.001, 0.001, 0.3, 0.02, 1.0, 0.1},
            240,
            {-1.6, 1.4, -0.6, 1.7, 121},
            {0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0},
            {},
            {1.0, 1.0}};
}

Race beale_race()
{
    return {"Beale's function",
            beale,
            beale_gradient,
            {1.0, 1.5},
            {0.004, 0.004, 0.004, 0.4, 0.05, 2.0, 0.1},
            120,
            {-0.4, 3.8, -2.0, 1.8, 121},
            {0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0},
            {},
            {3.0, 0.5}};
}

Race saddle_race()
{
    return {"saddle",
            saddle,
            saddle_gradient,
            {1.0, 0.0001},
            {0.05, 0.05, 0.05, 0.1, 0.03, 1.0, 0.05},
            60,
            {-1.1, 1.3, -0.5, 2.0, 121},
            {0.01, 0.03, 0.1, 0.3, 1.0},
            {-0.01, -0.03, -0.1, -0.3, -1.0, -3.0},
            {}};
}

std::vector<Path> runs_of(const Race& race)
{
    std::vector<Path> paths;
    for (std::size_t i = 0; i < all_kinds.size(); ++i)
        paths.push_back(run(all_kinds[i], race.gradient, race.start, race.etas[i], race.steps));
    return paths;
}

void draw_map(Figure& figure, const Race& race)
{
    figure.x_label("x");
    figure.y_label("y");
    figure.x_range(race.plane.x_from, race.plane.x_to);
    figure.y_range(race.plane.y_from, race.plane.y_to);
    const Field field = [f = race.f](double x, double y) { return f({x, y}); };
    figure.contour(race.plane, field, race.levels,
                   {.color = Color::light_grey, .dash = Dash::solid, .width = 1.0});
    if (!race.levels_below.empty())
        figure.contour(race.plane, field, race.levels_below,
                       {.color = Color::light_grey, .dash = Dash::dashed, .width = 1.0});
}

/// The map with the first `count` places of all paths.
void draw_race(Figure& figure, const Race& race, const std::vector<Path>& paths, std::size_t count)
{
    draw_map(figure, race);
    figure.legend(Legend::right);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const Look style = look(all_kinds[i]);
        const Path& path = paths[i];
        figure.line(column(path, 0, count), column(path, 1, count),
                    {.label = style.name,
                     .color = style.color,
                     .dash = style.dash,
                     .marker = Marker::none,
                     .width = 2.0});
    }
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const Look style = look(all_kinds[i]);
        const Vector& end = paths[i][std::min(count, paths[i].size()) - 1];
        if (end(0) > race.plane.x_from && end(0) < race.plane.x_to && end(1) > race.plane.y_from &&
            end(1) < race.plane.y_to)
            figure.points({end(0)}, {end(1)},
                          {.color = style.color, .marker = style.marker, .size = 1.3});
    }
    figure.points({race.start(0)}, {race.start(1)},
                  {.color = Color::black, .marker = Marker::cross, .size = 1.4});
    if (race.goal.size() == 2)
        figure.points({race.goal(0)}, {race.goal(1)},
                      {.color = Color::black, .marker = Marker::plus, .size = 1.6});
}

void still(Lab& lab, const FigureMeta& meta, const Race& race)
{
    lab.figure(meta, [race](Figure& figure) {
        figure.size(800, 520);
        draw_race(figure, race, runs_of(race), race.steps + 1);
    });
}

void animation(Lab& lab, const FigureMeta& meta, const Race& race,
               const std::vector<std::size_t>& stills)
{
    lab.figure(meta, [race, stills](Figure& figure) {
        const std::vector<Path> paths = runs_of(race);
        constexpr std::size_t frames = 41;
        figure.animate(frames,
                       [&](Figure& frame, std::size_t i) {
                           const std::size_t step = race.steps * i / (frames - 1);
                           frame.size(680, 440);
                           frame.panel(fmt::format("step {}", step));
                           draw_race(frame, race, paths, step + 1);
                       },
                       {.seconds_per_frame = 0.15, .hold = 2.5, .stills = stills});
    });
}

// --- The noisy regression -----------------------------------------------------------------------

constexpr std::size_t data_rows = 60;

struct Data {
    Matrix X; ///< a column of ones and x
    Vector targets;
};

/// t = 1 + 2x and noise.
Data regression_data()
{
    Random random{17};
    Data data{xt::ones<double>({data_rows, std::size_t{2}}), xt::zeros<double>({data_rows})};
    for (std::size_t n = 0; n < data_rows; ++n) {
        const double x = random.uniform(-1.0, 1.6);
        data.X(n, 1) = x;
        data.targets(n) = 1.0 + 2.0 * x + random.normal(0.0, 0.5);
    }
    return data;
}

double regression_error(const Data& data, const Vector& w)
{
    return 0.5 * xt::mean(xt::square(matvec(data.X, w) - data.targets))();
}

std::vector<std::size_t> all_rows(std::size_t N)
{
    std::vector<std::size_t> rows;
    for (std::size_t n = 0; n < N; ++n)
        rows.push_back(n);
    return rows;
}

/// The lowest error there is, by many steps of batch descent.
Vector regression_best(const Data& data)
{
    Vector w{0.0, 0.0};
    for (int step = 0; step < 2000; ++step)
        w = descend(w, batch_gradient(w, data.X, data.targets, all_rows(data_rows)), 0.5);
    return w;
}

/// The places after every update, a new order for every epoch.
Path regression_path(const Data& data, int batch_size, double eta, double decay,
                     std::size_t updates, std::uint64_t seed = 5)
{
    Random random{seed};
    Path path{Vector{-1.0, 4.0}};
    while (path.size() <= updates) {
        for (const auto& rows : batches(random.permutation(data_rows), batch_size)) {
            const double rate = decayed(eta, decay, static_cast<int>(path.size()) - 1);
            path.push_back(descend(path.back(),
                                   batch_gradient(path.back(), data.X, data.targets, rows), rate));
            if (path.size() > updates)
                break;
        }
    }
    return path;
}

// --- The worked example of the text -------------------------------------------------------------

const Vector text_w{0.5, -0.3};
const Vector text_gradient{0.4, -0.2};
const Matrix text_X{{1.0, 0.5}, {1.0, -1.0}, {1.0, 2.0}, {1.0, 1.5}, {1.0, -0.5}};
const Vector text_targets{1.2, -0.4, 2.9, 2.1, 0.4};
const Vector text_line{0.3, 0.5};
const std::vector<std::size_t> text_order{3, 0, 4, 2, 1};

Gradient bowl_slopes(double kappa)
{
    return [kappa](const Vector& w) { return bowl_gradient(w, kappa); };
}

/// Slopes from differences, which know no formula.
Vector differences(const std::function<double(const Vector&)>& f, const Vector& w)
{
    Vector slopes = w;
    for (std::size_t i = 0; i < w.size(); ++i) {
        Vector above = w, below = w;
        above(i) += 1e-5;
        below(i) -= 1e-5;
        slopes(i) = (f(above) - f(below)) / 2e-5;
    }
    return slopes;
}

std::string named(const std::vector<std::size_t>& rows)
{
    std::string text;
    for (std::size_t n : rows)
        text += (text.empty() ? "" : ", ") + std::to_string(n);
    return text;
}

/// The first step of Adagrad from w = 0, without its sign, in units of η.
double first_adagrad_step(double slope, double eps, Epsilon place)
{
    const Vector zero{0.0};
    return -adagrad_step({zero, zero}, Vector{slope}, 1.0, eps, place).w(0);
}

double first_adam_step(double slope, double eps, Epsilon place)
{
    const Vector zero{0.0};
    return -adam_step({zero, zero, zero, zero, 0}, Vector{slope}, 1.0, beta_1, beta_2, eps, place)
                .w(0);
}

double first_keras_adam_step(double slope, double eps)
{
    const Vector zero{0.0};
    return -keras_adam_step({zero, zero, zero, zero, 0}, Vector{slope}, 1.0, beta_1, beta_2, eps,
                            0.0, false)
                .w(0);
}

} // namespace

int main(int argc, char** argv)
{
    Lab lab{argc, argv};

    lab.section("The test functions", [&] {
        auto table = lab.table("test_functions", {"function",
                                                  "(x, y)",
                                                  {"f", "%.6f"},
                                                  {"∂f/∂x", "%.6f"},
                                                  {"∂f/∂y", "%.6f"},
                                                  {"by differences, off", "%.0e"}});
        const auto row = [&](const char* name, const Vector& w, const Vector& slopes,
                             const std::function<double(const Vector&)>& f) {
            table.row(name, w, f(w), slopes(0), slopes(1),
                      xt::amax(xt::abs(slopes - differences(f, w)))());
        };
        row("long valley", {-0.5, 0.8}, valley_gradient({-0.5, 0.8}), valley);
        row("bowl, κ = 25", {0.5, -0.3}, bowl_gradient({0.5, -0.3}, 25.0),
            [](const Vector& w) { return bowl(w, 25.0); });
        row("Beale", {2.0, 0.5}, beale_gradient({2.0, 0.5}), beale);
        row("saddle", {0.5, -0.3}, saddle_gradient({0.5, -0.3}), saddle);
    });

    lab.section("Batches", [&] {
        auto table =
            lab.table("text_batches",
                      {"batch", "rows", {"∂E/∂w1", "%.6f"}, {"∂E/∂w2", "%.6f"}, "weight |B|/N"});
        const Batches parts = batches(text_order, 2);
        Vector plain{0.0, 0.0};
        for (std::size_t k = 0; k < parts.size(); ++k) {
            const Vector slopes = batch_gradient(text_line, text_X, text_targets, parts[k]);
            plain = plain + slopes / static_cast<double>(parts.size());
            table.row(fmt::format("{}", k + 1), named(parts[k]), slopes(0), slopes(1),
                      static_cast<double>(parts[k].size()) / 5.0);
        }
        const Vector mean = mean_gradient(text_line, text_X, text_targets, parts);
        const Vector full = batch_gradient(text_line, text_X, text_targets, all_rows(5));
        table.row("weighted mean", "", mean(0), mean(1), "");
        table.row("all rows at once", named(all_rows(5)), full(0), full(1), "");
        table.row("mean without weights", "", plain(0), plain(1), "");

        auto epochs = lab.table("text_epochs", {"method",
                                                "batch size",
                                                "updates",
                                                {"w1 after one epoch", "%.12f"},
                                                {"w2 after one epoch", "%.12f"}});
        for (const auto& [name, size] :
             {std::pair{"batch", 5}, {"mini-batch", 2}, {"stochastic", 1}}) {
            const Vector w = epoch(text_line, text_X, text_targets, text_order, size, 0.1);
            epochs.row(name, size, batches(text_order, size).size(), w(0), w(1));
        }
    });

    lab.section("The mini-batch gradient is unbiased", [&] {
        const Data data = regression_data();
        const Vector w{0.0, 1.0};
        const Vector full = batch_gradient(w, data.X, data.targets, all_rows(data_rows));
        lab.value("full_gradient_1", full(0), "%.4f");
        lab.value("full_gradient_2", full(1), "%.4f");
        auto table = lab.table("unbiased", {"batch size",
                                            "batches drawn",
                                            {"mean ∂E/∂w1", "%.4f"},
                                            {"mean ∂E/∂w2", "%.4f"},
                                            {"spread of ∂E/∂w1", "%.4f"},
                                            {"spread · √|B|", "%.4f"}});
        Random random{3};
        for (std::size_t size : {1, 2, 5, 10, 20}) {
            constexpr std::size_t drawn = 6000;
            Vector sum{0.0, 0.0};
            double squares = 0.0;
            for (std::size_t k = 0; k < drawn; ++k) {
                // Drawn with repeats, so that the spread is exactly that of |B| single rows.
                std::vector<std::size_t> rows;
                for (std::size_t i = 0; i < size; ++i)
                    rows.push_back(random.index(data_rows));
                const Vector slopes = batch_gradient(w, data.X, data.targets, rows);
                sum = sum + slopes;
                squares += slopes(0) * slopes(0);
            }
            const Vector mean = sum / static_cast<double>(drawn);
            const double spread =
                std::sqrt(squares / static_cast<double>(drawn) - mean(0) * mean(0));
            table.row(size, drawn, mean(0), mean(1), spread,
                      spread * std::sqrt(static_cast<double>(size)));
        }
    });

    lab.section("Noise and decay", [&] {
        const Data data = regression_data();
        const double lowest = regression_error(data, regression_best(data));
        lab.value("regression_lowest", lowest, "%.6f");
        auto table = lab.table(
            "sgd_decay", {"method", "η", "decay", {"E − lowest E, mean of the last 500", "%.2e"}});
        const auto row = [&](const char* name, int size, double decay) {
            const Path path = regression_path(data, size, 0.2, decay, 3000);
            double sum = 0.0;
            for (std::size_t k = path.size() - 500; k < path.size(); ++k)
                sum += regression_error(data, path[k]) - lowest;
            table.row(name, 0.2, decay, std::max(sum / 500.0, 0.0) < 1e-12 ? 0.0 : sum / 500.0);
        };
        row("batch", static_cast<int>(data_rows), 0.0);
        row("mini-batch of 10", 10, 0.0);
        row("stochastic", 1, 0.0);
        row("stochastic", 1, 0.01);
        row("stochastic", 1, 0.1);
    });

    lab.section("Momentum", [&] {
        auto table = lab.table("momentum_sum", {"α", "1/(1 − α)", "weight at age 1", "at age 10",
                                                "at age 50", "steps until below 0.05"});
        for (double a : {0.5, 0.9, 0.99})
            table.row(a, 1.0 / (1.0 - a), a, std::pow(a, 10.0), std::pow(a, 50.0),
                      static_cast<int>(std::ceil(std::log(0.05) / std::log(a))));

        auto bowls = lab.table("momentum_bowl",
                               {"step", "x, descent", "y, descent", "x, momentum", "y, momentum"});
        const Gradient slopes = bowl_slopes(25.0);
        Vector w{-4.0, 1.0};
        Momentum state{w, {0.0, 0.0}};
        for (int step = 0; step <= 30; ++step) {
            if (step % 10 == 0 || step == 5)
                bowls.row(step, w(0), w(1), state.w(0), state.w(1));
            w = descend(w, slopes(w), 0.07);
            state = momentum_step(state, slopes(state.w), 0.07, 0.5);
        }
    });

    lab.section("Erratum 8: the gradient counted twice", [&] {
        auto table = lab.table("erratum_8", {"step",
                                             {"velocity", "%.4f"},
                                             {"right: w − v", "%.4f"},
                                             {"deck E: w − (v + α ∂C/∂w)", "%.4f"},
                                             "ratio of the steps"});
        // The slope is 1 throughout; deck E's α is our η, its r our α, its v our −v.
        double right = 0.0, deck = 0.0;
        Matrix gradients = xt::zeros<double>({std::size_t{60}, std::size_t{1}});
        gradients += 1.0;
        for (std::size_t t = 1; t <= 60; ++t) {
            const Matrix past = xt::view(gradients, xt::range(std::size_t{0}, t), xt::all());
            const double v = -velocity_of_past(past, 0.1, 0.9)(0);
            right -= v;
            deck -= v + 0.1;
            if (t <= 3 || t == 10 || t == 60)
                table.row(t, v, right, deck, (v + 0.1) / v);
        }

        const Gradient slopes = bowl_slopes(25.0);
        auto bowls =
            lab.table("erratum_8_bowl", {"step", {"f, right", "%.3e"}, {"f, deck E", "%.3e"}});
        Momentum state{{-4.0, 1.0}, {0.0, 0.0}};
        Momentum twice = state;
        for (int step = 0; step <= 40; ++step) {
            if (step % 10 == 0)
                bowls.row(step, bowl(state.w, 25.0), bowl(twice.w, 25.0));
            state = momentum_step(state, slopes(state.w), 0.11, 0.5);
            const Vector gradient = slopes(twice.w);
            twice = momentum_step(twice, gradient, 0.11, 0.5);
            twice.w = twice.w - 0.11 * gradient;
        }
    });

    lab.section("Nesterov", [&] {
        // Both forms side by side: Keras' parameters are the places ahead.
        const Gradient slopes = bowl_slopes(25.0);
        Momentum paper{{-4.0, 1.0}, {0.0, 0.0}};
        Momentum keras = paper;
        double largest = 0.0;
        for (int step = 0; step < 50; ++step) {
            paper = nesterov_step(paper, slopes, 0.02, 0.9);
            keras = keras_nesterov_step(keras, slopes(keras.w), 0.02, 0.9);
            largest = std::max(largest, xt::amax(xt::abs(look_ahead(paper, 0.9) - keras.w))());
        }
        lab.value("nesterov_forms", largest, "%.1e");
    });

    lab.section("One step of each, on the numbers of the text", [&] {
        auto table = lab.table("text_steps", {"step", {"w1", "%.12f"}, {"w2", "%.12f"}});
        const auto row = [&](const char* name, const Vector& w) { table.row(name, w(0), w(1)); };
        const Momentum momentum{text_w, {0.1, -0.05}};
        const Adaptive adaptive{text_w, {0.09, 0.01}};
        const Adam adam{text_w, {0.07, -0.03}, {0.0003, 0.0001}, {0.0005, 0.0001}, 2};
        row("descent", descend(text_w, text_gradient, 0.1));
        row("momentum", momentum_step(momentum, text_gradient, 0.1, 0.9).w);
        row("Nesterov, on the bowl, η = 0.02",
            nesterov_step(momentum, bowl_slopes(25.0), 0.02, 0.9).w);
        row("Nesterov, in Keras", keras_nesterov_step(momentum, text_gradient, 0.1, 0.9).w);
        row("Adagrad, ε inside",
            adagrad_step(adaptive, text_gradient, 0.1, 1e-6, Epsilon::inside).w);
        row("Adagrad, ε outside",
            adagrad_step(adaptive, text_gradient, 0.1, 1e-6, Epsilon::outside).w);
        row("RMSProp, ε inside",
            rmsprop_step(adaptive, text_gradient, 0.1, 0.9, 1e-6, Epsilon::inside).w);
        row("RMSProp, ε outside",
            rmsprop_step(adaptive, text_gradient, 0.1, 0.9, 1e-6, Epsilon::outside).w);
        const Adadelta adadelta{text_w, {0.09, 0.01}, {0.0004, 0.0009}};
        row("Adadelta, η = 1", adadelta_step(adadelta, text_gradient, 1.0, 0.95, 1e-6).w);
        row("Adam, ε inside",
            adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-8, Epsilon::inside).w);
        row("Adam, ε outside",
            adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-8, Epsilon::outside).w);
        row("Adam in Keras, decay 0.05",
            keras_adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-7, 0.05, false).w);
        row("the same with AMSGrad",
            keras_adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-7, 0.05, true).w);
    });

    lab.section("Erratum 7: where ε stands", [&] {
        auto table = lab.table("erratum_7", {{"|∇|", "%.0e"},
                                             {"formula: |∇|/√(∇² + ε)", "%.6f"},
                                             {"code: |∇|/(√∇² + ε)", "%.6f"},
                                             {"code / formula", "%.4g"}});
        for (double slope : {1.0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7}) {
            const double inside = first_adagrad_step(slope, 1e-6, Epsilon::inside);
            const double outside = first_adagrad_step(slope, 1e-6, Epsilon::outside);
            table.row(slope, inside, outside, outside / inside);
        }

        auto bowls = lab.table(
            "erratum_7_run", {"steps", {"w, ε inside the root", "%.3e"}, {"w, ε outside", "%.3e"}});
        // f = ½ c w² with a small curvature: gradients of 1e-4 and less.
        const double curvature = 1e-4;
        Adaptive inside{Vector{1.0}, Vector{0.0}};
        Adaptive outside = inside;
        for (int step = 0; step <= 1000; ++step) {
            if (step == 0 || step == 10 || step == 100 || step == 1000)
                bowls.row(step, inside.w(0), outside.w(0));
            inside = adagrad_step(inside, curvature * inside.w, 0.1, 1e-6, Epsilon::inside);
            outside = adagrad_step(outside, curvature * outside.w, 0.1, 1e-6, Epsilon::outside);
        }

        auto adams = lab.table("epsilon_adam", {{"|∇|", "%.0e"},
                                                {"slides: √(ĝ + ε)", "%.6f"},
                                                {"paper, PyTorch: √ĝ + ε", "%.6f"},
                                                {"Keras, TensorFlow: √g + ε", "%.6f"}});
        for (double slope : {1.0, 1e-2, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9})
            adams.row(slope, first_adam_step(slope, 1e-8, Epsilon::inside),
                      first_adam_step(slope, 1e-8, Epsilon::outside),
                      first_keras_adam_step(slope, 1e-8));
    });

    lab.section("Adagrad's sum and RMSProp's average", [&] {
        auto table = lab.table(
            "shrinking",
            {"step", {"Adagrad: η / (√g + ε)", "%.5f"}, {"RMSProp: η / (√g + ε)", "%.5f"}});
        Adaptive sum{Vector{0.0}, Vector{0.0}};
        Adaptive average = sum;
        for (int step = 1; step <= 10000; ++step) {
            sum = adagrad_step(sum, Vector{1.0}, 0.1, epsilon, Epsilon::outside);
            average = rmsprop_step(average, Vector{1.0}, 0.1, 0.9, epsilon, Epsilon::outside);
            if (step == 1 || step == 10 || step == 100 || step == 1000 || step == 10000)
                table.row(step, 0.1 / root(sum.g, epsilon, Epsilon::outside)(0),
                          0.1 / root(average.g, epsilon, Epsilon::outside)(0));
        }
    });

    lab.section("Adam's correction", [&] {
        auto table = lab.table("adam_first_steps", {"t",
                                                    {"m", "%.6f"},
                                                    {"m̂", "%.6f"},
                                                    {"g", "%.6f"},
                                                    {"ĝ", "%.6f"},
                                                    {"step / η", "%.4f"},
                                                    {"step / η without correction", "%.4f"}});
        Adam state{Vector{0.0}, Vector{0.0}, Vector{0.0}, Vector{0.0}, 0};
        for (int t = 1; t <= 1000; ++t) {
            const double before = state.w(0);
            state =
                adam_step(state, Vector{1.0}, 0.01, beta_1, beta_2, epsilon_adam, Epsilon::outside);
            if (t <= 3 || t == 10 || t == 100 || t == 1000)
                table.row(t, state.m(0), corrected(state.m, beta_1, t)(0), state.g(0),
                          corrected(state.g, beta_2, t)(0), (before - state.w(0)) / 0.01,
                          state.m(0) / (std::sqrt(state.g(0)) + epsilon_adam));
        }
    });

    lab.section("AMSGrad", [&] {
        // One large gradient among small ones: the average forgets it, the maximum does not.
        auto table = lab.table("amsgrad", {"step",
                                           "∇",
                                           {"g", "%.5f"},
                                           {"g_max", "%.5f"},
                                           {"step of Adam / η", "%.4f"},
                                           {"step of AMSGrad / η", "%.4f"}});
        Adam plain{Vector{0.0}, Vector{0.0}, Vector{0.0}, Vector{0.0}, 0};
        Adam largest = plain;
        for (int t = 1; t <= 60; ++t) {
            const Vector slope{t == 5 ? 10.0 : 0.1};
            const Adam before = plain, before_largest = largest;
            plain = keras_adam_step(plain, slope, 0.01, 0.9, 0.9, 1e-7, 0.0, false);
            largest = keras_adam_step(largest, slope, 0.01, 0.9, 0.9, 1e-7, 0.0, true);
            if (t == 4 || t == 5 || t == 10 || t == 30 || t == 60)
                table.row(t, slope(0), plain.g(0), largest.g_max(0),
                          (before.w(0) - plain.w(0)) / 0.01,
                          (before_largest.w(0) - largest.w(0)) / 0.01);
        }
    });

    lab.section("The races", [&] {
        auto rates = lab.table("race_rates", {"", "long valley", "Beale's function", "saddle"});
        const Race races[] = {valley_race(), beale_race(), saddle_race()};
        rates.row("start (x, y)", races[0].start, races[1].start, races[2].start);
        rates.row("steps", races[0].steps, races[1].steps, races[2].steps);
        for (std::size_t i = 0; i < all_kinds.size(); ++i)
            rates.row(fmt::format("η of {}", look(all_kinds[i]).name), races[0].etas[i],
                      races[1].etas[i], races[2].etas[i]);
        auto ends = lab.table("race_results", {"optimizer",
                                               {"valley, f at the end", "%.2e"},
                                               {"Beale, f at the end", "%.2e"},
                                               {"saddle, first step with |y| > 1", "%.0f"}});
        std::vector<std::vector<Path>> paths;
        for (const Race& race : races)
            paths.push_back(runs_of(race));
        for (std::size_t i = 0; i < all_kinds.size(); ++i) {
            const Path& on_saddle = paths[2][i];
            const auto left = std::find_if(on_saddle.begin(), on_saddle.end(),
                                           [](const Vector& w) { return std::abs(w(1)) > 1.0; });
            const auto step = left - on_saddle.begin();
            ends.row(look(all_kinds[i]).name, valley(paths[0][i].back()), beale(paths[1][i].back()),
                     left == on_saddle.end() ? std::string("not in 60") : std::to_string(step));
        }
        const auto farthest = [](const Path& path, std::size_t i, bool largest) {
            double value = path.front()(i);
            for (const Vector& w : path)
                value = largest ? std::max(value, w(i)) : std::min(value, w(i));
            return value;
        };
        lab.value("valley_momentum_low", farthest(paths[0][1], 1, false), "%.2f");
        lab.value("beale_momentum_low", farthest(paths[1][1], 1, false), "%.2f");
        lab.value("beale_momentum_right", farthest(paths[1][1], 0, true), "%.2f");
        lab.value("beale_nesterov_low", farthest(paths[1][2], 1, false), "%.2f");
        lab.value("saddle_momentum_left", farthest(paths[2][1], 0, false), "%.2f");
        lab.value("saddle_descent_y", paths[2][0].back()(1), "%.4f");
    });

    // --- Figures --------------------------------------------------------------------------------

    lab.figure(
        {.name = "test_functions",
         .caption = "The three test functions, with their lowest places (+). Lines of equal value "
                    "in steps of about 3, 10, 30, …; on the saddle they are dashed below 0.",
         .alt = "Three contour maps: a bent narrow valley with its lowest place at (1, 1), "
                "Beale's function with steep corners and a flat floor around (3, 0.5), and the "
                "crossed hyperbolas of the saddle.",
         .source = "article D, comparisons \"Long valley\", \"Beale's Function\" and "
                   "\"Saddle Point\""},
        [&](Figure& figure) {
            figure.size(1080, 380);
            figure.grid(1, 3);
            for (const Race& race : {valley_race(), beale_race(), saddle_race()}) {
                figure.panel(race.name);
                figure.legend(Legend::none);
                figure.x_label("x");
                figure.y_label("y");
                const Plane plane{race.plane.x_from, race.plane.x_to, race.plane.y_from,
                                  race.plane.y_to, 121};
                figure.x_range(plane.x_from, plane.x_to);
                figure.y_range(plane.y_from, plane.y_to);
                const Field field = [f = race.f](double x, double y) { return f({x, y}); };
                figure.contour(plane, field, race.levels,
                               {.color = Color::blue, .dash = Dash::solid, .width = 1.2});
                if (!race.levels_below.empty())
                    figure.contour(plane, field, race.levels_below,
                                   {.color = Color::vermilion, .dash = Dash::dashed, .width = 1.2});
                if (race.goal.size() == 2)
                    figure.points({race.goal(0)}, {race.goal(1)},
                                  {.color = Color::black, .marker = Marker::plus, .size = 1.6});
            }
        });

    lab.figure(
        {.name = "descent_sgd_mini_batch",
         .caption = "The error of the noisy regression over its two weights, and the ways of "
                    "batch descent (40 updates on all 60 rows), mini-batches of 10 (40 updates) "
                    "and SGD (80 updates of one row), all with η = 0.3. The fewer rows, the "
                    "rougher the way.",
         .alt = "Ellipses of equal error around the lowest place near (1, 2). Batch descent goes "
                "there on a smooth curve, mini-batches on a slightly shaky one, SGD zigzags and "
                "wanders around the lowest place.",
         .source = "decks A and B, SGD; deck C, batch, stochastic and mini-batch descent; article "
                   "D, convergence of the three"},
        [&](Figure& figure) {
            const Data data = regression_data();
            const Vector best = regression_best(data);
            const double lowest = regression_error(data, best);
            const Plane plane{-1.6, 2.4, 0.6, 4.4, 101};
            figure.size(720, 500);
            figure.x_label("w_{1} (bias)");
            figure.y_label("w_{2} (slope)");
            figure.x_range(plane.x_from, plane.x_to);
            figure.y_range(plane.y_from, plane.y_to);
            figure.legend(Legend::right);
            std::vector<double> levels;
            for (double above : {0.01, 0.03, 0.1, 0.3, 1.0, 3.0})
                levels.push_back(lowest + above);
            figure.contour(plane,
                           [&](double a, double b) { return regression_error(data, {a, b}); },
                           levels, {.color = Color::light_grey, .dash = Dash::solid, .width = 1.0});
            const Path sgd = regression_path(data, 1, 0.3, 0.0, 80);
            const Path mini = regression_path(data, 10, 0.3, 0.0, 40);
            const Path batch = regression_path(data, 60, 0.3, 0.0, 40);
            figure.line(
                column(sgd, 0), column(sgd, 1),
                {.label = "SGD", .color = Color::orange, .dash = Dash::solid, .width = 1.2});
            figure.line(column(mini, 0), column(mini, 1),
                        {.label = "mini-batch", .color = Color::blue, .dash = Dash::dashed});
            figure.line(column(batch, 0), column(batch, 1),
                        {.label = "batch",
                         .color = Color::black,
                         .dash = Dash::solid,
                         .marker = Marker::circle,
                         .width = 2.0,
                         .size = 0.7});
            figure.points({best(0)}, {best(1)},
                          {.color = Color::vermilion, .marker = Marker::plus, .size = 1.8});
        });

    lab.figure(
        {.name = "noisy_loss",
         .caption = "How far the error is above the lowest one, η = 0.2. Left, update by update: "
                    "all three fall alike, but SGD and mini-batches come to rest on a floor of "
                    "noise, which decay (d = 0.1) lowers. Right, the same against the number of "
                    "rows read, which is what an update costs: SGD is down before batch descent "
                    "has made its second step.",
         .alt = "Two panels with logarithmic axes. Left: batch falls out of the picture, "
                "mini-batch stays near 3·10⁻⁴, SGD near 10⁻², SGD with decay sinks slowly. Right: "
                "the curves of SGD lie far to the left of those of mini-batch and batch.",
         .source = "decks A and B, SGD: faster, but with large swings; deck C; article D"},
        [&](Figure& figure) {
            const Data data = regression_data();
            const double lowest = regression_error(data, regression_best(data));
            figure.size(1000, 430);
            figure.grid(1, 2);
            constexpr std::size_t updates = 1000;
            struct Run {
                const char* label;
                int size;
                double decay;
                Color color;
                Dash dash;
            };
            const Run runs[] = {{"SGD", 1, 0.0, Color::orange, Dash::solid},
                                {"mini-batch of 10", 10, 0.0, Color::blue, Dash::solid},
                                {"batch", 60, 0.0, Color::black, Dash::solid},
                                {"SGD with decay", 1, 0.1, Color::vermilion, Dash::solid}};
            for (bool by_rows : {false, true}) {
                figure.panel(by_rows ? "by rows read" : "by updates");
                figure.x_label(by_rows ? "rows read" : "update");
                figure.y_label("E − lowest E");
                figure.log_x();
                figure.log_y();
                figure.x_range(1.0, by_rows ? 1e4 : 1e3);
                figure.y_range(1e-6, 10.0);
                figure.legend(Legend::above);
                for (const Run& one : runs) {
                    const Path path = regression_path(data, one.size, 0.2, one.decay, updates);
                    std::vector<double> x, y;
                    for (std::size_t k = 1; k < path.size(); ++k) {
                        // Every update at first, then ever fewer, evenly on the axis.
                        if (k > 60 && k % (k / 30) != 0)
                            continue;
                        x.push_back(static_cast<double>(k) * (by_rows ? one.size : 1));
                        y.push_back(std::max(regression_error(data, path[k]) - lowest, 1e-12));
                    }
                    figure.line(x, y,
                                {.label = by_rows ? "" : one.label,
                                 .color = one.color,
                                 .dash = one.dash,
                                 .width = 1.6});
                }
            }
        });

    lab.figure(
        {.name = "momentum_paths",
         .caption = "Thirty steps in the bowl ½ (x² + 25 y²), η = 0.07, without momentum and with "
                    "α = 0.5. Across the valley the slopes change their sign and cancel in v; "
                    "along it they agree and add up.",
         .alt = "Two contour maps of a long bowl. Left the path zigzags across the valley and is "
                "still on its way; right it swings a little and reaches the middle.",
         .source = "decks A and B, momentum SGD; deck C, SGD and descent with momentum"},
        [&](Figure& figure) {
            figure.size(1000, 400);
            figure.grid(1, 2);
            const Gradient slopes = bowl_slopes(25.0);
            for (double share : {0.0, 0.5}) {
                figure.panel(share == 0.0 ? "without momentum" : "with momentum, α = 0.5");
                figure.x_label("x");
                figure.y_label("y");
                figure.legend(Legend::none);
                const Plane plane{-4.5, 1.0, -1.2, 1.2, 101};
                figure.x_range(plane.x_from, plane.x_to);
                figure.y_range(plane.y_from, plane.y_to);
                figure.contour(plane, [](double x, double y) { return bowl({x, y}, 25.0); },
                               {0.03, 0.1, 0.3, 1.0, 3.0, 10.0},
                               {.color = Color::light_grey, .dash = Dash::solid, .width = 1.0});
                Momentum state{{-4.0, 1.0}, {0.0, 0.0}};
                Path path{state.w};
                for (int step = 0; step < 30; ++step) {
                    state = momentum_step(state, slopes(state.w), 0.07, share);
                    path.push_back(state.w);
                }
                figure.line(column(path, 0), column(path, 1),
                            {.color = share == 0.0 ? Color::black : Color::vermilion,
                             .dash = Dash::solid,
                             .marker = Marker::circle,
                             .width = 1.6,
                             .size = 0.7});
                figure.points({0.0}, {0.0},
                              {.color = Color::blue, .marker = Marker::plus, .size = 1.8});
            }
        });

    lab.figure(
        {.name = "momentum_weights",
         .caption = "The weight that a gradient still has in v after k more steps, αᵏ. The "
                    "weights add up to 1/(1 − α): 2, 10 and 100.",
         .alt = "Three falling curves over the age of a gradient: for α = 0.5 next to nothing "
                "after 5 steps, for 0.9 after 40, for 0.99 still 0.6 after 50.",
         .source = "deck E: old changes count little, new ones much, by powers of r"},
        [&](Figure& figure) {
            figure.x_label("age of the gradient, in steps");
            figure.y_label("weight in v");
            figure.y_range(0.0, 1.05);
            figure.x_range(-0.5, 50.0);
            for (const auto& [share, color, marker] : {std::tuple{0.5, Color::blue, Marker::circle},
                                                       {0.9, Color::vermilion, Marker::square},
                                                       {0.99, Color::green, Marker::triangle}}) {
                // The velocity after one slope of −1 and then nothing but flat ground.
                std::vector<double> weights;
                for (std::size_t age = 0; age <= 50; ++age) {
                    Matrix past = xt::zeros<double>({age + 1, std::size_t{1}});
                    past(0, 0) = -1.0;
                    weights.push_back(velocity_of_past(past, 1.0, share)(0));
                }
                figure.line(indices(51), weights,
                            {.label = fmt::format("α = {}", share),
                             .color = color,
                             .dash = Dash::solid,
                             .marker = marker,
                             .width = 1.2,
                             .size = 0.6});
            }
        });

    lab.figure(
        {.name = "nesterov_look_ahead",
         .caption = "One step from the same w with the same v. Momentum adds the slope of the old "
                    "place to α v and shoots across the valley floor (y = 0). Nesterov first goes "
                    "to w + α v and asks there: the slope already points back.",
         .alt = "Two panels with arrows over the contours of a bowl. Left: an arrow α v from w, "
                "then a long arrow −η ∇f(w) that ends far below the middle. Right: the same arrow "
                "α v, then a short arrow −η ∇f(w + α v) that ends near the middle line.",
         .source = "article D, NAG momentum"},
        [&](Figure& figure) {
            figure.size(1000, 430);
            figure.grid(1, 2);
            const Gradient slopes = bowl_slopes(4.0);
            const Momentum state{{-3.0, 1.0}, {1.5, -1.2}};
            const double eta = 0.25;
            const Vector ahead = look_ahead(state, 0.9);
            for (bool nesterov : {false, true}) {
                const Vector slope = slopes(nesterov ? ahead : state.w);
                const Vector end = nesterov ? nesterov_step(state, slopes, eta, 0.9).w
                                            : momentum_step(state, slope, eta, 0.9).w;
                figure.panel(nesterov ? "Nesterov" : "momentum");
                figure.x_label("x");
                figure.y_label("y");
                figure.legend(Legend::none);
                const Plane plane{-3.6, 0.4, -1.6, 1.5, 81};
                figure.x_range(plane.x_from, plane.x_to);
                figure.y_range(plane.y_from, plane.y_to);
                figure.contour(plane, [](double x, double y) { return bowl({x, y}, 4.0); },
                               {0.1, 0.3, 1.0, 2.0, 4.0, 8.0},
                               {.color = Color::light_grey, .dash = Dash::solid, .width = 1.0});
                figure.arrow(state.w(0), state.w(1), ahead(0), ahead(1),
                             {.color = Color::blue, .width = 2.5});
                figure.arrow(ahead(0), ahead(1), end(0), end(1),
                             {.color = Color::vermilion, .width = 2.5});
                figure.arrow(state.w(0), state.w(1), end(0), end(1),
                             {.color = Color::black, .dash = Dash::dashed, .width = 1.5});
                figure.points({state.w(0), end(0)}, {state.w(1), end(1)},
                              {.color = Color::black, .marker = Marker::circle});
                figure.text(state.w(0), state.w(1), "w", {.dx = -12, .dy = 10, .size = 1.2});
                // Beside the arrow, on the side where the dashed one is not.
                figure.text(0.5 * (state.w(0) + ahead(0)), 0.5 * (state.w(1) + ahead(1)), "α v",
                            {.align = nesterov ? Align::right : Align::left,
                             .color = Color::blue,
                             .dx = nesterov ? -10.0 : 10.0,
                             .dy = nesterov ? -12.0 : 12.0,
                             .size = 1.2});
                figure.text(0.5 * (ahead(0) + end(0)), 0.5 * (ahead(1) + end(1)),
                            nesterov ? "−η ∇f(w + α v)" : "−η ∇f(w)",
                            {.align = Align::left,
                             .color = Color::vermilion,
                             .dx = nesterov ? -20.0 : 12.0,
                             .dy = nesterov ? -24.0 : 10.0,
                             .size = 1.2});
                figure.text(
                    end(0), end(1), "w + v′",
                    {.align = Align::left, .dx = 12, .dy = nesterov ? 6.0 : -10.0, .size = 1.2});
            }
        });

    lab.figure(
        {.name = "shrinking_rate",
         .caption = "The factor before the gradient, η / (√g + ε), when the gradient is about 1 "
                    "in every step, with η = 0.1. Adagrad's sum grows without end and the steps "
                    "die down like 1/√t; RMSProp's average forgets and the steps stay near η.",
         .alt = "Logarithmic axes: a straight falling line for Adagrad from 0.1 to 0.001 after "
                "10000 steps, and a shaky level line near 0.1 for RMSProp.",
         .source = "decks A and B, the drawback of Adagrad and what RMSProp mends"},
        [&](Figure& figure) {
            figure.x_label("step");
            figure.y_label("η / (√g + ε)");
            figure.log_x();
            figure.log_y();
            figure.x_range(1.0, 1e4);
            figure.y_range(5e-4, 1.0);
            Random random{2};
            Adaptive sum{Vector{0.0}, Vector{0.0}};
            Adaptive average = sum;
            std::vector<double> steps, of_sum, of_average;
            for (int step = 1; step <= 10000; ++step) {
                const Vector slope{random.normal(1.0, 0.3)};
                sum = adagrad_step(sum, slope, 0.1, epsilon, Epsilon::outside);
                average = rmsprop_step(average, slope, 0.1, 0.9, epsilon, Epsilon::outside);
                if (step > 60 && step % (step / 30) != 0)
                    continue;
                steps.push_back(step);
                of_sum.push_back(0.1 / root(sum.g, epsilon, Epsilon::outside)(0));
                of_average.push_back(0.1 / root(average.g, epsilon, Epsilon::outside)(0));
            }
            figure.line(steps, of_sum, {.label = "Adagrad", .color = Color::blue});
            figure.line(steps, of_average,
                        {.label = "RMSProp, γ = 0.9", .color = Color::vermilion, .width = 1.4});
        });

    lab.figure(
        {.name = "epsilon_place",
         .caption = "The first step of Adagrad in units of η, against the size of the gradient, ε "
                    "= 10⁻⁶. Inside the root ε rules as soon as |∇| is below √ε = 10⁻³, "
                    "outside only below 10⁻⁶; in between the code takes up to hundreds of "
                    "times the formula's step.",
         .alt = "Two curves on logarithmic axes, both 1 for large gradients. The one with ε "
                "inside bends down at 10⁻³, the one with ε outside at 10⁻⁶.",
         .source = "decks A and B, Adagrad: formula and code (erratum 7)"},
        [&](Figure& figure) {
            figure.x_label("|∇|");
            figure.y_label("first step / η");
            figure.log_x();
            figure.log_y();
            figure.x_range(1e-9, 1.0);
            figure.y_range(1e-6, 3.0);
            std::vector<double> slopes, inside, outside;
            for (double power = -9.0; power <= 0.001; power += 0.1) {
                slopes.push_back(std::pow(10.0, power));
                inside.push_back(first_adagrad_step(slopes.back(), 1e-6, Epsilon::inside));
                outside.push_back(first_adagrad_step(slopes.back(), 1e-6, Epsilon::outside));
            }
            figure.line(slopes, inside, {.label = "√(g + ε), the formula", .color = Color::blue});
            figure.line(slopes, outside, {.label = "√g + ε, the code", .color = Color::vermilion});
            figure.vertical(1e-3);
            figure.vertical(1e-6);
            figure.text(1e-3, 3e-6, "√ε", {.align = Align::left, .dx = 6});
            figure.text(1e-6, 3e-6, "ε", {.align = Align::left, .dx = 6});
        });

    lab.figure(
        {.name = "adam_correction",
         .caption = "Adam's step in units of η when the gradient is 1 throughout. With the "
                    "correction every step is η. Without it m and g are both too small at first, "
                    "g for much longer, and the first steps are up to six times too large.",
         .alt = "A level line at 1 and a curve that begins at 3.2, rises above 6 near step 12 and "
                "falls to 1.3 at step 1000.",
         .source = "decks A and B, Adam: bias correction"},
        [&](Figure& figure) {
            figure.x_label("step t");
            figure.y_label("step / η");
            figure.log_x();
            figure.x_range(1.0, 1000.0);
            figure.y_range(0.0, 7.5);
            Adam state{Vector{0.0}, Vector{0.0}, Vector{0.0}, Vector{0.0}, 0};
            std::vector<double> steps, with, without;
            for (int t = 1; t <= 1000; ++t) {
                const double before = state.w(0);
                state = adam_step(state, Vector{1.0}, 0.01, beta_1, beta_2, epsilon_adam,
                                  Epsilon::outside);
                if (t > 60 && t % (t / 30) != 0)
                    continue;
                steps.push_back(t);
                with.push_back((before - state.w(0)) / 0.01);
                without.push_back(state.m(0) / (std::sqrt(state.g(0)) + epsilon_adam));
            }
            figure.line(steps, with, {.label = "corrected", .color = Color::blue});
            figure.line(steps, without, {.label = "not corrected", .color = Color::vermilion});
        });

    lab.figure(
        {.name = "optimizer_losses",
         .caption = "The three races as f against the step, one line an optimizer. On the saddle, "
                    "which has no lowest value, f falls below 0 as soon as an optimizer has left; "
                    "descent stays on the line f = 0.",
         .alt = "Three panels. In the valley momentum and Nesterov fall lowest after a wild "
                "start; on Beale's function momentum, Nesterov and RMSProp come below 0.001; on "
                "the saddle the adaptive optimizers fall below 0 within 20 steps, momentum and "
                "Nesterov later, descent not at all.",
         .source = "article D, comparisons"},
        [&](Figure& figure) {
            figure.size(1000, 760);
            figure.grid(2, 2);
            for (const Race& race : {valley_race(), beale_race(), saddle_race()}) {
                figure.panel(race.name);
                figure.x_label("step");
                figure.y_label("f");
                figure.x_range(0.0, static_cast<double>(race.steps));
                if (race.goal.size() == 2) {
                    figure.log_y();
                    figure.y_range(1e-4, 1e3);
                } else {
                    figure.y_range(-2.0, 1.2);
                }
                figure.legend(Legend::none);
                const std::vector<Path> paths = runs_of(race);
                for (std::size_t i = 0; i < paths.size(); ++i) {
                    const Look style = look(all_kinds[i]);
                    std::vector<double> values;
                    for (const Vector& w : paths[i])
                        values.push_back(race.f(w));
                    figure.line(indices(values.size()), values,
                                {.label = style.name,
                                 .color = style.color,
                                 .dash = style.dash,
                                 .width = 1.8});
                }
            }
            // The fourth place holds the legend of the three.
            figure.panel("");
            figure.no_axes();
            figure.x_range(0.0, 1.0);
            figure.y_range(0.0, 1.0);
            figure.legend(Legend::top_left);
            for (Kind kind : all_kinds) {
                const Look style = look(kind);
                figure.line({2.0, 3.0}, {2.0, 3.0},
                            {.label = style.name, .color = style.color, .dash = style.dash});
            }
        });

    still(lab,
          {.name = "valley_paths",
           .caption = "The long valley, 240 steps from (−0.6, 1.4), high on its wall (×). Descent "
                      "falls to the floor and then creeps; momentum rushes across the floor and "
                      "up the other wall, again and again, but it gets there; Nesterov swings "
                      "less; the adaptive optimizers turn into the valley at once and follow its "
                      "floor.",
           .alt = "A contour map of the bent valley with seven paths. Momentum's path leaves the "
                  "valley floor on both sides before it settles; the others bend into the valley.",
           .source = "article D, comparison \"Long valley\""},
          valley_race());
    still(lab,
          {.name = "beale_paths",
           .caption = "Beale's function, 120 steps from (1, 1.5). The start is steep: momentum "
                      "and Nesterov overshoot far below the valley of the minimum (+) and come "
                      "back in a bow; momentum overshoots the minimum too. The adaptive "
                      "optimizers take the corner.",
           .alt = "A contour map with seven paths from (1, 1.5) to the lowest place (3, 0.5). "
                  "Those of momentum and Nesterov dive far down and turn back.",
           .source = "article D, comparison \"Beale's Function\""},
          beale_race());
    still(lab,
          {.name = "saddle_paths",
           .caption = "The saddle, 60 steps from (1, 0.0001). Descent slides down into the saddle "
                      "and sticks there; momentum and Nesterov swing from side to side until they "
                      "have gathered enough speed along y; Adagrad, RMSProp and Adam divide by "
                      "the small slope along y and leave at once.",
           .alt = "A contour map of a saddle. One path ends in the middle; two swing to the left, "
                  "back, and then go up; the others bend upwards right away.",
           .source = "article D, comparison \"Saddle Point\""},
          saddle_race());

    animation(lab,
              {.name = "valley_race",
               .caption = "The race in the long valley, six steps a frame.",
               .alt = "Seven paths grow on the contour map: momentum swings across the valley, "
                      "the adaptive ones follow its floor, descent creeps.",
               .source = "article D, comparison \"Long valley\"",
               .animated = true},
              valley_race(), {2, 7, 20, 40});
    animation(lab,
              {.name = "beale_race",
               .caption = "The race on Beale's function, three steps a frame.",
               .alt = "Seven paths grow on the contour map: momentum and Nesterov dive past the "
                      "minimum's valley and return, the others take the corner.",
               .source = "article D, comparison \"Beale's Function\"",
               .animated = true},
              beale_race(), {2, 6, 14, 40});
    animation(lab,
              {.name = "saddle_race",
               .caption = "The race on the saddle, three steps every two frames.",
               .alt = "Seven paths grow on the contour map: the adaptive ones leave upwards "
                      "first, then Nesterov and momentum after their swings; descent stays.",
               .source = "article D, comparison \"Saddle Point\"",
               .animated = true},
              saddle_race(), {6, 14, 22, 40});

    return lab.finish();
}
