// The data of chapter 8, descent on one logit, and one layer trained on any loss.
#include "experiments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace losses {

Matrix logits_of(const Layer& layer, const Matrix& X)
{
    return matmul(X, layer.W) + layer.b;
}

Layer fitted(Layer layer, const Data& data, const LogitGradient& gradient, double eta,
             std::size_t updates)
{
    const Matrix across = transpose(data.X);
    for (std::size_t update = 0; update < updates; ++update) {
        const Matrix delta = gradient(logits_of(layer, data.X), data.T);
        layer.W -= eta * matmul(across, delta);
        layer.b -= eta * xt::sum(delta, {0});
    }
    return layer;
}

Layer zero_layer(std::size_t inputs, std::size_t outputs)
{
    return {xt::zeros<double>({inputs, outputs}), xt::zeros<double>({outputs})};
}

LogitGradient gradient_of(Task task)
{
    return [task](const Matrix& Z, const Matrix& T) { return output_delta(task, Z, T); };
}

double share_right(const Matrix& decisions, const Matrix& T)
{
    std::size_t right = 0;
    for (std::size_t n = 0; n < T.shape(0); ++n) {
        bool all = true;
        for (std::size_t k = 0; k < T.shape(1); ++k)
            all = all && decisions(n, k) == T(n, k);
        right += all ? 1 : 0;
    }
    return static_cast<double>(right) / static_cast<double>(T.shape(0));
}

double error_at(double (*error)(const Matrix&, const Matrix&), double z, double t)
{
    return error(Matrix{{z}}, Matrix{{t}});
}

double slope_at(const LogitGradient& gradient, double z, double t)
{
    return gradient(Matrix{{z}}, Matrix{{t}})(0, 0);
}

double sigma(double z)
{
    return sigmoid(Matrix{{z}})(0, 0);
}

double squared_error_of_sigmoid(const Matrix& Z, const Matrix& T)
{
    return squared_error(sigmoid(Z), T);
}

std::vector<double> logit_path(const LogitGradient& gradient, double z, double eta,
                               std::size_t updates)
{
    std::vector<double> path{z};
    for (std::size_t update = 0; update < updates; ++update) {
        z -= eta * slope_at(gradient, z, 1.0);
        path.push_back(z);
    }
    return path;
}

std::size_t updates_to_half(const LogitGradient& gradient, double z, double eta)
{
    std::size_t updates = 0;
    for (; z <= 0.0; ++updates)
        z -= eta * slope_at(gradient, z, 1.0);
    return updates;
}

Data line_data()
{
    Data data{xt::zeros<double>({9, 1}), xt::zeros<double>({9, 1})};
    const Vector off{0.15, -0.2, 0.1, 0.05, -0.15, 0.2, -0.1, 0.05, -0.1};
    for (std::size_t n = 0; n < 9; ++n) {
        data.X(n, 0) = -2.0 + 0.5 * static_cast<double>(n);
        data.T(n, 0) = 0.6 + 1.1 * data.X(n, 0) + off(n);
    }
    return data;
}

namespace {

/// A cloud of points around each centre, one label a centre.
Data clouds(std::uint64_t seed, const Matrix& centres, std::size_t each, double deviation)
{
    Random random{seed};
    const std::size_t classes = centres.shape(0);
    Data data;
    data.X = xt::zeros<double>({classes * each, std::size_t{2}});
    for (std::size_t n = 0; n < classes * each; ++n) {
        const std::size_t label = n % classes;
        data.labels.push_back(label);
        for (std::size_t i = 0; i < 2; ++i)
            data.X(n, i) = random.normal(centres(label, i), deviation);
    }
    data.T = xt::zeros<double>({classes * each, classes});
    for (std::size_t n = 0; n < classes * each; ++n)
        data.T(n, data.labels[n]) = 1.0;
    return data;
}

} // namespace

Data two_classes()
{
    Data data = clouds(5, {{-1.3, -0.7}, {1.3, 0.7}}, 30, 0.6);
    const Matrix one_column = xt::view(data.T, xt::all(), xt::range(1, 2));
    data.T = one_column;
    return data;
}

