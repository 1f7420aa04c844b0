/// @file
/// Wrong answers to the steps of chapter 1, each with what it is and what would be right.
#include "judging/judge/mistakes.hpp"

#include "perceptron.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace perceptron::mistakes {

// --- 1.1 weighted sum --------------------------------------------------------------------

MISTAKE(weighted_sum, bias_left_out, "the bias is left out: this is w·x; asked is w·x + b")
(const Vector& x, const Vector& w, double b)
{
    static_cast<void>(b);
    return dot(w, x);
}

MISTAKE(weighted_sum, bias_per_input,
        "the bias is added once per input, inside the sum: Σ (wᵢ xᵢ + b); a unit has one bias, "
        "added to the finished sum")
(const Vector& x, const Vector& w, double b)
{
    return xt::sum(w * x + b)();
}

MISTAKE(weighted_sum, bias_subtracted,
        "the bias is subtracted, as a threshold would be; it is added: w·x + b (a threshold θ "
        "is the bias b = −θ)")
(const Vector& x, const Vector& w, double b)
{
    return dot(w, x) - b;
}

MISTAKE(weighted_sum, one_input_only,
        "only the first input counts, as in y = wx + b; a perceptron adds wᵢ xᵢ over all inputs")
(const Vector& x, const Vector& w, double b)
{
    return w(0) * x(0) + b;
}

MISTAKE(weighted_sum, inputs_not_weighted,
        "the inputs are added without their weights; each xᵢ is multiplied by its wᵢ first")
(const Vector& x, const Vector& w, double b)
{
    static_cast<void>(w);
    return xt::sum(x)() + b;
}

MISTAKE(weighted_sum, sums_multiplied,
        "this is (Σ wᵢ)(Σ xᵢ) + b; the products wᵢ xᵢ come first, then their sum")
(const Vector& x, const Vector& w, double b)
{
    return xt::sum(w)() * xt::sum(x)() + b;
}

MISTAKE(weighted_sum, bias_weighted, "the bias is a factor here, (w·x) b; it is added: w·x + b")
(const Vector& x, const Vector& w, double b)
{
    return dot(w, x) * b;
}

// --- 1.2 step activation -----------------------------------------------------------------

MISTAKE(step_activation, one_at_zero,
        "1 at a sum of exactly 0; the decks' y <= 0 → 0 puts it on the side of 0, so the test "
        "is z > 0, not z >= 0")
(double z)
{
    return z >= 0.0 ? 1.0 : 0.0;
}

MISTAKE(step_activation, upside_down, "0 and 1 are exchanged: a sum above 0 gives 1")
(double z)
{
    return z > 0.0 ? 0.0 : 1.0;
}

MISTAKE(step_activation, minus_one_below,
        "−1 stands where 0 belongs; this chapter's outputs are 0 and 1")
(double z)
{
    return z > 0.0 ? 1.0 : -1.0;
}

MISTAKE(step_activation, sign_function,
        "this is the sign of z: −1, 0 or 1; the step is 0 everywhere up to 0, and 1 above")
(double z)
{
    return z > 0.0 ? 1.0 : z < 0.0 ? -1.0 : 0.0;
}

MISTAKE(step_activation, half_at_zero,
        "½ at a sum of exactly 0, as one form of the Heaviside function has it; the decks "
        "give 0 there, and an output is 0 or 1")
(double z)
{
    return z > 0.0 ? 1.0 : z < 0.0 ? 0.0 : 0.5;
}

MISTAKE(step_activation, sum_kept,
        "the sum is returned as it is; the activation turns it into 0 or 1")
(double z)
{
    return z;
}

MISTAKE(step_activation, sum_kept_above,
        "above 0 the sum itself is returned; that is ReLU. The step gives 1 there")
(double z)
{
    return z > 0.0 ? z : 0.0;
}

MISTAKE(step_activation, threshold_half,
        "the step is at ½; it is at 0, and the bias is what moves it")
(double z)
{
    return z > 0.5 ? 1.0 : 0.0;
}

MISTAKE(step_activation, threshold_one,
        "the step is at 1; it is at 0, and the bias is what moves it")
(double z)
{
    return z >= 1.0 ? 1.0 : 0.0;
}

