// The tables of chapter 7 about the size of a step: one step of every optimizer, the place of ε,
// and what Adagrad, RMSProp, Adam and AMSGrad divide by.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <cmath>

namespace optimizers {
namespace {

/// The weights and the gradient that every optimizer of the text takes a step from.
const Vector text_w{0.5, -0.3};
const Vector text_gradient{0.4, -0.2};

/// The first step of Keras' Adam from w = 0, without its sign, in units of η.
double first_keras_adam_step(double slope, double eps)
{
    const Vector zero{0.0};
    return -keras_adam_step({zero, zero, zero, zero, 0}, Vector{slope}, 1.0, beta_1, beta_2, eps,
                            0.0, false)
                .w(0);
}

} // namespace

void text_steps(Lab& lab)
{
    auto table = lab.table("text_steps", {"step", {"w1", "%.12f"}, {"w2", "%.12f"}});
    const auto row = [&](const char* name, const Vector& w) { table.row(name, w(0), w(1)); };
    const Momentum momentum{text_w, {0.1, -0.05}};
    const Adaptive adaptive{text_w, {0.09, 0.01}};
    const Adam adam{text_w, {0.07, -0.03}, {0.0003, 0.0001}, {0.0005, 0.0001}, 2};
    row("descent", descend(text_w, text_gradient, 0.1));
    row("momentum", momentum_step(momentum, text_gradient, 0.1, 0.9).w);
    row("Nesterov, on the bowl, η = 0.02", nesterov_step(momentum, bowl_slopes(25.0), 0.02, 0.9).w);
    row("Nesterov, in Keras", keras_nesterov_step(momentum, text_gradient, 0.1, 0.9).w);
    row("Adagrad, ε inside", adagrad_step(adaptive, text_gradient, 0.1, 1e-6, Epsilon::inside).w);
    row("Adagrad, ε outside", adagrad_step(adaptive, text_gradient, 0.1, 1e-6, Epsilon::outside).w);
    row("RMSProp, ε inside",
        rmsprop_step(adaptive, text_gradient, 0.1, 0.9, 1e-6, Epsilon::inside).w);
    row("RMSProp, ε outside",
        rmsprop_step(adaptive, text_gradient, 0.1, 0.9, 1e-6, Epsilon::outside).w);
    const Adadelta adadelta{text_w, {0.09, 0.01}, {0.0004, 0.0009}};
    row("Adadelta, η = 1", adadelta_step(adadelta, text_gradient, 1.0, 0.95, 1e-6).w);
    row("Adam, ε inside", adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-8, Epsilon::inside).w);
    row("Adam, ε outside",
        adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-8, Epsilon::outside).w);
    row("Adam in Keras, decay 0.05",
        keras_adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-7, 0.05, false).w);
    row("the same with AMSGrad",
        keras_adam_step(adam, text_gradient, 0.1, 0.9, 0.999, 1e-7, 0.05, true).w);
}

void erratum_7(Lab& lab)
{
    auto table = lab.table("erratum_7", {{"|∇|", "%.0e"},
                                         {"inside: |∇|/√(∇² + ε)", "%.6f"},
                                         {"outside: |∇|/(√∇² + ε)", "%.6f"},
                                         {"outside / inside", "%.4g"}});
    for (double slope : {1.0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7}) {
        const double inside = first_adagrad_step(slope, 1e-6, Epsilon::inside);
        const double outside = first_adagrad_step(slope, 1e-6, Epsilon::outside);
        table.row(slope, inside, outside, outside / inside);
    }
}

void erratum_7_run(Lab& lab)
{
    auto table = lab.table("erratum_7_run",
                           {"steps", {"w, ε inside the root", "%.3e"}, {"w, ε outside", "%.3e"}});
    // f = ½ c w² with a small curvature: gradients of 1e-4 and less.
    const double curvature = 1e-4;
    Adaptive inside{Vector{1.0}, Vector{0.0}};
    Adaptive outside = inside;
    for (int step = 0; step <= 1000; ++step) {
        if (step == 0 || step == 10 || step == 100 || step == 1000)
            table.row(step, inside.w(0), outside.w(0));
        inside = adagrad_step(inside, curvature * inside.w, 0.1, 1e-6, Epsilon::inside);
        outside = adagrad_step(outside, curvature * outside.w, 0.1, 1e-6, Epsilon::outside);
    }
}

void shrinking(Lab& lab)
{
    auto table =
        lab.table("shrinking",
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
}

void adam_first_steps(Lab& lab)
{
    auto table = lab.table("adam_first_steps", {"t",
                                                {"m", "%.6f"},
                                                {"m̂", "%.6f"},
                                                {"g", "%.6f"},
                                                {"ĝ", "%.6f"},
                                                {"step / η", "%.4f"},
                                                {"step / η without correction", "%.4f"}});
    Adam state{Vector{0.0}, Vector{0.0}, Vector{0.0}, Vector{0.0}, 0};
    double longest = 0.0;
    int longest_step = 0;
    for (int t = 1; t <= 1000; ++t) {
        const double before = state.w(0);
        state =
            adam_step(state, Vector{1.0}, 0.01, beta_1, beta_2, epsilon_of_adam, Epsilon::outside);
        const double uncorrected = state.m(0) / (std::sqrt(state.g(0)) + epsilon_of_adam);
        if (uncorrected > longest) {
            longest = uncorrected;
            longest_step = t;
        }
        if (t <= 3 || t == 10 || t == 100 || t == 1000)
            table.row(t, state.m(0), corrected(state.m, beta_1, t)(0), state.g(0),
                      corrected(state.g, beta_2, t)(0), (before - state.w(0)) / 0.01, uncorrected);
    }
    lab.value("adam_longest", longest, "%.2f");
    lab.value("adam_longest_step", longest_step);
}

void amsgrad(Lab& lab)
{
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
            table.row(t, slope(0), plain.g(0), largest.g_max(0), (before.w(0) - plain.w(0)) / 0.01,
                      (before_largest.w(0) - largest.w(0)) / 0.01);
    }
}

void epsilon_adam(Lab& lab)
{
    auto table = lab.table("epsilon_adam", {{"|∇|", "%.0e"},
                                            {"inside: √(ĝ + ε)", "%.6f"},
                                            {"paper, PyTorch: √ĝ + ε", "%.6f"},
                                            {"Keras, TensorFlow: √g + ε", "%.6f"}});
    for (double slope : {1.0, 1e-2, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9})
        table.row(slope, first_adam_step(slope, 1e-8, Epsilon::inside),
                  first_adam_step(slope, 1e-8, Epsilon::outside),
                  first_keras_adam_step(slope, 1e-8));
}

} // namespace optimizers
