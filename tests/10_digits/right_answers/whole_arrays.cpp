/// @file
/// Right answers with views, whole rows and functions of the standard library.
#include "digits.hpp"

#include <numeric>

namespace digits {

Split split(const std::vector<std::size_t>& order, double validation, double test)
{
    check_fractions(validation, test);
    const auto count = [&](double part) { return std::lround(part * double(order.size())); };
    const auto a = order.end() - count(test) - count(validation);
    const auto b = order.end() - count(test);
    return {{order.begin(), a}, {a, b}, {b, order.end()}};
}

Matrix rows_of(const Matrix& X, const std::vector<std::size_t>& rows)
{
    check_rows(rows, X);
    Matrix out(Matrix::shape_type{rows.size(), X.shape(1)});
    for (std::size_t n = 0; n < rows.size(); ++n)
        xt::view(out, n, xt::all()) = xt::view(X, rows[n], xt::all());
    return out;
}

Matrix dense_forward(const Layer& layer, const Matrix& X)
{
    Matrix Z = matmul(X, layer.W);
    Z += layer.b;
    return Z;
}

Layer weight_gradient(const Matrix& X, const Matrix& delta)
{
    Layer g;
    g.W = transpose(matmul(transpose(delta), X));
    g.b = matvec(transpose(delta), xt::ones<double>({delta.shape(0)}));
    return g;
}

Matrix input_gradient(const Layer& layer, const Matrix& delta)
{
    return transpose(matmul(layer.W, transpose(delta)));
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
    std::vector<Layer> gradient;
    Matrix delta = dE_dY * f_slope.back()(pass.Z.back());
    for (std::size_t l = layers.size() - 1;; --l) {
        gradient.push_back({matmul(transpose(pass.H[l]), delta), xt::sum(delta, {0})});
        if (l == 0)
            break;
        delta = matmul(delta, transpose(layers[l].W)) * f_slope[l - 1](pass.Z[l - 1]);
    }
    std::reverse(gradient.begin(), gradient.end());
    return gradient;
}

double global_norm(const std::vector<Layer>& gradient)
{
    return std::sqrt(
        std::accumulate(gradient.begin(), gradient.end(), 0.0, [](double sum, const Layer& g) {
            return sum + xt::sum(g.W * g.W)() + dot(g.b, g.b);
        }));
}

std::vector<Layer> clipped(const std::vector<Layer>& gradient, double limit)
{
    require(limit > 0.0, "limit");
    const double norm = global_norm(gradient);
    const double factor = norm > limit ? limit / norm : 1.0;
    std::vector<Layer> g;
    for (const Layer& layer : gradient)
        g.push_back({factor * layer.W, factor * layer.b});
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
    Batch batch{layers, {}, {}};
    for (auto from = order.begin(); from != order.end();) {
        const auto to = order.end() - from > batch_size ? from + batch_size : order.end();
        const std::vector<std::size_t> rows(from, to);
        batch.X = rows_of(X, rows);
        batch.T = rows_of(T, rows);
        batch.layers = step(batch);
        from = to;
    }
    return batch.layers;
}

Training fit(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, int batch_size,
             int epochs, std::size_t seed, const BatchStep& step, const Evaluation& evaluate)
{
    check_data(X, T);
    check_batch_size(batch_size);
    require(epochs >= 0, "epochs");
    Random random{seed};
    std::vector<std::vector<std::size_t>> orders;
    for (int e = 0; e < epochs; ++e)
        orders.push_back(random.permutation(X.shape(0)));
    Training t{start, {}};
    for (const auto& order : orders) {
        t.layers = run_epoch(t.layers, X, T, order, batch_size, step);
        t.history.push_back(evaluate(t.layers));
    }
    return t;
}

std::vector<std::size_t> predicted_classes(const Matrix& Y)
{
    require(Y.shape(1) > 0, "classes");
    std::vector<std::size_t> best;
    for (std::size_t n = 0; n < Y.shape(0); ++n) {
        const Vector row = xt::row(Y, n);
        best.push_back(std::size_t(std::max_element(row.begin(), row.end()) - row.begin()));
    }
    return best;
}

double accuracy(const std::vector<std::size_t>& predicted, const std::vector<std::size_t>& labels)
{
    check_labels(predicted, labels);
    return std::inner_product(predicted.begin(), predicted.end(), labels.begin(), 0.0,
                              std::plus<>(), std::equal_to<>()) /
           double(predicted.size());
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
    const Vector active = xt::sum(xt::maximum(Z, 0.0), {0});
    std::vector<std::size_t> dead;
    for (std::size_t j = 0; j < active.size(); ++j)
        if (active(j) == 0.0)
            dead.push_back(j);
    return dead;
}

Vector range_rates(double first, double last, int steps)
{
    require(first > 0.0 && last > 0.0, "rates");
    require(steps >= 2, "steps");
    Vector k = xt::zeros<double>({std::size_t(steps)});
    std::iota(k.begin(), k.end(), 0.0);
    return xt::exp(std::log(first) + k * (std::log(last / first) / (steps - 1.0)));
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
