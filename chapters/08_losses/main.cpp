/// @file
/// The lab of chapter 8: the loss that each task needs, where the squared error stalls, what labels
/// 1, 2, 3 claim that one-hot does not, and one formula for the last layer's delta.

#include "lab_parts.hpp"

using namespace losses;

int main(int argc, char** argv)
{
    Lab lab{argc, argv};
    lab.section("A sigmoid where numbers are wanted", [&] { sigmoid_regression_table(lab); });
    lab.section("Both losses over the logit", [&] { losses_by_logit(lab); });
    lab.section("Erratum 25: the error is large, its gradient is not", [&] { erratum_25(lab); });
    lab.section("Out of a wrong answer", [&] { escapes(lab); });
    lab.section("A unit that is confidently wrong", [&] { stalled_unit_table(lab); });
    lab.section("The likelihood of a coin", [&] {
        coin_table(lab);
        products_and_sums(lab);
    });
    lab.section("Cross entropy far out", [&] { safe_losses(lab); });
    lab.section("Labels as numbers", [&] { label_order_table(lab); });
    lab.section("Sigmoids that do not add up", [&] { sums_of_sigmoids(lab); });
    lab.section("Through the Jacobian of softmax", [&] { through_the_jacobian(lab); });
    lab.section("Several labels at once", [&] { multi_label_table(lab); });
    lab.section("The summary", [&] {
        summary_table(lab);
        decisions(lab);
    });
    lab.section("Numbers of the text", [&] { text_values(lab); });
    lab.section("Numbers of the answers", [&] { answers(lab); });
    lab.section("Weights that grow for ever", [&] { growing_weights(lab); });
    lab.section("Three classes in a row", [&] { classes_in_a_row(lab); });

    sigmoid_regression(lab);
    losses_and_gradients(lab);
    stalled_descent(lab);
    stalled_unit(lab);
    coin_likelihood(lab);
    label_order(lab);
    sigmoids_do_not_add_up(lab);
    three_regions(lab);
    multi_label(lab);
    summary(lab);
    return lab.finish();
}