MISTAKE(step_activation, tolerance,
        "a small sum above 0 counts as 0; every sum above 0, however small, gives 1")
(double z)
{
    return z > 1e-9 ? 1.0 : 0.0;
}

// --- 1.3 perceptron ----------------------------------------------------------------------

MISTAKE(classify, step_skipped, "this is the weighted sum; the step activation has to follow it")
(const Vector& x, const Unit& unit)
{
    return weighted_sum(x, unit.w, unit.b);
}

MISTAKE(classify, bias_left_out,
        "the step of w·x alone: the bias is left out; it belongs into the sum, before the step")
(const Vector& x, const Unit& unit)
{
    return step_activation(dot(unit.w, x));
}

MISTAKE(classify, bias_per_input,
        "the bias enters once per input: Σ (wᵢ xᵢ + b); a unit has one bias, added once")
(const Vector& x, const Unit& unit)
{
    return step_activation(xt::sum(unit.w * x + unit.b)());
}

MISTAKE(classify, bias_as_threshold,
        "1 where w·x > b: the bias is used as a threshold; with w·x + b the threshold is −b")
(const Vector& x, const Unit& unit)
{
    return step_activation(dot(unit.w, x) - unit.b);
}

MISTAKE(classify, bias_after_step,
        "the bias is added after the step; the step is taken of the whole sum w·x + b")
(const Vector& x, const Unit& unit)
{
    return step_activation(dot(unit.w, x)) + unit.b;
}

MISTAKE(classify, one_at_zero, "1 at a sum of exactly 0; step_activation of 1.2 gives 0 there")
(const Vector& x, const Unit& unit)
{
    return weighted_sum(x, unit.w, unit.b) >= 0.0 ? 1.0 : 0.0;
}

MISTAKE(classify, upside_down, "0 and 1 are exchanged: a sum above 0 gives 1")
(const Vector& x, const Unit& unit)
{
    return 1.0 - step_activation(weighted_sum(x, unit.w, unit.b));
}

MISTAKE(classify, step_of_each_product,
        "the step is taken of every wᵢ xᵢ by itself; first add up, then one step of the sum")
(const Vector& x, const Unit& unit)
{
    double sum = unit.b;
    for (std::size_t i = 0; i < x.size(); ++i)
        sum += step_activation(unit.w(i) * x(i));
    return step_activation(sum);
}

// --- 1.4 gates ---------------------------------------------------------------------------

MISTAKE(and_gate, wrong_side, "a row of AND's table is on the wrong side of the line")
()
{
    return {{2.0, 1.0}, -1.5};
}

MISTAKE(and_gate, on_the_line,
        "a row that must give 1 lies exactly on the line, and a sum of exactly 0 gives 0")
()
{
    return {{1.0, 1.0}, -2.0};
}

MISTAKE(and_gate, other_gate, "this is another gate's table")
()
{
    return {{1.0, 1.0}, -0.5};
}

MISTAKE(or_gate, wrong_side, "a row of OR's table is on the wrong side of the line")
()
{
    return {{1.0, 0.25}, -0.5};
}

MISTAKE(or_gate, on_the_line,
        "a row that must give 1 lies exactly on the line, and a sum of exactly 0 gives 0")
()
{
    return {{1.0, 1.0}, -1.0};
}

MISTAKE(or_gate, other_gate, "this is another gate's table")
()
{
    return {{1.0, 1.0}, -1.5};
}

MISTAKE(nand_gate, wrong_side, "a row of NAND's table is on the wrong side of the line")
()
{
    return {{-2.0, -1.0}, 1.5};
}

MISTAKE(nand_gate, on_the_line,
        "a row that must give 1 lies exactly on the line, and a sum of exactly 0 gives 0")
()
{
    return {{-1.0, -1.0}, 1.0};
}

MISTAKE(nand_gate, other_gate, "this is another gate's table")
()
{
    return {{1.0, 1.0}, -1.5};
}

// --- 1.5 batch ---------------------------------------------------------------------------

MISTAKE(weighted_sums, bias_left_out, "the bias is left out: this is X w; asked is X w + b")
(const Matrix& X, const Unit& unit)
{
    return matvec(X, unit.w);
}

