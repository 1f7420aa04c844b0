// The figures of chapter 4 about slopes and gradients before training; those about training are in
// figures_of_training.cpp.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"
#include "common/plot/meaning.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace vanishing_gradient {
namespace {

/// A number in a drawing, with a real minus sign.
std::string drawn(double value, const char* format = "{:.4f}")
{
    std::string text = fmt::format(fmt::runtime(format), value);
    if (text.front() == '-')
        text.replace(0, 1, "−");
    return text;
}

} // namespace

void slope_peak(Lab& lab)
{
    lab.figure(
        {.name = "slope_peak",
         .caption =
             R"(σ, its slope \f$ \sigma' \f$, and the slope of tanh. \f$ \sigma' \f$ is highest )"
             R"(at \f$ z = 0 \f$, and there exactly ¼; the slope of tanh reaches 1. From )"
             R"(\f$ \lvert z \rvert = 5 \f$ on, both are nearly 0.)",
         .alt = "The S-shaped sigmoid from 0 to 1, its bell-shaped slope touching the dashed line "
                "¼ at z = 0, and the narrower, higher bell of the slope of tanh.",
         .source = "decks A and B, page on the properties of the sigmoid; deck E, page 2"},
        [](Figure& figure) {
            figure.x_label("z");
            figure.y_label("f(z), f′(z)");
            figure.x_range(-6, 6);
            figure.y_range(0, 1.05);
            figure.function([](double z) { return 1.0 / (1.0 + std::exp(-z)); }, -6, 6,
                            {.label = "σ(z)", .color = meaning::sigmoid, .dash = Dash::solid});
            figure.function(sigmoid_slope, -6, 6,
                            {.label = "σ′(z)", .color = meaning::sigmoid, .dash = Dash::dashed});
            figure.function([](double z) { return 4.0 * sigmoid_slope(2.0 * z); }, -6, 6,
                            {.label = "tanh′(z)", .color = meaning::tanh, .dash = Dash::dash_dot});
            const Peak peak = sigmoid_slope_peak();
            figure.horizontal(peak.slope);
            figure.points({peak.z}, {peak.slope},
                          {.color = meaning::sigmoid, .marker = Marker::circle});
            figure.text(-5.9, peak.slope, "¼", {.align = Align::left, .dy = 9});
        });
}

void chain_of_units(Lab& lab)
{
    lab.graph(
        {.name = "chain_of_units",
         .caption = "A chain of three units. Going back, every unit gives a factor "
                    R"(\f$ w\,\sigma'(z) \f$; the slope from end to end is their product.)",
         .alt = "Four circles in a row joined by arrows; under each unit its weighted sum, on each "
                "arrow its weight, the slope at the unit and the factor.",
         .source = "deck C, page on the chain rule"},
        [](Graph& graph) {
            const Vector& z = chain_z;
            const Vector& w = chain_w;
            graph.layer("input", {{.id = "h0", .label = "h_{0}"}});
            for (std::size_t l = 0; l < 3; ++l) {
                graph.layer(fmt::format("unit {}", l + 1),
                            {{.id = fmt::format("h{}", l + 1),
                              .label = fmt::format("h_{{{}}}", l + 1),
                              .note = fmt::format("z_{{{}}} = {}", l + 1, drawn(z(l), "{}"))}});
                const double factor = w(l) * sigmoid_slope(z(l));
                graph.edge(fmt::format("h{}", l), fmt::format("h{}", l + 1),
                           {.label = fmt::format("{} · {}\n= {}", drawn(w(l), "{}"),
                                                 drawn(sigmoid_slope(z(l))), drawn(factor)),
                            .value = factor,
                            .emphasis = Emphasis::strong,
                            .backward = true});
            }
            graph.layer_distance(190);
        });
}

