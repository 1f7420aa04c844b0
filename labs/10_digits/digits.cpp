/// @file
/// Chapter 10, digits. Every function is one step of the chapter; its formula, shapes and source
/// stand in digits.hpp. Products of matrices: `matmul`, `transpose` of common/math/linalg.hpp; an
/// entry: `X(n, i)`; the columns' sums: `xt::sum(X, {0})`. The lines with check_… and require
/// refuse bad input; leave them. How zeros, rows, sums and products are written:
/// docs/pages/xtensor.md.

#include "digits.hpp"

namespace digits {

// The last rows are for testing, those before them for validation, all others for training.
Split split(const std::vector<std::size_t>& order, double validation, double test)
{
    check_fractions(validation, test);
    throw todo("10.1");
}

// Row after row, in the order in which they are named.
Matrix rows_of(const Matrix& X, const std::vector<std::size_t>& rows)
{
    check_rows(rows, X);
    throw todo("10.1");
}

// Z = X W + b.
Matrix dense_forward(const Layer& layer, const Matrix& X)
{
    throw todo("10.2");
}

// ∂E/∂W = Xᵀ Δ and ∂E/∂b, the sum of the rows of Δ.
Layer weight_gradient(const Matrix& X, const Matrix& delta)
{
    throw todo("10.3");
}

// ∂E/∂X = Δ Wᵀ.
Matrix input_gradient(const Layer& layer, const Matrix& delta)
{
    throw todo("10.3");
}

// What goes into a layer, and its weighted sums, are both kept.
Pass forward(const std::vector<Layer>& layers, const Matrix& X, const std::vector<Elementwise>& f)
{
    check_network(layers, f);
    throw todo("10.4");
}

// From the last layer to the first: through the activation, then through the weighted sums.
std::vector<Layer> backward(const std::vector<Layer>& layers, const Pass& pass, const Matrix& dE_dY,
                            const std::vector<Elementwise>& f_slope)
{
    check_network(layers, f_slope);
    throw todo("10.5");
}

// The root of the sum of all squares, weights and biases of all layers.
double global_norm(const std::vector<Layer>& gradient)
{
    throw todo("10.6");
}

// Longer than the limit: scaled to that length, all layers by the same factor.
std::vector<Layer> clipped(const std::vector<Layer>& gradient, double limit)
{
    require(limit > 0.0, "the limit of a gradient must be above 0");
    if (std::isinf(limit)) // without a limit there is nothing to measure
        return gradient;
    throw todo("10.6");
}

// Forward, loss, backward, clipping, step.
std::vector<Layer> train_on_batch(const Batch& batch, const std::vector<Elementwise>& f,
                                  const std::vector<Elementwise>& f_slope, const LossGradient& loss,
                                  double limit, const Optimizer& optimizer)
{
    throw todo("10.7");
}

// The rows in the given order, batch_size at a time; the last batch holds what is left.
std::vector<Layer> run_epoch(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::vector<std::size_t>& order, int batch_size,
                             const BatchStep& step)
{
    check_data(X, T);
    check_rows(order, X);
    check_batch_size(batch_size);
    throw todo("10.8");
}

// A new order for every epoch, and a look at the network after each.
Training fit(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, int batch_size,
             int epochs, std::size_t seed, const BatchStep& step, const Evaluation& evaluate)
{
    check_data(X, T);
    check_batch_size(batch_size);
    require(epochs >= 0, "there cannot be fewer than 0 epochs");
    throw todo("10.9");
}

// Where the row has its largest entry; of equal ones the first.
std::vector<std::size_t> predicted_classes(const Matrix& Y)
{
    require(Y.shape(1) > 0, "there must be a class or more");
    throw todo("10.10");
}

// Right answers among all answers.
double accuracy(const std::vector<std::size_t>& predicted, const std::vector<std::size_t>& labels)
{
    check_labels(predicted, labels);
    throw todo("10.10");
}

// A row for every true class, a column for every predicted one.
Matrix confusion_matrix(const std::vector<std::size_t>& predicted,
                        const std::vector<std::size_t>& labels, std::size_t classes)
{
    check_labels(predicted, labels);
    for (std::size_t n = 0; n < labels.size(); ++n)
        require(predicted[n] < classes && labels[n] < classes, "a class that there is not");
    throw todo("10.10");
}

// Units whose largest weighted sum is not above 0.
std::vector<std::size_t> dead_units(const Matrix& Z)
{
    require(Z.shape(0) > 0, "without rows no unit can be called dead");
    throw todo("10.11");
}

// From first to last with a constant factor.
Vector range_rates(double first, double last, int steps)
{
    require(first > 0.0 && last > 0.0, "learning rates are above 0");
    require(steps >= 2, "a range test has two steps or more");
    throw todo("10.12");
}

// An average that forgets, corrected for its beginning at 0.
Vector smoothed(const Vector& values, double beta)
{
    require(beta >= 0.0 && beta < 1.0, "the fraction that is kept must be in [0, 1)");
    throw todo("10.12");
}

// Between which two rates the loss falls most, over the logarithm of the rate.
double steepest_rate(const Vector& rates, const Vector& losses)
{
    require(rates.size() >= 2, "a slope needs two rates or more");
    require(rates.size() == losses.size(), "every rate needs one loss");
    throw todo("10.12");
}

} // namespace digits
