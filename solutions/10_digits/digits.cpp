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
    //! [10.1 split: rows]
    const double N = static_cast<double>(order.size());
    const std::size_t test_from = order.size() - static_cast<std::size_t>(std::round(test * N));
    const std::size_t validation_from =
        test_from - static_cast<std::size_t>(std::round(validation * N));
    Split parts;
    for (std::size_t k = 0; k < order.size(); ++k) {
        if (k < validation_from)
            parts.train.push_back(order[k]);
        else if (k < test_from)
            parts.validation.push_back(order[k]);
        else
            parts.test.push_back(order[k]);
    }
    return parts;
    //! [10.1 split: rows]
}

// Row after row, in the order in which they are named.
Matrix rows_of(const Matrix& X, const std::vector<std::size_t>& rows)
{
    check_rows(rows, X);
    //! [10.1 split: copy]
    Matrix picked = xt::zeros<double>({rows.size(), X.shape(1)});
    for (std::size_t n = 0; n < rows.size(); ++n)
        for (std::size_t i = 0; i < X.shape(1); ++i)
            picked(n, i) = X(rows[n], i);
    return picked;
    //! [10.1 split: copy]
}

// Z = X W + b.
Matrix dense_forward(const Layer& layer, const Matrix& X)
{
    //! [10.2 layer forward]
    return matmul(X, layer.W) + layer.b;
    //! [10.2 layer forward]
}

// ∂E/∂W = Xᵀ Δ and ∂E/∂b, the sum of the rows of Δ.
Layer weight_gradient(const Matrix& X, const Matrix& delta)
{
    //! [10.3 layer backward: weights]
    return {matmul(transpose(X), delta), xt::sum(delta, {0})};
    //! [10.3 layer backward: weights]
}

// ∂E/∂X = Δ Wᵀ.
Matrix input_gradient(const Layer& layer, const Matrix& delta)
{
    //! [10.3 layer backward: inputs]
    return matmul(delta, transpose(layer.W));
    //! [10.3 layer backward: inputs]
}

// What goes into a layer, and its weighted sums, are both kept.
Pass forward(const std::vector<Layer>& layers, const Matrix& X, const std::vector<Elementwise>& f)
{
    check_network(layers, f);
    //! [10.4 network forward]
    Pass pass{{}, {X}};
    for (std::size_t l = 0; l < layers.size(); ++l) {
        pass.Z.push_back(dense_forward(layers[l], pass.H[l]));
        pass.H.push_back(f[l](pass.Z[l]));
    }
    return pass;
    //! [10.4 network forward]
}

// From the last layer to the first: through the activation, then through the weighted sums.
std::vector<Layer> backward(const std::vector<Layer>& layers, const Pass& pass, const Matrix& dE_dY,
                            const std::vector<Elementwise>& f_slope)
{
    check_network(layers, f_slope);
    //! [10.5 network backward]
    std::vector<Layer> gradient(layers.size());
    Matrix dE_dH = dE_dY;
    for (std::size_t l = layers.size(); l-- > 0;) {
        const Matrix delta = dE_dH * f_slope[l](pass.Z[l]);
        gradient[l] = weight_gradient(pass.H[l], delta);
        if (l > 0)
            dE_dH = input_gradient(layers[l], delta);
    }
    return gradient;
    //! [10.5 network backward]
}

// The root of the sum of all squares, weights and biases of all layers.
double global_norm(const std::vector<Layer>& gradient)
{
    //! [10.6 clipping: norm]
    double sum = 0.0;
    for (const Layer& layer : gradient)
        sum += xt::sum(xt::square(layer.W))() + xt::sum(xt::square(layer.b))();
    return std::sqrt(sum);
    //! [10.6 clipping: norm]
}

// Longer than the limit: scaled to that length, all layers by the same factor.
std::vector<Layer> clipped(const std::vector<Layer>& gradient, double limit)
{
    require(limit > 0.0, "the limit of a gradient must be above 0");
    if (std::isinf(limit)) // without a limit there is nothing to measure
        return gradient;
    //! [10.6 clipping: scale]
    const double norm = global_norm(gradient);
    if (norm <= limit)
        return gradient;
    std::vector<Layer> shorter = gradient;
    for (Layer& layer : shorter) {
        layer.W *= limit / norm;
        layer.b *= limit / norm;
    }
    return shorter;
    //! [10.6 clipping: scale]
}

// Forward, loss, backward, clipping, step.
std::vector<Layer> train_on_batch(const Batch& batch, const std::vector<Elementwise>& f,
                                  const std::vector<Elementwise>& f_slope, const LossGradient& loss,
                                  double limit, const Optimizer& optimizer)
{
    //! [10.7 mini-batch step]
    const Pass pass = forward(batch.layers, batch.X, f);
    const Matrix dE_dY = loss({pass.H.back(), batch.T});
    const std::vector<Layer> gradient = backward(batch.layers, pass, dE_dY, f_slope);
    return optimizer({batch.layers, clipped(gradient, limit)});
    //! [10.7 mini-batch step]
}

