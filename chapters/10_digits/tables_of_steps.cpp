// The tables of chapter 10 about the network that is worked out by hand.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <fmt/format.h>

#include <limits>
#include <string>
#include <vector>

namespace digits {
namespace {

const std::vector<Layer> example{{{{0.5, -0.4}, {0.3, 0.8}}, {0.1, 0.2}},
                                 {{{0.6, -0.7}, {-0.9, 0.4}}, {0.2, -0.3}}};
const Matrix X{{0.5, -0.4}, {0.9, 0.6}};
const Matrix T{{1.0, 0.0}, {0.0, 1.0}};
const std::vector<Elementwise> f{value_of(Activation::relu), value_of(Activation::linear)};
const std::vector<Elementwise> f_slope{slope_of(Activation::relu), slope_of(Activation::linear)};

Vector row(const Matrix& M, std::size_t n)
{
    return xt::view(M, n, xt::all());
}

std::vector<Layer> example_gradient()
{
    const Pass pass = forward(example, X, f);
    return backward(example, pass, gradient_of(Loss::mean_squared_error)({pass.H.back(), T}),
                    f_slope);
}

} // namespace

void digits_split(Lab& lab)
{
    const Data& all = all_digits();
    const Split rows = split_of(1);
    const auto count = [&](const std::vector<std::size_t>& part, std::size_t digit) {
        std::size_t n = 0;
        for (const std::size_t i : part)
            n += all.labels[i] == digit ? 1 : 0;
        return n;
    };
    auto table = lab.table("digits_split", {"digit", "training", "validation", "test"});
    for (std::size_t k = 0; k < classes; ++k)
        table.row(k, count(rows.train, k), count(rows.validation, k), count(rows.test, k));
    table.row("all", rows.train.size(), rows.validation.size(), rows.test.size());
    lab.value("images", all.labels.size());
    lab.value("training_images", rows.train.size());
    lab.value("validation_images", rows.validation.size());
    lab.value("test_images", rows.test.size());
    lab.value("one_image", 100.0 / static_cast<double>(rows.test.size()), "%.2f");
}

void text_layer(Lab& lab)
{
    const Pass pass = forward(example, X, f);
    const Matrix delta = gradient_of(Loss::mean_squared_error)({pass.H.back(), T});
    const Layer gradient = weight_gradient(pass.H[1], delta);
    const Matrix dE_dX = input_gradient(example[1], delta);
    auto table = lab.table("text_layer", {"", "first row", "second row"});
    table.row("comes in", row(pass.H[1], 0), row(pass.H[1], 1));
    table.row("Δ", row(delta, 0), row(delta, 1));
    table.row("∂E/∂W", row(gradient.W, 0), row(gradient.W, 1));
    table.row("∂E/∂X", row(dE_dX, 0), row(dE_dX, 1));
    table.row("∂E/∂b", gradient.b, "");
}

void text_network(Lab& lab)
{
    const Pass pass = forward(example, X, f);
    auto table = lab.table("text_network", {"", "row 1", "row 2"});
    table.row("H[0] = X", row(pass.H[0], 0), row(pass.H[0], 1));
    table.row("Z[0]", row(pass.Z[0], 0), row(pass.Z[0], 1));
    table.row("H[1] = relu(Z[0])", row(pass.H[1], 0), row(pass.H[1], 1));
    table.row("Z[1]", row(pass.Z[1], 0), row(pass.Z[1], 1));
    table.row("H[2] = Y", row(pass.H[2], 0), row(pass.H[2], 1));
}

void text_gradient(Lab& lab)
{
    const std::vector<Layer> gradient = example_gradient();
    auto table = lab.table("text_gradient", {"", "∂E/∂W, row 1", "∂E/∂W, row 2", "∂E/∂b"});
    table.row("hidden layer", row(gradient[0].W, 0), row(gradient[0].W, 1), gradient[0].b);
    table.row("output layer", row(gradient[1].W, 0), row(gradient[1].W, 1), gradient[1].b);
    lab.value("example_norm", global_norm(gradient), "%.4f");
}

void text_clipping(Lab& lab)
{
    const std::vector<Layer> gradient{{{{0.4}, {-0.8}}, {0.8}}};
    auto table = lab.table("text_clipping", {"limit", "∂E/∂w₁", "∂E/∂w₂", "∂E/∂b", "norm"});
    for (const double limit : {1.5, 0.6, 0.3}) {
        const std::vector<Layer> shorter = clipped(gradient, limit);
        table.row(limit, shorter[0].W(0, 0), shorter[0].W(1, 0), shorter[0].b(0),
                  global_norm(shorter));
    }
}

void clipping(Lab& lab)
{
    auto table = lab.table("clipping", {"limit",
                                        {"training loss", "%.3f"},
                                        {"training accuracy", "%.3f"},
                                        {"validation accuracy", "%.3f"}});
    for (const Clipping& run : clipping_runs())
        table.row(run.limit, run.end.loss, run.end.accuracy, run.end.val_accuracy);
    lab.value("first_norm", clipping_runs().front().longest, "%.1f");
}

void text_step(Lab& lab)
{
    const Optimizer descent = optimizer_of({.rule = Rule::sgd, .learning_rate = 0.5});
    const std::vector<Layer> after =
        train_on_batch({example, X, T}, f, f_slope, gradient_of(Loss::mean_squared_error),
                       std::numeric_limits<double>::infinity(), descent);
    auto table = lab.table("text_step", {"", "W, row 1", "W, row 2", "b"});
    for (std::size_t l = 0; l < after.size(); ++l)
        table.row(l == 0 ? "hidden layer" : "output layer", row(after[l].W, 0), row(after[l].W, 1),
                  after[l].b);
    const auto loss = [&](const std::vector<Layer>& layers) {
        return loss_of(Loss::mean_squared_error, forward(layers, X, f).H.back(), T);
    };
    lab.value("loss_before", loss(example), "%.4f");
    lab.value("loss_after", loss(after), "%.4f");
}

void batch_agreement_table(Lab& lab)
{
    auto table =
        lab.table("batch_agreement", {"rows", {"part of the work", "%.1f %%"}, {"cosine", "%.3f"}});
    const double N = static_cast<double>(agreements().back().rows);
    for (const Agreement& each : agreements())
        table.row(each.rows, 100.0 * static_cast<double>(each.rows) / N, each.cosine);
    lab.value("cosine_32", agreements()[2].cosine, "%.2f");
    lab.value("cosine_128", agreements()[3].cosine, "%.2f");
}

} // namespace digits