void slope_product(Lab& lab)
{
    lab.figure(
        {.name = "slope_product",
         .caption =
             "What a chain of sigmoid units lets through, against its depth: the bound "
             R"(\f$ (\tfrac14)^L \f$ for weights up to 1, the same with ¼ rounded to 0.3, and )"
             "200 random chains with weights and sums of spread 1 (middle and the middle 90 %). "
             "Real chains stay far below the bound.",
         .alt = "Falling lines on a logarithmic axis. The bound reaches 10⁻¹⁸ at depth 30, the "
                "line of 0.3 about 2·10⁻¹⁶; the random chains fall faster, to about 10⁻³⁰.",
         .source = "decks A and B, page on the slope multiplied again and again; deck C, vanishing "
                   "gradient"},
        [](Figure& figure) {
            constexpr std::size_t deepest = 30;
            std::vector<double> depth, bound, rounded, low, middle, high;
            std::vector<std::vector<double>> products(deepest + 1);
            Random random{4};
            for (int chain = 0; chain < 200; ++chain) {
                const Vector z = random.normal_vector(deepest, 0.0, 1.0);
                const Vector w = random.normal_vector(deepest, 0.0, 1.0);
                for (std::size_t l = 0; l <= deepest; ++l) {
                    const Vector zl = xt::view(z, xt::range(std::size_t{0}, l));
                    const Vector wl = xt::view(w, xt::range(std::size_t{0}, l));
                    products[l].push_back(std::abs(chain_slope(zl, wl)));
                }
            }
            for (std::size_t l = 0; l <= deepest; ++l) {
                std::sort(products[l].begin(), products[l].end());
                depth.push_back(static_cast<double>(l));
                bound.push_back(slope_bound(static_cast<int>(l), 1.0));
                rounded.push_back(std::pow(0.3, static_cast<double>(l)));
                low.push_back(products[l][10]);
                middle.push_back(products[l][100]);
                high.push_back(products[l][189]);
            }
            figure.x_label("depth L");
            figure.y_label("size of the product");
            figure.log_y();
            figure.x_range(0, 30);
            figure.y_range(1e-36, 10);
            figure.area(depth, low, high, {.color = Color::vermilion, .opacity = 0.2});
            figure.line(depth, rounded, {.label = "0.3^{L}", .color = Color::grey});
            figure.line(depth, bound, {.label = "¼^{L}", .color = Color::black});
            figure.line(depth, middle,
                        {.label = "random chains", .color = Color::vermilion, .dash = Dash::solid});
        });
}

void gradient_norm_per_layer(Lab& lab)
{
    lab.figure(
        {.name = "gradient_norm_per_layer",
         .caption =
             R"(Norm of \f$ \partial E/\partial W \f$ per layer before training: 10 hidden )"
             "layers of 8 units, the same starting weights (He) for all three; lines are the "
             "middle of 21 starts, bands reach from the smallest to the largest.",
         .alt =
             "Three lines over the layers 1 to 11 on a logarithmic axis. ReLU and tanh run level "
             "near 0.1 and 0.5; the sigmoid falls in a straight line towards layer 1, to about "
             "10⁻⁷.",
         .source = "decks A, B and E, pages on the vanishing gradient"},
        [](Figure& figure) {
            figure.x_label("layer (1 is next to the input)");
            figure.y_label("norm of ∂E/∂W");
            figure.log_y();
            figure.x_range(1, norm_depth + 1);
            figure.x_tics({1, 3, 5, 7, 9, 11});
            for (const Kind& kind : {with_sigmoid, with_tanh, with_relu}) {
                const auto all = spreads(norm_samples(kind, 1.0, norm_starts));
                figure.area(counted_from_1(all.size()), lows(all), highs(all),
                            {.color = kind.color, .opacity = 0.15});
                figure.line(counted_from_1(all.size()), middles(all),
                            {.label = kind.name, .color = kind.color});
            }
        });
}