MISTAKE(weighted_sums, wrong_axis,
        "the columns of X are taken for its rows: this is Xᵀ w + b; an example is a row, and "
        "X w + b has a sum for each")
(const Matrix& X, const Unit& unit)
{
    return matvec(transpose(X), unit.w) + unit.b;
}

MISTAKE(weighted_sums, summed_down,
        "the products are added down the columns, over the examples; the sum of an example goes "
        "along its row, over the inputs (axis 1)")
(const Matrix& X, const Unit& unit)
{
    return xt::sum(X * unit.w, {0}) + unit.b;
}

MISTAKE(weighted_sums, bias_per_input,
        "the bias is added once per input, before the sum along the row; it is added once per "
        "row, after the sum")
(const Matrix& X, const Unit& unit)
{
    return xt::sum(X * unit.w + unit.b, {1});
}

MISTAKE(weighted_sums, bias_subtracted, "the bias is subtracted; it is added: X w + b")
(const Matrix& X, const Unit& unit)
{
    return matvec(X, unit.w) - unit.b;
}

MISTAKE(weighted_sums, bias_once,
        "the bias is added to the first row's sum only; every row has the same bias")
(const Matrix& X, const Unit& unit)
{
    Vector sums = matvec(X, unit.w);
    sums(0) += unit.b;
    return sums;
}

MISTAKE(weighted_sums, outputs,
        "these are the units' outputs, 0 and 1; asked are the sums before the step")
(const Matrix& X, const Unit& unit)
{
    const Vector sums = matvec(X, unit.w) + unit.b;
    return xt::where(sums > 0.0, 1.0, 0.0);
}

// --- 1.6 learning rule: one update -------------------------------------------------------

MISTAKE(rosenblatt_update, sign,
        "the sign of the update is turned: the unit moves away from the right answer; it is "
        "t − y, the target first")
(const Unit& unit, const Vector& x, double target, double eta)
{
    const double error = classify(x, unit) - target;
    return {unit.w + eta * error * x, unit.b + eta * error};
}

MISTAKE(rosenblatt_update, bias_not_updated,
        "the bias stays as it was; it learns like a weight whose input is 1: b + η (t − y)")
(const Unit& unit, const Vector& x, double target, double eta)
{
    const double error = target - classify(x, unit);
    return {unit.w + eta * error * x, unit.b};
}

MISTAKE(rosenblatt_update, on_right_answers_too,
        "the unit moves even when its answer is right; then t − y is 0 and nothing moves")
(const Unit& unit, const Vector& x, double target, double eta)
{
    const double sign = 2.0 * target - 1.0;
    return {unit.w + eta * sign * x, unit.b + eta * sign};
}

MISTAKE(rosenblatt_update, target_for_error,
        "the target t stands where the error t − y belongs: a unit that wrongly answers 1 is "
        "not corrected, and one that rightly does is moved")
(const Unit& unit, const Vector& x, double target, double eta)
{
    return {unit.w + eta * target * x, unit.b + eta * target};
}

MISTAKE(rosenblatt_update, sum_for_answer,
        "the error is t − z with the weighted sum; Rosenblatt's rule takes t − y with the "
        "answer, 0 or 1 (t − z is descent on the squared error)")
(const Unit& unit, const Vector& x, double target, double eta)
{
    const double error = target - weighted_sum(x, unit.w, unit.b);
    return {unit.w + eta * error * x, unit.b + eta * error};
}

MISTAKE(rosenblatt_update, error_without_sign,
        "the error has lost its sign (an absolute value or a square); where the answer is 1 and "
        "the target 0, the weights must go down")
(const Unit& unit, const Vector& x, double target, double eta)
{
    const double error = std::abs(target - classify(x, unit));
    return {unit.w + eta * error * x, unit.b + eta * error};
}

MISTAKE(rosenblatt_update, eta_lost,
        "the learning rate is missing: w + (t − y) x is right only for η = 1")
(const Unit& unit, const Vector& x, double target, double eta)
{
    static_cast<void>(eta);
    const double error = target - classify(x, unit);
    return {unit.w + error * x, unit.b + error};
}

MISTAKE(rosenblatt_update, eta_lost_at_bias,
        "the bias moves by t − y without the learning rate; it is b + η (t − y)")