Data three_classes(double height)
{
    return clouds(3, {{-2.0, -0.3}, {0.0, height}, {2.0, -0.3}}, 25, 0.45);
}

Data numbered(const Data& data, const std::vector<double>& numbers)
{
    Data same = data;
    same.T = xt::zeros<double>({data.labels.size(), std::size_t{1}});
    for (std::size_t n = 0; n < data.labels.size(); ++n)
        same.T(n, 0) = numbers[data.labels[n]];
    return same;
}

std::vector<std::size_t> nearest_number(const Matrix& Y, const std::vector<double>& numbers)
{
    std::vector<std::size_t> labels;
    for (std::size_t n = 0; n < Y.shape(0); ++n) {
        std::size_t best = 0;
        for (std::size_t k = 1; k < numbers.size(); ++k)
            if (std::abs(Y(n, 0) - numbers[k]) < std::abs(Y(n, 0) - numbers[best]))
                best = k;
        labels.push_back(best);
    }
    return labels;
}

const std::vector<Numbering>& numberings()
{
    static const std::vector<Numbering> all{{"red 1, yellow 2, blue 3", {1.0, 2.0, 3.0}},
                                            {"red 1, blue 2, yellow 3", {1.0, 3.0, 2.0}},
                                            {"yellow 1, red 2, blue 3", {2.0, 1.0, 3.0}}};
    return all;
}

Layer fit_of_numbers(const Numbering& numbering)
{
    return fitted(zero_layer(2, 1), numbered(three_classes(), numbering.numbers),
                  gradient_of(Task::regression), 0.2, 2000);
}

Layer fit_of_one_hot()
{
    return fitted(zero_layer(2, 3), three_classes(), gradient_of(Task::multi_class), 0.5, 2000);
}

Data two_labels()
{
    Random random{11};
    Data data{random.uniform_matrix(90, 2, -2.0, 2.0), xt::zeros<double>({90, 2})};
    for (std::size_t n = 0; n < 90; ++n) {
        const double x = data.X(n, 0), y = data.X(n, 1);
        data.T(n, 0) = x + 0.4 * y + random.normal(0.0, 0.15) > 0.2 ? 1.0 : 0.0;
        data.T(n, 1) = y - 0.6 * x + random.normal(0.0, 0.15) > -0.1 ? 1.0 : 0.0;
    }
    return data;
}

Layer fit_of_labels(Task task)
{
    Data data = two_labels();
    if (task == Task::multi_class)
        data.T = (data.T + 1e-12) / xt::sum(data.T + 1e-12, {1}, xt::keep_dims);
    return fitted(zero_layer(2, 2), data, gradient_of(task), 0.5, 3000);
}

Matrix softmax_labels(const Layer& layer, const Matrix& X)
{
    return xt::where(softmax(logits_of(layer, X)) > 1.0 / 3.0, 1.0, 0.0);
}

std::vector<Example> summary_examples()
{
    const Matrix Z{{1.5, 0.4, -0.9}};
    return {
        {Task::regression, "regression", "z", "squared error", Z, {{0.8, 1.2, -0.4}}},
        {Task::binary, "two classes", "σ(z)", "cross entropy", {{1.5}}, {{0.0}}},
        {Task::multi_class, "several classes", "softmax(z)", "cross entropy", Z, {{0.0, 1.0, 0.0}}},
        {Task::multi_label, "labels", "σ(z) each", "cross entropies, added", Z, {{1.0, 1.0, 0.0}}}};
}

std::vector<double> column(const Matrix& m, std::size_t k)
{
    return column_where(m, k, [](std::size_t) { return true; });
}

std::vector<double> column_where(const Matrix& m, std::size_t k,
                                 const std::function<bool(std::size_t row)>& taken)
{
    std::vector<double> numbers;
    for (std::size_t n = 0; n < m.shape(0); ++n)
        if (taken(n))
            numbers.push_back(m(n, k));
    return numbers;
}

std::string drawn(double value, const char* format)
{
    std::string text = fmt::format(fmt::runtime(format), value);
    if (text.front() == '-')
        text.replace(0, 1, "−");
    return text;
}

} // namespace losses
