// Single numbers of chapter 8's text, and those of the answers to its exercises.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace losses {

void text_values(Lab& lab)
{
    const Matrix Z{{std::log(3.0), -std::log(4.0)}, {0.0, std::log(9.0)}};
    const Matrix T{{0.0, 1.0}, {1.0, 1.0}};
    const Matrix scores{{0.0, std::log(2.0), std::log(5.0)}, {std::log(6.0), 0.0, std::log(3.0)}};
    lab.value("wrong_probability", sigma(-5.0), "%.4f");
    lab.value("nll_text", negative_log_likelihood({0.8, 0.5, 0.9, 0.6}, {1.0, 0.0, 1.0, 0.0}),
              "%.6f");
    lab.value("bce_text", binary_cross_entropy(Z, T), "%.6f");
    lab.value("ce_text", cross_entropy(scores, one_hot({1, 0}, 3)), "%.6f");
}

void answers(Lab& lab)
{
    lab.value("loss_of_half", error_at(binary_cross_entropy, 0.0, 0.5), "%.4f");
    const double z = std::log(9.0);
    lab.value("entropy_slope_at_09", slope_at(binary_cross_entropy_gradient, z, 1.0), "%.3g");
    lab.value("squared_slope_at_09", slope_at(sigmoid_squared_error_gradient, z, 1.0), "%.3g");
    const Matrix undecided = xt::zeros<double>({std::size_t{1}, std::size_t{10}});
    lab.value("loss_of_ten", cross_entropy(undecided, one_hot({3}, 10)), "%.4f");
    lab.value("alarm_logit", -z, "%.3f");

    const Matrix soft{{0.9, 0.05, 0.05}};
    lab.value("smooth_gap", std::log(0.9 / 0.05), "%.3f");
    lab.value("smooth_loss", cross_entropy(xt::log(soft), soft), "%.3f");

    const Matrix wrong{{-5.0, 5.0}};
    const Matrix target{{1.0, 0.0}};
    const Matrix P = softmax(wrong);
    const Matrix V = squared_error_gradient(P, target);
    const Matrix through = P * (V - xt::sum(P * V, {1}, xt::keep_dims));
    lab.value("squared_softmax_slope", through(0, 0), "%.5f");
    lab.value("entropy_softmax_slope", cross_entropy_gradient(wrong, target)(0, 0), "%.5f");
}

void growing_weights(Lab& lab)
{
    const Data data = two_classes();
    Layer unit = wrong_unit;
    std::size_t done = 0;
    for (const std::size_t updates : {100, 1000, 10000}) {
        unit = fitted(unit, data, gradient_of(Task::binary), 0.3, updates - done);
        done = updates;
        lab.value("weights_" + std::to_string(updates), std::sqrt(xt::sum(xt::square(unit.W))()),
                  "%.2f");
    }
}

void classes_in_a_row(Lab& lab)
{
    const Data data = three_classes(-0.3);
    for (const auto& [name, task] : {std::pair{"row_linear", Task::regression},
                                     {"row_sigmoids", Task::multi_label},
                                     {"row_softmax", Task::multi_class}}) {
        const double eta = task == Task::regression ? 0.2 : 0.5;
        const Layer layer = fitted(zero_layer(2, 3), data, gradient_of(task), eta, 2000);
        const Matrix decided = decide(Task::multi_class, logits_of(layer, data.X));
        lab.value(name, 100.0 * share_right(decided, data.T), "%.0f");
    }
}

} // namespace losses