void rounding_or_vanishing(Lab& lab)
{
    lab.figure(
        {.name = "rounding_or_vanishing",
         .caption =
             "Two effects on the first layer's gradient of a sigmoid net, against its depth. "
             "Vanishing: its norm, as a fraction of the last layer's. Rounding: its relative "
             R"(error, as it is, with every \f$ e^x \f$ one unit in the last place off, and with )"
             R"(every \f$ e^x \f$ cut to single precision. Rounding stays where it is; vanishing )"
             "takes everything.",
         .alt = "On a logarithmic axis one line falls steadily from 1 to below 10⁻²⁰ at 50 layers; "
                "three others stay level, at about 10⁻¹⁵, 10⁻¹⁵ and 10⁻⁷.",
         .source = "decks A and B, page on the reasons (erratum 10)"},
        [](Figure& figure) {
            std::vector<double> x, fraction, in_double, ulp, cut;
            for (std::size_t depth : {1, 2, 3, 5, 8, 12, 16, 20, 30, 40, 50}) {
                const Effects e = effects(depth);
                x.push_back(static_cast<double>(depth));
                fraction.push_back(e.fraction);
                in_double.push_back(std::max(e.in_double, 1e-17));
                ulp.push_back(e.one_ulp);
                cut.push_back(e.cut_to_float);
            }
            figure.x_label("hidden layers");
            figure.y_label("relative size");
            figure.log_y();
            figure.x_range(0, 50);
            figure.y_range(1e-30, 10);
            figure.line(x, fraction,
                        {.label = "first / last gradient",
                         .color = Color::vermilion,
                         .dash = Dash::solid,
                         .width = 3.0});
            figure.line(x, cut, {.label = "error, float e^{x}", .color = Color::orange});
            figure.line(x, ulp, {.label = "error, e^{x} ± 1 ulp", .color = Color::black});
            figure.line(x, in_double, {.label = "error as it is", .color = Color::blue});
        });
}

void saturated_units(Lab& lab)
{
    lab.figure(
        {.name = "saturated_units",
         .caption =
             R"(Fraction of units with \f$ \sigma' \f$ below 0.01, by hidden layer, for a )"
             "sigmoid net whose starting weights are multiplied by 1, 4, 16 and 64 (middle of 21 "
             "starts). At the usual start no unit is saturated, and the gradient vanishes all the "
             "same.",
         .alt = "Four lines over the hidden layers 1 to 10: at 0 for weights times 1, then higher "
                "with every factor, up to more than nine tenths for 64.",
         .source = "deck E, page on the slope of the sigmoid"},
        [](Figure& figure) {
            figure.x_label("hidden layer");
            figure.y_label("saturated fraction");
            figure.x_range(1, norm_depth);
            figure.y_range(-0.03, 1);
            for (double factor : {1.0, 4.0, 16.0, 64.0}) {
                figure.line(
                    counted_from_1(norm_depth), middles(spreads(saturated_fractions(factor))),
                    {.label = fmt::format("weights × {}", factor), .marker = Marker::automatic});
            }
        });
}

void weights_too_large(Lab& lab)
{
    lab.figure(
        {.name = "weights_too_large",
         .caption = "Gradient norm per layer for several sizes of the starting weights. Sigmoid: "
                    "vanishes, until the weights are 16 times too large. tanh: explodes towards "
                    "the input with weights times 4, and vanishes with 16, where it is saturated. "
                    "ReLU: level in all layers, but the whole level moves by many powers of "
                    "ten.",
         .alt = "Three panels with lines on logarithmic axes: rising lines for the sigmoid with "
                "small weights; level, falling and rising ones for tanh; and level ones far apart "
                "for ReLU.",
         .source = "deck E, page on initial weights"},
        [](Figure& figure) {
            figure.grid(1, 3);
            figure.size(860, 330);
            for (const Kind& kind : {with_sigmoid, with_tanh, with_relu}) {
                figure.panel(kind.name);
                figure.x_label("layer");
                figure.y_label("norm of ∂E/∂W");
                figure.log_y();
                figure.x_range(1, norm_depth + 1);
                figure.x_tics({1, 6, 11});
                for (double factor : {0.5, 1.0, 4.0, 16.0}) {
                    const auto all = spreads(norm_samples(kind, factor, seeds));
                    figure.line(counted_from_1(all.size()), middles(all),
                                {.label = fmt::format("× {}", factor)});
                }
            }
        });
}

} // namespace vanishing_gradient