(const Unit& unit, const Vector& x, double target, double eta)
{
    const double error = target - classify(x, unit);
    return {unit.w + eta * error * x, unit.b + error};
}

MISTAKE(rosenblatt_update, input_lost,
        "every weight moves by the same η (t − y); each is to move in proportion to its own "
        "input: η (t − y) xᵢ")
(const Unit& unit, const Vector& x, double target, double eta)
{
    const double error = target - classify(x, unit);
    return {unit.w + eta * error, unit.b + eta * error};
}

MISTAKE(rosenblatt_update, bias_with_inputs,
        "the bias moves by η (t − y) Σ xᵢ; its input is always 1, so it moves by η (t − y)")
(const Unit& unit, const Vector& x, double target, double eta)
{
    const double error = target - classify(x, unit);
    return {unit.w + eta * error * x, unit.b + eta * error * xt::sum(x)()};
}

MISTAKE(rosenblatt_update, change_alone,
        "this is the change alone, η (t − y) x and η (t − y); asked is the unit after it")
(const Unit& unit, const Vector& x, double target, double eta)
{
    const double error = target - classify(x, unit);
    return {eta * error * x, eta * error};
}

MISTAKE(rosenblatt_update, bias_first,
        "the bias is updated before the weights, and the answer taken again for them; there is "
        "one answer y, of the unit before the update")
(const Unit& unit, const Vector& x, double target, double eta)
{
    Unit updated = unit;
    updated.b += eta * (target - classify(x, updated));
    updated.w += eta * (target - classify(x, updated)) * x;
    return updated;
}

// --- 1.6 learning rule: training ---------------------------------------------------------

MISTAKE(train, one_epoch,
        "training ends after one epoch; it goes on until an epoch has no mistake, or until "
        "max_epochs")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    static_cast<void>(max_epochs);
    Training training{start, {0}};
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        const Vector x = xt::row(X, n);
        training.mistakes_per_epoch[0] += classify(x, training.unit) != targets(n);
        training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
    }
    return training;
}

MISTAKE(train, zero_not_recorded,
        "the epoch without a mistake is missing from the list; its 0 is recorded too")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, training.unit) != targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        if (mistakes == 0)
            break;
        training.mistakes_per_epoch.push_back(mistakes);
    }
    return training;
}

MISTAKE(train, never_stops_early,
        "training runs on to max_epochs although an epoch had no mistake; then nothing moves "
        "any more, and it ends")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, training.unit) != targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        training.mistakes_per_epoch.push_back(mistakes);
    }
    return training;
}

MISTAKE(train, start_ignored, "training begins at zero weights; it begins at the unit `start`")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{{xt::zeros_like(start.w), 0.0}, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, training.unit) != targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    return training;
}

MISTAKE(train, count_goes_on,
        "the mistakes of all epochs so far are counted together; each epoch's count starts at 0")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    std::size_t mistakes = 0;
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        const std::size_t before = mistakes;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, training.unit) != targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == before)
            break;
    }
    return training;
}

MISTAKE(train, errors_cancel,
        "the errors t − y are added with their signs, so that +1 and −1 cancel; a mistake "
        "counts 1 either way")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        double errors = 0.0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            errors += targets(n) - classify(x, training.unit);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        training.mistakes_per_epoch.push_back(static_cast<std::size_t>(std::abs(errors)));
        if (errors == 0.0)
            break;
    }
    return training;
}

MISTAKE(train, answers_of_the_epochs_start,
        "all rows of an epoch are answered by the unit as it was when the epoch began; each row "
        "is answered by the unit as the rows before have left it")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        const Unit unit = training.unit;
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, unit) != targets(n);
            const Unit updated = rosenblatt_update(unit, x, targets(n), eta);
            training.unit.w += updated.w - unit.w;
            training.unit.b += updated.b - unit.b;
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    return training;
}

MISTAKE(train, counted_after_update,
        "each row is counted after its update; a mistake is what the unit answers before it")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
            mistakes += classify(x, training.unit) != targets(n);
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    return training;
}

MISTAKE(train, counted_after_epoch,
        "the mistakes are those of the unit at the end of each epoch; they are counted row by "
        "row while the unit learns, and an epoch without any ends the training")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        for (std::size_t n = 0; n < X.shape(0); ++n)
            training.unit = rosenblatt_update(training.unit, xt::row(X, n), targets(n), eta);
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n)
            mistakes += classify(xt::row(X, n), training.unit) != targets(n);
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    return training;
}

