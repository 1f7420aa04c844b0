/// @file
/// Right answers with nothing but loops over single numbers.
#include "digits.hpp"

namespace digits {

Split split(const std::vector<std::size_t>& order, double validation, double test)
{
    check_fractions(validation, test);
    const int N = int(order.size());
    const int tests = int(test * N + 0.5);
    const int validations = int(validation * N + 0.5);
    Split s;
    int k = 0;
    while (k < N - tests - validations)
        s.train.push_back(order[std::size_t(k++)]);
    while (k < N - tests)
        s.validation.push_back(order[std::size_t(k++)]);
    while (k < N)
        s.test.push_back(order[std::size_t(k++)]);
    return s;
}

Matrix rows_of(const Matrix& X, const std::vector<std::size_t>& rows)
{
    check_rows(rows, X);
    Matrix out = xt::zeros<double>({rows.size(), X.shape(1)});
    std::size_t to = 0;
    for (std::size_t n : rows) {
        for (std::size_t i = 0; i < X.shape(1); i++)
            out(to, i) = X(n, i);
        to++;
    }
    return out;
}

Matrix dense_forward(const Layer& layer, const Matrix& X)
{
    if (X.shape(1) != layer.W.shape(0))
        throw std::invalid_argument("shapes");
    Matrix Z = xt::zeros<double>({X.shape(0), layer.b.size()});
    for (std::size_t n = 0; n < X.shape(0); ++n)
        for (std::size_t j = 0; j < layer.b.size(); ++j) {
            Z(n, j) = layer.b(j);
            for (std::size_t i = 0; i < X.shape(1); ++i)
                Z(n, j) += X(n, i) * layer.W(i, j);
        }
    return Z;
}

Layer weight_gradient(const Matrix& X, const Matrix& delta)
{
    if (X.shape(0) != delta.shape(0))
        throw std::invalid_argument("shapes");
    Layer g{xt::zeros<double>({X.shape(1), delta.shape(1)}), xt::zeros<double>({delta.shape(1)})};
    for (std::size_t n = 0; n < X.shape(0); ++n)
        for (std::size_t j = 0; j < delta.shape(1); ++j) {
            g.b(j) += delta(n, j);
            for (std::size_t i = 0; i < X.shape(1); ++i)
                g.W(i, j) += delta(n, j) * X(n, i);
        }
    return g;
}

Matrix input_gradient(const Layer& layer, const Matrix& delta)
{
    if (delta.shape(1) != layer.W.shape(1))
        throw std::invalid_argument("shapes");
    Matrix g = xt::zeros<double>({delta.shape(0), layer.W.shape(0)});
    for (std::size_t n = 0; n < delta.shape(0); ++n)
        for (std::size_t i = 0; i < layer.W.shape(0); ++i)
            for (std::size_t j = 0; j < delta.shape(1); ++j)
                g(n, i) += delta(n, j) * layer.W(i, j);
    return g;
}

Pass forward(const std::vector<Layer>& layers, const Matrix& X, const std::vector<Elementwise>& f)
{
    check_network(layers, f);
    Pass pass;
    Matrix H = X;
    pass.H.push_back(H);
    std::size_t l = 0;
    for (const Layer& layer : layers) {
        const Matrix Z = dense_forward(layer, H);
        H = f[l++](Z);
        pass.Z.push_back(Z);
        pass.H.push_back(H);
    }
    return pass;
}

std::vector<Layer> backward(const std::vector<Layer>& layers, const Pass& pass, const Matrix& dE_dY,
                            const std::vector<Elementwise>& f_slope)
{
    check_network(layers, f_slope);
    std::vector<Layer> gradient = layers;
    Matrix back = dE_dY;
    for (int l = int(layers.size()) - 1; l >= 0; --l) {
        const std::size_t at = std::size_t(l);
        const Matrix slope = f_slope[at](pass.Z[at]);
        Matrix delta = back;
        for (std::size_t n = 0; n < delta.shape(0); ++n)
            for (std::size_t j = 0; j < delta.shape(1); ++j)
                delta(n, j) *= slope(n, j);
        gradient[at] = weight_gradient(pass.H[at], delta);
        if (l != 0)
            back = input_gradient(layers[at], delta);
    }
    return gradient;
}

double global_norm(const std::vector<Layer>& gradient)
{
    double s = 0;
    for (const Layer& layer : gradient) {
        for (double w : layer.W)
            s += w * w;
        for (double b : layer.b)
            s += b * b;
    }
    return std::sqrt(s);
}

std::vector<Layer> clipped(const std::vector<Layer>& gradient, double limit)
{
    if (!(limit > 0))
        throw std::invalid_argument("limit");
    std::vector<Layer> g = gradient;
    const double norm = global_norm(gradient);
    if (norm > limit)
        for (Layer& layer : g) {
            for (double& w : layer.W)
                w = w * limit / norm;
            for (double& b : layer.b)
                b = b * limit / norm;
        }
    return g;
}

std::vector<Layer> train_on_batch(const Batch& batch, const std::vector<Elementwise>& f,
                                  const std::vector<Elementwise>& f_slope, const LossGradient& loss,
                                  double limit, const Optimizer& optimizer)
{
    Pass pass = forward(batch.layers, batch.X, f);
    Answers answers;
    answers.Y = pass.H[pass.H.size() - 1];
    answers.T = batch.T;
    Update update;
    update.layers = batch.layers;
    update.gradient = clipped(backward(batch.layers, pass, loss(answers), f_slope), limit);
    return optimizer(update);
}

std::vector<Layer> run_epoch(const std::vector<Layer>& layers, const Matrix& X, const Matrix& T,
                             const std::vector<std::size_t>& order, int batch_size,
                             const BatchStep& step)
{
    check_data(X, T);
    check_rows(order, X);
    check_batch_size(batch_size);
    std::vector<Layer> now = layers;
    std::size_t k = 0;
    while (k < order.size()) {
        std::vector<std::size_t> rows;
        for (int i = 0; i < batch_size && k < order.size(); ++i)
            rows.push_back(order[k++]);
        now = step(Batch{now, rows_of(X, rows), rows_of(T, rows)});
    }
    return now;
}

Training fit(const std::vector<Layer>& start, const Matrix& X, const Matrix& T, int batch_size,
             int epochs, std::size_t seed, const BatchStep& step, const Evaluation& evaluate)
{
    check_data(X, T);
    check_batch_size(batch_size);
    if (epochs < 0)
        throw std::invalid_argument("epochs");
    Training t;
    t.layers = start;
    Random random(seed);
    while (epochs--) {
        t.layers = run_epoch(t.layers, X, T, random.permutation(X.shape(0)), batch_size, step);
        t.history.push_back(evaluate(t.layers));
    }
    return t;
}

std::vector<std::size_t> predicted_classes(const Matrix& Y)
{
    require(Y.shape(1) > 0, "classes");
    std::vector<std::size_t> answer(Y.shape(0), 0);
    for (std::size_t n = 0; n < Y.shape(0); ++n) {
        double largest = -std::numeric_limits<double>::infinity();
        for (std::size_t k = 0; k < Y.shape(1); ++k)
            if (largest < Y(n, k)) {
                largest = Y(n, k);
                answer[n] = k;
            }
    }
    return answer;
}

double accuracy(const std::vector<std::size_t>& predicted, const std::vector<std::size_t>& labels)
{
    check_labels(predicted, labels);
    int wrong = 0;
    for (std::size_t n = 0; n < labels.size(); ++n)
        if (predicted[n] != labels[n])
            wrong++;
    return 1.0 - wrong / double(labels.size());
}

Matrix confusion_matrix(const std::vector<std::size_t>& predicted,
                        const std::vector<std::size_t>& labels, std::size_t classes)
{
    check_labels(predicted, labels);
    Matrix C = xt::zeros<double>({classes, classes});
    for (std::size_t n = 0; n < labels.size(); ++n)
        if (predicted[n] >= classes || labels[n] >= classes)
            throw std::invalid_argument("class");
    for (std::size_t i = 0; i < classes; ++i)
        for (std::size_t j = 0; j < classes; ++j)
            for (std::size_t n = 0; n < labels.size(); ++n)
                if (labels[n] == i && predicted[n] == j)
                    C(i, j)++;
    return C;
}

std::vector<std::size_t> dead_units(const Matrix& Z)
{
    require(Z.shape(0) > 0, "rows");
    std::vector<std::size_t> dead;
    for (std::size_t j = 0; j < Z.shape(1); ++j) {
        bool alive = false;
        for (std::size_t n = 0; n < Z.shape(0); ++n)
            if (Z(n, j) > 0)
                alive = true;
        if (!alive)
            dead.push_back(j);
    }
    return dead;
}

Vector range_rates(double first, double last, int steps)
{
    require(first > 0 && last > 0 && steps >= 2, "range");
    Vector rates = xt::zeros<double>({std::size_t(steps)});
    const double factor = std::pow(last / first, 1.0 / (steps - 1));
    double rate = first;
    for (double& each : rates) {
        each = rate;
        rate *= factor;
    }
    return rates;
}

Vector smoothed(const Vector& values, double beta)
{
    require(beta >= 0 && beta < 1, "beta");
    Vector s = values;
    double a = 0, missing = 1;
    for (double& v : s) {
        a = beta * a + (1 - beta) * v;
        missing *= beta;
        v = a / (1 - missing);
    }
    return s;
}

double steepest_rate(const Vector& rates, const Vector& losses)
{
    require(rates.size() >= 2 && rates.size() == losses.size(), "sizes");
    std::size_t best = 0;
    std::vector<double> slope;
    for (std::size_t k = 1; k < rates.size(); ++k)
        slope.push_back((losses(k) - losses(k - 1)) /
                        (std::log(rates(k)) - std::log(rates(k - 1))));
    for (std::size_t k = 0; k < slope.size(); ++k)
        if (slope[k] < slope[best])
            best = k;
    return std::exp((std::log(rates(best)) + std::log(rates(best + 1))) / 2);
}

} // namespace digits