// The rows in the given order, batch_size at a time; the last batch holds what is left.
std::vector<Layer> run_epoch(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::vector<std::size_t>& order, int batch_size,
                             const BatchStep& step)
{
    check_data(X, T);
    check_rows(order, X);
    check_batch_size(batch_size);
    //! [10.8 one epoch]
    const std::size_t size = static_cast<std::size_t>(batch_size);
    std::vector<Layer> trained = layers;
    std::vector<std::size_t> rows;
    for (std::size_t k = 0; k < order.size(); ++k) {
        rows.push_back(order[k]);
        if (rows.size() == size || k + 1 == order.size()) {
            trained = step({trained, rows_of(X, rows), rows_of(T, rows)});
            rows.clear();
        }
    }
    return trained;
    //! [10.8 one epoch]
}

// A new order for every epoch, and a look at the network after each.
Training fit(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, int batch_size,
             int epochs, std::size_t seed, const BatchStep& step, const Evaluation& evaluate)
{
    check_data(X, T);
    check_batch_size(batch_size);
    require(epochs >= 0, "there cannot be fewer than 0 epochs");
    //! [10.9 training loop]
    Random random{seed};
    Training training{start, {}};
    for (int epoch = 0; epoch < epochs; ++epoch) {
        const std::vector<std::size_t> order = random.permutation(X.shape(0));
        training.layers = run_epoch(training.layers, X, T, order, batch_size, step);
        training.history.push_back(evaluate(training.layers));
    }
    return training;
    //! [10.9 training loop]
}

// Where the row has its largest entry; of equal ones the first.
std::vector<std::size_t> predicted_classes(const Matrix& Y)
{
    require(Y.shape(1) > 0, "there must be a class or more");
    //! [10.10 metrics: predicted classes]
    std::vector<std::size_t> classes;
    for (std::size_t n = 0; n < Y.shape(0); ++n) {
        std::size_t best = 0;
        for (std::size_t k = 1; k < Y.shape(1); ++k)
            if (Y(n, k) > Y(n, best))
                best = k;
        classes.push_back(best);
    }
    return classes;
    //! [10.10 metrics: predicted classes]
}

// Right answers among all answers.
double accuracy(const std::vector<std::size_t>& predicted, const std::vector<std::size_t>& labels)
{
    check_labels(predicted, labels);
    //! [10.10 metrics: accuracy]
    double right = 0.0;
    for (std::size_t n = 0; n < labels.size(); ++n)
        if (predicted[n] == labels[n])
            right += 1.0;
    return right / static_cast<double>(labels.size());
    //! [10.10 metrics: accuracy]
}

// A row for every true class, a column for every predicted one.
Matrix confusion_matrix(const std::vector<std::size_t>& predicted,
                        const std::vector<std::size_t>& labels, std::size_t classes)
{
    check_labels(predicted, labels);
    for (std::size_t n = 0; n < labels.size(); ++n)
        require(predicted[n] < classes && labels[n] < classes, "a class that there is not");
    //! [10.10 metrics: confusion matrix]
    Matrix counts = xt::zeros<double>({classes, classes});
    for (std::size_t n = 0; n < labels.size(); ++n)
        counts(labels[n], predicted[n]) += 1.0;
    return counts;
    //! [10.10 metrics: confusion matrix]
}

// Units whose largest weighted sum is not above 0.
std::vector<std::size_t> dead_units(const Matrix& Z)
{
    require(Z.shape(0) > 0, "without rows no unit can be called dead");
    //! [10.11 dead ReLUs]
    std::vector<std::size_t> dead;
    for (std::size_t j = 0; j < Z.shape(1); ++j)
        if (xt::amax(xt::col(Z, j))() <= 0.0)
            dead.push_back(j);
    return dead;
    //! [10.11 dead ReLUs]
}

// From first to last with a constant factor.
Vector range_rates(double first, double last, int steps)
{
    require(first > 0.0 && last > 0.0, "learning rates are above 0");
    require(steps >= 2, "a range test has two steps or more");
    //! [10.12 range test: rates]
    Vector rates = xt::zeros<double>({static_cast<std::size_t>(steps)});
    for (std::size_t k = 0; k < rates.size(); ++k)
        rates(k) = first * std::pow(last / first, static_cast<double>(k) / (steps - 1));
    return rates;
    //! [10.12 range test: rates]
}

// An average that forgets, corrected for its beginning at 0.
Vector smoothed(const Vector& values, double beta)
{
    require(beta >= 0.0 && beta < 1.0, "the fraction that is kept must be in [0, 1)");
    //! [10.12 range test: smoothed losses]
    Vector smooth = xt::zeros_like(values);
    double average = 0.0;
    for (std::size_t k = 0; k < values.size(); ++k) {
        average = beta * average + (1.0 - beta) * values(k);
        smooth(k) = average / (1.0 - std::pow(beta, k + 1));
    }
    return smooth;
    //! [10.12 range test: smoothed losses]
}

// Between which two rates the loss falls most, over the logarithm of the rate.
double steepest_rate(const Vector& rates, const Vector& losses)
{
    require(rates.size() >= 2, "a slope needs two rates or more");
    require(rates.size() == losses.size(), "every rate needs one loss");
    //! [10.12 range test: steepest fall]
    double steepest = std::numeric_limits<double>::infinity();
    double rate = rates(0);
    for (std::size_t k = 0; k + 1 < rates.size(); ++k) {
        const double slope = (losses(k + 1) - losses(k)) / std::log(rates(k + 1) / rates(k));
        if (slope < steepest) {
            steepest = slope;
            rate = std::sqrt(rates(k) * rates(k + 1));
        }
    }
    return rate;
    //! [10.12 range test: steepest fall]
}

} // namespace digits
