/// @file
/// Right answers in which one function does the work of several, and parts come in another order.
#include "digits.hpp"

#include <numeric>

namespace digits {

Split split(const std::vector<std::size_t>& order, double validation, double test)
{
    check_fractions(validation, test);
    const double N = double(order.size());
    Split s;
    for (std::size_t k = order.size(); k-- > 0;) {
        std::vector<std::size_t>* part = &s.train;
        if (s.test.size() < std::size_t(std::round(test * N)))
            part = &s.test;
        else if (s.validation.size() < std::size_t(std::round(validation * N)))
            part = &s.validation;
        part->insert(part->begin(), order[k]);
    }
    return s;
}

Matrix rows_of(const Matrix& X, const std::vector<std::size_t>& rows)
{
    check_rows(rows, X);
    Matrix picks = xt::zeros<double>({rows.size(), X.shape(0)});
    for (std::size_t n = 0; n < rows.size(); ++n)
        picks(n, rows[n]) = 1.0;
    return matmul(picks, X);
}

Matrix dense_forward(const Layer& layer, const Matrix& X)
{
    Matrix with_ones = xt::ones<double>({X.shape(0), X.shape(1) + 1});
    xt::view(with_ones, xt::all(), xt::range(std::size_t{0}, X.shape(1))) = X;
    Matrix all = xt::zeros<double>({layer.W.shape(0) + 1, layer.W.shape(1)});
    xt::view(all, xt::range(std::size_t{0}, layer.W.shape(0)), xt::all()) = layer.W;
    xt::view(all, layer.W.shape(0), xt::all()) = layer.b;
    return matmul(with_ones, all);
}

Layer weight_gradient(const Matrix& X, const Matrix& delta)
{
    require(X.shape(0) == delta.shape(0), "a row of delta for each of X");
    Matrix W = xt::zeros<double>({X.shape(1), delta.shape(1)});
    Vector b = xt::zeros<double>({delta.shape(1)});
    for (std::size_t n = 0; n < X.shape(0); ++n) {
        const Vector d = xt::row(delta, n);
        W += outer(xt::row(X, n), d);
        b += d;
    }
    return {W, b};
}

Matrix input_gradient(const Layer& layer, const Matrix& delta)
{
    Matrix back(Matrix::shape_type{delta.shape(0), layer.W.shape(0)});
    for (std::size_t n = 0; n < delta.shape(0); ++n)
        xt::view(back, n, xt::all()) = matvec(layer.W, xt::row(delta, n));
    return back;
}

Pass forward(const std::vector<Layer>& layers, const Matrix& X, const std::vector<Elementwise>& f)
{
    check_network(layers, f);
    Pass pass;
    pass.H = {X};
    for (std::size_t l = 0; l < layers.size(); ++l) {
        pass.Z.push_back(matmul(pass.H.back(), layers[l].W) + layers[l].b);
        pass.H.push_back(f.at(l)(pass.Z.back()));
    }
    return pass;
}

std::vector<Layer> backward(const std::vector<Layer>& layers, const Pass& pass, const Matrix& dE_dY,
                            const std::vector<Elementwise>& f_slope)
{
    check_network(layers, f_slope);
    std::vector<Layer> gradient(layers.size());
    std::vector<Matrix> back(layers.size() + 1);
    back.back() = dE_dY;
    for (std::size_t l = layers.size(); l > 0; --l) {
        const Matrix delta = f_slope[l - 1](pass.Z[l - 1]) * back[l];
        back[l - 1] = input_gradient(layers[l - 1], delta); // of the network's input too
        gradient[l - 1] = weight_gradient(pass.H[l - 1], delta);
    }
    return gradient;
}

double global_norm(const std::vector<Layer>& gradient)
{
    double norm = 0.0;
    for (const Layer& g : gradient)
        norm = std::hypot(norm, std::sqrt(xt::sum(g.W * g.W)()), std::sqrt(dot(g.b, g.b)));
    return norm;
}

std::vector<Layer> clipped(const std::vector<Layer>& gradient, double limit)
{
    require(limit > 0.0, "limit");
    const double over = std::max(1.0, global_norm(gradient) / limit);
    std::vector<Layer> g = gradient;
    for (Layer& layer : g) {
        layer.W /= over;
        layer.b /= over;
    }
    return g;
}

std::vector<Layer> train_on_batch(const Batch& batch, const std::vector<Elementwise>& f,
                                  const std::vector<Elementwise>& f_slope, const LossGradient& loss,
                                  double limit, const Optimizer& optimizer)
{
    const Pass p = forward(batch.layers, batch.X, f);
    return optimizer(
        {batch.layers,
         clipped(backward(batch.layers, p, loss({p.H.back(), batch.T}), f_slope), limit)});
}

std::vector<Layer> run_epoch(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::vector<std::size_t>& order, int batch_size,
                             const BatchStep& step)
{
    check_data(X, T);
    check_rows(order, X);
    check_batch_size(batch_size);
    std::vector<Layer> net = layers;
    const std::size_t size = std::size_t(batch_size);
    const std::size_t batches = (order.size() + size - 1) / size;
    for (std::size_t b = 0; b < batches; ++b) {
        std::vector<std::size_t> rows;
        for (std::size_t k = b * size; k < std::min((b + 1) * size, order.size()); ++k)
            rows.push_back(order[k]);
        net = step({net, rows_of(X, rows), rows_of(T, rows)});
    }
    return net;
}

Training fit(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, int batch_size,
             int epochs, std::size_t seed, const BatchStep& step, const Evaluation& evaluate)
{
    check_data(X, T);
    check_batch_size(batch_size);
    require(epochs >= 0, "epochs");
    Random random{seed};
    std::vector<Layer> net = start;
    std::vector<Scores> history;
    for (int e = 1; e <= epochs; ++e) {
        net = run_epoch(net, X, T, random.permutation(T.shape(0)), batch_size, step);
        history.push_back(evaluate(net));
    }
    return {net, history};
}

std::vector<std::size_t> predicted_classes(const Matrix& Y)
{
    require(Y.shape(1) > 0, "classes");
    std::vector<std::size_t> best;
    for (std::size_t n = 0; n < Y.shape(0); ++n) {
        std::size_t k = Y.shape(1) - 1;
        for (std::size_t j = Y.shape(1) - 1; j-- > 0;)
            if (Y(n, j) >= Y(n, k))
                k = j;
        best.push_back(k);
    }
    return best;
}

double accuracy(const std::vector<std::size_t>& predicted, const std::vector<std::size_t>& labels)
{
    check_labels(predicted, labels);
    double mean = 0.0;
    for (std::size_t n = 0; n < labels.size(); ++n)
        mean += ((predicted[n] == labels[n] ? 1.0 : 0.0) - mean) / double(n + 1);
    return mean;
}

Matrix confusion_matrix(const std::vector<std::size_t>& predicted,
                        const std::vector<std::size_t>& labels, std::size_t classes)
{
    check_labels(predicted, labels);
    Matrix P = xt::zeros<double>({labels.size(), classes});
    Matrix L = xt::zeros<double>({labels.size(), classes});
    for (std::size_t n = 0; n < labels.size(); ++n) {
        require(predicted[n] < classes && labels[n] < classes, "class");
        P(n, predicted[n]) = 1.0;
        L(n, labels[n]) = 1.0;
    }
    return matmul(transpose(L), P);
}

std::vector<std::size_t> dead_units(const Matrix& Z)
{
    require(Z.shape(0) > 0, "rows");
    const Vector top = xt::amax(Z, {0});
    std::vector<std::size_t> dead;
    for (std::size_t j = 0; j < top.size(); ++j)
        if (!(top(j) > 0.0))
            dead.push_back(j);
    return dead;
}

Vector range_rates(double first, double last, int steps)
{
    require(first > 0.0 && last > 0.0, "rates");
    require(steps >= 2, "steps");
    Vector rates = xt::zeros<double>({std::size_t(steps)});
    for (int k = 0; k < steps; ++k) {
        const double way = double(k) / (steps - 1);
        rates(std::size_t(k)) = std::pow(first, 1.0 - way) * std::pow(last, way);
    }
    return rates;
}

Vector smoothed(const Vector& values, double beta)
{
    require(beta >= 0.0 && beta < 1.0, "beta");
    Vector s = values;
    double sum = 0.0, weight = 0.0;
    for (std::size_t k = 0; k < values.size(); ++k) {
        sum = beta * sum + values(k);
        weight = beta * weight + 1.0;
        s(k) = sum / weight;
    }
    return s;
}

double steepest_rate(const Vector& rates, const Vector& losses)
{
    require(rates.size() >= 2 && rates.size() == losses.size(), "sizes");
    const std::size_t n = rates.size();
    const Vector logs = xt::log(rates);
    const Vector fall = xt::view(losses, xt::range(std::size_t{0}, n - 1)) -
                        xt::view(losses, xt::range(std::size_t{1}, n));
    const Vector way = xt::view(logs, xt::range(std::size_t{1}, n)) -
                       xt::view(logs, xt::range(std::size_t{0}, n - 1));
    const Vector steepness = fall / way;
    const auto k =
        std::size_t(std::max_element(steepness.begin(), steepness.end()) - steepness.begin());
    return std::exp(0.5 * (logs(k) + logs(k + 1)));
}

} // namespace digits