MISTAKE(train, last_row_left_out,
        "the last row is never looked at: the loop over the rows ends one too early")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n + 1 < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, training.unit) != targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    return training;
}

MISTAKE(train, one_update_per_epoch,
        "an epoch ends at its first mistake; it goes on through all rows")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0) && mistakes == 0; ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, training.unit) != targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    return training;
}

MISTAKE(train, begins_anew,
        "every epoch begins at `start` again, so nothing learned is kept; an epoch goes on with "
        "the unit that the one before has left")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        training.unit = start;
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, training.unit) != targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    return training;
}

MISTAKE(train, one_epoch_short, "one epoch too few: as many as max_epochs are allowed")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 1; epoch < max_epochs; ++epoch) {
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, training.unit) != targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    return training;
}

MISTAKE(train, one_epoch_more, "one epoch too many: no more than max_epochs are allowed")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch <= max_epochs; ++epoch) {
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, training.unit) != targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    return training;
}

MISTAKE(train, right_answers_counted, "the right answers are counted; asked are the mistakes")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        std::size_t right = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            right += classify(x, training.unit) == targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), eta);
        }
        training.mistakes_per_epoch.push_back(right);
        if (right == X.shape(0))
            break;
    }
    return training;
}

MISTAKE(train, eta_lost, "the learning rate is not handed on: this is training with η = 1")
(const Matrix& X, const Vector& targets, const Unit& start, double eta, std::size_t max_epochs)
{
    static_cast<void>(eta);
    Training training{start, {}};
    for (std::size_t epoch = 0; epoch < max_epochs; ++epoch) {
        std::size_t mistakes = 0;
        for (std::size_t n = 0; n < X.shape(0); ++n) {
            const Vector x = xt::row(X, n);
            mistakes += classify(x, training.unit) != targets(n);
            training.unit = rosenblatt_update(training.unit, x, targets(n), 1.0);
        }
        training.mistakes_per_epoch.push_back(mistakes);
        if (mistakes == 0)
            break;
    }
    return training;
}

// --- 1.7 convergence ---------------------------------------------------------------------

MISTAKE(mistake_bound, margin_not_normalized,
        "the margin s (w·x + b) is not divided by ‖(w, b)‖: doubling the separator would halve "
        "the root of the bound, though the line is the same")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    return (xt::amax(xt::sum(X * X, {1}))() + 1.0) / (smallest * smallest);
}

MISTAKE(mistake_bound, bias_left_out_of_R,
        "R is the length of x alone; the bias is the weight of an input 1, so R is the length "
        "of (x, 1)")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))());
    return std::pow(R * size / smallest, 2.0);
}

MISTAKE(mistake_bound, bias_left_out_of_norm,
        "the margin is divided by ‖w‖; the bias is a weight too, so it is divided by ‖(w, b)‖")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w));
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))() + 1.0);
    return std::pow(R * size / smallest, 2.0);
}

MISTAKE(mistake_bound, bias_left_out_everywhere,
        "‖x‖ and ‖w‖ are taken without the bias; it is the weight of an input 1: ‖(x, 1)‖ and "
        "‖(w, b)‖")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w));
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))());
    return std::pow(R * size / smallest, 2.0);
}

MISTAKE(mistake_bound, square_lost, "this is R/γ; the bound is its square")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))() + 1.0);
    return R * size / smallest;
}

MISTAKE(mistake_bound, root_forgotten_in_R,
        "R is taken as ‖(x, 1)‖², without the root, and squared once more")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = xt::amax(xt::sum(X * X, {1}))() + 1.0;
    return std::pow(R * size / smallest, 2.0);
}

MISTAKE(mistake_bound, root_forgotten_in_norm,
        "the margin is divided by ‖(w, b)‖², without the root")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = dot(separator.w, separator.w) + separator.b * separator.b;
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))() + 1.0);
    return std::pow(R * size / smallest, 2.0);
}

MISTAKE(mistake_bound, gamma_not_squared,
        "R is squared and γ is not: this is R²/γ; the bound is R²/γ²")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    return (xt::amax(xt::sum(X * X, {1}))() + 1.0) * size / smallest;
}

MISTAKE(mistake_bound, mean_margin,
        "γ is the mean of the margins; it is the smallest, that of the row nearest to the line")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    if (xt::amin(margins)() <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double mean = xt::sum(margins)() / static_cast<double>(margins.size());
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))() + 1.0);
    return std::pow(R * size / mean, 2.0);
}

MISTAKE(mistake_bound, largest_margin,
        "γ is the largest of the margins; it is the smallest, that of the row nearest to the "
        "line")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    if (xt::amin(margins)() <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))() + 1.0);
    return std::pow(R * size / xt::amax(margins)(), 2.0);
}

MISTAKE(mistake_bound, shortest_row, "R is the shortest of the rows (x, 1); it is the longest")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::sqrt(xt::amin(xt::sum(X * X, {1}))() + 1.0);
    return std::pow(R * size / smallest, 2.0);
}

MISTAKE(mistake_bound, norm_of_all_rows,
        "R is the length of all of X taken as one vector; it is that of its longest row")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::sqrt(xt::sum(X * X)() + 1.0);
    return std::pow(R * size / smallest, 2.0);
}

MISTAKE(mistake_bound, largest_entry,
        "R is the largest entry of the rows; it is the length of the longest row (x, 1)")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::max(xt::amax(xt::abs(X))(), 1.0);
    return std::pow(R * size / smallest, 2.0);
}

MISTAKE(mistake_bound, upside_down, "this is (γ/R)²; the bound is (R/γ)²")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest <= 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))() + 1.0);
    return std::pow(smallest / (R * size), 2.0);
}

MISTAKE(mistake_bound, targets_as_signs,
        "the margin is t (w·x + b) with t = 0 or 1, so every row with target 0 has margin 0; "
        "the sign is s = 2t − 1, which is −1 for them")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = targets * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest < 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))() + 1.0);
    return std::pow(R * size / smallest, 2.0);
}

MISTAKE(mistake_bound, unsigned_margin,
        "the margin is the distance |w·x + b| to the line whichever side the row is on; a row "
        "on the wrong side must throw")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    static_cast<void>(targets);
    const double smallest = xt::amin(xt::abs(weighted_sums(X, separator)))();
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))() + 1.0);
    return std::pow(R * size / smallest, 2.0);
}

MISTAKE(mistake_bound, not_checked,
        "a separator that does not separate gets a bound all the same: the square hides that γ "
        "is negative; throw std::invalid_argument")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))() + 1.0);
    return std::pow(R * size / xt::amin(margins)(), 2.0);
}

MISTAKE(mistake_bound, zero_margin_allowed,
        "a row exactly on the line gives γ = 0 and an infinite bound; such a separator leaves "
        "no margin and must throw, too")
(const Matrix& X, const Vector& targets, const Unit& separator)
{
    const Vector margins = (2.0 * targets - 1.0) * weighted_sums(X, separator);
    const double smallest = xt::amin(margins)();
    if (smallest < 0.0)
        throw std::invalid_argument("the separator does not separate");
    const double size = std::sqrt(dot(separator.w, separator.w) + separator.b * separator.b);
    const double R = std::sqrt(xt::amax(xt::sum(X * X, {1}))() + 1.0);
    return std::pow(R * size / smallest, 2.0);
}

// --- 1.8 XOR is impossible ---------------------------------------------------------------

MISTAKE(xor_contradiction, negative_multiplier,
        "a negative multiplier turns its inequality round, ≥ becomes ≤, and the sum of the four "
        "no longer follows; all must be 0 or more")
()
{
    return {-1.0, -1.0, -1.0, -1.0};
}

MISTAKE(xor_contradiction, all_zeros,
        "four zeros turn every inequality into 0 ≥ 0, which is true and proves nothing; at "
        "least one of the strict ones must remain")
()
{
    return {0.0, 0.0, 0.0, 0.0};
}

MISTAKE(xor_contradiction, terms_remain,
        "the left sides do not add up to 0, so there are weights for which the sum holds")
()
{
    return {0.0, 1.0, 1.0, 1.0};
}

} // namespace perceptron::mistakes
